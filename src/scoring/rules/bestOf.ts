import type { Emptiness } from '../../model/explanation.ts'
import type { BestOfRule } from '../../model/rules.ts'
import { compare, formatExact, larger, parseExact, type Rational, smaller, zero } from '../exact.ts'
import { figuresOfParts, runPart, trendOfParts } from './parts.ts'
import { plainKindOf } from './plainKinds.ts'
import { blank, type Range, type RuleKind, type RuleRun } from './ruleKind.ts'

/**
 * The case that earns most (Trung tâm dữ liệu: "tính điểm cho trường hợp nào có điểm cao nhất").
 * Cases that do not apply stand aside; a missing case only matters while it could still earn more.
 */
export const bestOfKind: RuleKind<BestOfRule> = {
  run(rule, context) {
    const runs = rule.cases.map(part => ({ part, run: runPart(part, context) }))
    const applying = runs.filter(({ run }) => run.points !== null || !isExempt(run))
    const known = applying.flatMap(({ run }) => (run.points ? [run.points] : []))
    const best = known.length === 0 ? null : known.reduce(larger)
    const most = applying.map(({ run }) => run.points ?? parseExact(run.detail.range.to))
    const [least, top] = [best ?? zero, most.reduce(larger, best ?? zero)]
    const points = best && compare(top, best) === 0 ? best : null
    const winner = points ? runs.findIndex(({ run }) => run.points && compare(run.points, points) === 0) : -1
    const empty: Emptiness | null = points
      ? null
      : applying.length === 0
        ? { because: 'state', state: 'notApplicable', policy: 'notApplicable' }
        : { because: 'state', state: 'missing', policy: 'missing' }
    return {
      points,
      detail: {
        ...blank(
          'bestOf',
          context.maxPoints,
          { least, most: top },
          runs.flatMap(({ run }) => run.detail.inputs),
        ),
        empty,
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

function isExempt(run: RuleRun): boolean {
  return run.detail.empty?.policy === 'notApplicable'
}

function boundsOf(rule: BestOfRule): Range {
  const bounds = rule.cases.map(each => plainKindOf(each.rule).bounds(each.rule, parseExact(each.maxPoints)))
  const ends = (end: 'least' | 'most'): readonly Rational[] => bounds.map(bound => bound[end])
  const [first] = ends('least')
  if (!first) throw new Error('best of needs at least one case')
  return { least: ends('least').reduce(smaller), most: ends('most').reduce(larger) }
}
