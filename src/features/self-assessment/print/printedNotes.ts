import type { Explanation } from '../../../model/explanation.ts'
import type { FormItem } from '../../../model/form.ts'
import type { Outcome } from '../../../model/scoreSheet.ts'
import type { EvidenceItem } from '../../../model/submission.ts'
import type { Assessment } from '../../../state/assessment/assessment.ts'
import { formatDate, formatNumber, type Language } from '../../../ui/formatNumber.ts'
import { evidenceSlots, evidenceStanding } from '../evidence/evidenceOf.ts'
import { type PrintWords, printWords } from './words.ts'

/** Documents of a row, one a line, and what is asked for but not there. */
export function evidenceTexts(
  item: FormItem,
  { submission, draft }: Pick<Assessment, 'submission' | 'draft'>,
  language: Language,
): { readonly evidence: readonly string[]; readonly lack: string | null } {
  const words = printWords[language]
  const slots = evidenceSlots(item, submission.evidence ?? [])
  const standing = evidenceStanding(slots, draft.explanations.get(item.nodeId))
  const count = (value: number) => formatNumber(String(value), language)
  const documents = slots.flatMap(slot => slot.items)
  return {
    evidence: documents.map(each => documentText(each, words)),
    lack:
      standing.kind !== 'missing'
        ? null
        : documents.length === 0
          ? words.lacking
          : words.lackingSome(count(standing.missing), count(standing.asked)),
  }
}

function documentText({ title, number, issuedOn, pages }: EvidenceItem, words: PrintWords): string {
  const parts = [
    title,
    number === undefined ? undefined : words.documentNumber(number),
    issuedOn === undefined ? undefined : words.documentDate(formatDate(issuedOn)),
    pages,
  ]
  return parts.filter(part => part !== undefined).join(', ')
}

/** What stands in the last column: claims, exemptions, doubtful texts, explanations, doubts that were let stand. */
export function notesOf(
  nodeId: string,
  outcome: Outcome | null,
  explanation: Explanation | null,
  item: FormItem | undefined,
  {
    assessment,
    language,
    words,
    points,
  }: {
    readonly assessment: Assessment
    readonly language: Language
    readonly words: PrintWords
    readonly points: (exact: string) => string
  },
): readonly string[] {
  const { draft, readings, checks } = assessment
  const decision = explanation?.decision?.stage === 'selfAssessment' ? explanation.decision : null
  const said = draft.explanations.get(nodeId)
  const doubtful = (item?.groups ?? [])
    .flatMap(group => group.fields)
    .flatMap(({ metric, sameAs }) => {
      const reading = readings.get(metric.id)
      const entry = draft.fields.get(metric.id)
      const isDoubtful = reading?.kind === 'unclear' || reading?.kind === 'wrong'
      return isDoubtful && sameAs === null && entry?.state === 'typed'
        ? [words.notCounted(entry.text.trim())]
        : []
    })
  return [
    ...(outcome?.kind === 'notApplicable' ? [words.exempt(outcome.reason[language])] : []),
    ...(decision
      ? [
          ...(decision.computed === null ? [] : [words.claimedDiffers(points(decision.computed))]),
          ...(decision.reason === null ? [] : [decision.reason]),
        ]
      : []),
    ...doubtful,
    ...(said === undefined ? [] : [words.explained(said.trim())]),
    ...checks.findings.flatMap(({ place, accepted, text }) =>
      accepted !== null && place.nodeId === nodeId ? [words.letStand(text[language], accepted)] : [],
    ),
  ]
}
