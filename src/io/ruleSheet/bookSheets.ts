import type { CellRange } from '../sheetCell.ts'
import { columnLetter } from '../sheetCell.ts'
import type { ChoiceList, WrittenCell, WrittenSheet } from '../xlsx.ts'
import type { Column, SheetLayout } from './column.ts'
import { guideRows } from './guide.ts'
import { layouts } from './layout.ts'
import { guideTitle, wordsTitle } from './sheetTitles.ts'
import type { Book, RowCells } from './writeRule.ts'

/** Rows that are made ready below the last one, so that what is typed there is kept as it is typed. */
const spareRows = 60
const generalTitles = ['Thông tin', 'Giá trị', 'Giải thích'] as const

/** Sheets of a workbook: the guide, the general fields, a table for each part, the words that may be chosen. */
export function bookSheets(general: RowCells, book: Book): readonly WrittenSheet[] {
  const words = wordColumns()
  const tables = Object.values(layouts).flatMap(layout => {
    const { name } = layout
    return name === 'general' ? [] : [tableSheet(layout, book[name], words, book.metrics.length)]
  })
  return [guideSheet(), generalSheet(general, words), ...tables, wordsSheet(words)]
}

/** Lists of words by the words themselves: columns with the same choices share one. */
type WordColumns = ReadonlyMap<string, { readonly words: readonly string[]; readonly range: CellRange }>

const wordsKey = (words: readonly string[]) => words.join('\n')

function wordColumns(): WordColumns {
  const lists = new Map<string, readonly string[]>()
  for (const { columns } of Object.values(layouts))
    for (const { codec } of columns) if (codec.choices) lists.set(wordsKey(codec.choices), codec.choices)
  return new Map(
    [...lists].map(([key, words], index) => [
      key,
      { words, range: { sheet: wordsTitle, column: columnLetter(index), from: 2, to: words.length + 1 } },
    ]),
  )
}

function wordsSheet(columns: WordColumns): WrittenSheet {
  const lists = [...columns.values()].map(({ words }) => words)
  const longest = Math.max(0, ...lists.map(words => words.length))
  return {
    name: wordsTitle,
    isHidden: true,
    columns: lists.map(() => ({ width: 28 })),
    rows: [
      lists.map((_, index) => `Danh mục ${index + 1}`),
      ...Array.from({ length: longest }, (_, row) => lists.map(words => words[row] ?? null)),
    ],
  }
}

/** The choices of a column for some of its rows. */
function choicesOf(
  { codec }: Column,
  column: number,
  rows: readonly [number, number],
  words: WordColumns,
  metricRows: number,
): readonly ChoiceList[] {
  const [firstRow, lastRow] = rows
  const known = codec.choices && words.get(wordsKey(codec.choices))
  if (known) return [{ column, firstRow, lastRow, words: known.range }]
  if (!codec.isMetric) return []
  const metrics = { sheet: layouts.metrics.title, column: 'A', from: 2, to: metricRows + spareRows + 1 }
  return [{ column, firstRow, lastRow, words: metrics, isOpen: true }]
}

function tableSheet(
  { title, columns, frozenColumns }: SheetLayout,
  rows: readonly RowCells[],
  words: WordColumns,
  metricRows: number,
): WrittenSheet {
  const last = rows.length + 1 + spareRows
  return {
    name: title,
    frozenColumns,
    spareRows,
    columns: columns.map(({ width, codec }) => ({ width, isText: codec.isText })),
    rows: [
      columns.map(column => column.title),
      ...rows.map(row => columns.map(({ key }): WrittenCell => row[key] ?? null)),
    ],
    choices: columns.flatMap((column, index) => choicesOf(column, index, [2, last], words, metricRows)),
  }
}

function generalSheet(cells: RowCells, words: WordColumns): WrittenSheet {
  const { title, columns } = layouts.general
  return {
    name: title,
    frozenColumns: 1,
    columns: [{ width: 38 }, { width: 60, isText: true }, { width: 60 }],
    rows: [
      generalTitles,
      ...columns.map(({ key, title: line, about, isRequired }) => [
        line,
        cells[key] ?? null,
        isRequired ? `bắt buộc; ${about}` : about,
      ]),
    ],
    choices: columns.flatMap((column, index) => choicesOf(column, 1, [index + 2, index + 2], words, 0)),
  }
}

function guideSheet(): WrittenSheet {
  const rows = guideRows()
  return {
    name: guideTitle,
    columns: [{ width: 26 }, { width: 34 }, { width: 100 }],
    rows,
    boldRows: rows.flatMap(([first, second], index) =>
      first !== null && second === null ? [index + 1] : [],
    ),
  }
}
