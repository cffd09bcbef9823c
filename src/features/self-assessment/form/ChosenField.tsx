import { type KeyboardEvent, useId, useMemo, useRef } from 'react'
import { readFigure } from '../../../io/figures/readFigure.ts'
import { formatNumber } from '../../../ui/formatNumber.ts'
import { pickName, useLanguage, useText } from '../../../ui/language.tsx'
import type { FieldProps } from './fieldProps.ts'
import { textOf } from './fieldText.ts'
import { ReuseState } from './ReuseState.tsx'
import { StateReason, StateWord } from './StatedField.tsx'
import { type FieldState, StateMenu } from './StateMenu.tsx'
import { UnclearMessage } from './UnclearMessage.tsx'
import { formWords } from './words.ts'

type Answer = { readonly value: string; readonly label: string }

/** From so many answers on, a list that folds. */
const mostRadios = 4

/** Yes or no, or one answer of several. Nothing chosen is no answer, which is not "no". */
export function ChosenField(props: FieldProps) {
  const { nodeId, field, entry, acts, choices } = props
  const { metric, options } = field
  const words = useText(formWords)
  const language = useLanguage()
  const id = useId()
  const group = useRef<HTMLFieldSetElement>(null)
  const text = textOf(entry)
  const reading = useMemo(() => readFigure(text, metric, options), [text, metric, options])
  const state = entry?.state ?? 'typed'
  const chosen = reading.kind === 'value' ? reading.value : null
  const name = pickName(language, metric.name, metric.nameEn)
  const answers: readonly Answer[] =
    metric.valueType === 'flag'
      ? [
          { value: '1', label: words.yes },
          { value: '0', label: words.no },
        ]
      : (options ?? []).map(option => ({
          value: option.value,
          label: words.option(
            pickName(language, option.label, option.labelEn),
            formatNumber(option.points, language),
          ),
        }))
  const set = (value: string | null) => {
    acts.setField(metric.id, value === null ? null : { state: 'typed', text: value })
    // The button that empties it leaves with the answer.
    if (value === null) requestAnimationFrame(() => focusFirst(group.current))
  }
  const choose = (next: FieldState | 'none' | 'reuse') => {
    if (next === 'none') return
    if (next === 'reuse') return set(props.previousValue)
    acts.setField(metric.id, next === 'typed' ? null : { state: next })
    requestAnimationFrame(() => focusFirst(group.current))
  }
  const press = (event: KeyboardEvent) => {
    if (event.key !== 'Delete' && event.key !== 'Backspace') return
    event.preventDefault()
    set(null)
  }
  const isList = answers.length > mostRadios
  const isTick = metric.valueType === 'flag'
  const hasFault = state === 'typed' && reading.kind === 'wrong'
  return (
    <>
      <fieldset
        ref={group}
        className={`sa-chosen${isTick ? ' tick' : ''}`}
        aria-describedby={`${id}-note${hasFault ? ` ${id}-message` : ''}`}
        {...(isList ? {} : { role: 'radiogroup' })}
        aria-labelledby={`${id}-name`}
      >
        <span className="sa-chosen-name" id={`${id}-name`}>
          {name}
        </span>
        <span className="sa-answers">
          {entry && entry.state !== 'typed' ? (
            <StateWord state={entry.state} />
          ) : isList ? (
            <select
              className={chosen === null ? 'blank' : undefined}
              data-metric={metric.id}
              data-node={nodeId}
              aria-labelledby={`${id}-name`}
              value={chosen ?? ''}
              onChange={event => set(event.target.value === '' ? null : event.target.value)}
            >
              <option value="">{words.choose}</option>
              {answers.map(answer => (
                <option key={answer.value} value={answer.value}>
                  {answer.label}
                </option>
              ))}
            </select>
          ) : (
            answers.map((answer, index) => (
              <label
                key={answer.value}
                className={`sa-answer${chosen === answer.value ? ' chosen' : ''}${chosen === null ? ' blank' : ''}`}
              >
                <input
                  type="radio"
                  name={id}
                  data-metric={metric.id}
                  data-node={nodeId}
                  {...(index === 0 ? {} : { 'data-follows': '' })}
                  checked={chosen === answer.value}
                  onChange={() => set(answer.value)}
                  onKeyDown={press}
                />
                {answer.label}
              </label>
            ))
          )}
          <StateMenu name={name} state={state} choices={choices} choose={choose} />
        </span>
        <span className="sa-note" id={`${id}-note`}>
          {props.sameAsCode !== null && <span>{words.sameAs(props.sameAsCode)}</span>}
          {choices.previous !== null && <span>{words.previous(choices.previous)}</span>}
          {props.previousState && state === 'typed' && chosen === null && (
            <ReuseState metric={metric} state={props.previousState} acts={acts} />
          )}
          {state === 'typed' && chosen === null && <span>{words.unanswered}</span>}
          {state === 'typed' && chosen !== null && (
            <button
              type="button"
              className="sa-reuse"
              tabIndex={-1}
              aria-label={words.clearOf(name)}
              onClick={() => set(null)}
            >
              {words.clear}
            </button>
          )}
          {metric.definition !== undefined && <span className="sa-definition">{metric.definition}</span>}
        </span>
      </fieldset>
      {entry && entry.state !== 'typed' && (
        <StateReason metricId={metric.id} name={name} entry={entry} acts={acts} />
      )}
      {hasFault && (
        <UnclearMessage
          id={`${id}-message`}
          text={text}
          reading={reading}
          metric={metric}
          mean={() => undefined}
          again={() => set(null)}
        />
      )}
    </>
  )
}

function focusFirst(group: HTMLElement | null) {
  group?.querySelector<HTMLElement>('input, select')?.focus()
}
