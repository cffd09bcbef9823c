import type { QueryClient } from '@tanstack/react-query'
import { ruleSetHash } from '../../io/hash/ruleSetHash.ts'
import { agenciesQuery, catalogueQuery } from '../../io/queries.ts'
import type { AgencyDirectory } from '../../model/agency.ts'
import { appVersion } from '../../model/appVersion.ts'
import type { ExportKind, ExportOrigin, OriginLine } from '../../model/exportOrigin.ts'
import type { Certainty } from '../../model/provenance.ts'
import type { Submission } from '../../model/submission.ts'
import { periodName } from '../../receipt/periodName.ts'
import { stageNames } from '../../receipt/stageNames.ts'
import { dataHash } from '../../state/exports/dataHash.ts'
import { formatDate, formatNumber, type Language } from '../../ui/formatNumber.ts'
import { exactInstantText } from '../../ui/instants.ts'
import { pickName } from '../../ui/language.tsx'
import { screenAt } from '../screens.ts'
import type { Search } from '../search.ts'
import { appWords } from '../words.ts'
import { shownHash, vietnamInstant } from './originTexts.ts'
import { viewData } from './viewData.ts'
import type { ViewData } from './viewFiles.ts'
import { viewMark } from './viewMark.ts'
import { originWords } from './words.ts'

/** The view a file is taken from. */
export type OriginView = {
  readonly client: QueryClient
  readonly pathname: string
  readonly search: Search
  readonly language: Language
  readonly now: number
  /** The address is ahead of the screen: what is shown is still of the one before. */
  readonly isOpening?: boolean
}

/**
 * Says what a file of a view is of: its address with everything filled in that the page chose, what it is made of,
 * and the same in words.
 * @returns the origin by what narrows or orders its table; null where the file is not of a table
 * @throws (rejects) when the files the view rests on cannot be read
 */
export async function makeOrigin(
  { client, pathname, search, language, now, isOpening }: OriginView,
  kind: ExportKind,
  offer: string,
): Promise<(narrowed: readonly string[] | null) => ExportOrigin> {
  const words = originWords[language]
  if (isOpening) throw new Error(words.opening)
  const mark = await viewMark(pathname, search)
  const stood = mark()
  const data = await viewData(client, pathname, search, kind)
  if (mark() !== stood) throw new Error(words.changed)
  const [ruleSet] = data.ruleSets
  const catalogue = await client.ensureQueryData(catalogueQuery())
  const directory = await client.ensureQueryData(agenciesQuery(catalogue.agencies))
  const hash = data.hash ?? (data.parts.length === 0 ? null : await dataHash(data.parts))
  const madeAt = vietnamInstant(now)
  const line = (label: string, text: string | null): readonly OriginLine[] =>
    text === null || text === '' ? [] : [{ label, text }]
  return narrowed => ({
    format: 1,
    kind,
    offer,
    path: pathname,
    search: {
      ...Object.fromEntries(
        Object.entries(data.search).flatMap(([key, value]) =>
          typeof value === 'string' ? [[key, value] as const] : [],
        ),
      ),
      lang: language,
    },
    language,
    appVersion,
    madeAt,
    ruleSet: ruleSet ? { id: ruleSet.id, version: ruleSet.version, sha256: ruleSetHash(ruleSet) } : null,
    dataHash: hash,
    lines: [
      ...line(
        words.ruleSet,
        data.ruleSets
          .map(each => words.version(pickName(language, each.title, each.titleEn), each.version))
          .join('; '),
      ),
      ...line(words.scope, scopeOf(data, pathname, directory, language)),
      ...line(words.stage, data.stages.map(stage => stageNames[language][stage]).join(', ')),
      ...line(words.period, periodsOf(data, language)),
      ...(narrowed === null
        ? []
        : line(words.narrowed, narrowed.length === 0 ? words.whole : narrowed.join('; '))),
      ...line(words.sureness, surenessOf(data.submissions, language)),
      ...line(words.dataHash, hash === null ? null : shownHash(hash)),
      ...line(words.app, `ParBoard ${appVersion}`),
      ...line(words.madeAt, exactInstantText(madeAt)),
    ],
  })
}

/** Screen, and whom or what it shows. */
function scopeOf(
  { subject }: ViewData,
  pathname: string,
  { groups }: AgencyDirectory,
  language: Language,
): string {
  const words = originWords[language]
  const screen = screenAt(pathname)
  const name = screen ? appWords[language][screen.word] : pathname
  const count = (value: number) => formatNumber(String(value), language)
  const about = () => {
    switch (subject.kind) {
      case 'agency':
        return subject.agency?.name ?? subject.agencyId
      case 'group': {
        const group = groups.find(each => each.id === subject.groupId)
        return words.group(
          group ? pickName(language, group.name, group.nameEn) : subject.groupId,
          count(subject.count),
        )
      }
      case 'round':
        return words.round(subject.name ?? `${subject.ruleSetId}, ${periodName(subject.period, language)}`)
      case 'draft':
        return words.ownDraft(subject.agency?.name ?? subject.agencyId)
      case 'tasks':
        return `${subject.plan ?? words.plans(count(subject.count))}, ${words.tasksOn(formatDate(subject.on))}`
      case 'documents':
        return words.allDocuments
      default:
        return null
    }
  }
  const text = about()
  return text === null ? name : `${name}: ${text}`
}

function periodsOf({ periods }: ViewData, language: Language): string {
  const [first, last] = periods
  if (first === undefined) return ''
  const words = originWords[language]
  return last === undefined || last === first
    ? periodName(first, language)
    : words.periods(periodName(first, language), periodName(last, language))
}

/** What of the submissions is made up or deduced; said wherever their figures go. */
function surenessOf(submissions: readonly Submission[], language: Language): string {
  const words = originWords[language]
  const found = new Set<Certainty>()
  for (const { provenance, values, published } of submissions) {
    found.add(provenance.certainty)
    for (const value of values) if (value.provenance) found.add(value.provenance.certainty)
    if (published) found.add(published.provenance.certainty)
    for (const points of published?.points ?? [])
      if (points.provenance) found.add(points.provenance.certainty)
  }
  return [
    ...(found.has('illustrative') ? [words.illustrative] : []),
    ...(found.has('inferred') ? [words.inferred] : []),
  ].join('; ')
}
