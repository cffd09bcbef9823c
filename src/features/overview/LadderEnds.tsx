import type { CSSProperties } from 'react'
import type { Ladder } from '../../charts/ladderSeries.ts'
import { isSettled } from '../../model/exact.ts'
import type { RuleSet } from '../../model/ruleSet.ts'
import type { LossView, ScoreSheet } from '../../model/scoreSheet.ts'
import { formatInterval, pointsFormat } from '../../receipt/pointsFormat.ts'
import { formatNumber } from '../../ui/formatNumber.ts'
import { pickName, useLanguage, useText } from '../../ui/language.tsx'
import { bodyWords } from './bodyWords.ts'

const share = (value: number): CSSProperties => ({ width: `${value * 100}%` })

/** Ticks of the scale the falls hang on. */
export function Axis({ ladder }: { ladder: Ladder }) {
  const language = useLanguage()
  return (
    <span className="axis">
      {ladder.ticks.map(tick => (
        <i key={tick.value} style={{ left: `${tick.at * 100}%` }}>
          {formatNumber(tick.value, language)}
        </i>
      ))}
    </span>
  )
}

/** What a ladder falls from: the maximum. */
export function MaxBar({ maxPoints }: { maxPoints: string }) {
  const words = useText(bodyWords)
  const language = useLanguage()
  return (
    <div className="end-row max">
      <span className="end-label">{words.maxPoints}</span>
      <span className="end-bar" />
      <b className="end-value">{formatNumber(maxPoints, language)}</b>
    </div>
  )
}

/** What a ladder falls to: the score, or that of one area. */
export function ScoreBar({
  sheet,
  view,
  ruleSet,
  ladder,
  publishedAtMax,
}: {
  sheet: ScoreSheet
  view: LossView
  ruleSet: RuleSet
  ladder: Ladder
  publishedAtMax: number | undefined
}) {
  const words = useText(bodyWords)
  const language = useLanguage()
  const format = pointsFormat(ruleSet, language)
  const { points, gapToMax } = view
  const { items } = sheet.total
  if (points.kind === 'unknown') return null
  const item = pickName(language, ruleSet.itemWord, ruleSet.itemWordEn)
  const counted = items.scored === items.total ? items.atMax : publishedAtMax
  // Items are counted over the whole; an area has no count of its own.
  const atMax = view.nodeId === null ? counted : undefined
  const score = formatInterval(points, format)
  // Nothing lost needs no figure, and two intervals side by side need more room than a column has.
  const showsLoss = gapToMax?.to !== '0' && (isSettled(points) || ladder.mode === 'shared')
  return (
    <div
      className={`end-row score${ladder.scoreFrom < 0.5 ? ' low' : ''}`}
      style={{ '--score': ladder.scoreFrom } as CSSProperties}
    >
      <span className="end-label">
        {atMax === undefined
          ? words.reached
          : words.reachedItems(formatNumber(String(atMax), language), item)}
      </span>
      <span className="end-bar">
        <span className="reached" style={share(ladder.scoreFrom)}>
          <b>{score}</b>
        </span>
        {ladder.scoreTo > ladder.scoreFrom && (
          <span className="open" style={share(ladder.scoreTo - ladder.scoreFrom)} />
        )}
      </span>
      <b className="end-points">{score}</b>
      {gapToMax && showsLoss && (
        <span className="end-lost">
          {words.lostTotal} <b>{formatInterval(gapToMax, format)}</b>
        </span>
      )}
    </div>
  )
}
