import { hashText, startHash } from '../../io/hash/hashBytes.ts'
import { canonicalJson } from '../../model/canonicalJson.ts'
import type { RuleSet } from '../../model/ruleSet.ts'
import { atStage } from '../../model/stages.ts'
import type { Stage, Submission } from '../../model/submission.ts'
import { inSlices } from '../review/inSlices.ts'

/** Something a view is made of, under a name that tells it from the others: "submission mh-so-noi-vu 2026-10". */
export type DataPart = { readonly name: string; readonly value: object }

/**
 * SHA-256 of everything a view is made of: the same whatever order it was read in and its fields stand in, another
 * one as soon as a figure differs; a part that is named twice counts once. Worked out in slices, so that nobody who types meanwhile notices.
 */
export async function dataHash(parts: readonly DataPart[]): Promise<string> {
  const lines: string[] = []
  await inSlices(parts, ({ name, value }) => lines.push(`${name}\t${hashOf(value)}\n`))
  const whole = startHash()
  for (const line of [...new Set(lines)].toSorted()) whole.add(new TextEncoder().encode(line))
  return whole.done()
}

/** What was read is never changed in place, so each thing is gone through once. */
const known = new WeakMap<object, string>()

function hashOf(value: object): string {
  const hash = known.get(value) ?? hashText(canonicalJson(value))
  known.set(value, hash)
  return hash
}

/** The rules figures are scored by. */
export const ruleSetPart = (ruleSet: RuleSet): DataPart => ({
  name: `rule set ${ruleSet.id}`,
  value: ruleSet,
})

const staged = new WeakMap<Submission, Map<Stage | null, Submission>>()

/** A submission as it stood at a stage; what was decided later makes no difference to its hash. */
export function submissionPart(submission: Submission, stage: Stage | null): DataPart {
  const ofSubmission = staged.get(submission) ?? new Map<Stage | null, Submission>()
  staged.set(submission, ofSubmission)
  const value = ofSubmission.get(stage) ?? atStage(submission, stage)
  ofSubmission.set(stage, value)
  const { ruleSetId, agencyId, period } = submission
  return { name: `submission ${ruleSetId} ${agencyId} ${period}`, value }
}
