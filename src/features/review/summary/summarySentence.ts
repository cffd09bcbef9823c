import type { ConsolidatedGroup, Consolidation } from '../../../model/consolidation.ts'
import type { ReviewProps } from '../reviewProps.ts'
import type { SummaryNames } from './summaryNames.ts'
import { undecidedOf } from './undecided.ts'
import { summaryWords } from './words.ts'

/**
 * "Tạm tính: 36/38 đơn vị nhóm “Sở, ban, ngành” có kết quả; 1 đơn vị còn thiếu số liệu: 70–92/100 điểm; Sở Tài chính
 * dẫn đầu với 92,1/100 điểm". Only whole results are counted as such.
 */
export function summarySentence(
  consolidation: Consolidation | null,
  group: ConsolidatedGroup | null,
  { open: { state }, review }: Pick<ReviewProps, 'open' | 'review'>,
  names: SummaryNames,
): string {
  const words = summaryWords[names.language]
  if (!consolidation || !group) return words.title
  if (consolidation.groups.every(each => each.rows.length === 0)) return words.nobody
  const isClosed = state.stages.closed.closed !== null
  const open = group.rows.filter(({ row }) => names.isOpen(row.total.points))
  const scored = words.scored(
    names.count(group.rows.length - open.length),
    names.count(group.rows.length + group.apart.length),
    group.name,
  )
  const { left, of } = undecidedOf(review)
  const parts = [
    scored,
    ...openText(open, names),
    ...leader(group, names),
    ...(isClosed && left > 0 ? [words.undecided(names.count(left), names.count(of))] : []),
  ]
  return `${isClosed ? words.frozen : words.provisional}: ${parts.join('; ')}`
}

function openText(open: ConsolidatedGroup['rows'], names: SummaryNames): readonly string[] {
  const words = summaryWords[names.language]
  const [only, ...others] = open
  if (!only) return []
  return [
    others.length === 0 ? words.openOne(pointsOf(only, names)) : words.openSome(names.count(open.length)),
  ]
}

function pointsOf({ row: { total } }: ConsolidatedGroup['rows'][number], names: SummaryNames): string {
  return `${names.nodePoints(total.points)}/${names.number(total.maxPoints)}`
}

/** Who leads; in a group of one nobody does, and what is open was said before. */
function leader({ rows, apart }: ConsolidatedGroup, names: SummaryNames): readonly string[] {
  const words = summaryWords[names.language]
  const first = rows.filter(({ row: { rank } }) => rank?.kind === 'settled' && rank.rank === 1)
  const [only, ...others] = first
  if (!only) return [rows.some(({ row }) => row.rank) ? words.leaderOpen : words.noLeader]
  const shown = pointsOf(only, names)
  const name = names.agency(only.agencyId)
  if (rows.length + apart.length === 1)
    return names.isOpen(only.row.total.points) ? [] : [words.alone(name, shown)]
  return [
    others.length === 0 ? words.leads(name, shown) : words.leadTogether(names.count(first.length), shown),
  ]
}
