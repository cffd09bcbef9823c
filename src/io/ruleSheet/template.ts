import type { Decoded } from '../../model/problem.ts'
import type { Provenance } from '../../model/provenance.ts'
import type { Criterion, Metric } from '../../model/ruleSet.ts'
import { shownText } from '../sheetCell.ts'
import { type WrittenCell, type WrittenSheet, writeWorkbook } from '../xlsx.ts'
import { assembleRuleSet } from './assembleRuleSet.ts'
import { bookSheets } from './bookSheets.ts'
import { newReader } from './decodeRuleSheet.ts'
import { emptyBook, writeCriteria } from './encodeRuleSheet.ts'
import { layouts } from './layout.ts'
import { nameSheets, openCsv } from './openSheets.ts'
import { type Row, readTable } from './readTable.ts'
import { filled, type RowCells, writeFields } from './writeRule.ts'

const made: Provenance = {
  certainty: 'illustrative',
  source: null,
  note: 'Dòng ví dụ của mẫu; điểm và mục tiêu không lấy từ văn bản nào',
}

const exampleMetrics: readonly Metric[] = [
  { id: 'ho-so-truc-tuyen', name: 'Hồ sơ nộp trực tuyến', unit: 'hồ sơ', valueType: 'count' },
  { id: 'tong-ho-so', name: 'Tổng số hồ sơ tiếp nhận', unit: 'hồ sơ', valueType: 'count' },
  { id: 'da-ban-hanh-ke-hoach', name: 'Đã ban hành kế hoạch', unit: 'có/không', valueType: 'flag' },
]

const exampleCriteria: readonly Criterion[] = [
  {
    id: 'vi-du-ty-le',
    code: '1',
    name: 'Ví dụ: tỷ lệ hồ sơ nộp trực tuyến (thay hoặc xóa dòng này)',
    maxPoints: '6',
    assessedBy: 'self',
    provenance: made,
    rule: {
      kind: 'ratio',
      numerator: 'ho-so-truc-tuyen',
      denominator: 'tong-ho-so',
      direction: 'higherIsBetter',
      targetPercent: '80',
      scaling: 'shareOfTarget',
      whenDenominatorZero: 'notApplicable',
      whenMissing: 'missing',
    },
  },
  {
    id: 'vi-du-co-khong',
    code: '2',
    name: 'Ví dụ: ban hành kế hoạch (thay hoặc xóa dòng này)',
    maxPoints: '4',
    assessedBy: 'self',
    provenance: made,
    rule: { kind: 'yesNo', metric: 'da-ban-hanh-ke-hoach' },
  },
]

/** The blank workbook to fill in: the guide, two rows as examples, everything else empty. */
export function ruleSheetTemplate(): Promise<Uint8Array> {
  return writeWorkbook(templateSheets())
}

/** The same as sheets of cells. */
export function templateSheets(): readonly WrittenSheet[] {
  const book = emptyBook()
  writeCriteria({ criteria: exampleCriteria }, book)
  book.metrics.push(...exampleMetrics.map(metric => writeFields(metric, layouts.metrics.columns)))
  return bookSheets({}, book)
}

/**
 * A workbook with the rows of a CSV file in it, for what a CSV file cannot say:
 * the general fields, bands and items, names and units of the metrics.
 */
export async function draftFromCsv(bytes: Uint8Array, file: string): Promise<Decoded<Uint8Array>> {
  const opened = openCsv(bytes, file)
  if (!opened.ok) return opened
  const { sheets: read, doubtsComma } = opened.value
  const reader = newReader(file, true)
  const sheets = nameSheets(read, reader)
  const sheet = sheets.get('criteria')
  const rows = sheet ? readTable(sheet, layouts.criteria, reader) : []
  if (rows.length === 0) return { ok: false, problems: reader.problems }
  const { draft } = assembleRuleSet(sheets, newReader(file, true), doubtsComma, undefined)
  const book = emptyBook()
  book.criteria.push(...rows.map(row => rowCells(row, doubtsComma)))
  const metrics = Array.isArray(draft['metrics']) ? draft['metrics'] : []
  book.metrics.push(...metrics.map(metric => writeFields(metric, layouts.metrics.columns)))
  return { ok: true, value: await writeWorkbook(bookSheets({}, book)) }
}

/** What can be read as a number becomes one; everything else stays as it was typed. */
function rowCells(row: Row, doubtsComma: boolean): RowCells {
  const names = { metric: String, criterion: String, document: String, doubtsComma }
  return filled(
    [...row.cells].map(([key, cell]): readonly [string, WrittenCell] => {
      const codec = layouts.criteria.columns.find(column => column.key === key)?.codec
      const reading = codec && !codec.isText ? codec.read(cell, names) : null
      return [key, codec && reading?.ok ? codec.write(reading.value) : shownText(cell).trim()]
    }),
  )
}
