import type { Codec } from './codecs.ts'
import type { Json } from './json.ts'

/** Columns a rule is written in, wherever it stands; several kinds share one. */
export type RuleColumn =
  | 'kind'
  | 'metric'
  | 'numerator'
  | 'denominator'
  | 'target'
  | 'floor'
  | 'direction'
  | 'scaling'
  | 'whenZero'
  | 'whenMissing'
  | 'whenOpen'
  | 'perUnit'
  | 'least'
  | 'most'
  | 'base'
  | 'scaleFrom'
  | 'scaleTo'
  | 'otherwise'
  | 'markPercent'
  | 'others'

export type RuleField = {
  /** The column, or the name before the colon in the column for other parameters. */
  readonly at: Exclude<RuleColumn, 'kind' | 'others'> | { readonly other: string }
  readonly path: string
  readonly codec: Codec
  /** What an empty cell stands for; without it the field may be left out when `isOptional`. */
  readonly unless?: Json | undefined
  readonly isOptional?: true | undefined
  /** Exactly one of the fields of this name is given. */
  readonly group?: string | undefined
}

/** Columns of the sheet that holds bands, options and items. */
export type ItemColumn =
  | 'label'
  | 'labelEn'
  | 'metric'
  | 'denominator'
  | 'value'
  | 'from'
  | 'to'
  | 'points'
  | 'percent'
  | 'when'
  | 'expression'

export type ItemField = {
  readonly at: ItemColumn
  readonly path: string
  readonly codec: Codec
  readonly isOptional?: true | undefined
  /** Exactly one of the fields of this name is given. */
  readonly group?: string | undefined
}

/** A list of a rule, one row an element. */
export type RuleList = {
  readonly path: string
  /** What such a row is called. */
  readonly word: string
  readonly fields: readonly ItemField[]
  /** Set on every element of this word, and told apart by it. */
  readonly fixed?: { readonly field: string; readonly value: string } | undefined
  readonly isOptional?: true | undefined
}

export type KindLayout = {
  readonly word: string
  readonly about: string
  readonly fields: readonly RuleField[]
  readonly lists: readonly RuleList[]
  /** Reads one figure, or two as a percentage. */
  readonly hasMeasure?: true | undefined
  /** Where the parts stand, each with a rule of its own. */
  readonly parts?: 'parts' | 'cases' | undefined
}
