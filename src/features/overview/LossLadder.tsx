import { type CSSProperties, lazy, Suspense } from 'react'
import type { Ladder, LadderRow } from '../../charts/ladderSeries.ts'
import { isSettled } from '../../model/exact.ts'
import type { RuleSet } from '../../model/ruleSet.ts'
import type { ScoreSheet } from '../../model/scoreSheet.ts'
import { formatInterval, pointsFormat } from '../../receipt/pointsFormat.ts'
import { countDecimals, formatNumber } from '../../ui/formatNumber.ts'
import { Icon } from '../../ui/Icon.tsx'
import { pickName, useLanguage, useText } from '../../ui/language.tsx'
import { Mark, type MarkKind } from '../../ui/Mark.tsx'
import { PaddedNumber } from '../../ui/PaddedNumber.tsx'
import { LossTable } from './LossTable.tsx'
import { overviewWords } from './words.ts'

const loadCharts = () => import('../../charts/LadderCharts.tsx')
const WaterfallChart = lazy(() => loadCharts().then(module => ({ default: module.WaterfallChart })))
const GapBarsChart = lazy(() => loadCharts().then(module => ({ default: module.GapBarsChart })))

export type LadderView = {
  readonly selectedId: string | null
  readonly showTable: boolean
  readonly showAll: boolean
  readonly select: (nodeId: string) => void
  readonly toggleTable: () => void
  readonly toggleAll: () => void
}

/** Waterfall and gap bars on one set of rows, largest loss first; every row opens its receipt. */
export function LossLadder({
  sheet,
  ruleSet,
  ladder,
  publishedAtMax,
  view,
}: {
  sheet: ScoreSheet
  ruleSet: RuleSet
  ladder: Ladder
  /** Items at their maximum as the publisher counts them, where our own count cannot be complete. */
  publishedAtMax: number | undefined
  view: LadderView
}) {
  const words = useText(overviewWords)
  const language = useLanguage()
  const item = pickName(language, ruleSet.itemWord, ruleSet.itemWordEn)
  const hasRest = ladder.rows.some(row => row.kind === 'rest')
  return (
    <section className="ladder-section" aria-labelledby="ladder-title">
      <div className="section-head">
        <h2 id="ladder-title">{words.ladder}</h2>
        {!view.showTable && <Legend ladder={ladder} sheet={sheet} ruleSet={ruleSet} />}
        <div className="section-actions">
          {(hasRest || view.showAll) && !view.showTable && (
            <button
              type="button"
              className="link-button"
              aria-expanded={view.showAll}
              onClick={view.toggleAll}
            >
              {view.showAll ? words.restHide : words.restShow}
            </button>
          )}
          <button
            type="button"
            className="icon-button"
            aria-label={view.showTable ? words.hideTable : words.showTable}
            title={view.showTable ? words.hideTable : words.showTable}
            onClick={view.toggleTable}
          >
            <Icon name={view.showTable ? 'chart' : 'table'} />
          </button>
        </div>
      </div>
      {view.showTable ? (
        <LossTable sheet={sheet} ruleSet={ruleSet} select={view.select} />
      ) : (
        <div className={`ladder ${ladder.mode}`}>
          <div className="ladder-row ladder-head" aria-hidden="true">
            <span className="code">{words.code}</span>
            <span>{words.lossOrder(item)}</span>
            <span className="bar-cell">
              {ladder.scaleMax !== '0' && words.commonScale(formatNumber(ladder.scaleMax, language))}
            </span>
            <span className="number">{words.reachedOfMax}</span>
            <span className="number">{words.lost}</span>
            <Axis ladder={ladder} />
          </div>
          <MaxBar sheet={sheet} />
          <div className="ladder-rows">
            <ol>
              {ladder.rows.map(row => (
                <Row
                  key={`${row.kind} ${row.nodeId}`}
                  row={row}
                  ladder={ladder}
                  ruleSet={ruleSet}
                  view={view}
                />
              ))}
            </ol>
            {ladder.rows.length === 0 ? (
              <p className="nothing-lost">{words.nothingLost}</p>
            ) : (
              <Suspense fallback={null}>
                <div className="fall-area">
                  <WaterfallChart ladder={ladder} />
                </div>
                <div className="ladder-row gap-area">
                  <div className="bar-cell">
                    <GapBarsChart ladder={ladder} />
                  </div>
                </div>
              </Suspense>
            )}
          </div>
          <ScoreBar sheet={sheet} ruleSet={ruleSet} ladder={ladder} publishedAtMax={publishedAtMax} />
        </div>
      )}
    </section>
  )
}

function Row({
  row,
  ladder,
  ruleSet,
  view,
}: {
  row: LadderRow
  ladder: Ladder
  ruleSet: RuleSet
  view: LadderView
}) {
  const words = useText(overviewWords)
  const language = useLanguage()
  const format = pointsFormat(ruleSet, language)
  const selected = row.nodeId === view.selectedId
  const decimals = (pick: (entry: LadderRow) => string | null) =>
    Math.max(0, ...ladder.rows.map(entry => countDecimals(pick(entry) ?? '0')))
  // What a bonus wins stands among the losses with its own sign.
  const lost = row.lost.startsWith('-') ? `+${format(row.lost.slice(1))}` : `\u2212${format(row.lost)}`
  const mark = language === 'vi' ? ',' : '.'
  const content = (
    <>
      <span className="code">{row.code}</span>
      <span className="name">
        <RowName row={row} />
      </span>
      {row.notIncurred && (
        <span className="incurred">
          <Mark kind="notApplicable" />
          {words.notIncurredRow}
        </span>
      )}
      <span className="bar-cell" />
      <span className="number">
        {row.maxPoints !== null && (
          <>
            {row.points === null ? words.unscored : format(row.points)}/
            <PaddedNumber
              text={formatNumber(row.maxPoints, language)}
              decimals={decimals(entry => entry.maxPoints)}
              mark={mark}
            />
          </>
        )}
      </span>
      <span className="number lost">
        {row.lostSure !== row.lost ? (
          <span className="open">
            {row.lostSure === '0' ? '0' : format(row.lostSure)}–
            <PaddedNumber text={format(row.lost)} decimals={decimals(entry => entry.lost)} mark={mark} />
          </span>
        ) : (
          <PaddedNumber text={lost} decimals={decimals(entry => entry.lost)} mark={mark} />
        )}
      </span>
      <span className="fall-cell" />
    </>
  )
  if (row.kind === 'rounding' || row.kind === 'adjusted')
    return (
      <li>
        <div className="ladder-row">{content}</div>
      </li>
    )
  return (
    <li>
      <button
        type="button"
        id={`row-${row.nodeId}`}
        className={`ladder-row${selected ? ' selected' : ''}`}
        {...(row.kind === 'rest' ? {} : { 'aria-pressed': selected })}
        onClick={() => (row.kind === 'rest' ? view.toggleAll() : view.select(row.nodeId))}
      >
        {content}
      </button>
    </li>
  )
}

function RowName({ row }: { row: LadderRow }) {
  const words = useText(overviewWords)
  const language = useLanguage()
  if (row.kind === 'rest') {
    const count = formatNumber(String(row.count), language)
    if (row.lostSure === row.lost) return <>{words.rest(count)}</>
    return <>{row.lostSure === '0' ? words.restMissing(count) : words.restOpen(count)}</>
  }
  if (row.kind === 'rounding' || row.node === null) return <>{words.roundingStep}</>
  const full = pickName(language, row.node.name, row.node.nameEn)
  return (
    <>
      <span className="short" title={full}>
        {pickName(language, row.node.shortName, row.node.shortNameEn)}
      </span>
      <span className="long" title={full}>
        {full}
      </span>
    </>
  )
}

const share = (value: number): CSSProperties => ({ width: `${value * 100}%` })

function Axis({ ladder }: { ladder: Ladder }) {
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

function MaxBar({ sheet }: { sheet: ScoreSheet }) {
  const words = useText(overviewWords)
  const language = useLanguage()
  return (
    <div className="end-row max">
      <span className="end-label">{words.maxPoints}</span>
      <span className="end-bar" />
      <b className="end-value">{formatNumber(sheet.total.maxPoints, language)}</b>
    </div>
  )
}

function ScoreBar({
  sheet,
  ruleSet,
  ladder,
  publishedAtMax,
}: {
  sheet: ScoreSheet
  ruleSet: RuleSet
  ladder: Ladder
  publishedAtMax: number | undefined
}) {
  const words = useText(overviewWords)
  const language = useLanguage()
  const format = pointsFormat(ruleSet, language)
  const { points, gapToMax, items } = sheet.total
  if (points.kind === 'unknown') return null
  const item = pickName(language, ruleSet.itemWord, ruleSet.itemWordEn)
  const atMax = items.scored === items.total ? items.atMax : publishedAtMax
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

function Legend({ ladder, sheet, ruleSet }: { ladder: Ladder; sheet: ScoreSheet; ruleSet: RuleSet }) {
  const { legend } = useText(overviewWords)
  const rows = ladder.rows
  const published = ruleSet.pools.length > 0
  const illustrative = sheet.losses.some(step => step.certainty === 'illustrative')
  const unsure = rows.some(row => row.kind !== 'missing' && !row.sure)
  const entries: readonly (readonly [MarkKind, string, boolean])[] = [
    ['actual', legend.actual, true],
    ['lost', published ? legend.lost : legend.lostComputed, true],
    ['actualInferred', illustrative ? legend.actualIllustrative : legend.actualInferred, unsure],
    ['lostInferred', illustrative ? legend.lostIllustrative : legend.lostInferred, unsure],
    ['notApplicable', legend.notIncurred, rows.some(row => row.notIncurred)],
    ['missing', legend.missing, rows.some(row => row.lostSure !== row.lost)],
    ['max', legend.max, true],
    ['target', legend.target, rows.some(row => row.bar?.target != null && row.bar.targetSure)],
    [
      'targetInferred',
      legend.targetInferred,
      rows.some(row => row.bar?.target != null && !row.bar.targetSure),
    ],
  ]
  return (
    <div className="legend">
      {entries.map(
        ([kind, label, shown]) =>
          shown && (
            <span key={kind}>
              <Mark kind={kind} />
              {label}
            </span>
          ),
      )}
    </div>
  )
}
