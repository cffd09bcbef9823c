import { expect } from 'vitest'
import type { Exact } from '../../../src/model/exact.ts'
import type { NodeScore } from '../../../src/model/scoreSheet.ts'
import { formatExact, parseExact } from '../../../src/scoring/exact.ts'
import { kindOf } from '../../../src/scoring/rules/ruleKinds.ts'
import { type Fraction, fraction, isBelow, readFraction } from '../oracle/bigRational.ts'
import { type KindScene, leafOf } from './kindScenes.ts'

export const runs = { numRuns: 1000, seed: 335 }

export function fractionOf(top: number, bottom = 1): Fraction {
  return fraction(BigInt(top), BigInt(bottom))
}

/** Least and most the kind says it can give. */
export function boundsOf({ rule, maxPoints = '2' }: KindScene): {
  readonly least: Exact
  readonly most: Exact
} {
  const { least, most } = kindOf(rule).bounds(rule, parseExact(maxPoints))
  return { least: formatExact(least), most: formatExact(most) }
}

/**
 * Whatever the figures: points stay in `bounds`, and what is still open lies inside them too. Points a
 * policy gives for an absent figure are no points of the rule.
 *
 * While one figure grows and all others stay, points move as `trend` says, where both are measured.
 */
export function expectSound(scene: KindScene, grown: Readonly<Record<string, string>> = {}): void {
  const node = leafOf(scene)
  expectWithinBounds(scene, node)
  for (const [metricId, value] of Object.entries(grown)) expectTrend(scene, node, metricId, value)
}

function expectWithinBounds(scene: KindScene, { outcome, explanation }: NodeScore): void {
  const { least, most } = boundsOf(scene)
  const ends =
    outcome?.kind === 'scored' && explanation?.rule.empty?.because !== 'state'
      ? [outcome.points, outcome.points]
      : outcome?.kind === 'missing'
        ? [outcome.range.from, outcome.range.to]
        : []
  const texts = ends.length === 0 ? [] : [least, ...ends, most]
  texts.slice(1).forEach((text, index) => {
    if (isBelow(readFraction(text), readFraction(texts[index] ?? text)))
      expect.fail(`not in order: ${texts.join(' ≤ ')} for ${JSON.stringify(scene)}`)
  })
}

function expectTrend(scene: KindScene, node: NodeScore, metricId: string, grown: string): void {
  const trend = kindOf(scene.rule).trend(scene.rule, metricId)
  const before = measured(node)
  if (trend === 'mixed' || before === null) return
  const after = measured(leafOf({ ...scene, figures: { ...scene.figures, [metricId]: grown } }))
  if (after === null) return
  const [low, high] = trend === 'rising' ? [before, after] : [after, before]
  if (isBelow(readFraction(high), readFraction(low)))
    expect.fail(`${trend} in "${metricId}", but ${before} became ${after} for ${JSON.stringify(scene)}`)
}

function measured({ outcome, explanation }: NodeScore): Exact | null {
  return outcome?.kind === 'scored' && !explanation?.rule.empty ? outcome.points : null
}

/** Exact points, or what became of the leaf instead. */
export function spelled(scene: KindScene): string {
  const { outcome } = leafOf(scene)
  if (!outcome) throw new Error('a leaf without outcome')
  return outcome.kind === 'scored' ? outcome.points : outcome.kind
}
