import { Link, useNavigate, useSearch } from '@tanstack/react-router'
import { RuleSetScreen } from '../features/rule-set/RuleSetScreen.tsx'
import type { ChangeState, RuleSetLinker } from '../features/rule-set/ruleSetState.ts'
import { ruleSetWords } from '../features/rule-set/words.ts'
import type { Catalogue } from '../model/catalogue.ts'
import { useRuleSetView } from '../state/useRuleSetView.ts'
import { useCatalogue } from '../state/useScoredView.ts'
import { pickName, useLanguage, useText } from '../ui/language.tsx'
import { Page } from './Page.tsx'
import { ScreenBar } from './ScreenBar.tsx'
import { Failed, Loading } from './ScreenStates.tsx'
import type { Search } from './search.ts'
import { Picker } from './TopBar.tsx'
import { useIsWide } from './useIsWide.ts'
import { useTitle } from './useTitle.ts'
import { appWords } from './words.ts'

/** Loads the rule set the address names and the one it is compared with. */
export function RuleSetRoute() {
  const { catalogue, problems, retry } = useCatalogue()
  if (problems.length > 0) return <Failed problems={problems} retry={retry} />
  return catalogue ? <Loaded catalogue={catalogue} /> : <Loading />
}

function Loaded({ catalogue }: { catalogue: Catalogue }) {
  const { ruleSets: screenName } = useText(appWords)
  const language = useLanguage()
  const search = useSearch({ from: '/rule-sets' })
  const navigate = useNavigate({ from: '/rule-sets' })
  const isWide = useIsWide()
  const ruleSetId = search.ruleSet ?? catalogue.opening.ruleSetId
  const state = useRuleSetView(catalogue, ruleSetId, search.compare)
  const entry = catalogue.ruleSets.find(each => each.id === ruleSetId)
  const nameOf = (each: Catalogue['ruleSets'][number]) =>
    pickName(language, each.shortTitle, each.shortTitleEn)
  const title = entry && nameOf(entry)
  useTitle(title, screenName)

  const go = (ruleSet: string) =>
    void navigate({
      // Another set has other criteria, periods and agencies.
      search: ({ lang, view }: Search) => ({ lang, view, ruleSet }),
    })
  const change: ChangeState = (next, how) =>
    void navigate({
      search: (previous: Search) => ({ ...previous, ...next }),
      replace: how === 'replace',
    })
  const isIllustrative = state.status === 'ready' && state.view.facts.sources.illustrative > 0
  const comparedId = state.status === 'ready' ? state.comparedId : undefined
  return (
    <>
      <TopBar
        catalogue={catalogue}
        ruleSetId={ruleSetId}
        comparedId={comparedId}
        isIllustrative={isIllustrative}
        choose={go}
        compare={id =>
          void navigate({
            search: (previous: Search) => ({
              ...previous,
              compare: id,
              view: id === 'none' ? previous.view : 'compare',
            }),
          })
        }
      />
      {state.status === 'loading' && <Loading />}
      {state.status === 'failed' && <Failed problems={state.problems} retry={state.retry} />}
      {state.status === 'empty' && <Empty catalogue={catalogue} choose={go} />}
      {state.status === 'ready' && (
        <RuleSetScreen view={state.view} state={search} change={change} isWide={isWide} link={link} />
      )}
    </>
  )
}

function TopBar({
  catalogue,
  ruleSetId,
  comparedId,
  isIllustrative,
  choose,
  compare,
}: {
  catalogue: Catalogue
  ruleSetId: string
  comparedId: string | undefined
  /** Said here too, where it stays while the page scrolls. */
  isIllustrative: boolean
  choose: (ruleSetId: string) => void
  compare: (ruleSetId: string) => void
}) {
  const words = useText(ruleSetWords)
  const { ruleSet } = useText(appWords)
  const language = useLanguage()
  const isListed = catalogue.ruleSets.some(entry => entry.id === ruleSetId)
  const options = catalogue.ruleSets.map(entry => (
    <option key={entry.id} value={entry.id}>
      {pickName(language, entry.shortTitle, entry.shortTitleEn)}
    </option>
  ))
  return (
    <ScreenBar>
      <Picker label={ruleSet} width={2.4} value={ruleSetId} change={choose}>
        {!isListed && <option value={ruleSetId}>{ruleSetId}</option>}
        {options}
      </Picker>
      <Picker label={words.compareWith} width={2} value={comparedId ?? 'none'} change={compare}>
        <option value="none">{words.noComparison}</option>
        {options.filter(option => option.key !== ruleSetId)}
      </Picker>
      {isIllustrative && (
        <p className="picker fixed">
          <span className="picker-label">{words.pointsAre}</span>
          <b>{words.illustrativePoints}</b>
        </p>
      )}
    </ScreenBar>
  )
}

const link: RuleSetLinker = (target, label) =>
  target.to === 'document' ? (
    <Link to="/sources" search={({ lang }: Search) => ({ lang, document: target.documentId })}>
      {label}
    </Link>
  ) : (
    <Link
      to="/rule-sets"
      search={({ lang }: Search) => ({
        lang,
        ruleSet: target.ruleSetId,
        ...(target.compare === undefined ? {} : { compare: target.compare, view: 'compare' as const }),
      })}
    >
      {label}
    </Link>
  )

function Empty({ catalogue, choose }: { catalogue: Catalogue; choose: (ruleSetId: string) => void }) {
  const words = useText(ruleSetWords)
  const language = useLanguage()
  return (
    <Page>
      <section className="empty">
        <h1>{words.emptyTitle}</h1>
        <p>{words.emptyText}</p>
        <ul>
          {catalogue.ruleSets.map(entry => (
            <li key={entry.id}>
              <button type="button" className="button" onClick={() => choose(entry.id)}>
                {pickName(language, entry.shortTitle, entry.shortTitleEn)}
              </button>
            </li>
          ))}
        </ul>
      </section>
    </Page>
  )
}
