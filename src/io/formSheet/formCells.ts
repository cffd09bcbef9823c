import type { Decimal } from '../../model/exact.ts'
import { decimalOfNumber } from '../sheetCell.ts'
import type { CellContent, CellFormat, StyledCell } from '../styledSheet.ts'
import { type Answer, flagAnswers } from './formLayout.ts'
import type { FigureRow } from './formTable.ts'

export const nothing: CellContent = { kind: 'empty' }

export const text = (words: string): CellContent => (words === '' ? nothing : { kind: 'text', text: words })

/** Day 0 of a spreadsheet is 30 December 1899 from March 1900 on. */
const epoch = Date.UTC(1899, 11, 30)

export function serialOfDay(isoDate: string): number {
  return Math.round((Date.parse(`${isoDate}T00:00:00Z`) - epoch) / 86_400_000)
}

/** The ISO day of a serial number. */
export function dayOfSerial(serial: number): string {
  return new Date(epoch + serial * 86_400_000).toISOString().slice(0, 10)
}

/** A decimal as a number where a cell holds it to the last digit, else as Vietnamese text. */
export function decimalContent(value: Decimal): CellContent {
  const number = Number(value)
  return decimalOfNumber(number) === value ? { kind: 'number', value: number } : text(value.replace('.', ','))
}

/** What stands in the field of a figure: its value, or the text nobody could read. */
export function figureContent({ field, entry, value }: FigureRow, answers: readonly Answer[]): CellContent {
  if (entry?.state !== 'typed') return nothing
  if (value === null) return text(entry.text)
  switch (field.metric.valueType) {
    case 'date':
      return { kind: 'day', serial: serialOfDay(value) }
    case 'flag':
      return text(flagAnswers.find(each => each.value === value)?.word ?? value)
    case 'option':
      return wordContent(answers.find(each => each.value === value)?.word ?? value)
    default:
      return decimalContent(value)
  }
}

/** A word that is a number is chosen as a number. */
export function wordContent(word: string): CellContent {
  return /^-?\d+(?:\.\d+)?$/.test(word) ? decimalContent(word) : text(word)
}

export function formatOfFigure({ field }: FigureRow): CellFormat {
  const { valueType } = field.metric
  return valueType === 'date' ? 'day' : valueType === 'count' ? 'whole' : 'general'
}

/** Text of a cell as the hidden sheet remembers it. */
export function rememberedText(cell: StyledCell | null | undefined): string {
  const content = cell?.content
  switch (content?.kind) {
    case 'text':
      return content.text
    case 'number':
      return String(content.value)
    case 'day':
      return dayOfSerial(content.serial)
    default:
      return ''
  }
}
