import type { CellContent, CellLook } from '../styledSheet.ts'
import { nothing } from './formCells.ts'
import type { ShownFormula } from './formTable.ts'

/** Fills by what a cell is: yellow is to be filled in, grey comes from elsewhere. */
export const inks = {
  head: 'DCE6F2',
  total: 'EAF1DD',
  area: 'DCE6F2',
  group: 'EEF3F8',
  item: 'F7F9FB',
  input: 'FFF8D6',
  taken: 'EFEFEF',
  quiet: '5B6570',
} as const

export function shown(formula: ShownFormula | null): CellContent {
  return formula ? { kind: 'formula', ...formula } : nothing
}

export function lookOfPoints(places: number, look: CellLook = {}): CellLook {
  return { align: 'right', format: { places }, ...look }
}
