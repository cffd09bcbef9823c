import { isSettled } from '../../../model/exact.ts'
import type { ReviewedAgency } from '../../../model/roundState.ts'
import type { RuleSet } from '../../../model/ruleSet.ts'
import { formatInterval, pointsFormat } from '../../../receipt/pointsFormat.ts'
import { intervalOf, totalOf } from '../../../state/review/deskFacts.ts'
import { formatNumber } from '../../../ui/formatNumber.ts'
import { useLanguage, useText } from '../../../ui/language.tsx'
import { type DeskArea, needsLook } from './deskLines.ts'
import { deskWords } from './words.ts'

/** What reviewing the agency comes to so far, in one sentence. */
export function DeskHead({
  agency,
  name,
  ruleSet,
  areas,
}: {
  agency: ReviewedAgency
  name: string
  ruleSet: RuleSet
  areas: readonly DeskArea[]
}) {
  const words = useText(deskWords)
  const language = useLanguage()
  const points = pointsFormat(ruleSet, language)
  const { total, difference } = totalOf(agency)
  const lines = areas.flatMap(area => area.lines)
  const left = lines.filter(needsLook).length
  const asked = lines.filter(({ item }) => item.status === 'asked').length
  const count = (value: number) => formatNumber(String(value), language)
  const now = total === null ? '?' : formatInterval(total, points)
  const { maxPoints } = agency.sheet.total
  const self = agency.selfSheet.total
  const own = intervalOf(agency.selfSheet)
  const moved =
    // Points out of other maxima are no difference.
    self.maxPoints !== maxPoints
      ? own === null
        ? ''
        : words.claimedOf(formatInterval(own, points), formatNumber(self.maxPoints, language))
      : difference === null || total === null || !isSettled(total)
        ? ''
        : difference === '0'
          ? words.same
          : difference.startsWith('-')
            ? words.lower(formatNumber(difference.slice(1), language))
            : words.higher(formatNumber(difference, language))
  return (
    <h1 className="rvd-title">
      {words.said(name, now, formatNumber(maxPoints, language))}
      {moved}
      {left > 0 ? words.left(count(left)) : words.allSeen}
      {asked > 0 && words.waiting(count(asked))}
    </h1>
  )
}
