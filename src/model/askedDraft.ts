import type { ReviewRequest } from './review.ts'
import type { EvidenceItem, Submission } from './submission.ts'

/** What a reviewer asked, in a draft that answers it: nothing else of what was handed in can be changed there. */
export type AskedOfDraft = {
  readonly request: ReviewRequest
  /** Name of the agency as the request writes it; null where it knew none. */
  readonly agencyName: string | null
  /** Figures that the asked criteria rest on. */
  readonly metricIds: readonly string[]
  /** What was handed in, as the reviewer has it. */
  readonly before: Submission
  /** Figures of the period before that the reviewer scores with. */
  readonly previous: Submission | null
}

/** Criteria the questions are about, each once. */
export function askedCriteria({ questions }: Pick<ReviewRequest, 'questions'>): ReadonlySet<string> {
  return new Set(questions.map(question => question.criterionId))
}

/**
 * Whether evidence may come into an answer: new documents of asked criteria, and what was handed in before only
 * to back further asked criteria with it.
 */
export function isEvidenceOfAnswer(
  { request, before }: Pick<AskedOfDraft, 'request' | 'before'>,
  item: EvidenceItem,
): boolean {
  const asked = askedCriteria(request)
  const known = (before.evidence ?? []).find(each => each.id === item.id)
  if (!known) return item.criterionIds.length > 0 && item.criterionIds.every(id => asked.has(id))
  return (
    known.criterionIds.every(id => item.criterionIds.includes(id)) &&
    item.criterionIds.every(id => asked.has(id) || known.criterionIds.includes(id)) &&
    saysTheSame({ ...item, criterionIds: [] }, { ...known, criterionIds: [] })
  )
}

/** Whether two items of evidence say the same, in whatever order their fields stand. */
export function saysTheSame(a: EvidenceItem, b: EvidenceItem): boolean {
  return inOrder(a) === inOrder(b)
}

function inOrder(item: EvidenceItem): string {
  return JSON.stringify(item, (_, value: unknown) =>
    typeof value === 'object' && value !== null && !Array.isArray(value)
      ? Object.fromEntries(Object.entries(value).toSorted(([a], [b]) => (a < b ? -1 : 1)))
      : value,
  )
}
