import type { AbsentShare, Unsplit } from '../../../model/attribution.ts'
import { dictionary } from '../../../ui/language.tsx'

type Reasons = Record<Unsplit['reason'], string>

const reasonsVi: Reasons = {
  noLoss: 'đạt điểm tối đa',
  open: 'thiếu số liệu hoặc chờ chấm',
  notApplicable: 'không áp dụng',
  pooled: 'điểm chỉ biết chung với tiêu chí khác',
  decided: 'điểm do bước thẩm định quyết định, khác điểm tính từ số liệu',
  ruleKind: 'cách tính điểm không phải một tỷ lệ cộng được từ các đơn vị',
  noShare: 'không có tỷ lệ (mẫu số bằng 0 hoặc thiếu số liệu)',
  coefficient: 'tỷ lệ còn nhân với hệ số',
  otherShares: 'điểm tính từ nhiều tỷ lệ cùng lúc',
  fallbackDenominator: 'dùng mẫu số thay thế',
  notAdditive: 'số liệu của các đơn vị không cộng được thành số liệu chung',
  noShortfall: 'đã đạt mục tiêu, chỉ mất điểm do làm tròn',
  repeating: 'các đơn vị ghi lại số liệu chung của toàn tỉnh, không phải số của mình',
  exceedsWhole: 'các đơn vị cộng lại lớn hơn số liệu chung, tức có phần đếm trùng',
}

const reasonsEn: Reasons = {
  noLoss: 'full points',
  open: 'figures missing or waiting for review',
  notApplicable: 'not applicable',
  pooled: 'points known only together with other criteria',
  decided: 'points decided in review, other than the figures give',
  ruleKind: 'the rule is not one share that adds up from agencies',
  noShare: 'no share (zero denominator or figures missing)',
  coefficient: 'the share is multiplied by a coefficient',
  otherShares: 'scored by several shares at once',
  fallbackDenominator: 'a substitute denominator was used',
  notAdditive: 'agencies’ figures do not add up to the common one',
  noShortfall: 'target reached, points lost to rounding only',
  repeating: 'agencies repeat the whole’s figures, which are not their own',
  exceedsWhole: 'agencies make more together than the whole has: something is counted twice',
}

const absentVi: Record<AbsentShare['because'], string> = {
  missing: 'thiếu số liệu',
  withheld: 'chưa công bố số liệu',
  notApplicable: 'không áp dụng',
  exempt: 'được miễn tiêu chí',
}

const absentEn: Record<AbsentShare['because'], string> = {
  missing: 'figures missing',
  withheld: 'figures withheld',
  notApplicable: 'not applicable',
  exempt: 'exempt from the criterion',
}

/** "1 agency", "12 agencies". */
const agencies = (count: string) => (count === '1' ? '1 agency' : `${count} agencies`)
const criteria = (count: string) => (count === '1' ? '1 criterion' : `${count} criteria`)

export const contributionWords = dictionary({
  vi: {
    title: 'Đóng góp vào điểm mất',
    scope: (whole: string) => `của ${whole}`,
    loading: 'Đang tách điểm mất theo đơn vị…',
    failed: 'Chưa tách được điểm mất theo đơn vị.',
    retry: 'Thử lại',
    noParent:
      'Các đơn vị của nhóm này không có chung một cơ quan cấp trên, nên không có điểm mất nào để tách.',
    nobody: 'Kỳ này chưa đơn vị nào nộp số liệu để cộng.',
    nothing: 'Không tiêu chí nào mất điểm mà tách được theo đơn vị.',
    criterion: 'Tiêu chí',
    all: (count: string, lost: string) => `Cả ${count} tiêu chí tách được (mất ${lost})`,
    option: (name: string, lost: string) => `${name} (mất ${lost})`,
    notThis: (name: string, why: string, shown: string) =>
      `${name} không tách được theo đơn vị: ${why}. Đang xem ${shown}.`,
    // Sentence
    province: 'Toàn tỉnh',
    city: 'Toàn thành phố',
    // Rows
    agency: 'Đơn vị',
    shortfallHead: {
      higherIsBetter: (unit: string) => `Còn cách mục tiêu (${unit})`,
      lowerIsBetter: (unit: string) => `Quá mục tiêu (${unit})`,
    },
    points: 'Điểm',
    percentHead: '% mất',
    // Never "thiếu", which says everywhere else that a figure is missing.
    short: {
      higherIsBetter: (count: string) => `còn cách mục tiêu ${count}`,
      lowerIsBetter: (count: string) => `${count} quá mục tiêu`,
    },
    past: {
      higherIsBetter: (count: string) => `vượt mục tiêu ${count}`,
      lowerIsBetter: (count: string) => `${count} dưới mục tiêu`,
    },
    even: 'đúng mục tiêu',
    others: (count: string) => `${count} đơn vị còn lại`,
    total: 'Tổng, đúng bằng điểm mất',
    knownPart: (count: string) => `${count} đơn vị có số liệu`,
    restWins: 'bù lại',
    showAll: (count: string) => `Xem hết ${count} đơn vị`,
    showLess: 'Thu gọn',
    // Notes
    gathered: (count: string) => `Suy ra: cộng từ ${count} đơn vị đã nộp; cấp trên không nộp số liệu riêng.`,
    submitted: (whole: string, stage: string) => `Số liệu chung của ${whole}: ${stage}.`,
    illustrative: 'Số liệu minh họa.',
    everyGroup: (count: string) => `Tính cả ${count} đơn vị thuộc mọi nhóm so sánh, không chỉ nhóm đang xem.`,
    everyGroupPart: (count: string, of: string) =>
      `Tổng của tiêu chí này gồm ${count} trong ${of} đơn vị thuộc mọi nhóm so sánh, không chỉ nhóm đang xem.`,
    loaded: (count: string, of: string) => `Đã nạp ${count}/${of} đơn vị, thuộc mọi nhóm so sánh.`,
    silent: (count: string, names: string) => `${count} đơn vị chưa nộp, không tính vào: ${names}.`,
    offsets: 'Dấu +: đạt hơn mục tiêu, bù bớt phần mất của đơn vị khác.',
    inferredLegend: 'điểm mất, suy ra',
    lostLegend: 'điểm mất',
    offsetLegend: 'bù lại',
    restLegend: 'chưa phân bổ',
    absentTitle: (count: string) => `${count} đơn vị không nằm trong tổng`,
    absent: absentVi,
    absentFigures: (figures: string) => ` (${figures})`,
    unsplitTitle: (count: string) => `${count} tiêu chí không tách được theo đơn vị`,
    unsplitLost: (lost: string) => `mất ${lost}`,
    ofWhole: (lost: string, notSplit: string) =>
      `Mất tất cả ${lost} điểm, trong đó ${notSplit} điểm không tách được.`,
    repeated: (count: string) => `${count} đơn vị`,
    reasons: reasonsVi,
    tableLabel: 'Đóng góp của từng đơn vị',
    tableName: 'Đóng góp',
    source: 'Nguồn',
  },
  en: {
    title: 'Share in the lost points',
    scope: (whole: string) => `of ${whole}`,
    loading: 'Splitting the lost points…',
    failed: 'The lost points could not be split.',
    retry: 'Try again',
    noParent: 'The agencies of this group have no one agency above them, so there is no loss to split.',
    nobody: 'No agency has sent figures for this period that could be summed.',
    nothing: 'No criterion lost points that can be split over agencies.',
    criterion: 'Criterion',
    all: (count: string, lost: string) => `All ${count} criteria that can be split (${lost} lost)`,
    option: (name: string, lost: string) => `${name} (${lost} lost)`,
    notThis: (name: string, why: string, shown: string) =>
      `${name} cannot be split over agencies: ${why}. Showing ${shown}.`,
    province: 'The province',
    city: 'The city',
    agency: 'Agency',
    shortfallHead: {
      higherIsBetter: (unit: string) => `Short of the target (${unit})`,
      lowerIsBetter: (unit: string) => `Over the target (${unit})`,
    },
    points: 'Points',
    percentHead: '% of loss',
    short: {
      higherIsBetter: (count: string) => `${count} short of the target`,
      lowerIsBetter: (count: string) => `${count} over the target`,
    },
    past: {
      higherIsBetter: (count: string) => `${count} past the target`,
      lowerIsBetter: (count: string) => `${count} under the target`,
    },
    even: 'on target',
    others: (count: string) => (count === '1' ? '1 other agency' : `${count} other agencies`),
    total: 'Total, exactly the loss',
    knownPart: (count: string) => `${agencies(count)} with figures`,
    restWins: 'wins back',
    showAll: (count: string) => `Show all ${count} agencies`,
    showLess: 'Show fewer',
    gathered: (count: string) =>
      `Deduced: summed over ${agencies(count)}; the agency above reported none of its own.`,
    submitted: (whole: string, stage: string) => `Common figures of ${whole}: ${stage}.`,
    illustrative: 'Illustrative figures.',
    everyGroup: (count: string) =>
      `All ${count} agencies of every comparison group take part, not only the group shown.`,
    everyGroupPart: (count: string, of: string) =>
      `The sum of this criterion is of ${count} of ${of} agencies of every comparison group, not only the group shown.`,
    loaded: (count: string, of: string) => `${count} of ${of} agencies loaded, of every comparison group.`,
    silent: (count: string, names: string) => `${agencies(count)} sent nothing, taking no part: ${names}.`,
    offsets: 'A plus sign: past the target, offsetting what others lack.',
    inferredLegend: 'lost, deduced',
    lostLegend: 'lost',
    offsetLegend: 'offset',
    restLegend: 'not explained',
    absentTitle: (count: string) => `${agencies(count)} not in the sum`,
    absent: absentEn,
    absentFigures: (figures: string) => ` (${figures})`,
    unsplitTitle: (count: string) => `${criteria(count)} that cannot be split over agencies`,
    unsplitLost: (lost: string) => `${lost} lost`,
    ofWhole: (lost: string, notSplit: string) =>
      `${lost} points lost in all, of which ${notSplit} cannot be split.`,
    repeated: agencies,
    reasons: reasonsEn,
    tableLabel: 'Share of each agency',
    tableName: 'Shares',
    source: 'Source',
  },
})

export type ContributionWords = typeof contributionWords.vi
