import type { Codec } from './codecs.ts'

/** One column of a sheet, or one line of the sheet of general fields. */
export type Column = {
  /** Path of the field in what a row stands for; `rule:…`, `item:…` and `#…` are read by code of their own. */
  readonly key: string
  readonly title: string
  /** Other titles officials use. */
  readonly aliases?: readonly string[] | undefined
  readonly codec: Codec
  readonly width: number
  /** A row without it is refused. */
  readonly isRequired?: true | undefined
  /** An empty cell is an id made of the text in one of these columns. */
  readonly slugOf?: readonly string[] | undefined
  readonly about: string
}

export type SheetName =
  | 'general'
  | 'criteria'
  | 'items'
  | 'parts'
  | 'metrics'
  | 'evidence'
  | 'bands'
  | 'gradings'
  | 'pools'
  | 'adjustments'
  | 'readings'
  | 'calendars'
  | 'examples'

export type SheetLayout = {
  readonly name: SheetName
  readonly title: string
  readonly about: string
  readonly columns: readonly Column[]
  readonly frozenColumns?: number | undefined
  /** The file cannot do without it. */
  readonly isRequired?: true | undefined
}

type Extras = Partial<Pick<Column, 'aliases' | 'isRequired' | 'slugOf'>>

/** A column with its cells' codec and its line in the guide. */
export const column = (
  key: string,
  title: string,
  codec: Codec,
  width: number,
  about: string,
  extras: Extras = {},
): Column => ({ key, title, codec, width, about, ...extras })

export const required: Extras = { isRequired: true }
