import { hashText } from '../../io/hash/hashBytes.ts'
import { canonicalJson } from '../../model/canonicalJson.ts'
import type { RuleSetMark } from '../../model/draft.ts'
import { refuses } from '../../model/problem.ts'
import type { LedgerEntry, ReceivedFile, ReceivedSubmission } from '../../model/review.ts'
import type { EntryOf } from '../../model/roundState.ts'
import type { RuleSet } from '../../model/ruleSet.ts'
import type { Submission } from '../../model/submission.ts'
import { lintSubmission } from '../../scoring/lint/lintSubmission.ts'

// What was read of a received file travels beside the ledger. The line about the file says what it was, so that
// nobody can put other figures under the hash of a file that really came in.

/** A line about a file that was read. */
export type ReadLine = EntryOf<'receive'> & { readonly act: { readonly file: ReadFile } }
type ReadFile = Extract<ReceivedFile, { outcome: 'read' }>

/**
 * Why what a ledger brings along is not used. `unnamed`: no line tells of it; `otherHash`: not what its line was
 * written about; `otherFile`: of another agency, period or rule set than its line says; `faulty`: it does not hold
 * under its own rules.
 */
export type Misfit = 'unnamed' | 'otherHash' | 'otherFile' | 'faulty'

/** Something that came with a ledger and is not used. */
export type UnfitReading = {
  readonly sha256: string
  readonly why: Misfit
  /** First line about it; null: there is none. */
  readonly line: ReadLine | null
}

/** SHA-256 of what was read of a file, as its line carries it. */
export function readingHash({ sha256, submission, previous, carried }: ReceivedSubmission): string {
  const reading = {
    sha256,
    submission: bare(submission),
    previous: previous && bare(previous),
    carried: carried && {
      submission: bare(carried.submission),
      previous: carried.previous && bare(carried.previous),
    },
  }
  return hashText(canonicalJson(reading))
}

/** Files may carry a reference to their schema, which says nothing about them. */
function bare(submission: Submission): object {
  return { ...submission, $schema: undefined }
}

/** Lines about files that were read, by SHA-256 of the file. */
export function readLinesOf(entries: Iterable<LedgerEntry>): ReadonlyMap<string, readonly ReadLine[]> {
  const lines = new Map<string, ReadLine[]>()
  for (const entry of entries) {
    if (!isReadLine(entry)) continue
    const known = lines.get(entry.act.file.sha256)
    if (known) known.push(entry)
    else lines.set(entry.act.file.sha256, [entry])
  }
  return lines
}

export function isReadLine(entry: LedgerEntry): entry is ReadLine {
  return entry.act.kind === 'receive' && entry.act.file.outcome === 'read'
}

/**
 * Whether something that came with a ledger may be used.
 * @param lines lines about this file
 * @param rules of the round; null where they are not at hand, and then the figures are not checked under them
 */
export function misfitOf(
  received: ReceivedSubmission,
  lines: readonly ReadLine[],
  rules: { readonly mark: RuleSetMark; readonly ruleSet: RuleSet } | null,
): Misfit | null {
  if (lines.length === 0) return 'unnamed'
  const sealed = lines.filter(({ act }) => act.file.readSha256 !== undefined)
  // The same bytes may have been read by two versions of this page, which both wrote their line.
  const hash = sealed.length > 0 ? readingHash(received) : null
  const telling = hash === null ? lines : sealed.filter(({ act }) => act.file.readSha256 === hash)
  if (telling.length === 0) return 'otherHash'
  const about = telling.find(({ act }) => isAbout(act.file, received.submission))
  if (!about) return 'otherFile'
  return rules && isFaulty(received, about.act.file, rules) ? 'faulty' : null
}

function isAbout({ agencyId, period, ruleSet }: ReadFile, submission: Submission): boolean {
  return (
    submission.agencyId === agencyId &&
    submission.period === period &&
    submission.ruleSetId === ruleSet.id &&
    submission.ruleSetVersion === ruleSet.version
  )
}

/** Of a file that answers other rules only what was carried over is read under those of the round. */
function isFaulty(
  { submission, previous, carried }: ReceivedSubmission,
  file: ReadFile,
  { mark, ruleSet }: { readonly mark: RuleSetMark; readonly ruleSet: RuleSet },
): boolean {
  const own = file.ruleSet.sha256 === mark.sha256 ? [submission, previous] : []
  return [...own, ...(carried ? [carried.submission, carried.previous] : [])].some(
    each => each !== null && refuses(lintSubmission(each, ruleSet, file.fileName)),
  )
}
