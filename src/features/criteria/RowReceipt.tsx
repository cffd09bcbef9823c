import type { ReactNode } from 'react'
import { soloBar } from '../../charts/ladderSeries.ts'
import { isSettled } from '../../model/exact.ts'
import { ReceiptPanel } from '../../receipt/ReceiptPanel.tsx'
import { receiptFor } from '../../receipt/receiptFor.ts'
import { SheetReceipt } from '../../receipt/SheetReceipt.tsx'
import { scopeText } from '../../receipt/scopeText.ts'
import type { ScoredView } from '../../state/useScoredView.ts'
import { useLanguage } from '../../ui/language.tsx'

/** The receipt of any row: of the tree as everywhere, and also of a bonus, a penalty or the total. */
export function RowReceipt({
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
  const { sheet, ruleSet, documents } = view
  const isInTree =
    sheet.nodes.some(node => node.criterionId === nodeId) || sheet.pools.some(pool => pool.poolId === nodeId)
  if (isInTree)
    return (
      <SheetReceipt
        view={view}
        nodeId={nodeId}
        close={close}
        covers={covers}
        linkToDocument={linkToDocument}
      />
    )
  const receipt = receiptFor(nodeId, {
    sheet,
    ruleSet,
    documents,
    language,
    scope: scopeText(sheet, ruleSet, view.agency?.name ?? sheet.agencyId, language),
    targets: [],
  })
  const { points, maxPoints, percent } = sheet.total
  const isTotal = nodeId === 'total' && percent !== null
  const settled = points.kind === 'known' && isSettled(points) ? points.to : null
  return (
    receipt && (
      <ReceiptPanel
        receipt={receipt}
        bar={isTotal ? soloBar(settled, maxPoints, true) : null}
        close={close}
        covers={covers}
        linkToDocument={linkToDocument}
      />
    )
  )
}
