import * as z from 'zod'
import type { LedgerEntry, ReceivedSubmission, ReviewRound } from '../../model/review.ts'
import type { RuleSet } from '../../model/ruleSet.ts'
import { natural, period, sha256, text } from '../fields.ts'
import { instant, roundId, roundLimits, ruleSetMark } from './roundSchema.ts'

// One round as a file: a zip by the name of ".parboard-review".

export const reviewFileFormat = 'parboard-review'
/** Files of a later form are refused; earlier ones are brought up to it when they are read. */
export const reviewFileVersion = 1
export const reviewFileExtension = '.parboard-review'

/** What a review file may be, so that no file of anybody fills the memory of the page. */
export const reviewFileLimits = {
  packedBytes: 200_000_000,
  unpackedBytes: 500_000_000,
  entries: 20_000,
  /** Of one JSON file inside. */
  jsonBytes: 20_000_000,
  ledgerBytes: 150_000_000,
} as const

/** Files that stand in every review file. */
export const reviewPaths = {
  manifest: 'manifest.json',
  round: 'round.json',
  ruleSet: 'rule-set.json',
  ledger: 'ledger.json',
  readme: 'README.txt',
} as const

const receivedPath = /^received\/([0-9a-f]{64})\.json$/
const originalPath = /^originals\/([0-9a-f]{64})$/

/** Where what was read of a received file stands. */
export function receivedPathOf(hash: string): string {
  return `received/${hash}.json`
}

/** Where the received file itself stands, as it came. */
export function originalPathOf(hash: string): string {
  return `originals/${hash}`
}

/** Hash that the name of a received file tells; null for other names. */
export function hashOfReceived(path: string): string | null {
  return receivedPath.exec(path)?.[1] ?? null
}

/** The same for a file as it came. */
export function hashOfOriginal(path: string): string | null {
  return originalPath.exec(path)?.[1] ?? null
}

/** Whether a name is one that our own files use. */
export function isReviewPath(path: string): boolean {
  return (
    Object.values<string>(reviewPaths).includes(path) || receivedPath.test(path) || originalPath.test(path)
  )
}

/** `manifest.json`: what the file is, and the hash of everything else in it. */
export const reviewManifestSchema = z.strictObject({
  format: z.literal(reviewFileFormat),
  formatVersion: z.literal(reviewFileVersion),
  /** ISO instant of the clock of the machine it was made on. */
  createdAt: instant,
  appVersion: text.max(100),
  /** Who made the file, as typed; null: nobody typed a name. */
  madeBy: text.max(200).nullable(),
  round: z.strictObject({ id: roundId, name: z.string().max(roundLimits.name).nullable() }),
  ruleSet: ruleSetMark,
  period,
  agencies: natural,
  lines: natural.max(roundLimits.lines),
  /** Names in the ledger, as typed, with how many lines each wrote. */
  reviewers: z.array(z.strictObject({ name: text.max(200), lines: natural })).max(10_000),
  files: z
    .array(z.strictObject({ path: text.max(200), bytes: natural, sha256 }))
    .max(reviewFileLimits.entries),
})

export type ReviewManifest = z.infer<typeof reviewManifestSchema>

/** What goes into a review file. */
export type ReviewFileContent = {
  readonly round: ReviewRound
  /** The rules the round is scored by, so that it can be scored whatever is published later. */
  readonly ruleSet: RuleSet
  readonly entries: readonly LedgerEntry[]
  readonly received: readonly ReceivedSubmission[]
  /** Received files as they came, by SHA-256; those that are not in it stay where they are. */
  readonly originals?: ReadonlyMap<string, Uint8Array> | undefined
  readonly madeBy?: string | null | undefined
  readonly appVersion: string
  /** ISO instant. */
  readonly createdAt: string
}

/** A review file that was read and whose every hash is right. */
export type ReadReviewFile = {
  readonly file: string
  readonly bytes: number
  /** SHA-256 of the whole file, to be compared with what its sender reads out. */
  readonly sha256: string
  readonly manifest: ReviewManifest
  readonly round: ReviewRound
  readonly ruleSet: RuleSet
  /** In the order of the ledger. */
  readonly entries: readonly LedgerEntry[]
  readonly received: readonly ReceivedSubmission[]
  readonly originals: ReadonlyMap<string, Uint8Array>
}
