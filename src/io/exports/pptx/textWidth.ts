/** Widths of Segoe UI and Arial in thousandths of the size, the wider of both; other letters are as wide as "o". */
const widths: ReadonlyMap<string, number> = new Map(
  (
    [
      ["ijlI|.,:;'!’‘", 285],
      ['ftr()[]-·/ ', 350],
      ['sczJ', 505],
      ['aeuvxyknhbdpqgoL?', 560],
      ['0123456789', 560],
      ['wFTEPSXYZĐBAKV', 680],
      ['CDGHNRUO&', 740],
      ['+−=<>~≥≤', 690],
      ['mMWQ', 900],
      ['%', 890],
      ['“”"–', 520],
      ['…—', 1000],
    ] as const
  ).flatMap(([letters, width]) => [...letters].map(letter => [letter, width] as const)),
)

/** Bold letters are that much wider. */
const boldShare = 1.07

/** Fonts that stand in for them elsewhere are a little wider still. */
const reserve = 1.06

/** About how wide a line of text is, in inches: rather too wide than too narrow. */
export function textWidth(text: string, points: number, isBold = false): number {
  let sum = 0
  for (const letter of text.normalize('NFD')) {
    if (/\p{M}/u.test(letter)) continue
    sum += widths.get(letter) ?? widths.get(letter.replace('đ', 'd')) ?? 560
  }
  return ((sum / 1000) * points * (isBold ? boldShare : 1) * reserve) / 72
}

/** Heights of lines of Segoe UI, in inches. */
export function lineHeight(points: number): number {
  return (points * 1.34) / 72
}

/** Sums of parts differ from the whole by less than this. */
const hair = 1e-6

/** How many lines a text takes in a width, broken at blanks. */
export function linesIn(text: string, width: number, points: number, isBold = false): number {
  const blank = textWidth(' ', points, isBold)
  let lines = 1
  let used = 0
  for (const word of text.split(' ')) {
    const wide = textWidth(word, points, isBold)
    if (used > 0 && used + blank + wide > width + hair) {
      lines += 1
      used = 0
    }
    // A word that is wider than the line is broken inside.
    lines += Math.max(0, Math.ceil((wide - hair) / width) - 1)
    used = used === 0 ? Math.min(wide, width) : used + blank + wide
  }
  return lines
}

/** The largest size from `largest` down to `smallest` at which a text stands in a box. */
export function sizeThatFits(
  text: string,
  box: { readonly width: number; readonly height: number },
  sizes: { readonly largest: number; readonly smallest: number },
  isBold = false,
): number {
  for (let size = sizes.largest; size > sizes.smallest; size -= 1)
    if (linesIn(text, box.width, size, isBold) * lineHeight(size) <= box.height) return size
  return sizes.smallest
}
