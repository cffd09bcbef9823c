import { type ReactNode, useMemo } from 'react'
import { buildLadder, soloBar, targetMarks } from '../../charts/ladderSeries.ts'
import { documentName } from '../../receipt/citation.ts'
import { describePoolReceipt, describeReceipt } from '../../receipt/describeReceipt.ts'
import { periodName } from '../../receipt/periodName.ts'
import { pointsFormat } from '../../receipt/pointsFormat.ts'
import { ReceiptPanel } from '../../receipt/ReceiptPanel.tsx'
import type { ReceiptContext } from '../../receipt/receipt.ts'
import { receiptWords, stageNames } from '../../receipt/words.ts'
import type { ScoredView } from '../../state/useScoredView.ts'
import { formatNumber } from '../../ui/formatNumber.ts'
import { pickName, useLanguage, useText } from '../../ui/language.tsx'
import { Mark } from '../../ui/Mark.tsx'
import { Actions } from './Actions.tsx'
import { Headline } from './Headline.tsx'
import { LossLadder } from './LossLadder.tsx'
import { overviewSentence } from './overviewSentence.ts'
import { ReconciliationNotice } from './ReconciliationNotice.tsx'
import { TargetTiles } from './TargetTiles.tsx'
import { overviewWords } from './words.ts'

/** What of this screen lives in the address. */
export type OverviewState = {
  /** Open receipt: a node id, `none` when the reader closed it, absent for the opening one. */
  readonly criterion?: string | undefined
  /** Which charts show their table twin. */
  readonly table?: 'losses' | 'targets' | 'both' | undefined
  /** Every loss instead of the largest ones. */
  readonly rows?: 'all' | undefined
  /** Both readings of figures that do not add up. */
  readonly readings?: 'open' | undefined
}

/** Rows that fit the office laptop without scrolling. */
const rowsShown = 8

/** Tổng quan: the score, where the points went, what to do first, and the receipt of any of it. */
export function OverviewScreen({
  view,
  state,
  change,
  isWide,
  linkToDocument,
}: {
  view: ScoredView
  state: OverviewState
  change: (next: OverviewState) => void
  /** Room enough to dock a receipt beside the charts. */
  isWide: boolean
  linkToDocument: (documentId: string, label: string) => ReactNode
}) {
  const language = useLanguage()
  const words = useText(receiptWords)
  const { sheet, ruleSet, submission, plan, documents } = view
  const showAll = state.rows === 'all'
  const ladder = useMemo(
    () =>
      buildLadder(
        sheet,
        showAll ? Number.POSITIVE_INFINITY : rowsShown,
        plan ? targetMarks(plan.plan, plan.targets) : [],
      ),
    [sheet, showAll, plan],
  )

  const opening = isWide ? ladder.rows[0]?.nodeId : undefined
  const openId = state.criterion === 'none' ? undefined : (state.criterion ?? opening)
  const node = sheet.nodes.find(entry => entry.criterionId === openId)
  const pool = sheet.pools.find(entry => entry.poolId === openId)
  const context: ReceiptContext = {
    sheet,
    ruleSet,
    documents,
    language,
    targets: plan
      ? plan.plan.targets
          .filter(target => target.criterionId === openId)
          .map(target => ({
            year: plan.plan.year,
            text: (target.comparison === 'atLeast' ? words.atLeast : words.atMost)(
              `${formatNumber(target.percent, language)}%`,
            ),
          }))
      : [],
  }
  const receipt = node ? describeReceipt(node, context) : pool ? describePoolReceipt(pool, context) : null
  const bar = node?.maxPoints
    ? soloBar(
        node.outcome?.kind === 'scored' ? node.outcome.points : null,
        node.maxPoints,
        node.outcome?.kind !== 'scored' || node.outcome.certainty === 'stated',
      )
    : pool
      ? soloBar(pool.points.to, pool.maxPoints, false)
      : null

  const close = () => {
    // Back to the row it was opened from, for whoever reads with the keyboard.
    if (document.activeElement?.closest('.receipt')) document.getElementById(`row-${openId}`)?.focus()
    change({ ...state, criterion: 'none' })
  }
  const select = (nodeId: string) => change({ ...state, criterion: nodeId === openId ? 'none' : nodeId })
  const tables = {
    losses: state.table === 'losses' || state.table === 'both',
    targets: state.table === 'targets' || state.table === 'both',
  }
  const setTables = (losses: boolean, targets: boolean) =>
    change({ ...state, table: losses ? (targets ? 'both' : 'losses') : targets ? 'targets' : undefined })

  return (
    <div className={`view${receipt ? ' with-panel' : ''}`}>
      <main className="content overview" id="content" tabIndex={-1}>
        <Eyebrow view={view} />
        <h1>{overviewSentence(sheet, language, pointsFormat(ruleSet, language))}</h1>
        <Headline sheet={sheet} ruleSet={ruleSet} submission={submission} change={view.change} />
        {submission.provenance.certainty === 'illustrative' && (
          <p className="notice">
            <Mark kind="warning" size={17} />
            <b>{words.illustrative}</b>
          </p>
        )}
        {sheet.reconciliation && (
          <ReconciliationNotice
            reconciliation={sheet.reconciliation}
            open={state.readings === 'open'}
            toggle={() => change({ ...state, readings: state.readings === 'open' ? undefined : 'open' })}
          />
        )}
        <LossLadder
          sheet={sheet}
          ruleSet={ruleSet}
          ladder={ladder}
          publishedAtMax={submission.published?.itemsAtMax}
          view={{
            selectedId: openId ?? null,
            showTable: tables.losses,
            showAll,
            select,
            toggleTable: () => setTables(!tables.losses, tables.targets),
            toggleAll: () => change({ ...state, rows: showAll ? undefined : 'all' }),
          }}
        />
        <div className="duo">
          <TargetTiles
            sheet={sheet}
            plan={plan}
            documents={documents}
            showTable={tables.targets}
            toggleTable={() => setTables(tables.losses, !tables.targets)}
          />
          <Actions sheet={sheet} ruleSet={ruleSet} plan={plan} select={select} />
        </div>
        <PrintedScope view={view} />
      </main>
      {receipt && (
        <ReceiptPanel
          receipt={receipt}
          bar={bar}
          close={close}
          linkToDocument={linkToDocument}
          covers={!isWide}
        />
      )}
    </div>
  )
}

/** The rule set's full title and the decision it rests on; a long title gives way, the decision does not. */
function Eyebrow({ view: { ruleSet, documents } }: { view: ScoredView }) {
  const language = useLanguage()
  const decision = documents.find(entry => entry.id === ruleSet.decisionId)
  const title = pickName(language, ruleSet.title, ruleSet.titleEn)
  return (
    <p className="eyebrow split">
      <span title={title}>{title}</span>
      {decision && <span>· {documentName(decision, language)}</span>}
    </p>
  )
}

/** What a printed sheet is of: scope, stage, period, rule set and engine. */
function PrintedScope({ view: { sheet, ruleSet, agency } }: { view: ScoredView }) {
  const words = useText(overviewWords)
  const language = useLanguage()
  const parts = [
    agency?.name ?? sheet.agencyId,
    `${pickName(language, ruleSet.shortTitle, ruleSet.shortTitleEn)}, ${words.version(ruleSet.version)}`,
    `${stageNames[language][sheet.stage]} ${periodName(sheet.period, language)}`,
    words.engine(sheet.engineVersion),
  ]
  return <p className="print-only">{words.printed(parts.join(' · '))}</p>
}
