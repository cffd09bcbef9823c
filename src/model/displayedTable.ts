import type { Exact } from './exact.ts'

/**
 * A table as it is displayed: the same columns, rows, order and texts as on the screen. Files, print and slides are
 * made of it and of nothing else, so that what leaves the page is what was seen.
 */
export type DisplayedTable = {
  /** Which table of its screen; stands in files, so that it is found again. Letters, digits and "-". */
  readonly id: string
  /** Short: the tab of a sheet, a part of a file's name. */
  readonly name: string
  /** What it says, in one sentence. */
  readonly title: string
  readonly columns: readonly DisplayedColumn[]
  readonly rows: readonly DisplayedRow[]
  /** Legends and remarks that have to be known to read it. */
  readonly notes: readonly string[]
  /** What narrows or orders it, in words: search, filter, order, folded groups, hidden columns; empty: everything. */
  readonly narrowed: readonly string[]
  /** Said in place of rows where there are none. */
  readonly empty: string
}

export type DisplayedColumn = {
  readonly id: string
  /** The whole head in one line: "Thẩm định, lần 1". */
  readonly head: string
  /** Head above this one and its neighbours with the same. */
  readonly above?: string | undefined
  readonly align: 'left' | 'right' | 'center'
  /** Letters it should have room for. */
  readonly width: number
}

export type DisplayedRow = {
  readonly id: string
  /**
   * `heading` and `gap` hold one cell that goes over every column: a title inside the table, and rows that are
   * known not to be there ("4 đơn vị chưa nạp"). All others hold one cell a column.
   */
  readonly kind: 'row' | 'group' | 'total' | 'heading' | 'gap'
  /** 0 = outermost. */
  readonly depth: number
  readonly cells: readonly DisplayedCell[]
}

/** What one cell says. */
export type DisplayedCell = {
  /** Everything a reader sees or hears, on one line: "suy ra 5,75", "thiếu", "67,49–73,49"; empty where nothing stands. */
  readonly text: string
  /** Where the text is one number with words around it: `text` is `before`, the number as written, and `after`. */
  readonly number?: DisplayedNumber | undefined
}

export type DisplayedNumber = {
  /** As displayed, plain: "-1234.5" where the text says "−1.234,50"; what the display rounds is rounded here too. */
  readonly value: Exact
  /** Decimals shown. */
  readonly places: number
  /** A plus is written before what is more than zero. */
  readonly isSigned?: boolean | undefined
  /** `value` counts percents ("75.08") and the text shows a percent sign after it. */
  readonly isPercent?: boolean | undefined
  readonly before?: string | undefined
  readonly after?: string | undefined
}
