import { type Cell, writeXlsx } from 'hucre/xlsx'
import type { KnownDocuments } from '../../../src/io/ruleSheet/assembleRuleSet.ts'
import { decodeRuleSheet, type RuleSheet } from '../../../src/io/ruleSheet/decodeRuleSheet.ts'
import { ruleSheets } from '../../../src/io/ruleSheet/encodeRuleSheet.ts'
import type { WrittenCell, WrittenSheet } from '../../../src/io/xlsx.ts'
import type { RuleSet } from '../../../src/model/ruleSet.ts'
import { everyKind } from '../../scoring/lint/everyKind.ts'

/** What a cell can be besides text and numbers: a formula, a date, a percentage, an error. */
type Special = Partial<Cell>

/** Cells by their address such as `Tiêu chí!F3`; null empties one. */
export type Edits = Readonly<Record<string, WrittenCell | Special>>

type Shape = {
  /** Ranges such as `Tiêu chí!A1:B1`. */
  readonly merges?: readonly string[]
  /** New names of sheets by their old ones; null leaves one out. */
  readonly renamed?: Readonly<Record<string, string | null>>
}

function position(cell: string): { readonly row: number; readonly column: number } {
  const [, letters = '', digits = ''] = /^([A-Z]+)(\d+)$/.exec(cell) ?? []
  const column = [...letters].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) - 1
  return { row: Number(digits) - 1, column }
}

const split = (address: string) => {
  const mark = address.lastIndexOf('!')
  return { sheet: address.slice(0, mark), cell: address.slice(mark + 1) }
}

/** A workbook as somebody might send it: sheets of ours with some cells changed. */
export async function workbook(
  sheets: readonly WrittenSheet[],
  edits: Edits = {},
  { merges = [], renamed = {} }: Shape = {},
): Promise<Uint8Array> {
  const written = sheets.flatMap(({ name, rows, isHidden = false }) => {
    const title = name in renamed ? renamed[name] : name
    if (title === null || title === undefined) return []
    const cells = new Map<string, Special>()
    rows.forEach((row, rowIndex) => {
      row.forEach((value, column) => {
        if (value !== null) cells.set(`${rowIndex},${column}`, { value })
      })
    })
    for (const [address, value] of Object.entries(edits)) {
      const { sheet, cell } = split(address)
      const { row, column } = position(cell)
      if (sheet === name)
        cells.set(`${row},${column}`, typeof value === 'object' && value !== null ? value : { value })
    }
    const ranges = merges.flatMap(range => {
      const { sheet, cell } = split(range)
      const [from = '', to = ''] = cell.split(':')
      const [first, last] = [position(from), position(to)]
      return sheet === name
        ? [{ startRow: first.row, startCol: first.column, endRow: last.row, endCol: last.column }]
        : []
    })
    return [{ name: title, rows: [], cells, merges: ranges, hidden: isHidden }]
  })
  return new Uint8Array(await writeXlsx({ sheets: written }))
}

/** The rule set with every kind in it, with some cells of its workbook changed. */
export async function edited(
  edits: Edits,
  shape: Shape = {},
  documents?: KnownDocuments,
  ruleSet: RuleSet = everyKind(),
): Promise<RuleSheet> {
  return decodeRuleSheet(await workbook(ruleSheets(ruleSet), edits, shape), 'bo-thu.xlsx', documents)
}

/** Each problem as its cell, code and Vietnamese sentence. */
export function said({ problems }: RuleSheet): readonly string[] {
  return problems.map(({ path, code, message }) => `${path} [${code}] ${message.vi}`)
}
