import type { CellRange } from '../sheetCell.ts'
import { columnLetter } from '../sheetCell.ts'
import type { EntryCheck } from '../styledSheet.ts'
import { serialOfDay } from './formCells.ts'
import { type FormLayout, firstRow, flagAnswers, listColumns, listSheet, placeOf } from './formLayout.ts'
import type { FigureRow, FormTable, ItemRow } from './formTable.ts'
import { sheetWords, stateWords } from './formWords.ts'

const { titles, hints, refusals } = sheetWords

/** Excel shows this many signs beside a cell. */
const longestHint = 250
const days = { least: serialOfDay('1945-09-02'), most: serialOfDay('2199-12-31') }
const largest = 1e15

/** What may be typed in every field, and what is said beside it. */
export function entryChecks({ rows }: FormTable, layout: FormLayout): readonly EntryCheck[] {
  return rows.flatMap((row, index): readonly EntryCheck[] => {
    const at = firstRow + index
    switch (row.kind) {
      case 'figure':
        return row.isClosed || layout.figureRow.get(row.field.metric.id) !== at
          ? []
          : [valueCheck(row, at, layout), stateCheck(at)]
      case 'item':
        return [...(row.canExempt ? [exemptCheck(at)] : []), ...(row.canClaim ? [claimCheck(row, at)] : [])]
      default:
        return row.exempt === null ? [] : [exemptCheck(at)]
    }
  })
}

function cell(column: Parameters<typeof placeOf>[0], row: number): string {
  return `${columnLetter(placeOf(column))}${row}`
}

function list(column: number, length: number): { readonly kind: 'list'; readonly words: CellRange } {
  return { kind: 'list', words: { sheet: listSheet, column: columnLetter(column), from: 2, to: length + 1 } }
}

function valueCheck({ field }: FigureRow, at: number, layout: FormLayout): EntryCheck {
  const { id, unit, valueType, definition = '' } = field.metric
  const cells = cell('value', at)
  const title = titles[valueType]
  const hint = (first: string) => cut(definition === '' ? first : `${first}\n${definition}`)
  switch (valueType) {
    case 'count':
      return {
        cells,
        title,
        allow: { kind: 'whole', least: 0, most: largest },
        hint: hint(hints.count(unit)),
        refusal: refusals.count,
      }
    case 'percent':
      return {
        cells,
        title,
        allow: { kind: 'decimal', least: 0, most: 100 },
        hint: hint(hints.percent),
        refusal: refusals.percent,
      }
    case 'number':
      return {
        cells,
        title,
        allow: { kind: 'decimal' },
        hint: hint(hints.number(unit)),
        refusal: refusals.number,
      }
    case 'date':
      return { cells, title, allow: { kind: 'day', ...days }, hint: hint(hints.date), refusal: refusals.date }
    case 'flag':
      return {
        cells,
        title,
        allow: list(listColumns.flags, flagAnswers.length),
        hint: hint(hints.flag),
        refusal: refusals.list,
      }
    case 'option': {
      const answers = layout.answers.find(each => each.metricId === id)
      const allow = answers ? list(answers.column, answers.answers.length) : ({ kind: 'anything' } as const)
      return { cells, title, allow, hint: hint(hints.option), refusal: refusals.list }
    }
  }
}

function stateCheck(at: number): EntryCheck {
  return {
    cells: cell('state', at),
    allow: list(listColumns.states, Object.keys(stateWords).length),
    title: sheetWords.stateTitle,
    hint: sheetWords.stateHint,
    refusal: refusals.list,
  }
}

function exemptCheck(at: number): EntryCheck {
  return {
    cells: cell('state', at),
    allow: list(listColumns.exempt, 1),
    title: sheetWords.stateTitle,
    hint: sheetWords.exemptHint,
    refusal: refusals.list,
  }
}

function claimCheck({ mostClaim, canBeNegative }: ItemRow, at: number): EntryCheck {
  return {
    cells: cell('claim', at),
    allow: {
      kind: 'decimal',
      ...(canBeNegative ? {} : { least: 0 }),
      ...(mostClaim === null ? {} : { most: Number(mostClaim) }),
    },
    title: sheetWords.claimTitle,
    hint: sheetWords.claimHint,
    refusal: mostClaim === null ? refusals.number : refusals.claim(mostClaim.replace('.', ',')),
  }
}

function cut(text: string): string {
  return text.length <= longestHint ? text : `${text.slice(0, longestHint - 1)}…`
}
