import * as z from 'zod'
import type { Problem } from '../../model/problem.ts'
import type { ReviewRequest } from '../../model/review.ts'
import type { RuleSet } from '../../model/ruleSet.ts'
import type { Submission } from '../../model/submission.ts'
import { id, natural, period, sha256, text } from '../fields.ts'
import { packageLimits, packagePaths, requestFormat } from './packageFormat.ts'

// One request file: a zip by the name of ".parboard", like a submission file, with the questions of a reviewer to
// one agency and what that agency had handed in. data/README.md tells it field by field.

/** Files of a later form are refused; earlier ones are brought up to it when they are read. */
export const requestFormatVersion = 1

/** Files that stand in a request file; `previous` only where rules compare with the period before. */
export const requestPaths = {
  manifest: packagePaths.manifest,
  request: 'request.json',
  submission: packagePaths.submission,
  ruleSet: packagePaths.ruleSet,
  previous: packagePaths.previous,
  readme: packagePaths.readme,
} as const

/** Whether a name is one that our own files use. */
export function isRequestPath(path: string): boolean {
  return Object.values<string>(requestPaths).includes(path)
}

/** `manifest.json`: what the file is, and the hash of everything else in it. */
export const requestManifestSchema = z.strictObject({
  format: z.literal(requestFormat),
  formatVersion: z.literal(requestFormatVersion),
  /** ISO instant of the clock of the machine it was made on. */
  createdAt: z.iso.datetime({ error: 'instant' }),
  appVersion: text,
  requestId: id,
  roundId: id,
  /** How many questions it asks. */
  questions: natural,
  submissionId: id,
  ruleSet: z.strictObject({ id, version: text, sha256, title: text }),
  /** `name` is null where the directory of the page did not know the agency. */
  agency: z.strictObject({ id, name: text.nullable() }),
  period,
  files: z.array(z.strictObject({ path: text.max(200), bytes: natural, sha256 })).max(packageLimits.entries),
})

export type RequestManifest = z.infer<typeof requestManifestSchema>

/** What is asked, and of what. */
export type RequestContent = {
  readonly request: ReviewRequest
  /** As the agency handed it in: without anything that reviewers said of it. */
  readonly submission: Submission
  readonly ruleSet: RuleSet
  readonly previous: Submission | null
  readonly agencyName: string | null
  readonly appVersion: string
  /** ISO instant. */
  readonly createdAt: string
}

/** A request file that was read and whose every hash is right. */
export type ReadRequest = {
  readonly file: string
  readonly bytes: number
  /** SHA-256 of the whole file. */
  readonly sha256: string
  readonly manifest: RequestManifest
  readonly request: ReviewRequest
  readonly submission: Submission
  readonly ruleSet: RuleSet
  readonly previous: Submission | null
  /** What is odd and does no harm. */
  readonly remarks: readonly Problem[]
}
