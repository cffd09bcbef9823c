import type { Metric } from '../../../model/ruleSet.ts'
import { pickName, useLanguage, useText } from '../../../ui/language.tsx'
import type { FormActs } from './acts.ts'
import type { PreviousState } from './fieldProps.ts'
import { formWords } from './words.ts'

/** That the figure did not apply last period; one press says so again, with the reason given then. */
export function ReuseState({
  metric,
  state,
  acts,
}: {
  metric: Pick<Metric, 'id' | 'name' | 'nameEn'>
  state: PreviousState
  acts: FormActs
}) {
  const words = useText(formWords)
  const language = useLanguage()
  return (
    <span title={state.note}>
      {words.previousNotApplicable}
      <button
        type="button"
        className="sa-reuse"
        tabIndex={-1}
        aria-label={words.reuseNotApplicable(pickName(language, metric.name, metric.nameEn))}
        onClick={() => acts.setField(metric.id, state)}
      >
        {words.reuse}
      </button>
    </span>
  )
}
