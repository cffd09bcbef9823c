import type { ContributionSplit } from '../model/attribution.ts'
import { toPlotNumber } from '../model/exact.ts'

/** Ends of a bar as shares (0–1) of the width all bars have. */
export type ContributionBar = {
  readonly from: number
  readonly to: number
  /** Past the target, and so taking from what others lost. */
  readonly offsets: boolean
  /** Longer than the scale and cut; its length cannot be compared. */
  readonly shortened: boolean
}

export type ContributionBars = {
  /** Where nothing is lost and nothing won back. */
  readonly zero: number
  readonly rows: ReadonlyMap<string, ContributionBar>
  readonly unallocated: ContributionBar | null
  /** Parts of the whole loss (0–1) of those who are known and of the rest; null where they overlap or none is left. */
  readonly parts: { readonly known: number; readonly rest: number } | null
}

/**
 * Bars of who carries a loss, to the right of a common zero; who offsets others goes to the left. Agencies
 * make the scale: what nobody explains may be many times as long, and is then cut.
 */
export function buildContributionBars({
  rows,
  known,
  unallocated,
}: Pick<ContributionSplit, 'rows' | 'known' | 'unallocated'>): ContributionBars {
  const values = rows.map(row => toPlotNumber(row.contribution))
  const rest = unallocated && toPlotNumber(unallocated.contribution)
  const own = values.length > 0 && values.some(value => value !== 0) ? values : [rest ?? 0]
  const right = Math.max(0, ...own)
  const left = Math.max(0, ...own.map(value => -value))
  const width = right + left
  const zero = width === 0 ? 0 : left / width
  const barOf = (value: number): ContributionBar => {
    const end = width === 0 ? zero : zero + value / width
    // A hair's breadth past the scale is a float's, not a longer bar.
    const shortened = end > 1 + 1e-9 || end < -1e-9
    const held = Math.min(Math.max(end, 0), 1)
    return { from: Math.min(zero, held), to: Math.max(zero, held), offsets: value < 0, shortened }
  }
  const share = (percent: string) => toPlotNumber(percent) / 100
  const parts = unallocated && {
    known: share(known.percentOfLoss),
    rest: share(unallocated.percentOfLoss),
  }
  return {
    zero,
    rows: new Map(rows.map(row => [row.agencyId, barOf(toPlotNumber(row.contribution))])),
    unallocated: rest === null ? null : barOf(rest),
    parts: parts && parts.known >= 0 && parts.rest >= 0 ? parts : null,
  }
}
