import { useId, useMemo } from 'react'
import type { LedgerEntry } from '../../../model/review.ts'
import { publishedOf } from '../../../state/review/receiveFromPage.ts'
import type { Receiving } from '../../../state/review/useReceiving.ts'
import { FileButton } from '../../../ui/FileButton.tsx'
import { Icon } from '../../../ui/Icon.tsx'
import { useText } from '../../../ui/language.tsx'
import { useFileDrop } from '../../../ui/useFileDrop.ts'
import type { ReviewProps } from '../reviewProps.ts'
import { filesOfDrop, sortFiles } from './droppedFiles.ts'
import { ReceiveSummary } from './ReceiveSummary.tsx'
import { inboxWords } from './words.ts'

/** How files come in: dropped, chosen, or taken over from what this page publishes. */
export function ReceivePanel({
  open,
  catalogue,
  receiving,
  isFirst,
}: Pick<ReviewProps, 'open' | 'catalogue'> & {
  receiving: Receiving
  /** Nothing came yet: the ways in are explained. */
  isFirst: boolean
}) {
  const words = useText(inboxWords)
  const { state } = receiving
  return (
    <section className="rvi-receive" aria-label={words.drop}>
      <Drop receiving={receiving} isFirst={isFirst} />
      {state.status === 'waiting' && (
        <p className="rvi-note" role="status">
          {words.waiting(state.dropped.files.length)}{' '}
          <button type="button" className="link-button" onClick={receiving.dismiss}>
            {words.discard}
          </button>
        </p>
      )}
      {state.status === 'reading' && <Reading {...state} cancel={receiving.cancel} />}
      {state.status === 'done' && <ReceiveSummary summary={state.summary} close={receiving.dismiss} />}
      <TakeOver open={open} catalogue={catalogue} receiving={receiving} />
    </section>
  )
}

function Drop({ receiving, isFirst }: { receiving: Receiving; isFirst: boolean }) {
  const words = useText(inboxWords)
  const { isOver, target } = useFileDrop(dropped => void filesOfDrop(dropped).then(receiving.start))
  const take = (files: readonly File[]) => receiving.start(sortFiles(files))
  return (
    <div className={isOver ? 'rvi-drop over' : 'rvi-drop'} {...target}>
      <Icon name="exchange" size={22} />
      <p>
        <b>{isOver ? words.dropOver : words.drop}</b>
        <FileButton accept=".parboard,.zip" isMultiple take={take}>
          {words.pickFiles}
        </FileButton>
        <FileButton isFolder take={take}>
          {words.pickFolder}
        </FileButton>
      </p>
      {isFirst && <small>{words.dropHint}</small>}
    </div>
  )
}

function Reading({ done, of, cancel }: { done: number; of: number; cancel: () => void }) {
  const words = useText(inboxWords)
  const id = useId()
  return (
    <div className="rvi-reading">
      <progress max={of} value={done} aria-labelledby={id} />
      <p id={id}>{words.reading(done, of)}</p>
      <button type="button" className="button" onClick={cancel}>
        {words.cancel}
      </button>
    </div>
  )
}

/** What this page publishes for the round, for agencies of which nothing came. */
function TakeOver({
  open,
  catalogue,
  receiving,
}: Pick<ReviewProps, 'open' | 'catalogue'> & { receiving: Receiving }) {
  const words = useText(inboxWords)
  const id = useId()
  const { round, state, me } = open
  const published = useMemo(() => publishedOf(round, catalogue), [round, catalogue])
  const wanted = useMemo(
    () => new Set(published.filter(agencyId => state.agencies.get(agencyId)?.state === 'notReceived')),
    [published, state],
  )
  // Those that are left then sent nothing.
  const wasTaken = useMemo(() => state.entries.some(isFromPage), [state])
  if (wanted.size === 0 || wasTaken || receiving.state.status === 'reading') return null
  const hint = me === '' ? words.needName : words.takeOverHint
  return (
    <div className="rvi-take-over">
      <button
        type="button"
        className="button"
        aria-describedby={id}
        disabled={me === ''}
        onClick={() => receiving.takeOver(wanted)}
      >
        {words.takeOver(wanted.size)}
      </button>
      <small id={id}>
        {hint} {round.provenance.certainty === 'illustrative' && words.takeOverIllustrative}
      </small>
    </div>
  )
}

function isFromPage({ act }: LedgerEntry): boolean {
  return act.kind === 'receive' && act.file.outcome === 'read' && act.file.origin === 'page'
}
