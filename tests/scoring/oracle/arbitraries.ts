import fc from 'fast-check'
import type { RoundingMode, RoundingStep } from '../../../src/model/ruleSet.ts'
import type {
  BandsRule,
  BestOfRule,
  BonusPenaltyRule,
  ChecklistRule,
  ChoiceRule,
  DeductionRule,
  EmptyPolicy,
  PerUnitRule,
  PointBand,
  RatioRule,
  RulePart,
  SumRule,
  YesNoRule,
} from '../../../src/model/rules.ts'
import type { Figures } from '../rules/leafScenes.ts'
import type { KnownRule, World } from './oracle.ts'

/** What random rules may say. */
export type Allowed = {
  /** For a denominator of zero and, in ratios, for a missing figure. */
  readonly policies: readonly EmptyPolicy[]
  /** Modifiers that look elsewhere than at the figures of the period. */
  readonly coefficient: boolean
  readonly fallback: boolean
}

export const everything: Allowed = {
  policies: ['zero', 'full', 'notApplicable', 'missing'],
  coefficient: true,
  fallback: true,
}

/** Rules whose points depend on nothing but figures that are there. */
export const measured: Allowed = { policies: ['missing'], coefficient: false, fallback: false }

/** A whole number moved `places` behind the mark: 1005 and 3 are "1.005". */
export function decimal(digits: number, places: number): string {
  const sign = digits < 0 ? '-' : ''
  const text = String(Math.abs(digits)).padStart(places + 1, '0')
  return places === 0 ? sign + text : `${sign}${text.slice(0, -places)}.${text.slice(-places)}`
}

const upTo = (max: number) => fc.integer({ min: 0, max })

/** At most 12 significant digits; small counts are as common as long decimals. */
const amount = fc.oneof(
  upTo(20).map(String),
  upTo(999_999_999_999).map(String),
  fc.tuple(upTo(999_999_999_999), upTo(9)).map(([digits, places]) => decimal(digits, places)),
)
const positiveAmount = amount.filter(text => /[1-9]/.test(text))
/** Points from 0 to about 10, in hundredths or to 12 digits. */
const worth = fc.oneof(
  upTo(1000).map(cents => decimal(cents, 2)),
  upTo(999_999_999_999).map(digits => decimal(digits, 11)),
)
export const maximum = fc.oneof(
  fc.integer({ min: 500, max: 2000 }).map(cents => decimal(cents, 2)),
  fc.integer({ min: 500_000_000_000, max: 999_999_999_999 }).map(digits => decimal(digits, 11)),
)
const percent = fc.oneof(
  upTo(100).map(String),
  upTo(99_999_999_999).map(digits => decimal(digits, 9)), // below 100
)

const amounts = ['m0', 'm1', 'm2', 'm3', 'm4', 'm5']
const flags = ['f0', 'f1', 'f2', 'f3']
const anAmount = fc.constantFrom(...amounts)
const aFlag = fc.constantFrom(...flags)

function figuresOf(value: fc.Arbitrary<string>): fc.Arbitrary<Figures> {
  const flag = fc.constantFrom('0', '1')
  return fc.record({
    ...Object.fromEntries(amounts.map(id => [id, value])),
    ...Object.fromEntries(flags.map(id => [id, flag])),
    option: fc.constantFrom('1', '2', '3', '4'),
  })
}

/** Everything entered; nothing to divide by is zero. */
export const positiveFigures = figuresOf(positiveAmount)
/** Everything entered. */
export const enteredFigures = figuresOf(amount)
/** Some figures are states instead. */
export const someFigures = fc
  .tuple(
    enteredFigures,
    fc.dictionary(
      fc.constantFrom(...amounts, ...flags, 'option'),
      fc.constantFrom('missing', 'withheld', 'notApplicable'),
      { maxKeys: 3 },
    ),
    fc.boolean(),
  )
  .map(([figures, states, all]) => (all ? figures : { ...figures, ...states }))

export const roundingBy = (mode: RoundingMode): fc.Arbitrary<RoundingStep | null> =>
  fc.option(upTo(4).map(places => ({ places, mode })))
export const rounding = fc.constantFrom('halfUp', 'halfEven', 'truncate').chain(roundingBy)
export const period: fc.Arbitrary<World['period']> = fc.constantFrom('year', 'quarter', 'month')

function aboveZero(text: string): boolean {
  return /[1-9]/.test(text)
}

/** Targets past their floors in the rule's own direction, as the linter wants them. */
export function ratio({ policies, coefficient, fallback }: Allowed): fc.Arbitrary<RatioRule> {
  const policy = fc.constantFrom(...policies)
  const optional = <T>(allowed: boolean, value: fc.Arbitrary<T>) =>
    allowed ? fc.option(value, { nil: undefined, freq: 2 }) : fc.constant(undefined)
  const share = fc.record({ numerator: anAmount, denominator: anAmount })
  const shape = fc
    .tuple(percent, percent.filter(aboveZero), fc.integer({ min: 0, max: 5 }))
    .filter(([one, other]) => Number(one) !== Number(other))
    .map(
      ([one, other, form]): Pick<RatioRule, 'direction' | 'scaling' | 'targetPercent' | 'floorPercent'> => {
        const [low, high] = Number(one) < Number(other) ? [one, other] : [other, one]
        const rising = { direction: 'higherIsBetter', targetPercent: high } as const
        if (form === 0) return { ...rising, scaling: 'share' }
        if (form === 1) return { ...rising, scaling: 'share', floorPercent: low }
        if (form === 2) return { ...rising, scaling: 'shareOfTarget' }
        if (form === 3) return { ...rising, scaling: 'shareOfTarget', floorPercent: low }
        if (form === 4) return { ...rising, scaling: 'fromFloor', floorPercent: low }
        return { direction: 'lowerIsBetter', scaling: 'fromFloor', targetPercent: low, floorPercent: high }
      },
    )
  const figures = fc.record({
    kind: fc.constant('ratio' as const),
    numerator: anAmount,
    denominator: anAmount,
    orDenominator: optional(true, anAmount),
    fallbackDenominator: optional(
      fallback,
      fc.record({ metric: anAmount, divideBy: fc.constant({ year: '1', quarter: '4', month: '12' }) }),
    ),
    complement: optional(true, fc.constant(true as const)),
    otherShares: optional(true, fc.array(share, { minLength: 1, maxLength: 2 })),
    coefficient: optional(coefficient, fc.constant('other')),
    whenDenominatorZero: policy,
    whenMissing: policy,
  })
  return fc.tuple(figures, shape).map(([first, second]) => ({ ...first, ...second }))
}

const yesNo: fc.Arbitrary<YesNoRule> = fc.record({ kind: fc.constant('yesNo' as const), metric: aFlag })

const choice: fc.Arbitrary<ChoiceRule> = fc.array(worth, { minLength: 4, maxLength: 4 }).map(points => ({
  kind: 'choice',
  metric: 'option',
  options: points.map((each, index) => ({ value: String(index + 1), label: `Mức ${index}`, points: each })),
}))

const checklist: fc.Arbitrary<ChecklistRule> = fc.record({
  kind: fc.constant('checklist' as const),
  items: fc.array(fc.record({ metric: aFlag, points: worth }), { minLength: 1, maxLength: 5 }),
})

/** Bands side by side over the whole line, some left out for `otherwise`, in any order. */
function bands({ policies }: Allowed): fc.Arbitrary<BandsRule> {
  const measure: fc.Arbitrary<BandsRule['measure']> = fc.oneof(
    fc.record({ of: fc.constant('value' as const), metric: anAmount }),
    fc.record({
      of: fc.constant('percent' as const),
      numerator: anAmount,
      denominator: anAmount,
      whenDenominatorZero: fc.constantFrom(...policies),
    }),
  )
  const edge = fc.record({ at: percent, upperHasIt: fc.boolean() })
  return fc
    .tuple(
      measure,
      fc.uniqueArray(edge, { minLength: 1, maxLength: 5, selector: each => Number(each.at) }),
      fc.array(fc.record({ points: worth, kept: fc.integer({ min: 0, max: 3 }) }), {
        minLength: 6,
        maxLength: 6,
      }),
      worth,
      fc.boolean(),
    )
    .map(([measured, edges, levels, otherwise, turned]): BandsRule => {
      const sorted = edges.toSorted((a, b) => Number(a.at) - Number(b.at))
      const side = levels.slice(0, sorted.length + 1).map((level, index): PointBand => {
        const [low, high] = [sorted[index - 1], sorted[index]]
        return {
          ...(low && { from: low.at, ...(low.upperHasIt ? {} : { fromExclusive: true as const }) }),
          ...(high && { to: high.at, ...(high.upperHasIt ? {} : { toInclusive: true as const }) }),
          points: level.points,
        }
      })
      const kept = side.filter((_, index) => index === 0 || levels[index]?.kept !== 0)
      return { kind: 'bands', measure: measured, bands: turned ? kept.toReversed() : kept, otherwise }
    })
}

const perUnit: fc.Arbitrary<PerUnitRule> = fc.record({
  kind: fc.constant('perUnit' as const),
  metric: anAmount,
  pointsPerUnit: worth,
  cap: fc.option(worth, { nil: undefined }),
})

const deduction: fc.Arbitrary<DeductionRule> = fc.record({
  kind: fc.constant('deduction' as const),
  items: fc.array(
    fc.record({
      metric: anAmount,
      each: fc.oneof(
        worth.map(points => ({ points })),
        percent.map(percentOfMax => ({ percentOfMax })),
      ),
    }),
    { minLength: 1, maxLength: 4 },
  ),
  floor: fc.option(
    fc.integer({ min: -500, max: 500 }).map(cents => decimal(cents, 2)),
    { nil: undefined },
  ),
})

const bonusPenalty: fc.Arbitrary<BonusPenaltyRule> = fc.record({
  kind: fc.constant('bonusPenalty' as const),
  base: fc.option(worth, { nil: undefined }),
  items: fc.array(
    fc.record({
      metric: anAmount,
      effect: fc.constantFrom('bonus' as const, 'penalty' as const),
      points: worth,
    }),
    { minLength: 1, maxLength: 4 },
  ),
  least: fc.integer({ min: -2000, max: 0 }).map(cents => decimal(cents, 2)),
  most: fc.integer({ min: 0, max: 2000 }).map(cents => decimal(cents, 2)),
})

/** One arbitrary for each kind that can be a part of another. */
function plain(allowed: Allowed) {
  return {
    ratio: ratio(allowed),
    yesNo,
    choice,
    checklist,
    bands: bands(allowed),
    perUnit,
    deduction,
    bonusPenalty,
  }
}

function parts(allowed: Allowed): fc.Arbitrary<readonly RulePart[]> {
  const rule = fc.oneof(...Object.values(plain(allowed)))
  return fc.array(fc.record({ label: fc.constant('Phần'), maxPoints: maximum, rule }), {
    minLength: 1,
    maxLength: 4,
  })
}

/** One arbitrary for each kind the oracle knows. */
export function kinds(allowed: Allowed): { readonly [Kind in KnownRule['kind']]: fc.Arbitrary<KnownRule> } {
  return {
    ...plain(allowed),
    sum: parts(allowed).map((each): SumRule => ({ kind: 'sum', parts: each })),
    bestOf: parts(allowed).map((each): BestOfRule => ({ kind: 'bestOf', cases: each })),
  }
}

export const anyRule = (allowed: Allowed): fc.Arbitrary<KnownRule> =>
  fc.oneof(...Object.values(kinds(allowed)))
