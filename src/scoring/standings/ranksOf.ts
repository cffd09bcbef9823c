import type { TieStyle } from '../../model/rules.ts'
import type { Rank } from '../../model/standings.ts'
import { compare, type Rational } from '../exact.ts'

/** Lower and upper end of a score; the same when it is settled. */
export type Ends = { readonly from: Rational; readonly to: Rational }

/**
 * The rank of every score, or the best and worst rank that open scores still allow.
 *
 * At best an agency reaches its upper end while everybody else stays at the lower one, at worst the other
 * way round; each end of the range is taken on its own. An open score may be any value between its ends.
 * Under dense ranking the best case lets the others share as few values as possible, the worst case as
 * many as possible.
 *
 * @returns in the order of `scores`
 */
export function ranksOf(scores: readonly Ends[], ties: TieStyle): readonly Rank[] {
  const placeOf = ties === 'competition' ? competitionPlaces(scores) : densePlaces(scores)
  return scores.map(score => {
    const { from, to } = placeOf(score)
    return from === to ? { kind: 'settled', rank: from } : { kind: 'open', from, to }
  })
}

type Places = (score: Ends) => { readonly from: number; readonly to: number }

/** 1,1,3: one more than the number of better agencies. */
function competitionPlaces(scores: readonly Ends[]): Places {
  const lows = scores.map(score => score.from).toSorted(compare)
  const highs = scores.map(score => score.to).toSorted(compare)
  return score => ({
    from: 1 + countPast(lows, score.to),
    // Its own upper end lies above its lower one while it is open.
    to: 1 + countPast(highs, score.from) - (isOpen(score) ? 1 : 0),
  })
}

/** 1,1,2: one more than the number of different better scores. */
function densePlaces(scores: readonly Ends[]): Places {
  const settled = ascendingWithoutRepeats(scores.filter(score => !isOpen(score)).map(score => score.from))
  const openHighs = scores
    .filter(isOpen)
    .map(score => score.to)
    .toSorted(compare)
  const fewest = fewestValues(scores)
  return score => ({
    from: 1 + fewest(score.to),
    to: 1 + countPast(settled, score.from) + countPast(openHighs, score.from) - (isOpen(score) ? 1 : 0),
  })
}

/**
 * The least number of different values that scores surely above a limit can take: going down from the
 * highest lower end, a score needs a value of its own only when it cannot reach the one chosen last.
 */
function fewestValues(scores: readonly Ends[]): (limit: Rational) => number {
  const descending = scores.toSorted((a, b) => compare(b.from, a.from))
  const chosen: Rational[] = []
  for (const { from, to } of descending) {
    const last = chosen.at(-1)
    if (last === undefined || compare(to, last) < 0) chosen.push(from)
  }
  const ascending = chosen.toReversed()
  return limit => countPast(ascending, limit)
}

function isOpen({ from, to }: Ends): boolean {
  return compare(from, to) !== 0
}

function ascendingWithoutRepeats(values: readonly Rational[]): readonly Rational[] {
  return values.toSorted(compare).filter((value, index, all) => {
    const before = all[index - 1]
    return before === undefined || compare(before, value) !== 0
  })
}

/**
 * How many of the ascending values lie above a limit.
 * @param reaching count those equal to the limit too
 */
export function countPast(ascending: readonly Rational[], limit: Rational, reaching = false): number {
  let [low, high] = [0, ascending.length]
  while (low < high) {
    const middle = (low + high) >> 1
    const value = ascending[middle]
    const order = value === undefined ? 1 : compare(value, limit)
    if (order > 0 || (reaching && order === 0)) high = middle
    else low = middle + 1
  }
  return ascending.length - low
}
