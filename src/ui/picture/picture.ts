/** What a downloaded picture of a chart says around it. */
export type Picture = {
  /** The block that is drawn: the chart as it stands on screen. */
  readonly element: () => HTMLElement | null
  /** The sentence with the figure. */
  readonly title: string
  /** Agency or group, rule set, period, stage. */
  readonly scope: string
  /** Document and day the figures come from; what is inferred or illustrative says so here too. */
  readonly source: string
  /** Without extension; made safe for file systems. */
  readonly fileName: string
  /**
   * Runs before the element is copied, for blocks that have to unfold first; what it returns puts the screen
   * back. Tables that draw only the rows in view need `useWholeTable` instead.
   */
  readonly prepare?: (() => Restore | Promise<Restore>) | undefined
}

type Restore = (() => void) | undefined

/** What a picture is drawn from: the words of a `Picture` and the block itself. */
export type PictureContent = Pick<Picture, 'title' | 'scope' | 'source'> & {
  readonly element: HTMLElement
  /** Last words of the foot: program and day of drawing. */
  readonly made: string
  /** Under the foot: what the picture is of, for whoever looks it up again. */
  readonly origin?: string | undefined
}

export type PictureFormat = 'png' | 'svg'
