import { useRef } from 'react'
import { Icon } from '../../ui/Icon.tsx'
import { useText } from '../../ui/language.tsx'
import { SearchField } from '../../ui/SearchField.tsx'
import { fixedColumns } from './columnWidths.ts'
import { type FilterId, filterIds, type LineOrder } from './criteriaLines.ts'
import { type ChangeCriteria, idsText, sortKeys } from './criteriaState.ts'
import type { OfficialColumn } from './officialColumns.ts'
import { criteriaWords } from './words.ts'

const orders: readonly LineOrder[] = ['official', 'within', 'flat']

/** Search, filters with their counts, order, folding and columns. */
export function CriteriaTools({
  search,
  filter,
  order,
  counts,
  filterNames,
  folding,
  columns,
  hidden,
  change,
}: {
  search: string
  filter: FilterId | undefined
  order: LineOrder
  counts: Readonly<Record<FilterId | 'all', number>>
  /** What the filters are called here; `different` is null where nothing is compared. */
  filterNames: Readonly<Record<FilterId, string | null>>
  /** null: there are no groups to fold. */
  folding: { readonly isAnyClosed: boolean; readonly toggleAll: () => void } | null
  columns: readonly OfficialColumn[]
  hidden: ReadonlySet<string>
  change: ChangeCriteria
}) {
  const words = useText(criteriaWords)
  const shown = filterIds.filter(id => filterNames[id] !== null || filter === id)
  return (
    <div className="criteria-tools">
      <SearchField
        label={words.search}
        hint={words.searchHint}
        value={search}
        change={text => change({ q: text === '' ? undefined : text }, 'replace')}
      />
      <fieldset className="segments">
        <legend className="visually-hidden">{words.rows}</legend>
        <button
          type="button"
          aria-pressed={filter === undefined}
          onClick={() => change({ filter: undefined })}
        >
          {words.filters.all} <b>{counts.all}</b>
        </button>
        {shown.map(id => (
          <button
            key={id}
            type="button"
            aria-pressed={filter === id}
            onClick={() => change({ filter: filter === id ? undefined : id })}
          >
            {filterNames[id] ?? words.filters[id]} <b>{counts[id]}</b>
          </button>
        ))}
      </fieldset>
      <div className="criteria-actions">
        <label className="order">
          <span className="visually-hidden">{words.order}</span>
          <select
            value={order}
            onChange={event => {
              const chosen = orders.find(each => each === event.target.value) ?? 'official'
              change({ sort: sortKeys[chosen] })
            }}
          >
            {orders.map(each => (
              <option key={each} value={each}>
                {words.orders[each]}
              </option>
            ))}
          </select>
          <Icon name="chevron" size={14} />
        </label>
        {folding && (
          <button type="button" className="link-button" onClick={folding.toggleAll}>
            {folding.isAnyClosed ? words.openAll : words.closeAll}
          </button>
        )}
        <ColumnChooser columns={columns} hidden={hidden} change={change} />
        <button type="button" className="link-button with-icon" onClick={() => window.print()}>
          <Icon name="print" size={16} />
          {words.print}
        </button>
      </div>
    </div>
  )
}

/** Which columns are shown; number and name always are. */
function ColumnChooser({
  columns,
  hidden,
  change,
}: {
  columns: readonly OfficialColumn[]
  hidden: ReadonlySet<string>
  change: ChangeCriteria
}) {
  const words = useText(criteriaWords)
  const menu = useRef<HTMLDetailsElement>(null)
  const close = () => {
    if (menu.current) menu.current.open = false
  }
  const choosable = columns.filter(column => !fixedColumns.has(column.id))
  const set = (id: string, isShown: boolean) =>
    change({ hide: idsText(isShown ? [...hidden].filter(each => each !== id) : [...hidden, id]) })
  return (
    <details
      ref={menu}
      className="column-menu"
      onBlur={event => {
        const next = event.relatedTarget
        if (next instanceof Node && !event.currentTarget.contains(next)) close()
      }}
      onKeyDown={event => {
        if (event.key !== 'Escape' || !menu.current?.open) return
        event.stopPropagation()
        close()
        menu.current.querySelector('summary')?.focus()
      }}
    >
      <summary className="link-button with-icon">
        <Icon name="table" size={16} />
        {words.columnsButton}
        {hidden.size > 0 && (
          <b>
            {choosable.filter(column => !hidden.has(column.id)).length}/{choosable.length}
          </b>
        )}
      </summary>
      <fieldset>
        <legend>{words.columnsShown}</legend>
        {choosable.map(({ id, label }) => (
          <label key={id}>
            <input
              type="checkbox"
              checked={!hidden.has(id)}
              onChange={event => set(id, event.target.checked)}
            />
            {label}
          </label>
        ))}
        {hidden.size > 0 && (
          <button type="button" className="link-button" onClick={() => change({ hide: undefined })}>
            {words.allColumns}
          </button>
        )}
      </fieldset>
    </details>
  )
}
