/** Width of a letter of a label on the stage: only to keep labels off each other. */
const letter = 17.5
/** Between two labels, as a share of the bars. */
const gap = 0.012

/** A label of a threshold and where it stands: several tiers where neighbours would run into each other. */
export type LineLabel = {
  readonly at: number
  readonly text: string
  readonly tier: number
  /** Labels at an edge stay inside. */
  readonly side: 'start' | 'middle' | 'end'
}

/**
 * Puts each label into the lowest tier that is free there.
 * @param narrowest width the bars have at least
 */
export function labelTiers(
  lines: readonly { readonly at: number; readonly text: string }[],
  narrowest: number,
): readonly LineLabel[] {
  const ends: number[] = []
  return lines
    .filter(line => line.text !== '')
    .toSorted((one, other) => one.at - other.at)
    .map(({ at, text }) => {
      const width = (text.length * letter) / narrowest
      const side = at - width / 2 < 0 ? 'start' : at + width / 2 > 1 ? 'end' : 'middle'
      const from = side === 'start' ? at : side === 'end' ? at - width : at - width / 2
      const free = ends.findIndex(end => end + gap <= from)
      const tier = free === -1 ? ends.length : free
      ends[tier] = from + width
      return { at, text, tier, side }
    })
}
