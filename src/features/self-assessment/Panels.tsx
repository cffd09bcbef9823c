import { lazy, Suspense } from 'react'
import type { AssessmentAddress, AssessmentProps, ChangeAddress, GoTo } from './assessmentProps.ts'

const ChecksPanel = lazy(() =>
  import('./checks/ChecksPanel.tsx').then(module => ({ default: module.ChecksPanel })),
)
const EvidencePanel = lazy(() =>
  import('./evidence/EvidencePanel.tsx').then(module => ({ default: module.EvidencePanel })),
)

const ImportPanel = lazy(() =>
  import('./import/ImportPanel.tsx').then(module => ({ default: module.ImportPanel })),
)
const PastePanel = lazy(() =>
  import('./import/PastePanel.tsx').then(module => ({ default: module.PastePanel })),
)
const HandInPanel = lazy(() =>
  import('./hand-in/HandInPanel.tsx').then(module => ({ default: module.HandInPanel })),
)

/** Text of several cells, and the field it was pasted into. */
export type Pasted = {
  readonly text: string
  /** null: pasted from the head of the form. */
  readonly at: { readonly nodeId: string; readonly metricId: string | null } | null
}

/** What lies over the form, as the address says; each part is fetched when it is first opened. */
export function Panels({
  open,
  assessment,
  address: { panel, criterion },
  change,
  goTo,
  showEvidence,
  pasted,
}: AssessmentProps & {
  address: AssessmentAddress
  change: ChangeAddress
  goTo: GoTo
  showEvidence: (nodeId: string) => void
  pasted: Pasted | null
}) {
  const close = () => change({ panel: undefined })
  const given = { open, assessment, close, goTo }
  return (
    <Suspense fallback={null}>
      {panel === 'checks' && <ChecksPanel {...given} showEvidence={showEvidence} />}
      {panel === 'import' && <ImportPanel {...given} />}
      {panel === 'paste' && (
        <PastePanel {...given} initialText={pasted?.text ?? ''} fromMetricId={pasted?.at?.metricId ?? null} />
      )}
      {panel === 'handIn' && <HandInPanel {...given} showEvidence={showEvidence} />}
      {panel === 'evidence' && criterion !== undefined && (
        <EvidencePanel
          open={open}
          assessment={assessment}
          nodeId={criterion}
          close={() => change({ panel: undefined, criterion: undefined })}
        />
      )}
    </Suspense>
  )
}
