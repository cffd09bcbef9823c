import type { ReactNode } from 'react'
import { Icon } from '../../ui/Icon.tsx'
import { pickName, useLanguage, useText } from '../../ui/language.tsx'
import { Mark } from '../../ui/Mark.tsx'
import { useIsPrinting } from '../../ui/useIsPrinting.ts'
import { areaHead, factHead, heatHead } from './leagueHeads.ts'
import type { Sorting } from './leagueOrder.ts'
import type { LeagueFrame } from './useLeague.ts'
import { agenciesWords } from './words.ts'

/** Heads of the table: each sorts, is named in full in its tooltip and never clips. */
export function LeagueHead({
  frame,
  sorting,
  activeCol,
  since,
  sort,
}: {
  frame: LeagueFrame
  sorting: Sorting | null
  /** Column that Tab stops at, if it is in the head. */
  activeCol: number | null
  /** What changes are measured from. */
  since: string | null
  sort: (id: string) => void
}) {
  const words = useText(agenciesWords)
  const language = useLanguage()
  const firstHeat = frame.columnIds.length - frame.heat.length
  return (
    <thead>
      {frame.showAreas && (
        <tr className="area-heads">
          <td colSpan={firstHeat} className="area-gap" />
          {frame.areas.map(span => {
            const { name, sub } = areaHead(span, language)
            return (
              <th key={span.area.criterionId} scope="colgroup" colSpan={span.count}>
                {name}
                {sub !== '' && <small> {sub}</small>}
              </th>
            )
          })}
        </tr>
      )}
      <tr data-line={-1} aria-rowindex={frame.showAreas ? 2 : 1}>
        {frame.columnIds.slice(0, firstHeat).map((id, col) => {
          const { name, sub, inferred } = factHead(id, frame, since, language)
          const stop = { 'data-col': col, tabIndex: activeCol === col ? 0 : -1 }
          if (id === 'with' || id === 'percent')
            return (
              <th key={id} scope="col" className={`${id}-head`} {...stop}>
                {id === 'with' ? <span className="visually-hidden">{name}</span> : name}
              </th>
            )
          return (
            <th key={id} scope="col" className={`${id}-head`} aria-sort={sortState(id, sorting)}>
              <SortButton
                stop={stop}
                name={name}
                title={words.sortBy(name)}
                sort={() => sort(id)}
                state={sortState(id, sorting)}
              >
                {sub !== '' && <small> {sub}</small>}
                {inferred && (
                  <small title={inferred.note}>
                    {' '}
                    <Mark kind="inferred" size={10} />
                    {inferred.word}
                  </small>
                )}
              </SortButton>
            </th>
          )
        })}
        {frame.heat.map((column, index) => {
          const { name, sub } = heatHead(column, language)
          const state = sortState(column.criterionId, sorting)
          return (
            <th key={column.criterionId} scope="col" className="heat-head" aria-sort={state}>
              <SortButton
                stop={{
                  'data-col': firstHeat + index,
                  tabIndex: activeCol === firstHeat + index ? 0 : -1,
                }}
                name={name}
                title={`${column.code} ${pickName(language, column.name, column.nameEn)}`}
                sort={() => sort(column.criterionId)}
                state={state}
              >
                <small> {sub}</small>
              </SortButton>
            </th>
          )
        })}
      </tr>
    </thead>
  )
}

type SortState = 'ascending' | 'descending' | 'none'

function SortButton({
  stop,
  name,
  title,
  sort,
  state,
  children,
}: {
  stop: { 'data-col': number; tabIndex: number }
  name: string
  title: string
  sort: () => void
  state: SortState
  /** What stands in lines of its own below the name. */
  children: ReactNode
}) {
  // Browsers leave buttons out of the head they repeat on the next page; paper sorts nothing anyway.
  if (useIsPrinting())
    return (
      <span className="head-text">
        {name}
        {children}
      </span>
    )
  return (
    <button type="button" className="head-text" title={title} onClick={sort} {...stop}>
      <span>
        {name}
        {state !== 'none' && (
          <span className={`sort-sign ${state}`}>
            <Icon name="chevron" size={12} />
          </span>
        )}
        {children}
      </span>
    </button>
  )
}

/** Without a wish, rows stand by rank. */
function sortState(id: string, sorting: Sorting | null): SortState {
  if (sorting === null) return id === 'rank' ? 'ascending' : 'none'
  if (sorting.id !== id) return 'none'
  return sorting.desc ? 'descending' : 'ascending'
}
