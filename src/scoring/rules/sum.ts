import type { SumRule } from '../../model/rules.ts'
import { formatExact, parseExact, type Rational, sum } from '../exact.ts'
import { emptinessOfParts, figuresOfParts, runPart, trendOfParts } from './parts.ts'
import { plainKindOf } from './plainKinds.ts'
import { blank, type RuleKind } from './ruleKind.ts'

/**
 * Sum of parts, each scored by its own rule (PAR Index 2022, II.3: 0,5 + 1,0 × 27/30).
 * While a part is missing the sum is open between what the others earn and what it could add; it does
 * not apply only when none of its parts does.
 */
export const sumKind: RuleKind<SumRule> = {
  run(rule, context) {
    const runs = rule.parts.map(part => ({ part, run: runPart(part, context) }))
    const known = runs.flatMap(({ run }) => (run.points ? [run.points] : []))
    const points = known.length === runs.length ? sum(known) : null
    const range = {
      least: sum(runs.map(({ run }) => run.points ?? parseExact(run.detail.range.from))),
      most: sum(runs.map(({ run }) => run.points ?? parseExact(run.detail.range.to))),
    }
    return {
      points,
      detail: {
        ...blank(
          'sum',
          context.maxPoints,
          range,
          runs.flatMap(({ run }) => run.detail.inputs),
        ),
        empty: points ? null : emptinessOfParts(runs.map(({ run }) => run)),
        parts: runs.map(({ part, run }) => ({
          label: part.label,
          labelEn: part.labelEn,
          counts: true,
          detail: run.detail,
        })),
        points: points && formatExact(points),
      },
    }
  },
  figures: rule => figuresOfParts(rule.parts, 'parts'),
  bounds: rule => {
    const bounds = rule.parts.map(part =>
      plainKindOf(part.rule).bounds(part.rule, parseExact(part.maxPoints)),
    )
    return { least: sumOf(bounds, 'least'), most: sumOf(bounds, 'most') }
  },
  trend: (rule, metricId) => trendOfParts(rule.parts, metricId),
}

function sumOf(bounds: readonly { least: Rational; most: Rational }[], end: 'least' | 'most'): Rational {
  return sum(bounds.map(bound => bound[end]))
}
