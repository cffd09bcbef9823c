import { hashBytes } from '../../io/hash/hashBytes.ts'
import { packagePaths, type ReadPackage } from '../../io/package/packageFormat.ts'
import { readPackage } from '../../io/package/readPackage.ts'
import { unzip } from '../../io/package/zip.ts'
import type { RuleSetMark } from '../../model/draft.ts'
import { type Problem, refuses } from '../../model/problem.ts'
import type { Bilingual } from '../../model/provenance.ts'
import type { ReceivedFile, ReceivedSubmission } from '../../model/review.ts'
import type { RuleSet } from '../../model/ruleSet.ts'
import { isSameJson } from '../../model/sameJson.ts'
import type { ScoreSheet } from '../../model/scoreSheet.ts'
import { lintRuleSet } from '../../scoring/lint/lintRuleSet.ts'
import { lintSubmission } from '../../scoring/lint/lintSubmission.ts'
import { carryToRound } from '../../scoring/review/carryToRound.ts'
import { scoreSubmission } from '../../scoring/scoreSubmission.ts'
import { readingHash } from './readings.ts'

/** What a file is held against. */
export type ReceivingRound = {
  readonly roundId: string
  readonly mark: RuleSetMark
  readonly ruleSet: RuleSet
  readonly period: string
}

/** A file as it goes into the ledger; `submission` is there where it was read. */
export type Received = { readonly file: ReceivedFile; readonly submission: ReceivedSubmission | null }

type Refusal = Extract<ReceivedFile, { outcome: 'refused' }>['why']

/** Most that is said of one file; the ledger keeps it for ever. */
const mostSaid = 20

/**
 * Reads submission files of a round one after the other. Rules that came along are decoded and checked once,
 * however many files carry them.
 * @returns reads one file: its bytes and its name
 */
export function receiverFor(round: ReceivingRound): (bytes: Uint8Array, fileName: string) => Received {
  // A rule set stands in a file in its canonical form, so that its hash is the hash of that file as well.
  const rules = new Map<string, RuleSet>([[round.mark.sha256, round.ruleSet]])
  const linted = new Map<RuleSet, boolean>()
  const holds = (ruleSet: RuleSet) => {
    const known = linted.get(ruleSet) ?? !refuses(lintRuleSet(ruleSet, packagePaths.ruleSet))
    linted.set(ruleSet, known)
    return known
  }
  return (bytes, fileName) => {
    const name = plainFileName(fileName)
    const read = readPackage(bytes, name, rules)
    if (read.ok) return receive(read.value, round, holds)
    const head = { sha256: hashBytes(bytes), fileName: name, bytes: bytes.byteLength }
    return refused(head, whyRefused(read.problems), messagesOf(read.problems), agencyNamedIn(bytes))
  }
}

function receive(pack: ReadPackage, round: ReceivingRound, holds: (ruleSet: RuleSet) => boolean): Received {
  const { manifest, submission, previous, ruleSet } = pack
  const head = { sha256: pack.sha256, fileName: pack.file, bytes: pack.bytes }
  const refuse = (why: Refusal, problems: readonly Bilingual[]) =>
    refused(head, why, problems, manifest.agency.id)
  const other = otherRound(pack, round)
  if (other.length > 0) return refuse('otherRound', other)

  const isOtherRules = manifest.ruleSet.sha256 !== round.mark.sha256
  const faults = [submission, ...(previous ? [previous] : [])].flatMap(each =>
    lintSubmission(each, ruleSet, pack.file),
  )
  const canScore = holds(ruleSet) && !refuses(faults)
  const carried = isOtherRules ? carriedOver(pack, round) : null
  if (!canScore && !carried)
    return refuse('cannotScore', holds(ruleSet) ? messagesOf(faults) : [rulesDoNotHold])
  const rescored = canScore ? scoredAgain(pack) : 'cannot'
  const read: ReceivedSubmission = { sha256: pack.sha256, submission, previous, ...(carried && { carried }) }
  return {
    file: {
      ...head,
      outcome: 'read',
      agencyId: manifest.agency.id,
      agencyName: manifest.agency.name,
      period: manifest.period,
      ruleSet: {
        id: manifest.ruleSet.id,
        version: manifest.ruleSet.version,
        sha256: manifest.ruleSet.sha256,
      },
      madeAt: manifest.createdAt,
      submissionId: manifest.submissionId,
      approvedBy: manifest.approval?.name ?? null,
      approvedOn: manifest.approval?.on ?? null,
      rescored,
      origin: 'file',
      answers: manifest.answersTo ?? null,
      readSha256: readingHash(read),
      warnings: messagesOf(pack.remarks, 'warning'),
    },
    submission: read,
  }
}

/** Why a whole file does not belong to this round; nothing where it does. */
function otherRound(
  { manifest }: ReadPackage,
  { roundId, mark, period }: ReceivingRound,
): readonly Bilingual[] {
  const { answersTo } = manifest
  return [
    ...(answersTo && answersTo.roundId !== roundId
      ? [
          {
            vi: 'tệp trả lời yêu cầu giải trình của một đợt thẩm định khác',
            en: 'the file answers a request of another round',
          },
        ]
      : []),
    ...(manifest.ruleSet.id === mark.id
      ? []
      : [
          {
            vi: `tệp theo bộ chỉ số “${manifest.ruleSet.title}” (${manifest.ruleSet.id}), không phải bộ chỉ số của đợt này`,
            en: `the file answers rule set "${manifest.ruleSet.title}" (${manifest.ruleSet.id}), not the one of this round`,
          },
        ]),
    ...(manifest.period === period
      ? []
      : [
          {
            vi: `tệp của kỳ ${manifest.period}, đợt này thẩm định kỳ ${period}`,
            en: `the file is of period ${manifest.period}, this round of ${period}`,
          },
        ]),
  ]
}

const rulesDoNotHold = {
  vi: 'bộ chỉ số kèm trong tệp có lỗi nên không chấm lại được',
  en: 'the rule set in the file has errors, so it cannot be scored again',
} as const

function scoredAgain({ submission, ruleSet, previous, scoreSheet }: ReadPackage): 'identical' | 'differs' {
  const sheet: ScoreSheet = scoreSubmission(ruleSet, submission, scoreSheet.scoredAt, { previous })
  return isSameJson(sheet, scoreSheet) ? 'identical' : 'differs'
}

/** null where the figures mean nothing under the rules of the round. */
function carriedOver(
  { submission, previous, ruleSet, file }: ReadPackage,
  round: ReceivingRound,
): NonNullable<ReceivedSubmission['carried']> | null {
  const carried = carryToRound(submission, previous, ruleSet, round.ruleSet)
  const all = [carried.submission, ...(carried.previous ? [carried.previous] : [])]
  return refuses(all.flatMap(each => lintSubmission(each, round.ruleSet, file))) ? null : carried
}

/** A file that goes in with nothing read of it. */
export function refused(
  head: Pick<ReceivedFile, 'sha256' | 'fileName' | 'bytes'>,
  why: Refusal,
  problems: readonly Bilingual[],
  agencyId: string | null,
): Received {
  return { file: { ...head, outcome: 'refused', why, problems, agencyId }, submission: null }
}

const altered = ['wrong-hash', 'not-listed', 'listed-twice', 'file-missing', 'mismatch']

function whyRefused(problems: readonly Problem[]): Refusal {
  const has = (...codes: readonly string[]) => problems.some(each => codes.includes(each.code))
  if (has('newer-format')) return 'newer'
  if (has('not-package', 'is-request')) return 'notPackage'
  if (has('too-large')) return 'unreadable'
  return has(...altered) ? 'altered' : 'damaged'
}

function messagesOf(
  problems: readonly Problem[],
  severity: Problem['severity'] = 'error',
): readonly Bilingual[] {
  return problems.flatMap(each => (each.severity === severity ? [placed(each)] : [])).slice(0, mostSaid)
}

/** A sentence that says in which file inside it stands; the outer one is named beside it anyway. */
function placed({ file, path, message }: Problem): Bilingual {
  const [, inside] = file.split(' › ')
  const place = [inside, path].filter(Boolean).join(' ')
  const say = (text: string) => (place === '' ? text : `${place}: ${text}`).slice(0, 500)
  return { vi: say(message.vi), en: say(message.en) }
}

/** Whose file it says it is, where not even its list holds: only good enough to show it beside that agency. */
function agencyNamedIn(bytes: Uint8Array): string | null {
  const unzipped = unzip(bytes, path => path === packagePaths.manifest)
  const manifest = unzipped.ok ? unzipped.entries.get(packagePaths.manifest) : undefined
  if (!manifest || manifest.byteLength > 1_000_000) return null
  try {
    const head: unknown = JSON.parse(new TextDecoder().decode(manifest))
    if (typeof head !== 'object' || head === null || !('agency' in head)) return null
    const { agency } = head
    if (typeof agency !== 'object' || agency === null || !('id' in agency)) return null
    const { id } = agency
    return typeof id === 'string' && /^[A-Za-z0-9][A-Za-z0-9._-]{0,199}$/.test(id) ? id : null
  } catch {
    return null
  }
}

/** A name as it came, composed, short and without signs that turn the sentence around. */
export function plainFileName(name: string): string {
  const shown = name.normalize('NFC').replace(/[\p{Cc}\p{Cf}]/gu, '\u25a1')
  return shown.length > 200 ? `${shown.slice(0, 199)}…` : shown
}
