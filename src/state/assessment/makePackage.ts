import { decodeSubmission } from '../../io/decode.ts'
import { hashBytes } from '../../io/hash/hashBytes.ts'
import { orderedJson } from '../../io/package/orderedJson.ts'
import type { PackageContent } from '../../io/package/packageFormat.ts'
import { readPackage } from '../../io/package/readPackage.ts'
import { writePackage } from '../../io/package/writePackage.ts'
import { type Decoded, refuses } from '../../model/problem.ts'
import type { RuleSet } from '../../model/ruleSet.ts'
import type { Submission } from '../../model/submission.ts'
import { lintSubmission } from '../../scoring/lint/lintSubmission.ts'
import { scoreSubmission } from '../../scoring/scoreSubmission.ts'

/** What a submission file is made of. */
export type PackageOrder = {
  readonly submission: Submission
  readonly ruleSet: RuleSet
  /** The period right before, where rules compare with it. */
  readonly previous: Submission | null
  readonly agencyName: string | null
  readonly appVersion: string
  /** ISO instant. */
  readonly createdAt: string
  /** Bytes of the evidence that goes along, by SHA-256. */
  readonly files: ReadonlyMap<string, Uint8Array>
  /** The questions of a reviewer it answers. */
  readonly answersTo?: PackageContent['answersTo']
}

export type MadePackage = {
  readonly bytes: Uint8Array
  readonly sha256: string
  /** Hashes of the evidence whose bytes are in the file. */
  readonly packed: ReadonlySet<string>
}

/**
 * Scores a submission as it will stand in the file, packs it, and opens the file once more: what cannot be read
 * back is never handed out.
 * @param fileName for the problems
 */
export function makePackage(order: PackageOrder, fileName: string): Decoded<MadePackage> {
  // As it will be read: in NFC, without what JSON leaves out.
  const settled = settle(order.submission, `${fileName} › submission.json`)
  if (!settled.ok) return settled
  const previous = order.previous && settle(order.previous, `${fileName} › previous.json`)
  if (previous && !previous.ok) return previous
  const submission = settled.value
  const before = previous ? previous.value : null
  const faults = before ? lintSubmission(before, order.ruleSet, `${fileName} › previous.json`) : []
  if (refuses(faults)) return { ok: false, problems: faults.filter(each => each.severity === 'error') }
  const scoreSheet = scoreSubmission(order.ruleSet, submission, order.createdAt, { previous: before })
  // Bytes that are not what the evidence says are no evidence.
  const files = new Map(
    [...order.files].filter(
      ([sha256, content]) => hashBytes(content) === sha256 && isAsLongAsSaid(submission, sha256, content),
    ),
  )
  const bytes = writePackage({ ...order, files, submission, previous: before, scoreSheet })
  const read = readPackage(bytes, fileName)
  if (!read.ok) return read
  const { sha256, evidence } = read.value
  return { ok: true, value: { bytes, sha256, packed: new Set(evidence.keys()) } }
}

function isAsLongAsSaid({ evidence = [] }: Submission, sha256: string, content: Uint8Array): boolean {
  return evidence.every(({ file }) => file?.sha256 !== sha256 || file.bytes === content.byteLength)
}

function settle(submission: Submission, place: string): Decoded<Submission> {
  return decodeSubmission(orderedJson(submission), place)
}
