import type * as z from 'zod'
import type { Bilingual } from '../model/provenance.ts'

const kinds: Record<string, Bilingual> = {
  string: { vi: 'chữ trong ngoặc kép', en: 'text in quotes' },
  number: { vi: 'số', en: 'a number' },
  int: { vi: 'số nguyên', en: 'a whole number' },
  boolean: { vi: 'true hoặc false', en: 'true or false' },
  array: { vi: 'danh sách [ … ]', en: 'a list [ … ]' },
  object: { vi: 'khối { … }', en: 'a block { … }' },
  null: { vi: 'null', en: 'null' },
  undefined: { vi: 'trống', en: 'nothing' },
}

/** Formats by the name the schema gives them. */
const formats: Record<string, Bilingual> = {
  decimal: {
    vi: 'cần số thập phân trong ngoặc kép, dấu chấm thập phân, ví dụ "10.1352"',
    en: 'needs a decimal in quotes such as "10.1352"',
  },
  id: {
    vi: 'cần mã không dấu: chữ, số, dấu chấm, gạch nối',
    en: 'needs an id of unaccented letters, digits, dots and hyphens',
  },
  period: {
    vi: 'cần kỳ dạng "2022", "2026-Q3", "2026-10" hoặc "2026-10-10"',
    en: 'needs a period such as "2022", "2026-Q3", "2026-10" or "2026-10-10"',
  },
  date: {
    vi: 'cần ngày dạng năm-tháng-ngày, ví dụ "2026-10-10"',
    en: 'needs a date such as "2026-10-10"',
  },
  monthDay: {
    vi: 'cần ngày trong năm dạng tháng-ngày, ví dụ "11-15"',
    en: 'needs a day of the year such as "11-15"',
  },
  tablePath: {
    vi: 'cần đường dẫn .json trong data/ có chữ {period}',
    en: 'needs a path to .json files inside data/ with {period} in it',
  },
  sha256: {
    vi: 'cần mã băm SHA-256: 64 chữ số thập lục phân viết thường',
    en: 'needs a SHA-256 hash of 64 lowercase hexadecimal digits',
  },
  webAddress: {
    vi: 'cần đường dẫn bắt đầu bằng http:// hoặc https://',
    en: 'needs an address that begins with http:// or https://',
  },
  path: { vi: 'cần đường dẫn tới tệp .json trong data/', en: 'needs a path to a .json file inside data/' },
}

const unnamed = { vi: 'giá trị khác', en: 'another value' }

/** What a zod issue means, in words a clerk can act on; the place is said elsewhere. */
export function describeIssue(issue: z.core.$ZodIssue): Bilingual {
  switch (issue.code) {
    case 'invalid_type': {
      const wanted = kinds[issue.expected] ?? unnamed
      if (issue.message.endsWith('undefined'))
        return { vi: `thiếu; cần ${wanted.vi}`, en: `missing; ${wanted.en} is needed` }
      return { vi: `cần ${wanted.vi}`, en: `${wanted.en} is needed` }
    }
    case 'invalid_value': {
      const values = issue.values.map(value => `“${String(value)}”`).join(', ')
      return { vi: `chỉ nhận ${values}`, en: `must be one of ${values}` }
    }
    case 'invalid_union': {
      const options =
        'options' in issue && Array.isArray(issue.options) ? issue.options.map(String).join(', ') : ''
      return {
        vi: `không nhận ra loại này${options && `; các loại biết được: ${options}`}`,
        en: `this kind is not known${options && `; known kinds: ${options}`}`,
      }
    }
    case 'too_small':
      return { vi: `cần ít nhất ${issue.minimum}`, en: `needs at least ${issue.minimum}` }
    case 'too_big':
      return { vi: `nhiều nhất ${issue.maximum}`, en: `at most ${issue.maximum}` }
    default:
      return formats[issue.message] ?? { vi: 'không đúng dạng', en: 'is not in the expected form' }
  }
}
