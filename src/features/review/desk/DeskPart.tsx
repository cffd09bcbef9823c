import { useCallback, useMemo, useRef, useState } from 'react'
import { usePreferences } from '../../../state/preferences.ts'
import { useLanguage, useText } from '../../../ui/language.tsx'
import type { ReviewProps } from '../reviewProps.ts'
import { AgencyPicker } from './AgencyPicker.tsx'
import { type AgencyLine, agencyBeside, agencyLines } from './agencyLines.ts'
import { Desk } from './Desk.tsx'
import { deskWords } from './words.ts'
import './desk.css'
import './deskNarrow.css'

/** Review desk: one agency after the other, one item after the other, each verdict a line of the ledger. */
export function DeskPart(props: ReviewProps) {
  const { open, review, address, change } = props
  const words = useText(deskWords)
  const language = useLanguage()
  const showsKeys = usePreferences(({ letterKeys }) => letterKeys)
  const lines = useMemo(() => agencyLines(open, review, address.group), [open, review, address.group])
  const current = useChosen(lines, address.agency)
  const wantsFocus = useRef(false)
  const choose = useCallback(
    (id: string) => {
      wantsFocus.current = true
      change({ agency: id, criterion: undefined })
    },
    [change],
  )
  const step = useCallback(
    (by: 1 | -1) => {
      const beside = agencyBeside(lines, current?.id ?? null, by)
      if (beside) choose(beside.id)
    },
    [lines, current, choose],
  )
  const picker = (
    <AgencyPicker
      lines={lines}
      current={current}
      stage={review.stage}
      isIllustrative={open.round.provenance.certainty === 'illustrative'}
      choose={choose}
      showsKeys={showsKeys}
    />
  )
  if (!current)
    return <Empty title={words.nothing} hint={words.nothingHint} toInbox={() => change({ part: 'inbox' })} />
  const agency = review.agencies.get(current.id)
  if (!agency) {
    const state = open.state.agencies.get(current.id)?.state ?? 'notReceived'
    return (
      <>
        {picker}
        <Empty
          title={words.notReceived(current.name)}
          hint={review.unscored?.get(current.id)?.[language] ?? words.notReceivedHint[state]}
          toInbox={() => change({ part: 'inbox' })}
        />
      </>
    )
  }
  const nextOpen = agencyBeside(lines, current.id, 1, true)
  return (
    <Desk
      key={current.id}
      {...props}
      agency={agency}
      name={current.name}
      picker={picker}
      nextAgency={nextOpen}
      chooseAgency={choose}
      stepAgency={step}
      wantsFocus={wantsFocus}
      showsKeys={showsKeys}
    />
  )
}

/** The agency of the address; without one the first with something left, which stays while it is worked on. */
function useChosen(lines: readonly AgencyLine[], id: string | undefined): AgencyLine | null {
  const [first, setFirst] = useState<string | null>(null)
  const addressed = lines.find(line => line.id === id)
  const kept = lines.find(line => line.id === first)
  const found =
    addressed ??
    kept ??
    lines.find(({ isOpen }) => isOpen) ??
    lines.find(({ progress }) => progress !== null) ??
    null
  if (found && found !== addressed && found.id !== first) setFirst(found.id)
  return found
}

function Empty({ title, hint, toInbox }: { title: string; hint: string; toInbox: () => void }) {
  const words = useText(deskWords)
  return (
    <section className="empty">
      <h1>{title}</h1>
      <p>{hint}</p>
      <button type="button" className="button primary" onClick={toInbox}>
        {words.toInbox}
      </button>
    </section>
  )
}
