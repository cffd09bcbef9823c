import { lazy, Suspense, useDeferredValue, useMemo, useState } from 'react'
import { useOffer } from '../../../state/exports/offers.ts'
import { useReceiving } from '../../../state/review/useReceiving.ts'
import { instantText } from '../../../ui/instants.ts'
import { useLanguage, useText } from '../../../ui/language.tsx'
import { Mark } from '../../../ui/Mark.tsx'
import type { ReviewProps } from '../reviewProps.ts'
import { GroupProgress } from './GroupProgress.tsx'
import { InboxList } from './InboxList.tsx'
import { InboxTools } from './InboxTools.tsx'
import { inboxItems } from './inboxItems.ts'
import { countRows, inboxFilters, inboxRows, shownRows } from './inboxRows.ts'
import { projectInbox } from './projectInbox.ts'
import { ReceivePanel } from './ReceivePanel.tsx'
import { RefusedFiles } from './RefusedFiles.tsx'
import { inboxWords } from './words.ts'
import './inbox.css'
import './inboxList.css'
import './inboxProgress.css'

const FilesDialog = lazy(() => import('./FilesDialog.tsx').then(module => ({ default: module.FilesDialog })))

/** What came in: receiving it, who is still to come, and which version of each agency is read. */
export function InboxPart(props: ReviewProps) {
  const { open, review, catalogue, directory, address, change } = props
  const words = useText(inboxWords)
  const language = useLanguage()
  const receiving = useReceiving(open, { catalogue, directory })
  // While files stream in, typing goes before drawing them.
  const state = useDeferredValue(open.state)
  const agencies = useDeferredValue(review.agencies)
  const { formOf } = review
  const rows = useMemo(
    () => inboxRows(state, { agencies, formOf }, directory),
    [state, agencies, formOf, directory],
  )
  const filter = inboxFilters.find(each => each === address.filter) ?? null
  const group = open.round.groups.some(each => each.groupId === address.group) ? address.group : undefined
  const q = useDeferredValue(address.q ?? '')
  const shown = useMemo(() => shownRows(rows, { filter, group: group ?? null, q }), [rows, filter, group, q])
  const count = useMemo(() => countRows(rows), [rows])
  const items = useMemo(
    () => inboxItems(open.round, directory, shown, rows, language),
    [open.round, directory, shown, rows, language],
  )
  const title = count.received + count.notUsable > 0 ? words.sentence(count) : words.nothingYet(count.of)
  useOffer({
    kind: 'table',
    id: 'inbox',
    name: words.list,
    make: () =>
      projectInbox(
        { round: open.round, items, filter, q, title, shown: shown.length, all: rows.length },
        language,
      ),
  })
  const [filesOf, setFilesOf] = useState<string | null>(null)
  const hasCome = state.entries.some(entry => entry.act.kind === 'receive')
  const { deadline } = state.stages.selfAssessment
  return (
    <div className="rvi">
      <header className="rvi-head">
        <h1>{title}</h1>
        <p className="eyebrow">
          {deadline === null ? words.noDeadline : words.deadline(instantText(deadline))}
          {open.round.provenance.certainty === 'illustrative' && (
            <>
              {' · '}
              <Mark kind="illustrative" />
              {words.illustrative}
            </>
          )}
        </p>
      </header>
      <div className={hasCome ? 'rvi-top' : 'rvi-top first'}>
        <ReceivePanel open={open} catalogue={catalogue} receiving={receiving} isFirst={!hasCome} />
        <GroupProgress
          round={open.round}
          rows={rows}
          directory={directory}
          address={address}
          change={change}
        />
      </div>
      <RefusedFiles state={state} directory={directory} />
      <InboxTools
        rows={rows}
        shown={shown.length}
        filter={filter}
        address={address}
        change={change}
        open={open}
      />
      {shown.length > 0 ? (
        <InboxList
          round={open.round}
          items={items}
          openDesk={agency => change({ part: 'desk', agency, filter: undefined, q: undefined }, 'push')}
          openFiles={setFilesOf}
        />
      ) : (
        <p className="rvi-nothing">
          {words.noneShown}{' '}
          <button
            type="button"
            className="link-button"
            onClick={() => change({ filter: undefined, group: undefined, q: undefined })}
          >
            {words.showAll}
          </button>
        </p>
      )}
      <p className="rvi-said">{words.said}</p>
      {filesOf !== null && (
        <Suspense fallback={null}>
          <FilesDialog open={open} directory={directory} agencyId={filesOf} close={() => setFilesOf(null)} />
        </Suspense>
      )}
    </div>
  )
}
