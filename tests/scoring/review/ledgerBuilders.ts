import type {
  FigureCorrection,
  LedgerAct,
  LedgerEntry,
  ReceivedFile,
  ReviewRound,
  ReviewStage,
  Verdict,
} from '../../../src/model/review.ts'
import type { AgencyState, EntryOf, ItemState, RoundState } from '../../../src/model/roundState.ts'
import { stated } from '../builders.ts'

export const rulesSha = 'a'.repeat(64)

/** Two agencies in one group, one alone in another. */
export function aRound(parts: Partial<ReviewRound> = {}): ReviewRound {
  return {
    format: 1,
    id: 'dot-thu',
    name: null,
    ruleSet: { id: 'bo-thu', version: '1', sha256: rulesSha },
    period: '2026',
    groups: [
      { groupId: 'cac-so', name: 'Các sở', agencyIds: ['so-mot', 'so-hai'] },
      { groupId: 'cac-xa', name: 'Các xã', agencyIds: ['xa-mot'] },
    ],
    createdAt: '2026-11-01T00:00:00.000Z',
    provenance: stated,
    ...parts,
  }
}

type Rest = { readonly by?: string; readonly at?: string; readonly clock?: number }

/** Writes lines one after the other; each pen numbers its own. */
export function aPen(pen = 'but') {
  const entries: LedgerEntry[] = []
  let seq = 0
  let clock = 0
  const write = <Act extends LedgerAct>(act: Act, rest: Rest = {}): LedgerEntry & { readonly act: Act } => {
    seq += 1
    clock = rest.clock ?? clock + 1
    const entry = {
      id: `${pen}-${seq}`,
      pen,
      seq,
      previous: null,
      clock,
      by: rest.by ?? 'Lê Thị Hoa',
      at: rest.at ?? '2026-11-10T02:00:00.000Z',
      act,
    }
    entries.push(entry)
    return entry
  }
  const decide = (
    criterionId: string,
    verdict: Verdict,
    parts: Partial<EntryOf<'decide'>['act']> = {},
    rest: Rest = {},
  ) =>
    write(
      {
        kind: 'decide',
        stage: 'firstReview',
        agencyId: 'so-mot',
        criterionId,
        verdict,
        from: null,
        to: null,
        reason: verdict.kind === 'agree' || verdict.kind === 'ask' ? null : 'Theo hồ sơ',
        evidenceIds: [],
        over: [],
        ...parts,
      },
      rest,
    )
  const withdraw = (entryId: string, rest: Rest = {}) =>
    write({ kind: 'withdraw', entryId, reason: null }, rest)
  const receive = (agencyId: string, sha: string, parts: Partial<ReadFile> = {}, rest: Rest = {}) =>
    write({ kind: 'receive', file: aFile(agencyId, sha, parts) }, rest)
  /** Asks an agency about criteria. */
  const request = (id: string, criterionIds: readonly string[], agencyId = 'so-mot', rest: Rest = {}) => {
    const { id: roundId, ruleSet, period } = aRound()
    const asked = criterionIds.map(criterionId => ({
      entryId: `${pen}-1`,
      criterionId,
      question: 'Vì sao?',
      points: null,
    }))
    const at = '2026-11-10T02:00:00.000Z'
    const about = { id, roundId, ruleSet, agencyId, period, by: 'Hoa', at, dueAt: null, questions: asked }
    return write({ kind: 'request', request: about, fileName: 'phieu.zip', sha256: sha('p') }, rest)
  }
  const answer = (
    requestId: string,
    criterionIds: readonly string[],
    claim: string | null = null,
    agencyId = 'so-mot',
  ) => {
    const said = { text: 'Đã rà soát', figures: [], claim, evidence: [] }
    const answers = criterionIds.map(criterionId => ({ criterionId, ...said }))
    return write({ kind: 'answer', requestId, agencyId, sha256: sha('t'), answers, outside: [] })
  }
  const use = (agencyId: string, base: string, over: readonly string[] = [], rest: Rest = {}) => {
    const choice = { base: sha(base), picks: [] }
    return write({ kind: 'use', agencyId, choice, reason: 'Bản sửa', over }, rest)
  }
  const survey = (value: string, over: readonly string[] = [], rest: Rest = {}) => {
    const given = { kind: 'points', points: value } as const
    return write(
      { kind: 'survey', agencyId: 'so-mot', criterionId: 's', given, source: 'Báo cáo', over },
      rest,
    )
  }
  const reopen = (closeId: string, rest: Rest = {}) =>
    write({ kind: 'reopen', closeId, reason: 'Khiếu nại' }, rest)
  const deadline = (
    stage: EntryOf<'deadline'>['act']['stage'],
    at: string | null,
    over?: readonly string[],
    rest: Rest = {},
  ) => write({ kind: 'deadline', stage, at, reason: null, ...(over && { over }) }, rest)
  const close = (stage: EntryOf<'close'>['act']['stage'], entryIds: readonly string[], rest: Rest = {}) =>
    write({ kind: 'close', stage, entryIds, sha256: 'f'.repeat(64) }, rest)
  return {
    entries,
    write,
    decide,
    withdraw,
    receive,
    use,
    survey,
    request,
    answer,
    deadline,
    close,
    reopen,
  }
}

type ReadFile = Extract<ReceivedFile, { outcome: 'read' }>

/** A file that can be read, made and put in well before any deadline. */
export function aFile(agencyId: string, sha: string, parts: Partial<ReadFile> = {}): ReadFile {
  return {
    sha256: sha.padEnd(64, '0'),
    fileName: `${agencyId}.zip`,
    bytes: 1000,
    outcome: 'read',
    agencyId,
    agencyName: null,
    period: '2026',
    ruleSet: aRound().ruleSet,
    madeAt: '2026-11-05T02:00:00.000Z',
    submissionId: `bo-thu.2026.${agencyId}`,
    approvedBy: null,
    approvedOn: null,
    rescored: 'identical',
    origin: 'file',
    answers: null,
    warnings: [],
    ...parts,
  }
}

export const sha = (name: string) => name.padEnd(64, '0')

/** One figure corrected from one number to another. */
export function correction(metricId: string, was: string, to: string): FigureCorrection {
  return { metricId, was: { state: 'entered', value: was }, to: { state: 'entered', value: to } }
}

export const agree: Verdict = { kind: 'agree' }
export const points = (value: string): Verdict => ({ kind: 'points', points: value })
export const figures = (...corrections: readonly FigureCorrection[]): Verdict => ({
  kind: 'figures',
  figures: corrections,
})

/** @throws when nobody knows the agency */
export function agencyIn(state: RoundState, agencyId = 'so-mot'): AgencyState {
  const agency = state.agencies.get(agencyId)
  if (!agency) throw new Error(`no agency "${agencyId}"`)
  return agency
}

/** @throws when nobody said anything of it */
export function itemIn(state: RoundState, criterionId: string, agencyId = 'so-mot'): ItemState {
  const item = agencyIn(state, agencyId).items.get(criterionId)
  if (!item) throw new Error(`nothing was said of "${criterionId}"`)
  return item
}

/** What stands at a stage, as a word: the id of the line, "none", or the ids in conflict. */
export function standingAt(state: RoundState, criterionId: string, stage: ReviewStage = 'firstReview') {
  const item = state.agencies.get('so-mot')?.items.get(criterionId)
  if (!item || item[stage].kind === 'none') return 'none'
  const standing = item[stage]
  return standing.kind === 'settled' ? standing.entry.id : standing.entries.map(each => each.id)
}
