import { hashText, startHash } from '../../io/hash/hashBytes.ts'
import { ruleSetHash } from '../../io/hash/ruleSetHash.ts'
import { canonicalJson } from '../../model/canonicalJson.ts'
import type { Interval } from '../../model/exact.ts'
import {
  type LedgerEntry,
  type ReviewRound,
  type RoundStage,
  roundStages,
  type VersionChoice,
} from '../../model/review.ts'
import type { AgencyState, EntryOf, ReviewedAgency, RoundState } from '../../model/roundState.ts'
import type { NodePoints, ScoreSheet } from '../../model/scoreSheet.ts'
import { foldLedger } from '../../scoring/review/foldLedger.ts'
import { stageOfAct } from '../../scoring/review/lineStages.ts'
import { inSlices } from './inSlices.ts'
import type { OpenRound } from './openRound.ts'
import type { ReviewView } from './reviewView.ts'

/** Points of a leaf or a whole as they are frozen: what missing figures leave open stays an interval. */
export type FrozenPoints = Interval | 'notApplicable' | 'unknown'

/** What one agency came to. */
export type FrozenAgency = {
  readonly agencyId: string
  /** null: nothing of it is read, because nothing came or nobody chose. It has no points, not zero. */
  readonly choice: VersionChoice | null
  readonly leaves: readonly { readonly nodeId: string; readonly points: FrozenPoints }[]
  readonly total: FrozenPoints
}

/** What a stage came to, in full: whoever has the same lines and files makes the same. */
export type FrozenResult = {
  readonly roundId: string
  readonly stage: RoundStage
  /** Lines it rests on, sorted, and the SHA-256 of what they say. */
  readonly entryIds: readonly string[]
  readonly lines: string
  readonly agencies: readonly FrozenAgency[]
}

/**
 * Scores every agency of a round that has something to be read, at what its lines say, in slices.
 * @param progress told after every slice
 */
export type RoundScorer = (
  state: RoundState,
  progress: (done: number, of: number) => void,
  signal: AbortSignal | undefined,
) => Promise<ReadonlyMap<string, ScoreSheet>>

export type FreezeOptions = {
  readonly score: RoundScorer
  readonly progress?: ((done: number, of: number) => void) | undefined
  readonly signal?: AbortSignal | undefined
}

/**
 * Lines that a closing of a stage names: those of it that count, and those of the stages before and the surveys
 * that its result rests on. Only lines of the stage itself are frozen by it; the others are named so that the
 * result can be made again.
 */
export function closingLines({ entries, notCounted }: RoundState, stage: RoundStage): readonly string[] {
  const reached = roundStages.indexOf(stage)
  return entries.flatMap(({ id, act }) => {
    const own = stageOfAct(act)
    const bears =
      own !== null && (roundStages.indexOf(own) <= reached || (act.kind === 'survey' && reached > 0))
    return bears && !notCounted.has(id) ? [id] : []
  })
}

/**
 * The round as a closing knew it: exactly the lines it names count, whatever was written, taken back or merged in
 * later. Other lines stay in, because a line may replace another through one that does not count.
 */
export function stateAtClosing(
  round: ReviewRound,
  entries: readonly LedgerEntry[],
  entryIds: readonly string[],
): RoundState {
  const kept = entries.filter(({ act }) => !['close', 'reopen', 'withdraw', 'deadline'].includes(act.kind))
  const clock = kept.reduce((largest, entry) => Math.max(largest, entry.clock), 0) + 1
  const freezing = roundStages.map(
    (stage, index): LedgerEntry => ({
      // No pen of a ledger has such a name.
      id: `~closing-${index + 1}`,
      pen: '~closing',
      seq: index + 1,
      previous: null,
      clock,
      by: '',
      at: round.createdAt,
      act: { kind: 'close', stage, entryIds, sha256: '' },
    }),
  )
  return foldLedger(round, [...kept, ...freezing])
}

/** SHA-256 of a result as canonical JSON. */
export function frozenHash(result: FrozenResult): string {
  return hashText(canonicalJson(result))
}

/** The line that freezes a result. */
export function closeAct(result: FrozenResult): EntryOf<'close'>['act'] {
  const { stage, entryIds, agencies } = result
  return {
    kind: 'close',
    stage,
    entryIds,
    sha256: frozenHash(result),
    agencies: agencies.map(agency => ({ agencyId: agency.agencyId, sha256: agencyHash(agency) })),
  }
}

/**
 * What a stage comes to now, in full. Nothing is written.
 * @throws (rejects) with the reason of an aborted signal
 */
export async function freezeStage(
  open: Pick<OpenRound, 'round' | 'state'>,
  stage: RoundStage,
  options: FreezeOptions,
): Promise<FrozenResult> {
  return frozenResult(open, stage, closingLines(open.state, stage), options)
}

export type Recheck = {
  readonly agrees: boolean
  readonly sha256: string
  /** Lines the closing names that are not here. */
  readonly missing: readonly string[]
  /** The rules in use are not those the round was made with. */
  readonly hasOtherRules: boolean
  /** Agencies whose result is another, is gone, or was not there; null: the closing does not tell agency by agency. */
  readonly agencies: {
    readonly changed: readonly string[]
    readonly gone: readonly string[]
    readonly fresh: readonly string[]
  } | null
  /** Agencies of which screens now show another result than was frozen; null: they are still being scored. */
  readonly shown: readonly string[] | null
}

/** A round as screens show it. */
type Shown = Pick<ReviewView, 'agencies' | 'scoring'>

/**
 * Makes the result of a closing again from the lines it names, and says what differs: from the closing, and
 * between what was frozen and what is shown now.
 */
export async function recheckClosing(
  open: Pick<OpenRound, 'round' | 'state' | 'ruleSet'>,
  { act }: EntryOf<'close'>,
  shown: Shown,
  options: FreezeOptions,
): Promise<Recheck> {
  const result = await frozenResult(open, act.stage, act.entryIds, options)
  const sha256 = frozenHash(result)
  const known = new Set(open.state.entries.map(({ id }) => id))
  const was = act.agencies && new Map(act.agencies.map(each => [each.agencyId, each.sha256]))
  const now = new Map(result.agencies.map(agency => [agency.agencyId, agencyHash(agency)]))
  return {
    agrees: sha256 === act.sha256,
    sha256,
    missing: act.entryIds.filter(id => !known.has(id)),
    hasOtherRules: ruleSetHash(open.ruleSet) !== open.round.ruleSet.sha256,
    agencies: was
      ? {
          changed: [...now].flatMap(([id, hash]) => (was.has(id) && was.get(id) !== hash ? [id] : [])),
          gone: [...was.keys()].filter(id => !now.has(id)),
          fresh: [...now.keys()].filter(id => !was.has(id)),
        }
      : null,
    shown: shownOtherwise(open.state, was ?? now, act.stage, shown),
  }
}

async function frozenResult(
  { round, state }: Pick<OpenRound, 'round' | 'state'>,
  stage: RoundStage,
  entryIds: readonly string[],
  { score, progress = () => {}, signal }: FreezeOptions,
): Promise<FrozenResult> {
  const named = new Set(entryIds)
  const lines = await linesHash(state.entries, named)
  signal?.throwIfAborted()
  const then = stateAtClosing(round, state.entries, entryIds)
  const sheets = await score(then, progress, signal)
  signal?.throwIfAborted()
  const agencies = membersOf(then).map(each => frozenAgency(each, sheets.get(each.agencyId)))
  return {
    roundId: round.id,
    stage,
    entryIds: [...named].toSorted(),
    lines,
    agencies: agencies.toSorted((a, b) => (a.agencyId < b.agencyId ? -1 : 1)),
  }
}

/** Agencies of the round: what comes in of others later, or is merged in, belongs to no result of it. */
function membersOf({ round, agencies }: RoundState): readonly AgencyState[] {
  return round.groups.flatMap(group => group.agencyIds).flatMap(id => agencies.get(id) ?? [])
}

function frozenAgency({ agencyId, choice }: AgencyState, sheet: ScoreSheet | undefined): FrozenAgency {
  if (!sheet) return { agencyId, choice, leaves: [], total: 'unknown' }
  return { agencyId, choice, leaves: leavesOf(sheet), total: frozenPoints(sheet.total.points, true) }
}

/** The sheet that screens show as the result of a stage. */
function shownSheet({ sheet, firstSheet, selfSheet }: ReviewedAgency, stage: RoundStage): ScoreSheet {
  switch (stage) {
    case 'selfAssessment':
      return selfSheet
    case 'firstReview':
    case 'explanation':
      return firstSheet ?? selfSheet
    case 'secondReview':
    case 'closed':
      return sheet
  }
}

/** Agencies of which screens now show another result of a stage; null while some are still being scored. */
function shownOtherwise(
  state: RoundState,
  frozen: ReadonlyMap<string, string>,
  stage: RoundStage,
  { agencies, scoring }: Shown,
): readonly string[] | null {
  if (scoring.done < scoring.of) return null
  return membersOf(state).flatMap(each => {
    const agency = agencies.get(each.agencyId)
    const now = agencyHash(frozenAgency(each, agency && shownSheet(agency, stage)))
    return frozen.get(each.agencyId) === now ? [] : [each.agencyId]
  })
}

function leavesOf({ nodes, adjustments }: ScoreSheet): FrozenAgency['leaves'] {
  return [
    ...nodes.flatMap(({ criterionId, isLeaf, points, outcome }) =>
      isLeaf
        ? [{ nodeId: criterionId, points: frozenPoints(points, outcome?.kind !== 'notApplicable') }]
        : [],
    ),
    ...adjustments.map(({ adjustmentId, points, outcome }) => ({
      nodeId: adjustmentId,
      points:
        outcome.kind === 'notApplicable' ? ('notApplicable' as const) : { from: points.from, to: points.to },
    })),
  ]
}

function agencyHash(agency: FrozenAgency): string {
  return hashText(canonicalJson(agency))
}

/** SHA-256 of what lines say, one after the other in the order of their ids. */
async function linesHash(entries: readonly LedgerEntry[], named: ReadonlySet<string>): Promise<string> {
  const hash = startHash()
  const encoder = new TextEncoder()
  const sorted = entries
    .filter(({ id }) => named.has(id))
    .toSorted((a, b) => (a.id < b.id ? -1 : a.id > b.id ? 1 : 0))
  await inSlices(sorted, entry => hash.add(encoder.encode(`${canonicalJson(entry)}\n`)))
  return hash.done()
}

/** Points of a node as they are frozen. */
export function frozenPoints(points: NodePoints | null, isApplicable: boolean): FrozenPoints {
  if (!isApplicable) return 'notApplicable'
  if (points === null || points.kind === 'unknown') return 'unknown'
  return { from: points.from, to: points.to }
}
