import type { CheckArea } from '../../model/ruleSetReport.ts'
import { dictionary } from '../../ui/language.tsx'

/** Words of the checks: what was looked at, what was found, how sure the sources are. */
export const checkWords = dictionary({
  vi: {
    checkTitle: (places: string, errors: number, warnings: number) =>
      errors === 0 && warnings === 0
        ? `${places} điểm kiểm tra: không lỗi, không cảnh báo`
        : `${places} điểm kiểm tra: ${errors === 0 ? 'không lỗi' : `${errors} lỗi`}, ${warnings === 0 ? 'không cảnh báo' : `${warnings} cảnh báo`}`,
    checks: 'Đã kiểm tra',
    checkColumns: { check: 'Kiểm tra', places: 'Số điểm kiểm tra', result: 'Kết quả' },
    checkAreas: {
      ids: 'Mã không trùng, số thứ tự không trùng',
      tree: 'Mục được chấm có cách tính; nhóm không có; điểm tối đa hợp lệ',
      rules: 'Cách tính: ngưỡng đúng chiều, bậc không hở không chồng, số liệu đúng loại',
      references: 'Số liệu nào cũng được dùng; tiêu chí được nhắc tới đều có',
      calendars: 'Lịch ngày làm việc đủ và đúng',
      pools: 'Nhóm có điểm tối đa chung',
      sums: 'Điểm tối đa cộng lại đúng bằng nhóm và thang điểm',
      counts: 'Số mục đúng như văn bản nói',
      grading: 'Mức xếp loại, điều kiện và tỷ lệ khống chế',
      asked: 'Đối tượng áp dụng, tài liệu kiểm chứng, số lũy kế ghi đúng chỗ',
      sources: 'Chỗ nào cũng dẫn văn bản',
      examples: 'Ví dụ tính tay khớp đến chữ số cuối',
    } satisfies Record<CheckArea, string>,
    passed: 'đạt',
    nothingToCheck: 'không có',
    skipped: 'chưa chạy vì còn lỗi',
    errors: (count: number) => `${count} lỗi`,
    warnings: (count: number) => `${count} cảnh báo`,
    error: 'lỗi',
    warning: 'cảnh báo',
    findings: 'Phát hiện',
    sources: 'Mức chắc chắn của các chỗ dẫn nguồn',
    sourceColumns: { sure: 'Mức chắc chắn', places: 'Số chỗ dẫn nguồn', share: 'Tỷ lệ' },
  },
  en: {
    checkTitle: (places: string, errors: number, warnings: number) =>
      `${places} checks made: ${errors === 0 ? 'no errors' : errors === 1 ? '1 error' : `${errors} errors`}, ${warnings === 0 ? 'no warnings' : warnings === 1 ? '1 warning' : `${warnings} warnings`}`,
    checks: 'What was checked',
    checkColumns: { check: 'Check', places: 'Number of checks', result: 'Result' },
    checkAreas: {
      ids: 'Ids and official numbers are given once',
      tree: 'Scored entries have rules; groups have none; maxima are sound',
      rules: 'Rules: thresholds fit their direction, bands leave no gap, figures have the right type',
      references: 'Every figure is used; criteria that are named exist',
      calendars: 'Calendars of working days are complete',
      pools: 'Groups with joint maxima',
      sums: 'Maxima add up to their group and to the scale',
      counts: 'As many items as the source says',
      grading: 'Grades, conditions and quotas',
      asked: 'Whom criteria are for, required evidence and running totals stand where they belong',
      sources: 'Every place cites a document',
      examples: 'Worked examples come out to the last digit',
    },
    passed: 'passed',
    nothingToCheck: 'none',
    skipped: 'not run while there are errors',
    errors: (count: number) => (count === 1 ? '1 error' : `${count} errors`),
    warnings: (count: number) => (count === 1 ? '1 warning' : `${count} warnings`),
    error: 'error',
    warning: 'warning',
    findings: 'Findings',
    sources: 'How sure the cited places are',
    sourceColumns: { sure: 'How sure', places: 'Places cited', share: 'Share' },
  },
})
