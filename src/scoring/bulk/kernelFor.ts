import type { RuleSet } from '../../model/ruleSet.ts'
import type { Rule, RulePart } from '../../model/rules.ts'
import { parseExact } from '../exact.ts'
import { kindOf } from '../rules/ruleKinds.ts'
import { inputsOf } from '../scoreLeaves.ts'
import { statesFor } from '../states.ts'
import { bandKernel } from './bandKernel.ts'
import { cohortKernel } from './cohortKernels.ts'
import { inUnits, type KernelContext } from './context.ts'
import { choiceKernel, everyOccurrenceKernel, surveyOptionsKernel } from './countKernels.ts'
import { formulaKernel } from './formulaKernel.ts'
import { type Kernel, type Span, writeLong, writePolicy } from './lane.ts'
import { linearKernel } from './linearKernel.ts'
import { bestOfKernel, sumKernel } from './partsKernel.ts'
import { ratioKernel } from './ratioKernel.ts'
import { growthKernel, latenessKernel, measureKernel } from './subjectKernel.ts'

/**
 * The loop that scores one rule over a column.
 * @returns null for what only the exact path knows
 * @throws RangeError when a weight or threshold has too many digits for plain numbers
 */
export function kernelFor(rule: Rule, context: KernelContext): Kernel | null {
  switch (rule.kind) {
    case 'ratio':
      return ratioKernel(rule, context)
    case 'choice':
      return choiceKernel(rule, context)
    case 'bands':
      return bandKernel(rule, measureKernel(rule.measure, context), context)
    case 'growth':
      return bandKernel(rule, growthKernel(rule, context), context)
    case 'lateness':
      return bandKernel(rule, latenessKernel(rule, context), context)
    case 'surveyOptions':
      return surveyOptionsKernel(rule, context)
    case 'everyOccurrence':
      return everyOccurrenceKernel(rule, context)
    case 'formula':
      return formulaKernel(rule, context)
    case 'sum': {
      const parts = partsOf(rule.parts, context)
      return parts && sumKernel(parts)
    }
    case 'bestOf': {
      const parts = partsOf(rule.cases, context)
      return parts && bestOfKernel(parts)
    }
    case 'shareOfBest':
    case 'leader':
    case 'minMax':
    case 'rank':
      return cohortKernel(rule, context)
    case 'reported':
      return reportedKernel(context)
    case 'monitor':
      return (_, count, out) => {
        out.top.fill(0, 0, count)
        out.bottom.fill(1, 0, count)
        return false
      }
    default:
      return linearKernel(rule, context)
  }
}

function reportedKernel(context: KernelContext): Kernel {
  const column = context.table.published.get(context.nodeId)
  if (!column) throw new Error(`the table has no published points for "${context.nodeId}"`)
  const lift = 10 ** (context.places - column.places)
  return (from, count, out) => {
    for (let at = 0; at < count; at += 1) {
      const value = column.values[from + at] as number
      if (!Number.isNaN(value)) {
        out.top[at] = value * lift
        out.bottom[at] = 1
      } else if (column.states[from + at] === 0) writeLong(out, at)
      else writePolicy('missing', out, at, context.max, context.span)
    }
    return false
  }
}

function partsOf(parts: readonly RulePart[], context: KernelContext) {
  const kernels = parts.map(part => {
    const maxPoints = parseExact(part.maxPoints)
    const own: KernelContext = {
      ...context,
      states: statesFor(part.rule, undefined, context.states),
      maxPoints,
      max: inUnits(context, maxPoints),
      roundsHalfUp: false,
      span: spanOf(part.rule, { ...context, maxPoints }),
    }
    return { part, kernel: kernelFor(part.rule, own) }
  })
  return kernels.every((entry): entry is { part: RulePart; kernel: Kernel } => entry.kernel !== null)
    ? kernels
    : null
}

/** What a rule leaves open when every figure is missing, in the units of its leaf. */
export function spanOf(
  rule: Rule,
  context: Pick<KernelContext, 'ruleSet' | 'nodeId' | 'places' | 'maxPoints' | 'ratioRounding' | 'states'>,
): Span {
  const { ruleSet, maxPoints, ratioRounding, states, nodeId } = context
  const inputs = inputsOf(ruleSet, nothingSubmitted(ruleSet), {})
  const { range } = kindOf(rule).run(rule, { nodeId, maxPoints, ratioRounding, states, inputs }).detail
  const [least, most] = [inUnits(context, parseExact(range.from)), inUnits(context, parseExact(range.to))]
  return { least: least.top * most.bottom, most: most.top * least.bottom, bottom: least.bottom * most.bottom }
}

function nothingSubmitted(ruleSet: RuleSet) {
  return {
    id: '',
    ruleSetId: ruleSet.id,
    ruleSetVersion: ruleSet.version,
    agencyId: '',
    period: '',
    stage: 'selfAssessment',
    provenance: { certainty: 'stated', source: null },
    values: [],
  } as const
}
