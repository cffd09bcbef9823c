import type { PaletteEntry } from '../../features/palette/entry.ts'
import type { Agency } from '../../model/agency.ts'
import type { Catalogue } from '../../model/catalogue.ts'
import type { SourceDocument } from '../../model/provenance.ts'
import type { RuleSet } from '../../model/ruleSet.ts'
import type { Stage } from '../../model/submission.ts'
import type { Theme } from '../../state/preferences.ts'
import type { Selection } from '../../state/useScoredView.ts'
import type { Language } from '../../ui/formatNumber.ts'
import { type Screen, scoredScreens } from '../screens.ts'
import type { Search } from '../search.ts'
import { choose } from '../selection.ts'
import { appWords } from '../words.ts'

export type Action =
  | { readonly is: 'theme'; readonly theme: Theme }
  | { readonly is: 'language'; readonly language: Language }
  | { readonly is: 'print' | 'copy' | 'help' | 'takeAway' | 'checkFile' }

/** Where an entry leads: another view, or something that is done to this one. */
export type Target =
  | { readonly is: 'view'; readonly to: Screen['to']; readonly search: Search }
  | { readonly is: 'action'; readonly action: Action }

/** The target is worked out when it is chosen: for thousands of agencies it would take longer than to find one. */
export type AppEntry = PaletteEntry & { readonly target: () => Target }

/** What the reader looks at, and everything that could be looked at instead. */
export type PaletteContext = {
  readonly screen: Screen['to']
  readonly search: Search
  readonly selection: Selection
  readonly catalogue: Catalogue
  readonly agencies: readonly Agency[]
  /** Of the selection; null until it is loaded or where nobody published it. */
  readonly ruleSet: RuleSet | null
  readonly documents: readonly SourceDocument[]
  /** Stages the shown submission can be read at, earliest first. */
  readonly stages: readonly Stage[]
  readonly theme: Theme
  readonly language: Language
}

/** The present screen where it shows scores, Tổng quan otherwise. */
export function scoredScreen({ screen }: PaletteContext): Screen['to'] {
  return scoredScreens.includes(screen) ? screen : '/'
}

/** A screen of the navigation by its name. */
export function screenName(to: Screen['to'], language: Language): string {
  const words = appWords[language]
  switch (to) {
    case '/':
      return words.overview
    case '/criteria':
      return words.criteria
    case '/agencies':
      return words.agencies
    case '/self-assessment':
      return words.selfAssessment
    case '/review':
      return words.review
    case '/tasks':
      return words.tasks
    case '/present':
      return words.present
    case '/trend':
      return words.trend
    case '/rule-sets':
      return words.ruleSets
    case '/sources':
      return words.sources
    case '/exchange':
      return words.exchange
  }
}

/**
 * The scored view with another rule set, period, agency or stage. On the same screen filters and columns stay;
 * another rule set has other criteria, and another agency may stand in another comparison group.
 */
export function selecting(context: PaletteContext, wish: Partial<Selection>): Target {
  const { catalogue, search, selection, screen } = context
  const next = choose(catalogue, selection, wish)
  const to = scoredScreen(context)
  const isSameSet = next.ruleSetId === selection.ruleSetId
  const kept: Search = to === screen && isSameSet ? search : { lang: search.lang }
  return {
    is: 'view',
    to,
    search: {
      ...kept,
      ruleSet: next.ruleSetId,
      period: next.period,
      agency: next.agencyId,
      stage: next.stage,
      group: wish.agencyId === undefined ? kept.group : undefined,
    },
  }
}
