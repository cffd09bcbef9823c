import type { Exact } from '../../../model/exact.ts'
import type { LedgerEntry } from '../../../model/review.ts'
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

/** "5,75 thành 5 điểm", or that it stays. */
export function changeText(
  from: Exact | null,
  to: Exact | null,
  points: (value: string) => string,
  words: DetailWords,
): string {
  if (from === to) return from === null ? words.openPoints : words.keeps(points(from))
  const text = (value: Exact | null) => (value === null ? words.openPoints : points(value))
  return words.change(text(from), text(to))
}
