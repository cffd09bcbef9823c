import { en, vi } from '../lint/report.ts'

/** Why a reviewer's word cannot be taken, said to the reviewer. */
export const refusals = {
  noSuchNode: (id: string) => ({
    vi: `Bộ chỉ số không có tiêu chí “${id}”`,
    en: `The rule set has no criterion "${id}"`,
  }),
  reason: { vi: 'Cần ghi lý do', en: 'A reason is needed' },
  question: { vi: 'Cần ghi nội dung đề nghị giải trình', en: 'Write down what the agency is asked' },
  source: {
    vi: 'Cần ghi văn bản công bố kết quả điều tra',
    en: 'Name the document the survey result stands in',
  },
  nothingToAgree: {
    vi: 'Chưa có điểm để đồng ý: còn thiếu số liệu hoặc điểm tự chấm',
    en: 'There are no points to agree with: figures or a claim are missing',
  },
  notForLevel: (why: { readonly vi: string; readonly en: string }) => ({
    vi: `Tiêu chí này không áp dụng cho đơn vị: ${why.vi}`,
    en: `The criterion is not for this agency: ${why.en}`,
  }),
  noRule: {
    vi: 'Không có quy tắc nào tính ra điểm của tiêu chí này; hãy ghi điểm',
    en: 'No rule gives points here; set the points instead',
  },
  noFigures: {
    vi: 'Điểm của tiêu chí này không tính từ số liệu; hãy ghi điểm',
    en: 'Points here do not follow from figures; set the points instead',
  },
  ofSurvey: {
    vi: 'Điểm này do điều tra xã hội học cho; nhập ở phần kết quả điều tra',
    en: 'A survey gives these points; enter its result with the surveys',
  },
  notOfSurvey: {
    vi: 'Tiêu chí này không lấy điểm từ điều tra xã hội học',
    en: 'No survey gives the points of this criterion',
  },
  pooled: {
    vi: 'Chưa rõ điểm tối đa riêng của tiêu chí này nên không thể coi là không áp dụng',
    en: 'Its own maximum is not known, so it cannot be left out',
  },
  adjustment: {
    vi: 'Điểm thưởng, điểm trừ không có “không áp dụng”; hãy sửa số liệu',
    en: 'A bonus or deduction cannot be left out; correct its figures instead',
  },
  clash: {
    vi: 'Cùng một số liệu được sửa thành hai giá trị khác nhau ở hai tiêu chí',
    en: 'One figure is corrected to two different values at two criteria',
  },
  noCorrections: { vi: 'Chưa có số liệu nào được sửa', en: 'No figure is corrected' },
  twice: { vi: 'Một số liệu được sửa hai lần', en: 'One figure is corrected twice' },
  unknownMetric: (id: string) => ({
    vi: `Bộ chỉ số không có số liệu “${id}”`,
    en: `The rule set has no figure "${id}"`,
  }),
  otherMetric: (name: string) => ({
    vi: `Điểm của tiêu chí này không phụ thuộc “${name}”`,
    en: `The points here do not depend on "${name}"`,
  }),
  notAFigure: (name: string) => ({
    vi: `“${name}” phải là một số hoặc một ngày`,
    en: `"${name}" must be a number or a date`,
  }),
  notANumber: { vi: 'Điểm phải là một số', en: 'Points must be a number' },
  pointsByRule: {
    vi: 'Điểm tính theo quy tắc: chỉ nhận đúng điểm đơn vị đã đề nghị; nếu số liệu sai thì sửa số liệu',
    en: 'Points follow from the rule: only the points the agency claimed can be taken; otherwise correct the figures',
  },
  below: (least: string) => ({
    vi: `Điểm không được nhỏ hơn ${said(vi(least))}`,
    en: `Points must not be below ${said(en(least))}`,
  }),
  above: (most: string) => ({
    vi: `Điểm không được lớn hơn ${said(vi(most))}`,
    en: `Points must not be above ${said(en(most))}`,
  }),
  offStep: (step: string) => ({
    vi: `Điểm phải theo bước ${vi(step)}`,
    en: `Points must be in steps of ${en(step)}`,
  }),
}

/** A minus as it is printed. */
function said(number: string): string {
  return number.replace('-', '−')
}
