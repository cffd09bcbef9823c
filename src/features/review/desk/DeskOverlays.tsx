import { lazy, Suspense } from 'react'
import type { ReviewedAgency } from '../../../model/roundState.ts'
import type { ReviewProps } from '../reviewProps.ts'
import type { DeskLine } from './deskLines.ts'
import type { Asked, Verdicts } from './useVerdicts.ts'

const ChangeDialog = lazy(() => import('./ChangeDialog.tsx').then(each => ({ default: each.ChangeDialog })))
const SayDialog = lazy(() => import('./SayDialog.tsx').then(each => ({ default: each.SayDialog })))
const BulkDialog = lazy(() => import('./BulkDialog.tsx').then(each => ({ default: each.BulkDialog })))
const UndoDialog = lazy(() => import('./UndoDialog.tsx').then(each => ({ default: each.UndoDialog })))
const SheetReceipt = lazy(() =>
  import('../../../receipt/SheetReceipt.tsx').then(each => ({ default: each.SheetReceipt })),
)

export type DeskOverlay = Asked

/** What lies over the desk, loaded when it is first asked for. */
export function DeskOverlays({
  open,
  review,
  agency,
  documents,
  linkToDocument,
  overlay,
  line,
  isWanted,
  points,
  codeOf,
  verdicts,
  close,
}: ReviewProps & {
  agency: ReviewedAgency
  overlay: DeskOverlay
  line: DeskLine
  isWanted: (areaId: string, nodeId: string) => boolean
  points: (value: string) => string
  codeOf: (nodeId: string) => string
  verdicts: Verdicts
  close: () => void
}) {
  const place = { open, review, agencyId: agency.agencyId, criterionId: line.id }
  const save: Parameters<typeof SayDialog>[0]['save'] = (verdict, reason) =>
    verdicts.write(line, verdict, reason)
  const drawn = () => {
    switch (overlay.kind) {
      case 'change':
        return (
          <ChangeDialog
            line={line}
            agency={agency}
            place={place}
            proposed={overlay.proposed}
            codeOf={codeOf}
            points={points}
            save={save}
            close={close}
          />
        )
      case 'ask':
      case 'notApplicable':
        return (
          <SayDialog
            kind={overlay.kind}
            line={line}
            place={place}
            points={points}
            save={save}
            close={close}
          />
        )
      case 'bulk':
        return (
          <BulkDialog
            review={review}
            agencyId={agency.agencyId}
            line={line}
            isWanted={isWanted}
            codeOf={codeOf}
            save={verdicts.agreeToAll}
            close={close}
          />
        )
      case 'undo':
        return <UndoDialog step={overlay.step} codeOf={codeOf} takeBack={verdicts.takeBack} close={close} />
      case 'receipt':
        return (
          <SheetReceipt
            view={{
              sheet: agency.sheet,
              ruleSet: open.ruleSet,
              documents,
              agency: review.agencyOf(agency.agencyId),
              plan: null,
            }}
            nodeId={line.id}
            close={close}
            covers
            linkToDocument={linkToDocument}
          />
        )
    }
  }
  return <Suspense fallback={null}>{drawn()}</Suspense>
}
