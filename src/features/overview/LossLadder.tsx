import { lazy, type ReactNode, Suspense, useId, useRef } from 'react'
import type { Ladder } from '../../charts/ladderSeries.ts'
import type { RuleSet } from '../../model/ruleSet.ts'
import type { LossView, ScoreSheet } from '../../model/scoreSheet.ts'
import { pointsFormat } from '../../receipt/pointsFormat.ts'
import { lowerFirst } from '../../sentences/lowerFirst.ts'
import { useOffer } from '../../state/exports/offers.ts'
import { ChartTools } from '../../ui/ChartTools.tsx'
import { formatNumber, type Language } from '../../ui/formatNumber.ts'
import { pickName, useLanguage, useText } from '../../ui/language.tsx'
import { bodyWords } from './bodyWords.ts'
import { Axis, MaxBar, ScoreBar } from './LadderEnds.tsx'
import { LadderLegend } from './LadderLegend.tsx'
import { type LadderView, Row } from './LadderRow.tsx'
import { type PictureFrame, pictureFrame } from './pictureOf.ts'
import { projectLosses } from './projectLosses.ts'

const loadCharts = () => import('../../charts/LadderCharts.tsx')
const WaterfallChart = lazy(() => loadCharts().then(module => ({ default: module.WaterfallChart })))
const GapBarsChart = lazy(() => loadCharts().then(module => ({ default: module.GapBarsChart })))
const LossTable = lazy(() => import('./LossTable.tsx').then(module => ({ default: module.LossTable })))

/** Waterfall and gap bars on one set of rows, largest loss first; every row opens its receipt, or its area. */
export function LossLadder({
  sheet,
  ruleSet,
  ladder,
  losses = { nodeId: null, ...sheet.total, losses: sheet.losses },
  publishedAtMax,
  view,
  modes,
  frame,
}: {
  sheet: ScoreSheet
  ruleSet: RuleSet
  ladder: Ladder
  /** What the ladder was made of, where it is not every criterion of the sheet. */
  losses?: LossView | undefined
  /** Items at their maximum as the publisher counts them, where our own count cannot be complete. */
  publishedAtMax: number | undefined
  view: LadderView
  /** Other ways to tell the same losses. */
  modes?: ReactNode
  frame?: PictureFrame | undefined
}) {
  const words = useText(bodyWords)
  const language = useLanguage()
  const block = useRef<HTMLDivElement>(null)
  const sentenceId = useId()
  const item = pickName(language, ruleSet.itemWord, ruleSet.itemWordEn)
  const hasRest = ladder.rows.some(row => row.kind === 'rest')
  const area = sheet.nodes.find(node => node.criterionId === losses.nodeId)
  const areaName = area && pickName(language, area.shortName, area.shortNameEn)
  const sentence = mostLost(ladder, pointsFormat(ruleSet, language), language)
  useOffer({
    kind: 'table',
    id: 'losses',
    name: words.ladder,
    make: () => projectLosses({ sheet, ruleSet, losses, title: sentence || words.ladder }, language),
  })
  const picture = frame ?? pictureFrame({ sheet, ruleSet }, language)
  return (
    <section className="ladder-section" aria-labelledby="ladder-title" aria-describedby={sentenceId}>
      <div className="section-head">
        <h2 id="ladder-title">{areaName ? words.ladderIn(areaName) : words.ladder}</h2>
        {!view.showTable && <LadderLegend ladder={ladder} view={losses} ruleSet={ruleSet} />}
        <div className="section-actions">
          {modes}
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
          <ChartTools
            showTable={view.showTable}
            toggleTable={view.toggleTable}
            picture={{
              element: () => block.current,
              title: sentence || words.ladder,
              scope: picture.scope,
              source: picture.source,
              fileName: picture.fileName(words.ladder),
            }}
          />
        </div>
      </div>
      <p className="visually-hidden" id={sentenceId}>
        {sentence}
      </p>
      {view.showTable ? (
        <Suspense fallback={null}>
          <LossTable sheet={sheet} ruleSet={ruleSet} losses={losses} select={view.drill ?? view.select} />
        </Suspense>
      ) : (
        <div ref={block} className={`ladder ${ladder.mode}`}>
          <div className="ladder-row ladder-head" aria-hidden="true">
            <span className="code">{words.code}</span>
            <span>{view.drill ? words.areaOrder : words.lossOrder(item)}</span>
            <span className="bar-cell">
              {ladder.scaleMax !== '0' && words.commonScale(formatNumber(ladder.scaleMax, language))}
            </span>
            <span className="number">{words.reachedOfMax}</span>
            <span className="number">{words.lost}</span>
            <Axis ladder={ladder} />
          </div>
          <MaxBar maxPoints={losses.maxPoints} />
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
          <ScoreBar
            sheet={sheet}
            view={losses}
            ruleSet={ruleSet}
            ladder={ladder}
            publishedAtMax={publishedAtMax}
          />
        </div>
      )}
    </section>
  )
}

/** "Mất nhiều điểm nhất ở …: 1,2266 trên 1,5 điểm."; empty where nothing is surely lost. */
function mostLost(ladder: Ladder, format: (points: string) => string, language: Language): string {
  const row = ladder.rows.find(each => each.kind === 'lost' && each.maxPoints !== null)
  if (!row?.node || row.maxPoints === null) return ''
  const name = lowerFirst(pickName(language, row.node.shortName, row.node.shortNameEn))
  return bodyWords[language].mostIn(name, format(row.lost), formatNumber(row.maxPoints, language))
}
