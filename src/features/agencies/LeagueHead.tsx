import type { ReactNode } from 'react'
import type { Provenance } from '../../model/provenance.ts'
import { formatNumber } from '../../ui/formatNumber.ts'
import { Icon } from '../../ui/Icon.tsx'
import { pickName, useLanguage, useText } from '../../ui/language.tsx'
import { Mark } from '../../ui/Mark.tsx'
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
  const names: Readonly<Record<string, string>> = words.columns
  const rank = frame.group.rows.find(row => row.published?.rank?.provenance)?.published?.rank
  const marks: Readonly<Record<string, Pick<Provenance, 'certainty' | 'note'> | null | undefined>> = {
    published: rank?.provenance,
    band: frame.ruleSet.bandsProvenance,
  }
  const subs: Readonly<Record<string, string | null>> = {
    total: frame.maximum === null ? null : `/${formatNumber(frame.maximum, language)}`,
    change: since,
  }
  return (
    <thead>
      {frame.showAreas && (
        <tr className="area-heads">
          <td colSpan={firstHeat} className="area-gap" />
          {frame.areas.map(({ area, count }) => (
            <th key={area.criterionId} scope="colgroup" colSpan={count}>
              {area.code} {pickName(language, area.shortName, area.shortNameEn)}
              {area.maxPoints !== null && <small> /{formatNumber(area.maxPoints, language)}</small>}
            </th>
          ))}
        </tr>
      )}
      <tr data-line={-1} aria-rowindex={frame.showAreas ? 2 : 1}>
        {frame.columnIds.slice(0, firstHeat).map((id, col) => {
          const name = names[id] ?? id
          const sub = subs[id] ?? null
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
                {sub !== null && <small>{sub}</small>}
                {marks[id]?.certainty === 'inferred' && (
                  <small title={marks[id]?.note}>
                    <Mark kind="inferred" size={10} />
                    {words.inferred}
                  </small>
                )}
              </SortButton>
            </th>
          )
        })}
        {frame.heat.map((column, index) => {
          const name = pickName(language, column.name, column.nameEn)
          const state = sortState(column.criterionId, sorting)
          return (
            <th key={column.criterionId} scope="col" className="heat-head" aria-sort={state}>
              <SortButton
                stop={{
                  'data-col': firstHeat + index,
                  tabIndex: activeCol === firstHeat + index ? 0 : -1,
                }}
                name={pickName(language, column.shortName, column.shortNameEn)}
                title={`${column.code} ${name}`}
                sort={() => sort(column.criterionId)}
                state={state}
              >
                <small>
                  {column.maxPoints === null ? '/?' : `/${formatNumber(column.maxPoints, language)}`}
                </small>
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
  return (
    <button type="button" title={title} onClick={sort} {...stop}>
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
