import type { Interval } from '../../model/exact.ts'
import type { Explanation } from '../../model/explanation.ts'
import type { Rule } from '../../model/rules.ts'
import type { Outcome } from '../../model/scoreSheet.ts'
import { formatExact, parseExact } from '../../scoring/exact.ts'
import type { FixedCells } from '../../scoring/sheetFormulas/leafCells.ts'
import { literal } from '../../scoring/sheetFormulas/workings.ts'
import type { ScoreWorkbookParts } from './exportJob.ts'
import type { ScoreLayout } from './scoreLayout.ts'
import type { ScoreWords } from './scoreWords.ts'

/** A leaf or adjustment as the app scored it. */
export type Standing = {
  readonly id: string
  readonly outcome: Outcome
  readonly explanation: Explanation | null
  /** 0 scored, 1 open, 2 not applicable. */
  readonly kind: 0 | 1 | 2
  /** Points, or what is open. */
  readonly range: Interval
  /** Why the sheet does not reckon it again; null: it does. */
  readonly fixed: 'decided' | 'published' | 'compared' | 'exempt' | null
}

/** Every leaf and adjustment of the sheet, and which of them stand as constants. */
export function standingsOf({ ruleSet, sheet }: ScoreWorkbookParts, rules: ReadonlyMap<string, Rule>) {
  const pooled = new Set(ruleSet.pools.flatMap(pool => pool.criterionIds))
  const leaves = [
    ...sheet.nodes.flatMap(({ criterionId, outcome, explanation }) =>
      outcome ? [{ id: criterionId, outcome, explanation }] : [],
    ),
    ...sheet.adjustments.map(({ adjustmentId, outcome, explanation }) => ({
      id: adjustmentId,
      outcome,
      explanation,
    })),
  ]
  return new Map(
    leaves.map(({ id, outcome, explanation }): [string, Standing] => {
      const rule = rules.get(id)
      return [
        id,
        {
          id,
          outcome,
          explanation,
          kind: outcome.kind === 'scored' ? 0 : outcome.kind === 'notApplicable' ? 2 : 1,
          range: rangeOf(outcome, pooled.has(id)),
          fixed: reasonOf(outcome, explanation, rule),
        },
      ]
    }),
  )
}

function rangeOf(outcome: Outcome, isPooled: boolean): Interval {
  if (outcome.kind === 'scored') return { from: outcome.points, to: outcome.points }
  if (outcome.kind === 'notApplicable' || isPooled) return { from: '0', to: '0' }
  return outcome.range
}

function reasonOf(
  outcome: Outcome,
  explanation: Explanation | null,
  rule: Rule | undefined,
): Standing['fixed'] {
  if (explanation?.decision) return 'decided'
  // Points that do not apply because of figures are found by the formulas; an exemption is somebody's word.
  if (outcome.kind === 'notApplicable' && explanation?.rule.empty?.policy !== 'notApplicable') return 'exempt'
  switch (rule?.kind) {
    case 'reported':
      return 'published'
    case 'shareOfBest':
    case 'leader':
    case 'minMax':
    case 'rank':
      return 'compared'
    default:
      return null
  }
}

/** What stands for leaves and pools that are not reckoned; scored ones are the constant in their own cell. */
export function fixedCellsOf(
  { sheet }: ScoreWorkbookParts,
  standings: ReadonlyMap<string, Standing>,
  layout: ScoreLayout,
): (nodeId: string) => FixedCells | null {
  const pools = new Map(sheet.pools.map(pool => [pool.poolId, pool]))
  return id => {
    const standing = standings.get(id)
    if (standing) {
      if (standing.fixed === null) return null
      if (standing.kind === 2) return { kind: '2', from: '0', to: '0' }
      const cell = layout.nodeCell(id, 'points')
      if (standing.kind === 0) return { kind: '0', from: cell, to: cell }
      return { kind: '1', from: number(standing.range.from), to: number(standing.range.to) }
    }
    const pool = pools.get(id)
    if (!pool?.pointsProvenance) return null
    return { kind: '0', from: number(pool.points.from), to: number(pool.points.to) }
  }
}

const number = (exact: string) => literal(formatExact(parseExact(exact)))

/** Why a leaf has no points, or what it is. */
export function wordOf({ outcome, fixed }: Standing, rule: Rule, words: ScoreWords): string | null {
  if (rule.kind === 'monitor' && outcome.kind === 'scored') return words.watched
  switch (outcome.kind) {
    case 'scored':
      return null
    case 'notApplicable':
      return words.notApplicable
    case 'pendingReview':
      return outcome.assessedBy === 'survey' ? words.open.survey : words.open.review
    case 'missing':
      if (outcome.poolId !== undefined) return words.open.pooled
      return fixed === 'compared' && outcome.metricIds.length === 0 ? words.open.compared : words.open.missing
  }
}
