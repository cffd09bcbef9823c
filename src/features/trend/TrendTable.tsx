import type { TrendPoint } from '../../model/trend.ts'
import { periodName } from '../../receipt/periodName.ts'
import { formatInterval, pointsFormat } from '../../receipt/pointsFormat.ts'
import { stageTitle } from '../../receipt/stageNames.ts'
import type { TrendView } from '../../state/useTrendView.ts'
import { formatNumber } from '../../ui/formatNumber.ts'
import { pickName, useLanguage, useText } from '../../ui/language.tsx'
import { Mark } from '../../ui/Mark.tsx'
import { TableScroll } from '../../ui/TableScroll.tsx'
import { bandText, changeText, shareText } from './texts.ts'
import { trendWords } from './words.ts'

/** Table twin of the trend: every period with everything its point stands for, the newest first. */
export function TrendTable({
  view,
  noteOf,
  hrefOf,
}: {
  view: TrendView
  /** What is worth saying of one period; what all of them repeat is said once elsewhere. */
  noteOf: (point: TrendPoint) => string
  hrefOf: (entry: TrendView['selected']) => string
}) {
  const words = useText(trendWords)
  const { columns } = words
  const { trend, entries } = view
  const isTotal = trend.subject.criterionId === null
  const points = new Map(trend.points.map(point => [`${point.ruleSetId} ${point.period}`, point]))
  return (
    <TableScroll label={words.chart}>
      <table className="figures trend-table">
        <thead>
          <tr>
            <th scope="col">{columns.period}</th>
            <th scope="col" className="number">
              {columns.score}
            </th>
            <th scope="col" className="number">
              {columns.percent}
            </th>
            {trend.hasShare && (
              <th scope="col" className="number">
                {columns.share}
              </th>
            )}
            {isTotal && <th scope="col">{columns.band}</th>}
            <th scope="col" className="number">
              {columns.change}
            </th>
            {view.ruleSets.length > 1 && <th scope="col">{columns.rules}</th>}
            <th scope="col">{columns.stage}</th>
            <th scope="col">{columns.note}</th>
          </tr>
        </thead>
        <tbody>
          {entries.toReversed().map(entry => (
            <Row
              key={`${entry.ruleSetId} ${entry.period}`}
              entry={entry}
              point={points.get(`${entry.ruleSetId} ${entry.period}`)}
              view={view}
              noteOf={noteOf}
              hrefOf={hrefOf}
            />
          ))}
        </tbody>
      </table>
    </TableScroll>
  )
}

function Row({
  entry,
  point,
  view,
  noteOf,
  hrefOf,
}: {
  entry: TrendView['selected']
  point: TrendPoint | undefined
  view: TrendView
  noteOf: (point: TrendPoint) => string
  hrefOf: (entry: TrendView['selected']) => string
}) {
  const words = useText(trendWords)
  const language = useLanguage()
  const { trend } = view
  const set = view.ruleSets.find(each => each.id === entry.ruleSetId) ?? view.ruleSet
  const isTotal = trend.subject.criterionId === null
  const failed = view.failed.some(each => each.entry === entry)
  return (
    <tr className={entry === view.selected ? 'selected' : undefined}>
      <th scope="row">
        <a href={hrefOf(entry)}>{periodName(entry.period, language)}</a>
      </th>
      <td className="number">
        {point?.points && point.maxPoints !== null ? (
          `${formatInterval(point.points, pointsFormat(set, language))}/${formatNumber(point.maxPoints, language)}`
        ) : (
          <span className="quiet">
            <Mark kind={point?.state === 'notApplicable' ? 'notApplicable' : 'missing'} />
            {point ? words.states[point.state] : failed ? words.unreadable : words.loading}
          </span>
        )}
      </td>
      <td className="number">
        {point?.percent &&
          formatInterval(
            point.percent,
            value => `${formatNumber(value, language, { places: 2, minPlaces: 2 })}%`,
          )}
      </td>
      {trend.hasShare && (
        <td className="number">{point && point.share !== null && shareText(point.share, language)}</td>
      )}
      {isTotal && <td>{point?.points && bandText(point.bandIds, set, language)}</td>}
      <td className="number">{point && <Changed point={point} view={view} set={set} />}</td>
      {view.ruleSets.length > 1 && <td>{pickName(language, set.shortTitle, set.shortTitleEn)}</td>}
      <td>{point && point.state !== 'notSent' && stageTitle(point.stage, language)}</td>
      <td>
        {point &&
          [
            ...(point.missing > 0 ? [words.missing(formatNumber(String(point.missing), language))] : []),
            noteOf(point),
          ]
            .filter(Boolean)
            .join('; ')}
      </td>
    </tr>
  )
}

function Changed({ point, view, set }: { point: TrendPoint; view: TrendView; set: TrendView['ruleSet'] }) {
  const words = useText(trendWords)
  const language = useLanguage()
  const { change, noChange } = point
  if (!change) return <span className="quiet">{noChange ? words.noChange[noChange] : ''}</span>
  if (change.difference === '0') return words.same
  return changeText(
    { from: change.difference, to: change.difference },
    view.trend.unit === 'share' ? 'percent' : 'points',
    set,
    language,
    view.trend.unit === 'share',
  )
}
