import { isSettled } from '../../model/exact.ts'
import { formatInterval } from '../../receipt/pointsFormat.ts'
import { formatNumber, formatPercent } from '../../ui/formatNumber.ts'
import { PaddedNumber } from '../../ui/PaddedNumber.tsx'
import type { CriteriaLine } from './criteriaLines.ts'
import { isInferred } from './PointsCells.tsx'
import { percentBar } from './percentBar.ts'
import type { TableView } from './tableView.ts'

/** Last column less the first, to the last digit. */
export function DifferenceCell({ line, view }: { line: Pick<CriteriaLine, 'row'>; view: TableView }) {
  const { difference } = line.row
  const { words, language, ruleSet, decimals } = view
  if (difference.kind === 'none') return null
  if (difference.kind !== 'known')
    return <small>{difference.kind === 'taken' ? words.takenDifference : words.openDifference}</small>
  const text = formatNumber(difference.points, language, { signed: true, minPlaces: ruleSet.pointsPlaces })
  const padded = <PaddedNumber text={text} decimals={decimals.points} mark={language === 'vi' ? ',' : '.'} />
  return difference.points === '0' ? (
    <span className="even">{padded}</span>
  ) : (
    <b className="differs">{padded}</b>
  )
}

export function LostCell({ line, view }: { line: Pick<CriteriaLine, 'row' | 'node'>; view: TableView }) {
  const { lost } = line.row
  if (!lost || line.node?.ruleKind === 'monitor' || line.node?.outcome?.kind === 'notApplicable') return null
  if (!isSettled(lost))
    return (
      <span className="even">
        {lost.from === '0' ? view.words.upTo(view.format(lost.to)) : formatInterval(lost, view.format)}
      </span>
    )
  return (
    <span className={lost.to === '0' || line.node?.notIncurred ? 'even' : 'lost'}>
      <PaddedNumber
        text={view.format(lost.to)}
        decimals={view.decimals.points}
        mark={view.language === 'vi' ? ',' : '.'}
      />
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
  const { percent, lost } = line.row
  if (percent === null) return null
  const isSure = !isInferred(line)
  // From nothing to everything is no number.
  const isBlank = line.kind === 'leaf' && percent.from === '0' && percent.to === '100'
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
      <span>{isBlank ? '' : percentText(percent, lost?.to === '0', view)}</span>
    </span>
  )
}

/** Whole percents; what is not quite full never reads as full. */
function percentText(
  percent: { readonly from: string; readonly to: string },
  isFull: boolean,
  { language }: TableView,
): string {
  const whole = (value: string) => formatPercent(value, language, 0)
  if (!isSettled(percent)) return `${whole(percent.from).slice(0, -1)}–${whole(percent.to)}`
  const text = whole(percent.to)
  return text === '100%' && !isFull ? formatPercent(percent.to, language) : text
}
