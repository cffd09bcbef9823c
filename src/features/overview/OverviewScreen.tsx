import { lazy, type ReactNode, Suspense, useMemo } from 'react'
import { buildLadder, targetMarks } from '../../charts/ladderSeries.ts'
import { citation, documentName } from '../../receipt/citation.ts'
import { pointsFormat } from '../../receipt/pointsFormat.ts'
import type { ScoredView } from '../../state/useScoredView.ts'
import { pickName, useLanguage, useText } from '../../ui/language.tsx'
import { Actions } from './Actions.tsx'
import { Headline } from './Headline.tsx'
import { LossLadder } from './LossLadder.tsx'
import { overviewSentence } from './overviewSentence.ts'
import { ReconciliationNotice } from './ReconciliationNotice.tsx'
import { Remarks } from './Remarks.tsx'
import { scopeOf } from './scope.ts'
import { TargetTiles } from './TargetTiles.tsx'
import { type OverviewWords, overviewWords } from './words.ts'

const OverviewReceipt = lazy(() =>
  import('./OverviewReceipt.tsx').then(module => ({ default: module.OverviewReceipt })),
)

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
  const words = useText(overviewWords)
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
  const receiptId = hasReceipt(view, openId) ? openId : undefined

  const close = () => {
    const inPanel = document.activeElement?.closest('aside.receipt')
    change({ ...state, criterion: 'none' })
    // Back to the row it was opened from, for whoever reads with the keyboard.
    if (inPanel) document.getElementById(`row-${openId}`)?.focus()
  }
  const select = (nodeId: string) => change({ ...state, criterion: nodeId === openId ? 'none' : nodeId })
  const tables = {
    losses: state.table === 'losses' || state.table === 'both',
    targets: state.table === 'targets' || state.table === 'both',
  }
  const setTables = (losses: boolean, targets: boolean) =>
    change({ ...state, table: losses ? (targets ? 'both' : 'losses') : targets ? 'targets' : undefined })

  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: Escape closes the receipt from anywhere in the view
    <div
      className={`view${receiptId === undefined ? '' : ' with-panel'}`}
      onKeyDown={event => {
        if (event.key === 'Escape' && receiptId !== undefined && isWide) close()
      }}
    >
      <main className="content overview" id="content" tabIndex={-1}>
        <Eyebrow view={view} />
        <h1>{overviewSentence(sheet, language, pointsFormat(ruleSet, language))}</h1>
        <Headline sheet={sheet} ruleSet={ruleSet} submission={submission} change={view.change} />
        {sheet.reconciliation && (
          <ReconciliationNotice
            reconciliation={sheet.reconciliation}
            open={state.readings === 'open'}
            toggle={() => change({ ...state, readings: state.readings === 'open' ? undefined : 'open' })}
          />
        )}
        <Remarks sheet={sheet} ruleSet={ruleSet} said={illustrationOf(view, words)} />
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
      {receiptId !== undefined && (
        <Suspense fallback={isWide ? <aside className="receipt" /> : null}>
          <OverviewReceipt
            view={view}
            nodeId={receiptId}
            close={close}
            covers={!isWide}
            linkToDocument={linkToDocument}
          />
        </Suspense>
      )}
    </div>
  )
}

function hasReceipt({ sheet }: ScoredView, id: string | undefined): boolean {
  return sheet.nodes.some(entry => entry.criterionId === id) || sheet.pools.some(entry => entry.poolId === id)
}

/** The rule set's full title and the decision it rests on; a long title gives way, the decision does not. */
function Eyebrow({ view: { ruleSet, documents } }: { view: ScoredView }) {
  const language = useLanguage()
  const decision = documents.find(entry => entry.id === ruleSet.decisionId)
  const title = pickName(language, ruleSet.title, ruleSet.titleEn)
  return (
    <p className="eyebrow split">
      <span title={title}>{title}</span>
      {decision && decision.number !== null && <span>&nbsp;· {documentName(decision, language)}</span>}
    </p>
  )
}

/** What a printed sheet is of: scope, stage, period, rule set and engine. */
function PrintedScope({ view }: { view: ScoredView }) {
  const words = useText(overviewWords)
  const language = useLanguage()
  const { sheet, documents } = view
  const source = sheet.total.provenance?.source
  const document = documents.find(entry => entry.id === source?.documentId)
  const parts = [
    scopeOf(view, language),
    ...(document ? [citation(document, source?.place, language)] : []),
    words.engine(sheet.engineVersion),
  ]
  return <p className="print-only">{words.printed(parts.join(' · '))}</p>
}

/** Points or figures of ours are said before anything is read from them. */
function illustrationOf(
  { ruleSet, submission, documents }: ScoredView,
  words: OverviewWords,
): readonly string[] {
  const rests = documents.find(document => document.id === ruleSet.decisionId)
  return [
    ...(rests?.kind === 'example' ? [words.exampleSet] : []),
    ...(submission.provenance.certainty === 'illustrative' ? [words.illustrative] : []),
  ]
}
