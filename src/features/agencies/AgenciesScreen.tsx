import { useCallback, useEffect, useMemo, useRef, useState } from 'react'
import type { AgencyDirectory } from '../../model/agency.ts'
import { membersOf } from '../../model/agency.ts'
import type { Catalogue } from '../../model/catalogue.ts'
import type { CohortGroup, CohortView } from '../../model/cohort.ts'
import type { RuleSet } from '../../model/ruleSet.ts'
import { periodName } from '../../receipt/periodName.ts'
import { leagueSentence } from '../../sentences/leagueSentence.ts'
import { ChartTools } from '../../ui/ChartTools.tsx'
import { pickName, useLanguage, useText } from '../../ui/language.tsx'
import { Mark } from '../../ui/Mark.tsx'
import { AgenciesAside } from './AgenciesAside.tsx'
import { AgencyBlocks } from './AgencyBlocks.tsx'
import {
  type AgenciesState,
  type ChangeState,
  chosenAgencies,
  type Earlier,
  type HrefOf,
  mostCompared,
  toggleChosen,
} from './agenciesState.ts'
import { HeatLegend } from './HeatLegend.tsx'
import { LeagueNotes } from './LeagueNotes.tsx'
import { LeagueOffer } from './LeagueOffer.tsx'
import { LeagueTable } from './LeagueTable.tsx'
import { LeagueTools } from './LeagueTools.tsx'
import { Leftovers } from './Leftovers.tsx'
import { sinceText } from './leagueHeads.ts'
import { leagueNotes, leftoverNotes } from './leagueNotes.ts'
import { nextSorting } from './leagueOrder.ts'
import { narrowedLeague } from './projectLeague.ts'
import { rowStages } from './rowStages.ts'
import { useLeague } from './useLeague.ts'
import { useMedia } from './useMedia.ts'
import { useSourceText } from './useSourceText.ts'
import { agenciesWords } from './words.ts'
import './agencies.css'
import './leagueTools.css'
import './league.css'
import './leagueCells.css'
import './leaguePrint.css'
import './heat.css'
import './blocks.css'

export type AgenciesProps = {
  readonly view: CohortView
  readonly ruleSet: RuleSet
  readonly earlier: Earlier
  readonly catalogue: Catalogue
  readonly directory: AgencyDirectory
  readonly state: AgenciesState
  readonly change: ChangeState
  readonly hrefOf: HrefOf
}

/** Đơn vị: who stands where among agencies of one kind, at what, and what that costs the province. */
export function AgenciesScreen({ groupId, ...props }: AgenciesProps & { groupId: string }) {
  const group = props.view.groups.find(each => each.groupId === groupId)
  return (
    <div className="view">
      <main className="content agencies" id="content" tabIndex={-1}>
        {group && <Loaded {...props} group={group} />}
      </main>
    </div>
  )
}

function Loaded({ group, ...props }: AgenciesProps & { group: CohortGroup }) {
  const { view, ruleSet, directory, catalogue, earlier, state, change, hrefOf } = props
  const words = useText(agenciesWords)
  const language = useLanguage()
  const isNarrow = useMedia('screen and (max-width: 720px)')
  const picture = useRef<HTMLDivElement>(null)
  const league = useLeague({ view, group, ruleSet, directory, earlier, state, hrefOf })
  const source = useSourceText(catalogue, view, group)
  const agencies = useMemo(() => new Map(directory.agencies.map(agency => [agency.id, agency])), [directory])
  const nameOf = useCallback(
    (id: string) => agencies.get(id)?.shortName ?? agencies.get(id)?.name ?? id,
    [agencies],
  )
  const listed = directory.groups.find(each => each.id === group.groupId)
  const groupName = listed ? pickName(language, listed.name, listed.nameEn) : group.groupId
  const title = useMemo(
    () => leagueSentence(group, ruleSet, nameOf, language),
    [group, ruleSet, nameOf, language],
  )
  const stages = rowStages(group, view.stage, language)
  const heading = [
    groupName,
    pickName(language, ruleSet.shortTitle, ruleSet.shortTitleEn),
    ...(stages.names === null ? [] : [stages.names]),
    periodName(view.period, language),
  ].join(' · ')
  // A picture leaves the page, and the reader of it has to know what its points are.
  const scope = stages.note === null ? heading : `${heading} · ${stages.note}`
  const chosen = chosenAgencies(state, group)
  const [isFull, setIsFull] = useState(false)
  const toggle = (agencyId: string) => {
    const next = toggleChosen(chosen, agencyId)
    setIsFull(next === null)
    if (next) change(next)
  }
  const memberIds = useMemo(
    () => new Set(membersOf(directory, group.groupId).map(agency => agency.id)),
    [directory, group.groupId],
  )
  const { criterion, tables, closed } = state
  const asideState = useMemo(
    () => ({ criterion, tables, closed, with: state.with }),
    [criterion, tables, closed, state.with],
  )
  const steadyChange = useSteady(change)
  const since = sinceText(league, earlier, language)
  const fullNameOf = (id: string) => agencies.get(id)?.name ?? id
  const noted = { group, rows: league.rows, ruleSet, maximum: league.frame.maximum, source }
  const shown = () => ({
    league,
    state,
    title,
    since,
    notes: [
      `${scope.replace(/\.$/, '')}.`,
      ...leagueNotes(noted, language).map(note => note.text),
      ...leftoverNotes(view, group, memberIds, fullNameOf, language),
    ],
  })
  const sort = (id: string) => change({ sort: nextSorting(league.sorting, id) })
  return (
    <>
      <LeagueOffer shown={shown} />
      <header className="agencies-head">
        <h1>{title}</h1>
        <p className="eyebrow">{heading}</p>
        {stages.note !== null && (
          <p className="stage-note">
            <Mark kind="warning" size={14} /> {stages.note}{' '}
            {view.stage !== null && (
              <button type="button" className="link-button" onClick={() => change({ stage: undefined })}>
                {words.latestStage}
              </button>
            )}
          </p>
        )}
      </header>
      <div className="agencies-body">
        <div className="agencies-main">
          <section ref={picture} className="league-section" aria-labelledby="league-title">
            <div className="section-head">
              <h2 id="league-title">{words.league}</h2>
              <HeatLegend frame={league.frame} />
              <div className="section-actions">
                <ChartTools
                  picture={{
                    element: () => picture.current,
                    title,
                    scope,
                    source,
                    fileName: `xep-hang-${group.groupId}-${view.period}`,
                  }}
                />
              </div>
            </div>
            <LeagueTools
              league={league}
              state={state}
              narrowed={narrowedLeague({ league, state }, language)}
              change={change}
            />
            <Chosen count={chosen.length} isFull={isFull} clear={() => change({ with: undefined })} />
            {league.shown === 0 ? (
              <p className="league-nothing">
                {words.noneHere}{' '}
                <button
                  type="button"
                  className="link-button"
                  onClick={() => change({ q: undefined, filter: undefined })}
                >
                  {words.lift}
                </button>
              </p>
            ) : isNarrow ? (
              <AgencyBlocks league={league} chosen={chosen} toggle={toggle} />
            ) : (
              <LeagueTable
                league={league}
                label={words.leagueOf(groupName)}
                since={since}
                chosen={chosen}
                sort={sort}
                toggle={toggle}
              />
            )}
          </section>
          <Leftovers view={view} group={group} memberIds={memberIds} nameOf={fullNameOf} />
          <LeagueNotes {...noted} />
        </div>
        <AgenciesAside
          view={view}
          ruleSet={ruleSet}
          group={group}
          catalogue={catalogue}
          directory={directory}
          state={asideState}
          change={steadyChange}
          hrefOf={hrefOf}
          heat={league.frame.heat}
          scope={scope}
          source={source}
          nameOf={nameOf}
        />
      </div>
    </>
  )
}

/** The same function for as long as the screen stands, doing what the latest one does. */
function useSteady(change: ChangeState): ChangeState {
  const latest = useRef(change)
  useEffect(() => {
    latest.current = change
  }, [change])
  return useCallback((next, how) => latest.current(next, how), [])
}

/** How many agencies are chosen, said as it changes. */
function Chosen({ count, isFull, clear }: { count: number; isFull: boolean; clear: () => void }) {
  const words = useText(agenciesWords)
  return (
    <p className={`chosen-line${count > 0 ? '' : ' empty-line'}`} role="status">
      {count > 0 && (
        <>
          {words.chosen(count, mostCompared)}
          {count === 1 && `; ${words.chooseMore}`}
          {isFull && count >= mostCompared && <b> {words.full(mostCompared)}</b>}
          <button type="button" className="link-button" onClick={clear}>
            {words.clearChosen}
          </button>
        </>
      )}
    </p>
  )
}
