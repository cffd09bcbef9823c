import { parsePeriod } from '../../model/period.ts'
import type { RoundingStep } from '../../model/ruleSet.ts'
import type { RatioRule } from '../../model/rules.ts'
import {
  type FigureCells,
  missing,
  notApplicable,
  policyCode,
  type RuleCells,
  type RulePlace,
  type RuleScene,
  ruleCells,
  type ShareCells,
  wholeRange,
  withheld,
} from './ruleCells.ts'
import { above, any, atLeast, literal, rounded } from './workings.ts'

/** Points for a share measured against a target; see scoring/rules/ratio.ts. */
export function ratioCells(rule: RatioRule, scene: RuleScene, place: RulePlace): RuleCells {
  const { label, states, ratioRounding } = place
  const { cause, percent } = shareCells(rule, scene, label, ratioRounding)
  const codes = [states.missing, states.withheld, states.notApplicable, rule.whenDenominatorZero]
  const code = codes.reduceRight(
    (rest, policy, index) => `IF(${cause}=${index + 1},${policyCode(policy)},${rest})`,
    '0',
  )
  const points = pointsFormula(rule, percent, literal(place.maxPoints), ratioRounding !== null)
  return ruleCells(scene, place, code, `MAX(0,${points})`, wholeRange(place))
}

function pointsFormula(rule: RatioRule, percent: string, max: string, exact: boolean): string {
  const { direction, scaling } = rule
  const target = literal(rule.targetPercent)
  const floor = literal(rule.floorPercent ?? '0')
  const slope =
    scaling === 'share'
      ? `${percent}/100*${max}`
      : scaling === 'shareOfTarget'
        ? `${percent}/${target}*${max}`
        : `(${percent}-${floor})/(${target}-${floor})*${max}`
  const reaches = (edge: string) =>
    direction === 'higherIsBetter' ? atLeast(percent, edge, exact) : `NOT(${above(percent, edge, exact)})`
  const goesPast = (edge: string) =>
    direction === 'higherIsBetter' ? above(percent, edge, exact) : `NOT(${atLeast(percent, edge, exact)})`
  // At the floor itself `fromFloor` pays nothing; the others pay from there on.
  const pays = scaling === 'fromFloor' ? goesPast(floor) : reaches(floor)
  const below = rule.floorPercent === undefined ? slope : `IF(${pays},${slope},0)`
  return `IF(${reaches(target)},${max},${below})`
}

/** The percentage behind a ratio after its rounding, or why there is none; see scoring/rules/ratioShare.ts. */
export function shareCells(
  rule: RatioRule,
  scene: RuleScene,
  label: string,
  ratioRounding: RoundingStep | null,
): ShareCells {
  const { workings } = scene
  const { put } = workings
  const numerator = scene.figure(rule.numerator)
  const denominator = denominatorCells(rule, scene, label)
  const shares = [
    { top: numerator, bottom: denominator },
    ...(rule.otherShares ?? []).map(other => ({
      top: scene.figure(other.numerator),
      bottom: scene.figure(other.denominator),
    })),
  ]
  const states = shares.flatMap(({ top, bottom }) => [top.state, bottom.state])
  const are = (state: number) => any(states.map(each => `${each}=${state}`))
  const nothing = any(shares.map(({ bottom }) => `${bottom.value}=0`))
  const other = rule.coefficient === undefined ? null : scene.shareOf(rule.coefficient)
  const cause = put(
    `${label}: vì sao không có tỷ lệ`,
    `IF(${are(notApplicable)},${notApplicable},IF(${are(missing)},${missing},` +
      `IF(${are(withheld)},${withheld},IF(${nothing},4,${other?.cause ?? '0'}))))`,
  )
  const quotients = shares
    .map(({ top, bottom }) => `${top.value}/IF(${bottom.value}=0,1,${bottom.value})*100`)
    .join('+')
  const [only] = shares
  // One share is divided last, so that 4 of 5 is 80 and not a hair beside it.
  const sum =
    shares.length === 1 && only
      ? `100*${only.top.value}/IF(${only.bottom.value}=0,1,${only.bottom.value})`
      : quotients
  const own = rule.complement ? `100-(${sum})` : sum
  const share = put(`${label}: tỷ lệ %`, `IF(${cause}=0,${own},0)`)
  const whole = other ? put(`${label}: nhân hệ số`, `${share}*${other.percent}/100`) : share
  return { cause, percent: rounded(whole, ratioRounding, workings, `${label}: tỷ lệ % làm tròn`) }
}

/** One denominator, the larger of two, or an earlier count where neither was reported. */
function denominatorCells(rule: RatioRule, scene: RuleScene, label: string): FigureCells {
  const { put } = scene.workings
  const first = scene.figure(rule.denominator)
  const second = rule.orDenominator === undefined ? null : scene.figure(rule.orDenominator)
  const chosen = second ? largerOf(first, second, scene, label) : first
  const fallback = fallbackOf(rule, scene)
  if (!fallback) return chosen
  const candidates = second ? [first, second] : [first]
  // Nothing entered, nothing kept back, not everything beside the point: then every state is 1 or 3, one is 1.
  const unused = candidates.map(({ state }) => `OR(${state}=0,${state}=${withheld})`)
  const applies = candidates.map(({ state }) => `${state}=${missing}`)
  const used = put(`${label}: dùng mẫu số thay thế`, `IF(${any(unused)},FALSE(),${any(applies)})`)
  return {
    state: put(`${label}: trạng thái mẫu số`, `IF(${used},${fallback.state},${chosen.state})`),
    value: put(`${label}: mẫu số`, `IF(${used},${fallback.value},${chosen.value})`),
  }
}

/** One of two that does not apply leaves the other; one that is missing could still be the larger. */
function largerOf(
  first: FigureCells,
  second: FigureCells,
  { workings }: RuleScene,
  label: string,
): FigureCells {
  const [a, b] = [first.state, second.state]
  const either = (state: number) => `OR(${a}=${state},${b}=${state})`
  return {
    state: workings.put(
      `${label}: trạng thái mẫu số`,
      `IF(AND(${a}=${notApplicable},${b}=${notApplicable}),${notApplicable},` +
        `IF(${either(missing)},${missing},IF(${either(withheld)},${withheld},0)))`,
    ),
    value: workings.put(
      `${label}: mẫu số`,
      `IF(${a}<>0,${second.value},IF(${b}<>0,${first.value},MAX(${first.value},${second.value})))`,
    ),
  }
}

function fallbackOf({ fallbackDenominator }: RatioRule, { figure, period }: RuleScene) {
  const kind = parsePeriod(period)?.kind
  const divisor = kind && fallbackDenominator?.divideBy[kind]
  if (!fallbackDenominator || divisor === undefined) return null
  const { state, value } = figure(fallbackDenominator.metric)
  return { state, value: `${value}/${literal(divisor)}` }
}
