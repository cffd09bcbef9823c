import type { ConsolidatedGroup, Consolidation } from '../../../model/consolidation.ts'
import type { OpenRound } from '../../../state/review/openRound.ts'
import type { SummaryNames } from './summaryNames.ts'
import { summaryWords } from './words.ts'

/** "Tạm tính: 36/38 sở, ban, ngành có kết quả; Sở Tài chính dẫn đầu với 92,1/100 điểm" */
export function summarySentence(
  consolidation: Consolidation | null,
  group: ConsolidatedGroup | null,
  { state }: Pick<OpenRound, 'state'>,
  names: SummaryNames,
): string {
  const words = summaryWords[names.language]
  if (!consolidation || !group) return words.title
  if (consolidation.groups.every(each => each.rows.length === 0)) return words.nobody
  const standing = state.stages.closed.closed ? words.frozen : words.provisional
  const scored = words.scored(
    names.count(group.rows.length),
    names.count(group.rows.length + group.apart.length),
    lowered(group.name),
  )
  return `${standing}: ${scored}; ${leader(group, names)}`
}

function leader({ rows }: ConsolidatedGroup, names: SummaryNames): string {
  const words = summaryWords[names.language]
  const first = rows.filter(
    ({ row: { rank, total } }) => rank?.kind === 'settled' && rank.rank === 1 && !names.isOpen(total.points),
  )
  const [only, ...others] = first
  if (!only) return rows.some(({ row }) => row.rank) ? words.leaderOpen : words.noLeader
  const { points, maxPoints } = only.row.total
  const shown = `${names.nodePoints(points)}/${names.number(maxPoints)}`
  return others.length === 0
    ? words.leads(names.agency(only.agencyId), shown)
    : words.leadTogether(names.count(first.length), shown)
}

/** "Sở, ban, ngành" within a sentence; "UBND xã" stays as it is. */
function lowered(name: string): string {
  return /^\p{Lu}\p{Ll}/u.test(name) ? name.charAt(0).toLocaleLowerCase('vi') + name.slice(1) : name
}
