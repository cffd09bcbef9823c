import { useMemo } from 'react'
import { formatNumber } from '../../ui/formatNumber.ts'
import { useLanguage, useText } from '../../ui/language.tsx'
import { Mark } from '../../ui/Mark.tsx'
import { SearchField } from '../../ui/SearchField.tsx'
import type { AgenciesState, ChangeState } from './agenciesState.ts'
import { type Elsewhere, listIds } from './elsewhere.ts'
import { filtersFor } from './leagueFilter.ts'
import { filterName } from './projectLeague.ts'
import type { League, LeagueFrame } from './useLeague.ts'
import { agenciesWords } from './words.ts'

/** Search, filter, and what columns and cells show; all of it lives in the address. */
export function LeagueTools({
  league: { frame, rows, shown, elsewhere },
  state,
  narrowed,
  change,
}: {
  league: League
  state: AgenciesState
  /** What leaves agencies out or orders them, in words; for paper. */
  narrowed: readonly string[]
  change: ChangeState
}) {
  const words = useText(agenciesWords)
  const leaves = frame.group.columns.filter(column => column.isLeaf).length
  const hasAreas = frame.group.columns.some(column => column.depth > 0)
  const offered = useMemo(() => filtersFor(frame.group, rows), [frame.group, rows])
  return (
    <>
      {narrowed.length > 0 && <p className="print-only">{words.printed(narrowed.join('; '))}</p>}
      <div className="league-tools" data-picture="skip">
        <SearchField
          label={words.search}
          hint={words.shown(shown, rows.length)}
          value={state.q ?? ''}
          change={q => change({ q: q === '' ? undefined : q }, 'replace')}
        />
        <FilterPicker frame={frame} offered={offered} state={state} change={change} />
        {hasAreas && (
          <Switch
            label={words.columnsSwitch}
            choices={[
              { id: 'areas', word: words.byArea },
              { id: 'all', word: words.byLeaf(leaves) },
            ]}
            value={state.rows === 'all' ? 'all' : 'areas'}
            // A column that goes takes its sorting with it.
            choose={id => change({ rows: id === 'all' ? 'all' : undefined, sort: undefined })}
          />
        )}
        <Switch
          label={words.cellsSwitch}
          choices={[
            { id: 'points', word: words.cellPoints },
            { id: 'behind', word: words.cellBehind },
          ]}
          value={frame.measure}
          choose={id => change({ measure: id === 'behind' ? 'share' : undefined })}
        />
      </div>
      <FoundElsewhere found={elsewhere} />
    </>
  )
}

/** Whoever is searched for and has no row: in which list below the name stands. */
function FoundElsewhere({ found }: { found: readonly Elsewhere[] }) {
  const words = useText(agenciesWords)
  const language = useLanguage()
  return (
    <div role="status" data-picture="skip">
      {found.map(({ list, names: [first = '', ...others] }) => (
        <p key={list} className="chosen-line">
          <Mark kind={list === 'refused' ? 'error' : 'missing'} />
          {others.length === 0
            ? words.elsewhere(first, words[list])
            : words.elsewhereMore(formatNumber(String(others.length), language), first, words[list])}
          <button type="button" className="link-button" onClick={() => goTo(listIds[list])}>
            {words.toList}
          </button>
        </p>
      ))}
    </div>
  )
}

/** The address says what is shown, so that a fragment cannot. */
function goTo(id: string): void {
  const heading = document.getElementById(id)
  heading?.scrollIntoView({ block: 'center' })
  heading?.focus({ preventScroll: true })
}

function FilterPicker({
  frame,
  offered,
  state,
  change,
}: {
  frame: LeagueFrame
  offered: ReturnType<typeof filtersFor>
  state: AgenciesState
  change: ChangeState
}) {
  const words = useText(agenciesWords)
  const language = useLanguage()
  const parts = [
    { label: words.filterBand, shown: offered.filter(each => each.filter.kind === 'band') },
    { label: words.filterLost, shown: offered.filter(each => each.filter.kind === 'lost') },
    {
      label: words.filterState,
      shown: offered.filter(each => each.filter.kind !== 'band' && each.filter.kind !== 'lost'),
    },
  ]
  const say = (count: number) => formatNumber(String(count), language)
  const isOffered = offered.some(each => each.id === state.filter)
  return (
    <label className="league-filter">
      <span>{words.filter}</span>
      <select
        value={isOffered ? state.filter : ''}
        onChange={event => change({ filter: event.target.value === '' ? undefined : event.target.value })}
      >
        <option value="">{words.filterAll}</option>
        {parts.map(
          part =>
            part.shown.length > 0 && (
              <optgroup key={part.label} label={part.label}>
                {part.shown.map(({ id, filter, count, sure }) => (
                  <option key={id} value={id}>
                    {filterName(filter, frame, words, language)}{' '}
                    {words.found(say(sure), sure === count ? null : say(count))}
                  </option>
                ))}
              </optgroup>
            ),
        )}
      </select>
    </label>
  )
}

/** Two or three choices of which one holds. */
function Switch<Id extends string>({
  label,
  choices,
  value,
  choose,
}: {
  label: string
  choices: readonly { readonly id: Id; readonly word: string }[]
  value: Id
  choose: (id: Id) => void
}) {
  return (
    <fieldset className="league-switch">
      <legend className="visually-hidden">{label}</legend>
      {choices.map(({ id, word }) => (
        <button key={id} type="button" aria-pressed={id === value} onClick={() => choose(id)}>
          {word}
        </button>
      ))}
    </fieldset>
  )
}
