import { decodeSubmission } from '../../io/decode.ts'
import { orderedJson } from '../../io/package/orderedJson.ts'
import { requestFileName } from '../../io/package/packageNames.ts'
import { readRequest } from '../../io/package/readRequest.ts'
import type { RequestContent } from '../../io/package/requestFormat.ts'
import { writeRequest } from '../../io/package/writeRequest.ts'
import { type Decoded, refuses } from '../../model/problem.ts'
import { isClaimed } from '../../model/stages.ts'
import type { Submission } from '../../model/submission.ts'
import { lintSubmission } from '../../scoring/lint/lintSubmission.ts'

export type RequestFile = {
  readonly bytes: Uint8Array
  readonly fileName: string
  readonly sha256: string
}

/**
 * Writes a request file and opens it once more: what its agency could not open is never given out.
 * The submission goes as it was handed in; decisions and published results are no part of a question.
 */
export function makeRequest(order: RequestContent): Decoded<RequestFile> {
  const { request, ruleSet } = order
  const fileName = requestFileName(ruleSet.id, request.period, request.agencyId)
  const submission = settle(asHandedIn(order.submission), `${fileName} › submission.json`)
  if (!submission.ok) return submission
  const previous = order.previous && settle(asHandedIn(order.previous), `${fileName} › previous.json`)
  if (previous && !previous.ok) return previous
  const before = previous ? previous.value : null
  const faults = [submission.value, ...(before ? [before] : [])].flatMap(each =>
    lintSubmission(each, ruleSet, fileName),
  )
  if (refuses(faults)) return { ok: false, problems: faults.filter(each => each.severity === 'error') }
  const bytes = writeRequest({ ...order, submission: submission.value, previous: before })
  const read = readRequest(bytes, fileName)
  return read.ok ? { ok: true, value: { bytes, fileName, sha256: read.value.sha256 } } : read
}

/** What the agency said of itself, without anything that reviewers or anybody else said of it later. */
export function asHandedIn({ decisions = [], published: _, stage: __, ...rest }: Submission): Submission {
  const claims = decisions.filter(decision => isClaimed(decision.stage))
  return { ...rest, stage: 'selfAssessment', ...(claims.length > 0 && { decisions: claims }) }
}

/** As it will be read: in NFC, without what JSON leaves out. */
function settle(submission: Submission, place: string): Decoded<Submission> {
  return decodeSubmission(orderedJson(submission), place)
}
