import { SparklineMark } from '../../charts/Sparkline.tsx'
import { buildSparkline } from '../../charts/sparklineSeries.ts'
import { formatNumber } from '../../ui/formatNumber.ts'
import { useLanguage, useText } from '../../ui/language.tsx'
import type { LeagueRow } from './leagueRows.ts'
import type { LeagueFrame } from './useLeague.ts'
import { agenciesWords } from './words.ts'

/** Exact change since the period before, or why there is none, beside the line through all periods. */
export function ChangeCell({ row, frame }: { row: LeagueRow; frame: LeagueFrame }) {
  return (
    <span className="change">
      <ChangeText row={row} frame={frame} />
      {frame.changes === 'earlier' && <SparklineMark line={buildSparkline(row.line, frame.scale)} />}
    </span>
  )
}

export function ChangeText({ row, frame }: { row: LeagueRow; frame: LeagueFrame }) {
  const words = useText(agenciesWords)
  const language = useLanguage()
  const format = (points: string) =>
    formatNumber(points, language, { signed: true, minPlaces: frame.ruleSet.pointsPlaces })
  if (frame.changes === 'published') {
    const change = row.published?.change
    return change ? <span className={toneOf(change.points)}>{format(change.points)}</span> : <span>–</span>
  }
  if (row.change === null) return <span className="quiet">…</span>
  if (row.change.kind === 'changed')
    return <span className={toneOf(row.change.difference)}>{format(row.change.difference)}</span>
  const reason = words.reasons[row.change.reason]
  return (
    <span className="not-comparable" title={`${words.notComparable}: ${reason.long}`}>
      <span className="visually-hidden">{words.notComparable}: </span>
      {reason.short}
    </span>
  )
}

const toneOf = (difference: string) => (difference.startsWith('-') ? 'value lost' : 'value')
