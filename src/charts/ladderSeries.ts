import { type Exact, toPlotNumber } from '../model/exact.ts'
import type { Plan } from '../model/plan.ts'
import type {
  AdjustmentScore,
  LossStep,
  LossView,
  NodeScore,
  PoolScore,
  ScoreSheet,
  TargetScore,
} from '../model/scoreSheet.ts'

/** One bar of points on a scale common to its chart; all lengths are shares (0–1) of that scale. */
export type GapBar = {
  readonly actual: number
  readonly lost: number
  /** Possible points of a missing figure: hollow, never drawn as lost. */
  readonly missing: number
  readonly actualSure: boolean
  readonly lostSure: boolean
  /** The bar is longer than the scale and was cut; its length cannot be compared. */
  readonly shortened: boolean
  readonly target: number | null
  readonly targetSure: boolean
}

/** Where a target stands on the bar of its criterion. */
export type TargetPlace = { readonly criterionId: string; readonly points: Exact; readonly sure: boolean }

export type LadderRow = {
  readonly nodeId: string
  readonly kind: LossStep['kind'] | 'rest'
  readonly node: NodeScore | PoolScore | AdjustmentScore | null
  readonly code: string
  readonly points: Exact | null
  readonly maxPoints: Exact | null
  readonly lost: Exact
  /** The part of `lost` that no missing figure can win back. */
  readonly lostSure: Exact
  /** Level after the step. */
  readonly level: Exact
  readonly sure: boolean
  /** All of it rests on 0/0. */
  readonly notIncurred: boolean
  /** Ends of the falling block, shares (0–1) of the maximum. */
  readonly from: number
  readonly to: number
  /** Where the part that missing figures leave open begins; `to` when there is none. */
  readonly openFrom: number
  readonly bar: GapBar | null
  /** How many steps a `rest` row stands for. */
  readonly count: number
}

export type Ladder = {
  readonly rows: readonly LadderRow[]
  /**
   * `shared`: the falls hang under the maximum bar on one scale from 0 across the whole width;
   * `column`: they keep a full scale from 0 in a column of their own, because a low score would
   * push them under the names and numbers.
   */
  readonly mode: 'shared' | 'column'
  /** Points at the end of the gap bars' common scale. */
  readonly scaleMax: Exact
  readonly ticks: readonly { readonly value: string; readonly at: number }[]
  /** Ends of the score bar, shares (0–1) of the maximum; they differ when figures are missing. */
  readonly scoreFrom: number
  readonly scoreTo: number
}

/** Where the free right-hand part of a row begins, as a share of its width; the grid in overview.css agrees. */
export const fallColumnStart = 0.742

/**
 * Rows of the loss ladder: waterfall and gap bars on one set of rows.
 *
 * @param limit most rows to show; the steps past it become one `rest` row
 * @param view another ladder of the same sheet: by area, or of one area; by criterion when not given
 */
export function buildLadder(
  sheet: ScoreSheet,
  limit: number,
  targets: readonly TargetPlace[] = [],
  view: Omit<LossView, 'nodeId'> = { ...sheet.total, losses: sheet.losses },
): Ladder {
  const max = toPlotNumber(view.maxPoints)
  const share = (value: Exact) => (max === 0 ? 0 : toPlotNumber(value) / max)
  const cut = view.losses.length > limit ? limit - 1 : view.losses.length
  const shown = view.losses.slice(0, cut)
  const scaleMax = shown
    .filter(step => step.kind !== 'unexplained' && isInTree(step))
    .map(step => step.maxPoints)
    .reduce((widest, points) => (toPlotNumber(points) > toPlotNumber(widest) ? points : widest), '0')

  const rows: LadderRow[] = shown.map(step => {
    const node = findNode(sheet, step.nodeId)
    return {
      nodeId: step.nodeId,
      kind: step.kind,
      node,
      code: node && 'code' in node ? node.code : '',
      points: step.points,
      maxPoints: isInTree(step) ? step.maxPoints : null,
      lost: step.lost,
      lostSure: step.kind === 'missing' ? '0' : step.lost,
      level: step.to,
      sure: step.kind === 'lost' && step.certainty === 'stated',
      notIncurred: step.notIncurred,
      from: share(step.from),
      to: share(step.to),
      openFrom: share(step.kind === 'missing' ? step.from : step.to),
      bar: gapBar(
        step,
        earnedFor(step, node),
        toPlotNumber(scaleMax),
        targets.find(target => target.criterionId === step.nodeId),
      ),
      count: 1,
    }
  })
  const end = view.losses.at(-1)
  // With room for one row only, everything is the rest.
  const rest = shown.at(-1)?.remaining ?? {
    count: view.losses.length,
    lost: view.gapToMax?.to ?? '0',
    sure: view.gapToMax?.from ?? '0',
  }
  if (end && rest.count > 0)
    rows.push({
      nodeId: 'rest',
      kind: 'rest',
      node: null,
      code: '',
      points: null,
      maxPoints: null,
      lost: rest.lost,
      lostSure: rest.sure,
      level: end.to,
      sure: view.losses
        .slice(cut)
        .every(step => step.kind === 'missing' || (step.kind === 'lost' && step.certainty === 'stated')),
      // A row that holds any other loss too is a loss.
      notIncurred: view.losses.slice(cut).every(step => step.notIncurred),
      from: share(shown.at(-1)?.to ?? view.maxPoints),
      to: share(end.to),
      // What is missing stands last in the ladder.
      openFrom: share(shown.at(-1)?.to ?? view.maxPoints) - share(rest.sure),
      bar: null,
      count: rest.count,
    })

  const [scoreFrom, scoreTo] =
    view.points.kind === 'known' ? [share(view.points.from), share(view.points.to)] : [0, 0]
  const mode = scoreFrom >= fallColumnStart ? 'shared' : 'column'
  return {
    rows,
    mode,
    scaleMax,
    ticks: ticksBetween(mode === 'shared' ? fallColumnStart * max : 0, max),
    scoreFrom,
    scoreTo,
  }
}

/** Marks of a plan's targets on the gap bars, where a target can be told in points. */
export function targetMarks(plan: Plan, targets: readonly TargetScore[]): readonly TargetPlace[] {
  return plan.targets.flatMap(target => {
    const mark = targets.find(score => score.targetId === target.id)?.pointsAtTarget
    return target.actual.from === 'criterion' && mark
      ? [{ criterionId: target.actual.criterionId, points: mark.points, sure: mark.certainty === 'stated' }]
      : []
  })
}

function findNode(sheet: ScoreSheet, nodeId: string): LadderRow['node'] {
  return (
    sheet.nodes.find(node => node.criterionId === nodeId) ??
    sheet.pools.find(pool => pool.poolId === nodeId) ??
    sheet.adjustments.find(adjustment => adjustment.adjustmentId === nodeId) ??
    null
  )
}

/** Whether a step belongs to a criterion: rounding and points outside the tree have no bar of their own. */
function isInTree(step: LossStep): boolean {
  return step.kind !== 'rounding' && step.kind !== 'adjusted'
}

/** What is surely earned: the points, or the lower end of what missing figures leave open. */
function earnedFor(step: LossStep, node: LadderRow['node']): Exact | null {
  if (step.points !== null || node === null) return step.points
  if (!('criterionId' in node)) return node.points.from
  if (!node.isLeaf) return node.points?.kind === 'known' ? node.points.from : null
  return node.outcome && 'range' in node.outcome ? node.outcome.range.from : null
}

/** A bar longer than its scale keeps its lost part in scale and cuts the rest. */
function gapBar(
  step: LossStep,
  earned: Exact | null,
  scale: number,
  target: TargetPlace | undefined,
): GapBar | null {
  if (!isInTree(step) || step.notIncurred || scale === 0) return null
  const whole = toPlotNumber(step.maxPoints) / scale
  const lost = toPlotNumber(step.lost) / scale
  const shortened = whole > 1
  const lostShare = Math.min(lost, shortened ? 0.6 : whole)
  const length = Math.min(whole, 1)
  const missing = step.kind === 'missing'
  return {
    actual:
      shortened || earned === null ? length - lostShare : Math.min(toPlotNumber(earned) / scale, length),
    lost: missing ? 0 : lostShare,
    missing: missing ? lostShare : 0,
    actualSure: step.kind !== 'unexplained' && step.certainty === 'stated',
    lostSure: step.kind !== 'unexplained' && step.certainty === 'stated',
    shortened,
    target: target === undefined ? null : toPlotNumber(target.points) / scale,
    targetSure: target?.sure ?? true,
  }
}

/** A single bar on its own scale, for a receipt or a total. */
export function soloBar(points: Exact | null, maxPoints: Exact, sure: boolean): GapBar {
  const max = toPlotNumber(maxPoints)
  const actual = points === null || max === 0 ? 0 : Math.min(toPlotNumber(points) / max, 1)
  const rest = 1 - actual
  return {
    actual,
    lost: points === null ? 0 : rest,
    missing: points === null ? rest : 0,
    actualSure: sure,
    lostSure: sure,
    shortened: false,
    target: null,
    targetSure: true,
  }
}

/** At most four round values strictly inside a span, with their place as a share (0–1) of `to`. */
export function ticksBetween(from: number, to: number): Ladder['ticks'] {
  const span = to - from
  if (span <= 0) return []
  const rough = span / 4
  const power = 10 ** Math.floor(Math.log10(rough))
  const step = [1, 2, 5, 10].map(factor => factor * power).find(candidate => candidate >= rough) ?? 10 * power
  const first = Math.floor(from / step) + 1
  const count = Math.ceil(to / step) - first
  const decimals = Math.max(0, -Math.floor(Math.log10(step)))
  return Array.from({ length: Math.max(count, 0) }, (_, index) => {
    const value = (first + index) * step
    // Cut the float's tail: 0.30000000000000004 is a tick at 0.3.
    return { value: String(Number(value.toPrecision(12 - decimals))), at: value / to }
  })
}
