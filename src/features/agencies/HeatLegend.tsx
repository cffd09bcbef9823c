import { memo } from 'react'
import { heatLimits } from '../../charts/heatSteps.ts'
import { useText } from '../../ui/language.tsx'
import { Mark } from '../../ui/Mark.tsx'
import { MostLostSign } from './HeatCell.tsx'
import type { LeagueFrame } from './useLeague.ts'
import { agenciesWords } from './words.ts'

/** Steps of the heat table and its signs, those only that stand in it. */
export const HeatLegend = memo(function HeatLegend({ frame: { group, heat } }: { frame: LeagueFrame }) {
  const words = useText(agenciesWords)
  const cells = group.rows.flatMap(row => heat.flatMap(column => row.cells[column.place] ?? []))
  const [first = 0] = heatLimits
  return (
    <p className="heat-legend">
      <span>{words.legendScale}</span>
      <span className="steps">
        <i className="heat-1">{words.below(String(first))}</i>
        {heatLimits.map((limit, index) => {
          const next = heatLimits[index + 1]
          return (
            <i key={limit} className={`heat-${index + 2}`}>
              {next === undefined ? words.from(String(limit)) : words.between(String(limit), String(next))}
            </i>
          )
        })}
      </span>
      <span>
        <MostLostSign />
        {words.mostLost}
      </span>
      {cells.some(cell => cell.notIncurred) && (
        <span>
          <Mark kind="notApplicable" />
          {words.notIncurred}
        </span>
      )}
      {cells.some(cell => cell.state === 'notApplicable') && (
        <span>
          <Mark kind="notApplicable" />
          {words.notApplicableHere}
        </span>
      )}
      {cells.some(cell => cell.state === 'open' || cell.state === 'pending') && (
        <span>
          <Mark kind="missing" />
          {words.missing}
        </span>
      )}
    </p>
  )
})
