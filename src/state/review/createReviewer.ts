import type { ReviewStage } from '../../model/review.ts'
import type { RuleSet } from '../../model/ruleSet.ts'
import { isComparing } from '../../scoring/review/isComparing.ts'
import { reviewSteps } from '../../scoring/review/said.ts'
import { cohortOf } from '../../scoring/scoreCohort.ts'
import { findingsOf } from './findingsOf.ts'
import { isSame } from './isSame.ts'
import { agencyOf, type CellInput, type Cohorts, layCell, scoreCell } from './reviewedCell.ts'
import {
  attempt,
  type Cell,
  isBehind,
  type ReviewerInput,
  receivedAt,
  renewed,
  sourceOf,
} from './reviewerCells.ts'
import { createForms } from './reviewerForms.ts'
import { createPeers } from './reviewerPeers.ts'
import type { ReviewView } from './reviewView.ts'
import { stageNow } from './stageNow.ts'

/** Scores a round, agency after agency, and again only what changed. */
export type Reviewer = {
  /** Tells what the round is now; what follows from it is worked out by `work`. */
  readonly take: (input: ReviewerInput) => void
  /**
   * Scores for a while.
   * @param hasTime asked after each small piece
   * @returns whether something is left to do
   */
  readonly work: (hasTime: () => boolean) => boolean
  readonly view: () => ReviewView
}

export function createReviewer(): Reviewer {
  let input: ReviewerInput | null = null
  let cells = new Map<string, Cell>()
  let cohorts = new Map<string, Cohorts>()
  let staleGroups = new Set<string>()
  let stage: ReviewStage = 'firstReview'
  let jobs: Iterator<void> | null = null
  const forms = createForms()
  const peers = createPeers()

  const take = (next: ReviewerInput) => {
    if (input && input.ruleSet !== next.ruleSet) {
      cells = new Map()
      cohorts = new Map()
    }
    const isOtherStage = stageNow(next.state, next.now).stage !== stage
    stage = stageNow(next.state, next.now).stage
    input = next
    if (next.published === null) return
    const isClosed = next.state.stages.closed.closed !== null
    const before = cells
    cells = new Map()
    const touched = new Set<string>()
    for (const group of next.state.round.groups)
      for (const agencyId of group.agencyIds) {
        const state = next.state.agencies.get(agencyId)
        const was = before.get(agencyId)
        const source = state && sourceOf(state, next, was?.source)
        if (!state || !source) {
          if (was) touched.add(group.groupId)
          continue
        }
        const agency = next.agencies.get(agencyId) ?? null
        const cellInput: CellInput = {
          ruleSet: next.ruleSet,
          provenance: next.state.round.provenance,
          state,
          received: source.submission,
          previous: source.previous,
          agency,
          form: forms(next.ruleSet, agency),
          isClosed,
          scoredAt: was?.input.scoredAt ?? next.now,
        }
        const cell = renewed(was, cellInput, source)
        if (isOtherStage) cell.stale.items = true
        if (!was || was.input.received !== source.submission) touched.add(group.groupId)
        if (cell.stale.lay) staleGroups.add(group.groupId)
        cells.set(agencyId, cell)
      }
    // "The same everywhere" looks at the whole group; it is looked at again once everything else is done.
    for (const cell of cells.values()) if (touched.has(cell.input.state.groupId)) cell.stale.checks = true
    for (const groupId of touched) staleGroups.add(groupId)
    jobs = plan(next)
  }

  /** Everything that is out of date, in pieces: figures, what groups measure, points, and checks once more. */
  function* plan(now: ReviewerInput): Generator<void> {
    const compares = isComparing(now.ruleSet)
    for (const cell of cells.values())
      if (cell.stale.lay || !cell.laid) {
        attempt(cell, () => {
          cell.laid = layCell(cell.input)
        })
        cell.stale = { ...cell.stale, lay: false, score: true }
        if (compares) yield
      }
    if (compares)
      for (const groupId of staleGroups) {
        for (const cell of inGroup(groupId)) cell.stale.score = true
        cohorts.set(groupId, cohortsOf(now.ruleSet, inGroup(groupId)))
        yield
      }
    staleGroups = new Set()
    for (const cell of cells.values()) {
      const { laid } = cell
      if (cell.stale.score && laid && !cell.problem) {
        attempt(cell, () => {
          cell.reviewed = scoreCell(cell.input, laid, cohorts.get(cell.input.state.groupId) ?? null)
        })
        cell.stale = { ...cell.stale, score: false, items: true }
        if (!cell.checks) yield
      }
      if (!cell.checks) check(cell, now)
      if (cell.stale.items) {
        draw(cell)
        yield
      }
    }
    for (const cell of cells.values())
      if (cell.stale.checks) {
        const was = cell.checks
        check(cell, now)
        if (!isSame(was, cell.checks)) draw(cell)
        yield
      }
  }

  const check = (cell: Cell, { ruleSet, state }: ReviewerInput) => {
    const { reviewed, input: own } = cell
    if (!reviewed) return
    attempt(cell, () => {
      cell.checks = findingsOf({
        submission: own.received,
        sheet: reviewed.selfSheet,
        ruleSet,
        sha256: state.round.ruleSet.sha256,
        form: own.form,
        receivedAt: receivedAt(own.state, cell.source.choice) ?? own.scoredAt,
        previous: own.previous,
        peers: inGroup(own.state.groupId).flatMap(each => (each === cell ? [] : [each.input.received])),
      })
    })
    cell.stale.checks = false
  }

  const draw = (cell: Cell) => {
    const { reviewed, checks } = cell
    cell.stale.items = false
    if (!reviewed || !checks) return
    attempt(cell, () => {
      cell.agency = agencyOf(cell.input, reviewed, checks, stage, cell.agency ?? undefined)
    })
  }

  const inGroup = (groupId: string) =>
    [...cells.values()].filter(cell => cell.input.state.groupId === groupId && !cell.problem)

  return {
    take,
    work: hasTime => {
      while (jobs) {
        if (jobs.next().done) jobs = null
        if (!hasTime()) break
      }
      return jobs !== null
    },
    view: () => {
      if (!input) throw new Error('nothing was taken yet')
      const { state, now, ruleSet, agencies, workloadMetricId } = input
      const expected = [...cells.values()]
      const scored = new Map(
        expected.flatMap(({ agency, problem }) =>
          agency && !problem ? [[agency.agencyId, agency] as const] : [],
        ),
      )
      return {
        ...stageNow(state, now),
        agencies: scored,
        scoring: {
          done: expected.filter(({ stale, agency, problem }) => problem || (agency && !isBehind(stale)))
            .length,
          of: expected.length,
        },
        formOf: agencyId => forms(ruleSet, agencies.get(agencyId) ?? null),
        agencyOf: agencyId => agencies.get(agencyId) ?? null,
        unscored: new Map(
          expected.flatMap(({ input: own, problem }) =>
            problem ? [[own.state.agencyId, problem] as const] : [],
          ),
        ),
        peersAt: peers(scored, workloadMetricId),
      }
    },
  }
}

function cohortsOf(ruleSet: RuleSet, cells: readonly Cell[]): Cohorts {
  const laid = cells.flatMap(cell => cell.laid ?? [])
  return new Map([
    [
      'self' as const,
      cohortOf(
        ruleSet,
        laid.map(each => each.base),
      ),
    ],
    ...reviewSteps.map(
      (step, index) =>
        [
          step,
          cohortOf(
            ruleSet,
            laid.map(each => each.layers[index]?.submission ?? each.base),
          ),
        ] as const,
    ),
  ])
}
