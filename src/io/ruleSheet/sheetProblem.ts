import type { Problem } from '../../model/problem.ts'
import type { Bilingual } from '../../model/provenance.ts'
import { columnLetter, type SheetCell, shownText } from '../sheetCell.ts'
import type { Names } from './codecs.ts'

/** A cell of the workbook, or the nearest there is to one. */
export type CellPlace = {
  /** "" in a file without sheets. */
  readonly sheet: string
  /** From 1; 0 for the sheet as a whole. */
  readonly row: number
  /** From 0; null for the row as a whole. */
  readonly column: number | null
  /** Title of its column, or of its line among the general fields. */
  readonly title: string
  readonly isLine: boolean
  /** What the cell shows. */
  readonly found: string
  /** The sheet has no such column; where its title should be. */
  readonly absentFrom?: { readonly sheet: string; readonly row: number } | undefined
}

/** A problem with the cell it stands in. `path` is the cell as Excel names it: `Tiêu chí!D12`. */
export type SheetProblem = Problem & {
  readonly place: CellPlace
  readonly expected: Bilingual
}

/** What is known while a workbook is read. */
export type Reader = {
  readonly file: string
  readonly names: Names
  /** The table stands alone, without the other sheets. */
  readonly isCsv: boolean
  readonly problems: SheetProblem[]
  /** Cell of each place in the rule set that is being made. */
  readonly places: Map<string, CellPlace>
  /** Places in the rule set that have been complained about. */
  readonly failed: Set<string>
  /** What the linter will find as well, once there is a rule set for it to read. */
  readonly forLinter: SheetProblem[]
}

const longestFound = 80

/** "D12"; "" where no cell is meant. */
export function cellAddress({ row, column }: CellPlace): string {
  return row === 0 ? '' : `${columnLetter(column ?? 0)}${row}`
}

/** "Tiêu chí!D12"; "D12" in a file without sheets; the sheet alone where no cell is meant. */
export function cellName(place: CellPlace): string {
  const cell = cellAddress(place)
  if (cell === '') return place.sheet
  return place.sheet === '' ? cell : `${place.sheet}!${cell}`
}

export function foundText(cell: SheetCell | undefined): string {
  const text = shownText(cell)
  return text.length > longestFound ? `${text.slice(0, longestFound - 1)}…` : text
}

/** A problem of one cell: what it says and what it should. */
export function sheetProblem(
  file: string,
  place: CellPlace,
  code: string,
  expected: Bilingual,
  severity: Problem['severity'] = 'error',
): SheetProblem {
  const { title, isLine, found } = place
  const vi = title === '' ? '' : `${isLine ? 'dòng' : 'cột'} “${title}” `
  const en = title === '' ? '' : `${isLine ? 'line' : 'column'} “${title}” `
  return {
    file,
    path: cellName(place),
    code,
    severity,
    message: {
      vi: `${vi}${found === '' ? 'để trống' : `ghi “${found}”`}; cần ${expected.vi}`,
      en: `${en}${found === '' ? 'is empty' : `says “${found}”`}; needed: ${expected.en}`,
    },
    place,
    expected,
  }
}

/** A problem said in a sentence of its own. */
export function sheetRemark(
  file: string,
  place: CellPlace,
  code: string,
  message: Bilingual,
  severity: Problem['severity'] = 'error',
): SheetProblem {
  return { file, path: cellName(place), code, severity, message, place, expected: message }
}

/**
 * Takes down that a cell is wrong, and which place in the rule set stays empty for it, if one does.
 * A cell cannot be filled in without its column: that is said once, of the column.
 */
export function reportCell(
  reader: Reader,
  place: CellPlace,
  path: string | null,
  code: string,
  expected: Bilingual,
): void {
  if (code === 'missing' && place.absentFrom) reportAbsent(reader, place)
  else reader.problems.push(sheetProblem(reader.file, place, code, expected))
  if (path) reader.failed.add(path)
}

/** Takes down, once, that a sheet lacks a column. */
export function reportAbsent(reader: Reader, { title, absentFrom }: CellPlace): void {
  if (!absentFrom) return
  const { sheet, row } = absentFrom
  const isSaid = reader.problems.some(
    ({ code, place }) => code === 'missing-column' && place.sheet === sheet && place.title === title,
  )
  if (isSaid) return
  remark(reader, { ...wholeFile, sheet, title }, 'missing-column', {
    vi: `thiếu cột “${title}”, trang ${sheet}, dòng tiêu đề (dòng ${row})`,
    en: `column “${title}” is missing, sheet ${sheet}, row of titles (row ${row})`,
  })
}

export function remark(
  reader: Reader,
  place: CellPlace,
  code: string,
  message: Bilingual,
  severity: Problem['severity'] = 'error',
): void {
  reader.problems.push(sheetRemark(reader.file, place, code, message, severity))
}

/** The file as a whole. */
export const wholeFile: CellPlace = { sheet: '', row: 0, column: null, title: '', isLine: false, found: '' }

/**
 * Cell of a place in the rule set: its own, or that of the nearest block around it.
 * @param path such as `criteria[2].subCriteria[0].maxPoints`
 */
export function placeOf(places: ReadonlyMap<string, CellPlace>, path: string): CellPlace {
  for (let at = path; at !== ''; at = at.replace(/(?:^|\.)[^.[\]]+$|\[\d+\]$/, '')) {
    const place = places.get(at)
    if (place) return place
  }
  return wholeFile
}

/** Problems of a rule set as problems of the cells it was read from; places named in them become cells, too. */
export function atCells(
  problems: readonly Problem[],
  places: ReadonlyMap<string, CellPlace>,
): readonly SheetProblem[] {
  const known = new Set([...places.keys()].flatMap(path => /^\w+(?=\[)/.exec(path)?.[0] ?? []))
  const named = (sentence: string) =>
    sentence.replace(/\b(\w+)\[\d+\](?:\[\d+\]|\.\w+)*/g, (path, list) =>
      known.has(list) ? cellName(placeOf(places, path)) || path : path,
    )
  return problems.map(({ file, path, code, message, severity }) => {
    const said = { vi: named(message.vi), en: named(message.en) }
    return sheetRemark(file, placeOf(places, path), code, said, severity)
  })
}
