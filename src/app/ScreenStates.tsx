import { useEffect, useState } from 'react'
import { overviewWords } from '../features/overview/words.ts'
import type { Agency } from '../model/agency.ts'
import type { Catalogue } from '../model/catalogue.ts'
import type { Problem } from '../model/problem.ts'
import { periodName } from '../receipt/periodName.ts'
import type { Selection } from '../state/useScoredView.ts'
import { useLanguage, useText } from '../ui/language.tsx'
import { Problems } from '../ui/Problems.tsx'
import { Page } from './Page.tsx'

/** Fixed bars, only when loading takes long enough to be noticed. */
export function Loading() {
  const words = useText(overviewWords)
  const [late, setLate] = useState(false)
  useEffect(() => {
    const timer = setTimeout(() => setLate(true), 300)
    return () => clearTimeout(timer)
  }, [])
  return (
    <Page isBusy>
      {late && (
        <div className="skeleton" role="status">
          <span className="visually-hidden">{words.loading}</span>
          <i />
          <i />
          <i />
        </div>
      )}
    </Page>
  )
}

export function Failed({ problems, retry }: { problems: readonly Problem[]; retry: () => void }) {
  const words = useText(overviewWords)
  const language = useLanguage()
  return (
    <Page>
      <Problems
        title={words.failedTitle}
        hint={words.failedHint}
        problems={problems.map(({ file, path, code, message }) => ({
          file,
          path,
          code,
          text: message[language],
        }))}
        retry={{ label: words.retry, run: retry }}
      />
    </Page>
  )
}

/** Ways out of an empty screen; a longer list would hide them. */
const mostOffered = 8

/** Nothing was published for the selection: what was, one press away. */
export function EmptySelection({
  catalogue,
  agencies,
  selection,
  go,
}: {
  catalogue: Catalogue
  agencies: readonly Agency[]
  selection: Selection
  go: (next: Selection) => void
}) {
  const words = useText(overviewWords)
  const language = useLanguage()
  const sameAgency = catalogue.submissions.filter(
    entry => entry.ruleSetId === selection.ruleSetId && entry.agencyId === selection.agencyId,
  )
  const sameRuleSet = catalogue.submissions.filter(entry => entry.ruleSetId === selection.ruleSetId)
  const others = [sameAgency, sameRuleSet, [catalogue.opening]].find(each => each.length > 0) ?? []
  const isListed = catalogue.ruleSets.some(entry => entry.id === selection.ruleSetId)
  // A directory that is still loading knows nobody yet.
  const isKnown = agencies.length === 0 || agencies.some(agency => agency.id === selection.agencyId)
  const why = !isListed
    ? words.unknownRuleSet(selection.ruleSetId)
    : isKnown
      ? words.emptyText
      : words.unknownAgency(selection.agencyId)
  return (
    <Page>
      <section className="empty">
        <h1>{words.emptyTitle}</h1>
        <p>{why}</p>
        <p>{words.emptyOther}</p>
        <ul>
          {others.slice(0, mostOffered).map(entry => (
            <li key={`${entry.period} ${entry.agencyId}`}>
              <button type="button" className="button" onClick={() => go(entry)}>
                {agencies.find(agency => agency.id === entry.agencyId)?.name ?? entry.agencyId},{' '}
                {periodName(entry.period, language)}
              </button>
            </li>
          ))}
        </ul>
      </section>
    </Page>
  )
}
