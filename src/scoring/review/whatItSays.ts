import type { FigureCorrection, FigureState, LedgerAct, Verdict, VersionChoice } from '../../model/review.ts'
import { formatExact, parseExact } from '../exact.ts'

/**
 * What a line says of its matter, as a text to be compared: two lines that say the same are no conflict, whoever
 * wrote them and why.
 */
export function whatItSays(act: LedgerAct): string {
  switch (act.kind) {
    case 'decide':
      // Agreeing on other points is agreeing on something else: one of the two saw figures that the other did not.
      return JSON.stringify([verdictSays(act.verdict), act.verdict.kind === 'agree' ? number(act.to) : null])
    case 'survey':
      return JSON.stringify(
        act.given.kind === 'points' ? ['points', number(act.given.points)] : figuresSay(act.given.figures),
      )
    case 'use':
      return JSON.stringify(choiceSays(act.choice))
    case 'publish':
      return JSON.stringify([
        number(act.total),
        act.points.map(each => [each.nodeId, number(each.points)]).toSorted(byText),
        act.rank && [act.rank.rank, act.rank.of],
        act.band,
      ])
    case 'remedy': {
      const { task } = act
      if (!task) return 'null'
      return JSON.stringify([
        task.name,
        task.criterionIds.toSorted(),
        task.agencyId,
        task.leadIds.toSorted(),
        task.lead,
        task.product,
        task.due,
      ])
    }
    case 'taskState':
      return JSON.stringify([act.state, act.on])
    case 'deadline':
      return String(act.at === null ? null : Date.parse(act.at))
    case 'receivedAt':
      return String(Date.parse(act.at))
    case 'assign':
      return JSON.stringify([...new Set(act.criterionIds)].toSorted())
    case 'close':
      return JSON.stringify([[...new Set(act.entryIds)].toSorted(), act.sha256])
    default:
      return act.kind
  }
}

/** What a choice of version comes to; the order of picks of different fields does not matter. */
export function choiceSays({ base, picks, carried }: VersionChoice) {
  return [base, picks.map(({ part, id, from }) => [part, id, from]).toSorted(byText), carried === true]
}

function verdictSays(verdict: Verdict) {
  switch (verdict.kind) {
    case 'points':
      return ['points', number(verdict.points)]
    case 'figures':
      return figuresSay(verdict.figures)
    case 'ask':
      return ['ask', verdict.question]
    default:
      return [verdict.kind]
  }
}

function figuresSay(figures: readonly FigureCorrection[]) {
  return ['figures', ...figures.map(({ metricId, to }) => [metricId, stateSays(to)]).toSorted(byText)]
}

/** A figure as a text: "2" and "2.0" are the same, a day is as it is written. */
export function stateSays(state: FigureState): string {
  return state.state === 'entered' ? `= ${number(state.value)}` : state.state
}

/** Whether two figures are the same, or the same absence of one. */
export function isSameFigure(a: FigureState, b: FigureState): boolean {
  return stateSays(a) === stateSays(b)
}

const numeric = /^-?\d+(\.\d+)?(\/0*[1-9]\d*)?$/

function number<Value extends string | null>(value: Value): string | Value {
  return value !== null && numeric.test(value) ? formatExact(parseExact(value)) : value
}

function byText(a: unknown, b: unknown): number {
  const [left, right] = [JSON.stringify(a), JSON.stringify(b)]
  return left < right ? -1 : left > right ? 1 : 0
}
