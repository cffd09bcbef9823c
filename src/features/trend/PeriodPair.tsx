import { sinceKey } from '../../model/trend.ts'
import { periodName } from '../../receipt/periodName.ts'
import type { TrendView } from '../../state/useTrendView.ts'
import { useLanguage, useText } from '../../ui/language.tsx'
import type { TrendFrame } from './trendFrame.ts'
import { trendWords } from './words.ts'

/** The two periods that are compared, each to be chosen; two rule sets may share a period. */
export function PeriodPair({ view, frame }: { view: TrendView; frame: TrendFrame }) {
  const words = useText(trendWords)
  const language = useLanguage()
  const { selected, since, entries } = view
  const { change } = frame
  const earlier = entries.filter(entry => entry.period < selected.period)
  const keyOf = (entry: TrendView['selected']) => sinceKey(entry, selected.ruleSetId)
  if (earlier.length === 0) return null
  return (
    <p className="trend-pair">
      <label className="trend-choice">
        <span>{words.compareFrom}</span>
        <select
          value={since ? keyOf(since) : ''}
          onChange={event => change({ since: event.target.value || undefined })}
        >
          {since === null && <option value="">–</option>}
          {earlier.toReversed().map(entry => (
            <option key={keyOf(entry)} value={keyOf(entry)}>
              {periodName(entry.period, language)}
            </option>
          ))}
        </select>
      </label>
      <label className="trend-choice">
        <span>{words.compareTo}</span>
        <select
          value={`${selected.ruleSetId} ${selected.period}`}
          onChange={event => {
            const entry = entries.find(each => `${each.ruleSetId} ${each.period}` === event.target.value)
            if (entry) frame.select(entry)
          }}
        >
          {entries.toReversed().map(entry => (
            <option key={`${entry.ruleSetId} ${entry.period}`} value={`${entry.ruleSetId} ${entry.period}`}>
              {periodName(entry.period, language)}
            </option>
          ))}
        </select>
      </label>
    </p>
  )
}
