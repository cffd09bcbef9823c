import type { CohortCell } from '../../../model/cohort.ts'
import type { ConsolidatedGroup, ConsolidatedRow, Consolidation } from '../../../model/consolidation.ts'
import { isSettled } from '../../../model/exact.ts'
import { foldText } from '../../../ui/foldText.ts'
import type { ReviewProps } from '../reviewProps.ts'
import type { SummaryNames } from './summaryNames.ts'
import { undecidedAt } from './undecided.ts'
import { summaryWords } from './words.ts'

/** Columns a ranking can be sorted by. */
export const rankingSorts = ['rank', 'agency', 'self', 'first', 'difference', 'status'] as const
export type RankingSort = (typeof rankingSorts)[number]

/** One agency as its row says it. */
export type RankingRow = {
  readonly agencyId: string
  readonly data: ConsolidatedRow
  readonly name: string
  readonly self: string
  readonly first: string
  /** Points that stand, and the maximum of what applies. */
  readonly final: string
  readonly max: string
  readonly isOpen: boolean
  readonly missing: string | null
  readonly difference: string
  readonly percent: string
  /** The place, empty where a word stands instead. */
  readonly rank: { readonly text: string; readonly note: string | null }
  readonly band: string
  readonly status: string
  readonly waits: boolean
  readonly areas: readonly string[]
}

/**
 * What the last column of points is: as it stands now, until the second review decided something or the round was
 * closed.
 */
export function finalKind(
  { groups }: Pick<Consolidation, 'groups'>,
  { state }: Pick<ReviewProps['open'], 'state'>,
): 'now' | 'second' | 'closed' {
  if (state.stages.closed.closed) return 'closed'
  return groups.some(({ rows }) => rows.some(({ hasSecond }) => hasSecond)) ? 'second' : 'now'
}

/** Rows of a group in the order of the standings, with every cell as it is written. */
export function rankingRows(
  group: ConsolidatedGroup,
  { open, review }: Pick<ReviewProps, 'open' | 'review'>,
  names: SummaryNames,
): readonly RankingRow[] {
  const words = summaryWords[names.language]
  const isFrozen = open.state.stages.closed.closed !== null
  const isAlone = group.rows.length + group.apart.length === 1
  return group.rows.map(data => {
    const { row, self, first, difference } = data
    const { total } = row
    const isOpen = names.isOpen(total.points)
    return {
      agencyId: data.agencyId,
      data,
      name: names.agency(data.agencyId),
      self: names.nodePoints(self.points),
      first: first ? names.nodePoints(first.points) : words.noFirst,
      final: names.nodePoints(total.points),
      max: names.number(total.maxPoints),
      isOpen,
      missing: isOpen && total.missingLeaves > 0 ? words.missing(names.count(total.missingLeaves)) : null,
      difference: difference === null ? words.notCompared : names.signed(difference),
      percent: total.percent
        ? isSettled(total.percent)
          ? names.share(total.percent.to)
          : `${names.share(total.percent.from)}–${names.share(total.percent.to)}`
        : '',
      rank: rankText(data, isOpen, isAlone, names),
      band:
        row.grade && row.grade.bandIds.length > 0
          ? row.grade.bandIds.toReversed().map(names.band).join(words.bandOr)
          : words.noBand,
      ...statusOf(data.agencyId, isFrozen, review, names),
      areas: row.cells.map(cell => cellText(cell, names)),
    }
  })
}

function rankText(
  { row: { rank, tiedWith, place } }: ConsolidatedRow,
  isOpen: boolean,
  isAlone: boolean,
  names: SummaryNames,
): RankingRow['rank'] {
  const words = summaryWords[names.language]
  if (place === 'idle') return { text: words.idle, note: words.idleHint }
  if (!rank) return { text: words.unranked, note: null }
  if (isAlone) return { text: '', note: words.onlyOne }
  const [from, to] =
    rank.kind === 'settled'
      ? [names.count(rank.rank), names.count(rank.rank)]
      : [names.count(rank.from), names.count(rank.to)]
  if (rank.kind === 'settled')
    return { text: from, note: isOpen ? words.rankSureHint : tiedWith.length > 0 ? words.tied(from) : null }
  if (isOpen) return { text: words.noRank, note: words.rankOpenHint(from, to) }
  // A settled one may still be passed by those that are open.
  return { text: words.rankOpen(from, to), note: null }
}

function statusOf(
  agencyId: string,
  isFrozen: boolean,
  review: ReviewProps['review'],
  names: SummaryNames,
): Pick<RankingRow, 'status' | 'waits'> {
  const { status } = summaryWords[names.language]
  if (isFrozen) {
    const { left, of } = undecidedAt(review, agencyId)
    return left === 0
      ? { status: status.frozen, waits: false }
      : { status: status.frozenLeft(names.count(left), names.count(of)), waits: true }
  }
  const progress = review.agencies.get(agencyId)?.progress
  if (!progress) return { status: '', waits: false }
  const { of, done, asked, conflicts } = progress
  const parts = [
    ...(conflicts > 0 ? [status.conflicts(names.count(conflicts))] : []),
    ...(asked > 0 ? [status.asked(names.count(asked))] : []),
    ...(done < of ? [status.left(names.count(of - done), names.count(of))] : []),
  ]
  return parts.length === 0
    ? { status: status.done, waits: false }
    : { status: parts.join(', '), waits: true }
}

/** "18,5" or an interval; what does not apply or waits says so. */
export function cellText(cell: CohortCell, names: SummaryNames): string {
  if (!cell.points) return '–'
  const { from, to } = cell.points
  return from === to ? names.points(to) : `${names.points(from)}–${names.points(to)}`
}

const collator = new Intl.Collator('vi')

/** @param sort a column, with a minus before it for the other way round */
export function sortedRows(rows: readonly RankingRow[], sort: string | undefined): readonly RankingRow[] {
  const key = rankingSorts.find(each => each === sort?.replace(/^-/, '')) ?? 'rank'
  const turned = sort?.startsWith('-') ?? false
  if (key === 'rank') return turned ? rows.toReversed() : rows
  const places = new Map(rows.map((row, index) => [row.agencyId, index]))
  const orderOf = ({ data }: RankingRow) =>
    key === 'difference' ? data.differenceOrder : key === 'self' ? data.selfOrder : data.firstOrder
  const compared = (a: RankingRow, b: RankingRow): number => {
    if (key === 'agency') return collator.compare(a.name, b.name)
    if (key === 'status') return Number(b.waits) - Number(a.waits) || collator.compare(a.status, b.status)
    // Those without a number come last, whichever way round.
    const [one, other] = [orderOf(a), orderOf(b)]
    if (one === null || other === null)
      return (Number(one === null) - Number(other === null)) * (turned ? -1 : 1)
    return other - one
  }
  return rows.toSorted(
    (a, b) =>
      compared(a, b) * (turned ? -1 : 1) || (places.get(a.agencyId) ?? 0) - (places.get(b.agencyId) ?? 0),
  )
}

export function foundRows<Row extends { readonly name: string }>(
  rows: readonly Row[],
  query: string | undefined,
): readonly Row[] {
  const wanted = foldText(query?.trim() ?? '')
  return wanted === '' ? rows : rows.filter(row => foldText(row.name).includes(wanted))
}
