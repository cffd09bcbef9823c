import type { AssessmentAddress } from '../../src/features/self-assessment/assessmentProps.ts'
import type { Draft } from '../../src/model/draft.ts'
import type { RuleSet } from '../../src/model/ruleSet.ts'
import type { GalleryCase } from './cases.tsx'
import { aDraft, longSet, paymentSet, SelfAssessmentSample, surveySet } from './selfAssessmentSample.tsx'

const filled = {
  'thanh-cong': '1464',
  'nghia-vu': '1529',
  'giao-dich': '17',
  'co-phi': '38',
  'phat-sinh': '9',
  'ky-so': '91,5',
  'quy-che': '1',
  'danh-muc': '1',
  'lich-tiep-dan': '0',
  'muc-do': '2',
  'bao-cao': '2',
  'sang-kien': '1',
}

function screenCase(
  id: string,
  title: string,
  start: Draft,
  opening: AssessmentAddress = {},
  ruleSet: RuleSet = paymentSet,
): GalleryCase {
  return {
    id: `self-assessment-${id}`,
    part: 'screens',
    title: `Tự chấm: ${title}`,
    draw: () => <SelfAssessmentSample start={start} opening={opening} ruleSet={ruleSet} />,
  }
}

export const selfAssessmentCases: readonly GalleryCase[] = [
  screenCase('empty', 'bản nháp trống', aDraft(paymentSet)),
  screenCase('filled', 'đủ số liệu', aDraft(paymentSet, filled)),
  screenCase(
    'doubts',
    'số chưa rõ, số sai, trạng thái khác',
    aDraft(paymentSet, { ...filled, 'ky-so': '1.464', 'bao-cao': 'hai' }),
    { area: 'V' },
  ),
  screenCase(
    'stated',
    'không phát sinh, không áp dụng, chưa có số liệu',
    aDraft(
      paymentSet,
      { ...filled, 'thanh-cong': '0', 'nghia-vu': '0' },
      {
        fields: new Map([
          ['giao-dich', { state: 'missing', note: 'Chưa đối chiếu với Cổng' }],
          ['co-phi', { state: 'notApplicable', note: 'Xã không có thủ tục thu phí' }],
        ]),
        exempt: new Map([['co-ho-so', 'Xã không có thủ tục thu phí, lệ phí']]),
      },
    ),
  ),
  screenCase(
    'above',
    'tử số lớn hơn mẫu số, tự chấm khác điểm tính',
    aDraft(
      paymentSet,
      { ...filled, 'thanh-cong': '1600' },
      { claims: new Map([['thu-tuc', { text: '1', reason: 'Theo biên bản đối chiếu' }]]) },
    ),
  ),
  screenCase('surveys', 'chỉ do điều tra chấm', aDraft(surveySet), {}, surveySet),
  screenCase('long', 'tên dài, số bảy chữ số', aDraft(longSet, { n: '1234567', d: '7654321' }), {}, longSet),
  screenCase(
    'claim',
    'điểm tự chấm, điều tra',
    aDraft(paymentSet, filled, { claims: new Map([['tu-cham', { text: '2,5', reason: 'Theo kế hoạch' }]]) }),
    { area: 'VI' },
  ),
  screenCase('bonus', 'điểm thưởng, điểm trừ', aDraft(paymentSet, filled), { area: 'adjustments' }),
  screenCase('receipt', 'phiếu tính điểm cạnh biểu', aDraft(paymentSet, filled), { criterion: 'tra-phi' }),
]
