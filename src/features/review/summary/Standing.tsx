import type { ConsolidationState } from '../../../state/review/useConsolidation.ts'
import { formatNumber } from '../../../ui/formatNumber.ts'
import { instantText } from '../../../ui/instants.ts'
import { useLanguage, useText } from '../../../ui/language.tsx'
import { Mark } from '../../../ui/Mark.tsx'
import type { ReviewProps } from '../reviewProps.ts'
import { summaryWords } from './words.ts'

/** How far what is shown may be relied on: provisional or closed, made up, older, with open conflicts. */
export function Standing({ open, isOlder, failure }: Pick<ReviewProps, 'open'> & ConsolidationState) {
  const words = useText(summaryWords)
  const language = useLanguage()
  const count = (value: number) => formatNumber(String(value), language)
  const { state, round } = open
  const { conflicts } = state
  return (
    <div className="rvs-standing">
      <p>{standingLine(open, language)}</p>
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
          {words.failed(failure)}
        </p>
      ) : (
        <p role="status" className="rvs-older">
          {isOlder && words.older}
        </p>
      )}
    </div>
  )
}

/** "Số liệu tạm tính …" or "Đã chốt lúc …, mã băm …"; also on paper and in files. */
export function standingLine({ state }: ReviewProps['open'], language: 'vi' | 'en'): string {
  const words = summaryWords[language]
  const { closed } = state.stages.closed
  if (!closed) return words.provisionalLine
  const late = [...state.notCounted.values()].filter(why => why === 'afterClosing').length
  const line = words.frozenLine(instantText(closed.at), closed.by, closed.act.sha256.slice(0, 16))
  return late === 0 ? line : `${line} ${words.frozenAfter(formatNumber(String(late), language))}`
}
