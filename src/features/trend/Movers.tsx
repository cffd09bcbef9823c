import { useRef } from 'react'
import { MoverMark } from '../../charts/TrendChangeMarks.tsx'
import { buildMoverBars } from '../../charts/trendChangeSeries.ts'
import type { ChangeByNode, NodeChange, NodeEnd } from '../../model/trend.ts'
import { formatInterval, pointsFormat } from '../../receipt/pointsFormat.ts'
import { useOffer } from '../../state/exports/offers.ts'
import type { TrendView } from '../../state/useTrendView.ts'
import { ChartTools } from '../../ui/ChartTools.tsx'
import { formatNumber, type Language } from '../../ui/formatNumber.ts'
import { pickName, useLanguage } from '../../ui/language.tsx'
import { TableScroll } from '../../ui/TableScroll.tsx'
import { isLoss, moverRows, moverWords } from './moverRows.ts'
import { projectMovers } from './projectMovers.ts'
import { changeText } from './texts.ts'
import { showsTable, toggledTable } from './trendAddress.ts'
import type { TrendFrame } from './trendFrame.ts'
import { trendWords } from './words.ts'

/** Rows before the rest is said in one line. */
const rowsShown = 7

/** The criteria behind the change, those that moved most first; with what remains they add up to it. */
export function Movers({
  view,
  byNode,
  frame,
}: {
  view: TrendView
  byNode: ChangeByNode
  frame: TrendFrame
}) {
  const words = useMoverWords(view)
  const language = useLanguage()
  const drawn = useRef<HTMLDivElement>(null)
  const { state, change } = frame
  useOffer({
    kind: 'table',
    id: 'movers',
    name: words.movers,
    make: () => projectMovers(view, byNode, frame.pair, language),
  })
  const showTable = showsTable(state, 'movers')
  const showAll = state.rows === 'all'
  const rows = showAll ? byNode.rows : byNode.rows.slice(0, rowsShown)
  const bars = buildMoverBars(byNode.rows)
  const number = (difference: NodeChange['difference']) =>
    difference.from === '0' && difference.to === '0'
      ? '0'
      : changeText(difference, byNode.unit, view.ruleSet, language, false)
  const hidden = byNode.rows.length - rows.length
  const remaining = hidden > 0 ? rows.at(-1)?.remaining : byNode.rest
  const saysRest = remaining && (hidden > 0 || remaining.from !== '0' || remaining.to !== '0')
  return (
    <section className="trend-movers" aria-labelledby="trend-movers">
      <div className="section-head">
        <h2 id="trend-movers">{words.movers}</h2>
        <span className="sub">{byNode.unit === 'points' ? words.moversSub : words.moversPercent}</span>
        <div className="section-actions">
          {byNode.rows.length > rowsShown && !showTable && (
            <button
              type="button"
              className="link-button"
              onClick={() => change({ rows: showAll ? undefined : 'all' })}
            >
              {showAll ? words.showFew : words.showAll}
            </button>
          )}
          <ChartTools
            showTable={showTable}
            toggleTable={() => change(toggledTable(state, 'movers'))}
            picture={frame.pictureOf(drawn, words.movers, 'tieu-chi')}
          />
        </div>
      </div>
      {byNode.rows.length === 0 && <p className="trend-quiet">{words.noMovers}</p>}
      {showTable ? (
        <MoverTable view={view} byNode={byNode} />
      ) : (
        <div ref={drawn}>
          <ol className="movers">
            {rows.map((row, index) => {
              const bar = bars[index]
              const name = pickName(language, row.name, row.nameEn)
              const isFollowed = state.criterion === row.nodeId
              return (
                <li key={`${row.kind} ${row.nodeId}`}>
                  {row.kind === 'criterion' ? (
                    <button
                      type="button"
                      className="mover-name"
                      title={name}
                      aria-pressed={isFollowed}
                      onClick={() =>
                        change({ criterion: isFollowed ? 'none' : row.nodeId, measure: undefined })
                      }
                    >
                      <span>{row.code}</span> {pickName(language, row.shortName, row.shortNameEn)}
                    </button>
                  ) : (
                    <span className="mover-name" title={name}>
                      {pickName(language, row.shortName, row.shortNameEn)}
                    </span>
                  )}
                  <span className="mover-ends">{endsText(row, view, language)}</span>
                  <b className={isLoss(row) ? 'mover-number lost' : 'mover-number'}>
                    {number(row.difference)}
                  </b>
                  <span className="mover-bar">{bar && <MoverMark bar={bar} />}</span>
                </li>
              )
            })}
            {remaining && saysRest && (
              <li className="rest">
                <span className="mover-name">
                  {hidden > 0 ? words.restRows(formatNumber(String(hidden), language)) : words.restRounding}
                </span>
                <span className="mover-ends" />
                <b className="mover-number">{number(remaining)}</b>
                <span className="mover-bar" />
              </li>
            )}
          </ol>
        </div>
      )}
      {byNode.unmoved > 0 && (
        <p className="trend-quiet">{words.unmoved(formatNumber(String(byNode.unmoved), language))}</p>
      )}
    </section>
  )
}

/** "8,20/10 › 7,10/10"; the fonts have no arrow. */
function endsText({ before, after, kind }: NodeChange, view: TrendView, language: Language): string {
  if (kind === 'adjustment') return ''
  const words = trendWords[language]
  const text = (end: NodeEnd | null) => {
    if (end === null) return words.notThere
    if (end.points === null) return words.exempt
    return `${formatInterval(end.points, pointsFormat(view.ruleSet, language))}/${formatNumber(end.maxPoints, language)}`
  }
  return `${text(before)} › ${text(after)}`
}

/** Words of the section; between a claim and a decision nothing moved, the two differ. */
function useMoverWords(view: TrendView) {
  return moverWords(view, useLanguage())
}

function MoverTable({ view, byNode }: { view: TrendView; byNode: ChangeByNode }) {
  const words = useMoverWords(view)
  const language = useLanguage()
  const { rows, rest, whole } = moverRows(view, byNode, language)
  return (
    <TableScroll label={words.movers}>
      <table className="figures">
        <thead>
          <tr>
            <th scope="col">{words.mover}</th>
            <th scope="col" className="number">
              {words.before}
            </th>
            <th scope="col" className="number">
              {words.after}
            </th>
            <th scope="col" className="number">
              {words.moves}
            </th>
          </tr>
        </thead>
        <tbody>
          {rows.map(row => (
            <tr key={row.id}>
              <th scope="row">{row.name}</th>
              <td className="number">{row.before}</td>
              <td className="number">{row.after}</td>
              <td className={row.isLoss ? 'number lost' : 'number'}>{row.moves}</td>
            </tr>
          ))}
          <tr>
            <th scope="row">{words.restRounding}</th>
            <td />
            <td />
            <td className="number">{rest}</td>
          </tr>
          <tr className="sum">
            <th scope="row">{words.whole}</th>
            <td />
            <td />
            <td className="number">{whole}</td>
          </tr>
        </tbody>
      </table>
    </TableScroll>
  )
}
