import type { Band, Quota } from '../../model/ruleSet.ts'
import type { CountRange, QuotaResult, QuotaVerdict } from '../../model/standings.ts'
import { compare, divide, floor, formatExact, hundred, multiply, parseExact, whole } from '../exact.ts'
import { countPast, type Ends } from './ranksOf.ts'

/** An agency whose grade quotas may change. */
export type Graded = {
  readonly agencyId: string
  readonly score: Ends
  /** Before quotas, lowest first: several while the score or a flag is open. */
  readonly bandIds: readonly string[]
  /** The lower end reaches no band at all, so that even a single band is not sure. */
  readonly mayHaveNone: boolean
  /** A flag gave the band whatever the score. */
  readonly isForced: boolean
}

export type AfterQuotas = {
  readonly grades: ReadonlyMap<
    string,
    { readonly bandIds: readonly string[]; readonly verdicts: readonly QuotaVerdict[] }
  >
  readonly results: readonly QuotaResult[]
}

/**
 * Limits how many agencies keep a band, quota after quota (NĐ 335/2025: xuất sắc không quá 20% số được xếp
 * loại hoàn thành tốt).
 *
 * - Counted are agencies whose grade before all quotas (thresholds and forcing flags) is in `ofBandIds`.
 * - floor(maxPercent × count ÷ 100) may keep `bandId`, best scores first; a quota is never rounded up.
 * - Holders are those in `bandId` when their quota comes, also if an earlier one made them fall into it.
 *   A band that a flag forced is neither counted against the limit nor taken away.
 * - Equal scores across the cut all fall or all stay, as `atTie` says.
 *
 * While totals are open, an agency keeps the band only when it does so at its lowest against everybody
 * else at their highest and under the lowest limit, and falls only when the opposite is as sure; otherwise
 * both bands stay on its list. The list may hold a band too many, never one too few.
 *
 * @param bands of the rule set, for the order of lists
 */
export function applyQuotas(
  quotas: readonly Quota[],
  bands: readonly Band[],
  agencies: readonly Graded[],
): AfterQuotas {
  const order = bands
    .toSorted((a, b) => compare(parseExact(a.fromPercent), parseExact(b.fromPercent)))
    .map(band => band.id)
  const current = new Map(agencies.map(({ agencyId, bandIds }) => [agencyId, bandIds]))
  const verdicts = new Map(agencies.map(({ agencyId }) => [agencyId, [] as QuotaVerdict[]]))
  const results = quotas.map((quota, index): QuotaResult => {
    const count = rangeOf(agencies, agency => membership(agency.bandIds, quota.ofBandIds, agency.mayHaveNone))
    const limit = { from: limitOf(quota, count.from), to: limitOf(quota, count.to) }
    const holds = new Map(
      agencies.map(agency => {
        const held = current.get(agency.agencyId) ?? []
        return [
          agency.agencyId,
          agency.isForced ? 'no' : membership(held, [quota.bandId], agency.mayHaveNone),
        ] as const
      }),
    )
    const holdsOf = ({ agencyId }: Graded) => holds.get(agencyId) ?? 'no'
    const judge = judgeOf(quota, limit, agencies, holdsOf)
    let decided = true
    for (const agency of agencies) {
      if (holdsOf(agency) === 'no') continue
      const outcome = judge(agency, holdsOf(agency) === 'sure')
      if (outcome === 'open') decided = false
      verdicts.get(agency.agencyId)?.push({ quota: index, outcome, count, limit })
      const others = (current.get(agency.agencyId) ?? []).filter(id => id !== quota.bandId)
      const possible = new Set([
        ...others,
        ...(outcome === 'falls' ? [] : [quota.bandId]),
        ...(outcome === 'keeps' ? [] : [quota.toBandId]),
      ])
      current.set(
        agency.agencyId,
        order.filter(id => possible.has(id)),
      )
    }
    return {
      quota: index,
      bandId: quota.bandId,
      toBandId: quota.toBandId,
      count,
      limit,
      holders: rangeOf(agencies, holdsOf),
      decided,
      provenance: quota.provenance,
    }
  })
  return {
    grades: new Map(
      agencies.map(({ agencyId, bandIds }) => [
        agencyId,
        { bandIds: current.get(agencyId) ?? bandIds, verdicts: verdicts.get(agencyId) ?? [] },
      ]),
    ),
    results,
  }
}

type Membership = 'sure' | 'possible' | 'no'

function membership(held: readonly string[], wanted: readonly string[], mayHaveNone: boolean): Membership {
  const inside = held.filter(id => wanted.includes(id))
  if (inside.length === 0) return 'no'
  return inside.length === held.length && !mayHaveNone ? 'sure' : 'possible'
}

function rangeOf(agencies: readonly Graded[], belongs: (agency: Graded) => Membership): CountRange {
  const all = agencies.map(belongs)
  return {
    from: all.filter(each => each === 'sure').length,
    to: all.filter(each => each !== 'no').length,
  }
}

function limitOf({ maxPercent }: Quota, count: number): number {
  return Number(formatExact(floor(divide(multiply(parseExact(maxPercent), whole(count)), hundred))))
}

/** Whether a holder keeps the band in the best and in the worst case for it. */
function judgeOf(
  { atTie }: Quota,
  limit: CountRange,
  agencies: readonly Graded[],
  holdsOf: (agency: Graded) => Membership,
): (agency: Graded, isSure: boolean) => QuotaVerdict['outcome'] {
  const holders = agencies.filter(agency => holdsOf(agency) !== 'no')
  const sureLows = holders
    .filter(agency => holdsOf(agency) === 'sure')
    .map(({ score }) => score.from)
    .toSorted(compare)
  const highs = holders.map(({ score }) => score.to).toSorted(compare)
  return ({ score }, isSure) => {
    const isOpen = compare(score.from, score.to) !== 0
    if (atTie === 'allFall') {
      // All that score as much have to fit in, itself included; it is among those counted by its own ends.
      const fewest = countPast(sureLows, score.to, true) + (isSure && !isOpen ? 0 : 1)
      const most = countPast(highs, score.from, true)
      return outcomeOf(fewest <= limit.to, most > limit.from)
    }
    const fewest = countPast(sureLows, score.to)
    const most = countPast(highs, score.from) - (isOpen ? 1 : 0)
    return outcomeOf(fewest < limit.to, most >= limit.from)
  }
}

function outcomeOf(mayKeep: boolean, mayFall: boolean): QuotaVerdict['outcome'] {
  return mayKeep ? (mayFall ? 'open' : 'keeps') : 'falls'
}
