import type { Criterion, RuleSet } from '../../src/model/ruleSet.ts'
import type { PlainRule, Rule } from '../../src/model/rules.ts'
import type { MetricValue, Submission } from '../../src/model/submission.ts'
import type { BulkColumn, BulkTable } from '../../src/scoring/bulk/table.ts'
import {
  aBand,
  aCriterion,
  aGroup,
  aRuleSet,
  aSubmission,
  roundingAt,
  stated,
  toPlaces,
} from '../scoring/builders.ts'

/** How many of the hundred leaves are of each kind: ratios lead, as in real rule sets. */
export const mix = {
  share: 16,
  shareOfTarget: 14,
  fromFloor: 6,
  roundedShare: 4,
  yesNo: 9,
  choice: 7,
  checklist: 5,
  valueBands: 8,
  percentBands: 7,
  perUnit: 6,
  deduction: 4,
  bonusPenalty: 2,
  surveyMean: 3,
  sum: 2,
  growth: 2,
  lateness: 1,
  formula: 2,
  shareOfBest: 1,
  rank: 1,
} as const

export type BenchKind = keyof typeof mix

export const calendar = {
  id: 'lich',
  name: 'Lịch thử',
  from: '2026-01-01',
  to: '2026-12-31',
  holidays: [
    { date: '2026-04-30', name: 'Ngày nghỉ thử' },
    { date: '2026-05-01', name: 'Ngày nghỉ thử' },
  ],
  workedDays: [],
  provenance: stated,
}

/** Thresholds of counts and percentages, and the points of the four bands they make. */
export const bandEdges = {
  value: ['50', '200', '600'],
  percent: ['50', '70', '90'],
  growth: ['-10', '0', '10'],
  days: ['1', '3', '6'],
}
export const bandPoints = ['0', '0.5', '1', '2'] as const

const bandsOf = (edges: readonly string[], points: readonly string[]) => [
  { to: edges[0] ?? '', points: points[0] ?? '0' },
  ...edges.map((from, index) => {
    const to = edges[index + 1]
    return { from, ...(to === undefined ? {} : { to }), points: points[index + 1] ?? '0' }
  }),
]

function ruleOf(kind: BenchKind, id: string): Rule {
  const [first, second] = [`${id}-1`, `${id}-2`]
  const ratio = (parts: object): PlainRule => ({
    kind: 'ratio',
    numerator: first,
    denominator: second,
    direction: 'higherIsBetter',
    targetPercent: '100',
    scaling: 'share',
    whenDenominatorZero: 'zero',
    whenMissing: 'missing',
    ...parts,
  })
  const percent = {
    of: 'percent',
    numerator: first,
    denominator: second,
    whenDenominatorZero: 'zero',
  } as const
  switch (kind) {
    case 'share':
    case 'roundedShare':
      return ratio({})
    case 'shareOfTarget':
      return ratio({ targetPercent: '80', scaling: 'shareOfTarget' })
    case 'fromFloor':
      return ratio({ targetPercent: '90', floorPercent: '30', scaling: 'fromFloor' })
    case 'yesNo':
      return { kind: 'yesNo', metric: `${first}-flag` }
    case 'choice':
      return {
        kind: 'choice',
        metric: `${first}-option`,
        options: ['0', '0.5', '1.25', '2'].map((points, index) => ({
          value: String(index + 1),
          label: `mức ${index + 1}`,
          points,
        })),
      }
    case 'checklist':
      return {
        kind: 'checklist',
        items: ['0.5', '0.5', '1'].map((points, index) => ({ metric: `${id}-${index + 1}-flag`, points })),
      }
    case 'valueBands':
      return {
        kind: 'bands',
        measure: { of: 'value', metric: first },
        bands: bandsOf(bandEdges.value, bandPoints),
      }
    case 'percentBands':
      return { kind: 'bands', measure: percent, bands: bandsOf(bandEdges.percent, bandPoints) }
    case 'perUnit':
      return { kind: 'perUnit', metric: first, pointsPerUnit: '0.01' }
    case 'deduction':
      return { kind: 'deduction', items: [{ metric: first, each: { points: '0.005' } }] }
    case 'bonusPenalty':
      return {
        kind: 'bonusPenalty',
        items: [
          { metric: first, effect: 'bonus', points: '0.005' },
          { metric: second, effect: 'penalty', points: '0.002' },
        ],
        least: '-1',
        most: '2',
      }
    case 'surveyMean':
      return { kind: 'surveyMean', metric: `${first}-percent`, scaleFrom: '0', scaleTo: '100' }
    case 'sum':
      return {
        kind: 'sum',
        parts: [
          { label: 'vận hành', maxPoints: '0.5', rule: { kind: 'yesNo', metric: `${id}-3-flag` } },
          { label: 'kết nối', maxPoints: '1.5', rule: ratio({}) },
        ],
      }
    case 'growth':
      return {
        kind: 'growth',
        metric: first,
        whenPreviousZero: 'zero',
        bands: bandsOf(bandEdges.growth, bandPoints),
      }
    case 'lateness':
      return {
        kind: 'lateness',
        since: { date: '2026-03-05' },
        done: `${first}-date`,
        allowedDays: 5,
        calendar: 'lich',
        bands: bandsOf(bandEdges.days, ['2', '1', '0.5', '0']),
      }
    case 'formula':
      return {
        kind: 'formula',
        variables: [
          { name: 'a', metric: first },
          { name: 'b', metric: second },
        ],
        cases: [{ expression: 'if(a >= b, 2, (a * 2 + 10) / (b + 10))' }],
        aboveMaximum: 'cap',
        whenUndefined: 'zero',
      }
    case 'shareOfBest':
      return { kind: 'shareOfBest', measure: { of: 'value', metric: first }, whenAllZero: 'zero' }
    case 'rank':
      return {
        kind: 'rank',
        measure: { of: 'value', metric: first },
        direction: 'higherIsBetter',
        ties: 'competition',
        points: 'linear',
      }
  }
}

/** A hundred leaves of two points each in ten groups, every leaf rounded half up to two decimals. */
export function benchRuleSet(): RuleSet {
  const leaves = (Object.keys(mix) as BenchKind[]).flatMap(kind =>
    Array.from({ length: mix[kind] }, (_, index): Criterion => {
      const id = `${kind}${index}`
      const rounded = kind === 'roundedShare' ? { rounding: { ratio: toPlaces(2) } } : {}
      return aCriterion({ id, maxPoints: '2', rule: ruleOf(kind, id), ...rounded })
    }),
  )
  const groups = Array.from({ length: 10 }, (_, index) =>
    aGroup(`nhom${index}`, leaves.slice(index * 10, index * 10 + 10)),
  )
  return aRuleSet({
    criteria: groups,
    rounding: roundingAt({ leaf: toPlaces(2) }),
    calendars: [calendar],
    bands: [aBand('xuat-sac', '90'), aBand('tot', '70'), aBand('kha', '50'), aBand('yeu', '0')],
  })
}

/** The same numbers on every run. */
export function randomNumbers(seed: number): () => number {
  let state = seed
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
    return state / 2 ** 32
  }
}

const firstDay = 20_517 // 5 March 2026

/** Agencies × periods with made-up figures, two in a hundred missing. Illustrative. */
export function benchTable(ruleSet: RuleSet, agencies: number, periods: number): BulkTable {
  const rows = agencies * periods
  const next = randomNumbers(766)
  const columns = new Map(
    ruleSet.metrics.map(({ id, valueType }): [string, BulkColumn] => {
      const values = new Float64Array(rows)
      const states = new Uint8Array(rows)
      const isDenominator = id.endsWith('-2')
      for (let row = 0; row < rows; row += 1) {
        values[row] =
          valueType === 'flag'
            ? Math.round(next())
            : valueType === 'option'
              ? 1 + Math.floor(next() * 4)
              : valueType === 'date'
                ? firstDay + Math.floor(next() * 20)
                : id.endsWith('-percent')
                  ? Math.floor(next() * 10_001)
                  : isDenominator
                    ? 200 + Math.floor(next() * 400_000)
                    : Math.floor(next() * 1000)
        if (next() < 0.02) {
          values[row] = Number.NaN
          states[row] = 1
        }
      }
      return [id, { values, states, places: id.endsWith('-percent') ? 2 : 0, long: new Map() }]
    }),
  )
  return {
    rows,
    agencyIds: Array.from({ length: rows }, (_, row) => `don-vi-${row % agencies}`),
    periods: Array.from({ length: rows }, (_, row) => String(2017 + Math.floor(row / agencies))),
    previousRow: Int32Array.from({ length: rows }, (_, row) => (row < agencies ? -1 : row - agencies)),
    cohort: Int32Array.from({ length: rows }, (_, row) => Math.floor(row / agencies)),
    columns,
    published: new Map(),
    exempt: new Map(),
    decided: new Map(),
  }
}

/** One row of the table as a submission, for the explaining path. */
export function benchSubmission(ruleSet: RuleSet, table: BulkTable, row: number): Submission {
  return aSubmission({
    agencyId: table.agencyIds[row] ?? '',
    period: table.periods[row] ?? '',
    values: ruleSet.metrics.map(({ id, valueType }): MetricValue => {
      const column = table.columns.get(id)
      const value = column?.values[row] ?? Number.NaN
      if (Number.isNaN(value)) return { metricId: id, state: 'missing' }
      const text =
        valueType === 'date'
          ? new Date(value * 86_400_000).toISOString().slice(0, 10)
          : column?.places === 2
            ? (value / 100).toFixed(2)
            : String(value)
      return { metricId: id, state: 'entered', value: text }
    }),
  })
}
