import type {
  ConsolidatedGroup,
  Consolidation,
  ProvinceView,
  RoundLosses,
} from '../../../model/consolidation.ts'
import { isLeaf, walkCriteria } from '../../../model/criteria.ts'
import type { Criterion } from '../../../model/ruleSet.ts'
import type { ReviewProps } from '../reviewProps.ts'
import { entryWords } from './entryWords.ts'
import { provinceWords } from './provinceWords.ts'
import { type ComparedRow, comparedRows } from './publishedRows.ts'
import type { SummaryNames } from './summaryNames.ts'

/** "9/13 tiêu chí cộng được cho toàn tỉnh: 62,1/71 điểm, 87,5%" */
export function provinceSentence({ total }: ProvinceView, names: SummaryNames): string {
  const words = provinceWords[names.language]
  return total
    ? words.title(
        names.count(total.leaves),
        names.count(total.ofLeaves),
        names.points(total.points),
        names.number(total.maxPoints),
        names.percent(total.percent),
      )
    : words.none
}

/** What was lost; that nobody lost anything is only said when nothing is open. */
export function lossSentence(
  { items, agencies, lost, open, unknown }: RoundLosses,
  names: SummaryNames,
): string {
  const words = provinceWords[names.language]
  const [most] = items
  if (most)
    return words.lossTitle(
      names.count(agencies.filter(each => each.items.length > 0).length),
      names.points(lost),
      names.node(most.nodeId),
      names.points(most.lost),
      names.count(most.by.length),
    )
  if (open !== '0') return words.lossOpen(names.points(open))
  if (unknown.length > 0) return words.lossUnknown(names.count(unknown.length))
  return agencies.length === 0 ? words.nobody : words.noLoss
}

/** Criteria given by a survey, and the one that is looked at. */
export function surveyLeaves({ open, address }: Pick<ReviewProps, 'open' | 'address'>): {
  readonly leaves: readonly Criterion[]
  readonly leaf: Criterion | undefined
} {
  const leaves = walkCriteria(open.ruleSet)
    .map(each => each.criterion)
    .filter(criterion => isLeaf(criterion) && criterion.assessedBy === 'survey')
  return { leaves, leaf: leaves.find(each => each.id === address.criterion) ?? leaves[0] }
}

/** Agencies of the group a criterion is for. */
export function surveyedOf(
  review: ReviewProps['review'],
  group: ConsolidatedGroup,
  leafId: string,
): readonly string[] {
  return [...group.rows, ...group.apart]
    .map(each => each.agencyId)
    .filter(id =>
      review
        .formOf(id)
        .areas.flatMap(area => area.items)
        .some(each => each.nodeId === leafId && each.notForLevel === null),
    )
}

/** "12/38 đơn vị đã ghi kết quả điều tra 4.2 Mức độ hài lòng" */
export function surveySentence(
  props: Pick<ReviewProps, 'open' | 'review' | 'address'>,
  group: ConsolidatedGroup,
  names: SummaryNames,
): string {
  const words = entryWords[names.language]
  const { leaf } = surveyLeaves(props)
  if (!leaf) return words.noSurvey
  const ids = surveyedOf(props.review, group, leaf.id)
  const settled = ids.filter(
    id => props.open.state.agencies.get(id)?.items.get(leaf.id)?.survey.kind === 'settled',
  )
  return words.surveySentence(names.count(settled.length), names.count(ids.length), names.node(leaf.id))
}

/** Published results of a group, those that differ first. */
export function groupComparison(
  { published }: Consolidation,
  group: ConsolidatedGroup,
  names: SummaryNames,
): readonly ComparedRow[] {
  const members = new Set([...group.rows, ...group.apart].map(each => each.agencyId))
  return comparedRows(
    published.filter(each => members.has(each.agencyId)),
    names,
  )
}

/** "1/3 đơn vị khớp với kết quả công bố, 2 đơn vị lệch" */
export function publishedSentence(rows: readonly ComparedRow[], names: SummaryNames): string {
  const words = entryWords[names.language]
  if (rows.length === 0) return words.publishedNone
  const agree = rows.filter(row => row.worst === 'same' || row.worst === 'rounded').length
  const differ = rows.filter(row => row.worst === 'differs').length
  const rest = rows.length - agree - differ
  return [
    words.publishedSentence(names.count(agree), names.count(rows.length), names.count(differ)),
    ...(rest > 0 ? [words.notCompared(names.count(rest))] : []),
  ].join('; ')
}
