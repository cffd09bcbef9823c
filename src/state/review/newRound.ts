import { type Agency, type AgencyDirectory, membersOf } from '../../model/agency.ts'
import type { Catalogue } from '../../model/catalogue.ts'
import type { Provenance } from '../../model/provenance.ts'
import { type ReviewRound, reviewFormat } from '../../model/review.ts'
import type { RuleSet } from '../../model/ruleSet.ts'
import { lastDayOf } from '../../scoring/actions/paceTo.ts'

/** Agencies that can be asked to hand in together. */
export type GroupChoice = {
  readonly groupId: string
  readonly name: string
  readonly nameEn?: string | undefined
  /** Those that stood at the end of the period. */
  readonly agencies: readonly Agency[]
  /** How many of them something was published for under this rule set, in whatever period. */
  readonly published: number
}

/** The group of all agencies something was published for in the period. */
export const publishedGroupId = 'co-so-lieu-trong-ky'

/**
 * Comparison groups of the directory with the agencies that stood at the end of the period, those the rule set is
 * published for first; then all agencies with published figures of that period together.
 */
export function groupChoices(
  directory: AgencyDirectory,
  catalogue: Catalogue,
  { ruleSetId, period }: { ruleSetId: string; period: string },
): readonly GroupChoice[] {
  const entries = catalogue.submissions.filter(entry => entry.ruleSetId === ruleSetId)
  const known = new Set(entries.map(entry => entry.agencyId))
  const inPeriod = new Set(entries.filter(entry => entry.period === period).map(entry => entry.agencyId))
  const last = lastDayOf(period)
  const standing = (agency: Agency) => last === null || stoodOn(agency, last)
  const groups = directory.groups
    .filter(group => group.use === 'comparison')
    .map(({ id, name, nameEn }) => {
      const agencies = membersOf(directory, id).filter(standing)
      const published = agencies.filter(agency => known.has(agency.id)).length
      return { groupId: id, name, nameEn, agencies, published }
    })
  const withFigures = directory.agencies.filter(agency => inPeriod.has(agency.id) && standing(agency))
  const own: GroupChoice = {
    groupId: publishedGroupId,
    name: 'Đơn vị đã có số liệu đăng trong kỳ',
    nameEn: 'Agencies with published figures of the period',
    agencies: withFigures,
    published: withFigures.length,
  }
  return [...groups.toSorted((a, b) => Number(b.published > 0) - Number(a.published > 0)), own].filter(
    ({ agencies }) => agencies.length > 0,
  )
}

/**
 * Groups that are taken until somebody chooses: those the rule set is published for; where it is published for no
 * group of the directory, the one that is left, if it is one.
 */
export function usualGroups(choices: readonly GroupChoice[]): ReadonlySet<string> {
  const fitting = choices.filter(({ published }) => published > 0)
  const named = fitting.filter(({ groupId }) => groupId !== publishedGroupId)
  const usual = named.length > 0 ? named : fitting.length > 0 ? fitting : choices.length === 1 ? choices : []
  return new Set(usual.map(each => each.groupId))
}

/** The chosen groups, each agency in the first that has it. */
export function groupsOf(chosen: readonly GroupChoice[]): ReviewRound['groups'] {
  const taken = new Set<string>()
  return chosen.flatMap(({ groupId, name, agencies }) => {
    const ids = agencies.map(agency => agency.id).filter(id => !taken.has(id))
    for (const id of ids) taken.add(id)
    return ids.length > 0 ? [{ groupId, name, agencyIds: ids }] : []
  })
}

/**
 * A round nobody has worked on.
 * @param sha256 of the rule set, see `ruleSetHash`
 */
export function newRound({
  ruleSet,
  sha256,
  period,
  chosen,
  name,
  now,
  id,
}: {
  ruleSet: RuleSet
  sha256: string
  period: string
  chosen: readonly GroupChoice[]
  name: string | null
  /** ISO instant. */
  now: string
  id: string
}): ReviewRound {
  return {
    format: reviewFormat,
    id,
    name: name?.normalize('NFC').trim().replace(/\s+/g, ' ').slice(0, 200) || null,
    ruleSet: { id: ruleSet.id, version: ruleSet.version, sha256 },
    period,
    groups: groupsOf(chosen),
    createdAt: now,
    provenance: roundProvenance(
      ruleSet,
      chosen.flatMap(({ agencies }) => agencies),
    ),
  }
}

/** What is decided about made-up agencies, or under made-up rules, is made up. */
function roundProvenance(ruleSet: RuleSet, agencies: readonly Agency[]): Provenance {
  const isMadeUp =
    agencies.some(({ provenance }) => provenance?.certainty === 'illustrative') ||
    ruleSet.roundingProvenance.certainty === 'illustrative' ||
    ruleSet.criteria.some(({ provenance }) => provenance.certainty === 'illustrative')
  return isMadeUp
    ? { certainty: 'illustrative', source: null, note: 'Số liệu minh họa' }
    : { certainty: 'stated', source: null, note: 'Người thẩm định ghi' }
}

function stoodOn({ validFrom, validTo }: Agency, day: string): boolean {
  return (validFrom === undefined || validFrom <= day) && (validTo === undefined || day <= validTo)
}
