import type { Merge } from '../sheetCell.ts'
import type { StyledCell } from '../styledSheet.ts'
import { nothing, text } from './formCells.ts'
import { type Column, columns, markOf, placeOf, rowsAbove, shownAgain } from './formLayout.ts'
import { inks, lookOfPoints, shown } from './formLooks.ts'
import type { FormFormulas, FormTable } from './formTable.ts'
import { sheetWords } from './formWords.ts'

/** Rows above the first criterion: title, whose it is, how to fill it in, the total, marks and heads. */
export function headRows(
  { title, agencyLine, ruleSetLine, places }: FormTable,
  { total }: FormFormulas,
): readonly (readonly (StyledCell | null)[])[] {
  const wide = (words: string, look: StyledCell['look']) =>
    rowOf(column => (column === 'code' ? { content: text(words), look } : null))
  const points = lookOfPoints(places, { bold: true, size: 13, fill: inks.total, border: 'box' })
  return [
    wide(title.toLocaleUpperCase('vi'), { bold: true, size: 15, middle: true }),
    wide(`${agencyLine}\n${ruleSetLine}`, { middle: true }),
    wide(sheetWords.legend, { italic: true, middle: true }),
    rowOf(column => {
      switch (column) {
        case 'key':
          return null
        case 'name':
          return {
            content: text(sheetWords.total),
            look: { bold: true, size: 13, fill: inks.total, border: 'box', middle: true },
          }
        case 'maximum':
          return { content: shown(total.maximum), look: points }
        case 'points':
          return { content: shown(total.points), look: points }
        case 'upTo':
          return { content: shown(total.upTo), look: points }
        case 'claim':
          return {
            content: shown(total.remark),
            look: { bold: true, fill: inks.total, border: 'box', middle: true },
          }
        default:
          return { content: nothing, look: { fill: inks.total, border: 'box' } }
      }
    }),
    rowOf(column => ({ content: text(markOf(column)), look: { noWrap: true } })),
    rowOf(column => ({
      content: text(column === 'key' ? shownAgain : sheetWords.heads[column]),
      look: { bold: true, fill: inks.head, border: 'box', align: 'center', middle: true },
    })),
  ]
}

function rowOf(cell: (column: Column) => StyledCell | null): readonly (StyledCell | null)[] {
  return columns.map(cell)
}

const across = (row: number, from: Column, to: Column): Merge => ({
  firstRow: row,
  lastRow: row,
  firstColumn: placeOf(from),
  lastColumn: placeOf(to),
})

/** The remark beside the total stands over columns that are never hidden together. */
export const mergesAbove: readonly Merge[] = [
  across(rowsAbove.title, 'code', 'how'),
  across(rowsAbove.subject, 'code', 'how'),
  across(rowsAbove.legend, 'code', 'how'),
  across(rowsAbove.total, 'claim', 'how'),
]
