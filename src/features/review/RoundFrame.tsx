import {
  type ComponentType,
  lazy,
  Suspense,
  useEffect,
  useId,
  useLayoutEffect,
  useRef,
  useState,
} from 'react'
import type { OpenRound } from '../../state/review/openRound.ts'
import { useReview } from '../../state/review/useReview.ts'
import { Icon } from '../../ui/Icon.tsx'
import { useText } from '../../ui/language.tsx'
import { type ReviewAddress, type ReviewProps, type RoundPart, roundParts } from './reviewProps.ts'
import { reviewWords } from './words.ts'
import './review.css'

const parts = {
  inbox: lazy(() => import('./inbox/InboxPart.tsx').then(each => ({ default: each.InboxPart }))),
  desk: lazy(() => import('./desk/DeskPart.tsx').then(each => ({ default: each.DeskPart }))),
  questions: lazy(() =>
    import('./questions/QuestionsPart.tsx').then(each => ({ default: each.QuestionsPart })),
  ),
  summary: lazy(() => import('./summary/SummaryPart.tsx').then(each => ({ default: each.SummaryPart }))),
  remedy: lazy(() => import('./remedy/RemedyPart.tsx').then(each => ({ default: each.RemedyPart }))),
  ledger: lazy(() => import('./ledger/LedgerPart.tsx').then(each => ({ default: each.LedgerPart }))),
}

const nothing: ReviewAddress = {
  group: undefined,
  agency: undefined,
  criterion: undefined,
  area: undefined,
  filter: undefined,
  sort: undefined,
  q: undefined,
}

/** One round: its parts as tabs, whose name goes into the ledger, and how it is saved. */
export function RoundFrame({
  Offers,
  ...props
}: Omit<ReviewProps, 'review'> & {
  /** What can be taken away of the round as a whole; draws nothing. */
  Offers: ComponentType<ReviewProps>
}) {
  const { open, catalogue, directory, address, change } = props
  const words = useText(reviewWords)
  const review = useReview(open, catalogue, directory)
  const part: RoundPart = address.part ?? 'inbox'
  const Part = parts[part]
  const { done, of } = review.scoring
  // What is looked at in one part narrows no other, and is there again on the way back.
  const left = useRef(new Map<RoundPart, ReviewAddress>())
  const go = (next: RoundPart) => {
    const { group, agency, criterion, area, filter, sort, q } = address
    left.current.set(part, { group, agency, criterion, area, filter, sort, q })
    change({ ...nothing, ...left.current.get(next), part: next })
  }
  // Where the tabs scroll sideways the current one stays in sight.
  const tabs = useRef<HTMLElement>(null)
  useLayoutEffect(() => {
    const row = tabs.current
    const tab = row?.querySelector<HTMLElement>(`[data-part="${part}"]`)
    if (row && tab) row.scrollLeft = tab.offsetLeft - (row.clientWidth - tab.offsetWidth) / 2
  }, [part])
  return (
    <main className="content review" id="content" tabIndex={-1}>
      <div className="rv-head">
        <nav className="rv-tabs" aria-label={words.parts} ref={tabs}>
          {roundParts.map(each => (
            <button
              key={each}
              type="button"
              data-part={each}
              {...(each === part ? { 'aria-current': 'page' as const } : {})}
              onClick={() => go(each)}
            >
              {words.part[each]}
            </button>
          ))}
        </nav>
        <div className={`rv-who${open.me === '' ? ' rv-nobody' : ''}`}>
          <Me open={open} />
          <Saving open={open} />
        </div>
      </div>
      {open.broken.length > 0 && (
        <ul className="rv-broken">
          {open.broken.map(({ pen, by, atSeq, why, fileName = '' }) => (
            <li key={`${pen}-${atSeq} ${why}`}>
              {why === 'twins'
                ? words.brokenTwins(by, atSeq)
                : why === 'otherReading'
                  ? words.brokenReading(fileName, by, atSeq)
                  : words.broken(by, atSeq)}
            </li>
          ))}
        </ul>
      )}
      {done < of && (
        <p className="rv-scoring" role="status">
          {words.scoring(done, of)}
        </p>
      )}
      <Suspense fallback={null}>
        <Part {...props} review={review} />
      </Suspense>
      <Suspense fallback={null}>
        <Offers {...props} review={review} />
      </Suspense>
    </main>
  )
}

/** The name as typed: taken when the field is left, so that no line carries half of it. */
function Me({ open }: { open: OpenRound }) {
  const words = useText(reviewWords)
  const id = useId()
  const [typed, setTyped] = useState(open.me)
  useEffect(() => setTyped(open.me), [open.me])
  const take = () => {
    const name = typed.normalize('NFC').trim().replace(/\s+/g, ' ')
    if (name !== open.me) open.setMe(name)
  }
  return (
    <p className="rv-me">
      <label htmlFor={id}>{words.me}</label>
      <input
        id={id}
        value={typed}
        maxLength={80}
        autoComplete="name"
        aria-describedby={`${id}-hint`}
        title={words.meHint}
        onChange={event => setTyped(event.target.value)}
        onBlur={take}
        onKeyDown={event => event.key === 'Enter' && take()}
      />
      <span id={`${id}-hint`} className={open.me === '' ? 'rv-ask-name' : 'visually-hidden'}>
        {open.me === '' ? words.askName : words.meHint}
      </span>
    </p>
  )
}

function Saving({ open }: { open: OpenRound }) {
  const words = useText(reviewWords)
  const { saving } = open
  if (saving.status !== 'unsaved')
    return (
      <p className="rv-saving" role="status">
        {saving.status === 'saved' ? (
          <>
            <Icon name="tick" size={14} /> {words.saved}
            <span className="rv-saved-where"> {words.savedWhere}</span>
          </>
        ) : (
          words.saving
        )}
      </p>
    )
  return (
    <p className="rv-saving rv-unsaved" role="alert">
      {words.unsaved[saving.why]}{' '}
      <button type="button" className="button" onClick={saving.retry}>
        {words.retry}
      </button>
    </p>
  )
}
