import type { Criterion, RuleSet } from '../../model/ruleSet.ts'
import type { Rule } from '../../model/rules.ts'
import type { MetricValue } from '../../model/submission.ts'
import { rulePlaces } from '../lint/rulePlaces.ts'
import { indexRuleSet, type RuleSetIndex } from '../ruleSetIndex.ts'
import { kindOf } from '../rules/ruleKinds.ts'
import { roundingOf, scorableAdjustment, scorableOf } from '../scoreLeaves.ts'
import { claimsOf } from './claimCells.ts'
import { type FigurePlace, figureCells, previousCells, type SheetWords } from './figureCells.ts'
import { type GradeWords, gradeCell } from './gradeCells.ts'
import { type FixedCells, fixedLeaf, type LeafCells, leafCells } from './leafCells.ts'
import { shareCells } from './ratioCells.ts'
import { type FigureCells, missing, notApplicable, type RuleScene, type ShareCells } from './ruleCells.ts'
import { type NodeCells, type PoolCells, totalCells } from './totalCells.ts'
import { any, type HelperCell, workingsOn } from './workings.ts'

/** Where a sheet holds what rules look at. Addresses name their sheet: 'Biểu tự chấm'!$E$12. */
export type FormPlaces = {
  /** Sheet the steps of the calculation are laid down on; no quotes in its name. */
  readonly workingSheet: string
  /** null: the sheet does not ask for the figure, so it is missing. */
  readonly figure: (metricId: string) => FigurePlace | null
  /** Cell of points the agency claims; null where it may claim none. */
  readonly claim: (nodeId: string) => string | null
  /** Condition under which a criterion does not apply, with all below it; null where it always applies. */
  readonly exempt: (criterionId: string) => string | null
  /** What is not reckoned but stands as it is: leaves, adjustments and pools; null, or absent: nothing. */
  readonly fixed?: ((nodeId: string) => FixedCells | null) | undefined
  readonly words: SheetWords & GradeWords
}

/** A rule set as formulas over the cells of a sheet. */
export type SheetFormulas = {
  /** Steps in column B of the working sheet, their labels in column A, from row 2. */
  readonly helpers: readonly HelperCell[]
  /** Columns of day numbers on the working sheet, from column D and row 2. */
  readonly lists: readonly (readonly number[])[]
  /** Leaves and adjustments. */
  readonly leaves: ReadonlyMap<string, LeafCells>
  readonly nodes: ReadonlyMap<string, NodeCells>
  readonly pools: ReadonlyMap<string, PoolCells>
  readonly total: NodeCells
  /** Figures the rules look at, by metric. */
  readonly figures: ReadonlyMap<string, FigureCells>
  /** Address of the grade; null where there is none. */
  readonly grade: string | null
}

/**
 * Translates a rule set into spreadsheet formulas that give the points the engine gives: English names,
 * commas, and only functions that Excel 2010, LibreOffice and HyperFormula share. The engine stays the
 * authority; what a sheet cannot do, and how exact it is, stands in decisions/sheet-formulas.md.
 *
 * @param previous figures of the period before, for growth; null: none
 */
export function sheetFormulas(
  ruleSet: RuleSet,
  period: string,
  places: FormPlaces,
  previous: ReadonlyMap<string, MetricValue> | null,
): SheetFormulas {
  const workings = workingsOn(places.workingSheet)
  const index = indexRuleSet(ruleSet)
  const figures = new Map<string, FigureCells>()
  const shares = new Map<string, ShareCells>()
  const figure = (metricId: string) => {
    const known = figures.get(metricId)
    if (known) return known
    const metric = index.metrics.get(metricId)
    if (!metric) throw new Error(`rule set has no metric "${metricId}"`)
    const isCounted = counted.has(metricId)
    const cells = figureCells(metric, places.figure(metricId), isCounted, places.words, workings)
    figures.set(metricId, cells)
    return cells
  }
  const exemptions = exemptionCells(places, index.parentOf)
  const counted = countedMetrics(ruleSet)
  const scene: RuleScene = {
    workings,
    ruleSet,
    index,
    period,
    metrics: index.metrics,
    figure,
    previous: metricId => previousCells(previous?.get(metricId)),
    shareOf: leafId => {
      const known = shares.get(leafId)
      if (known) return known
      const cells = shareOfLeaf(index.leafById.get(leafId), scene, exemptions(leafId))
      shares.set(leafId, cells)
      return cells
    },
  }
  const scorables = index.leaves.map(leaf => scorableOf(leaf, ruleSet, index))
  const adjustments = (ruleSet.adjustments ?? []).map(each => scorableAdjustment(each, ruleSet))
  const claims = claimsOf(ruleSet, [...scorables, ...adjustments], index, places.claim, workings)
  const codes = new Map(index.leaves.map(leaf => [leaf.id, leaf.code]))
  const names = new Map((ruleSet.adjustments ?? []).map(each => [each.id, each.name]))
  const leaves = new Map(
    [...scorables, ...adjustments].map(each => {
      const fixed = places.fixed?.(each.id) ?? null
      if (fixed) return [each.id, fixedLeaf(each, fixed)]
      const label = codes.get(each.id) ?? names.get(each.id) ?? each.id
      const exempt = codes.has(each.id) ? exemptions(each.id) : 'FALSE()'
      return [each.id, leafCells(each, label, scene, claims.get(each.id) ?? null, exempt)]
    }),
  )
  const { nodes, pools, total } = totalCells(ruleSet, leaves, workings, places.fixed)
  const grade = gradeCell(ruleSet, total, figure, places.words, workings)
  return { helpers: workings.cells(), lists: workings.lists(), leaves, nodes, pools, total, figures, grade }
}

/** The percentage a leaf hands on to others; a leaf that does not apply has none. */
function shareOfLeaf(leaf: Criterion | undefined, scene: RuleScene, exempt: string): ShareCells {
  // Only ratios have a percentage to hand on; anything else is to its reader as good as missing.
  if (leaf?.rule?.kind !== 'ratio') return { cause: String(missing), percent: '0' }
  const label = `${leaf.code}: hệ số`
  const { ratio } = roundingOf(leaf, scene.ruleSet.rounding)
  const { cause, percent } = shareCells(leaf.rule, scene, label, ratio)
  return {
    cause: scene.workings.put(`${label} dùng được`, `IF(${exempt},${notApplicable},${cause})`),
    percent,
  }
}

/** Whether a leaf is exempt, itself or with something above it. */
function exemptionCells(
  { exempt }: FormPlaces,
  parentOf: RuleSetIndex['parentOf'],
): (leafId: string) => string {
  return leafId => {
    const conditions: string[] = []
    for (let at: string | null = leafId; at !== null; at = parentOf.get(at) ?? null) {
      const condition = exempt(at)
      if (condition !== null) conditions.push(condition)
    }
    return any(conditions)
  }
}

const counting: readonly Rule['kind'][] = [
  'ratio',
  'monitor',
  'perUnit',
  'deduction',
  'bonusPenalty',
  'surveyOptions',
]

/** Figures some rule counts: they cannot be negative; see scoring/lint/lintValues.ts. */
function countedMetrics(ruleSet: RuleSet): ReadonlySet<string> {
  return new Set(
    rulePlaces(ruleSet)
      .filter(({ rule }) => counting.includes(rule.kind))
      .flatMap(({ rule }) => kindOf(rule).figures(rule))
      .map(figure => figure.metricId),
  )
}
