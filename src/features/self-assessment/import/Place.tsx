import type { ImportPlace } from '../../../model/figureImport.ts'
import { useText } from '../../../ui/language.tsx'
import { importWords } from './words.ts'

const address = /^([A-Z]{1,3})(\d+)$/

/** Whether a place is a cell of a sheet rather than a path inside a file. */
export function isCell({ cell }: ImportPlace): boolean {
  return address.test(cell)
}

/** Where in a file something stands, as a clerk would look it up. */
export function Place({ place: { sheet, cell }, isPaste }: { place: ImportPlace; isPaste: boolean }) {
  const words = useText(importWords)
  const [, letters = '', row = ''] = address.exec(cell) ?? []
  const at =
    row === '' ? cell : isPaste ? words.pasteCell(row, String(columnNumber(letters))) : words.cell(cell)
  const parts = [...(sheet === '' ? [] : [words.sheet(sheet)]), ...(at === '' ? [] : [at])]
  return <span>{parts.join(', ') || (isPaste ? words.wholePaste : words.wholeFile)}</span>
}

/** 1 for "A", 27 for "AA". */
function columnNumber(letters: string): number {
  return [...letters].reduce((number, letter) => number * 26 + letter.charCodeAt(0) - 64, 0)
}
