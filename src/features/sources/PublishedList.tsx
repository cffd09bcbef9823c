import type { Agency } from '../../model/agency.ts'
import type { RuleSet } from '../../model/ruleSet.ts'
import { periodName } from '../../receipt/periodName.ts'
import { formatNumber } from '../../ui/formatNumber.ts'
import { pickName, useLanguage, useText } from '../../ui/language.tsx'
import type { SourcesLinker } from './links.ts'
import type { Published } from './takenFrom.ts'
import { sourcesWords } from './words.ts'

/** Periods and agencies whose figures come from the document, each with its way to the overview. */
export function PublishedList({
  published,
  ruleSets,
  agencies,
  link,
}: {
  published: readonly Published[]
  ruleSets: readonly RuleSet[]
  agencies: readonly Agency[]
  link: SourcesLinker
}) {
  const words = useText(sourcesWords)
  const language = useLanguage()
  const nameOf = (id: string) => {
    const agency = agencies.find(each => each.id === id)
    return agency?.shortName ?? agency?.name ?? id
  }
  return (
    <section aria-labelledby="list-published">
      <div className="section-head">
        <h2 id="list-published">{words.published}</h2>
      </div>
      <ul className="published-list">
        {published.map(({ ruleSetId, period, agencyIds }) => {
          const ruleSet = ruleSets.find(each => each.id === ruleSetId)
          const title = ruleSet ? pickName(language, ruleSet.shortTitle, ruleSet.shortTitleEn) : ruleSetId
          const head = `${title}, ${periodName(period, language)}`
          return (
            <li key={`${ruleSetId} ${period}`}>
              <details>
                <summary>
                  {head} · {words.publishedUnits(formatNumber(String(agencyIds.length), language))}
                </summary>
                <ul className="agency-links">
                  {agencyIds.map(agencyId => (
                    <li key={agencyId}>
                      {link({ to: 'overview', ruleSetId, period, agencyId }, nameOf(agencyId))}
                    </li>
                  ))}
                </ul>
              </details>
            </li>
          )
        })}
      </ul>
    </section>
  )
}
