import { useId } from 'react'
import { type RoundStage, roundStages } from '../../../model/review.ts'
import { readInstant } from '../../../ui/instants.ts'
import { useText } from '../../../ui/language.tsx'
import { roundsWords } from './words.ts'

/** Day and time of a stage as typed; a stage without both is not in it. */
export type TypedDeadlines = ReadonlyMap<RoundStage, { readonly day: string; readonly time: string }>

/** End of a working day, taken where somebody gives the day alone. */
const usualTime = '17:00'

/** Instants of what was typed, and the stages whose text is none. */
export function readDeadlines(typed: TypedDeadlines): {
  readonly at: ReadonlyMap<RoundStage, string>
  readonly wrong: ReadonlySet<RoundStage>
} {
  const read = roundStages.flatMap(stage => {
    const each = typed.get(stage)
    return each ? [{ stage, at: readInstant(each.day, each.time) }] : []
  })
  return {
    at: new Map(read.flatMap(({ stage, at }) => (at === null ? [] : [[stage, at] as const]))),
    wrong: new Set(read.flatMap(({ stage, at }) => (at === null ? [stage] : []))),
  }
}

/** A deadline for each stage, in day and time; all optional. */
export function DeadlineFields({
  typed,
  change,
  isAsked,
}: {
  typed: TypedDeadlines
  change: (stage: RoundStage, next: { readonly day: string; readonly time: string } | null) => void
  isAsked: boolean
}) {
  const { form } = useText(roundsWords)
  const id = useId()
  const { at, wrong } = readDeadlines(typed)
  return (
    <details className="rvr-deadlines" open={typed.size > 0 || undefined}>
      <summary>{form.deadlines}</summary>
      <p>{form.deadlinesHint}</p>
      <div className="rvr-deadline-list">
        {roundStages.map((stage, index) => {
          const { day = '', time = '' } = typed.get(stage) ?? {}
          const isWrong = isAsked && wrong.has(stage)
          const earlier = roundStages.slice(0, index).findLast(each => {
            const [before, own] = [at.get(each), at.get(stage)]
            return before !== undefined && own !== undefined && own < before
          })
          const edit = (next: { day: string; time: string }) =>
            change(stage, next.day.trim() === '' && next.time.trim() === '' ? null : next)
          const about = isWrong || earlier ? `${id}-${stage}` : undefined
          return (
            <div key={stage} className="rvr-deadline">
              <span>{form.stage[stage]}</span>
              <input
                type="text"
                inputMode="numeric"
                size={14}
                maxLength={12}
                placeholder={form.dayForm}
                aria-label={form.day(form.stage[stage])}
                aria-invalid={isWrong}
                aria-describedby={about}
                value={day}
                onChange={event => edit({ day: event.target.value, time: time === '' ? usualTime : time })}
              />
              <input
                type="text"
                inputMode="numeric"
                size={6}
                maxLength={8}
                placeholder={usualTime}
                aria-label={form.time(form.stage[stage])}
                aria-invalid={isWrong}
                aria-describedby={about}
                value={time}
                onChange={event => edit({ day, time: event.target.value })}
              />
              {isWrong ? (
                <small className="lost" id={`${id}-${stage}`}>
                  {form.wrong}
                </small>
              ) : (
                earlier && (
                  <small className="rvr-warning" id={`${id}-${stage}`}>
                    {form.disordered(form.stage[earlier])}
                  </small>
                )
              )}
            </div>
          )
        })}
      </div>
    </details>
  )
}
