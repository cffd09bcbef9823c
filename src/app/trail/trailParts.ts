import { walkCriteria } from '../../model/criteria.ts'
import { documentName } from '../../receipt/citation.ts'
import { periodName } from '../../receipt/periodName.ts'
import { stageTitle } from '../../receipt/stageNames.ts'
import { pickName } from '../../ui/language.tsx'
import type { PaletteContext } from '../palette/targets.ts'
import { screenName } from '../palette/targets.ts'
import type { Screen } from '../screens.ts'
import type { Search } from '../search.ts'
import { trailWords } from './words.ts'

/** One level of the way to a view. */
export type TrailPart = {
  /** Which level it is; one of a kind in a trail but for criteria. */
  readonly key: string
  readonly text: string
  /** The whole name where the trail shows less of it. */
  readonly title?: string | undefined
  /** null: a heading of what follows, with nothing of its own to open. */
  readonly to: Screen['to'] | null
  readonly search: Search
}

/** What the way is told from; names that are not loaded yet are left out or stand as their id. */
export type TrailContext = Pick<
  PaletteContext,
  'screen' | 'search' | 'selection' | 'catalogue' | 'agencies' | 'ruleSet' | 'documents' | 'language'
> & {
  readonly groups: readonly {
    readonly id: string
    readonly name: string
    readonly nameEn?: string | undefined
  }[]
}

/** From the rule set down to what is open; the last part is where the reader is. */
export function trailParts(context: TrailContext): readonly TrailPart[] {
  switch (context.screen) {
    case '/sources':
      return documentParts(context)
    case '/exchange':
    case '/self-assessment':
    case '/review':
    case '/tasks':
      return [screenPart(context, { lang: context.search.lang })]
    case '/rule-sets':
      return [
        { ...screenPart(context, {}), to: null },
        ruleSetPart(context),
        ...criterionParts(context, { view: undefined }),
      ]
    default:
      return scoredParts(context)
  }
}

function scoredParts(context: TrailContext): readonly TrailPart[] {
  const { screen, search, selection, agencies, language } = context
  const { lang } = search
  const { ruleSetId: ruleSet, agencyId, period, stage } = selection
  const agency = agencies.find(each => each.id === agencyId)
  const upTo = { lang, ruleSet, agency: agencyId }
  const part = (key: string, text: string, search: Search): TrailPart => ({ key, text, to: '/', search })
  const manyAgencies = screen === '/agencies'
  return [
    ruleSetPart(context),
    ...(manyAgencies || agencyId === ''
      ? []
      : [{ ...part('agency', agency?.shortName ?? agency?.name ?? agencyId, upTo), title: agency?.name }]),
    ...(screen === '/trend' || period === ''
      ? []
      : [
          {
            ...part('period', periodName(period, language), { ...upTo, period }),
            ...(manyAgencies ? { to: '/agencies' as const } : {}),
          },
        ]),
    ...(stage === undefined ? [] : [part('stage', stageTitle(stage, language), { ...upTo, period, stage })]),
    screenPart(context, { ...upTo, period, stage }),
    ...(manyAgencies ? groupPart(context) : []),
    ...criterionParts(context, {}),
  ]
}

function screenPart({ screen, language }: TrailContext, search: Search): TrailPart {
  return { key: 'screen', text: screenName(screen, language), to: screen, search }
}

function ruleSetPart({ catalogue, selection, search, language }: TrailContext): TrailPart {
  const entry = catalogue.ruleSets.find(each => each.id === selection.ruleSetId)
  const title = entry ? pickName(language, entry.shortTitle, entry.shortTitleEn) : selection.ruleSetId
  return {
    key: 'ruleSet',
    // "Chỉ số 766 · Phục vụ người dân": the bar above says the rest.
    text: title.split(' · ')[0] ?? title,
    title,
    to: '/rule-sets',
    search: { lang: search.lang, ruleSet: selection.ruleSetId },
  }
}

/** The open criterion with the branches it hangs on, each opened on the same screen. */
function criterionParts(context: TrailContext, search: Search): readonly TrailPart[] {
  const { ruleSet, language, screen } = context
  if (!ruleSet) return []
  const places = new Map(walkCriteria(ruleSet).map(place => [place.criterion.id, place]))
  const pool = ruleSet.pools.find(each => each.id === context.search.criterion)
  const climb = (id: string | null): readonly TrailPart[] => {
    const place = places.get(id ?? '')
    if (!place) return []
    const { code, shortName, shortNameEn, name, nameEn } = place.criterion
    return [
      ...climb(place.parentId),
      {
        key: `criterion ${place.criterion.id}`,
        text: `${code} ${pickName(language, shortName ?? name, shortNameEn ?? nameEn)}`,
        to: screen,
        search: { ...context.search, ...search, criterion: place.criterion.id },
      },
    ]
  }
  if (!pool) return climb(context.search.criterion ?? null)
  const { id, name, nameEn, shortName, shortNameEn } = pool
  return [
    {
      key: `criterion ${id}`,
      text: pickName(language, shortName ?? name, shortNameEn ?? nameEn),
      to: screen,
      search: context.search,
    },
  ]
}

function groupPart({ groups, search, language }: TrailContext): readonly TrailPart[] {
  const group = groups.find(each => each.id === search.group)
  return group
    ? [
        {
          key: 'group',
          text: pickName(language, group.name, group.nameEn),
          to: '/agencies',
          search: { ...search, criterion: undefined },
        },
      ]
    : []
}

/** The list of documents, and the one that is open. */
function documentParts(context: TrailContext): readonly TrailPart[] {
  const { documents, search, language } = context
  const list = screenPart(context, { lang: search.lang })
  const found = documents.find(each => each.id === search.document)
  if (!found) return [list]
  return [
    { ...list, text: trailWords[language].everyDocument },
    { key: 'document', text: documentName(found, language), to: '/sources', search },
  ]
}
