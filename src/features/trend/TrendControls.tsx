import type { TrendView } from '../../state/useTrendView.ts'
import { useLanguage, useText } from '../../ui/language.tsx'
import { subjectGroups } from './subjects.ts'
import type { TrendAddress } from './trendAddress.ts'
import { trendWords } from './words.ts'

/** What is followed, measured how, over which kind of period. */
export function TrendControls({ view, change }: { view: TrendView; change: (next: TrendAddress) => void }) {
  const words = useText(trendWords)
  const language = useLanguage()
  const { trend, ruleSets, ruleSet, steps, step } = view
  const { criterionId, measure } = trend.subject
  return (
    <div className="trend-controls" data-picture="skip">
      <label className="trend-choice wide">
        <span>{words.follow}</span>
        <select
          value={criterionId ?? ''}
          onChange={event => change({ criterion: event.target.value || 'none', measure: undefined })}
        >
          <option value="">{words.total}</option>
          {subjectGroups(ruleSets, ruleSet, words.onlyIn, language).map(group => (
            <optgroup key={group.id} label={group.label}>
              {group.choices.map(choice => (
                <option key={choice.id} value={choice.id}>
                  {choice.label}
                </option>
              ))}
            </optgroup>
          ))}
        </select>
      </label>
      {criterionId !== null && (trend.hasShare || measure === 'share') && (
        <fieldset className="trend-switch">
          <legend>{words.measure}</legend>
          {(['points', 'share'] as const).map(each => (
            <button
              key={each}
              type="button"
              aria-pressed={measure === each}
              onClick={() => change({ measure: each === 'points' ? undefined : each })}
            >
              {words.measures[each]}
            </button>
          ))}
        </fieldset>
      )}
      {steps.length > 1 && (
        <fieldset className="trend-switch">
          <legend>{words.step}</legend>
          {steps.map(each => (
            <button
              key={each}
              type="button"
              aria-pressed={step === each}
              onClick={() => change({ step: each, since: undefined })}
            >
              {words.stepNames[each]}
            </button>
          ))}
        </fieldset>
      )}
    </div>
  )
}
