import { type AskedOfDraft, askedCriteria } from '../../model/askedDraft.ts'
import type { Submission } from '../../model/submission.ts'

/**
 * What an answer hands in: everything that was not asked about stands as it was handed in, to the letter, whatever
 * the draft says of it.
 * @param drafted what the draft comes to on its own
 */
export function keepUnasked(
  { request, metricIds, before }: Pick<AskedOfDraft, 'request' | 'metricIds' | 'before'>,
  drafted: Submission,
): Submission {
  const criteria = askedCriteria(request)
  const isAsked = ({ criterionId }: { readonly criterionId: string | null }) =>
    criterionId !== null && criteria.has(criterionId)
  const isOther = (each: { readonly criterionId: string | null }) => !isAsked(each)
  const figures = new Set(metricIds)
  const handedIn = new Map(before.values.map(value => [value.metricId, value]))
  const now = new Map(drafted.values.map(value => [value.metricId, value]))
  const ids = new Set([...handedIn.keys(), ...now.keys()])
  const values = [...ids].flatMap(id => {
    const was = handedIn.get(id)
    const value = figures.has(id) ? (now.get(id) ?? was) : was
    return value ? [value] : []
  })
  const said = drafted.explanations?.filter(isAsked) ?? []
  const newlySaid = new Set(said.map(each => each.criterionId))
  const known = new Map((before.evidence ?? []).map(item => [item.id, item]))
  const evidence = [
    ...[...known.values()].map(item => {
      const also = drafted.evidence?.find(each => each.id === item.id)?.criterionIds ?? []
      const added = also.filter(id => criteria.has(id) && !item.criterionIds.includes(id))
      return added.length === 0 ? item : { ...item, criterionIds: [...item.criterionIds, ...added] }
    }),
    ...(drafted.evidence ?? []).filter(
      ({ id, criterionIds }) => !known.has(id) && criterionIds.every(each => criteria.has(each)),
    ),
  ]
  const decisions = [
    ...(before.decisions ?? []).filter(isOther),
    ...(drafted.decisions ?? []).filter(isAsked),
  ]
  const explanations = [
    ...(before.explanations ?? []).filter(each => isOther(each) || !newlySaid.has(each.criterionId)),
    ...said,
  ]
  const {
    decisions: _,
    explanations: __,
    evidence: ___,
    submittedOn: ____,
    approval: _____,
    ...kept
  } = before
  return {
    ...kept,
    values,
    ...(decisions.length > 0 && { decisions }),
    ...(evidence.length > 0 && { evidence }),
    ...(explanations.length > 0 && { explanations }),
    ...(drafted.approval && { approval: drafted.approval }),
  }
}

/** Doubts that were let stand: of what was not asked about those handed in, of the rest those of the draft. */
export function keepAccepted(
  { request, before }: Pick<AskedOfDraft, 'request' | 'before'>,
  drafted: Submission,
): Submission {
  const criteria = askedCriteria(request)
  const isAsked = (criterionId: string | null) => criterionId !== null && criteria.has(criterionId)
  const accepted = [
    ...(before.accepted ?? []).filter(each => !isAsked(each.criterionId)),
    ...(drafted.accepted ?? []).filter(each => isAsked(each.criterionId)),
  ]
  const { accepted: _, ...rest } = drafted
  return accepted.length > 0 ? { ...rest, accepted } : rest
}
