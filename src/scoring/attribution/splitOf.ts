import type { ContributionRow, ContributionSplit, JointShare } from '../../model/attribution.ts'
import {
  compare,
  divide,
  formatExact,
  hundred,
  isZero,
  multiply,
  parseExact,
  type Rational,
  sum,
  zero,
} from '../exact.ts'

type Share = {
  /** null: what no agency explains. */
  readonly agencyId: string | null
  readonly contribution: Rational
  /** null where units would be mixed. */
  readonly shortfall: Rational | null
}

/** Agencies named as those who carry a loss; more would be a list, not a sentence. */
const mostLeading = 5

/**
 * Puts shares of a loss in order and sums what a reader sees together.
 * @param lost more than zero, and what the shares add up to
 */
export function splitOf(lost: Rational, shares: readonly Share[]): Omit<ContributionSplit, 'maxPoints'> {
  const named = shares
    .flatMap(share => (share.agencyId === null ? [] : [{ ...share, agencyId: share.agencyId }]))
    .toSorted((a, b) => compare(b.contribution, a.contribution) || (a.agencyId < b.agencyId ? -1 : 1))
  const nobodys = shares.filter(share => share.agencyId === null)
  const rest = joint(nobodys, lost)
  const leading = leadersOf(named, lost)
  return {
    lost: formatExact(lost),
    rows: rowsOf(named, lost),
    known: joint(named, lost),
    unallocated: isZero(parseExact(rest.contribution)) ? null : withoutCount(rest),
    leading:
      leading.length === 0
        ? null
        : { ...joint(leading, lost), agencyIds: leading.map(share => share.agencyId) },
  }
}

/** Largest first in, largest first out; sums are carried up from the last row, once. */
function rowsOf(
  largestFirst: readonly (Share & { readonly agencyId: string })[],
  lost: Rational,
): readonly ContributionRow[] {
  type After = Omit<Share, 'agencyId'> & { readonly count: number }
  const { rows } = largestFirst.toReversed().reduce<{
    readonly rows: ContributionRow[]
    readonly after: After | null
  }>(
    ({ rows, after }, share) => {
      rows.push({
        agencyId: share.agencyId,
        ...withoutCount(written(share, 1, lost)),
        remaining: after && written(after, after.count, lost),
      })
      return {
        rows,
        after: {
          count: (after?.count ?? 0) + 1,
          contribution: sum([share.contribution, after?.contribution ?? zero]),
          shortfall: share.shortfall && sum([share.shortfall, after?.shortfall ?? zero]),
        },
      }
    },
    { rows: [], after: null },
  )
  return rows.toReversed()
}

function withoutCount({ count: _, ...rest }: JointShare): Omit<JointShare, 'count'> {
  return rest
}

/** The fewest that carry half of the loss together, within the most a sentence can name. */
function leadersOf<Named extends Share>(largestFirst: readonly Named[], lost: Rational): readonly Named[] {
  const found: Named[] = []
  let carried = zero
  for (const share of largestFirst) {
    const isEnough = compare(multiply(carried, { n: 2, d: 1 }), lost) >= 0
    if (isEnough || found.length === mostLeading || compare(share.contribution, zero) <= 0) break
    found.push(share)
    carried = sum([carried, share.contribution])
  }
  return found
}

function joint(shares: readonly Share[], lost: Rational): JointShare {
  const units = shares.flatMap(share => share.shortfall ?? [])
  return written(
    {
      contribution: sum(shares.map(share => share.contribution)),
      shortfall: units.length === shares.length ? sum(units) : null,
    },
    shares.length,
    lost,
  )
}

function written(
  { contribution, shortfall }: Omit<Share, 'agencyId'>,
  count: number,
  lost: Rational,
): JointShare {
  return {
    count,
    shortfall: shortfall && formatExact(shortfall),
    contribution: formatExact(contribution),
    percentOfLoss: formatExact(multiply(divide(contribution, lost), hundred)),
  }
}
