import type { Agency } from '../../model/agency.ts'
import { periodName } from '../../receipt/periodName.ts'
import { stageNames, stageTitle } from '../../receipt/stageNames.ts'
import { pickName } from '../../ui/language.tsx'
import { appWords } from '../words.ts'
import { type AppEntry, type PaletteContext, scoredScreen, screenName, selecting } from './targets.ts'
import { targetWords } from './words.ts'

const collator = new Intl.Collator('vi')

/** Agencies with figures under the shown rule set first, then the rest of the directory. */
export function agencyEntries(context: PaletteContext): readonly AppEntry[] {
  const { catalogue, agencies, selection, language, search } = context
  const words = targetWords[language]
  const { levels } = appWords[language]
  const byId = new Map(agencies.map(agency => [agency.id, agency]))
  const here = new Set<string>()
  const elsewhere = new Map<string, string>()
  for (const { ruleSetId, agencyId } of catalogue.submissions)
    if (ruleSetId === selection.ruleSetId) here.add(agencyId)
    else if (!elsewhere.has(agencyId)) elsewhere.set(agencyId, ruleSetId)
  const titleOf = (ruleSetId: string) => {
    const entry = catalogue.ruleSets.find(each => each.id === ruleSetId)
    return entry ? pickName(language, entry.shortTitle, entry.shortTitleEn) : ruleSetId
  }
  const screen = screenName(scoredScreen(context), language)
  const toEntry = (agency: Agency): AppEntry => {
    const other = here.has(agency.id) ? undefined : elsewhere.get(agency.id)
    const parent = byId.get(agency.parentId ?? '')
    const note = here.has(agency.id) ? undefined : other ? words.otherRuleSet : words.noData
    return {
      id: `agency:${agency.id}`,
      kind: 'agency',
      code: agency.code ?? undefined,
      name: agency.name,
      detail: [levels[agency.level], parent?.shortName ?? parent?.name, note].filter(Boolean).join(' · '),
      aliases: [agency.shortName, agency.id, ...(agency.aliases ?? [])].flatMap(each => each ?? []),
      isCurrent: agency.id === selection.agencyId,
      does: other ? words.openUnder(agency.name, screen, titleOf(other)) : words.openOn(agency.name, screen),
      target: () =>
        here.has(agency.id)
          ? selecting(context, { agencyId: agency.id })
          : {
              is: 'view',
              to: other ? scoredScreen(context) : '/',
              search: {
                lang: search.lang,
                ruleSet: other ?? selection.ruleSetId,
                period: other ? undefined : selection.period,
                agency: agency.id,
              },
            },
    }
  }
  const byName = agencies.toSorted((a, b) => collator.compare(a.name, b.name))
  const known = byName.filter(agency => here.has(agency.id))
  const others = byName.filter(agency => !here.has(agency.id) && elsewhere.has(agency.id))
  const silent = byName.filter(agency => !here.has(agency.id) && !elsewhere.has(agency.id))
  return [...known, ...others, ...silent].map(toEntry)
}

/** Periods published for the shown agency, or on Đơn vị for anybody under the rule set; the newest first. */
export function periodEntries(context: PaletteContext): readonly AppEntry[] {
  const { catalogue, selection, language, screen } = context
  const words = targetWords[language]
  const periods = catalogue.submissions
    .filter(
      entry =>
        entry.ruleSetId === selection.ruleSetId &&
        (screen === '/agencies' || entry.agencyId === selection.agencyId),
    )
    .map(entry => entry.period)
  return [...new Set(periods)]
    .toSorted((a, b) => (a < b ? 1 : -1))
    .map(period => {
      const name = periodName(period, language)
      return {
        id: `period:${period}`,
        kind: 'period',
        name,
        aliases: [period, period.replace(/^(\d{4})-0?(\d{1,2})$/, '$2/$1')],
        isCurrent: period === selection.period,
        does: words.switchTo(name, screenName(scoredScreen(context), language)),
        target: () => selecting(context, { period }),
      }
    })
}

/** Stages the shown submission can be read at. */
export function stageEntries(context: PaletteContext): readonly AppEntry[] {
  const { stages, selection, language } = context
  const words = targetWords[language]
  if (stages.length < 2) return []
  const last = stages.at(-1)
  return stages.map(stage => ({
    id: `stage:${stage}`,
    kind: 'stage',
    name: stageTitle(stage, language),
    isCurrent: stage === (selection.stage ?? last),
    does: words.switchTo(stageNames[language][stage], screenName(scoredScreen(context), language)),
    // The last decided stage is what an address without one means.
    target: () => selecting(context, { stage: stage === last ? undefined : stage }),
  }))
}

/** Rule sets: scored where something is published under them, browsed otherwise. */
export function ruleSetEntries(context: PaletteContext): readonly AppEntry[] {
  const { catalogue, selection, language, screen, search } = context
  const words = targetWords[language]
  const scored = new Set(catalogue.submissions.map(entry => entry.ruleSetId))
  return catalogue.ruleSets.map(entry => {
    const name = pickName(language, entry.shortTitle, entry.shortTitleEn)
    const browses = !scored.has(entry.id) || screen !== scoredScreen(context)
    return {
      id: `ruleSet:${entry.id}`,
      kind: 'ruleSet',
      name,
      aliases: [entry.id],
      isCurrent: entry.id === selection.ruleSetId,
      does: browses
        ? words.openOn(name, screenName('/rule-sets', language))
        : words.switchTo(name, screenName(screen, language)),
      target: () =>
        browses
          ? { is: 'view', to: '/rule-sets', search: { lang: search.lang, ruleSet: entry.id } }
          : selecting(context, { ruleSetId: entry.id }),
    }
  })
}
