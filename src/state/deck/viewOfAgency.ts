import { atStage, sentNothing, stagesOf } from '../../model/stages.ts'
import { countFigures } from '../../scoring/actions/countFigures.ts'
import { areaShares, lossesByArea, lossesInAreas } from '../../scoring/actions/lossViews.ts'
import { scoreSubmission } from '../../scoring/scoreSubmission.ts'
import type { ScoredView } from '../useScoredView.ts'
import type { DeckSource } from './deckSource.ts'

/**
 * Another agency of a frozen deck, scored from the submissions that were frozen with it; dated like the rest of them.
 * @returns null where it has no figures among them, or sent nothing
 */
export function viewOfAgency(source: DeckSource, agencyId: string): ScoredView | null {
  const { ruleSet, documents, sheet: own } = source.view
  if (agencyId === own.agencyId) return source.view
  const found = source.submissions.find(each => each.agencyId === agencyId)
  if (!found || sentNothing(found)) return null
  const submission = atStage(found, source.asked.stage)
  const before = source.earlier.find(each => each.agencyId === agencyId) ?? null
  const sheet = scoreSubmission(ruleSet, submission, own.scoredAt, { previous: before })
  const whole = lossesByArea(sheet)
  return {
    ruleSet,
    submission,
    stages: stagesOf(found),
    sheet,
    change: null,
    plan: null,
    parts: {
      before,
      comparison: null,
      completeness: countFigures(ruleSet, submission, sheet),
      areas: whole && { whole, each: lossesInAreas(sheet) },
      shares: areaShares(sheet),
    },
    agency: source.directory.agencies.find(agency => agency.id === agencyId) ?? null,
    documents,
  }
}
