import type { Exact } from '../../../model/exact.ts'
import type { LedgerEntry, Verdict } from '../../../model/review.ts'
import type { EntryOf } from '../../../model/roundState.ts'
import type { DetailWords } from './detailWords.ts'

/** What a line of the ledger did, in a few words. */
export function actText({ act }: LedgerEntry, words: DetailWords): string {
  switch (act.kind) {
    case 'decide':
      return words.act[act.verdict.kind]
    case 'withdraw':
    case 'survey':
    case 'answer':
    case 'request':
      return words.act[act.kind]
    default:
      return words.act.other
  }
}

/** "cho điểm, 5,75 thành 5 điểm": a verdict with what it did to the points. */
export function decisionText(
  { verdict, from, to }: Pick<EntryOf<'decide'>['act'], 'verdict' | 'from' | 'to'>,
  points: (value: string) => string,
  words: DetailWords,
): string {
  const change = changeText(verdict, from, to, points, words)
  const act = words.act[verdict.kind]
  if (change === null) return act
  return verdict.kind === 'notApplicable' ? change : `${act}, ${change}`
}

/** "5,75 thành 5 điểm", or that it stays; null: the verdict says everything by itself. */
export function changeText(
  { kind }: Pick<Verdict, 'kind'>,
  from: Exact | null,
  to: Exact | null,
  points: (value: string) => string,
  words: DetailWords,
): string | null {
  // An exempt item has no points, which is another thing than points nobody knows yet.
  if (kind === 'notApplicable') return from === null ? null : `${points(from)} → ${words.act.notApplicable}`
  if (kind === 'ask' || (kind === 'agree' && from === null && to === null)) return null
  if (from === to) return from === null ? words.openPoints : words.keeps(points(from))
  const text = (value: Exact | null) => (value === null ? words.openPoints : points(value))
  return words.change(text(from), text(to))
}
