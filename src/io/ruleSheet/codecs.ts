import type { Bilingual } from '../../model/provenance.ts'
import type { Metric } from '../../model/ruleSet.ts'
import { decimalOfNumber, type SheetCell } from '../sheetCell.ts'
import type { Json } from './json.ts'
import { firstWords, flagWords, valueOfWord, type WordList, wordOf } from './words.ts'

/** What names in cells stand for, with the little a reader must know of the file. */
export type Names = {
  /** Id of a metric by its id or name; null when the text is neither and no new one may be made. */
  readonly metric: (text: string, valueType: Metric['valueType']) => string | null
  /** Id of a criterion by its id or number. */
  readonly criterion: (text: string) => string | null
  /** Id of a document by its id or official number; null when the registry is known and lacks it. */
  readonly document: (text: string) => string | null
  /** Fields are separated by commas: "1,464" may mean 1464. */
  readonly doubtsComma: boolean
}

export type CellReading =
  | { readonly ok: true; readonly value: Json; readonly caution?: Bilingual | undefined }
  | { readonly ok: false; readonly code: string; readonly expected: Bilingual }

/** How one kind of value stands in a cell. */
export type Codec = {
  readonly expected: Bilingual
  readonly read: (cell: SheetCell, names: Names) => CellReading
  /** Text or number that reads back as the same value. */
  readonly write: (value: Json) => string | number
  /** Words that may be chosen. */
  readonly choices?: readonly string[] | undefined
  /** The cell takes text as it is typed. */
  readonly isText?: boolean | undefined
  /** Names a metric, which can be chosen from their list. */
  readonly isMetric?: boolean | undefined
  /** This codec writes several fields of the block it stands in. */
  readonly spreads?: readonly string[] | undefined
}

export const good = (value: Json, caution?: Bilingual): CellReading => ({ ok: true, value, caution })

export const bad = (code: string, expected: Bilingual): CellReading => ({ ok: false, code, expected })

/** What a text column takes from a cell; null where Excel has turned what was typed into something else. */
export function textOf(cell: SheetCell): string | null {
  if (cell.kind === 'text') return cell.text.trim()
  return cell.kind === 'number' && !cell.isPercent ? decimalOfNumber(cell.value) : null
}

export function textCodec(
  expected: Bilingual,
  read: (text: string, names: Names) => CellReading,
  write: (value: Json) => string = String,
  extras: Partial<Codec> = {},
): Codec {
  return {
    expected,
    read: (cell, names) => {
      const text = textOf(cell)
      if (text !== null) return read(text, names)
      return cell.kind === 'date'
        ? bad('became-date', {
            vi: `chữ; Excel đã đổi thành ngày – định dạng ô là Text rồi gõ lại`,
            en: 'text; Excel turned it into a date – format the cell as Text and type it again',
          })
        : bad('not-text', expected)
    },
    write,
    isText: true,
    ...extras,
  }
}

export const freeText = textCodec(
  { vi: 'nội dung gõ vào ô ở định dạng Text', en: 'text typed into a cell formatted as Text' },
  text => good(text),
)

/** Whether a text could be an id. */
export function isId(text: string): boolean {
  return /^[A-Za-z0-9][A-Za-z0-9._-]*$/.test(text)
}

const idExpected: Bilingual = {
  vi: 'mã không dấu: chữ, số, dấu chấm, gạch nối, không có khoảng trắng',
  en: 'an id of unaccented letters, digits, dots and hyphens, without spaces',
}

export const idCodec = textCodec(idExpected, text => (isId(text) ? good(text) : bad('not-an-id', idExpected)))

export const metricCodec = (valueType: Metric['valueType']): Codec => {
  const expected = {
    vi: 'mã (hoặc đúng tên) một số liệu ở trang “Số liệu”',
    en: 'the id (or exact name) of a metric on sheet “Số liệu”',
  }
  return textCodec(
    expected,
    (text, names) => {
      const id = names.metric(text, valueType)
      return id === null ? bad('unknown-metric', expected) : good(id)
    },
    String,
    { isMetric: true },
  )
}

const criterionExpected: Bilingual = {
  vi: 'mã hoặc STT một tiêu chí ở trang “Tiêu chí”',
  en: 'the id or number of a criterion on sheet “Tiêu chí”',
}

export const criterionCodec = textCodec(criterionExpected, (text, names) => {
  const id = names.criterion(text)
  return id === null ? bad('unknown-criterion', criterionExpected) : good(id)
})

const documentExpected: Bilingual = {
  vi: 'mã hoặc số hiệu một văn bản có trong danh mục văn bản',
  en: 'the id or official number of a registered document',
}

export const documentCodec = textCodec(documentExpected, (text, names) => {
  const id = names.document(text)
  return id === null ? bad('unknown-document', documentExpected) : good(id)
})

/** One of a few fixed words. */
export function wordCodec(words: WordList): Codec {
  const choices = firstWords(words)
  const expected = {
    vi: `một trong: ${choices.map(word => `“${word}”`).join(', ')}`,
    en: `one of ${choices.map(word => `“${word}”`).join(', ')}`,
  }
  return textCodec(
    expected,
    text => {
      const value = valueOfWord(words, text)
      return value === null ? bad('unknown-word', expected) : good(value)
    },
    // Where points by rank stand in bands there is no word for them.
    value => (typeof value === 'string' ? wordOf(words, value) : ''),
    { choices },
  )
}

/** A field that is either true or not there. */
export const trueCodec: Codec = {
  ...wordCodec(flagWords),
  read: (cell, names) => {
    if (cell.kind === 'truth' && cell.value) return good(true)
    const reading = wordCodec(flagWords).read(cell, names)
    return reading.ok ? good(true) : reading
  },
  write: () => wordOf(flagWords, 'true'),
}

/** Ids or words, one behind the other. */
export function listCodec(item: Codec): Codec {
  const expected = {
    vi: `${item.expected.vi}; nhiều mục thì cách nhau bằng dấu chấm phẩy`,
    en: `${item.expected.en}; several are separated by semicolons`,
  }
  return textCodec(
    expected,
    (text, names) => {
      const values: Json[] = []
      for (const part of text.split(/[;\n]/).map(each => each.trim())) {
        if (part === '') continue
        const reading = item.read({ kind: 'text', text: part }, names)
        if (!reading.ok)
          return bad(reading.code, {
            vi: `${expected.vi} (sai ở “${part}”)`,
            en: `${expected.en} (wrong at “${part}”)`,
          })
        values.push(reading.value)
      }
      return good(values)
    },
    value => (Array.isArray(value) ? value.map(item.write).join('; ') : ''),
    { isMetric: item.isMetric },
  )
}

/** Texts, one a line; texts that hold line breaks themselves stand as a JSON list. */
export const linesCodec = textCodec(
  { vi: 'chữ; nhiều mục thì mỗi mục một dòng trong ô', en: 'text; several stand on lines of their own' },
  text => {
    if (text.startsWith('["')) {
      const list = parseJson(text)
      if (Array.isArray(list)) return good(list.map(String))
    }
    return good(
      text
        .split('\n')
        .map(line => line.trim())
        .filter(line => line !== ''),
    )
  },
  value => {
    const lines = Array.isArray(value) ? value.map(String) : []
    const isPlain = lines.every(
      line => !line.includes('\n') && line === line.trim() && !line.startsWith('["'),
    )
    return isPlain ? lines.join('\n') : JSON.stringify(lines)
  },
)

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
