import type { LedgerEntry } from '../../model/review.ts'

/** What this page knows of the decisions it wrote since it was opened. */
export type OwnLines = {
  /** Pens they were written with. They are random: no two pages share one. */
  readonly pens: ReadonlySet<string>
  /** Ids of lines that began a step of their own. */
  readonly begins: ReadonlySet<string>
}

const own = { pens: new Set<string>(), begins: new Set<string>() }

export function ownLines(): OwnLines {
  return own
}

/** Remembers lines that this page has just written. @param goesOn they belong to the step before */
export function noteOwnLines(lines: readonly LedgerEntry[], goesOn = false): void {
  const [first] = lines
  if (!first) return
  own.pens.add(first.pen)
  if (!goesOn) own.begins.add(first.id)
}
