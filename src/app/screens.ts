import type { IconName } from '../ui/Icon.tsx'
import type { Search } from './search.ts'

/** Screens in the order of the navigation; `startsGroup` draws a hairline before it. */
export const screens = [
  { to: '/', icon: 'overview', word: 'overview', key: 't', startsGroup: false },
  { to: '/criteria', icon: 'criteria', word: 'criteria', key: 'c', startsGroup: false },
  { to: '/agencies', icon: 'agencies', word: 'agencies', key: 'd', startsGroup: false },
  { to: '/self-assessment', icon: 'selfAssessment', word: 'selfAssessment', key: 'h', startsGroup: true },
  { to: '/review', icon: 'review', word: 'review', key: 'm', startsGroup: false },
  { to: '/trend', icon: 'trend', word: 'trend', key: 'x', startsGroup: true },
  { to: '/tasks', icon: 'tasks', word: 'tasks', key: 'v', startsGroup: false },
  { to: '/present', icon: 'present', word: 'present', key: 'r', startsGroup: false },
  { to: '/rule-sets', icon: 'ruleSets', word: 'ruleSets', key: 'b', startsGroup: true },
  { to: '/sources', icon: 'sources', word: 'sources', key: 'n', startsGroup: false },
  { to: '/exchange', icon: 'exchange', word: 'exchange', key: 'p', startsGroup: true },
] as const satisfies readonly {
  to: string
  icon: IconName
  word: string
  /** Letter after g; the letters are taken from the Vietnamese names. */
  key: string
  startsGroup: boolean
}[]

/** Letter after g that opens Tải về ("lấy về"). */
export const takeAwayKey = 'l'

export type Screen = (typeof screens)[number]

/** The screen an address belongs to; undefined where there is none. */
export function screenAt(pathname: string): Screen | undefined {
  return screens.find(screen => screen.to === pathname)
}

/** Screens that show what a rule set, period, agency and stage select. */
export const scoredScreens: readonly string[] = ['/', '/criteria', '/agencies', '/trend', '/present']

/**
 * Another screen shows the same rule set, period, agency and stage; what is searched, sorted and hidden
 * there is its own.
 */
export function toAnotherScreen(search: Search): Search {
  const { lang, ruleSet, period, agency, stage, group, criterion, compare, document } = search
  return { lang, ruleSet, period, agency, stage, group, criterion, compare, document }
}
