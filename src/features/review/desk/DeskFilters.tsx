import { useId, useState } from 'react'
import type { Form } from '../../../model/form.ts'
import { Icon } from '../../../ui/Icon.tsx'
import { pickName, useLanguage, useText } from '../../../ui/language.tsx'
import { SearchField } from '../../../ui/SearchField.tsx'
import type { ChangeReviewAddress } from '../reviewProps.ts'
import { type DeskFilter, type DeskView, deskFilters, writeFilter } from './deskLines.ts'
import { deskWords } from './words.ts'

/** Which items are shown: by what is to be done, by area, by text; everything in the address. */
export function DeskFilters({
  view,
  counts,
  form,
  assigned,
  total,
  change,
}: {
  view: DeskView
  counts: ReadonlyMap<DeskFilter, number>
  form: Form
  /** Areas of the reviewer; null: none assigned. */
  assigned: readonly string[] | null
  total: number
  change: ChangeReviewAddress
}) {
  const words = useText(deskWords)
  const language = useLanguage()
  const set = (filter: DeskFilter | null) =>
    change({ filter: writeFilter({ filter, mine: view.mine }) }, 'replace')
  // Where there is no room they fold away behind a button; elsewhere they always stand there.
  const [isOpen, setOpen] = useState(false)
  const id = useId()
  const isOn = view.filter !== null || view.mine || view.areaId !== null || view.query !== ''
  return (
    <>
      <button
        type="button"
        className="button rvd-filter-toggle"
        aria-expanded={isOpen}
        aria-controls={id}
        onClick={() => setOpen(!isOpen)}
      >
        {words.showFilters}
        {isOn && <small>{words.filtersOn}</small>}
        <Icon name="chevron" size={14} />
      </button>
      <div className="rvd-filters" id={id} data-open={isOpen || undefined}>
        <fieldset className="rvd-chips" aria-label={words.filters}>
          <button type="button" aria-pressed={view.filter === null} onClick={() => set(null)}>
            {words.filter.all} <b>{total}</b>
          </button>
          {deskFilters
            .filter(each => (counts.get(each) ?? 0) > 0 || view.filter === each)
            .map(each => (
              <button
                key={each}
                type="button"
                aria-pressed={view.filter === each}
                onClick={() => set(view.filter === each ? null : each)}
              >
                {words.filter[each]} <b>{counts.get(each) ?? 0}</b>
              </button>
            ))}
        </fieldset>
        <label className="rvd-area-field">
          <span className="visually-hidden">{words.area}</span>
          <select
            value={view.areaId ?? ''}
            onChange={event =>
              change({ area: event.target.value === '' ? undefined : event.target.value }, 'replace')
            }
          >
            <option value="">{words.allAreas}</option>
            {form.areas.map(area => (
              <option key={area.id} value={area.id}>
                {area.code} {pickName(language, area.shortName, area.shortNameEn)}
              </option>
            ))}
          </select>
        </label>
        {assigned !== null && (
          <label className="rvd-mine">
            <input
              type="checkbox"
              checked={view.mine}
              onChange={event =>
                change(
                  { filter: writeFilter({ filter: view.filter, mine: event.target.checked }) },
                  'replace',
                )
              }
            />
            {words.mine}
          </label>
        )}
        <span className="rvd-search">
          <Icon name="search" size={15} />
          <SearchField
            label={words.search}
            hint={words.searchHint}
            value={view.query}
            change={text => change({ q: text === '' ? undefined : text }, 'replace')}
          />
        </span>
      </div>
    </>
  )
}
