import type { SourceDocument } from '../../src/model/provenance.ts'
import type { Criterion, RuleSet } from '../../src/model/ruleSet.ts'
import type { ScoreSheet } from '../../src/model/scoreSheet.ts'
import type { Submission } from '../../src/model/submission.ts'
import { scoreSubmission } from '../../src/scoring/scoreSubmission.ts'
import type { ScoredView } from '../../src/state/useScoredView.ts'
import { aLeaf, aRatioRule, aReportedLeaf, aRuleSet, aSubmission, published, scoredAt } from './builders.ts'

const stated = { certainty: 'stated', source: { documentId: 'doc', place: 'mục 1' } } as const
const inferred = { ...stated, certainty: 'inferred', note: 'Suy ra từ điểm công bố.' } as const

export const documents: readonly SourceDocument[] = [
  {
    id: 'doc',
    kind: 'plan',
    number: '37/KH-STTTT-VP',
    title: 'Kế hoạch duy trì, nâng cao các chỉ số',
    issuer: 'Sở Thông tin và Truyền thông',
    date: '2023-07-11',
    checkedOn: '2026-11-20',
    read: true,
  },
  {
    id: 'unread',
    kind: 'decision',
    number: null,
    title:
      'Quyết định ban hành Bộ chỉ số chỉ đạo, điều hành và đánh giá chất lượng phục vụ người dân, doanh nghiệp trong thực hiện thủ tục hành chính, dịch vụ công theo thời gian thực trên môi trường điện tử',
    issuer: 'Thủ tướng Chính phủ',
    date: null,
    url: 'https://example.org/van-ban/quyet-dinh-rat-dai-khong-co-khoang-trang-nao-de-xuong-dong-trong-dia-chi-nay',
    checkedOn: '2026-11-20',
    read: false,
    note: 'Chưa đọc được bản gốc; dẫn theo văn bản khác.',
  },
]

const longNames = [
  'Tỷ lệ thủ tục hành chính có phát sinh giao dịch thanh toán trực tuyến trên Cổng Dịch vụ công quốc gia trong kỳ đánh giá',
  'Chất lượng cung cấp thông tin, dịch vụ trên Cổng thông tin điện tử của Ủy ban nhân dân tỉnh và các cổng thành phần',
  'Mức độ sử dụng lại thông tin, dữ liệu đã được số hóa của hồ sơ, giấy tờ và kết quả giải quyết thủ tục hành chính',
] as const

const bands: RuleSet['bands'] = [
  { id: 'tot', name: 'Tốt', nameEn: 'Good', fromPercent: '80' },
  { id: 'kha', name: 'Khá', nameEn: 'Fair', fromPercent: '60' },
  { id: 'yeu', name: 'Yếu', nameEn: 'Weak', fromPercent: '0' },
]

const places = (count: number) => ({ places: count, mode: 'halfUp' }) as const

/** Four ratio leaves of 10, 6, 3 and 1 points out of 20, shown with two decimals. */
function aSample(criteria: readonly Criterion[], rest: Partial<RuleSet> = {}): RuleSet {
  return aRuleSet(criteria, {
    scale: '20',
    title: 'Bộ chỉ số thử của phòng trưng bày',
    titleEn: 'Rule set of the gallery',
    itemWord: 'chỉ tiêu',
    itemWordEn: 'indicators',
    pointsPlaces: 2,
    rounding: { ratio: null, leaf: places(2), group: null, total: null },
    bands,
    bandsProvenance: inferred,
    ...rest,
  })
}

const fourLeaves = [
  aLeaf('A', { code: '1.1', name: 'Hồ sơ đúng hạn', nameEn: 'Dossiers on time', maxPoints: '10' }),
  aLeaf('B', {
    code: '1.2',
    name: 'Hồ sơ trực tuyến',
    nameEn: 'Dossiers online',
    maxPoints: '6',
    rule: aRatioRule({ numerator: 'n2', denominator: 'd2', targetPercent: '80', scaling: 'shareOfTarget' }),
  }),
  aLeaf('C', {
    code: '2',
    name: 'Có kênh thanh toán trực tuyến',
    nameEn: 'Online payment available',
    maxPoints: '3',
    rule: { kind: 'yesNo', metric: 'flag' },
  }),
  aLeaf('D', {
    code: '3',
    name: 'Có bản sao điện tử',
    nameEn: 'Electronic copies available',
    maxPoints: '1',
    rule: { kind: 'yesNo', metric: 'flag2' },
  }),
]

const figures = { n: '123456', d: '443565', n2: '38', d2: '97', flag: '0', flag2: '1' }

function aView(ruleSet: RuleSet, submission: Submission): ScoredView {
  return {
    ruleSet,
    submission,
    sheet: scoreSubmission(ruleSet, submission, scoredAt),
    stages: [submission.stage],
    change: null,
    plan: null,
    agency: { id: 'agency', code: null, name: 'UBND xã Liên Sơn Lắk', level: 'commune' },
    documents,
  }
}

const settled = aView(aSample(fourLeaves), aSubmission(figures))

/** What agencies look like, by what is special about them. */
export const views = {
  settled,
  compared: { ...settled, change: { previousPeriod: '2026-09-28', difference: '-0.42' } },
  missing: aView(aSample(fourLeaves), aSubmission({ ...figures, n2: null, flag: null })),
  allMissing: aView(aSample(fourLeaves), aSubmission({})),
  notIncurred: aView(aSample(fourLeaves), aSubmission({ ...figures, n: '0', d: '0' })),
  notApplicable: aView(
    aSample(fourLeaves),
    aSubmission(figures, { notApplicable: [{ criterionId: 'B', reason: 'Không có thẩm quyền' }] }),
  ),
  full: aView(aSample(fourLeaves), aSubmission({ n: '9', d: '9', n2: '9', d2: '9', flag: '1', flag2: '1' })),
  nothing: aView(
    aSample(fourLeaves),
    aSubmission({ n: '0', d: '9', n2: '0', d2: '9', flag: '0', flag2: '0' }),
  ),
  longNames: aView(
    aSample(
      fourLeaves.map((leaf, index) => {
        const { nameEn: _, ...rest } = leaf
        return { ...rest, name: longNames[index] ?? leaf.name }
      }),
    ),
    aSubmission(figures),
  ),
  agrees: aView(aSample(fourLeaves), aSubmission(figures, { published: published({ C: '0', D: '1' }) })),
  differs: aView(
    aSample(fourLeaves),
    aSubmission(figures, { published: published({ A: '2.78', B: '2.5', C: '0' }, '7.2') }),
  ),
  /** 13.5 points, of which 6.5 are only known together; published figures keep their own decimals. */
  pool: aView(
    aSample(
      [
        aReportedLeaf('A', '4', {
          code: 'III.7',
          name: 'Hồ sơ trực tuyến toàn trình',
          nameEn: 'End-to-end online dossiers',
          readings: [{ rule: aRatioRule(), note: 'Tỷ lệ × điểm tối đa. Phụ lục chưa có nguồn.' }],
        }),
        aReportedLeaf('B', '3', {
          code: 'I.2',
          name: 'Trung tâm dữ liệu',
          nameEn: 'Data centre',
          outOfReach: 'Phụ thuộc tiến độ của Bộ.',
        }),
        aReportedLeaf('C', null, { code: 'I.1', name: 'Kiến trúc', nameEn: 'Architecture' }),
        aReportedLeaf('D', null, { code: 'I.3', name: 'Kết nối', nameEn: 'Connection' }),
      ],
      {
        scale: '13.5',
        pointsPlaces: undefined,
        bands: [],
        pools: [
          {
            id: 'pool',
            name: 'Chưa rõ nguyên nhân, trong 2 chỉ tiêu không nêu điểm riêng',
            nameEn: 'Unexplained, among 2 indicators',
            shortName: 'Chưa rõ nguyên nhân',
            shortNameEn: 'Unexplained',
            criterionIds: ['C', 'D'],
            maxPoints: '6.5',
            provenance: inferred,
          },
        ],
      },
    ),
    aSubmission(
      {},
      {
        period: '2022',
        stage: 'published',
        published: {
          ...published({ A: '2.7734', B: '2.5', pool: '6.0004' }, '11.2738'),
          rank: { rank: 39, of: 63, among: 'tỉnh, thành', amongEn: 'provinces' },
          itemsAtMax: 1,
          readings: [
            {
              id: 'namedLosses',
              title: 'Tin các khoản mất có nêu',
              titleEn: 'Trust the losses named',
              text: 'Khi đó tổng điểm phải cao hơn.',
              textEn: 'The total would then be higher.',
            },
            {
              id: 'publishedTotal',
              title: 'Tin tổng điểm công bố',
              titleEn: 'Trust the published total',
              text: 'Khi đó còn một khoản mất không nêu tên.',
              textEn: 'Then one more loss was left unnamed.',
            },
          ],
        },
      },
    ),
  ),
} as const satisfies Readonly<Record<string, ScoredView>>

/** One leaf of each rule kind and outcome, each the first leaf of a sheet of its own. */
export const leaves = {
  ratio: settled,
  ratioOfTarget: sheetOf(
    aLeaf('X', { rule: aRatioRule({ targetPercent: '80', scaling: 'shareOfTarget' }), maxPoints: '6' }),
    { n: '17', d: '38' },
  ),
  fromFloor: sheetOf(
    aLeaf('X', {
      rule: aRatioRule({
        direction: 'lowerIsBetter',
        targetPercent: '5',
        floorPercent: '30',
        scaling: 'fromFloor',
      }),
      maxPoints: '4',
    }),
    { n: '12', d: '97' },
  ),
  roundedRatio: sheetOf(aLeaf('X', { maxPoints: '6', rounding: { ratio: places(2), leaf: places(2) } }), {
    n: '1464',
    d: '1529',
  }),
  yesNo: sheetOf(aLeaf('X', { rule: { kind: 'yesNo', metric: 'flag' }, maxPoints: '2' }), { flag: '1' }),
  sum: sheetOf(
    aLeaf('X', {
      maxPoints: '2',
      rule: {
        kind: 'sum',
        parts: [
          { label: 'Có kế hoạch', maxPoints: '0.5', rule: { kind: 'yesNo', metric: 'flag' } },
          { label: 'Tỷ lệ hoàn thành', maxPoints: '1.5', rule: aRatioRule() },
        ],
      },
    }),
    { flag: '1', n: '7', d: '9' },
  ),
  monitor: sheetOf(
    aLeaf('X', { maxPoints: '0', rule: { kind: 'monitor', numerator: 'n', denominator: 'd' } }),
    { n: '110', d: '1938' },
  ),
  missing: sheetOf(aLeaf('X', { maxPoints: '6' }), { n: null, d: '1529' }),
  notIncurred: sheetOf(aLeaf('X', { maxPoints: '6' }), { n: '0', d: '0' }),
  notApplicable: sheetOf(aLeaf('X', { maxPoints: '6' }), {}, [
    { criterionId: 'X', reason: 'Không có thẩm quyền chứng thực' },
  ]),
  pendingReview: sheetOf(aReportedLeaf('X', '6', { assessedBy: 'review' }), {}),
  longName: sheetOf(
    aLeaf('X', { name: longNames[0], maxPoints: '6', note: longNames[2], provenance: inferred }),
    { n: '1464', d: '1529' },
  ),
  withoutSource: sheetOf(
    aLeaf('X', { maxPoints: '6', provenance: { certainty: 'inferred', source: null } }),
    { n: '9', d: '9' },
  ),
} as const satisfies Readonly<Record<string, ScoredView>>

/** A sheet with one leaf that matters and one full leaf beside it. */
function sheetOf(
  leaf: Criterion,
  values: Readonly<Record<string, string | null>>,
  notApplicable: Submission['notApplicable'] = [],
): ScoredView {
  const filler = aLeaf('Y', { maxPoints: '1', rule: { kind: 'yesNo', metric: 'flag2' } })
  const scale = String(Number(leaf.maxPoints) + 1)
  return aView(aSample([leaf, filler], { scale }), aSubmission({ flag2: '1', ...values }, { notApplicable }))
}

export function firstLeaf(sheet: ScoreSheet) {
  const leaf = sheet.nodes.find(node => node.isLeaf)
  if (!leaf) throw new Error('a sheet without leaves')
  return leaf
}
