import { type ReactNode, useState } from 'react'
import { formatNumber } from '../../ui/formatNumber.ts'
import { pickName, useLanguage, useText } from '../../ui/language.tsx'
import { SearchField } from '../../ui/SearchField.tsx'
import { leadSorts } from './leadOrder.ts'
import type { TasksShow, ViewProps } from './shared.ts'
import { isStanding, standingIds } from './standingId.ts'
import { criteriaOf, kindsOf, leadsOf, taskSorts } from './taskFilter.ts'
import { useMedia } from './useMedia.ts'
import { tasksWords } from './words.ts'

/** Standing, search, kind, agency, criterion and order; all of it lives in the address. */
export function TasksTools({ narrowed, address, change, show }: ViewProps & { show: TasksShow }) {
  const language = useLanguage()
  const words = useText(tasksWords)
  const { wish, ofPlan, scope, shown, viaGroups } = narrowed
  const isPhone = useMedia('screen and (max-width: 720px)')
  const say = (count: number) => formatNumber(String(count), language)
  const counts = standingIds.map(id => ({
    id,
    count: scope.filter(({ standing }) => isStanding(standing, id)).length,
  }))
  const overdue = counts.find(({ id }) => id === 'overdue')?.count
  // Where nobody reported on any of the overdue ones, both filters would show the same.
  const offered = counts.filter(
    ({ id, count }) => (count > 0 && !(id === 'unreported' && count === overdue)) || wish.standing === id,
  )
  const leads = leadsOf(ofPlan)
  const criteria = criteriaOf(ofPlan)
  const kinds = kindsOf(ofPlan)
  return (
    <>
      <fieldset className="tk-standings">
        <legend className="visually-hidden">{words.rows}</legend>
        <button
          type="button"
          aria-pressed={wish.standing === null}
          onClick={() => change({ filter: undefined })}
        >
          {words.all} <b>{say(scope.length)}</b>
        </button>
        {offered.map(({ id, count }) => (
          <button
            key={id}
            type="button"
            aria-pressed={wish.standing === id}
            onClick={() => change({ filter: wish.standing === id ? undefined : id })}
          >
            {words.standings[id]} <b>{say(count)}</b>
          </button>
        ))}
      </fieldset>
      <Folded name={words.moreFilters} isFolded={isPhone} startsOpen={narrowed.isNarrow}>
        <div className="tk-tools">
          <SearchField
            label={words.search}
            hint={wish.q === '' ? words.searchHint : words.shownOf(say(shown.length), say(scope.length))}
            value={wish.q}
            change={q => change({ q: q === '' ? undefined : q }, 'replace')}
          />
          {kinds.length > 1 && (
            <Picker
              label={words.kind}
              every={words.anyKind}
              value={wish.kind ?? ''}
              choices={kinds.map(kind => ({ id: kind, name: words.kinds[kind] }))}
              choose={id => change({ kind: id })}
            />
          )}
          <Picker
            label={words.agency}
            every={words.anyAgency}
            value={wish.agency?.id ?? ''}
            choices={leads.map(({ id, name, successor }) => ({
              id,
              name: successor ? `${name} (${words.nowIs(successor.name)})` : name,
            }))}
            choose={id => change({ agency: id })}
          />
          {criteria.length > 0 && (
            <Picker
              label={words.criterion}
              every={words.anyCriterion}
              value={wish.criterion?.id ?? ''}
              choices={criteria.map(({ id, code, name, nameEn }) => ({
                id,
                name: [code, pickName(language, name, nameEn)].join(' ').trim(),
              }))}
              choose={id => change({ criterion: id })}
            />
          )}
          {show === 'list' && (
            <Picker
              label={words.sort}
              value={wish.sort}
              choices={taskSorts.map(id => ({ id, name: words.sorts[id] }))}
              choose={id => change({ sort: id === 'due' ? undefined : id })}
            />
          )}
          {show === 'leads' && (
            <Picker
              label={words.sort}
              value={leadSorts.find(id => id === address.sort) ?? 'overdue'}
              choices={leadSorts.map(id => ({ id, name: words.leadSorts[id] }))}
              choose={id => change({ sort: id === 'overdue' ? undefined : id })}
            />
          )}
        </div>
      </Folded>
      {viaGroups.length > 0 && (
        <p className="tk-note">
          {viaGroups.map(({ group, count }) => (
            <button
              key={group.id}
              type="button"
              className="link-button"
              onClick={() => change({ agency: group.id })}
            >
              {words.viaGroup(say(count), group.name)}
            </button>
          ))}
        </p>
      )}
    </>
  )
}

/** On a phone the rows come before everything they can be narrowed by. */
function Folded({
  name,
  isFolded,
  startsOpen,
  children,
}: {
  name: string
  isFolded: boolean
  startsOpen: boolean
  children: ReactNode
}) {
  // Only at first: emptying a field must not fold it away from whoever types there.
  const [isOpen] = useState(startsOpen)
  return isFolded ? (
    <details className="tk-more" open={isOpen}>
      <summary>{name}</summary>
      {children}
    </details>
  ) : (
    children
  )
}

function Picker({
  label,
  every,
  value,
  choices,
  choose,
}: {
  label: string
  /** What no choice means; without it something is always chosen. */
  every?: string
  value: string
  choices: readonly { readonly id: string; readonly name: string }[]
  choose: (id: string | undefined) => void
}) {
  return (
    <label className="tk-field">
      <span>{label}</span>
      <select
        value={value}
        onChange={event => choose(event.target.value === '' ? undefined : event.target.value)}
      >
        {every !== undefined && <option value="">{every}</option>}
        {choices.map(({ id, name }) => (
          <option key={id} value={id}>
            {name}
          </option>
        ))}
      </select>
    </label>
  )
}
