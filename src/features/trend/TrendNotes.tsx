import { formatNumber } from '../../ui/formatNumber.ts'
import { useLanguage, useText } from '../../ui/language.tsx'
import type { PeriodNotes } from './periodNotes.ts'
import { periodPhrase } from './texts.ts'
import { trendWords } from './words.ts'

/** Notes shown under the chart; the table has every one. */
const notesShown = 6

/** What is said of single periods, by the number that stands beside their points. */
export function TrendNotes({ notes: { own } }: { notes: PeriodNotes }) {
  const words = useText(trendWords)
  const language = useLanguage()
  if (own.length === 0) return null
  return (
    <>
      <ol className="trend-notes" aria-label={words.notes}>
        {own.slice(0, notesShown).map(({ periods, text }, index) => (
          <li key={text}>
            <span aria-hidden="true">{index + 1}</span>
            <span>
              <b>{periods.map(period => periodPhrase(period, language)).join(', ')}</b>: {text}
            </span>
          </li>
        ))}
      </ol>
      {own.length > notesShown && (
        <p className="trend-quiet">
          {words.moreNotes(formatNumber(String(own.length - notesShown), language))}
        </p>
      )}
    </>
  )
}
