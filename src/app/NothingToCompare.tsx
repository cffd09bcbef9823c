import type { Agency, AgencyDirectory } from '../model/agency.ts'
import type { Catalogue } from '../model/catalogue.ts'
import { periodName } from '../receipt/periodName.ts'
import { comparedGroups } from '../state/useCohortView.ts'
import type { Selection } from '../state/useScoredView.ts'
import { dictionary, useLanguage, useText } from '../ui/language.tsx'
import { hrefTo } from './hrefTo.ts'
import { Page } from './Page.tsx'

const nothingWords = dictionary({
  vi: {
    title: 'Không có đơn vị nào để so sánh',
    only: (names: string, period: string) => `Kỳ ${period} của bộ chỉ số này mới có số liệu của ${names}.`,
    none: (period: string) => `Kỳ ${period} của bộ chỉ số này chưa có số liệu của đơn vị nào.`,
    others: (count: number) => `${count} đơn vị`,
    read: 'Đọc điểm của đơn vị có số liệu:',
    periods: 'Mở kỳ có nhiều đơn vị:',
    ruleSets: 'Mở bộ chỉ số có nhiều đơn vị:',
  },
  en: {
    title: 'There are no agencies to compare',
    only: (names: string, period: string) => `For ${period} this rule set only has figures of ${names}.`,
    none: (period: string) => `For ${period} this rule set has no figures of any agency.`,
    others: (count: number) => `${count} agencies`,
    read: 'Read the score of whoever has figures:',
    periods: 'Open a period with several agencies:',
    ruleSets: 'Open a rule set with several agencies:',
  },
})

/** More names than this make no sentence. */
const mostNamed = 3

/** One agency alone cannot be compared: says whose figures there are, and where more agencies are. */
export function NothingToCompare({
  catalogue,
  directory,
  selection,
  choose,
}: {
  catalogue: Catalogue
  directory: AgencyDirectory
  selection: Selection
  choose: (wish: Partial<Selection>) => void
}) {
  const words = useText(nothingWords)
  const language = useLanguage()
  const { ruleSetId, period } = selection
  const here = catalogue.submissions.filter(entry => entry.ruleSetId === ruleSetId && entry.period === period)
  const names = here.map(({ agencyId }) => nameOf(directory.agencies, agencyId))
  const said = names.length > mostNamed ? words.others(names.length) : names.join(', ')
  const when = periodName(period, language)
  const periods = comparedPeriods(catalogue, directory, ruleSetId).filter(each => each !== period)
  const ruleSets = catalogue.ruleSets.filter(
    ({ id }) => id !== ruleSetId && comparedPeriods(catalogue, directory, id).length > 0,
  )
  return (
    <Page>
      <section className="empty">
        <h1>{words.title}</h1>
        <p>{names.length === 0 ? words.none(when) : words.only(said, when)}</p>
        {here.length > 0 && (
          <>
            <p>{words.read}</p>
            <ul>
              {here.slice(0, mostNamed).map(({ agencyId }) => (
                <li key={agencyId}>
                  <a
                    className="button"
                    href={hrefTo('/', {
                      ruleSet: ruleSetId,
                      period,
                      agency: agencyId,
                      lang: langOf(language),
                    })}
                  >
                    {nameOf(directory.agencies, agencyId)}
                  </a>
                </li>
              ))}
            </ul>
          </>
        )}
        {periods.length > 0 && (
          <>
            <p>{words.periods}</p>
            <ul>
              {periods.map(each => (
                <li key={each}>
                  <a
                    className="button"
                    href={hrefTo('/agencies', { ruleSet: ruleSetId, period: each, lang: langOf(language) })}
                  >
                    {periodName(each, language)}
                  </a>
                </li>
              ))}
            </ul>
          </>
        )}
        {periods.length === 0 && (
          <>
            <p>{words.ruleSets}</p>
            <ul>
              {ruleSets.map(each => (
                <li key={each.id}>
                  <button type="button" className="button" onClick={() => choose({ ruleSetId: each.id })}>
                    {(language === 'en' && each.shortTitleEn) || each.shortTitle}
                  </button>
                </li>
              ))}
            </ul>
          </>
        )}
      </section>
    </Page>
  )
}

const langOf = (language: 'vi' | 'en') => (language === 'en' ? 'en' : undefined)

const nameOf = (agencies: readonly Agency[], id: string) =>
  agencies.find(agency => agency.id === id)?.name ?? id

/** Periods of a rule set in which agencies of a comparison group have files, latest first. */
function comparedPeriods(
  catalogue: Catalogue,
  directory: AgencyDirectory,
  ruleSetId: string,
): readonly string[] {
  const members = new Set(
    comparedGroups(catalogue, directory, ruleSetId).flatMap(({ agencyIds }) => agencyIds),
  )
  const periods = catalogue.submissions.flatMap(entry =>
    entry.ruleSetId === ruleSetId && members.has(entry.agencyId) ? [entry.period] : [],
  )
  return [...new Set(periods)].toSorted((a, b) => (a < b ? 1 : a > b ? -1 : 0))
}
