import { useId, useState } from 'react'
import type { Draft } from '../../../model/draft.ts'
import { parsePeriod } from '../../../model/period.ts'
import { nextPeriod } from '../../../state/assessment/suggestPeriod.ts'
import { duplicateDraft } from '../../../state/assessment/useMakeDraft.ts'
import { useText } from '../../../ui/language.tsx'
import { localDay } from './moments.ts'
import { PeriodField } from './PeriodField.tsx'
import { draftsWords } from './words.ts'

/** A copy for another period: with the figures, or with nothing but what does not apply. */
export function CopyForm({ draft, done }: { draft: Draft; done: () => void }) {
  const words = useText(draftsWords)
  const id = useId()
  const [period, setPeriod] = useState<string | null>(nextPeriod(draft.period, localDay(new Date())))
  const [keep, setKeep] = useState<'figures' | 'exemptions'>('exemptions')
  const [titles, setTitles] = useState(true)
  const kind = parsePeriod(draft.period)?.kind ?? 'month'
  const choice = (value: typeof keep, label: string, hint: string) => (
    <label className="sa-choice">
      <input type="radio" name={id} checked={keep === value} onChange={() => setKeep(value)} />
      <span>
        {label} <small>{hint}</small>
      </span>
    </label>
  )
  return (
    <form
      className="sa-row-form"
      onSubmit={event => {
        event.preventDefault()
        if (period === null) return
        duplicateDraft(
          draft,
          period,
          keep === 'figures' ? { keep } : { keep, evidenceTitles: titles && draft.evidence.length > 0 },
        )
        done()
      }}
      onKeyDown={event => {
        if (event.key === 'Escape') done()
      }}
    >
      <PeriodField label={words.copyTitle} kind={kind} value={period} change={setPeriod} isFocused />
      <fieldset>
        <legend>{words.copyKeeps}</legend>
        {choice('exemptions', words.copyExemptions, words.copyExemptionsHint)}
        {keep === 'exemptions' && draft.evidence.length > 0 && (
          <label className="sa-choice sa-choice-below">
            <input type="checkbox" checked={titles} onChange={event => setTitles(event.target.checked)} />
            <span>{words.copyTitles}</span>
          </label>
        )}
        {choice('figures', words.copyFigures, words.copyFiguresHint)}
      </fieldset>
      <div className="sa-row-buttons">
        <button type="submit" className="button primary">
          {words.copy}
        </button>
        <button type="button" className="button" onClick={done}>
          {words.cancel}
        </button>
      </div>
    </form>
  )
}
