import { SparklineMark } from '../../charts/Sparkline.tsx'
import { buildSparkline } from '../../charts/sparklineSeries.ts'
import { useLanguage } from '../../ui/language.tsx'
import type { LeagueRow } from './leagueRows.ts'
import { changeText } from './leagueTexts.ts'
import type { LeagueFrame } from './useLeague.ts'

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
  const said = changeText(row, frame, useLanguage())
  switch (said.kind) {
    case 'changed':
      return <span className={said.isLoss ? 'value lost' : 'value'}>{said.text}</span>
    case 'none':
      return <span>{said.text}</span>
    case 'waiting':
      return <span className="quiet">{said.text}</span>
    case 'notComparable':
      return (
        <span className="not-comparable" title={said.full}>
          <span className="visually-hidden">{said.word} </span>
          {said.text}
        </span>
      )
  }
}
