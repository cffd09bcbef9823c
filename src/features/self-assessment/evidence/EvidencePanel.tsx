import { askedCriteria } from '../../../model/askedDraft.ts'
import { Dialog } from '../../../ui/Dialog.tsx'
import { useText } from '../../../ui/language.tsx'
import type { AssessmentProps } from '../assessmentProps.ts'
import { EvidenceSheet } from './EvidenceSheet.tsx'
import { evidenceWords } from './words.ts'

/** Evidence of one criterion over the form. */
export function EvidencePanel({
  nodeId,
  close,
  ...props
}: AssessmentProps & {
  nodeId: string
  close: () => void
}) {
  const words = useText(evidenceWords)
  const item = props.assessment.form.areas.flatMap(area => area.items).find(each => each.nodeId === nodeId)
  const { asked } = props.open.draft
  // The address may name something that asks for no evidence, or that nobody asked about.
  if (!item || (asked && !askedCriteria(asked.request).has(nodeId))) return null
  return (
    <Dialog label={`${words.title}: ${item.code} ${item.name}`} className="sa-evidence" close={close}>
      <EvidenceSheet {...props} nodeId={nodeId} close={close} />
    </Dialog>
  )
}
