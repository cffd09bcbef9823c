import * as z from 'zod'
import { periodPattern } from '../model/period.ts'

// zod probes `Function('')` for its compiled parsers; the page's CSP forbids that.
z.config({ jitless: true })

export const text = z.string().min(1)

export const id = z
  .string()
  .regex(/^[A-Za-z0-9][A-Za-z0-9._-]*$/, 'id')
  .describe('Mã ổn định: chữ không dấu, số, dấu chấm, gạch nối')

export const isoDate = z
  .string()
  .regex(/^\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$/, { error: 'date', abort: true })
  .refine(isRealDay, 'date')

/**
 * Decimals are text in our files so that no digit is lost on the way ("0.2734", "82").
 * JSON numbers are refused on purpose: 0.1 + 0.2 is where the other tools go wrong.
 */
export const decimal = z
  .string()
  .regex(/^-?(0|[1-9]\d*)(\.\d+)?$/, 'decimal')
  .describe('Số thập phân viết trong ngoặc kép, dấu chấm thập phân: "0.2734"')

/** Which of the two a value must be is the metric's business; see lintSubmission. */
export const dateOrDecimal = z
  .string()
  .regex(/^(-?(0|[1-9]\d*)(\.\d+)?|\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01]))$/, {
    error: 'decimal',
    abort: true,
  })
  .refine(value => !/^\d{4}-/.test(value) || isRealDay(value), 'date')
  .describe('Số thập phân trong ngoặc kép ("0.2734"), hoặc ngày ("2026-03-05") khi số liệu là ngày')

/** 31 February has the form of a date. */
export function isRealDay(value: string): boolean {
  const time = Date.parse(`${value}T00:00:00Z`)
  return !Number.isNaN(time) && new Date(time).toISOString().slice(0, 10) === value
}

export const period = z
  .string()
  .regex(periodPattern, 'period')
  .describe('Năm "2022", quý "2026-Q3", tháng "2026-10" hoặc ngày "2026-10-10"')

export const schemaRef = z.string().optional().describe('Lược đồ JSON của tệp này')

export const natural = z.int().nonnegative()

export const sha256 = z
  .string()
  .regex(/^[0-9a-f]{64}$/, 'sha256')
  .describe('Mã băm SHA-256 của tệp, 64 chữ số thập lục phân')

/** Written as people do, with or without the scheme; another scheme than http(s) could do more than open a page. */
export const webAddress = text
  .refine(value => {
    const scheme = /^([a-z][a-z0-9+.-]*):(?!\d)/i.exec(value.trim())?.[1]
    return scheme === undefined || /^https?$/i.test(scheme)
  }, 'webAddress')
  .describe('Đường dẫn http hoặc https; chỉ hiện và chép, ứng dụng không tải')

/** Whom an agency belongs to, from the centre down. */
export const agencyLevel = z.enum([
  'ministry',
  'province',
  'department',
  'district',
  'commune',
  'organisation',
])

const source = z.strictObject({ documentId: id, place: text.optional(), quote: text.optional() })
export const provenance = z.strictObject({
  certainty: z.enum(['stated', 'inferred', 'illustrative']),
  source: source.nullable(),
  note: text.optional(),
})
