import { isSettled } from '../../model/exact.ts'
import type { CriteriaLine } from './criteriaLines.ts'
import { percentBar } from './percentBar.ts'
import { isInferred, saidDifference, saidLost, saidPercent } from './saidCells.ts'
import { Said } from './signs.tsx'
import type { TableView } from './tableView.ts'

/** What two columns differ by stands out; equal ones step back. */
export function DifferenceCell({ line, view }: { line: Pick<CriteriaLine, 'row'>; view: TableView }) {
  const { difference } = line.row
  const text = <Said cell={saidDifference(line, view)} decimals={view.decimals.points} view={view} />
  if (difference.kind !== 'known') return text
  return difference.points === '0' ? <span className="even">{text}</span> : <b className="differs">{text}</b>
}

export function LostCell({ line, view }: { line: Pick<CriteriaLine, 'row' | 'node'>; view: TableView }) {
  const said = saidLost(line, view)
  const { lost } = line.row
  if (said.look === 'none' || !lost) return null
  const isEven = !isSettled(lost) || lost.to === '0' || line.node?.notIncurred === true
  return (
    <span className={isEven ? 'even' : 'lost'}>
      <Said cell={said} decimals={view.decimals.points} view={view} />
    </span>
  )
}

/** Points on 0/0 say nothing of the work: ink, never the colour of a loss. */
const idlePaint = {
  fill: 'url(#hatch-ink)',
  stroke: 'var(--ink-2)',
  strokeWidth: 1.2,
  strokeDasharray: '3 2.4',
}

/** Share of the maximum as a bar with its number. */
export function PercentCell({
  line,
  view,
}: {
  line: Pick<CriteriaLine, 'row' | 'node' | 'kind'>
  view: TableView
}) {
  const { percent } = line.row
  if (percent === null) return null
  const isSure = !isInferred(line)
  const bar = percentBar(percent)
  const hue = (name: 'actual' | 'lost') =>
    isSure
      ? { fill: `var(--${name})` }
      : { fill: `url(#hatch-${name})`, stroke: `var(--${name})`, strokeWidth: 1.2 }
  const at = (share: number) => `${share * 100}%`
  const isParted = isSure && bar.reached >= 0.06 && bar.lost >= 0.06 && bar.open === 0
  return (
    <span className={isSettled(percent) ? 'percent-bar' : 'percent-bar wide'}>
      <svg aria-hidden="true">
        {bar.lost > 0 && (
          <rect
            x={at(1 - bar.lost)}
            width={at(bar.lost)}
            height="100%"
            {...(line.node?.notIncurred ? idlePaint : hue('lost'))}
          />
        )}
        {bar.reached > 0 && <rect width={at(bar.reached)} height="100%" {...hue('actual')} />}
        {bar.open > 0 && (
          <rect
            x={at(bar.reached)}
            y="1"
            width={at(bar.open)}
            height="9"
            fill="var(--paper)"
            stroke="var(--ink-2)"
            strokeWidth="1.4"
            strokeDasharray="3 2.4"
          />
        )}
        {isParted && <rect x={at(bar.reached)} width="1.5" height="100%" fill="var(--paper)" />}
      </svg>
      <span>{saidPercent(line, view).text}</span>
    </span>
  )
}
