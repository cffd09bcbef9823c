import { useId } from 'react'
import type { FigureReading } from '../../../io/figures/readFigure.ts'
import type { FormField } from '../../../model/form.ts'
import type { FigureState } from '../../../model/review.ts'
import { formatDate, formatNumber } from '../../../ui/formatNumber.ts'
import { pickName, useLanguage, useText } from '../../../ui/language.tsx'
import { editWords } from './editWords.ts'
import type { FigureEdit } from './figureEdits.ts'

const states: readonly FigureState['state'][] = ['entered', 'missing', 'notApplicable', 'withheld']

/** One figure to be corrected: the field, its state, what was handed in, and how a doubtful text is meant. */
export function FigureInput({
  field,
  edit,
  reading,
  sent,
  fault,
  change,
}: {
  field: FormField
  edit: FigureEdit
  reading: FigureReading | undefined
  /** As handed in, as it is read. */
  sent: string
  fault: string | null
  change: (edit: FigureEdit) => void
}) {
  const words = useText(editWords)
  const language = useLanguage()
  const id = useId()
  const { metric, options } = field
  const name = pickName(language, metric.name, metric.nameEn)
  const unit = pickName(language, metric.unit, metric.unitEn)
  const answers =
    metric.valueType === 'flag'
      ? [
          { value: '1', label: words.yes },
          { value: '0', label: words.no },
        ]
      : metric.valueType === 'option'
        ? (options ?? []).map(({ value, label, labelEn }) => ({
            value,
            label: pickName(language, label, labelEn),
          }))
        : null
  const isTyped = answers === null
  const echo =
    reading?.kind === 'value' &&
    isTyped &&
    edit.state === 'entered' &&
    (reading.isRead || edit.meant !== undefined)
      ? metric.valueType === 'date'
        ? formatDate(reading.value)
        : formatNumber(reading.value, language)
      : null
  const described = [`${id}-sent`, ...(fault === null ? [] : [`${id}-fault`])].join(' ')
  return (
    <div className="rvd-field">
      <label htmlFor={id}>{name}</label>
      <div className="rvd-field-row">
        {edit.state !== 'entered' ? (
          <output id={id} className="rvd-field-state">
            {words.states[edit.state]}
          </output>
        ) : answers === null ? (
          <input
            id={id}
            type="text"
            inputMode={metric.valueType === 'date' ? 'numeric' : 'decimal'}
            autoComplete="off"
            spellCheck={false}
            value={edit.text}
            aria-invalid={fault !== null || undefined}
            aria-describedby={described}
            onChange={event => change({ state: 'entered', text: event.target.value })}
          />
        ) : (
          <select
            id={id}
            value={edit.text}
            aria-invalid={fault !== null || undefined}
            aria-describedby={described}
            onChange={event => change({ state: 'entered', text: event.target.value })}
          >
            <option value="">{words.choose}</option>
            {answers.map(({ value, label }) => (
              <option key={value} value={value}>
                {label}
              </option>
            ))}
          </select>
        )}
        {isTyped && metric.valueType !== 'date' && <span className="rvd-unit">{unit}</span>}
        <select
          className="rvd-state-menu"
          aria-label={words.stateOf(name)}
          value={edit.state}
          onChange={event => {
            const next = states.find(state => state === event.target.value)
            if (next !== undefined) change({ state: next, text: next === 'entered' ? edit.text : '' })
          }}
        >
          {states.map(state => (
            <option key={state} value={state}>
              {words.states[state]}
            </option>
          ))}
        </select>
      </div>
      <p id={`${id}-sent`} className="rvd-quiet">
        {words.sent(sent)}
        {echo !== null && <>; {words.meant(echo)}</>}
      </p>
      {reading?.kind === 'unclear' && edit.state === 'entered' && (
        <p className="rvd-unclear" role="alert">
          {words.unclear(edit.text.trim())}{' '}
          {reading.choices.map(({ value }) => (
            <button
              key={value}
              type="button"
              className="button"
              onClick={() => change({ ...edit, meant: value })}
            >
              {language === 'vi' ? value.replace('.', ',') : value}
            </button>
          ))}
        </p>
      )}
      {fault !== null && (
        <p id={`${id}-fault`} className="rvd-fault" role="alert">
          {fault}
        </p>
      )}
    </div>
  )
}
