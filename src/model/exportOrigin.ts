import type { RuleSetMark } from './ruleSetMark.ts'

/** What a file that left the page is of; stands in the file for people and for "Kiểm tra tệp". */
export type ExportOrigin = {
  /** Of this record; another number is a later page's. */
  readonly format: 1
  readonly kind: ExportKind
  /** Which of its kind: the id of a table, deck, workbook or report that the screen offers. */
  readonly offer: string
  /** Screen and address that show it again. */
  readonly path: string
  readonly search: Readonly<Record<string, string>>
  readonly language: 'vi' | 'en'
  /** Of the page. */
  readonly appVersion: string
  /** ISO instant with offset. */
  readonly madeAt: string
  readonly ruleSet: RuleSetMark | null
  /** SHA-256 of everything the view is made of, names too; null where it rests on nothing. */
  readonly dataHash: string | null
  /** The same for people, in the language of the file, in order: label and text. */
  readonly lines: readonly OriginLine[]
}

export type ExportKind = 'table' | 'workbook' | 'report' | 'deck'

export type OriginLine = { readonly label: string; readonly text: string }

/** A value of an exported file, with the place a reader finds it at. */
export type FileCell = {
  /** "Trang tính Tiêu chí, ô E12", "dòng 7, cột 3", "trang chiếu 4, bảng, dòng 2, cột 3". */
  readonly place: string
  readonly text: string
  /** Of a workbook: the sheet whose name, in quotes, is in the place. */
  readonly sheet?: string | undefined
}

/** Everything a file says that an export can be held against. */
export type ReadExport = {
  readonly origin: ExportOrigin
  readonly cells: readonly FileCell[]
}

/** What came of holding a file against the page. */
export type ExportCheck = {
  readonly compared: number
  /** `found` or `expected` null: the cell is not in the file, or not in what the page makes. */
  readonly differences: readonly {
    readonly place: string
    readonly expected: string | null
    readonly found: string | null
  }[]
}
