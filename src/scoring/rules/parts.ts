import type { Emptiness } from '../../model/explanation.ts'
import type { RulePart } from '../../model/rules.ts'
import { parseExact } from '../exact.ts'
import { statesFor } from '../states.ts'
import { plainKindOf } from './plainKinds.ts'
import { joinTrends, type RuleContext, type RuleFigure, type RuleRun, type Trend } from './ruleKind.ts'

/** Runs one part with its own maximum. */
export function runPart(part: RulePart, context: RuleContext): RuleRun {
  const states = statesFor(part.rule, undefined, context.states)
  return plainKindOf(part.rule).run(part.rule, { ...context, maxPoints: parseExact(part.maxPoints), states })
}

/** Whether a part stands aside because it does not apply. */
export function isExempt({ points, detail }: RuleRun): boolean {
  return points === null && detail.empty?.policy === 'notApplicable'
}

/** Why parts give no points together: none of them applies, or one of them is open. */
export function emptinessOfParts(runs: readonly RuleRun[]): Emptiness {
  const without = runs.filter(run => run.points === null)
  const decisive =
    without.find(run => !isExempt(run)) ?? (without.length === runs.length ? without[0] : undefined)
  // Some parts apply and some do not: nobody said what the rest is worth.
  return decisive?.detail.empty ?? { because: 'state', state: 'notApplicable', policy: 'missing' }
}

export function figuresOfParts(parts: readonly RulePart[], field: 'parts' | 'cases'): readonly RuleFigure[] {
  return parts.flatMap((part, index) =>
    plainKindOf(part.rule)
      .figures(part.rule)
      .map(figure => ({ ...figure, path: `${field}[${index}].rule.${figure.path}` })),
  )
}

export function trendOfParts(parts: readonly RulePart[], metricId: string): Trend {
  return joinTrends(
    parts
      .map(part => ({ part, kind: plainKindOf(part.rule) }))
      .filter(({ part, kind }) => kind.figures(part.rule).some(figure => figure.metricId === metricId))
      .map(({ part, kind }) => kind.trend(part.rule, metricId)),
  )
}
