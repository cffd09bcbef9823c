import { readFileSync } from 'node:fs'
import { unzipSync, type Zippable, zipSync } from 'fflate'
import { decodeAgencies, decodeRuleSet, decodeSubmission, decodeSubmissions } from '../../src/io/decode.ts'
import { hashBytes } from '../../src/io/hash/hashBytes.ts'
import { orderedJson } from '../../src/io/package/orderedJson.ts'
import { packageFileName } from '../../src/io/package/packageNames.ts'
import { writePackage } from '../../src/io/package/writePackage.ts'
import { appVersion } from '../../src/model/appVersion.ts'
import type { Decoded } from '../../src/model/problem.ts'
import type { RuleSet } from '../../src/model/ruleSet.ts'
import type { ScoreSheet } from '../../src/model/scoreSheet.ts'
import type { Submission } from '../../src/model/submission.ts'
import { scoreSubmission } from '../../src/scoring/scoreSubmission.ts'

// Submission files of the demonstration province as its agencies would hand them in, for tests, journeys and
// measurements: the published self-assessments, scored by the engine and packed as the form packs them.

export type DemoPackage = { readonly name: string; readonly bytes: Uint8Array; readonly sha256: string }

/** A document that goes along and backs criteria. */
export type DemoEvidence = {
  readonly criterionIds: readonly string[]
  readonly title: string
  readonly fileName: string
  readonly bytes: Uint8Array
}

function unwrap<T>(decoded: Decoded<T>): T {
  if (!decoded.ok) throw new Error(decoded.problems.map(each => `${each.path} ${each.message.vi}`).join('\n'))
  return decoded.value
}

function read<T>(path: string, decode: (text: string, file: string) => Decoded<T>): T {
  return unwrap(decode(readFileSync(`data/${path}`, 'utf8'), path))
}

const kept = new Map<string, unknown>()

function once<T>(path: string, make: () => T): T {
  if (!kept.has(path)) kept.set(path, make())
  return kept.get(path) as T
}

export function demoRuleSet(id = 'mau-tinh-cqs'): RuleSet {
  const path = `rule-sets/${id}.json`
  return once(path, () => read(path, decodeRuleSet))
}

/** What the agencies of the demonstration province sent for a month; those that sent nothing are not in it. */
export function demoSubmissions(period = '2026-10'): readonly Submission[] {
  const path = `submissions/mau-tinh-cqs/${period}.json`
  return once(path, () => read(path, decodeSubmissions)).filter(each => each.submittedOn !== undefined)
}

/** The rule set under a version of its own, as an office would have it that did not load the newer one. */
export function otherVersion(ruleSet: RuleSet, version: string): RuleSet {
  return { ...ruleSet, version, examples: [] }
}

/**
 * One submission file.
 * @param createdAt ISO instant by the sender's clock
 * @param edit what the agency sends instead of what was published
 * @param ruleSet rules it answers, where they are not the published ones
 * @param score what the sheet inside says instead of what the engine found
 * @param tamper what is done to the file after it was made: one inside changed, or one more put in
 */
export function demoPackage({
  agencyId,
  createdAt = '2026-11-05T03:00:00.000Z',
  period = '2026-10',
  edit = submission => submission,
  ruleSet = demoRuleSet(),
  tamper,
  evidence = [],
  previous = null,
  score = sheet => sheet,
}: {
  agencyId: string
  createdAt?: string
  period?: string
  edit?: (submission: Submission) => Submission
  ruleSet?: RuleSet
  tamper?: 'submission' | 'scoreSheet' | 'added' | undefined
  evidence?: readonly DemoEvidence[]
  previous?: Submission | null
  score?: (sheet: ScoreSheet) => ScoreSheet
}): DemoPackage {
  const published = demoSubmissions(period).find(each => each.agencyId === agencyId)
  if (!published) throw new Error(`${agencyId} sent nothing for ${period}`)
  const backing = evidence.map((each, index) => ({
    ...each,
    sha256: hashBytes(each.bytes),
    id: `tl-${index + 1}`,
  }))
  const asSent = edit({
    ...published,
    id: `${ruleSet.id}.${period}.${agencyId}`,
    ruleSetId: ruleSet.id,
    ruleSetVersion: ruleSet.version,
    stage: 'selfAssessment',
    decisions: published.decisions?.filter(each => each.stage === 'selfAssessment'),
    published: undefined,
    approval: { name: 'Trần Minh Họa', title: 'Thủ trưởng đơn vị', on: createdAt.slice(0, 10) },
    submittedOn: createdAt.slice(0, 10),
    evidence: [
      ...(published.evidence ?? []),
      ...backing.map(({ id, criterionIds, title, fileName, bytes, sha256 }) => ({
        id,
        criterionIds,
        title,
        file: { name: fileName, bytes: bytes.byteLength, sha256 },
      })),
    ],
  })
  const submission = unwrap(decodeSubmission(orderedJson(asSent), agencyId))
  const bytes = writePackage({
    submission,
    ruleSet,
    previous,
    scoreSheet: score(scoreSubmission(ruleSet, submission, createdAt, { previous })),
    agencyName: agencyNames().get(agencyId) ?? null,
    appVersion,
    createdAt,
    files: new Map(backing.map(each => [each.sha256, each.bytes])),
  })
  const sent = tamper ? tampered(bytes, tamper) : bytes
  return { name: packageFileName(ruleSet.id, period, agencyId), bytes: sent, sha256: hashBytes(sent) }
}

function agencyNames(): ReadonlyMap<string, string> {
  return once(
    'names',
    () => new Map(read('agencies.json', decodeAgencies).agencies.map(each => [each.id, each.name])),
  )
}

/** The file as somebody would change it with a zip program. */
function tampered(bytes: Uint8Array, how: 'submission' | 'scoreSheet' | 'added'): Uint8Array {
  const entries = unzipSync(bytes)
  const paths = {
    submission: 'submission.json',
    scoreSheet: 'score-sheet.json',
    added: 'evidence/000000000000-them.pdf',
  }
  const path = paths[how]
  const text = new TextDecoder().decode(entries[path] ?? new Uint8Array())
  const changed =
    how === 'added' ? '%PDF-1.4' : text.replace(/"(\d+)"/, (_, digits: string) => `"${digits}0"`)
  return zipSync({ ...entries, [path]: new TextEncoder().encode(changed) } as Zippable)
}
