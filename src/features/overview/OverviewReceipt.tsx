import type { ReactNode } from 'react'
import { type GapBar, soloBar } from '../../charts/ladderSeries.ts'
import { isSettled } from '../../model/exact.ts'
import type { NodeScore } from '../../model/scoreSheet.ts'
import { ReceiptPanel } from '../../receipt/ReceiptPanel.tsx'
import type { ReceiptContext } from '../../receipt/receipt.ts'
import { receiptFor } from '../../receipt/receiptFor.ts'
import { receiptWords } from '../../receipt/words.ts'
import type { ScoredView } from '../../state/useScoredView.ts'
import { formatNumber } from '../../ui/formatNumber.ts'
import { useLanguage } from '../../ui/language.tsx'
import { scopeOf } from './scope.ts'

/** The receipt of one leaf, group or pool of the view; loaded after the page it explains. */
export function OverviewReceipt({
  view,
  nodeId,
  close,
  covers,
  linkToDocument,
}: {
  view: ScoredView
  nodeId: string
  close: () => void
  covers: boolean
  linkToDocument: (documentId: string, label: string) => ReactNode
}) {
  const language = useLanguage()
  const words = receiptWords[language]
  const { sheet, ruleSet, documents, plan } = view
  const node = sheet.nodes.find(entry => entry.criterionId === nodeId)
  const pool = sheet.pools.find(entry => entry.poolId === nodeId)
  const context: ReceiptContext = {
    sheet,
    ruleSet,
    documents,
    language,
    scope: scopeOf(view, language),
    targets: plan
      ? plan.plan.targets
          .filter(target => target.criterionId === nodeId)
          .map(target => {
            const compared = target.comparison === 'atLeast' ? words.atLeast : words.atMost
            return { year: plan.plan.year, text: compared(`${formatNumber(target.percent, language)}%`) }
          })
      : [],
  }
  const receipt = receiptFor(nodeId, context)
  if (!receipt || !(pool || node)) return null
  const bar = pool
    ? soloBar(isSettled(pool.points) ? pool.points.to : null, pool.maxPoints, false)
    : node
      ? nodeBar(node)
      : null
  return (
    <ReceiptPanel close={close} covers={covers} linkToDocument={linkToDocument} receipt={receipt} bar={bar} />
  )
}

/** No bar for what is only watched, does not apply, did not happen or has no maximum of its own. */
function nodeBar(node: NodeScore): GapBar | null {
  const { maxPoints, points, outcome, notIncurred } = node
  if (maxPoints === null || maxPoints === '0' || notIncurred || outcome?.kind === 'notApplicable') return null
  const settled = points?.kind === 'known' && isSettled(points) ? points.to : null
  return soloBar(settled, maxPoints, outcome?.kind !== 'scored' || outcome.certainty === 'stated')
}
