import type { YesNoRule } from '../../model/ruleSet.ts'
import type { ExplainedYesNo } from '../../model/scoreSheet.ts'
import { compare, formatExact, one, parseExact, type Rational, zero } from '../exact.ts'
import { type Inputs, readInput } from './readInput.ts'

/**
 * Maximum points when the flag is 1, none when it is 0 (PAR Index 2022, I.2: cloud connection).
 * @returns points before leaf rounding, null while the flag is missing
 * @throws when the flag is neither 0 nor 1
 */
export function explainYesNo(rule: YesNoRule, maxPoints: Rational, inputs: Inputs): ExplainedYesNo {
  const flag = readInput(inputs, rule.metric, 'flag')
  const common = { kind: 'yesNo', flag, maxPoints: formatExact(maxPoints) } as const
  if (flag.value === null) return { ...common, points: null }
  const value = parseExact(flag.value)
  if (compare(value, zero) === 0) return { ...common, points: '0' }
  if (compare(value, one) === 0) return { ...common, points: formatExact(maxPoints) }
  throw new Error(`metric "${rule.metric}" must be 0 or 1, not "${flag.value}"`)
}
