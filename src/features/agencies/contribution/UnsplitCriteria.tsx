import type { Contribution } from '../../../model/attribution.ts'
import { formatNumber } from '../../../ui/formatNumber.ts'
import { useLanguage, useText } from '../../../ui/language.tsx'
import { Mark } from '../../../ui/Mark.tsx'
import { contributionWords } from './words.ts'

/** Criteria whose loss cannot be told apart by agency, each with its reason; full points need none. */
export function UnsplitCriteria({
  contribution: { unsplit, loss },
  nameOf,
  format,
}: {
  contribution: Contribution
  nameOf: (criterionId: string) => string
  format: (points: string) => string
}) {
  const words = useText(contributionWords)
  const language = useLanguage()
  const told = unsplit.filter(each => each.reason !== 'noLoss')
  if (told.length === 0) return null
  return (
    <details className="contribution-unsplit" data-picture="skip">
      <summary>
        {words.unsplitTitle(formatNumber(String(told.length), language))}
        {told.some(each => each.reason === 'repeating' || each.reason === 'exceedsWhole') && (
          <Mark kind="warning" />
        )}
      </summary>
      {loss && <p>{words.ofWhole(format(loss.whole), format(loss.notSplit))}</p>}
      <ul>
        {told.map(({ criterionId, lost, reason, repeating }) => (
          <li key={criterionId}>
            {(reason === 'repeating' || reason === 'exceedsWhole') && <Mark kind="warning" />}
            <b>{nameOf(criterionId)}</b>
            {lost !== null && ` (${words.unsplitLost(format(lost))})`}: {words.reasons[reason]}
            {reason === 'repeating' && ` (${words.repeated(formatNumber(String(repeating), language))})`}
          </li>
        ))}
      </ul>
    </details>
  )
}
