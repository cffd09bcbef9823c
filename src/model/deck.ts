import type { DisplayedTable } from './displayedTable.ts'
import type { Exact } from './exact.ts'

/** Slides of one view, as text and lengths: the screen, the hand-out and the PPTX draw the same. */
export type Deck = {
  readonly title: string
  readonly language: 'vi' | 'en'
  /** ISO instant the figures were frozen at. */
  readonly frozenAt: string
  /** Agency or group, rule set, period: at the foot of every slide. */
  readonly scope: string
  readonly slides: readonly Slide[]
}

export type SlideKind =
  | 'cover'
  | 'headline'
  | 'waterfall'
  | 'areas'
  | 'gaps'
  | 'targets'
  | 'trend'
  | 'league'
  | 'grades'
  | 'heat'
  | 'contribution'
  | 'actions'
  | 'missing'
  | 'overdue'
  | 'sources'

export type Slide = {
  /** "waterfall", further ones of the same "waterfall.2"; an agency that was jumped to "agency.<id>". */
  readonly id: string
  readonly kind: SlideKind
  /** In the list of slides: "Thác điểm mất". */
  readonly name: string
  /** The one message, as a sentence with its figure; at most two lines of some 46 letters. */
  readonly title: string
  readonly body: SlideBody
  /** Documents and days; what is inferred or illustrative says so here. */
  readonly source: string
  /** "Số liệu minh họa": stands as a tag beside the title's rule, for nobody reads the foot; the cover has its own. */
  readonly warnings?: readonly string[] | undefined
  /** Behind the chart, whole; null where the slide shows no figures. */
  readonly table: DisplayedTable | null
  /** For whoever speaks: what to say, what will be asked. */
  readonly notes: readonly string[]
}

export type SlideBody =
  | {
      readonly kind: 'cover'
      readonly lines: readonly string[]
      /** "Số liệu minh họa", "thiếu 3 số liệu": said before any figure. */
      readonly warnings: readonly string[]
    }
  | { readonly kind: 'facts'; readonly facts: readonly SlideFact[]; readonly remarks: readonly string[] }
  | BarBody
  | HeatBody
  | { readonly kind: 'list'; readonly heads: readonly string[]; readonly rows: readonly SlideRow[] }
  | { readonly kind: 'text'; readonly lines: readonly string[] }

/** A number that stands alone: "10,1352" of "13,5", under it "75,08% điểm tối đa". */
export type SlideFact = {
  readonly label: string
  readonly value: string
  /** After a slash, smaller. */
  readonly of?: string | undefined
  readonly note?: string | undefined
  readonly mark?: SlideMark | undefined
  /** Opens its receipt. */
  readonly receiptId?: string | undefined
}

export type SlideMark = 'missing' | 'inferred' | 'illustrative' | 'notIncurred' | 'reached' | 'warning'

/** Rows of names, numbers and one bar each, all bars on one scale from 0 to 1. */
export type BarBody = {
  readonly kind: 'bars'
  /** What a bar from 0 to 1 stands for, in the unit of the bars ("13.5"); absent: a share, 100 in percent. */
  readonly scale?: Exact | undefined
  readonly heads: {
    /** Above places or codes; null: there is no such column. */
    readonly lead: string | null
    readonly name: string
    readonly numbers: readonly string[]
    readonly bar: string
    /** Above the words after the bar ("Xếp loại"); null: none. */
    readonly tail: string | null
  }
  readonly rows: readonly BarRow[]
  /** Thresholds and targets over every row. */
  readonly lines: readonly {
    readonly at: number
    readonly text: string
    readonly isTarget: boolean
  }[]
}

export type BarRow = {
  readonly id: string
  /**
   * `max` and `score`: first and last of a waterfall, drawn as an outline and a solid bar; `idle`: rests on nothing
   * that came in; `gap`: rows that are not there, `name` alone says which.
   */
  readonly kind: 'max' | 'score' | 'row' | 'idle' | 'gap'
  readonly lead: string
  readonly name: string
  /** One for each head. */
  readonly numbers: readonly string[]
  readonly segments: readonly BarSegment[]
  readonly tail: string
  readonly mark?: SlideMark | undefined
  /** The row the title speaks of. */
  readonly isStrong: boolean
  /** Node whose receipt a press opens, or agency that is jumped to. */
  readonly receiptId?: string | undefined
  readonly agencyId?: string | undefined
  /** Its own target on the scale. */
  readonly target?: number | undefined
}

export type BarSegment = {
  readonly from: number
  readonly to: number
  readonly paint: 'actual' | 'lost' | 'open' | 'max' | 'idle'
  /** Inferred parts are hatched. */
  readonly isSure: boolean
}

/** Agencies by criteria; numbers are shares of the maximum, fuller is darker. */
export type HeatBody = {
  readonly kind: 'heat'
  readonly corner: string
  readonly columns: readonly string[]
  readonly rows: readonly {
    readonly id: string
    readonly name: string
    readonly agencyId?: string | undefined
    readonly cells: readonly {
      readonly text: string
      /** 1 (least) to 5; null: no share, the text says why. */
      readonly step: 1 | 2 | 3 | 4 | 5 | null
      /** The group's largest loss of this row. */
      readonly isMostLost: boolean
    }[]
  }[]
  /** Edges of the steps in words. */
  readonly legend: string
}

/** A line of a list: what to do, by whom, by when. */
export type SlideRow = {
  readonly id: string
  readonly cells: readonly string[]
  readonly mark?: SlideMark | undefined
  readonly receiptId?: string | undefined
}
