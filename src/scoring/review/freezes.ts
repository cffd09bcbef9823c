import type { LedgerAct, LedgerEntry, ReviewRound, RoundStage } from '../../model/review.ts'
import { roundStages } from '../../model/review.ts'
import { choiceOf } from './agenciesOf.ts'
import type { LinesOf } from './byKind.ts'
import { filesOf } from './filesOf.ts'
import { reviewStages, stageOfAct } from './lineStages.ts'
import type { Closings } from './stagesOfRound.ts'
import { byMatter, standingOf } from './standing.ts'

/** What closings in force of one stage hold fast. */
export type Freeze = {
  /** Lines that any of them names. */
  readonly named: ReadonlySet<string>
  /** Agencies of which something was read by then, so that they have a result. */
  readonly agencyIds: ReadonlySet<string>
}

export type Freezes = ReadonlyMap<RoundStage, Freeze>

export function freezesOf(round: ReviewRound, linesOf: LinesOf, closings: Closings): Freezes {
  return new Map(
    [...closings].map(([stage, inForce]) => {
      const sets = inForce.map(({ act }) => new Set(act.entryIds))
      const freeze: Freeze = {
        named: sets.length === 1 && sets[0] ? sets[0] : new Set(sets.flatMap(each => [...each])),
        agencyIds: new Set(decides(stage) ? sets.flatMap(each => chosenAmong(each, round, linesOf)) : []),
      }
      return [stage, freeze] as const
    }),
  )
}

/**
 * How a line stands to the closings in force: `named` by one that rests on it, `left` out by those that do, or null:
 * nothing froze it.
 *
 * A closing freezes the lines of its own stage; that of the round freezes all. One of a review freezes as well what
 * its results rest on (files, versions, earlier decisions), but only of agencies that had a result: what comes late
 * of others takes nothing from anybody. Surveys may come until the round is closed; a closed first review keeps
 * those it knew (`ItemState.surveyAtFirst`), and none of them is taken back.
 */
export function frozenIn(
  freezes: Freezes,
  agenciesOfLine: (entry: LedgerEntry) => readonly (string | null)[],
): (entry: LedgerEntry) => 'named' | 'left' | null {
  if (freezes.size === 0) return () => null
  return entry => {
    const own = stageOfAct(entry.act)
    if (own === null) return null
    const reached = roundStages.indexOf(own)
    let isFrozen = false
    for (const [stage, { named, agencyIds }] of freezes) {
      const isWhole = stage === own || stage === 'closed'
      if (!isWhole) {
        const rests = decides(stage) && (own === 'closed' || roundStages.indexOf(stage) > reached)
        if (!rests || !agenciesOfLine(entry).some(id => id !== null && agencyIds.has(id))) continue
      }
      if (named.has(entry.id)) return 'named'
      if (isWhole || own !== 'closed') isFrozen = true
    }
    return isFrozen ? 'left' : null
  }
}

/** Whose a line is; of lines about a file everybody whose file it is said to be. */
export function agenciesByLine(linesOf: LinesOf): (entry: LedgerEntry) => readonly (string | null)[] {
  const ofFile = byMatter(linesOf('receive'), each => each.act.file.sha256)
  return ({ act }) => {
    if (act.kind !== 'setAside' && act.kind !== 'receivedAt') return [agencyIn(act)]
    return (ofFile.get(act.sha256) ?? []).map(each => each.act.file.agencyId)
  }
}

function agencyIn(act: LedgerAct): string | null {
  if (act.kind === 'receive') return act.file.agencyId
  if (act.kind === 'request') return act.request.agencyId
  return 'agencyId' in act ? act.agencyId : null
}

function decides(stage: RoundStage): boolean {
  return reviewStages.some(each => each === stage)
}

/** Agencies of which something is read where exactly some lines count. */
function chosenAmong(named: ReadonlySet<string>, round: ReviewRound, linesOf: LinesOf): readonly string[] {
  const counts = ({ id }: LedgerEntry) => named.has(id)
  const files = filesOf(round, linesOf, id => (named.has(id) ? undefined : 'withdrawn'), null)
  const uses = byMatter(linesOf('use'), each => each.act.agencyId)
  return [...files.ofAgency].flatMap(([agencyId, own]) =>
    choiceOf(own, standingOf(uses.get(agencyId) ?? [], counts), counts).choice === null ? [] : [agencyId],
  )
}
