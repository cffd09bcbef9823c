import type { CheckCode } from '../../model/checks.ts'
import type { Bilingual } from '../../model/provenance.ts'

/** What is said of a check that found nothing, in the order of the list; null where nothing is worth saying. */
export const passedTexts: Readonly<Record<CheckCode, Bilingual | null>> = {
  'unclear-figure': { vi: 'Không có số nào chưa rõ nghĩa', en: 'No number is in doubt' },
  'unreadable-figure': { vi: 'Mọi số đã nhập đều đọc được', en: 'Every figure entered can be read' },
  'missing-figure': { vi: 'Đủ số liệu phải nhập', en: 'Every figure asked for is there' },
  'numerator-above-denominator': {
    vi: 'Không có tử số lớn hơn mẫu số',
    en: 'No numerator is above its denominator',
  },
  'share-above-100': { vi: 'Không có tỷ lệ nào quá 100%', en: 'No share is above 100%' },
  'part-above-whole': { vi: 'Không có phần nào lớn hơn tổng', en: 'No parts come to more than their whole' },
  'parts-do-not-sum': { vi: 'Các phần cộng lại đủ 100%', en: 'All parts come to 100% together' },
  'zero-numerator': {
    vi: 'Không có tử số nào bằng 0 khi mẫu số khác 0',
    en: 'No numerator is 0 where there is a denominator',
  },
  'tenfold-jump': {
    vi: 'Không có số nào tăng, giảm từ 10 lần trở lên so với kỳ trước',
    en: 'No figure is ten times, or a tenth of, the period before',
  },
  'cumulative-falls': {
    vi: 'Không có số lũy kế nào giảm so với kỳ trước',
    en: 'No figure counted up over the year falls',
  },
  'same-as-last-period': {
    vi: 'Số liệu không lặp lại nguyên kỳ trước',
    en: 'The figures are not those of the period before',
  },
  'previous-not-loaded': null,
  'same-everywhere': {
    vi: 'Không có số nào giống hệt ở mọi đơn vị cùng nhóm',
    en: 'No figure is the same at every agency of the group',
  },
  'claim-above-maximum': {
    vi: 'Điểm tự chấm không vượt điểm tối đa',
    en: 'No claim is above the maximum',
  },
  'claim-above-computed': {
    vi: 'Điểm tự chấm không cao hơn điểm tính từ số liệu',
    en: 'No claim is above what the figures make',
  },
  'missing-evidence': { vi: 'Đủ tài liệu kiểm chứng', en: 'All evidence asked for is there' },
  'evidence-outside-period': {
    vi: 'Ngày của tài liệu kiểm chứng đều hợp với kỳ',
    en: 'All evidence is dated to the period',
  },
  'same-file-twice': {
    vi: 'Không có tệp nào dùng cho hai tài liệu',
    en: 'No file stands for two documents',
  },
  'date-outside-period': { vi: 'Mọi ngày đã nhập đều hợp với kỳ', en: 'All days go with the period' },
  'exempt-without-reason': {
    vi: 'Mọi chỗ không áp dụng đều có lý do',
    en: 'Whatever does not apply has a reason',
  },
  'not-incurred': null,
  'rule-set-changed': {
    vi: 'Bộ chỉ số không đổi từ khi lập bản nháp',
    en: 'The rule set is what it was when the draft was begun',
  },
  'question-unanswered': { vi: 'Mọi câu hỏi đã có trả lời', en: 'Every question has an answer' },
}

/** Codes in the order in which passed checks are listed. */
export const checkOrder: readonly CheckCode[] = Object.keys(passedTexts) as CheckCode[]
