import type { FieldEntry } from '../../model/draft.ts'
import type { FormField } from '../../model/form.ts'
import { readFigure } from '../figures/readFigure.ts'
import { writeFigure } from '../figures/writeFigure.ts'
import { decimalOfNumber, type SheetCell, shownText } from '../sheetCell.ts'
import type { Fault } from './importProblems.ts'
import { readStateWord } from './stateWords.ts'

/** What a cell says for a field: nothing, an entry, a fault, or an entry with a remark. */
export type CellReading = { readonly entry: FieldEntry | null; readonly fault: Fault | null }

const nothing: CellReading = { entry: null, fault: null }

/** A cell of a table for one field. A number typed as number is taken as it is and never read as text. */
export function readCell(cell: SheetCell | undefined, field: FormField): CellReading {
  switch (cell?.kind) {
    case undefined:
      return nothing
    case 'text':
      return readText(cell.text, field)
    case 'number':
      return readNumber(cell.value, cell.isPercent, field)
    case 'date':
      return readDate(cell.date, field)
    case 'truth':
      return readTruth(cell.value, field)
    case 'fault':
      return fault('formula-error', {
        vi: `công thức báo lỗi ${cell.text}; sửa công thức trong tệp rồi nạp lại`,
        en: `the formula gives ${cell.text}; mend it in the file and import again`,
      })
    case 'uncalculated':
      return uncalculated
  }
}

/** A text for one field, as it was typed or pasted. */
export function readText(text: string, { metric, options }: FormField): CellReading {
  const trimmed = text.trim()
  if (trimmed === '') return nothing
  if (trimmed.startsWith('=')) return uncalculated
  const word = readStateWord(trimmed, metric)
  if (word) return { entry: word.entry, fault: word.remark }
  const read = readFigure(trimmed, metric, options)
  switch (read.kind) {
    case 'empty':
      return nothing
    case 'value':
      return { entry: { state: 'typed', text: trimmed }, fault: null }
    case 'unclear':
      return {
        entry: { state: 'typed', text: trimmed },
        fault: {
          code: 'unclear',
          vi: `“${trimmed}” có thể là ${either(read.choices, 'hoặc')}; áp dụng rồi chọn ở ô`,
          en: `"${trimmed}" may be ${either(read.choices, 'or')}; apply it and choose at the field`,
        },
      }
    case 'wrong':
      return fault(read.code, read.message)
  }
}

function either(choices: readonly { readonly value: string }[], word: string): string {
  return choices.map(({ value }) => value.replace('.', ',')).join(` ${word} `)
}

function readNumber(value: number, isPercent: boolean, field: FormField): CellReading {
  const { metric } = field
  const isShare = metric.valueType === 'percent' || metric.unit.trim() === '%'
  const decimal = decimalOfNumber(isPercent && isShare ? value * 100 : value)
  const shown = shownText({ kind: 'number', value, isPercent })
  if (decimal === null)
    return fault('not-a-number', {
      vi: `${shown} quá lớn hoặc quá nhỏ, không thể là một số liệu`,
      en: `${shown} is too large or too small to be a figure`,
    })
  if (isPercent && !isShare)
    return fault('unexpected-percent', {
      vi: `ô định dạng % (${shown}), ở đây cần số ${metric.unit}`,
      en: `the cell is formatted as % (${shown}), here a number of ${metric.unit} is needed`,
    })
  if (metric.valueType === 'date')
    return fault('not-a-date', {
      vi: `ô chứa số ${shown} chứ không phải ngày; đặt định dạng ngày cho ô rồi lưu lại`,
      en: `the cell holds the number ${shown}, not a date; format the cell as a date and save again`,
    })
  const { options } = field
  const entry = writeFigure(decimal, metric, options)
  const read = readFigure(entry.text, metric, options, decimal)
  if (read.kind === 'wrong') return fault(read.code, read.message)
  // Excel shows a share below one without its % sign; nobody knows which of the two was meant.
  const isTinyShare = metric.valueType === 'percent' && !isPercent && value > 0 && value < 1
  if (isTinyShare) return { entry, fault: tinyShare(decimal) }
  const isCount = metric.valueType === 'count' && decimal.includes('.')
  return { entry, fault: isCount ? readAsThousands(shown) : null }
}

/** A program that takes a dot for the decimal mark makes the number 1.464 of "1.464" dossiers. */
export function readAsThousands(found: string): Fault {
  return {
    code: 'read-as-thousands',
    vi: `ô chứa số ${found}; vì là số nguyên nên dấu được hiểu là ngăn hàng nghìn, kiểm tra lại`,
    en: `the cell holds ${found}; a count is whole, so the mark is taken as one between thousands; check it`,
  }
}

function tinyShare(decimal: string): Fault {
  const [as, instead] = [decimal, decimalOfNumber(Number(decimal) * 100) ?? ''].map(each =>
    each.replace('.', ','),
  )
  return {
    code: 'tiny-share',
    vi: `ô ghi ${as} không có dấu %, được hiểu là ${as}%; nếu là ${instead}% thì sửa lại`,
    en: `the cell says ${as} without a % sign and is taken as ${as}%; correct it if ${instead}% is meant`,
  }
}

function readDate(date: string, { metric }: FormField): CellReading {
  if (metric.valueType === 'date') return { entry: writeFigure(date, metric), fault: null }
  const shown = shownText({ kind: 'date', date })
  return fault('unexpected-date', {
    vi: `ô là ngày ${shown}, ở đây cần số ${metric.unit}; Excel có thể đã tự đổi số thành ngày, đặt lại định dạng ô rồi nhập lại`,
    en: `the cell is the date ${shown}, here ${metric.unitEn ?? metric.unit} is needed; Excel may have turned a number into a date`,
  })
}

function readTruth(value: boolean, { metric }: FormField): CellReading {
  if (metric.valueType === 'flag') return { entry: writeFigure(value ? '1' : '0', metric), fault: null }
  return fault('unexpected-truth', {
    vi: `ô ghi ${value ? 'TRUE' : 'FALSE'}, ở đây cần số ${metric.unit}`,
    en: `the cell says ${value ? 'TRUE' : 'FALSE'}, here ${metric.unitEn ?? metric.unit} is needed`,
  })
}

const uncalculated = fault('formula', {
  vi: 'ô là công thức chưa có kết quả; mở tệp bằng Excel, để tính xong rồi lưu lại, hoặc dán giá trị',
  en: 'the cell is a formula without a result; open the file in Excel, let it calculate and save again, or paste values',
})

function fault(code: string, { vi, en }: { readonly vi: string; readonly en: string }): CellReading {
  return { entry: null, fault: { code, vi, en } }
}
