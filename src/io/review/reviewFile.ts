import { canonicalJson } from '../../model/canonicalJson.ts'
import type { Decoded, Problem } from '../../model/problem.ts'
import { compareEntries, type LedgerEntry, type ReceivedSubmission } from '../../model/review.ts'
import { decode, decodeRuleSet } from '../decode.ts'
import { hashBytes } from '../hash/hashBytes.ts'
import { ruleSetHash } from '../hash/ruleSetHash.ts'
import { orderedJson } from '../package/orderedJson.ts'
import { plainName } from '../package/packageNames.ts'
import { placeIn } from '../package/packageProblem.ts'
import { unzip, type ZipEntry, zipOf } from '../package/zip.ts'
import { readLedger } from './readLedger.ts'
import {
  hashOfOriginal,
  hashOfReceived,
  isReviewPath,
  originalPathOf,
  type ReadReviewFile,
  type ReviewFileContent,
  type ReviewManifest,
  receivedPathOf,
  reviewFileExtension,
  reviewFileFormat,
  reviewFileLimits,
  reviewFileVersion,
  reviewManifestSchema,
  reviewPaths,
} from './reviewFileFormat.ts'
import { describeReviewFault, type InsideFault, insideProblem, newerReviewFile } from './reviewProblem.ts'
import { reviewReadme } from './reviewReadme.ts'
import { receivedSchema, roundSchema } from './roundSchema.ts'

type Entries = ReadonlyMap<string, Uint8Array>

/** `tham-dinh_mau-tinh-cqs_2026-10_tran-thi-hoa.parboard-review` */
export function reviewFileName(ruleSetId: string, period: string, reviewer: string): string {
  const parts = ['tham-dinh', ruleSetId, period, reviewer].map(part => plainName(part, 60).toLowerCase())
  return `${parts.filter(part => part !== '').join('_')}${reviewFileExtension}`
}

/** A round with its whole ledger as one file. The same content makes the same bytes. */
export function writeReviewFile(content: ReviewFileContent): Uint8Array {
  const { round, ruleSet, received, originals = new Map(), appVersion, createdAt, madeBy = null } = content
  const entries = content.entries.toSorted(compareEntries)
  const head = {
    format: reviewFileFormat,
    formatVersion: reviewFileVersion,
    createdAt,
    appVersion,
    madeBy: madeBy === '' ? null : madeBy,
    round: { id: round.id, name: round.name },
    ruleSet: round.ruleSet,
    period: round.period,
    agencies: round.groups.reduce((sum, { agencyIds }) => sum + agencyIds.length, 0),
    lines: entries.length,
    reviewers: reviewersOf(entries),
  } as const satisfies Omit<ReviewManifest, 'files'>
  const files = [
    textEntry(reviewPaths.round, orderedJson(round)),
    // Without spaces: its hash is the hash of the rule set.
    textEntry(reviewPaths.ruleSet, canonicalJson(ruleSet)),
    textEntry(reviewPaths.ledger, ledgerText(entries)),
    ...received.map(each => textEntry(receivedPathOf(each.sha256), orderedJson(each))),
    ...[...originals].map(
      ([hash, bytes]): ZipEntry => ({ path: originalPathOf(hash), bytes, isPacked: true }),
    ),
    textEntry(
      reviewPaths.readme,
      reviewReadme(head, ruleSet, { received: received.length, originals: originals.size }).normalize('NFC'),
    ),
  ].toSorted((a, b) => (a.path < b.path ? -1 : 1))
  const manifest: ReviewManifest = {
    ...head,
    files: files.map(({ path, bytes }) => ({ path, bytes: bytes.byteLength, sha256: hashBytes(bytes) })),
  }
  return zipOf([textEntry(reviewPaths.manifest, orderedJson(manifest)), ...files])
}

/** One line of the ledger a line of the file, so that it can be looked into with anything. */
function ledgerText(entries: readonly LedgerEntry[]): string {
  return `[\n${entries.map(entry => canonicalJson(entry)).join(',\n')}\n]\n`
}

function reviewersOf(entries: readonly LedgerEntry[]): ReviewManifest['reviewers'] {
  const lines = new Map<string, number>()
  for (const { by } of entries) lines.set(by, (lines.get(by) ?? 0) + 1)
  return [...lines].map(([name, count]) => ({ name, lines: count }))
}

function textEntry(path: string, text: string): ZipEntry {
  return { path, bytes: new TextEncoder().encode(text), isPacked: false }
}

/**
 * Reads a review file: size first, then the directory of the zip, then every hash, then every file inside. Nothing
 * is taken over from a file that is not whole. Never throws.
 * @param file its name, for the problems
 */
export function readReviewFile(bytes: Uint8Array, file: string): Decoded<ReadReviewFile> {
  const unzipped = unzip(bytes, isReviewPath, reviewFileLimits)
  if (!unzipped.ok) return refused([describeReviewFault(unzipped.fault, file)])
  const { entries, unread } = unzipped
  const manifest = readManifest(entries, file)
  if (!manifest.ok) return manifest
  const broken = [
    ...checkFiles(manifest.value, entries, file),
    ...unread.map(path => insideProblem('notListed', path, file)),
  ]
  if (broken.length > 0) return refused(broken)
  const content = readContent(entries, file)
  if (!content.ok) return content
  const found = checkAgreement(manifest.value, content.value, file)
  if (found.length > 0) return refused(found)
  return {
    ok: true,
    value: {
      file,
      bytes: bytes.byteLength,
      sha256: hashBytes(bytes),
      manifest: manifest.value,
      ...content.value,
    },
  }
}

function refused(problems: readonly Problem[]): Decoded<never> {
  return { ok: false, problems }
}

function readManifest(entries: Entries, file: string): Decoded<ReviewManifest> {
  const text = textOf(entries, reviewPaths.manifest, file)
  if (!text.ok) return text
  // The version decides before the shape: a newer file may look like anything.
  const version = versionOf(text.value)
  if (version !== null && version > reviewFileVersion) return refused([newerReviewFile(file, version)])
  return decode(reviewManifestSchema, text.value, placeIn(file, reviewPaths.manifest))
}

function versionOf(text: string): number | null {
  try {
    const head: unknown = JSON.parse(text)
    if (typeof head !== 'object' || head === null || !('format' in head) || !('formatVersion' in head))
      return null
    const isOurs = head.format === reviewFileFormat && typeof head.formatVersion === 'number'
    return isOurs ? Number(head.formatVersion) : null
  } catch {
    return null
  }
}

/** Whether every file of the list is there as it was, and none of ours that the list does not know. */
function checkFiles({ files }: ReviewManifest, entries: Entries, file: string): readonly Problem[] {
  const listed = new Set(files.map(each => each.path))
  const say = (fault: InsideFault, path: string) => insideProblem(fault, path, file)
  const { round, ruleSet, ledger } = reviewPaths
  return [
    ...files.flatMap(({ path, bytes, sha256 }) => {
      const content = entries.get(path)
      if (!content || path === reviewPaths.manifest) return [say('missing', path)]
      return content.byteLength === bytes && hashBytes(content) === sha256 ? [] : [say('altered', path)]
    }),
    ...[...entries.keys()]
      .filter(path => path !== reviewPaths.manifest && !listed.has(path))
      .map(path => say('notListed', path)),
    ...[round, ruleSet, ledger].filter(path => !listed.has(path)).map(path => say('missing', path)),
    ...(listed.size === files.length ? [] : [say('listedTwice', reviewPaths.manifest)]),
  ]
}

type Content = Pick<ReadReviewFile, 'round' | 'ruleSet' | 'entries' | 'received' | 'originals'>

function readContent(entries: Entries, file: string): Decoded<Content> {
  const read = <T>(path: string, decoder: (text: string, place: string) => Decoded<T>): Decoded<T> => {
    const limit = path === reviewPaths.ledger ? reviewFileLimits.ledgerBytes : reviewFileLimits.jsonBytes
    const text = textOf(entries, path, file, limit)
    return text.ok ? decoder(text.value, placeIn(file, path)) : text
  }
  const round = read(reviewPaths.round, (text, place) => decode(roundSchema, text, place))
  const ruleSet = read(reviewPaths.ruleSet, decodeRuleSet)
  const ledger = read(reviewPaths.ledger, readLedger)
  const problems: Problem[] = []
  const received: ReceivedSubmission[] = []
  const originals = new Map<string, Uint8Array>()
  for (const [path, bytes] of entries) {
    const original = hashOfOriginal(path)
    if (original !== null) {
      if (hashBytes(bytes) === original) originals.set(original, bytes)
      else problems.push(insideProblem('otherHash', path, file))
    }
    const hash = hashOfReceived(path)
    if (hash === null) continue
    const one = read(path, (text, place) => decode(receivedSchema, text, place))
    if (!one.ok) problems.push(...one.problems)
    else if (one.value.sha256 === hash) received.push(one.value)
    else problems.push(insideProblem('otherHash', path, file))
  }
  if (round.ok && ruleSet.ok && ledger.ok && problems.length === 0)
    return {
      ok: true,
      value: { round: round.value, ruleSet: ruleSet.value, entries: ledger.value, received, originals },
    }
  return refused([...[round, ruleSet, ledger].flatMap(each => (each.ok ? [] : each.problems)), ...problems])
}

/** Whether the files inside are of one round, and the rules those it was made with. */
function checkAgreement(
  manifest: ReviewManifest,
  { round, ruleSet, entries }: Content,
  file: string,
): readonly Problem[] {
  const isSame =
    manifest.round.id === round.id &&
    manifest.period === round.period &&
    manifest.ruleSet.sha256 === round.ruleSet.sha256
  const isRules = ruleSet.id === round.ruleSet.id && ruleSetHash(ruleSet) === round.ruleSet.sha256
  const ids = new Set(entries.map(entry => entry.id))
  return [
    ...(isSame ? [] : [insideProblem('otherRound', reviewPaths.round, file)]),
    ...(isRules ? [] : [insideProblem('otherRules', reviewPaths.ruleSet, file)]),
    ...(ids.size === entries.length ? [] : [insideProblem('lineTwice', reviewPaths.ledger, file)]),
    ...(manifest.lines === entries.length ? [] : [insideProblem('otherCount', reviewPaths.ledger, file)]),
  ]
}

function textOf(
  entries: Entries,
  path: string,
  file: string,
  limit: number = reviewFileLimits.jsonBytes,
): Decoded<string> {
  const bytes = entries.get(path)
  if (!bytes) return refused([insideProblem('missing', path, file)])
  if (bytes.byteLength > limit) return refused([insideProblem('tooLarge', path, file)])
  try {
    return { ok: true, value: new TextDecoder('utf-8', { fatal: true }).decode(bytes) }
  } catch {
    return refused([insideProblem('notText', path, file)])
  }
}
