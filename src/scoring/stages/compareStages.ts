import type { Interval } from '../../model/exact.ts'
import type { RuleSet } from '../../model/ruleSet.ts'
import type { AdjustmentScore, NodeScore, PoolScore, ScoreSheet } from '../../model/scoreSheet.ts'
import type {
  StageCell,
  StageColumn,
  StageDifference,
  StageRow,
  StageTable,
} from '../../model/stageColumns.ts'
import { atStage, stagesOf } from '../../model/stages.ts'
import type { Submission } from '../../model/submission.ts'
import { compare, divide, formatExact, hundred, isZero, multiply, parseExact } from '../exact.ts'
import { indexRuleSet } from '../ruleSetIndex.ts'
import type { ScoringContext } from '../scoreLeaves.ts'
import { scoreSubmission } from '../scoreSubmission.ts'
import {
  adjustmentCell,
  differenceOf,
  nodeCell,
  pointsCell,
  publishedCell,
  totalCell,
  totalSteps,
} from './stageCells.ts'

/** One column with the sheet it is read from; the published one has none. */
type Source = { readonly column: StageColumn; readonly sheet: ScoreSheet | null }

/**
 * The official table of a submission: its stages beside each other with exact differences.
 *
 * The data decide what is compared: claims with the latest decided stage; without claims what the rules
 * give with what was decided; without either what we compute with what somebody published, as far as the
 * two do not agree by construction; and otherwise one column alone. A claim nobody made is never shown
 * as one: its cell says that it rests on the rule.
 *
 * @param sheet the submission as scored, at the stage it is read at
 */
export function compareStages(
  ruleSet: RuleSet,
  submission: Submission,
  sheet: ScoreSheet,
  context: ScoringContext = {},
): StageTable {
  const sources = sourcesOf(ruleSet, submission, sheet, context)
  const { published } = submission
  const sheets = sources.flatMap(source => source.sheet ?? [])
  const steps = new Map(sheets.map(each => [each, totalSteps(each)]))
  const cellsOf = (nodeId: string, read: (of: ScoreSheet) => StageCell): readonly StageCell[] =>
    sources.map(source =>
      source.sheet || !published
        ? read(source.sheet ?? sheet)
        : publishedCell(nodeId, read(sheet), published),
    )
  const row = (
    nodeId: string,
    kind: StageRow['kind'],
    parentId: string | null,
    { gapToMax: lost, percent }: Pick<NodeScore, 'gapToMax' | 'percent'>,
    read: (of: ScoreSheet) => StageCell,
  ): Unordered => {
    const cells = cellsOf(nodeId, read)
    return { nodeId, kind, parentId, cells, lost, percent, difference: difference(sources, nodeId, cells) }
  }

  const poolRows = (parentId: string | null) =>
    sheet.pools
      .filter(pool => sharedParent(ruleSet, pool.criterionIds) === parentId)
      .map(pool =>
        row(pool.poolId, 'pool', parentId, { gapToMax: pool.gapToMax, percent: poolPercent(pool) }, of =>
          poolCell(of, pool.poolId),
        ),
      )
  const tree = sheet.nodes.map((node, index) =>
    row(node.criterionId, node.isLeaf ? 'leaf' : 'group', node.parentId, node, of =>
      // The same rule set gives the same nodes in the same order at every stage.
      nodeCell(of.nodes[index] ?? node),
    ),
  )
  const adjustments = sheet.adjustments.map((each, index) =>
    row(each.adjustmentId, 'adjustment', null, { gapToMax: takenBy(each), percent: null }, of =>
      adjustmentCell(of.adjustments[index] ?? each),
    ),
  )
  const step = (kind: 'rescaling' | 'rounding') => {
    const gains = (of: ScoreSheet) => steps.get(of)?.[kind] ?? null
    if (sheets.every(of => gains(of) === null)) return []
    return [
      row(kind, kind, null, { gapToMax: null, percent: null }, of => pointsCell(gains(of) ?? nothing, 'sum')),
    ]
  }
  const rows = [
    ...withPools(tree, poolRows),
    ...poolRows(null),
    ...step('rescaling'),
    ...adjustments,
    ...step('rounding'),
  ]
  const total = row('total', 'total', null, sheet.total, totalCell)
  const orders = lossOrders(rows)
  return {
    columns: sources.map(source => source.column),
    rows: rows.map((each, index) => ({ ...each, lossOrder: orders[index] ?? null })),
    total: { ...total, lossOrder: null },
  }
}

type Unordered = Omit<StageRow, 'lossOrder'>

const nothing: Interval = { from: '0', to: '0' }

function sourcesOf(
  ruleSet: RuleSet,
  submission: Submission,
  sheet: ScoreSheet,
  context: ScoringContext,
): readonly Source[] {
  const { decisions = [], stage: standing } = submission
  const decided = stagesOf(submission).filter(each => decisions.some(entry => entry.stage === each))
  const latest: Source = {
    column: { by: 'stage', stage: decided.at(-1) ?? standing, standing },
    sheet,
  }
  const scoredAs = (each: Submission) => scoreSubmission(ruleSet, each, sheet.scoredAt, context)
  if (decided.length > 0) {
    const earlier = decided.slice(0, -1).map(
      (stage): Source => ({
        column: { by: 'stage', stage, standing: stage },
        sheet: scoredAs(atStage(submission, stage)),
      }),
    )
    // A claim that stands alone is compared with nothing; reviews without claims are held against the rules.
    if (decided[0] === 'selfAssessment') return [...earlier, latest]
    return [
      { column: { by: 'rules' }, sheet: scoredAs({ ...submission, decisions: [] }) },
      ...earlier,
      latest,
    ]
  }
  const comparable = sheet.reconciliation?.checks.some(check => check.kind !== 'namedLosses') ?? false
  if (!comparable) return [latest]
  return [
    { column: { by: 'rules' }, sheet },
    { column: { by: 'published' }, sheet: null },
  ]
}

/** Points are taken away by a penalty as they are lost by a criterion. */
function takenBy({ effect, points }: AdjustmentScore): Interval | null {
  return effect === 'penalty' ? points : null
}

function poolPercent({ points, maxPoints }: PoolScore): Interval | null {
  const max = parseExact(maxPoints)
  if (isZero(max)) return null
  const share = (end: 'from' | 'to') => formatExact(multiply(divide(parseExact(points[end]), max), hundred))
  return { from: share('from'), to: share('to') }
}

function poolCell({ pools }: ScoreSheet, poolId: string): StageCell {
  const pool = pools.find(each => each.poolId === poolId)
  return pool
    ? pointsCell(pool.points, pool.pointsProvenance ? 'published' : 'sum')
    : { state: 'notApplicable' }
}

/** The first group that holds all members of a pool, where the roll-up counts it; null: the whole. */
function sharedParent(ruleSet: RuleSet, criterionIds: readonly string[]): string | null {
  const { parentOf } = indexRuleSet(ruleSet)
  const above = (id: string): readonly string[] => {
    const parent = parentOf.get(id) ?? null
    return parent === null ? [] : [parent, ...above(parent)]
  }
  const [first, ...others] = criterionIds.map(above)
  return first?.find(id => others.every(each => each.includes(id))) ?? null
}

/** Pools that count inside a group stand after the last row of that group. */
function withPools(
  tree: readonly Unordered[],
  poolRows: (parentId: string | null) => readonly Unordered[],
): readonly Unordered[] {
  const childrenOf = new Map<string | null, Unordered[]>()
  for (const each of tree) {
    const siblings = childrenOf.get(each.parentId)
    if (siblings) siblings.push(each)
    else childrenOf.set(each.parentId, [each])
  }
  const visit = (each: Unordered): readonly Unordered[] => [
    each,
    ...(childrenOf.get(each.nodeId) ?? []).flatMap(visit),
    ...(each.kind === 'group' ? poolRows(each.nodeId) : []),
  ]
  return (childrenOf.get(null) ?? []).flatMap(visit)
}

function difference(
  sources: readonly Source[],
  nodeId: string,
  cells: readonly StageCell[],
): StageDifference {
  const [first, last] = [cells[0], cells.at(-1)]
  if (!first || !last || cells.length < 2) return { kind: 'none' }
  if (cells.every(cell => silent.has(cell.state))) return { kind: 'none' }
  const points = differenceOf(first, last)
  if (points === null) return { kind: 'open' }
  if (sources.at(-1)?.column.by !== 'published') return { kind: 'known', points }
  // Figures the engine took as published agree by construction; the reconciliation knows which those are.
  const checked = sources[0]?.sheet?.reconciliation?.checks.some(
    check => check.nodeId === nodeId && check.kind !== 'namedLosses',
  )
  return checked ? { kind: 'known', points } : { kind: 'taken' }
}

/** States in which there is nothing to compare. */
const silent: ReadonlySet<StageCell['state']> = new Set(['watched', 'notApplicable', 'notStated', 'pooled'])

/** Sure loss first, then what missing figures may still cost. */
function lossOrders(rows: readonly Unordered[]): readonly (number | null)[] {
  const known = new Map(
    rows.flatMap(({ lost }) => {
      if (!lost) return []
      const [sure, worst] = [parseExact(lost.from), parseExact(lost.to)]
      return isZero(worst) ? [] : [[`${lost.from} ${lost.to}`, { sure, worst }] as const]
    }),
  )
  const places = new Map(
    [...known]
      .toSorted(([, a], [, b]) => compare(b.sure, a.sure) || compare(b.worst, a.worst))
      .map(([key], place) => [key, place]),
  )
  return rows.map(({ lost }) => (lost ? (places.get(`${lost.from} ${lost.to}`) ?? null) : null))
}
