import { lazy, Suspense, useMemo, useState } from 'react'
import { Icon } from '../../../ui/Icon.tsx'
import { useText } from '../../../ui/language.tsx'
import { SearchField } from '../../../ui/SearchField.tsx'
import type { ReviewProps } from '../reviewProps.ts'
import { type InboxFilter, type InboxRow, inboxFilters, isIn } from './inboxRows.ts'
import { inboxWords } from './words.ts'

const ReminderDialog = lazy(() =>
  import('./ReminderDialog.tsx').then(module => ({ default: module.ReminderDialog })),
)

const UnclearDialog = lazy(() =>
  import('./UnclearDialog.tsx').then(module => ({ default: module.UnclearDialog })),
)

/** Search, what is shown, and the list of whom to remind. */
export function InboxTools({
  rows,
  shown,
  filter,
  address,
  change,
  open,
}: Pick<ReviewProps, 'address' | 'change' | 'open'> & {
  rows: readonly InboxRow[]
  shown: number
  filter: InboxFilter | null
}) {
  const words = useText(inboxWords)
  const [dialog, setDialog] = useState<'remind' | 'unclear' | null>(null)
  const close = () => setDialog(null)
  const ofGroup = useMemo(
    () => rows.filter(row => address.group === undefined || row.groupId === address.group),
    [rows, address.group],
  )
  const unclear = ofGroup.filter(row => row.troubles.includes('unclear'))
  const canWrite = open.me !== '' && open.state.stages.selfAssessment.closed === null
  const offered = inboxFilters
    .map(each => ({ each, count: ofGroup.filter(row => isIn(each, row)).length }))
    .filter(({ each, count }) => count > 0 || each === filter)
  return (
    <div className="rvi-tools">
      <SearchField
        label={words.search}
        hint={words.searchHint(shown, rows.length)}
        value={address.q ?? ''}
        change={q => change({ q: q === '' ? undefined : q }, 'replace')}
      />
      <fieldset className="rvi-filters" aria-label={words.filters}>
        <button type="button" aria-pressed={filter === null} onClick={() => change({ filter: undefined })}>
          {words.all} <b>{ofGroup.length}</b>
        </button>
        {offered.map(({ each, count }) => (
          <button
            key={each}
            type="button"
            aria-pressed={filter === each}
            onClick={() => change({ filter: filter === each ? undefined : each })}
          >
            {words.filter[each]} <b>{count}</b>
          </button>
        ))}
      </fieldset>
      <p className="rvi-acts">
        {unclear.length > 1 && canWrite && (
          <button
            type="button"
            className="link-button"
            title={words.unclear.hint}
            onClick={() => setDialog('unclear')}
          >
            {words.unclear.open(unclear.length)}
          </button>
        )}
        <button
          type="button"
          className="link-button rvi-remind"
          title={words.remindHint}
          onClick={() => setDialog('remind')}
        >
          <Icon name="copy" size={16} /> {words.remind}
        </button>
      </p>
      <Suspense fallback={null}>
        {dialog === 'remind' && <ReminderDialog open={open} rows={rows} close={close} />}
        {dialog === 'unclear' && <UnclearDialog open={open} rows={unclear} close={close} />}
      </Suspense>
    </div>
  )
}
