import { type QueryClient, useQueryClient } from '@tanstack/react-query'
import type { ComputedRank } from '../../features/report/reportInput.ts'
import { reportWords } from '../../features/report/words.ts'
import { agenciesQuery, catalogueQuery } from '../../io/queries.ts'
import type { AgencyDirectory } from '../../model/agency.ts'
import type { Catalogue } from '../../model/catalogue.ts'
import type { Report } from '../../model/report.ts'
import { useOffer } from '../../state/exports/offers.ts'
import { cohortQuery, comparedGroups } from '../../state/useCohortView.ts'
import type { ScoredView } from '../../state/useScoredView.ts'
import { formatNumber, type Language } from '../../ui/formatNumber.ts'
import { pickName, useLanguage, useText } from '../../ui/language.tsx'

/** What every screen of one agency's scores offers: the report of its results. Draws nothing. */
export function ReportOffer({ view }: { view: ScoredView }) {
  const words = useText(reportWords)
  const language = useLanguage()
  const client = useQueryClient()
  useOffer({
    kind: 'report',
    id: 'report',
    name: words.offer,
    make: () => agencyReportOf(client, view, language),
  })
  return null
}

/** Everything a report rests on is asked for when somebody wants one. */
async function agencyReportOf(client: QueryClient, view: ScoredView, language: Language): Promise<Report> {
  const { sheet, agency } = view
  const [{ agencyReport }, { officialTable }, { criteriaTable }, { nextActionsOf }, { readRemedies }] =
    await Promise.all([
      import('../../features/report/agencyReport.ts'),
      import('../../features/criteria/projectCriteria.ts'),
      import('../../state/criteriaView.ts'),
      import('../../state/nextActions.ts'),
      import('../../state/exports/readRemedies.ts'),
    ])
  const catalogue = await client.ensureQueryData(catalogueQuery())
  const directory = await client.ensureQueryData(agenciesQuery(catalogue.agencies))
  const nameOf = (id: string) => directory.agencies.find(each => each.id === id)?.name ?? id
  const kept = await readRemedies({
    ruleSetId: sheet.ruleSetId,
    period: sheet.period,
    agencyId: sheet.agencyId,
  })
  return agencyReport({
    view,
    annex: officialTable(view, criteriaTable(view, view.parts?.before ?? null), language),
    next: nextActionsOf(view),
    leaves: nextActionsOf({ ...view, plan: null }),
    remedies: kept.map(each => ({
      ...each,
      lead: each.task.lead || each.task.leadIds.map(nameOf).join(', '),
    })),
    parent: directory.agencies.find(each => each.id === agency?.parentId) ?? null,
    rank: await rankOf(client, catalogue, directory, view, language),
    language,
  })
}

/** Rank among its kind, computed from the agencies whose files are there; null where it has none. */
async function rankOf(
  client: QueryClient,
  catalogue: Catalogue,
  directory: AgencyDirectory,
  { sheet, stages }: ScoredView,
  language: Language,
): Promise<ComputedRank | null> {
  const { ruleSetId, period, agencyId, stage } = sheet
  const group = comparedGroups(catalogue, directory, ruleSetId).find(each =>
    each.agencyIds.includes(agencyId),
  )
  if (!group) return null
  const asked = { ruleSetId, period, stage: stage === stages.at(-1) ? null : stage }
  // A report without a rank is better than none.
  const cohort = await client.ensureQueryData(cohortQuery(catalogue, directory, asked)).catch(() => null)
  const shown = cohort?.groups.find(each => each.groupId === group.groupId)
  const rank = shown?.rows.find(each => each.agencyId === agencyId)?.rank
  if (!shown || !rank) return null
  const count = (value: number) => formatNumber(String(value), language)
  const named = directory.groups.find(each => each.id === group.groupId)
  return {
    rank: rank.kind === 'settled' ? count(rank.rank) : `${count(rank.from)}–${count(rank.to)}`,
    of: shown.rows.filter(row => row.place === 'ranked').length,
    group: named ? pickName(language, named.name, named.nameEn) : group.groupId,
  }
}
