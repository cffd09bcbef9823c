import { unaccented } from '../figures/readFigure.ts'
import { columnLetter } from '../sheetCell.ts'
import type { FigureRow, FormRow } from './formTable.ts'

/** Names of the sheets; formulas quote them, so they hold no apostrophe. */
export const formSheet = 'Biểu tự chấm'
export const listSheet = 'Danh mục'
export const workingSheet = 'Cách tính'
export const registrySheet = 'Mã biểu'

/** Columns of the form from the left, each with the mark by which it is found again. */
export const columns = [
  'key',
  'code',
  'name',
  'unit',
  'value',
  'state',
  'reason',
  'maximum',
  'points',
  'upTo',
  'claim',
  'claimReason',
  'explanation',
  'how',
] as const

export type Column = (typeof columns)[number]

export const placeOf = (column: Column): number => columns.indexOf(column)

/** Rows above the first criterion, from 1. */
export const rowsAbove = { title: 1, subject: 2, legend: 3, total: 4, marks: 5, heads: 6 } as const
export const firstRow = 7

/** Mark of a column in the hidden row above the heads. */
export const markOf = (column: Column): string => `#${column}`

/** Mark of a row in the hidden first column. */
export const keyOf = (kind: 'figure' | 'node', id: string): string => `${kind === 'figure' ? 'm' : 'c'}:${id}`

/** Mark of a row that only shows what is entered or known elsewhere. */
export const shownAgain = '-'

/** Where the fields of a form stand. */
export type FormLayout = {
  /** Row from 1 of every figure that is entered or shown, by metric. */
  readonly figureRow: ReadonlyMap<string, number>
  /** Row of every criterion, group and adjustment. */
  readonly nodeRow: ReadonlyMap<string, number>
  /** Cell of the form sheet with its name, for formulas: 'Biểu tự chấm'!$E$12. */
  readonly address: (column: Column, row: number) => string
  /** Cells of the words of a metric's answers, in the order of the answers. */
  readonly answerCells: (metricId: string) => readonly { readonly value: string; readonly cell: string }[]
  readonly answers: readonly AnswerList[]
}

/** Answers of one metric on the sheet of lists. */
export type AnswerList = {
  readonly metricId: string
  /** Column from 0. */
  readonly column: number
  readonly answers: readonly Answer[]
}

export type Answer = { readonly value: string; readonly word: string }

/** Columns of the sheet of lists that every form has. */
export const listColumns = { states: 0, exempt: 1, flags: 2, firstAnswers: 3 } as const

export const flagAnswers: readonly Answer[] = [
  { value: '1', word: 'Có' },
  { value: '0', word: 'Không' },
]

/** A figure that stands in several places is entered in the first of them. */
export function layOut(rows: readonly FormRow[]): FormLayout {
  const figureRow = new Map<string, number>()
  const nodeRow = new Map<string, number>()
  const lists = new Map<string, AnswerList>()
  rows.forEach((row, index) => {
    const at = firstRow + index
    if (row.kind !== 'figure') {
      if (row.nodeId !== null && !nodeRow.has(row.nodeId)) nodeRow.set(row.nodeId, at)
      return
    }
    const { id, valueType } = row.field.metric
    if (!figureRow.has(id)) figureRow.set(id, at)
    if (valueType === 'option' && !lists.has(id))
      lists.set(id, {
        metricId: id,
        column: listColumns.firstAnswers + lists.size,
        answers: answersOf(row),
      })
  })
  const flags = new Set(
    rows.flatMap(row =>
      row.kind === 'figure' && row.field.metric.valueType === 'flag' ? row.field.metric.id : [],
    ),
  )
  return {
    figureRow,
    nodeRow,
    address: (column, row) => `'${formSheet}'!$${columnLetter(placeOf(column))}$${row}`,
    answers: [...lists.values()],
    answerCells: metricId => {
      const list = lists.get(metricId)
      if (list) return cellsOf(list.answers, list.column)
      return flags.has(metricId) ? cellsOf(flagAnswers, listColumns.flags) : []
    },
  }
}

function cellsOf(answers: readonly Answer[], column: number) {
  return answers.map(({ value }, index) => ({
    value,
    cell: `'${listSheet}'!$${columnLetter(column)}$${index + 2}`,
  }))
}

/** Names of options, or their values where two names could not be told apart. */
function answersOf({ field }: FigureRow): readonly Answer[] {
  const options = field.options ?? []
  const folded = options.map(({ label }) => unaccented(label))
  const isUnique = new Set(folded).size === options.length
  return options.map(({ value, label }) => ({ value, word: isUnique ? label.trim() : value }))
}
