import type { CohortGroup, CohortView } from '../../model/cohort.ts'
import type { RuleSet } from '../../model/ruleSet.ts'
import { formatNumber, type Language } from '../../ui/formatNumber.ts'
import { pickName } from '../../ui/language.tsx'
import { type LeagueRow, rankDifferences } from './leagueRows.ts'
import { type AgenciesWords, agenciesWords } from './words.ts'

/** What has to be known to read the ranks, each a paragraph; figures of our making first. */
export function leagueNotes(
  {
    group,
    rows,
    ruleSet,
    maximum,
    source,
  }: {
    readonly group: CohortGroup
    readonly rows: readonly LeagueRow[]
    readonly ruleSet: RuleSet
    readonly maximum: string | null
    /** "Nguồn: …", or nothing. */
    readonly source: string
  },
  language: Language,
): readonly { readonly kind: 'illustrative' | 'note'; readonly text: string }[] {
  const words = agenciesWords[language]
  const bandName = (id: string) => {
    const band = ruleSet.bands.find(each => each.id === id)
    return band ? pickName(language, band.name, band.nameEn) : id
  }
  const notes = [
    ...(maximum === null ? [words.rankedOn] : []),
    publishedNote(group, rows, words, language),
    ...(ruleSet.grading?.quotas ?? []).map(quota =>
      words.quotaNote(
        bandName(quota.bandId),
        `${formatNumber(quota.maxPercent, language)}%`,
        bandName(quota.toBandId),
      ),
    ),
    source,
  ]
  return [
    ...(rows.some(row => row.certainty === 'illustrative')
      ? [{ kind: 'illustrative', text: words.illustrative } as const]
      : []),
    ...notes.filter(text => text !== '').map(text => ({ kind: 'note', text }) as const),
  ]
}

/** Whether the ranks computed here are those that were published; whom a published rank is among. */
function publishedNote(
  group: CohortGroup,
  rows: readonly LeagueRow[],
  words: AgenciesWords,
  language: Language,
): string {
  const published = rows.find(row => row.published?.rank)?.published?.rank
  if (!published) return ''
  const ranked = rows.filter(row => row.place === 'ranked')
  const of = formatNumber(String(published.of), language)
  const differing = rankDifferences(rows)
  const isSameField = published.of === ranked.length
  return [
    ...(isSameField ? [] : [words.publishedNote(of, pickName(language, published.among, published.amongEn))]),
    ...(isSameField && differing.length === 0 ? [words.rankAgrees(of)] : []),
    ...(differing.length === 0
      ? []
      : [
          words.rankDiffers(
            differing.length,
            rows
              .filter(row => differing.includes(row))
              .map(row =>
                words.rankDiffersOne(row.shortName, rankName(row), String(row.published?.rank?.rank ?? '–')),
              )
              .join('; '),
          ),
          words.rankDiffersWhy(group.standings.rankedOn === 'rounded'),
        ]),
    published.provenance?.note ?? '',
  ]
    .filter(text => text !== '')
    .join(' ')
}

function rankName({ rank }: LeagueRow): string {
  if (rank === null) return '–'
  return rank.kind === 'open' ? `${rank.from}–${rank.to}` : String(rank.rank)
}

/** Who has no score, each list in a sentence: sent nothing, or sent a file that cannot be used. */
export function leftoverNotes(
  view: CohortView,
  group: CohortGroup,
  memberIds: ReadonlySet<string>,
  nameOf: (agencyId: string) => string,
  language: Language,
): readonly string[] {
  const words = agenciesWords[language]
  const refused = view.refused.map(each => each.agencyId).filter(id => memberIds.has(id))
  const listed = (head: string, why: string, ids: readonly string[]) =>
    ids.length === 0 ? [] : [`${head} (${ids.length}; ${why}): ${ids.map(nameOf).join('; ')}.`]
  return [
    ...listed(words.notSubmitted, words.notSubmittedWhy, group.notSubmitted),
    ...listed(words.refused, words.refusedWhy, refused),
  ]
}
