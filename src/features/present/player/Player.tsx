import {
  lazy,
  type ReactNode,
  Suspense,
  useCallback,
  useEffect,
  useLayoutEffect,
  useMemo,
  useRef,
  useState,
} from 'react'
import type { Deck, Slide } from '../../../model/deck.ts'
import type { DeckSource } from '../../../state/deck/deckSource.ts'
import type { ScoredView } from '../../../state/useScoredView.ts'
import { useText } from '../../../ui/language.tsx'
import { SlideView } from '../stage/SlideView.tsx'
import type { OpenTarget, SlideTarget } from '../stage/slideTarget.ts'
import { ControlBar } from './ControlBar.tsx'
import { enterFullScreen, hearsEscape, leaveFullScreen } from './fullScreen.ts'
import { JumpBox } from './JumpBox.tsx'
import { jumpTargets } from './jumpTargets.ts'
import { KeyHelp } from './KeyHelp.tsx'
import { NotesPane } from './NotesPane.tsx'
import type { PlayerCommand } from './playerKeys.ts'
import { usePlayerKeys } from './usePlayerKeys.ts'
import { usePointer } from './usePointer.ts'
import { type AgencySlides, usePosition } from './usePosition.ts'
import { frameSize, type Stage, useStage } from './useStage.ts'
import { useWallTheme } from './useWallTheme.ts'
import { playerWords } from './words.ts'
import './player.css'

const SheetReceipt = lazy(() =>
  import('../../../receipt/SheetReceipt.tsx').then(module => ({ default: module.SheetReceipt })),
)

/** The show: one slide on the wall, everything else a key away. */
export function Player({
  deck,
  slides,
  source,
  slideId,
  goTo,
  leave,
  agencySlides,
  linkToDocument,
}: {
  deck: Deck
  /** Those that are shown, in their order. */
  slides: readonly Slide[]
  source: DeckSource
  /** As the address has it. */
  slideId: string
  goTo: (slideId: string) => void
  leave: () => void
  agencySlides: AgencySlides
  linkToDocument: (documentId: string, label: string) => ReactNode
}) {
  const words = useText(playerWords)
  const dialog = useRef<HTMLDialogElement>(null)
  const room = useRef<HTMLElement>(null)
  const stage = useStage(room)
  const theme = useWallTheme()
  const position = usePosition({ deck, slides, source, slideId, goTo, agencySlides })
  const [receiptId, setReceiptId] = useState<string | null>(null)
  const [blank, setBlank] = useState<'black' | 'white' | null>(null)
  const [isTwin, setTwin] = useState(false)
  const [hasNotes, setNotes] = useState(false)
  const [isHelp, setHelp] = useState(false)
  const [typed, setTyped] = useState<string | null>(null)
  const [digits, setDigits] = useState('')
  const pointer = usePointer(by => position.step(by))
  const targets = useMemo(() => jumpTargets(slides, source), [slides, source])
  const { current, excursion } = position
  const view = excursion?.view ?? source.view

  useLayoutEffect(() => {
    const element = dialog.current
    element?.showModal()
    room.current?.focus()
    return () => element?.close()
  }, [])

  // A slide that is left takes the focus of its rows with it.
  // biome-ignore lint/correctness/useExhaustiveDependencies: at every change of the slide
  useEffect(() => {
    if (!document.activeElement || document.activeElement === document.body) room.current?.focus()
    else if (document.activeElement.closest('[inert]')) room.current?.focus()
  }, [current?.id, typed, receiptId])

  const stepOut = () => {
    if (typed !== null) setTyped(null)
    else if (isHelp) setHelp(false)
    else if (digits !== '') setDigits('')
    else if (receiptId !== null) setReceiptId(null)
    else if (blank !== null) setBlank(null)
    else if (excursion) position.back()
    else {
      leaveFullScreen()
      leave()
    }
  }

  const run = (command: PlayerCommand) => {
    if (command !== 'enter') setDigits('')
    if (command === 'next') position.step(1)
    else if (command === 'previous') position.step(-1)
    else if (command === 'down' || command === 'up') {
      const by = command === 'down' ? 1 : -1
      if (!(isTwin && scrollTwin(room.current, by))) position.step(by)
    } else if (command === 'first' || command === 'last') position.toEnd(command)
    else if (command === 'black' || command === 'white') setBlank(now => (now === command ? null : command))
    else if (command === 'dark') theme.toggle()
    else if (command === 'notes') setNotes(now => !now)
    else if (command === 'table') setTwin(now => !now)
    else if (command === 'help') setHelp(true)
    else if (command === 'search') setTyped('')
    else if (command === 'fullScreen') {
      if (document.fullscreenElement) leaveFullScreen()
      else void enterFullScreen()
    } else if (command === 'back') {
      if (excursion) position.back()
      else position.calm()
    } else if (command === 'escape') stepOut()
    else if (digits === '') position.step(1)
    else {
      position.toPage(Number(digits))
      setDigits('')
    }
  }

  usePlayerKeys({
    run: command => {
      // On a blank wall any key but that of the other colour brings the slide back.
      if (blank !== null && command !== 'escape')
        setBlank(command === blank || command !== 'white' ? null : 'white')
      else run(command)
    },
    type: letters => {
      setBlank(null)
      setTyped(letters)
    },
    digit: digit => setDigits(now => (now + digit).replace(/^0+/, '').slice(-3)),
    isTaken: typed !== null || receiptId !== null,
    isBlank: blank !== null,
  })

  const onEscape = useRef(stepOut)
  useEffect(() => {
    onEscape.current = stepOut
  })
  useEffect(() => {
    // Where the browser keeps Escape for itself, leaving full screen is what it meant.
    let wasFull = document.fullscreenElement !== null
    const change = () => {
      const isFull = document.fullscreenElement !== null
      // What filled the screen last lies on top: the show comes up again.
      if (isFull && !wasFull) {
        dialog.current?.close()
        dialog.current?.showModal()
        room.current?.focus()
      }
      if (wasFull && !isFull && !hearsEscape()) onEscape.current()
      wasFull = isFull
    }
    document.addEventListener('fullscreenchange', change)
    return () => document.removeEventListener('fullscreenchange', change)
  }, [])

  const onOpen = useRef<OpenTarget>(() => undefined)
  useEffect(() => {
    onOpen.current = target => {
      if (target.kind === 'agency') position.toAgency(target.agencyId)
      else if (hasReceipt(view, target.nodeId)) setReceiptId(target.nodeId)
    }
  })
  // What a slide is given stays the same from press to press: turning a page draws one new slide, not three.
  const open = useCallback<OpenTarget>(target => onOpen.current(target), [])
  const targetOfRow = useMemo(() => rowTargets(view, source), [view, source])
  const drawnDeck = useMemo(
    () => (excursion ? { scope: excursion.scope, frozenAt: deck.frozenAt } : deck),
    [excursion, deck],
  )

  if (!current) return null
  const { page, pages, trouble } = position
  const name = excursion
    ? words.agencySlide(view.agency?.name ?? excursion.agencyId, page, pages)
    : page === 0
      ? words.slideOutside
      : words.slide(page, pages)
  return (
    <dialog
      ref={dialog}
      className="ps-player"
      aria-label={words.player}
      data-resting={pointer.isResting}
      onCancel={event => {
        event.preventDefault()
        if (event.target === dialog.current) stepOut()
      }}
    >
      <section
        ref={room}
        className="ps-room"
        aria-label={name}
        tabIndex={-1}
        {...pointer.handlers}
        // The focus stays on the wall, so that Space turns the page after a press too.
        onMouseDown={event => event.preventDefault()}
      >
        {stage && (
          <Wall
            key={stage.shape}
            stage={stage}
            slides={[current, ...position.neighbours]}
            draw={slide => (
              <SlideView
                slide={slide}
                deck={drawnDeck}
                kicker={excursion ? (view.agency?.name ?? excursion.agencyId) : null}
                page={slide === current ? page : position.pageOf(slide)}
                pages={pages}
                shape={stage.shape}
                open={open}
                targetOfRow={targetOfRow}
                isTwin={isTwin}
                heading="h1"
              />
            )}
          />
        )}
        <span className="ps-progress" style={{ width: `${(page / pages) * 100}%` }} />
      </section>
      {hasNotes && <NotesPane slide={current} following={position.following} />}
      <p className="visually-hidden" aria-live="polite">
        {blank === null ? `${name}. ${current.title}` : words[blank]}
      </p>
      <ControlBar
        run={run}
        isAway={excursion !== null}
        pressed={{ table: isTwin, notes: hasNotes, dark: theme.isDark }}
      />
      <p className="ps-said" role="status">
        {digits !== '' && words.digits(digits)}
        {digits === '' && trouble?.kind === 'opening' && words.opening}
        {digits === '' && trouble?.kind === 'noPage' && words.noPage(trouble.page)}
        {digits === '' && trouble?.kind === 'noAgency' && words.noAgency(trouble.name)}
        {digits === '' && !trouble && excursion && words.backHint}
      </p>
      {typed !== null && (
        <JumpBox
          targets={targets}
          opening={typed}
          close={() => setTyped(null)}
          go={target => {
            setTyped(null)
            if (target.kind === 'slide') position.show(target.to)
            else position.toAgency(target.to)
          }}
        />
      )}
      {isHelp && <KeyHelp close={() => setHelp(false)} />}
      {receiptId !== null && (
        <Suspense fallback={null}>
          <SheetReceipt
            view={view}
            nodeId={receiptId}
            close={() => setReceiptId(null)}
            covers={true}
            linkToDocument={linkToDocument}
          />
        </Suspense>
      )}
      {blank !== null && (
        // biome-ignore lint/a11y/useKeyWithClickEvents: any key does the same
        // biome-ignore lint/a11y/noStaticElementInteractions: as above
        <div className={`ps-blank ps-${blank}`} onClick={() => setBlank(null)} />
      )}
    </dialog>
  )
}

/** The slide on the wall and, out of sight, those that may be asked for next: turning a page draws nothing anew. */
function Wall({
  stage,
  slides: [current, ...others],
  draw,
}: {
  stage: Stage
  slides: readonly [Slide, ...Slide[]]
  draw: (slide: Slide) => ReactNode
}) {
  const size = frameSize(stage)
  return [current, ...others]
    .toSorted((one, other) => (one.id < other.id ? -1 : 1))
    .map(slide => (
      <div
        key={slide.id}
        className="ps-frame"
        style={size}
        {...(slide === current ? {} : { inert: true, 'aria-hidden': true, 'data-away': true })}
      >
        <div className="ps-stage" style={{ transform: `scale(${stage.scale})` }}>
          {draw(slide)}
        </div>
      </div>
    ))
}

/** Moves a table that is longer than the wall; false where there is nothing more that way. */
function scrollTwin(room: HTMLElement | null, by: 1 | -1): boolean {
  const table = room?.querySelector('.ps-frame:not([data-away]) .ps-twin')
  if (!table) return false
  const { scrollTop, scrollHeight, clientHeight } = table
  if (by === 1 ? scrollTop + clientHeight >= scrollHeight - 2 : scrollTop <= 0) return false
  table.scrollBy({ top: by * 0.8 * clientHeight, behavior: 'instant' })
  return true
}

/** What rows of the table behind a slide lead to, also those that the chart leaves out. */
function rowTargets(view: ScoredView, { submissions }: DeckSource): (rowId: string) => SlideTarget | null {
  const agencies = new Set(submissions.map(each => each.agencyId))
  return id => {
    // Rows of losses say what kind of loss they are before their node.
    const nodeId = id.replace(/^(?:lost|missing|unexplained|adjusted)-/, '')
    if (nodeId !== 'total' && hasReceipt(view, nodeId)) return { kind: 'receipt', nodeId }
    return agencies.has(id) ? { kind: 'agency', agencyId: id } : null
  }
}

function hasReceipt({ sheet }: ScoredView, nodeId: string): boolean {
  return (
    nodeId === 'total' ||
    sheet.nodes.some(node => node.criterionId === nodeId) ||
    sheet.pools.some(pool => pool.poolId === nodeId) ||
    sheet.adjustments.some(adjustment => adjustment.adjustmentId === nodeId)
  )
}
