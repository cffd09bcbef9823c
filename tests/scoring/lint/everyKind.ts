import type {
  Adjustment,
  Calendar,
  Criterion,
  Metric,
  RuleSet,
  WorkedExample,
} from '../../../src/model/ruleSet.ts'
import type { PlainRule, Rule } from '../../../src/model/rules.ts'
import { aBand, aCriterion, aGroup, aRatioRule, aRuleSet, stated } from '../builders.ts'

/** The second quarter of 2026: two holidays on working days, a Saturday worked instead of one. */
export const quarter: Calendar = {
  id: 'lich',
  name: 'Lịch quý 2 năm 2026',
  from: '2026-04-01',
  to: '2026-06-30',
  holidays: [
    { date: '2026-04-30', name: 'Ngày Chiến thắng' },
    { date: '2026-05-01', name: 'Quốc tế Lao động' },
  ],
  workedDays: ['2026-05-09'],
  provenance: stated,
}

/** One sound rule of each plain kind, each worth 2 points. */
export const plainRules: { readonly [Kind in PlainRule['kind']]: Extract<PlainRule, { kind: Kind }> } = {
  ratio: aRatioRule({
    orDenominator: 'paper',
    fallbackDenominator: { metric: 'lastYear', divideBy: { year: '1', quarter: '4' } },
  }),
  yesNo: { kind: 'yesNo', metric: 'connected' },
  choice: {
    kind: 'choice',
    metric: 'level',
    options: [
      { value: '1', label: 'Đủ', points: '2' },
      { value: '2', label: 'Chưa đủ', points: '1' },
      { value: '3', label: 'Không', points: '0' },
    ],
  },
  checklist: {
    kind: 'checklist',
    items: [
      { metric: 'plan', points: '0.5' },
      { metric: 'report', points: '1.5' },
    ],
  },
  bands: {
    kind: 'bands',
    measure: { of: 'value', metric: 'meetings' },
    bands: [
      { from: '4', points: '2' },
      { from: '2', to: '4', points: '1' },
      { to: '2', points: '0' },
    ],
  },
  perUnit: { kind: 'perUnit', metric: 'apps', pointsPerUnit: '0.5', cap: '2' },
  deduction: {
    kind: 'deduction',
    items: [
      { metric: 'warnings', each: { points: '0.5' } },
      { metric: 'breaches', each: { percentOfMax: '25' } },
    ],
  },
  bonusPenalty: {
    kind: 'bonusPenalty',
    base: '1',
    items: [
      { metric: 'praise', effect: 'bonus', points: '0.5' },
      { metric: 'blame', effect: 'penalty', points: '0.5' },
    ],
    least: '-1',
    most: '2',
  },
  lateness: {
    kind: 'lateness',
    since: { metric: 'due' },
    done: 'sent',
    allowedDays: 2,
    calendar: 'lich',
    bands: [
      { to: '0', toInclusive: true, points: '2' },
      { from: '1', to: '5', toInclusive: true, points: '1' },
    ],
    otherwise: '0',
  },
  surveyMean: { kind: 'surveyMean', metric: 'mean', scaleFrom: '1', scaleTo: '5' },
  surveyOptions: {
    kind: 'surveyOptions',
    options: [
      { metric: 'good', weightPercent: '100' },
      { metric: 'bad', weightPercent: '0' },
    ],
    whenNoAnswers: 'missing',
  },
  weightedMean: {
    kind: 'weightedMean',
    terms: [
      { metric: 'common', weight: '30' },
      { metric: 'result', weight: '70' },
    ],
    scaleTo: '100',
  },
  everyOccurrence: {
    kind: 'everyOccurrence',
    items: [{ label: 'Báo cáo tháng', metrics: ['january', 'february'] }],
  },
  growth: {
    kind: 'growth',
    metric: 'firms',
    whenPreviousZero: 'full',
    bands: [
      { from: '10', points: '2' },
      { from: '0', to: '10', points: '1' },
      { to: '0', points: '0' },
    ],
  },
  formula: {
    kind: 'formula',
    variables: [
      { name: 'done', metric: 'done' },
      { name: 'all', metric: 'all' },
    ],
    cases: [{ when: 'done >= all', expression: '2' }, { expression: 'done / all * 2' }],
    aboveMaximum: 'refuse',
    whenUndefined: 'zero',
  },
}

const cohortRules: readonly Rule[] = [
  { kind: 'shareOfBest', measure: { of: 'value', metric: 'speed' }, whenAllZero: 'zero' },
  { kind: 'leader', measure: { of: 'value', metric: 'speed' }, target: '10', percentAtTarget: '50' },
  {
    kind: 'minMax',
    measure: { of: 'percent', numerator: 'done', denominator: 'all', whenDenominatorZero: 'zero' },
    direction: 'higherIsBetter',
    percentAtWorst: '10',
    whenAllEqual: 'full',
  },
  {
    kind: 'rank',
    measure: { of: 'value', metric: 'speed' },
    direction: 'higherIsBetter',
    ties: 'competition',
    points: {
      bands: [
        { from: '1', to: '3', toInclusive: true, points: '2' },
        { from: '4', points: '0' },
      ],
    },
  },
]

const leaf = (id: string, rule: Rule): Criterion => aCriterion({ id, maxPoints: '2', rule })

/** A flag that forces the lowest band. */
const disciplined: Metric = { id: 'disciplined', name: 'Bị kỷ luật', unit: 'có/không', valueType: 'flag' }

const bonus: Adjustment = {
  id: 'thuong',
  name: 'Điểm thưởng',
  effect: 'bonus',
  ceiling: '2',
  rule: { kind: 'perUnit', metric: 'ideas', pointsPerUnit: '1' },
  provenance: stated,
}

/** done 27 of 30: 27/30 × 2 = 1.8 at the ratio, by the formula as well. */
const example: WorkedExample = {
  id: 'vi-du',
  name: 'Ví dụ',
  period: '2026-Q2',
  values: [
    { metricId: 'done', value: '27' },
    { metricId: 'all', value: '30' },
    { metricId: 'paper', value: '0' },
    { metricId: 'speed', value: '10' },
    { metricId: 'firms', value: '110' },
    { metricId: 'level', value: null },
    { metricId: 'due', value: '2026-04-28' },
    { metricId: 'sent', value: '2026-05-05' },
  ],
  previous: [{ metricId: 'firms', value: '100' }],
  peers: [
    [
      { metricId: 'speed', value: '20' },
      { metricId: 'done', value: '30' },
      { metricId: 'all', value: '30' },
    ],
  ],
  expect: [
    { nodeId: 'ratio', points: '1.8' },
    { nodeId: 'formula', points: '1.8' },
    { nodeId: 'growth', points: '2' }, // (110 − 100) ÷ 100 = 10%
    { nodeId: 'shareOfBest', points: '1' }, // 10 ÷ 20 × 2
    { nodeId: 'lateness', points: '1' }, // 29 April, 4 and 5 May: 3 working days, 2 allowed, 1 late
    { nodeId: 'choice', points: 'missing' },
    { nodeId: 'total', points: 'missing' },
  ],
  provenance: stated,
}

/** A sound rule set with every rule kind and every part a rule set can have. */
export function everyKind(parts: Partial<RuleSet> = {}): RuleSet {
  const criteria = [
    aGroup(
      'plain',
      Object.entries(plainRules).map(([kind, rule]) => leaf(kind, rule)),
    ),
    aGroup(
      'cohort',
      cohortRules.map(rule => leaf(rule.kind, rule)),
    ),
    aGroup('other', [
      leaf('sum', {
        kind: 'sum',
        parts: [
          { label: 'Phần một', maxPoints: '0.5', rule: plainRules.yesNo },
          { label: 'Phần hai', maxPoints: '1.5', rule: aRatioRule({ coefficient: 'ratio' }) },
        ],
      }),
      leaf('bestOf', {
        kind: 'bestOf',
        cases: [
          { label: 'Cách một', maxPoints: '2', rule: plainRules.yesNo },
          { label: 'Cách hai', maxPoints: '1', rule: aRatioRule() },
        ],
      }),
      {
        ...leaf('reported', { kind: 'reported' }),
        judgedStep: '0.25',
        appliesTo: ['department', 'commune'],
        requiredEvidence: [
          { id: 'bao-cao', title: 'Báo cáo tự kiểm tra', titleEn: 'Report', provenance: stated },
          { id: 'danh-sach', title: 'Danh sách hồ sơ', provenance: stated },
        ],
      },
      aCriterion({
        id: 'monitor',
        maxPoints: '0',
        rule: { kind: 'monitor', numerator: 'done', denominator: 'all' },
      }),
    ]),
    aGroup('survey', [
      leaf('asked', { kind: 'surveyMean', metric: 'asked', scaleFrom: '0', scaleTo: '100' }),
    ]),
  ]
  const plain = aRuleSet({ criteria, adjustments: [bonus] })
  const continuous = ['mean', 'common', 'result', 'asked', 'speed']
  return {
    ...plain,
    metrics: [
      ...plain.metrics.map(metric =>
        continuous.includes(metric.id)
          ? { ...metric, valueType: 'number' as const }
          : metric.id === 'firms'
            ? { ...metric, isCumulative: true as const }
            : metric,
      ),
      disciplined,
    ],
    bands: [aBand('tot', '80'), aBand('kha', '50'), aBand('yeu', '0')],
    bandsProvenance: stated,
    grading: {
      overrides: [{ metric: 'disciplined', bandId: 'yeu', provenance: stated }],
      quotas: [
        {
          bandId: 'tot',
          maxPercent: '20',
          ofBandIds: ['tot', 'kha'],
          toBandId: 'kha',
          atTie: 'allFall',
          provenance: stated,
        },
      ],
    },
    rescaling: { criterionIds: ['survey'], to: '46', provenance: stated },
    calendars: [quarter],
    declaredCounts: [
      { depth: 0, count: 4 },
      { depth: 1, count: 23 }, // 15 + 4 + 3 that score + 1
    ],
    examples: [example],
    ...parts,
  }
}
