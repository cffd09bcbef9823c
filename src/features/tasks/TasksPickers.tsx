import { useId, useState } from 'react'
import { readDay } from '../../io/figures/readDay.ts'
import type { TaskPlan } from '../../state/tasks/tasksView.ts'
import { formatDate } from '../../ui/formatNumber.ts'
import { useLanguage, useText } from '../../ui/language.tsx'
import { Mark } from '../../ui/Mark.tsx'
import { DayInput } from './DayInput.tsx'
import type { Wish } from './taskFilter.ts'
import type { ChangeTasks } from './tasksAddress.ts'
import { planName } from './texts.ts'
import { tasksWords } from './words.ts'

/** Which plan, and the day that everything is read at. */
export function TasksPickers({
  plans,
  wish,
  on,
  today,
  change,
}: {
  plans: readonly TaskPlan[]
  wish: Wish
  on: string
  today: string
  change: ChangeTasks
}) {
  const language = useLanguage()
  const words = useText(tasksWords)
  const parts = [
    { label: words.documentPlans, shown: plans.filter(plan => plan.round === null) },
    { label: words.remedyPlans, shown: plans.filter(plan => plan.round !== null) },
  ]
  return (
    <div className="tk-pickers">
      <label className="tk-field tk-plan">
        <span>{words.plan}</span>
        <select
          value={wish.plan?.id ?? ''}
          // Another plan has other agencies and criteria.
          onChange={event =>
            change({
              plan: event.target.value === '' ? undefined : event.target.value,
              agency: undefined,
              criterion: undefined,
            })
          }
        >
          <option value="">{words.allPlans(plans.length)}</option>
          {parts.map(
            ({ label, shown }) =>
              shown.length > 0 && (
                <optgroup key={label} label={label}>
                  {shown.map(plan => (
                    <option key={plan.id} value={plan.id}>
                      {planName(plan, words, language)}
                    </option>
                  ))}
                </optgroup>
              ),
          )}
        </select>
      </label>
      <DayField label={words.on} day={on} choose={day => change({ on: day === today ? undefined : day })} />
      {on !== today && (
        <button type="button" className="link-button" onClick={() => change({ on: undefined })}>
          {words.today}
        </button>
      )}
    </div>
  )
}

/** A day being typed is not one yet: the view follows when it is. */
function DayField({ label, day, choose }: { label: string; day: string; choose: (day: string) => void }) {
  const language = useLanguage()
  const id = useId()
  const [typed, setTyped] = useState<string | null>(null)
  const [fault, setFault] = useState<string | null>(null)
  const text = typed ?? formatDate(day)
  const change = (next: string) => {
    setTyped(next)
    setFault(null)
    // Whole and not to be gone on with: nobody has to press Enter after "05/03/2026".
    const reading = readDay(next.trim())
    if (next.trim().length >= 10 && reading.kind === 'value') choose(reading.value)
  }
  const settle = () => {
    if (typed === null) return
    const reading = readDay(typed.trim())
    if (reading.kind === 'wrong') return setFault(reading.message[language])
    setTyped(null)
    if (reading.value !== day) choose(reading.value)
  }
  return (
    <span className="tk-field">
      <label htmlFor={id}>{label}</label>
      <DayInput
        id={id}
        name={label}
        text={text}
        change={change}
        settle={settle}
        {...(fault !== null && {
          described: { 'aria-describedby': `${id}-fault`, 'aria-invalid': true as const },
        })}
      />
      {fault !== null && (
        <small id={`${id}-fault`} className="tk-fault" role="alert">
          <Mark kind="error" />
          {fault}
        </small>
      )}
    </span>
  )
}
