import type { StyledCell, StyledSheet } from '../styledSheet.ts'
import { writeStyledWorkbook } from '../xlsx.ts'
import { entryChecks } from './entryChecks.ts'
import { rememberedText, text, wordContent } from './formCells.ts'
import { headRows, mergesAbove } from './formHead.ts'
import {
  columns,
  type FormLayout,
  firstRow,
  flagAnswers,
  formSheet,
  keyOf,
  listColumns,
  listSheet,
  placeOf,
  registrySheet,
  rowsAbove,
  workingSheet,
} from './formLayout.ts'
import { formRow } from './formRows.ts'
import type { FormFormulas, FormRow, FormTable } from './formTable.ts'
import { sheetWords, stateWords } from './formWords.ts'
import { type RegistryRow, registryRows } from './registry.ts'

/**
 * The form of an agency as a workbook: what is asked, what stands there, and formulas that score it.
 *
 * Only fields can be changed; the structure is locked without a password. Hidden marks of rows and columns and
 * a hidden sheet tell the reader what is what, wherever it was moved to.
 */
export async function encodeForm(
  table: FormTable,
  layout: FormLayout,
  formulas: FormFormulas,
): Promise<Uint8Array> {
  const rows = table.rows.map((row, index) => formRow(row, firstRow + index, table, layout, formulas))
  const form: StyledSheet = {
    name: formSheet,
    columns: columnsOf(table),
    rows: [...headRows(table, formulas), ...rows],
    heights: new Map([
      [rowsAbove.title, 24],
      [rowsAbove.subject, 34],
      [rowsAbove.legend, 34],
      [rowsAbove.total, 34],
      [rowsAbove.marks, 0],
      [rowsAbove.heads, 34],
    ]),
    merges: mergesAbove,
    entries: entryChecks(table, layout),
    frozen: { rows: rowsAbove.heads, columns: placeOf('name') + 1 },
    isProtected: true,
    page: {
      orientation: 'landscape',
      titleRows: [rowsAbove.heads, rowsAbove.heads],
      footer: sheetWords.footer,
    },
  }
  return writeStyledWorkbook({
    title: table.title,
    sheets: [form, listsOf(layout), workingsOf(formulas), registryOf(table, rows)],
  })
}

const widths = {
  key: 6,
  code: 7,
  name: 46,
  unit: 11,
  value: 15,
  state: 17,
  reason: 24,
  maximum: 9,
  points: 13,
  upTo: 9,
  claim: 9,
  claimReason: 22,
  explanation: 26,
  how: 60,
} as const

function columnsOf({ hasClaims }: FormTable): StyledSheet['columns'] {
  return columns.map(column => ({
    width: widths[column],
    isHidden: column === 'key' || (!hasClaims && (column === 'claim' || column === 'claimReason')),
  }))
}

function textCells(rows: readonly (readonly string[])[]): StyledSheet['rows'] {
  return rows.map(row => row.map((words): StyledCell => ({ content: text(words), look: { noWrap: true } })))
}

function listsOf({ answers }: FormLayout): StyledSheet {
  const lists: string[][] = []
  lists[listColumns.states] = [sheetWords.lists.states, ...Object.values(stateWords)]
  lists[listColumns.exempt] = [sheetWords.lists.exempt, stateWords.notApplicable]
  lists[listColumns.flags] = [sheetWords.lists.flags, ...flagAnswers.map(({ word }) => word)]
  for (const { column, answers: words, metricId } of answers)
    lists[column] = [metricId, ...words.map(({ word }) => word)]
  const longest = Math.max(...lists.map(list => list.length))
  return {
    name: listSheet,
    isHidden: true,
    isProtected: true,
    columns: lists.map(() => ({ width: 30 })),
    rows: Array.from({ length: longest }, (_, row) =>
      lists.map((list): StyledCell | null => {
        const word = list[row]
        if (word === undefined) return null
        return {
          content: row === 0 ? text(word) : wordContent(word),
          look: { noWrap: true, bold: row === 0 },
        }
      }),
    ),
  }
}

/** Every step of the calculation in a row of its own, for whoever wants to follow it. */
function workingsOf({ helpers, lists }: FormFormulas): StyledSheet {
  const length = Math.max(helpers.length, ...lists.map(list => list.length))
  const { label, formula, days } = sheetWords.steps
  const head = [label, formula, '', ...lists.map(() => days)]
  return {
    name: workingSheet,
    isHidden: true,
    isProtected: true,
    columns: [{ width: 60 }, { width: 20 }, { width: 4 }, ...lists.map(() => ({ width: 12 }))],
    rows: [
      ...textCells([head]),
      ...Array.from({ length }, (_, index): readonly (StyledCell | null)[] => {
        const step = helpers[index]
        return [
          step ? { content: text(step.label), look: { noWrap: true } } : null,
          step ? { content: { kind: 'formula', formula: step.formula }, look: { noWrap: true } } : null,
          null,
          ...lists.map((list): StyledCell | null => {
            const serial = list[index]
            return serial === undefined ? null : { content: { kind: 'day', serial }, look: { format: 'day' } }
          }),
        ]
      }),
    ],
  }
}

function registryOf(table: FormTable, rows: readonly (readonly (StyledCell | null)[])[]): StyledSheet {
  const remembered = new Map<string, RegistryRow>()
  table.rows.forEach((row, index) => {
    const key = rowKey(row)
    const cells = rows[index]
    if (key === null || !cells || rememberedText(cells[placeOf('key')]) !== key) return
    const of = (column: (typeof columns)[number]) => rememberedText(cells[placeOf(column)])
    remembered.set(key, {
      row: firstRow + index,
      value: of('value'),
      state: of('state'),
      reason: of('reason'),
      claim: of('claim'),
      claimReason: of('claimReason'),
      explanation: of('explanation'),
    })
  })
  return {
    name: registrySheet,
    isHidden: true,
    isProtected: true,
    columns: [{ width: 30 }, { width: 30 }],
    rows: textCells(registryRows({ subject: table.subject, rows: remembered })),
  }
}

function rowKey(row: FormRow): string | null {
  if (row.kind === 'figure') return keyOf('figure', row.field.metric.id)
  return row.nodeId === null ? null : keyOf('node', row.nodeId)
}
