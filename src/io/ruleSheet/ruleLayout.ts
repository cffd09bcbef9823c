import type { Metric } from '../../model/ruleSet.ts'
import type { Rule } from '../../model/rules.ts'
import {
  type Codec,
  criterionCodec,
  freeText,
  idCodec,
  listCodec,
  metricCodec,
  trueCodec,
  wordCodec,
} from './codecs.ts'
import { fromCodec, toCodec } from './compoundCodecs.ts'
import {
  dateCodec,
  naturalCodec,
  numberCodec,
  percentCodec,
  pointsCodec,
  weightCodec,
} from './numberCodecs.ts'
import type { ItemField, KindLayout, RuleField, RuleList } from './ruleField.ts'
import {
  aboveMaximumWords,
  directionWords,
  policyWords,
  scalingWords,
  tieWords,
  type WordList,
} from './words.ts'

const direction = wordCodec(directionWords)
const policy = wordCodec(policyWords)

const metric = (valueType: Metric['valueType'], path = 'metric'): RuleField => ({
  at: 'metric',
  path,
  codec: metricCodec(valueType),
})
const numerator: RuleField = { at: 'numerator', path: 'numerator', codec: metricCodec('count') }
const denominator: RuleField = { at: 'denominator', path: 'denominator', codec: metricCodec('count') }
const facing: RuleField = { at: 'direction', path: 'direction', codec: direction, unless: 'higherIsBetter' }
const whenOpen = (path: string): RuleField => ({ at: 'whenOpen', path, codec: policy, unless: 'missing' })
const other = (name: string, path: string, codec: Codec, isOptional?: true): RuleField => ({
  at: { other: name },
  path,
  codec,
  isOptional,
})

const itemMetric = (valueType: Metric['valueType'], path = 'metric'): ItemField => ({
  at: 'metric',
  path,
  codec: metricCodec(valueType),
})
const points: ItemField = { at: 'points', path: 'points', codec: pointsCodec }
const label: ItemField = { at: 'label', path: 'label', codec: freeText }
const labelEn: ItemField = { at: 'labelEn', path: 'labelEn', codec: freeText, isOptional: true }

const bandFields: readonly ItemField[] = [
  { at: 'from', path: '', codec: fromCodec, isOptional: true },
  { at: 'to', path: '', codec: toCodec, isOptional: true },
  points,
]
const bandList: RuleList = { path: 'bands', word: 'bậc', fields: bandFields }
const otherwise: RuleField = { at: 'otherwise', path: 'otherwise', codec: pointsCodec, isOptional: true }

/** How each kind of rule is called and which cells say it. */
export const kindLayouts: { readonly [Kind in Rule['kind']]: KindLayout } = {
  ratio: {
    word: 'tỷ lệ',
    about: 'tử số ÷ mẫu số so với mục tiêu',
    fields: [
      numerator,
      denominator,
      { at: 'target', path: 'targetPercent', codec: percentCodec },
      { at: 'floor', path: 'floorPercent', codec: percentCodec, isOptional: true },
      facing,
      { at: 'scaling', path: 'scaling', codec: wordCodec(scalingWords) },
      { at: 'whenZero', path: 'whenDenominatorZero', codec: policy, unless: 'missing' },
      { at: 'whenMissing', path: 'whenMissing', codec: policy, unless: 'missing' },
      other('hoặc mẫu số (lấy số lớn hơn)', 'orDenominator', metricCodec('count'), true),
      other('mẫu số thay thế', 'fallbackDenominator.metric', metricCodec('count'), true),
      other('chia khi kỳ là năm', 'fallbackDenominator.divideBy.year', numberCodec, true),
      other('chia khi kỳ là quý', 'fallbackDenominator.divideBy.quarter', numberCodec, true),
      other('chia khi kỳ là tháng', 'fallbackDenominator.divideBy.month', numberCodec, true),
      other('chia khi kỳ là ngày', 'fallbackDenominator.divideBy.date', numberCodec, true),
      other('lấy phần bù (100% trừ tỷ lệ)', 'complement', trueCodec, true),
      other('nhân với tỷ lệ của tiêu chí', 'coefficient', criterionCodec, true),
    ],
    lists: [
      {
        path: 'otherShares',
        word: 'cộng tỷ lệ',
        isOptional: true,
        fields: [
          itemMetric('count', 'numerator'),
          { at: 'denominator', path: 'denominator', codec: metricCodec('count') },
        ],
      },
    ],
  },
  yesNo: {
    word: 'có/không',
    about: 'có thì được điểm tối đa, không thì 0 điểm',
    fields: [metric('flag')],
    lists: [],
  },
  choice: {
    word: 'chọn một mức',
    about: 'đúng một trong các mức, mỗi mức một số điểm',
    fields: [metric('option')],
    lists: [
      {
        path: 'options',
        word: 'mức chọn',
        fields: [label, labelEn, { at: 'value', path: 'value', codec: numberCodec }, points],
      },
    ],
  },
  checklist: {
    word: 'cộng các nội dung đạt',
    about: 'mỗi nội dung có/không, đạt nội dung nào được điểm nội dung ấy',
    fields: [],
    lists: [{ path: 'items', word: 'nội dung', fields: [itemMetric('flag'), points] }],
  },
  bands: {
    word: 'theo bậc',
    about: 'điểm theo bậc của một số liệu, hoặc của tỷ lệ % tử số ÷ mẫu số',
    hasMeasure: true,
    fields: [otherwise],
    lists: [bandList],
  },
  perUnit: {
    word: 'điểm mỗi đơn vị',
    about: 'mỗi đơn vị được từng ấy điểm, cao nhất bằng “Cao nhất” (trống: điểm tối đa)',
    fields: [
      metric('count'),
      { at: 'perUnit', path: 'pointsPerUnit', codec: pointsCodec },
      { at: 'most', path: 'cap', codec: pointsCodec, isOptional: true },
    ],
    lists: [],
  },
  deduction: {
    word: 'trừ điểm',
    about:
      'từ điểm tối đa, mỗi lần vi phạm trừ điểm hoặc trừ % điểm tối đa, không dưới “Thấp nhất” (trống: 0)',
    fields: [{ at: 'least', path: 'floor', codec: pointsCodec, isOptional: true }],
    lists: [
      {
        path: 'items',
        word: 'trừ',
        fields: [
          itemMetric('count'),
          { ...points, path: 'each.points', isOptional: true, group: 'each' },
          { at: 'percent', path: 'each.percentOfMax', codec: percentCodec, isOptional: true, group: 'each' },
        ],
      },
    ],
  },
  bonusPenalty: {
    word: 'cộng trừ điểm',
    about: 'điểm gốc cộng, trừ theo từng lần, giữa “Thấp nhất” và “Cao nhất”',
    fields: [
      { at: 'base', path: 'base', codec: pointsCodec, isOptional: true },
      { at: 'least', path: 'least', codec: pointsCodec },
      { at: 'most', path: 'most', codec: pointsCodec },
    ],
    lists: [
      {
        path: 'items',
        word: 'cộng',
        fixed: { field: 'effect', value: 'bonus' },
        fields: [itemMetric('count'), points],
      },
      {
        path: 'items',
        word: 'trừ',
        fixed: { field: 'effect', value: 'penalty' },
        fields: [itemMetric('count'), points],
      },
    ],
  },
  lateness: {
    word: 'số ngày trễ',
    about: 'điểm theo bậc của số ngày làm việc trễ; “Số liệu” là ngày hoàn thành',
    fields: [
      metric('date', 'done'),
      { ...other('tính từ ngày', 'since.date', dateCodec, true), group: 'since' },
      { ...other('tính từ số liệu', 'since.metric', metricCodec('date'), true), group: 'since' },
      other('số ngày cho phép', 'allowedDays', naturalCodec),
      other('lịch', 'calendar', idCodec),
      otherwise,
    ],
    lists: [bandList],
  },
  surveyMean: {
    word: 'điểm bình quân khảo sát',
    about: 'điểm bình quân (hoặc điểm một chỉ số khác) so với thang của nó',
    fields: [
      metric('number'),
      { at: 'scaleFrom', path: 'scaleFrom', codec: numberCodec },
      { at: 'scaleTo', path: 'scaleTo', codec: numberCodec },
    ],
    lists: [],
  },
  surveyOptions: {
    word: 'phương án khảo sát',
    about: 'số người chọn từng phương án, mỗi phương án đáng bao nhiêu %',
    fields: [whenOpen('whenNoAnswers')],
    lists: [
      {
        path: 'options',
        word: 'phương án',
        fields: [itemMetric('count'), { at: 'percent', path: 'weightPercent', codec: percentCodec }],
      },
    ],
  },
  weightedMean: {
    word: 'bình quân gia quyền',
    about: 'bình quân có trọng số của các số liệu cùng thang 0 – “Thang đến”',
    fields: [{ at: 'scaleTo', path: 'scaleTo', codec: numberCodec }],
    lists: [
      {
        path: 'terms',
        word: 'số hạng',
        fields: [itemMetric('number'), { at: 'percent', path: 'weight', codec: weightCodec }],
      },
    ],
  },
  everyOccurrence: {
    word: 'lần nào cũng đúng hạn',
    about: 'tỷ lệ đầu việc đúng hạn mọi lần; “Số liệu” của dòng là các lần, cách nhau bằng dấu chấm phẩy',
    fields: [],
    lists: [
      {
        path: 'items',
        word: 'đầu việc',
        fields: [label, labelEn, { at: 'metric', path: 'metrics', codec: listCodec(metricCodec('flag')) }],
      },
    ],
  },
  growth: {
    word: 'tăng trưởng',
    about: 'điểm theo bậc của % tăng so với kỳ trước',
    fields: [metric('number'), whenOpen('whenPreviousZero'), otherwise],
    lists: [bandList],
  },
  formula: {
    word: 'công thức',
    about:
      'công thức trên các biến; dòng “biến” đặt tên cho số liệu, dòng “công thức” nêu điều kiện và biểu thức',
    fields: [
      whenOpen('whenUndefined'),
      other('khi vượt điểm tối đa', 'aboveMaximum', wordCodec(aboveMaximumWords)),
    ],
    lists: [
      {
        path: 'variables',
        word: 'biến',
        fields: [{ ...label, path: 'name' }, itemMetric('number')],
      },
      {
        path: 'cases',
        word: 'công thức',
        fields: [
          { ...label, isOptional: true },
          labelEn,
          { at: 'when', path: 'when', codec: freeText, isOptional: true },
          { at: 'expression', path: 'expression', codec: freeText },
        ],
      },
    ],
  },
  sum: {
    word: 'tổng các phần',
    about: 'cộng các phần ở trang “Các phần”, mỗi phần có điểm tối đa và cách tính riêng',
    fields: [],
    lists: [],
    parts: 'parts',
  },
  bestOf: {
    word: 'phần cao nhất',
    about: 'lấy phần được nhiều điểm nhất trong các phần ở trang “Các phần”',
    fields: [],
    lists: [],
    parts: 'cases',
  },
  shareOfBest: {
    word: 'so với đơn vị cao nhất',
    about: 'giá trị ÷ giá trị cao nhất trong các đơn vị × điểm tối đa',
    hasMeasure: true,
    fields: [whenOpen('whenAllZero')],
    lists: [],
  },
  leader: {
    word: 'nội suy đến đơn vị dẫn đầu',
    about: 'đến mục tiêu được “% tại mốc”, vượt mục tiêu nội suy đến đơn vị dẫn đầu',
    hasMeasure: true,
    fields: [
      { at: 'target', path: 'target', codec: { ...weightCodec, expected: numberCodec.expected } },
      { at: 'markPercent', path: 'percentAtTarget', codec: percentCodec },
    ],
    lists: [],
  },
  minMax: {
    word: 'giữa thấp nhất và cao nhất',
    about: 'vị trí giữa đơn vị kém nhất và tốt nhất; kém nhất được “% tại mốc”',
    hasMeasure: true,
    fields: [
      facing,
      { at: 'markPercent', path: 'percentAtWorst', codec: percentCodec },
      whenOpen('whenAllEqual'),
    ],
    lists: [],
  },
  rank: {
    word: 'theo thứ hạng',
    about: 'điểm theo hạng: “điểm theo hạng: đường thẳng”, hoặc các dòng bậc của hạng',
    hasMeasure: true,
    fields: [
      facing,
      other('đồng hạng', 'ties', wordCodec(tieWords)),
      other('điểm theo hạng', 'points', wordCodec({ linear: ['đường thẳng'] } satisfies WordList), true),
      { ...otherwise, path: 'points.otherwise' },
    ],
    lists: [{ ...bandList, path: 'points.bands' }],
  },
  reported: { word: 'lấy điểm công bố', about: 'lấy đúng điểm đã công bố', fields: [], lists: [] },
  monitor: {
    word: 'chỉ theo dõi',
    about: 'chỉ nêu tỷ lệ, không chấm điểm',
    fields: [numerator, denominator],
    lists: [],
  },
}

/** A measure in its three columns. */
export const measureFields = {
  value: metric('number', 'measure.metric'),
  percent: [
    { ...numerator, path: 'measure.numerator' },
    { ...denominator, path: 'measure.denominator' },
    { at: 'whenZero', path: 'measure.whenDenominatorZero', codec: policy, unless: 'missing' },
  ],
} as const satisfies { readonly value: RuleField; readonly percent: readonly RuleField[] }

/** What a kind is called in the column for it. */
export const kindWords: WordList = Object.fromEntries(
  Object.entries(kindLayouts).map(([kind, { word }]) => [kind, [word]]),
)
