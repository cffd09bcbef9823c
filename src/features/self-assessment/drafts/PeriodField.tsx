import { useEffect, useId, useRef, useState } from 'react'
import { parsePeriod } from '../../../model/period.ts'
import type { PeriodKind } from '../../../state/assessment/suggestPeriod.ts'
import { useText } from '../../../ui/language.tsx'
import { draftsWords } from './words.ts'

type Parts = { readonly year: string; readonly part: string; readonly day: string }

/** A year, quarter, month or day; null is said while it is none. Mounted anew for another kind or suggestion. */
export function PeriodField({
  label,
  kind,
  value,
  change,
  hint,
  isFocused = false,
}: {
  label: string
  kind: PeriodKind
  value: string | null
  change: (period: string | null) => void
  hint?: string | undefined
  isFocused?: boolean
}) {
  const words = useText(draftsWords)
  const id = useId()
  const first = useRef<HTMLElement | null>(null)
  const [parts, setParts] = useState(() => partsOf(value))
  useEffect(() => {
    if (isFocused) first.current?.focus()
  }, [isFocused])
  const edit = (next: Parts) => {
    setParts(next)
    change(periodOf(kind, next))
  }
  const isWrong = periodOf(kind, parts) === null
  const about = [isWrong ? `${id}-wrong` : '', hint === undefined ? '' : `${id}-hint`].join(' ').trim()
  const hold = (element: HTMLElement | null) => {
    first.current = element
  }
  return (
    <fieldset className="sa-period">
      <legend>{label}</legend>
      <div>
        {(kind === 'month' || kind === 'quarter') && (
          <label>
            <span>{words[kind]}</span>
            <select
              ref={hold}
              value={parts.part}
              onChange={event => edit({ ...parts, part: event.target.value })}
            >
              {numbersOf(kind).map(number => (
                <option key={number} value={number}>
                  {Number(number)}
                </option>
              ))}
            </select>
          </label>
        )}
        {kind === 'date' ? (
          <label>
            <span>{words.day}</span>
            <input
              ref={hold}
              type="date"
              min="2000-01-01"
              max="2099-12-31"
              value={parts.day}
              aria-invalid={isWrong}
              aria-describedby={about === '' ? undefined : about}
              onChange={event => edit({ ...parts, day: event.target.value })}
            />
          </label>
        ) : (
          <label>
            <span>{words.year}</span>
            <input
              ref={kind === 'year' ? hold : undefined}
              type="text"
              inputMode="numeric"
              maxLength={4}
              size={5}
              value={parts.year}
              aria-invalid={isWrong}
              aria-describedby={about === '' ? undefined : about}
              onChange={event => edit({ ...parts, year: event.target.value.trim() })}
            />
          </label>
        )}
      </div>
      {isWrong && (
        <small className="lost" id={`${id}-wrong`}>
          {kind === 'date' ? words.dayWrong : words.yearWrong}
        </small>
      )}
      {hint !== undefined && <small id={`${id}-hint`}>{hint}</small>}
    </fieldset>
  )
}

const numbersOf = (kind: 'month' | 'quarter') =>
  Array.from({ length: kind === 'month' ? 12 : 4 }, (_, index) =>
    kind === 'month' ? String(index + 1).padStart(2, '0') : String(index + 1),
  )

function partsOf(value: string | null): Parts {
  const period = value === null ? null : parsePeriod(value)
  switch (period?.kind) {
    case 'quarter':
      return { year: period.year, part: period.quarter, day: '' }
    case 'month':
      return { year: period.year, part: period.month, day: '' }
    case 'date':
      return { year: period.year, part: '', day: value ?? '' }
    default:
      return { year: period?.year ?? '', part: '', day: '' }
  }
}

function periodOf(kind: PeriodKind, { year, part, day }: Parts): string | null {
  const text =
    kind === 'date' ? day : kind === 'year' ? year : `${year}-${kind === 'quarter' ? 'Q' : ''}${part}`
  const period = parsePeriod(text)
  return period?.kind === kind && period.year.startsWith('20') ? text : null
}
