import { useMemo } from 'react'
import { phasesOf } from '../../state/tasks/phasesOf.ts'
import type { TaskPlan } from '../../state/tasks/tasksView.ts'
import { formatDate } from '../../ui/formatNumber.ts'
import { useLanguage, useText } from '../../ui/language.tsx'
import { PhasesTable } from './PhasesTable.tsx'
import { overlapText, phasesSentence, whereOnFalls } from './phaseTexts.ts'
import type { ViewProps } from './shared.ts'
import { planName, planSource } from './texts.ts'
import { type Stretch, timelineOf } from './timeline.ts'
import { tasksWords } from './words.ts'
import './phases.css'

/** Phases of every plan that has them, on a timeline with what runs at the same time, and as a table. */
export function PhasesView({
  plans,
  narrowed: { wish },
  on,
  change,
  linkToDocument,
}: ViewProps & { plans: readonly TaskPlan[] }) {
  const language = useLanguage()
  const words = useText(tasksWords)
  const withPhases = plans.filter(({ phases }) => phases.length > 0)
  const shown = wish.plan ? withPhases.filter(({ id }) => id === wish.plan?.id) : withPhases
  if (shown.length === 0)
    return (
      <section className="tk-none">
        <h2>{words.noPhases}</h2>
        <p>{words.noPhasesTail}</p>
        {withPhases.map(plan => (
          <button key={plan.id} type="button" className="button" onClick={() => change({ plan: plan.id })}>
            {words.seePhasesOf(planName(plan, words, language))}
          </button>
        ))}
      </section>
    )
  return shown.map(plan => <PlanPhases key={plan.id} plan={plan} on={on} linkToDocument={linkToDocument} />)
}

function PlanPhases({
  plan,
  on,
  linkToDocument,
}: {
  plan: TaskPlan
  on: string
  linkToDocument: ViewProps['linkToDocument']
}) {
  const language = useLanguage()
  const words = useText(tasksWords)
  const view = useMemo(() => phasesOf(plan.phases), [plan.phases])
  const timeline = useMemo(() => timelineOf(view, on), [view, on])
  return (
    <section className="tk-phases" aria-labelledby={`phases-of-${plan.id}`}>
      <div className="section-head">
        <h2 id={`phases-of-${plan.id}`}>{planName(plan, words, language)}</h2>
        <p className="sub">{phasesSentence(view, words)}</p>
      </div>
      <figure className="tk-timeline" aria-label={words.timeline}>
        <div className="tk-years" aria-hidden="true">
          <span />
          <div>
            {timeline.years.map(({ year, at }) => (
              <b key={year} style={{ left: `${at.left}%`, width: `${at.width}%` }}>
                {year}
              </b>
            ))}
          </div>
        </div>
        {timeline.rows.map(({ id, bar, overlaps }, index) => {
          const phase = view.phases[index]
          return (
            <div key={id} className="tk-lane">
              <p>
                <b>{phase?.name}</b>
                <span>{phase?.written}</span>
              </p>
              <div className="tk-track" aria-hidden="true">
                <i className="tk-phase" style={{ left: `${bar.left}%`, width: `${bar.width}%` }} />
                {overlaps.map(({ left, width }) => (
                  <i key={left} className="tk-overlap" style={{ left: `${left}%`, width: `${width}%` }} />
                ))}
                {phase && <OverlapLabel text={overlapText(view, phase.id, words)} bar={bar} />}
              </div>
            </div>
          )
        })}
        {timeline.on !== null && (
          <div className="tk-on" aria-hidden="true">
            <span />
            <div>
              <i style={{ left: `${timeline.on}%` }} />
            </div>
          </div>
        )}
        <figcaption className="tk-legend">
          <span>
            <i className="tk-swatch is-phase" />
            {words.legendPhase}
          </span>
          <span>
            <i className="tk-swatch is-overlap" />
            {words.legendOverlap}
          </span>
          <span>
            {timeline.on !== null && <i className="tk-swatch is-on" />}
            {words.legendOn(formatDate(on))} {whereOnFalls(view, on, words)}
          </span>
        </figcaption>
      </figure>
      <PhasesTable view={view} />
      {plan.document && (
        <p className="tk-note">
          {words.source}: {linkToDocument(plan.document.id, planSource(plan, words, language))}
        </p>
      )}
    </section>
  )
}

/** What a bar overlaps, on the side of it that has room. */
function OverlapLabel({ text, bar: { left, width } }: { text: string; bar: Stretch }) {
  const hasRoom = left + width < 60
  return (
    <span
      className={hasRoom ? 'tk-says' : 'tk-says is-before'}
      style={hasRoom ? { left: `${left + width}%` } : { right: `${100 - left}%` }}
    >
      {text}
    </span>
  )
}
