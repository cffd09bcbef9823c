import type { ReceivedSubmission, VersionChoice, VersionPick } from '../../model/review.ts'
import type { RuleSet } from '../../model/ruleSet.ts'
import { isClaimed } from '../../model/stages.ts'
import type { EvidenceItem, Submission } from '../../model/submission.ts'

type Received = ReadonlyMap<string, ReceivedSubmission>

/**
 * What is read of an agency: one file, with single fields of others laid over it in the order they were picked.
 * A file that answers another version of the rules is read only where the choice says so, and then as far as it
 * means something under these rules.
 * @returns null where the file, or one that something is picked from, is not here or may not be read
 */
export function chosenSubmission(
  choice: VersionChoice,
  received: Received,
  ruleSet: RuleSet,
): Submission | null {
  const read = (sha256: string) => readableSubmission(received.get(sha256), ruleSet, choice.carried === true)
  let chosen = read(choice.base)
  for (const pick of choice.picks) {
    const other = read(pick.from)
    if (!chosen || !other) return null
    if (pick.from !== choice.base) chosen = withPick(chosen, other, pick)
  }
  return chosen
}

/**
 * Figures of the period before that go with the chosen file.
 * @returns null where none came along
 */
export function chosenPrevious(
  choice: VersionChoice,
  received: Received,
  ruleSet: RuleSet,
): Submission | null {
  const file = received.get(choice.base)
  if (!file) return null
  if (choice.carried) return file.carried ? file.carried.previous : file.previous
  return file.submission.ruleSetVersion === ruleSet.version ? file.previous : null
}

/**
 * A received file as the rules of the round read it.
 * @param mayBeCarried whether a file of another version of the rules is read at all
 */
export function readableSubmission(
  file: ReceivedSubmission | undefined,
  ruleSet: RuleSet,
  mayBeCarried: boolean,
): Submission | null {
  if (!file || file.submission.ruleSetId !== ruleSet.id) return null
  if (file.carried) return mayBeCarried ? file.carried.submission : null
  return file.submission.ruleSetVersion === ruleSet.version ? file.submission : null
}

function withPick(base: Submission, other: Submission, { part, id }: VersionPick): Submission {
  switch (part) {
    case 'value':
      return { ...base, values: replaced(base.values, other.values, each => each.metricId === id) }
    case 'claim': {
      const isOfIt = (each: NonNullable<Submission['decisions']>[number]) =>
        each.criterionId === id && isClaimed(each.stage)
      const decisions = replaced(base.decisions ?? [], other.decisions ?? [], isOfIt)
      return { ...base, decisions: decisions.length > 0 ? decisions : undefined }
    }
    case 'notApplicable':
      return { ...base, notApplicable: ofCriterion(base.notApplicable, other.notApplicable, id) }
    case 'explanation':
      return { ...base, explanations: ofCriterion(base.explanations, other.explanations, id) }
    case 'evidence': {
      const evidence = withEvidence(base.evidence ?? [], other.evidence ?? [], id)
      return { ...base, evidence: evidence.length > 0 ? evidence : undefined }
    }
  }
}

/** Takes what is meant from `other`, at the place where `base` had it. */
function replaced<Entry>(
  base: readonly Entry[],
  other: readonly Entry[],
  isMeant: (entry: Entry) => boolean,
): readonly Entry[] {
  const taken = other.filter(isMeant)
  const at = base.findIndex(isMeant)
  if (at < 0) return [...base, ...taken]
  return [...base.slice(0, at), ...taken, ...base.slice(at).filter(each => !isMeant(each))]
}

function ofCriterion<Entry extends { readonly criterionId: string }>(
  base: readonly Entry[] = [],
  other: readonly Entry[] = [],
  id: string,
): readonly Entry[] | undefined {
  const entries = replaced(base, other, each => each.criterionId === id)
  return entries.length > 0 ? entries : undefined
}

/** All evidence of a criterion from `other`; what a document of `base` backs elsewhere, it goes on backing. */
function withEvidence(
  base: readonly EvidenceItem[],
  other: readonly EvidenceItem[],
  criterionId: string,
): readonly EvidenceItem[] {
  const kept = base.flatMap(item => {
    const criterionIds = item.criterionIds.filter(each => each !== criterionId)
    if (criterionIds.length === item.criterionIds.length) return [item]
    return criterionIds.length > 0 ? [{ ...item, criterionIds }] : []
  })
  const items = new Map(kept.map(item => [item.id, item]))
  for (const item of other) {
    if (!item.criterionIds.includes(criterionId)) continue
    const taken = { ...item, criterionIds: [criterionId] }
    const known = items.get(item.id)
    if (!known) items.set(item.id, taken)
    else if (isSameDocument(known, item))
      items.set(item.id, { ...known, criterionIds: [...known.criterionIds, criterionId] })
    else {
      // Two versions may number their documents alike; both stay, each under a name of its own.
      let id = `${item.id}.${criterionId}`
      while (items.has(id)) id = `${id}.2`
      items.set(id, { ...taken, id })
    }
  }
  return [...items.values()]
}

function isSameDocument(a: EvidenceItem, b: EvidenceItem): boolean {
  return evidenceText(a) === evidenceText(b)
}

/** Everything evidence says of itself, whatever it is named for. */
export function evidenceText(item: EvidenceItem): string {
  const { criterionIds: _, file, ...rest } = item
  const fields = Object.entries(rest)
    .filter(([, value]) => value !== undefined)
    .toSorted(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0))
  return JSON.stringify([fields, file ? [file.name, file.bytes, file.sha256] : null])
}
