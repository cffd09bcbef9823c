import { compareEntries, type RoundStage, roundStages } from '../../model/review.ts'
import type { EntryOf, StageState } from '../../model/roundState.ts'
import type { LinesOf } from './byKind.ts'
import { isAct } from './isAct.ts'

export type Stages = Readonly<Record<RoundStage, StageState>>

/** What froze each stage, by stage; only a `reopen` line that names the closing in force opens it again. */
export type Closings = ReadonlyMap<RoundStage, EntryOf<'close'>>

/**
 * Closings in force. The first closing of two that did not know of each other stands: what it froze nobody changes
 * without opening it.
 */
export function closingsOf(linesOf: LinesOf): Closings {
  const closings = new Map<RoundStage, EntryOf<'close'>>()
  for (const entry of closingLines(linesOf)) {
    if (isAct(entry, 'close')) {
      if (!closings.has(entry.act.stage)) closings.set(entry.act.stage, entry)
    } else if (isAct(entry, 'reopen')) {
      const { closeId } = entry.act
      for (const [stage, closing] of closings) if (closing.id === closeId) closings.delete(stage)
    }
  }
  return closings
}

/** Deadlines in force, as last set. */
export function deadlinesOf(
  linesOf: LinesOf,
  isWithdrawn: (id: string) => boolean,
): ReadonlyMap<RoundStage, EntryOf<'deadline'>> {
  const deadlines = new Map<RoundStage, EntryOf<'deadline'>>()
  for (const entry of linesOf('deadline')) if (!isWithdrawn(entry.id)) deadlines.set(entry.act.stage, entry)
  return deadlines
}

function closingLines(linesOf: LinesOf): readonly (EntryOf<'close'> | EntryOf<'reopen'>)[] {
  return [...linesOf('close'), ...linesOf('reopen')].toSorted(compareEntries)
}

/** Every stage with its deadline, its closing and how it came to be. */
export function stageStates(
  linesOf: LinesOf,
  deadlines: ReadonlyMap<RoundStage, EntryOf<'deadline'>>,
  closings: Closings,
): Stages {
  const histories = new Map<RoundStage, (EntryOf<'close'> | EntryOf<'reopen'>)[]>(
    roundStages.map(stage => [stage, []]),
  )
  const stageOf = new Map<string, RoundStage>()
  for (const entry of closingLines(linesOf)) {
    if (isAct(entry, 'close')) {
      stageOf.set(entry.id, entry.act.stage)
      histories.get(entry.act.stage)?.push(entry)
    } else if (isAct(entry, 'reopen')) {
      const stage = stageOf.get(entry.act.closeId)
      if (stage) histories.get(stage)?.push(entry)
    }
  }
  const stateOf = (stage: RoundStage): StageState => {
    const setBy = deadlines.get(stage) ?? null
    return {
      stage,
      deadline: setBy?.act.at ?? null,
      setBy,
      closed: closings.get(stage) ?? null,
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
