import type { CSSProperties } from 'react'
import { PointsBarMark } from '../../charts/PointsBarMark.tsx'
import { type PointsSegment, pointsSegments } from '../../charts/pointsBarSeries.ts'
import type { RuleSetView } from '../../state/useRuleSetView.ts'
import { formatNumber, formatPercent } from '../../ui/formatNumber.ts'
import { pickName, useLanguage, useText } from '../../ui/language.tsx'
import { ruleSetWords } from './words.ts'

/** Maxima of the groups laid end to end on the scale; the table below is its twin. */
export function AreaBar({ view, showGroup }: { view: RuleSetView; showGroup: (id: string) => void }) {
  const words = useText(ruleSetWords)
  const { ruleSet, facts } = view
  const segments = pointsSegments(ruleSet, facts)
  if (segments.length < 2) return null
  const states = new Set(segments.map(segment => segment.state))
  const style = { '--columns': segments.map(({ length }) => `minmax(0, ${length}fr)`).join(' ') }
  return (
    <section className="area-section" aria-labelledby="areas">
      <div className="section-head">
        <h2 id="areas">{words.areas}</h2>
        <p className="sub">{words.areaHint}</p>
        <p className="legend">
          {(states.has('stated') || states.has('partial')) && <Sign state="stated" word={words.stated} />}
          {(states.has('inferred') || states.has('illustrative')) && (
            <Sign
              state="inferred"
              word={(['inferred', 'illustrative'] as const)
                .filter(state => states.has(state))
                .map(state => words.sourceKinds[state])
                .join(', ')}
            />
          )}
          {states.has('shared') && <Sign state="shared" word={words.unknown} />}
        </p>
      </div>
      <ol className="area-bar" style={style as CSSProperties}>
        {segments.map(segment => (
          <Area key={segment.criterionId ?? ''} segment={segment} view={view} showGroup={showGroup} />
        ))}
      </ol>
    </section>
  )
}

function Sign({ state, word }: { state: PointsSegment['state']; word: string }) {
  return (
    <span>
      <PointsBarMark state={state} />
      {word}
    </span>
  )
}

function Area({
  segment: { criterionId, points, percent, length, state },
  view: { ruleSet },
  showGroup,
}: {
  segment: PointsSegment
  view: RuleSetView
  showGroup: (id: string) => void
}) {
  const words = useText(ruleSetWords)
  const language = useLanguage()
  const criterion = ruleSet.criteria.find(each => each.id === criterionId)
  const number = formatNumber(points, language)
  const value = state === 'partial' ? words.partial(number) : number
  const style = { '--share': `${length * 100}%` }
  return (
    <li style={style as CSSProperties}>
      <PointsBarMark state={state} />
      <p>
        <b>{value}</b> <span>{formatPercent(percent, language, 1)}</span>
      </p>
      {criterion ? (
        <button type="button" onClick={() => showGroup(criterion.id)}>
          <span>{pickName(language, criterion.name, criterion.nameEn)}</span>
        </button>
      ) : (
        <span>{words.shared}</span>
      )}
    </li>
  )
}
