import type { CheckReport } from '../../model/checks.ts'
import { type Draft, draftFormat, editDraft } from '../../model/draft.ts'
import type { Form } from '../../model/form.ts'
import type { RuleSet } from '../../model/ruleSet.ts'
import type { ScoreSheet } from '../../model/scoreSheet.ts'
import type { Submission } from '../../model/submission.ts'
import { runChecks } from '../../scoring/checks/runChecks.ts'
import { editsFrom } from '../assessment/draftOf.ts'
import { readingsOf } from '../assessment/readDraft.ts'
import { submissionParts } from '../assessment/submissionOf.ts'

export type FindingsInput = {
  /** As handed in. */
  readonly submission: Submission
  readonly sheet: ScoreSheet
  readonly ruleSet: RuleSet
  /** SHA-256 of the rules of the round: a file of other rules is told apart when it comes in. */
  readonly sha256: string
  readonly form: Form
  /** ISO instant at which it came: what is dated later was dated ahead. */
  readonly receivedAt: string
  /** Of the period before, under the same rules; null where there is none. */
  readonly previous: Submission | null
  /** What the other agencies of the group sent. */
  readonly peers: readonly Submission[]
}

/** Runs the checks of Tự chấm on what an agency handed in; doubts it let stand carry its reason. */
export function findingsOf(input: FindingsInput): CheckReport {
  const { submission, sheet, ruleSet, sha256, form, receivedAt, previous, peers } = input
  const blank: Draft = {
    format: draftFormat,
    id: submission.id,
    name: null,
    ruleSet: { id: ruleSet.id, version: ruleSet.version, sha256 },
    agencyId: submission.agencyId,
    period: submission.period,
    createdAt: receivedAt,
    updatedAt: receivedAt,
    revision: 1,
    origin: { from: 'blank' },
    provenance: submission.provenance,
    fields: new Map(),
    exempt: new Map(),
    claims: new Map(),
    evidence: [],
    explanations: new Map(),
    accepted: [],
    approval: null,
    note: null,
    handedIn: [],
  }
  const draft = editDraft(blank, editsFrom(submission, ruleSet), receivedAt)
  const readings = readingsOf(draft, ruleSet, form)
  const { refused, claims } = submissionParts(draft, ruleSet, readings, form)
  return runChecks({
    draft,
    ruleSet,
    ruleSetSha256: sha256,
    form,
    readings,
    claims: claims.readings,
    refused,
    refusedClaims: claims.refused,
    submission,
    sheet,
    previous,
    peers,
  })
}
