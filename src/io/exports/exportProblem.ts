import type { Decoded } from '../../model/problem.ts'
import type { Bilingual } from '../../model/provenance.ts'
import { exportTooLarge } from './exportLimits.ts'

/** Why a file cannot be held against the page. */
export const exportProblems = {
  'no-origin': {
    vi: 'không thấy phần ghi nguồn của ParBoard trong tệp: tệp không do trang này tạo ra, hoặc phần đó đã bị xoá',
    en: 'nothing in the file says that ParBoard made it: another program did, or that part was removed',
  },
  'broken-origin': {
    vi: 'phần ghi nguồn của ParBoard trong tệp bị cắt hoặc bị sửa nên không biết tệp thuộc bảng nào; tải lại tệp từ trang',
    en: 'what ParBoard wrote into the file about its origin is cut or changed, so nobody knows which table it is; download it again',
  },
  'too-large': exportTooLarge,
  'open-quote': {
    vi: 'tệp CSV bị cắt dở: có ô mở ngoặc kép mà không đóng; tải lại tệp',
    en: 'the CSV file is cut off: a field begins with a quote and never ends; download it again',
  },
} as const satisfies Record<string, Bilingual>

export function refuseExport(file: string, code: keyof typeof exportProblems): Decoded<never> {
  return {
    ok: false,
    problems: [{ file, path: '', code, severity: 'error', message: exportProblems[code] }],
  }
}
