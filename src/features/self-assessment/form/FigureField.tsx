import { type ClipboardEvent, type KeyboardEvent, useId, useMemo, useRef, useState } from 'react'
import { type FigureReading, readFigure } from '../../../io/figures/readFigure.ts'
import { capitalised } from '../../../receipt/ruleSentence.ts'
import { formatNumber } from '../../../ui/formatNumber.ts'
import { pickName, useLanguage, useText } from '../../../ui/language.tsx'
import { Mark } from '../../../ui/Mark.tsx'
import { DatePicker } from './DatePicker.tsx'
import { FieldNotes } from './FieldNotes.tsx'
import type { FieldProps } from './fieldProps.ts'
import { echoOf, textOf, typedText } from './fieldText.ts'
import type { FieldFault } from './itemData.ts'
import { StateReason, StateWord } from './StatedField.tsx'
import { type FieldState, StateMenu } from './StateMenu.tsx'
import { UnclearMessage } from './UnclearMessage.tsx'
import { useSettled } from './useSettled.ts'
import { useTyped } from './useTyped.ts'
import { formWords } from './words.ts'

/** A figure, day or percentage: shows what was typed to the letter, and under it how it was read. */
export function FigureField(props: FieldProps) {
  const { nodeId, field, entry, acts, choices, previousValue, setNone, fault } = props
  const { metric, options } = field
  const words = useText(formWords)
  const language = useLanguage()
  const id = useId()
  const input = useRef<HTMLInputElement>(null)
  const menu = useRef<HTMLSelectElement>(null)
  const [isWriting, setWriting] = useState(false)
  const state = entry?.state ?? 'typed'
  const meant = entry?.state === 'typed' ? entry.meant : undefined
  const [text, type] = useTyped(textOf(entry), next =>
    acts.setField(
      metric.id,
      next.trim() === '' ? null : { state: 'typed', text: next },
      `field:${metric.id}`,
    ),
  )
  const reading = useMemo(() => readFigure(text, metric, options, meant), [text, metric, options, meant])
  const [told, tell] = useSettled(reading, isWriting)

  const name = pickName(language, metric.name, metric.nameEn)
  const unit = pickName(language, metric.unit, metric.unitEn)
  const problem = state === 'typed' ? problemOf(told, fault) : null
  const hasFault = problem !== null
  const echo = told === reading ? echoOf(text, told, metric, language) : null
  const set = (next: string, meant?: string) => {
    acts.setField(metric.id, {
      state: 'typed',
      text: next,
      ...(meant === undefined ? {} : { meant }),
    })
    input.current?.focus()
    tell(readFigure(next, metric, options, meant))
  }
  const reuse = () => {
    if (previousValue === null) return
    const next = typedText(previousValue, metric)
    // A text with two readings means the one it was made of.
    set(next, readFigure(next, metric, options).kind === 'unclear' ? previousValue : undefined)
  }
  const choose = (next: FieldState | 'none' | 'reuse') => {
    if (next === 'none') return setNone()
    if (next === 'reuse') return reuse()
    acts.setField(metric.id, next === 'typed' ? null : { state: next })
    requestAnimationFrame(() => (next === 'typed' ? input : menu).current?.focus())
  }
  const press = (event: KeyboardEvent<HTMLInputElement>) => {
    if (event.key === 'ArrowDown' && event.altKey) {
      event.preventDefault()
      openMenu(menu.current)
      return
    }
    // What is wrong with it is told before the next field; a second press goes on all the same.
    if (event.key !== 'Enter' || event.shiftKey || told === reading) return
    tell(reading)
    if (reading.kind === 'unclear' || reading.kind === 'wrong') event.preventDefault()
  }
  const paste = (event: ClipboardEvent) => {
    const pasted = event.clipboardData.getData('text/plain')
    if (!isBlock(pasted)) return
    event.preventDefault()
    acts.paste(pasted, { nodeId, metricId: metric.id })
  }
  return (
    <>
      <div className="sa-field" data-type={metric.valueType}>
        <label htmlFor={`${id}-field`}>{name}</label>
        <span className={`sa-box${hasFault ? ' fault' : ''}${text === '' ? ' blank' : ''}`}>
          {entry === undefined || entry.state === 'typed' ? (
            <input
              id={`${id}-field`}
              ref={input}
              type="text"
              inputMode={metric.valueType === 'date' ? 'numeric' : 'decimal'}
              autoComplete="off"
              spellCheck={false}
              data-metric={metric.id}
              data-node={nodeId}
              value={text}
              aria-invalid={hasFault || undefined}
              aria-describedby={`${id}-unit ${id}-note${hasFault ? ` ${id}-message` : ''}`}
              aria-keyshortcuts="Alt+ArrowDown"
              onChange={event => type(event.target.value)}
              onFocus={() => {
                tell(reading)
                setWriting(true)
              }}
              onBlur={() => setWriting(false)}
              onKeyDown={press}
              onPaste={paste}
            />
          ) : (
            <StateWord state={entry.state} />
          )}
          {metric.valueType === 'date' ? (
            <>
              {state === 'typed' && (
                <DatePicker
                  name={name}
                  value={reading.kind === 'value' ? reading.value : ''}
                  pick={value => set(typedText(value, metric))}
                />
              )}
              <span className="visually-hidden" id={`${id}-unit`}>
                {words.datePattern}
              </span>
            </>
          ) : (
            <span className="sa-unit" id={`${id}-unit`}>
              {unit}
            </span>
          )}
          <StateMenu
            ref={menu}
            id={state === 'typed' ? undefined : `${id}-field`}
            name={name}
            state={state}
            choices={choices}
            choose={choose}
          />
        </span>
        <div className="sa-note" id={`${id}-note`}>
          {entry && entry.state !== 'typed' && (
            <StateReason metricId={metric.id} name={name} entry={entry} acts={acts} />
          )}
          <FieldNotes
            {...props}
            isEmpty={state === 'typed' && text.trim() === ''}
            echo={echo}
            reuse={reuse}
          />
          {fault?.isDoubt && !isWriting && (
            <span className="sa-doubt">
              <Mark kind="warning" size={13} />
              {capitalised(
                fault.denominator === null
                  ? fault.text[language]
                  : words.aboveDenominator(formatNumber(fault.denominator, language)),
              )}
            </span>
          )}
        </div>
      </div>
      {problem && (
        <UnclearMessage
          id={`${id}-message`}
          text={text}
          reading={problem}
          metric={metric}
          mean={value => set(text, value)}
          again={() => {
            acts.setField(metric.id, null)
            input.current?.focus()
            tell(readFigure('', metric))
          }}
        />
      )}
    </>
  )
}

/** What is to be mended about a text: that it cannot be read, or that its figure cannot count. */
function problemOf(
  told: FigureReading,
  fault: FieldFault | null,
): Extract<FigureReading, { kind: 'unclear' | 'wrong' }> | null {
  if (told.kind === 'unclear' || told.kind === 'wrong') return told
  return told.kind === 'value' && fault?.isDoubt === false
    ? { kind: 'wrong', code: 'refused', message: fault.text }
    : null
}

/** Several cells; a single one comes from a sheet with a line break behind it. */
export function isBlock(pasted: string): boolean {
  return /[\t\r\n]/.test(pasted.replace(/[\r\n]+$/, ''))
}

function openMenu(menu: HTMLSelectElement | null) {
  if (!menu) return
  menu.focus()
  try {
    menu.showPicker()
  } catch {
    // A browser that does not open it by itself leaves it focused: the arrows choose.
  }
}
