import type { BestOfRule } from '../../model/rules.ts'
import { compare, formatExact, larger, parseExact, type Rational, smaller, zero } from '../exact.ts'
import { emptinessOfParts, figuresOfParts, isExempt, runPart, trendOfParts } from './parts.ts'
import { plainKindOf } from './plainKinds.ts'
import { blank, type Range, type RuleKind } from './ruleKind.ts'

/**
 * The case that earns most (Trung tâm dữ liệu: "tính điểm cho trường hợp nào có điểm cao nhất").
 * Cases that do not apply stand aside; a missing case only matters while it could still earn more.
 */
export const bestOfKind: RuleKind<BestOfRule> = {
  run(rule, context) {
    const runs = rule.cases.map(part => ({ part, run: runPart(part, context) }))
    const applying = runs.filter(({ run }) => !isExempt(run))
    const ends = (end: 'from' | 'to') =>
      applying.map(({ run }) => run.points ?? parseExact(run.detail.range[end]))
    const [least, most] = [largestOf(ends('from')), largestOf(ends('to'))]
    // What a missing case could earn at most has been earned by another already.
    const best = largestOf(applying.flatMap(({ run }) => run.points ?? []))
    const points = best && most && compare(most, best) === 0 ? best : null
    const winner = points ? runs.findIndex(({ run }) => run.points && compare(run.points, points) === 0) : -1
    return {
      points,
      detail: {
        ...blank(
          'bestOf',
          context.maxPoints,
          { least: least ?? zero, most: most ?? zero },
          runs.flatMap(({ run }) => run.detail.inputs),
        ),
        empty: points ? null : emptinessOfParts(runs.map(({ run }) => run)),
        parts: runs.map(({ part, run }, index) => ({
          label: part.label,
          labelEn: part.labelEn,
          counts: index === winner,
          detail: run.detail,
        })),
        points: points && formatExact(points),
      },
    }
  },
  figures: rule => figuresOfParts(rule.cases, 'cases'),
  bounds: boundsOf,
  trend: (rule, metricId) => trendOfParts(rule.cases, metricId),
}

function largestOf(values: readonly Rational[]): Rational | null {
  const [first] = values
  return first ? values.reduce(larger, first) : null
}

function boundsOf(rule: BestOfRule): Range {
  const bounds = rule.cases.map(each => plainKindOf(each.rule).bounds(each.rule, parseExact(each.maxPoints)))
  const ends = (end: 'least' | 'most'): readonly Rational[] => bounds.map(bound => bound[end])
  const [first] = ends('least')
  if (!first) throw new Error('best of needs at least one case')
  return { least: ends('least').reduce(smaller), most: ends('most').reduce(larger) }
}
