import type { QueryClient } from '@tanstack/react-query'
import { catalogueQuery } from '../../io/queries.ts'
import type { ExportOrigin } from '../../model/exportOrigin.ts'
import { scoredScreens, screenAt } from '../screens.ts'
import { readSearch } from '../search.ts'
import { hasDraft, hasRound } from './keptData.ts'

/** Why the view a file was taken from cannot be opened here. */
export type Obstacle =
  | { readonly why: 'screen' | 'figures' | 'plan' | 'round' | 'draft' }
  | { readonly why: 'ruleSet'; readonly id: string }

/** What stands in the way of opening a file's view; null: nothing that is known before it is opened. */
export async function viewObstacle(client: QueryClient, origin: ExportOrigin): Promise<Obstacle | null> {
  const screen = screenAt(origin.path)
  if (!screen) return { why: 'screen' }
  const catalogue = await client.ensureQueryData(catalogueQuery())
  const search = readSearch(origin.search)
  const { ruleSet, period, agency, round, draft, plan } = search
  const isScored = scoredScreens.includes(screen.to)
  if (ruleSet !== undefined && (isScored || screen.to === '/rule-sets')) {
    if (!catalogue.ruleSets.some(each => each.id === ruleSet)) return { why: 'ruleSet', id: ruleSet }
    const isThere = catalogue.submissions.some(
      each =>
        each.ruleSetId === ruleSet &&
        (each.period === period || screen.to === '/trend') &&
        (each.agencyId === agency || screen.to === '/agencies'),
    )
    if (isScored && !isThere) return { why: 'figures' }
  }
  if (screen.to === '/tasks' && plan !== undefined && !plan.startsWith('remedy-'))
    if (!catalogue.plans.some(each => each.id === plan)) return { why: 'plan' }
  if (screen.to === '/review' && round !== undefined && !(await hasRound(round))) return { why: 'round' }
  if (screen.to === '/self-assessment' && draft !== undefined && !(await hasDraft(draft)))
    return { why: 'draft' }
  return null
}
