import type { Decoded } from '../model/problem.ts'
import type { Bilingual } from '../model/provenance.ts'

/** Marks that may stand between two fields, as the Excels of different countries write them. */
const delimiters = [';', ',', '\t'] as const

export type Delimiter = (typeof delimiters)[number]

export type CsvTable = {
  readonly delimiter: Delimiter
  /** Records in file order; a field may hold line breaks. Empty lines are records without text. */
  readonly records: readonly (readonly string[])[]
}

/**
 * Reads delimited text as Excel writes it: UTF-8 with or without a mark, or UTF-16 ("Unicode text").
 * @param knows how many of these fields are titles the reader knows; decides which mark separates
 */
export function readCsv(
  bytes: Uint8Array,
  file: string,
  knows: (fields: readonly string[]) => number,
): Decoded<CsvTable> {
  const text = decodeText(bytes)
  if (text === null) return refuse(file, 'not-utf-8', notUtf8)
  const [best] = delimiters
    .map(delimiter => ({ delimiter, ...splitText(text, delimiter) }))
    .map(read => ({ ...read, known: Math.max(0, ...read.records.slice(0, 20).map(knows)) }))
    .toSorted((a, b) => b.known - a.known)
  if (!best) return { ok: true, value: { delimiter: ';', records: [] } }
  if (best.openQuote !== null)
    return refuse(
      file,
      'open-quote',
      {
        vi: 'ô mở ngoặc kép ở dòng này không có ngoặc kép đóng',
        en: 'a field that begins with a quote on this line never ends with one',
      },
      `A${best.openQuote}`,
    )
  return { ok: true, value: { delimiter: best.delimiter, records: best.records } }
}

export const notUtf8: Bilingual = {
  vi: 'tệp CSV không ở dạng UTF-8; trong Excel chọn lưu dạng “CSV UTF-8”',
  en: 'the CSV file is not UTF-8; in Excel save it as "CSV UTF-8"',
}

function refuse(file: string, code: string, message: Bilingual, path = ''): Decoded<never> {
  return { ok: false, problems: [{ file, path, code, severity: 'error', message }] }
}

/** Text of a file as Excel writes it, letters in one piece; null where it is neither UTF-8 nor UTF-16. */
export function decodeText(bytes: Uint8Array): string | null {
  const encoding =
    bytes[0] === 0xff && bytes[1] === 0xfe
      ? 'utf-16le'
      : bytes[0] === 0xfe && bytes[1] === 0xff
        ? 'utf-16be'
        : 'utf-8'
  try {
    const text = new TextDecoder(encoding, { fatal: true }).decode(bytes).normalize('NFC')
    // Bytes of a picture or a zip may be valid text by chance; a table never holds this sign.
    return text.includes('\u0000') ? null : text
  } catch {
    return null
  }
}

type Split = {
  readonly records: readonly (readonly string[])[]
  /** Record, from 1, that opens a quote which never closes. */
  readonly openQuote: number | null
}

/** Takes delimited text apart; a quote that never closes swallows the rest and is said. */
export function splitText(text: string, delimiter: Delimiter): Split {
  const records: string[][] = []
  let record: string[] = []
  let field = ''
  let quotedSince: number | null = null
  const endField = () => {
    record.push(field)
    field = ''
  }
  const endRecord = () => {
    endField()
    records.push(record)
    record = []
  }
  for (let at = 0; at < text.length; at++) {
    const sign = text.charAt(at)
    if (quotedSince !== null) {
      if (sign !== '"') field += sign
      else if (text.charAt(at + 1) === '"') {
        field += '"'
        at++
      } else quotedSince = null
    } else if (sign === '"' && field === '') quotedSince = records.length + 1
    else if (sign === delimiter) endField()
    else if (sign === '\n') endRecord()
    else if (sign === '\r') {
      if (text.charAt(at + 1) !== '\n') endRecord()
    } else field += sign
  }
  if (field !== '' || record.length > 0) endRecord()
  return { records, openQuote: quotedSince }
}
