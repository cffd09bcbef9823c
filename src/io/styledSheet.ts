import type { CellRange, Merge } from './sheetCell.ts'

/** A workbook that people fill in: looks, locks, formulas and checks of what is typed. */
export type StyledWorkbook = {
  readonly title: string
  readonly sheets: readonly StyledSheet[]
  /** Sheets may be renamed, moved and removed; a workbook that is filled in keeps its own. */
  readonly isOpen?: boolean | undefined
}

export type StyledSheet = {
  readonly name: string
  readonly isHidden?: boolean | undefined
  /** Not even in the list of hidden sheets. */
  readonly isVeryHidden?: boolean | undefined
  readonly columns: readonly StyledColumn[]
  /** By row from 1; a row may leave columns out at its end. */
  readonly rows: readonly (readonly (StyledCell | null)[])[]
  /** Heights of rows in points, by row from 1, 0 for hidden ones; the others are left to the program. */
  readonly heights?: ReadonlyMap<number, number> | undefined
  /** Levels of rows that can be folded under the row above them, 1 to 7, by row from 1. */
  readonly outlines?: ReadonlyMap<number, number> | undefined
  /** Rows from 1, columns from 0, both ends inside. */
  readonly merges?: readonly Merge[] | undefined
  readonly entries?: readonly EntryCheck[] | undefined
  /** Rows at the top and columns at the left that stay in sight. */
  readonly frozen?: { readonly rows: number; readonly columns: number } | undefined
  /** Only unlocked cells may be changed; no password, so that whoever has to can lift it. */
  readonly isProtected?: boolean | undefined
  readonly page?: SheetPage | undefined
}

export type StyledColumn = { readonly width: number; readonly isHidden?: boolean | undefined }

/** A4, as wide as the page. */
export type SheetPage = {
  readonly orientation: 'portrait' | 'landscape'
  /** Rows repeated on every page, from 1. */
  readonly titleRows?: readonly [number, number] | undefined
  /** "&P" and "&N" stand for the page and how many there are. */
  readonly footer?: string | undefined
}

export type StyledCell = {
  readonly content: CellContent
  readonly look?: CellLook | undefined
  /** May be filled in where the sheet is protected. */
  readonly isOpen?: boolean | undefined
}

/** Text stays text whatever it begins with. */
export type CellContent =
  | { readonly kind: 'empty' }
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'number'; readonly value: number }
  /** A day as spreadsheets count them. */
  | { readonly kind: 'day'; readonly serial: number }
  /**
   * English function names and commas, without the sign "=".
   * `result` is what programs that do not calculate show.
   */
  | { readonly kind: 'formula'; readonly formula: string; readonly result?: string | number | undefined }

export type CellLook = {
  readonly bold?: boolean | undefined
  readonly italic?: boolean | undefined
  readonly size?: number | undefined
  /** RGB in six hexadecimal digits. */
  readonly color?: string | undefined
  readonly fill?: string | undefined
  readonly align?: 'left' | 'center' | 'right' | undefined
  readonly middle?: boolean | undefined
  readonly indent?: number | undefined
  readonly noWrap?: boolean | undefined
  /** Thin lines around it; `top` a thick one above. */
  readonly border?: 'box' | 'top' | undefined
  readonly format?: CellFormat | undefined
}

/**
 * `places`: a number with so many decimals, always shown; `general` as many as it has; `code` as spreadsheets
 * write their formats.
 */
export type CellFormat =
  | 'text'
  | 'general'
  | 'whole'
  | 'day'
  | { readonly places: number }
  | { readonly code: string }

/** What may be typed in a cell, with what is said beside it and when it is refused. */
export type EntryCheck = {
  /** "E12" or "E12:E40". */
  readonly cells: string
  readonly allow:
    | { readonly kind: 'list'; readonly words: CellRange }
    | { readonly kind: 'whole' | 'decimal'; readonly least?: number; readonly most?: number }
    /** Days as spreadsheets count them. */
    | { readonly kind: 'day'; readonly least: number; readonly most: number }
    | { readonly kind: 'anything' }
  readonly title: string
  readonly hint: string
  readonly refusal: string
}
