import type { LedgerEntry, ReviewRound, RoundStage } from '../../model/review.ts'
import type { AgencyState, EntryOf, ReviewConflict, RoundState } from '../../model/roundState.ts'
import { agenciesOf } from './agenciesOf.ts'
import { byKind, type LinesOf } from './byKind.ts'
import { countLines } from './countedLines.ts'
import { figureClashes } from './figureClashes.ts'
import { filesOf } from './filesOf.ts'
import { agenciesByLine, freezesOf, frozenIn } from './freezes.ts'
import { isAct } from './isAct.ts'
import { itemsOf } from './itemsOf.ts'
import { inOrder } from './lineOrder.ts'
import { reviewStages } from './lineStages.ts'
import { type Closings, closingsOf, type Deadlines, stageStates } from './stagesOfRound.ts'
import { byMatter, standingOf } from './standing.ts'
import { takenBackBy } from './takenBack.ts'
import { oneOfEach } from './twins.ts'
import { whatItSays } from './whatItSays.ts'

/**
 * What a ledger comes to. The lines are a set: neither their order nor how often one is given changes anything, so
 * that machines which exchanged them see the same round.
 */
export function foldLedger(round: ReviewRound, entries: readonly LedgerEntry[]): RoundState {
  const byId = oneOfEach(entries)
  const ordered = inOrder([...byId.values()])
  const placeOf = new Map(ordered.map(({ id }, index) => [id, index]))
  const linesOf = byKind(ordered)
  const takenBack = takenBackBy(linesOf('withdraw'), placeOf, ordered)
  const closings = closingsOf(linesOf, placeOf)
  const freezes = freezesOf(round, linesOf, closings)
  const { notCounted, deadlines } = countLines(
    { entries: ordered, linesOf, takenBack },
    frozenIn(freezes, agenciesByLine(linesOf)),
    id => [...freezes.values()].some(({ named }) => named.has(id)),
  )
  const counts = (entry: LedgerEntry) => !notCounted.has(entry.id)
  const stages = stageStates(ordered, byId, deadlines, closings)
  const files = filesOf(round, linesOf, id => notCounted.get(id), stages.selfAssessment.deadline)
  const first = freezes.get('firstReview') ?? null
  const items = itemsOf({ linesOf, takenBack, placeOf, counts, first })
  const agencies = agenciesOf({ round, linesOf, files, items, counts })
  const remedies = standings(linesOf('remedy'), each => each.act.taskId, counts)
  const taskStates = standings(
    linesOf('taskState'),
    each => `${each.act.planId ?? 'round'}/${each.act.taskId}`,
    counts,
  )
  return {
    round,
    entries: ordered,
    notCounted,
    agencies,
    refused: files.refused,
    stages,
    assigned: new Map(
      linesOf('assign').flatMap(each =>
        counts(each) ? [[each.act.reviewer, each.act.criterionIds] as const] : [],
      ),
    ),
    remedies: new Map(
      [...remedies].map(([id, standing]) => [
        id,
        { ...standing, task: standing.kind === 'settled' ? standing.entry.act.task : null },
      ]),
    ),
    taskStates: new Map(
      [...taskStates].map(([id, standing]) => [
        id,
        { ...standing, state: standing.kind === 'settled' ? standing.entry.act.state : null },
      ]),
    ),
    conflicts: [
      ...ofRound(linesOf, counts, closings, deadlines),
      ...[...agencies.values()].flatMap(conflictsOf),
      ...[...remedies.values(), ...taskStates.values()].flatMap((standing): readonly ReviewConflict[] =>
        standing.kind === 'conflict' ? [ofTask(standing.entries)] : [],
      ),
    ],
  }
}

/** Deadlines, closings, areas and times of arrival that were written by people who did not know of each other. */
function ofRound(
  linesOf: LinesOf,
  counts: (entry: LedgerEntry) => boolean,
  closings: Closings,
  deadlines: Deadlines,
): readonly ReviewConflict[] {
  const conflict = (
    about: ReviewConflict['about'],
    entries: readonly LedgerEntry[],
    stage: RoundStage | null = null,
  ): ReviewConflict => ({ agencyId: null, criterionId: null, stage, about, entries })
  return [
    ...[...closings].flatMap(([stage, lines]) =>
      new Set(lines.map(({ act }) => whatItSays(act))).size > 1 ? [conflict('close', lines, stage)] : [],
    ),
    ...[...deadlines].flatMap(([stage, { atOdds }]) =>
      atOdds.length > 0 ? [conflict('deadline', atOdds, stage)] : [],
    ),
    ...atOdds(
      byMatter(linesOf('receivedAt'), each => each.act.sha256),
      counts,
    ).map(lines => conflict('receivedAt', lines)),
    ...atOdds(
      byMatter(linesOf('assign'), each => each.act.reviewer),
      counts,
    ).map(lines => conflict('assign', lines)),
  ]
}

function atOdds<Entry extends EntryOf<'receivedAt'> | EntryOf<'assign'>>(
  matters: ReadonlyMap<string, readonly Entry[]>,
  counts: (entry: LedgerEntry) => boolean,
): readonly (readonly Entry[])[] {
  return [...matters.values()].flatMap(lines => {
    const standing = standingOf(lines, counts)
    return standing.kind === 'conflict' ? [standing.entries] : []
  })
}

type Followed = 'remedy' | 'taskState'

function standings<Entry extends EntryOf<Followed>>(
  lines: readonly Entry[],
  matterOf: (entry: Entry) => string,
  counts: (entry: LedgerEntry) => boolean,
) {
  return new Map(
    [...byMatter(lines, matterOf)].map(([id, matter]) => [id, standingOf(matter, counts)] as const),
  )
}

function ofTask(entries: readonly EntryOf<Followed>[]): ReviewConflict {
  const about = entries[0]?.act.kind ?? 'remedy'
  return { agencyId: null, criterionId: null, stage: null, about, entries }
}

function conflictsOf({ agencyId, items, chosenBy, published }: AgencyState): readonly ReviewConflict[] {
  const conflict = (
    about: ReviewConflict['about'],
    entries: readonly LedgerEntry[],
    rest: Partial<ReviewConflict> = {},
  ): ReviewConflict => ({ agencyId, criterionId: null, stage: null, about, entries, ...rest })
  const ofItems = [...items].flatMap(([criterionId, item]): readonly ReviewConflict[] => [
    ...reviewStages.flatMap(stage =>
      item[stage].kind === 'conflict'
        ? [conflict('decide', item[stage].entries, { criterionId, stage })]
        : [],
    ),
    ...(item.survey.kind === 'conflict' ? [conflict('survey', item.survey.entries, { criterionId })] : []),
  ])
  const clashing = reviewStages.flatMap(stage => {
    const settled = [...items.values()].flatMap(({ [stage]: standing }) => {
      const corrects = standing.kind === 'settled' && standing.entry.act.verdict.kind === 'figures'
      return corrects ? [standing.entry] : []
    })

    return figureClashes(inOrder(settled)).map(({ entries }) => {
      const [first] = entries
      return conflict('decide', entries, {
        criterionId: first && isAct(first, 'decide') ? first.act.criterionId : null,
        stage,
      })
    })
  })
  return [
    ...(chosenBy.kind === 'conflict' ? [conflict('use', chosenBy.entries)] : []),
    ...ofItems,
    ...clashing,
    ...(published.kind === 'conflict' ? [conflict('publish', published.entries)] : []),
  ]
}
