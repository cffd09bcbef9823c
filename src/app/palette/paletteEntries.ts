import { walkCriteria } from '../../model/criteria.ts'
import { citation, documentName } from '../../receipt/citation.ts'
import { pickName } from '../../ui/language.tsx'
import { screens, toAnotherScreen } from '../screens.ts'
import type { Search } from '../search.ts'
import { actionEntries } from './actionEntries.ts'
import { agencyEntries, periodEntries, ruleSetEntries, stageEntries } from './placeEntries.ts'
import { type AppEntry, type PaletteContext, screenName, type Target } from './targets.ts'
import { targetWords } from './words.ts'

/** Everything the palette finds, in the order it stands in when nothing is typed. */
export function paletteEntries(context: PaletteContext): readonly AppEntry[] {
  return [
    ...screenEntries(context),
    ...criterionEntries(context),
    ...agencyEntries(context),
    ...periodEntries(context),
    ...stageEntries(context),
    ...ruleSetEntries(context),
    ...documentEntries(context),
    ...actionEntries(context),
  ]
}

function screenEntries({ screen, search, language }: PaletteContext): readonly AppEntry[] {
  const words = targetWords[language]
  return screens.map(each => ({
    id: `screen:${each.to}`,
    kind: 'screen',
    name: screenName(each.to, language),
    detail: words.key(each.key),
    aliases: [screenName(each.to, language === 'vi' ? 'en' : 'vi')],
    isCurrent: each.to === screen,
    does: words.goTo(screenName(each.to, language)),
    target: () => ({ is: 'view', to: each.to, search: toAnotherScreen(search) }),
  }))
}

/** Every node of the criteria tree; each says which branch it hangs on. */
function criterionEntries(context: PaletteContext): readonly AppEntry[] {
  const { ruleSet, language, search } = context
  if (!ruleSet) return []
  const words = targetWords[language]
  const places = walkCriteria(ruleSet)
  const byId = new Map(places.map(place => [place.criterion.id, place]))
  const nameOf = (id: string | null) => {
    const found = byId.get(id ?? '')?.criterion
    return found && `${found.code} ${pickName(language, found.name, found.nameEn)}`
  }
  const to = criteriaScreen(context)
  return places.map(({ criterion, parentId }) => ({
    // Another rule set may use the same id for something else.
    id: `criterion:${ruleSet.id}:${criterion.id}`,
    kind: 'criterion',
    code: criterion.code,
    name: pickName(language, criterion.name, criterion.nameEn),
    detail: nameOf(parentId),
    aliases: [criterion.shortName, criterion.name, criterion.id].flatMap(each => each ?? []),
    isCurrent: search.criterion === criterion.id,
    does: words.openCriterion[to](criterion.code),
    target: () => ({ is: 'view', to, search: withCriterion(context, to, criterion.id) }),
  }))
}

/** Where the reader is if criteria open there; their receipt on Tổng quan, or the rule set where nothing is scored. */
function criteriaScreen({ screen, catalogue, selection }: PaletteContext) {
  switch (screen) {
    case '/':
    case '/criteria':
    case '/agencies':
    case '/trend':
    case '/rule-sets':
      return screen
    default:
  }
  return catalogue.submissions.some(entry => entry.ruleSetId === selection.ruleSetId) ? '/' : '/rule-sets'
}

/** Filters and folded groups would hide what was just asked for. */
function withCriterion({ screen, search, selection }: PaletteContext, to: string, criterion: string): Search {
  const kept = to === screen ? search : toAnotherScreen(search)
  return {
    ...kept,
    ruleSet: selection.ruleSetId,
    criterion,
    ...(to === '/rule-sets' ? { view: undefined } : {}),
    q: undefined,
    filter: undefined,
    only: undefined,
    kind: undefined,
    closed: undefined,
  }
}

function documentEntries({ documents, language, search }: PaletteContext): readonly AppEntry[] {
  const words = targetWords[language]
  return documents.map(document => {
    const target = (): Target => ({
      is: 'view',
      to: '/sources',
      search: { ...toAnotherScreen(search), document: document.id },
    })
    return {
      id: `document:${document.id}`,
      kind: 'document',
      name: document.number === null ? document.title : documentName(document, language),
      detail: document.number === null ? document.issuer : document.title,
      aliases: [document.number, citation(document, undefined, language)].flatMap(each => each ?? []),
      does: words.openDocument,
      target,
    }
  })
}
