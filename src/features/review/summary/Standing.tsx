import type { ConsolidationState } from '../../../state/review/useConsolidation.ts'
import { formatNumber, type Language } from '../../../ui/formatNumber.ts'
import { instantText } from '../../../ui/instants.ts'
import { useLanguage, useText } from '../../../ui/language.tsx'
import { Mark } from '../../../ui/Mark.tsx'
import type { ReviewProps } from '../reviewProps.ts'
import { undecidedOf } from './undecided.ts'
import { summaryWords } from './words.ts'

/** How far what is shown may be relied on: provisional or closed, made up, older, with open conflicts. */
export function Standing({
  open,
  review,
  isOlder,
  failure,
  hasTable,
}: Pick<ReviewProps, 'open' | 'review'> &
  Pick<ConsolidationState, 'isOlder' | 'failure'> & {
    /** Whether what is shown below comes from the last result. */
    hasTable: boolean
  }) {
  const words = useText(summaryWords)
  const language = useLanguage()
  const count = (value: number) => formatNumber(String(value), language)
  const { state, round } = open
  const { conflicts } = state
  return (
    <div className="rvs-standing">
      <p>{standingLine({ open, review }, language)}</p>
      {round.provenance.certainty === 'illustrative' && (
        <p>
          <Mark kind="illustrative" />
          {words.illustrative}
        </p>
      )}
      {conflicts.length > 0 && (
        <p className="rvs-warned">
          <Mark kind="warning" />
          {words.conflicts(count(conflicts.length))}
        </p>
      )}
      {failure !== null ? (
        <p className="rvs-failed" role="alert">
          <Mark kind="error" />
          {words.failed(failure)} {hasTable && words.failedBefore}
        </p>
      ) : (
        <p role="status" className="rvs-older">
          {isOlder && (hasTable ? words.older : words.again)}
        </p>
      )}
    </div>
  )
}

/** "Số liệu tạm tính …" or "Đã chốt lúc …, mã băm …"; also on paper and in files. */
export function standingLine(
  { open: { state }, review }: Pick<ReviewProps, 'open' | 'review'>,
  language: Language,
): string {
  const words = summaryWords[language]
  const { closed } = state.stages.closed
  if (!closed) return words.provisionalLine(leftText(review, language))
  const late = [...state.notCounted.values()].filter(why => why === 'afterClosing').length
  const { left, of } = undecidedOf(review)
  return [
    words.frozenLine(instantText(closed.at), closed.by, closed.act.sha256.slice(0, 16)),
    ...(left === 0
      ? []
      : [words.frozenUndecided(formatNumber(String(left), language), formatNumber(String(of), language))]),
    ...(late === 0 ? [] : [words.frozenAfter(formatNumber(String(late), language))]),
  ].join(' ')
}

/** What paper says right under its title, so that a draft is not taken for a result; null: closed, all decided. */
export function paperStanding(
  { open: { state }, review }: Pick<ReviewProps, 'open' | 'review'>,
  language: Language,
): string | null {
  const words = summaryWords[language]
  if (!state.stages.closed.closed) return words.draft(leftText(review, language))
  const { left, of } = undecidedOf(review)
  return left === 0
    ? null
    : words.frozenPaper(formatNumber(String(left), language), formatNumber(String(of), language))
}

function leftText(review: ReviewProps['review'], language: Language): string {
  const words = summaryWords[language]
  const { left } = undecidedOf(review)
  return left === 0 ? words.allDecided : words.left(formatNumber(String(left), language))
}
