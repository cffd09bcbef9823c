import { Link, useNavigate, useSearch } from '@tanstack/react-router'
import { useEffect, useState, useSyncExternalStore } from 'react'
import { OverviewScreen } from '../features/overview/OverviewScreen.tsx'
import { overviewWords } from '../features/overview/words.ts'
import type { Agency } from '../model/agency.ts'
import type { Catalogue } from '../model/catalogue.ts'
import type { Problem } from '../model/problem.ts'
import { periodName } from '../receipt/periodName.ts'
import { type Selection, useCatalogue, useScoredView } from '../state/useScoredView.ts'
import { pickName, useLanguage, useText } from '../ui/language.tsx'
import { Problems } from '../ui/Problems.tsx'
import { Page } from './Page.tsx'
import { useSetLanguage } from './Shell.tsx'
import type { Search } from './search.ts'
import { choose, selectionOf } from './selection.ts'
import { TopBar } from './TopBar.tsx'

/** Loads what the address names and hands it to the overview; says what is wrong when it cannot. */
export function OverviewRoute() {
  const { catalogue, agencies, problems, retry } = useCatalogue()
  if (problems.length > 0) return <Failed problems={problems} retry={retry} />
  if (!catalogue) return <Loading />
  return <Loaded catalogue={catalogue} agencies={agencies} />
}

function Loaded({ catalogue, agencies }: { catalogue: Catalogue; agencies: readonly Agency[] }) {
  const search = useSearch({ from: '/' })
  const navigate = useNavigate({ from: '/' })
  const language = useLanguage()
  const setLanguage = useSetLanguage()
  const isWide = useSyncExternalStore(subscribeWide, () => wideQuery().matches)
  const selection = selectionOf(catalogue, search)
  const state = useScoredView(catalogue, selection)

  const go = (next: Selection) =>
    void navigate({
      search: (previous: Search) => ({
        ...previous,
        ruleSet: next.ruleSetId,
        period: next.period,
        agency: next.agencyId,
        // Another rule set has other criteria; a closed panel stays closed.
        criterion:
          next.ruleSetId === selection.ruleSetId || previous.criterion === 'none'
            ? previous.criterion
            : undefined,
      }),
    })

  const title =
    state.status === 'ready' ? (state.view.agency?.shortName ?? state.view.agency?.name) : undefined
  const ruleSet = catalogue.ruleSets.find(entry => entry.id === selection.ruleSetId)
  const shortTitle = ruleSet ? pickName(language, ruleSet.shortTitle, ruleSet.shortTitleEn) : ''
  useEffect(() => {
    document.title = [title, shortTitle, periodName(selection.period, language), 'ParBoard']
      .filter(Boolean)
      .join(' · ')
  }, [title, shortTitle, selection.period, language])

  return (
    <>
      <TopBar
        catalogue={catalogue}
        agencies={agencies}
        selection={selection}
        stage={state.status === 'ready' ? state.view.sheet.stage : null}
        choose={wish => go(choose(catalogue, selection, wish))}
        setLanguage={setLanguage}
      />
      {state.status === 'loading' && <Loading />}
      {state.status === 'failed' && <Failed problems={state.problems} retry={state.retry} />}
      {state.status === 'empty' && (
        <Empty catalogue={catalogue} agencies={agencies} selection={selection} go={go} />
      )}
      {state.status === 'ready' && (
        <OverviewScreen
          view={state.view}
          state={{
            criterion: search.criterion,
            table: search.table,
            rows: search.rows,
            readings: search.readings,
          }}
          change={next => void navigate({ search: (previous: Search) => ({ ...previous, ...next }) })}
          isWide={isWide}
          linkToDocument={(document, label) => (
            <Link to="/sources" search={(previous: Search) => ({ ...previous, document })}>
              {label}
            </Link>
          )}
        />
      )}
    </>
  )
}

/** The docked receipt needs this much room, as overview.css knows too; paper always has it. */
export const wideQuery = () => window.matchMedia('(min-width: 1280px), print')
export const subscribeWide = (notify: () => void) => {
  const query = wideQuery()
  query.addEventListener('change', notify)
  return () => query.removeEventListener('change', notify)
}

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

function Empty({
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
  const others = sameAgency.length > 0 ? sameAgency : [catalogue.opening]
  return (
    <Page>
      <section className="empty">
        <h1>{words.emptyTitle}</h1>
        <p>{words.emptyText}</p>
        <p>{words.emptyOther}</p>
        <ul>
          {others.map(entry => (
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
