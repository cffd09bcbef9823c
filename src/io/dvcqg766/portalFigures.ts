import type { Decimal } from '../../model/exact.ts'
import type { Bilingual } from '../../model/provenance.ts'

/** Why a value of the portal's JSON is no figure. */
export type Fault = { readonly code: string; readonly message: Bilingual }

/** A figure, nothing (the portal returned none), or why it cannot be read. */
export type Reading =
  | { readonly value: Decimal }
  | { readonly value: null }
  | { readonly value: null; readonly fault: Fault }

const absent: Reading = { value: null }
const refuse = (code: string, vi: string, en: string): Reading => ({
  value: null,
  fault: { code, message: { vi, en } },
})

/** A count: a whole number from 0. */
export function readCount(raw: unknown): Reading {
  const number = readNumber(raw)
  if (number === null) return absent
  if (typeof number === 'object') return number
  if (!Number.isInteger(number) || number < 0)
    return refuse(
      'not-a-count',
      `cần số nguyên không âm, đang là ${commaed(number)}`,
      `needs a whole number from 0, not ${number}`,
    )
  if (!Number.isSafeInteger(number))
    return refuse(
      'too-big',
      'số quá lớn, không đọc chính xác được',
      'the number is too big to be read exactly',
    )
  return { value: String(number) }
}

/** Points, or with `signed` a change of points. */
export function readPoints(raw: unknown, signed = false): Reading {
  const number = readNumber(raw)
  if (number === null) return absent
  if (typeof number === 'object') return number
  const text = toDecimalText(number)
  if (text === null)
    return refuse(
      'too-big',
      'số quá lớn, không đọc chính xác được',
      'the number is too big to be read exactly',
    )
  if (text.startsWith('-') && !signed)
    return refuse(
      'negative-points',
      `điểm không được âm, đang là ${commaed(number)}`,
      `points must not be negative: ${number}`,
    )
  return { value: text }
}

/**
 * The decimal a JSON number was written as, free of what binary fractions add: 11.850000000000001 is
 * 11.85. Decimals of up to 15 digits survive unchanged; what is left below a billionth is such noise.
 * @returns null for a number too big to be exact
 */
export function toDecimalText(number: number): Decimal | null {
  const size = Math.abs(number)
  if (!Number.isFinite(number) || size >= 1e15) return null
  const text = size < 1e-6 ? number.toFixed(9) : number.toPrecision(15)
  const [whole = '', decimals = ''] = text.split('.')
  const kept = decimals.replace(/0+$/, '')
  if (kept === '' && /^-?0$/.test(whole)) return '0'
  return kept === '' ? whole : `${whole}.${kept}`
}

function readNumber(raw: unknown): number | Reading | null {
  if (raw === null || raw === undefined) return null
  if (typeof raw === 'number')
    return Number.isFinite(raw)
      ? raw
      : refuse('not-finite', 'số quá lớn, không đọc được', 'the number is too big to be read')
  if (typeof raw === 'string' && /^\s*-?\d/.test(raw))
    return refuse(
      'number-as-text',
      `cần số viết không có ngoặc kép, đang là chữ “${raw}”; lưu lại tệp từ Cổng, đừng sửa tay`,
      `needs a number without quotes, not the text "${raw}"; save the file from the portal again`,
    )
  return refuse('not-a-number', 'cần một số', 'needs a number')
}

const commaed = (number: number) => String(number).replace('.', ',')
