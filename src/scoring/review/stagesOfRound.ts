import { type LedgerEntry, type RoundStage, roundStages } from '../../model/review.ts'
import type { EntryOf, StageState } from '../../model/roundState.ts'
import type { LinesOf } from './byKind.ts'
import { isAct } from './isAct.ts'
import { byMatter, standingOf } from './standing.ts'

export type Stages = Readonly<Record<RoundStage, StageState>>

/** Closings in force, by stage; a stage opens when a `reopen` line named every one of them. */
export type Closings = ReadonlyMap<RoundStage, readonly EntryOf<'close'>[]>

export function closingsOf(linesOf: LinesOf, placeOf: ReadonlyMap<string, number>): Closings {
  const placed = (id: string) => placeOf.get(id) ?? Number.POSITIVE_INFINITY
  const reopened = new Set(
    linesOf('reopen').flatMap(({ id, act: { closeId } }) => (placed(closeId) < placed(id) ? [closeId] : [])),
  )
  return byMatter(
    linesOf('close').filter(each => !reopened.has(each.id)),
    each => each.act.stage,
  )
}

/**
 * The closing that a stage is shown to be closed by: of several that did not know of each other the one that names
 * most lines that are here, then the first.
 */
function shownOf(
  inForce: readonly EntryOf<'close'>[],
  isHere: (id: string) => boolean,
): EntryOf<'close'> | null {
  const [first, ...others] = inForce
  if (!first) return null
  if (others.length === 0) return first
  const named = (closing: EntryOf<'close'>) => new Set(closing.act.entryIds.filter(isHere)).size
  return others.reduce((best, each) => (named(each) > named(best) ? each : best), first)
}

/** The deadline in force of each stage, and all of them where several people set it without knowing. */
export type Deadlines = ReadonlyMap<
  RoundStage,
  { readonly inForce: EntryOf<'deadline'>; readonly atOdds: readonly EntryOf<'deadline'>[] }
>

/** Deadlines as last set. Of several at odds the latest is in force, so that no decision is lost by accident. */
export function deadlinesOf(linesOf: LinesOf, counts: (entry: LedgerEntry) => boolean): Deadlines {
  const deadlines = new Map<RoundStage, { inForce: EntryOf<'deadline'>; atOdds: EntryOf<'deadline'>[] }>()
  for (const [stage, lines] of byMatter(linesOf('deadline'), each => each.act.stage)) {
    const standing = standingOf(lines, counts)
    if (standing.kind === 'settled') deadlines.set(stage, { inForce: standing.entry, atOdds: [] })
    if (standing.kind !== 'conflict') continue
    const inForce = standing.entries.reduce((latest, each) => (endOf(each) > endOf(latest) ? each : latest))
    deadlines.set(stage, { inForce, atOdds: [...standing.entries] })
  }
  return deadlines
}

/** No deadline is later than any. */
function endOf({ act: { at } }: EntryOf<'deadline'>): number {
  return at === null ? Number.POSITIVE_INFINITY : Date.parse(at)
}

/** Every stage with its deadline, its closing and how it came to be. */
export function stageStates(
  entries: readonly LedgerEntry[],
  byId: ReadonlyMap<string, LedgerEntry>,
  deadlines: Deadlines,
  closings: Closings,
): Stages {
  const histories = new Map<RoundStage, (EntryOf<'close'> | EntryOf<'reopen'>)[]>(
    roundStages.map(stage => [stage, []]),
  )
  const stageOf = new Map<string, RoundStage>()
  for (const entry of entries) {
    if (isAct(entry, 'close')) {
      stageOf.set(entry.id, entry.act.stage)
      histories.get(entry.act.stage)?.push(entry)
    } else if (isAct(entry, 'reopen')) {
      const stage = stageOf.get(entry.act.closeId)
      if (stage) histories.get(stage)?.push(entry)
    }
  }
  const stateOf = (stage: RoundStage): StageState => {
    const setBy = deadlines.get(stage)?.inForce ?? null
    return {
      stage,
      deadline: setBy?.act.at ?? null,
      setBy,
      closed: shownOf(closings.get(stage) ?? [], id => byId.has(id)),
      history: histories.get(stage) ?? [],
    }
  }
  return {
    selfAssessment: stateOf('selfAssessment'),
    firstReview: stateOf('firstReview'),
    explanation: stateOf('explanation'),
    secondReview: stateOf('secondReview'),
    closed: stateOf('closed'),
  }
}
