import type { Impossible, Solution } from '../../model/solution.ts'
import { compare } from '../exact.ts'
import type { Trend } from '../rules/ruleKind.ts'
import { dominance } from './dominance.ts'
import type { Limits } from './limits.ts'
import { enteredValue } from './limits.ts'
import { beyondPartner, impossible, notFound } from './reasons.ts'
import { type Ends, nearestKeeping, nearestReaching, searchOutward } from './search.ts'
import { better, reached, type Task, type Tried, tryValue, unreached } from './task.ts'

type Span = Extract<Limits, { kind: 'range' }>

/** Solves for a figure of whole steps: counts, percentages, numbers, days. */
export function solveRange(task: Task, span: Span, trend: Trend, steps: number): Solution {
  const scene = sceneOf(task, span)
  return trend === 'mixed' ? solveBySearch(scene, steps) : solveByBisection(scene, trend)
}

type Scene = {
  readonly task: Task
  readonly span: Span
  readonly start: bigint | null
  readonly ends: Ends
  readonly at: (step: bigint) => Tried
  readonly reaches: (step: bigint) => boolean
}

function sceneOf(task: Task, span: Span): Scene {
  const { grid, low, high, above, below } = span
  const now = enteredValue(task.scored, task.metric.id)
  const at = (step: bigint) => tryValue(task, grid.value(step))
  return {
    task,
    span,
    start: now === null ? null : grid.step(now),
    ends: { low: below?.limit ?? low, high: above?.limit ?? high },
    at,
    reaches: step => at(step).standing.reached,
  }
}

function answer(
  { task, span, start, at }: Scene,
  step: bigint,
  method: 'closedForm' | 'bisection' | 'search',
) {
  const { value, standing } = at(step)
  const change = start === null ? null : span.grid.value(step - start)
  return reached(
    task,
    value,
    task.metric.valueType === 'date' && start !== null ? String(step - start) : change,
    standing,
    method,
  )
}

function solveByBisection(scene: Scene, trend: 'rising' | 'falling'): Solution {
  const { ends, start, reaches } = scene
  const computed = closedForm(scene)
  if (computed !== null) return answer(scene, computed, 'closedForm')
  const found = nearestReaching(trend, ends, start, reaches)
  if (found !== null) return answer(scene, found, 'bisection')
  const { best, tried } = extremes(scene, trend)
  return unreached(scene.task, tried, best, beyondLimits(scene, trend))
}

/**
 * The count a plain ratio still misses, as the score sheet states it. Only where it is the very edge: leaf
 * rounding may give full points earlier.
 */
function closedForm({ task, start, ends, reaches }: Scene): bigint | null {
  const { scored, target, aim, metric } = task
  if (target.kind !== 'leaf' || aim.kind !== 'fullPoints' || start === null) return null
  const node = scored.sheet.nodes.find(each => each.criterionId === target.criterionId)
  const rule = node?.explanation?.rule
  const count = node?.gapToTarget?.count ?? null
  if (count === null || rule?.kind !== 'ratio' || rule.numerator.metricId !== metric.id) return null
  const sign = rule.direction === 'higherIsBetter' ? 1n : -1n
  const step = start + sign * BigInt(count)
  const inside = step >= ends.low && step <= ends.high && step !== start
  return inside && reaches(step) && !reaches(step - sign) ? step : null
}

/** The most the figure can bring: at the end it runs towards, at 0, or as it is. */
function extremes({ start, ends, at, span }: Scene, trend: 'rising' | 'falling') {
  const end = trend === 'rising' ? ends.high : ends.low
  const steps = [...(start === null ? [] : [start]), ...(ends.low === 0n ? [0n] : []), end]
  const tried = steps.map(at)
  const top = tried.reduce<Tried | null>(better, null)?.standing.sure
  // Towards no natural end points may grow for ever without arriving anywhere.
  const isEndless = span.isOpenAbove && end === span.high
  const half = isEndless ? at(end / 2n).standing.sure : null
  const endless = top && half && compare(half, top) < 0
  if (!top || endless) return { tried, best: null }
  const isTop = (step: bigint) => {
    const { sure } = at(step).standing
    return sure !== null && compare(sure, top) >= 0
  }
  if (start !== null && isTop(start)) return { tried, best: at(start) }
  // 0 as a denominator is a case of its own.
  if (!isTop(end)) return { tried, best: at(0n) }
  const steady = ends.low === 0n && end !== 0n ? { ...ends, low: 1n } : ends
  return { tried, best: at(nearestKeeping(trend, steady, start, isTop)) }
}

/** Whether the goal lies just past the whole the figure is a part of, or the part it holds. */
function beyondLimits({ task, span, start, reaches }: Scene, trend: 'rising' | 'falling'): Impossible {
  const { above, below, grid, low, high } = span
  const needed = above || below ? nearestReaching(trend, { low, high }, start, reaches) : null
  if (needed === null) return impossible('notEnough')
  const { unit, unitEn = unit } = task.metric
  const units = { vi: unit, en: unitEn }
  if (above && needed > above.limit)
    return beyondPartner('aboveDenominator', grid.value(needed), grid.value(above.limit), units)
  if (below && needed < below.limit)
    return beyondPartner('belowNumerator', grid.value(needed), grid.value(below.limit), units)
  return impossible('notEnough')
}

function solveBySearch(scene: Scene, steps: number): Solution {
  const { task, span, start, ends, at } = scene
  let best: Tried | null = null
  let hope: Tried | null = null
  const isNoBetter = dominance(task)
  const { found, tried } = searchOutward(ends, start ?? ends.low, steps, step => {
    if (isNoBetter(span.grid.value(step))) return 'goOn'
    const here = at(step)
    if (here.standing.reached) return 'found'
    best = better(best, here)
    if (here.standing.reachable) hope ??= here
    return 'goOn'
  })
  if (found !== null) return answer(scene, found, 'search')
  const everything = tried.low === ends.low && tried.high === ends.high
  const [from, to] = [span.grid.value(tried.low), span.grid.value(tried.high)]
  return unreached(
    task,
    [hope, best].filter(each => each !== null),
    best,
    everything ? impossible('notEnough') : notFound(from, to),
  )
}
