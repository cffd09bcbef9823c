import type { Agreement, ConsolidatedGroup, PublishedCheck } from '../../model/consolidation.ts'
import { isSettled } from '../../model/exact.ts'
import type { RuleSet } from '../../model/ruleSet.ts'
import { compare, formatExact, isZero, parseExact, round, subtract } from '../exact.ts'

/** What somebody published about one agency, as typed. */
export type PublishedClaim = {
  readonly agencyId: string
  readonly total: string | null
  readonly rank: { readonly rank: number; readonly of: number } | null
  readonly band: string | null
  readonly source: string
}

/** Holds what was published against what we compute, agency by agency; computes nothing anew. */
export function checkPublished(
  ruleSet: RuleSet,
  published: readonly PublishedClaim[],
  groups: readonly ConsolidatedGroup[],
): readonly PublishedCheck[] {
  const claims = new Map(published.map(each => [each.agencyId, each]))
  return groups.flatMap(group => {
    const rows = new Map(group.rows.map(each => [each.agencyId, each]))
    return [...group.rows, ...group.apart].flatMap(({ agencyId }): readonly PublishedCheck[] => {
      const claim = claims.get(agencyId)
      if (!claim) return []
      const row = rows.get(agencyId)?.row ?? null
      const { points } = row?.total ?? {}
      const computed = points?.kind === 'known' ? { from: points.from, to: points.to } : null
      return [
        {
          agencyId,
          source: claim.source,
          total: claim.total === null ? null : checkTotal(claim.total, computed, row !== null),
          rank: claim.rank && {
            published: claim.rank.rank,
            of: claim.rank.of,
            computed: row?.rank ?? null,
            computedOf: group.cohort.standings.ranked.length,
            agreement: exactly(
              row !== null,
              row?.rank?.kind === 'settled' ? row.rank.rank === claim.rank.rank : null,
            ),
          },
          band: claim.band === null ? null : checkBand(ruleSet, claim.band, row?.grade?.bandIds ?? [], !!row),
        },
      ]
    })
  })
}

function checkTotal(
  published: string,
  computed: { readonly from: string; readonly to: string } | null,
  isScored: boolean,
): NonNullable<PublishedCheck['total']> {
  if (!computed || !isSettled(computed))
    return { published, computed, difference: null, agreement: isScored ? 'open' : 'unscored' }
  const ours = parseExact(computed.from)
  const difference = subtract(ours, parseExact(published))
  const places = published.split('.')[1]?.length ?? 0
  const rounded = round(ours, { places, mode: 'halfUp' })
  const agreement: Agreement = isZero(difference)
    ? 'same'
    : compare(rounded, parseExact(published)) === 0
      ? 'rounded'
      : 'differs'
  return { published, computed, difference: formatExact(difference), agreement }
}

function checkBand(
  { bands }: RuleSet,
  published: string,
  computedIds: readonly string[],
  isScored: boolean,
): NonNullable<PublishedCheck['band']> {
  const [only, ...others] = computedIds
  const band = others.length === 0 ? bands.find(each => each.id === only) : undefined
  const names = band ? [band.id, band.name, band.nameEn ?? band.name, ...(band.aliases ?? [])] : []
  return {
    published,
    computedIds,
    agreement: exactly(isScored, band ? names.some(name => plain(name) === plain(published)) : null),
  }
}

const plain = (text: string) => text.normalize('NFC').trim().toLowerCase()

/** @param agrees null: ours is open */
function exactly(isScored: boolean, agrees: boolean | null): Exclude<Agreement, 'rounded'> {
  if (!isScored) return 'unscored'
  return agrees === null ? 'open' : agrees ? 'same' : 'differs'
}
