import type { CohortGroup } from '../../model/cohort.ts'
import type { RuleSet } from '../../model/ruleSet.ts'
import { formatNumber } from '../../ui/formatNumber.ts'
import { pickName, useLanguage, useText } from '../../ui/language.tsx'
import { Mark } from '../../ui/Mark.tsx'
import { type LeagueRow, rankDifferences } from './leagueRows.ts'
import { agenciesWords } from './words.ts'

/** What has to be known to read the ranks: quotas, published ranks, made-up figures. */
export function LeagueNotes({
  group,
  rows,
  ruleSet,
  maximum,
  source,
}: {
  group: CohortGroup
  rows: readonly LeagueRow[]
  ruleSet: RuleSet
  maximum: string | null
  /** "Nguồn: …", or nothing. */
  source: string
}) {
  const words = useText(agenciesWords)
  const language = useLanguage()
  const bandName = (id: string) => {
    const band = ruleSet.bands.find(each => each.id === id)
    return band ? pickName(language, band.name, band.nameEn) : id
  }
  const quotas = ruleSet.grading?.quotas ?? []
  return (
    <div className="league-notes">
      {rows.some(row => row.certainty === 'illustrative') && (
        <p className="illustrative">
          <Mark kind="illustrative" />
          {words.illustrative}
        </p>
      )}
      {maximum === null && <p>{words.rankedOn}</p>}
      <PublishedRanks group={group} rows={rows} />
      {quotas.map((quota, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: quotas never move
        <p key={index}>
          {words.quotaNote(
            bandName(quota.bandId),
            `${formatNumber(quota.maxPercent, language)}%`,
            bandName(quota.toBandId),
          )}
        </p>
      ))}
      {source !== '' && <p>{source}</p>}
    </div>
  )
}

/** Whether the ranks computed here are those that were published; whom a published rank is among. */
function PublishedRanks({ group, rows }: { group: CohortGroup; rows: readonly LeagueRow[] }) {
  const words = useText(agenciesWords)
  const language = useLanguage()
  const published = rows.find(row => row.published?.rank)?.published?.rank
  if (!published) return null
  const ranked = rows.filter(row => row.place === 'ranked')
  const of = formatNumber(String(published.of), language)
  const note = published.provenance?.note
  const differing = rankDifferences(rows)
  const isSameField = published.of === ranked.length
  return (
    <p>
      {!isSameField && words.publishedNote(of, pickName(language, published.among, published.amongEn))}
      {isSameField && differing.length === 0 && words.rankAgrees(of)}
      {differing.length > 0 && (
        <>
          {words.rankDiffers(
            differing.length,
            rows
              .filter(row => differing.includes(row))
              .map(row =>
                words.rankDiffersOne(
                  row.shortName,
                  row.rank === null
                    ? '–'
                    : row.rank.kind === 'open'
                      ? `${row.rank.from}–${row.rank.to}`
                      : String(row.rank.rank),
                  String(row.published?.rank?.rank ?? '–'),
                ),
              )
              .join('; '),
          )}{' '}
          {words.rankDiffersWhy(group.standings.rankedOn === 'rounded')}
        </>
      )}
      {note !== undefined && ` ${note}`}
    </p>
  )
}
