import type { AgencyDirectory } from '../../model/agency.ts'
import { membersOf } from '../../model/agency.ts'
import type { CohortGroup, CohortView } from '../../model/cohort.ts'
import { foldText } from '../../ui/foldText.ts'
import { searchedText } from './leagueRows.ts'

/** Agencies without a row that a search finds all the same, by the list that names them. */
export type Elsewhere = {
  readonly list: 'notSubmitted' | 'refused'
  readonly names: readonly [string, ...string[]]
}

/** Headings of the lists below the table. */
export const listIds = { notSubmitted: 'silent-title', refused: 'refused-title' } as const

/** Whom of those without points a search finds; nobody while nothing is searched for. */
export function foundElsewhere(
  view: Pick<CohortView, 'refused'>,
  group: Pick<CohortGroup, 'groupId' | 'notSubmitted'>,
  directory: AgencyDirectory,
  search: string,
): readonly Elsewhere[] {
  const wanted = ` ${foldText(search.trim())}`
  if (wanted === ' ') return []
  const agencies = new Map(directory.agencies.map(agency => [agency.id, agency]))
  const members = new Set(membersOf(directory, group.groupId).map(agency => agency.id))
  const lists = {
    notSubmitted: group.notSubmitted,
    refused: view.refused.map(each => each.agencyId).filter(id => members.has(id)),
  }
  return (['notSubmitted', 'refused'] as const).flatMap(list => {
    const [first, ...others] = lists[list]
      .filter(id => searchedText(agencies.get(id), id).includes(wanted))
      .map(id => agencies.get(id)?.name ?? id)
    return first === undefined ? [] : [{ list, names: [first, ...others] as const }]
  })
}
