import type { YesNoRule } from '../../model/rules.ts'
import { compare, formatExact, isZero, one, type Rational, zero } from '../exact.ts'
import { numberOf, readInput } from './readInput.ts'
import { absence, blank, pointsByPolicy, type RuleKind } from './ruleKind.ts'

/**
 * Maximum points when the flag is 1, none when it is 0 (PAR Index 2022, I.2: cloud connection).
 * @throws when the flag is neither 0 nor 1
 */
export const yesNoKind: RuleKind<YesNoRule> = {
  run(rule, { inputs, maxPoints, states }) {
    const flag = readInput(inputs, rule.metric, 'flag')
    const common = blank('yesNo', maxPoints, { least: zero, most: maxPoints }, [flag])
    const empty = absence([flag], states, true)
    const yes = empty ? null : isYes(rule, numberOf(flag))
    const points = empty ? pointsByPolicy(empty.policy, maxPoints) : yes ? maxPoints : zero
    const full = formatExact(maxPoints)
    return {
      points,
      detail: {
        ...common,
        empty,
        branches: [
          { when: { kind: 'yes' }, gives: { kind: 'full', points: full }, taken: yes === true },
          { when: { kind: 'no' }, gives: { kind: 'points', points: '0' }, taken: yes === false },
        ],
        points: points && formatExact(points),
      },
    }
  },
  figures: rule => [{ metricId: rule.metric, path: 'metric', wants: 'flag' }],
  bounds: (_, maxPoints) => ({ least: zero, most: maxPoints }),
  trend: () => 'rising',
}

function isYes(rule: YesNoRule, value: Rational): boolean {
  if (isZero(value)) return false
  if (compare(value, one) === 0) return true
  throw new Error(`metric "${rule.metric}" must be 0 or 1, not "${formatExact(value)}"`)
}
