import type { ReactNode } from 'react'
import { type GapBar, soloBar } from '../charts/ladderSeries.ts'
import { isSettled } from '../model/exact.ts'
import type { Plan } from '../model/plan.ts'
import type { SourceDocument } from '../model/provenance.ts'
import type { RuleSet } from '../model/ruleSet.ts'
import type { NodeScore, ScoreSheet } from '../model/scoreSheet.ts'
import { formatNumber } from '../ui/formatNumber.ts'
import { useLanguage } from '../ui/language.tsx'
import { ReceiptPanel } from './ReceiptPanel.tsx'
import type { ReceiptContext } from './receipt.ts'
import { receiptFor } from './receiptFor.ts'
import { scopeText } from './scopeText.ts'
import { receiptWords } from './words.ts'

/** A scored submission with what its receipts cite. */
type Receipted = {
  readonly sheet: ScoreSheet
  readonly ruleSet: RuleSet
  readonly documents: readonly SourceDocument[]
  readonly agency: { readonly name: string } | null
  readonly plan: { readonly plan: Plan } | null
}

/** The receipt of a leaf, group, pool, bonus, penalty or the total of a score sheet; loaded after the page it explains. */
export function SheetReceipt({
  view,
  nodeId,
  close,
  covers,
  linkToDocument,
}: {
  view: Receipted
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
    scope: scopeText(sheet, ruleSet, view.agency?.name ?? sheet.agencyId, language),
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
  if (!receipt) return null
  const bar = pool
    ? soloBar(isSettled(pool.points) ? pool.points.to : null, pool.maxPoints, false)
    : node
      ? nodeBar(node)
      : nodeId === 'total'
        ? totalBar(sheet)
        : null
  return (
    <ReceiptPanel close={close} covers={covers} linkToDocument={linkToDocument} receipt={receipt} bar={bar} />
  )
}

function totalBar({ total: { points, maxPoints, percent } }: ScoreSheet): GapBar | null {
  if (percent === null) return null
  return soloBar(points.kind === 'known' && isSettled(points) ? points.to : null, maxPoints, true)
}

/** No bar for what is only watched, does not apply, did not happen or has no maximum of its own. */
function nodeBar(node: NodeScore): GapBar | null {
  const { maxPoints, points, outcome, notIncurred } = node
  if (maxPoints === null || maxPoints === '0' || notIncurred || outcome?.kind === 'notApplicable') return null
  const settled = points?.kind === 'known' && isSettled(points) ? points.to : null
  return soloBar(settled, maxPoints, outcome?.kind !== 'scored' || outcome.certainty === 'stated')
}
