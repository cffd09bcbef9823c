import type { Deck, Slide } from '../../../model/deck.ts'
import type { DeckSource } from '../../../state/deck/deckSource.ts'
import type { ScoredView } from '../../../state/useScoredView.ts'
import type { Language } from '../../../ui/formatNumber.ts'
import { pickName } from '../../../ui/language.tsx'
import { actionSlides } from './actions.ts'
import { areaSlides } from './areas.ts'
import { contributionSlides } from './contribution.ts'
import { coverSlide } from './cover.ts'
import { type Frame, frameOf } from './frame.ts'
import { gapSlides } from './gaps.ts'
import { gradeSlides } from './grades.ts'
import { headlineSlide } from './headline.ts'
import { heatSlides } from './heat.ts'
import { leagueSlides } from './league.ts'
import { missingSlides } from './missing.ts'
import { overdueSlides } from './overdue.ts'
import { sourceSlides } from './sources.ts'
import { targetSlides } from './targets.ts'
import { trendSlides } from './trend.ts'
import { waterfallSlides } from './waterfall.ts'

/** Every slide that can be made of what was frozen, in the order they are shown if nobody chooses. */
export function buildDeck(source: DeckSource, language: Language): Deck {
  const frame = frameOf(source, language)
  const { ruleSet } = frame
  return {
    title: `${frame.subjectFull}: ${pickName(language, ruleSet.shortTitle, ruleSet.shortTitleEn)}`,
    language,
    frozenAt: source.frozenAt,
    scope: frame.scope,
    slides: withTags(frame, [
      coverSlide(frame),
      headlineSlide(frame),
      ...waterfallSlides(frame),
      ...areaSlides(frame),
      ...gapSlides(frame),
      ...targetSlides(frame),
      ...trendSlides(frame),
      ...leagueSlides(frame),
      ...gradeSlides(frame),
      ...heatSlides(frame),
      ...contributionSlides(frame),
      ...actionSlides(frame),
      ...missingSlides(frame),
      ...overdueSlides(frame),
      ...sourceSlides(frame),
    ]),
  }
}

/** Slides of one other agency of the frozen figures, and what its receipts are drawn from. */
export async function agencySlides(
  source: DeckSource,
  agencyId: string,
  language: Language,
): Promise<{ readonly slides: readonly Slide[]; readonly view: ScoredView } | null> {
  const { viewOfAgency } = await import('../../../state/deck/viewOfAgency.ts')
  const view = viewOfAgency(source, agencyId)
  if (!view) return null
  const { cohort } = source
  // Its rank is told among its own kind, whatever group the deck is of.
  const own = cohort?.view.groups.find(group => group.rows.some(row => row.agencyId === agencyId))
  const frame = frameOf(
    {
      ...source,
      view,
      cohort: cohort && own ? { ...cohort, groupId: own.groupId } : null,
      next: [],
      contribution: null,
      trend: null,
      tasks: null,
    },
    language,
  )
  const named = (slide: Slide, part: string): Slide => ({ ...slide, id: `agency.${agencyId}${part}` })
  const [fall] = waterfallSlides(frame)
  const [gaps] = gapSlides(frame)
  return {
    slides: withTags(frame, [
      named(headlineSlide(frame), ''),
      ...(fall ? [named(fall, '.waterfall')] : []),
      ...(gaps ? [named(gaps, '.gaps')] : []),
    ]),
    view,
  }
}

/** What has to be known of the figures, on every slide but the cover, which says it at length. */
function withTags({ tags }: Frame, slides: readonly Slide[]): readonly Slide[] {
  return slides.map(slide =>
    slide.kind === 'cover' || tags.length + (slide.warnings ?? []).length === 0
      ? slide
      : { ...slide, warnings: [...tags, ...(slide.warnings ?? [])] },
  )
}
