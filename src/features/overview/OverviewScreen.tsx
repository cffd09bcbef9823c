import { lazy, type ReactNode, Suspense } from 'react'
import { citation, documentName } from '../../receipt/citation.ts'
import { pointsFormat } from '../../receipt/pointsFormat.ts'
import { overviewSentence } from '../../sentences/overviewSentence.ts'
import type { ScoredView } from '../../state/useScoredView.ts'
import { pickName, useLanguage, useText } from '../../ui/language.tsx'
import type { RankSource } from './CohortRank.tsx'
import { Headline } from './Headline.tsx'
import { lossesShown, type OverviewState, tablesOf } from './overviewState.ts'
import { ReconciliationNotice } from './ReconciliationNotice.tsx'
import { Remarks } from './Remarks.tsx'
import { type OverviewWords, overviewWords } from './words.ts'

const SheetReceipt = lazy(() =>
  import('../../receipt/SheetReceipt.tsx').then(module => ({ default: module.SheetReceipt })),
)
const CohortRank = lazy(() => import('./CohortRank.tsx').then(module => ({ default: module.CohortRank })))
const MissingFigures = lazy(() =>
  import('./MissingFigures.tsx').then(module => ({ default: module.MissingFigures })),
)
const loadBody = () => import('./OverviewBody.tsx')
const OverviewBody = lazy(() => loadBody().then(module => ({ default: module.OverviewBody })))
// Asked for beside the data, so that it stands right after the headline.
void loadBody().catch(() => undefined)

export type { OverviewState } from './overviewState.ts'

/** Tổng quan: the score, where the points went, what to do first, and the receipt of any of it. */
export function OverviewScreen({
  view,
  state,
  change,
  isWide,
  linkToDocument,
  rankSource = null,
}: {
  view: ScoredView
  state: OverviewState
  change: (next: OverviewState) => void
  /** Room enough to dock a receipt beside the charts. */
  isWide: boolean
  linkToDocument: (documentId: string, label: string) => ReactNode
  /** What an agency is ranked with where nobody published a rank. */
  rankSource?: RankSource | null | undefined
}) {
  const language = useLanguage()
  const words = useText(overviewWords)
  const { sheet, ruleSet, submission, parts } = view
  const { mode, losses } = lossesShown(view, state.area)

  // Areas open their criteria, so what stands open beside them stays the largest loss.
  const opening = isWide ? (losses?.nodeId ? losses.losses[0] : sheet.losses[0])?.nodeId : undefined
  const openId = state.criterion === 'none' ? undefined : (state.criterion ?? opening)
  const receiptId = hasReceipt(view, openId) ? openId : undefined

  const close = () => {
    const inPanel = document.activeElement?.closest('aside.receipt')
    change({ ...state, criterion: 'none' })
    // Back to the row it was opened from, for whoever reads with the keyboard.
    if (inPanel) document.getElementById(`row-${openId}`)?.focus()
  }
  const select = (nodeId: string) => change({ ...state, criterion: nodeId === openId ? 'none' : nodeId })
  const isListed = state.filter === 'missing'

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
        <h1>
          {overviewSentence(
            sheet,
            language,
            pointsFormat(ruleSet, language),
            pickName(language, ruleSet.itemWord, ruleSet.itemWordEn),
            view.stages.length > 1 || !['published', 'closed'].includes(sheet.stage),
            parts?.completeness,
          )}
        </h1>
        <Headline
          sheet={sheet}
          ruleSet={ruleSet}
          submission={submission}
          change={view.change}
          comparison={parts?.comparison}
          completeness={parts?.completeness}
          computedRank={
            rankSource && (
              <Suspense fallback={<dd className="quiet">…</dd>}>
                <CohortRank {...rankSource} />
              </Suspense>
            )
          }
        />
        {sheet.reconciliation && (
          <ReconciliationNotice
            reconciliation={sheet.reconciliation}
            open={state.readings === 'open'}
            toggle={() => change({ ...state, readings: state.readings === 'open' ? undefined : 'open' })}
          />
        )}
        <Remarks
          sheet={sheet}
          ruleSet={ruleSet}
          said={illustrationOf(view, words)}
          completeness={parts?.completeness}
          missing={{
            isOpen: isListed,
            toggle: () => change({ ...state, filter: isListed ? undefined : 'missing' }),
          }}
        />
        {isListed && parts && parts.completeness.missing > 0 && (
          <Suspense fallback={null}>
            <MissingFigures figures={parts.completeness.missingFigures} sheet={sheet} select={select} />
          </Suspense>
        )}
        <Suspense fallback={<BodyShape isLadder={!tablesOf(state).losses && mode !== 'shares'} />}>
          <OverviewBody view={view} state={state} change={change} openId={openId} select={select} />
        </Suspense>
        <PrintedSource view={view} />
      </main>
      {receiptId !== undefined && (
        <Suspense fallback={isWide ? <aside className="receipt" /> : null}>
          <SheetReceipt
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

/** The room of what comes next. */
function BodyShape({ isLadder }: { isLadder: boolean }) {
  return <section className="ladder-section">{isLadder && <div className="ladder" />}</section>
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

/** Source of the figures and engine on paper; the foot of every page says the rest. */
function PrintedSource({ view: { sheet, documents } }: { view: ScoredView }) {
  const words = useText(overviewWords)
  const language = useLanguage()
  const source = sheet.total.provenance?.source
  const document = documents.find(entry => entry.id === source?.documentId)
  const parts = [
    ...(document ? [words.printedSource(citation(document, source?.place, language))] : []),
    words.engine(sheet.engineVersion),
  ]
  return <p className="print-only">{parts.join(' · ')}</p>
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
