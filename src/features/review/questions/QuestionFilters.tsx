import { formatNumber } from '../../../ui/formatNumber.ts'
import { useLanguage, useText } from '../../../ui/language.tsx'
import type { ReviewProps } from '../reviewProps.ts'
import { type QuestionFilter, type QuestionRow, questionFilters } from './exchangeRows.ts'
import { questionsWords } from './words.ts'

/** Which agencies are shown, and the reminder to all who owe an answer. */
export function QuestionFilters({
  rows,
  filter,
  change,
  remind,
  toRemind,
}: Pick<ReviewProps, 'address' | 'change'> & {
  rows: readonly QuestionRow[]
  filter: QuestionFilter | null
  /** null: nobody owes an answer. */
  remind: (() => void) | null
  toRemind: number
}) {
  const words = useText(questionsWords)
  const language = useLanguage()
  const count = (number: number) => formatNumber(String(number), language)
  const options = [
    { id: null, label: words.filter.all, of: rows.length },
    ...questionFilters.map(id => ({
      id,
      label: words.filter[id],
      of: rows.filter(row => row.kinds.has(id)).length,
    })),
  ]
  return (
    <div className="rvq-tools">
      {/* biome-ignore lint/a11y/useSemanticElements: a row of buttons, no fields */}
      <div className="rvq-filters" role="group" aria-label={words.filters}>
        {options
          .filter(({ id, of }) => id === null || of > 0 || id === filter)
          .map(({ id, label, of }) => (
            <button
              key={id ?? 'all'}
              type="button"
              aria-pressed={id === filter}
              onClick={() => change({ filter: id ?? undefined })}
            >
              {label} <b>{count(of)}</b>
            </button>
          ))}
      </div>
      {remind && (
        <button type="button" className="link-button" onClick={remind}>
          {words.remindAll(count(toRemind))}
        </button>
      )}
    </div>
  )
}
