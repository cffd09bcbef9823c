import type { Bilingual } from '../../model/provenance.ts'
import { decimalOfNumber, type SheetCell, shownDate } from '../sheetCell.ts'
import { bad, type CellReading, type Codec, good, type Names, textCodec, textOf } from './codecs.ts'
import { fold } from './fold.ts'
import type { Json } from './json.ts'
import { readNumber } from './readNumber.ts'

/** Excel keeps no more digits of a number; a longer one, or one with zeros at its end, is written as text. */
function writeDecimal(value: Json): string | number {
  const text = String(value)
  const number = Number(text)
  return decimalOfNumber(number) === text ? number : text.replace('.', ',')
}

/** A whole number or fraction; never a percentage. */
function decimalCodec(expected: Bilingual): Codec {
  return {
    expected,
    read: (cell, names) => {
      if (cell.kind === 'number' && cell.isPercent)
        return bad('became-percent', {
          vi: `${expected.vi}; ô này định dạng phần trăm – đổi sang định dạng số`,
          en: `${expected.en}; this cell is formatted as a percentage – format it as a number`,
        })
      return readDecimal(cell, names, expected)
    },
    write: writeDecimal,
  }
}

function readDecimal(cell: SheetCell, names: Names, expected: Bilingual): CellReading {
  if (cell.kind === 'number') {
    const decimal = decimalOfNumber(cell.value)
    return decimal === null ? bad('not-a-number', expected) : good(decimal)
  }
  if (cell.kind !== 'text') return bad('not-a-number', expected)
  const number = readNumber(cell.text, names.doubtsComma)
  if (number.kind === 'decimal') return good(number.decimal)
  return number.kind === 'none' ? bad('not-a-number', expected) : ambiguous(number.readings)
}

function ambiguous([first, second]: readonly [string, string]): CellReading {
  return bad('ambiguous-number', {
    vi: `số chỉ đọc được một cách: có thể là ${first}, có thể là ${second} – ghi lại một trong hai`,
    en: `a number with one reading: it may be ${first} or ${second} – write one of these`,
  })
}

export const numberCodec = decimalCodec({ vi: 'số, ví dụ 2 hoặc 2,5', en: 'a number such as 2 or 2,5' })

export const pointsCodec = decimalCodec({
  vi: 'số điểm, ví dụ 2 hoặc 2,5',
  en: 'a number of points such as 2 or 2,5',
})

const unstated = { vi: 'không nêu', words: ['không nêu', 'chưa rõ'] } as const

/** Points, or the words for "no document states them". */
export const maximumCodec: Codec = {
  ...pointsCodec,
  expected: {
    vi: 'số điểm, ví dụ 2 hoặc 2,5; không văn bản nào nêu thì ghi “không nêu”',
    en: 'a number of points such as 2 or 2,5; “không nêu” where no document states it',
  },
  read: (cell, names) => {
    const text = cell.kind === 'text' ? fold(cell.text) : null
    if (unstated.words.some(word => fold(word) === text)) return good(null)
    const reading = pointsCodec.read(cell, names)
    return reading.ok || reading.code !== 'not-a-number' ? reading : bad(reading.code, maximumCodec.expected)
  },
  write: value => (value === null ? unstated.vi : writeDecimal(value)),
}

const percentExpected: Bilingual = {
  vi: 'phần trăm, ví dụ 80 hoặc 82,5 (từ 0 đến 100)',
  en: 'a percentage such as 80 or 82,5 (from 0 to 100)',
}

/** A percentage from 0 to 100: 80, "80%", or 0.8 in a cell that shows 80%. */
export const percentCodec: Codec = {
  expected: percentExpected,
  read: (cell, names) => {
    const isMarked =
      (cell.kind === 'number' && cell.isPercent) || (cell.kind === 'text' && /%\s*$/.test(cell.text))
    const reading = readDecimal(withoutPercent(cell), names, percentExpected)
    if (!reading.ok) return reading
    const percent = Number(reading.value)
    if (percent < 0 || percent > 100) return bad('percent-outside', percentExpected)
    const mayBeShare = !isMarked && percent > 0 && percent < 1
    return good(
      reading.value,
      mayBeShare
        ? {
            vi: `đọc là ${String(reading.value).replace('.', ',')}%; nếu muốn nói ${Number((percent * 100).toPrecision(15))}% thì ghi ${Number((percent * 100).toPrecision(15))}`,
            en: `read as ${String(reading.value)}%; write ${Number((percent * 100).toPrecision(15))} if ${Number((percent * 100).toPrecision(15))}% is meant`,
          }
        : undefined,
    )
  },
  write: writeDecimal,
}

function withoutPercent(cell: SheetCell): SheetCell {
  if (cell.kind === 'number' && cell.isPercent) return { ...cell, value: cell.value * 100 }
  return cell.kind === 'text' ? { ...cell, text: cell.text.replace(/%\s*$/, '') } : cell
}

/** A weight, which may be any number. */
export const weightCodec: Codec = {
  ...percentCodec,
  expected: { vi: 'số hoặc phần trăm, ví dụ 30', en: 'a number or percentage such as 30' },
  read: (cell, names) => readDecimal(withoutPercent(cell), names, weightCodec.expected),
}

/** A whole number that is not below 0, as a number of the JSON file. */
export const naturalCodec: Codec = {
  expected: { vi: 'số nguyên không âm, ví dụ 2', en: 'a whole number such as 2' },
  read: (cell, names) => {
    const reading = numberCodec.read(cell, names)
    return reading.ok && /^\d{1,9}$/.test(String(reading.value))
      ? good(Number(reading.value))
      : bad('not-a-count', naturalCodec.expected)
  },
  write: value => Number(value),
}

const dateExpected: Bilingual = { vi: 'ngày, ví dụ 31/12/2026', en: 'a date such as 31/12/2026' }
const dayFirst = /^(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})$/
const yearFirst = /^(\d{4})-(\d{2})-(\d{2})$/

export const dateCodec: Codec = {
  ...textCodec(dateExpected, text => {
    const date = dateOf(text)
    return date === null ? bad('not-a-date', dateExpected) : good(date)
  }),
  read: (cell, _) => {
    if (cell.kind === 'date') return good(cell.date)
    const date = cell.kind === 'text' ? dateOf(cell.text.trim()) : null
    return date === null ? bad('not-a-date', dateExpected) : good(date)
  },
  write: value => shownDate(String(value)),
}

function dateOf(text: string): string | null {
  const [, day = '', month = '', year = ''] = dayFirst.exec(text) ?? []
  const date = year === '' ? text : `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`
  if (!yearFirst.test(date)) return null
  const time = Date.parse(`${date}T00:00:00Z`)
  // 31 February has the form of a date.
  return !Number.isNaN(time) && new Date(time).toISOString().slice(0, 10) === date ? date : null
}

const missing = 'thiếu'
const notApplicable = 'không áp dụng'

/** What an example was given: a number, a day, or nothing. */
export const exampleValueCodec: Codec = {
  expected: {
    vi: 'số, ngày hoặc “thiếu”',
    en: 'a number, a date or “thiếu” (missing)',
  },
  read: (cell, names) => {
    if (cell.kind === 'date') return good(cell.date)
    const text = textOf(cell)
    if (text !== null && fold(text) === fold(missing)) return good(null)
    const date = cell.kind === 'text' ? dateOf(cell.text.trim()) : null
    return date === null ? readDecimal(cell, names, exampleValueCodec.expected) : good(date)
  },
  write: value => {
    if (value === null) return missing
    return yearFirst.test(String(value)) ? shownDate(String(value)) : writeDecimal(value)
  },
}

/** What an example must come to. */
export const exampleResultCodec: Codec = {
  expected: {
    vi: 'số điểm, “thiếu” hoặc “không áp dụng”',
    en: 'points, “thiếu” (missing) or “không áp dụng” (not applicable)',
  },
  read: (cell, names) => {
    const text = cell.kind === 'text' ? fold(cell.text) : null
    if (text === fold(missing)) return good('missing')
    if (text === fold(notApplicable)) return good('notApplicable')
    return readDecimal(cell, names, exampleResultCodec.expected)
  },
  write: value =>
    value === 'missing' ? missing : value === 'notApplicable' ? notApplicable : writeDecimal(value),
}
