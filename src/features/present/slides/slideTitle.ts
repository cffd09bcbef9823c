/** Letters two lines of a title hold at 60 px on 1920. */
export const titleRoom = 92

/**
 * The first wording that two lines hold; of several too long ones the shortest, whose last resort is to lose words of
 * a name, never of a number.
 */
export function slideTitle(...wordings: readonly string[]): string {
  const fitting = wordings.find(each => each.length <= titleRoom)
  if (fitting !== undefined) return fitting
  return wordings.reduce((shortest, each) => (each.length < shortest.length ? each : shortest))
}

/** A name in so many letters: whole words, then "…". Digits inside it are kept or left out whole. */
export function briefName(name: string, room: number): string {
  if (name.length <= room) return name
  const words = name.split(' ')
  let kept = ''
  for (const word of words) {
    const next = kept === '' ? word : `${kept} ${word}`
    if (next.length > room - 1) break
    kept = next
  }
  return `${(kept === '' ? (words[0] ?? '') : kept).replace(/[,;:]$/, '')}…`
}
