import { type ReactNode, useRef, useState } from 'react'
import { Builder } from '../../src/features/present/Builder.tsx'
import { chosenSlides } from '../../src/features/present/deckOrder.ts'
import { Handout } from '../../src/features/present/handout/Handout.tsx'
import { Player } from '../../src/features/present/player/Player.tsx'
import type { AgencySlides } from '../../src/features/present/player/usePosition.ts'
import { SlideView } from '../../src/features/present/stage/SlideView.tsx'
import { type StageShape, stageSize } from '../../src/features/present/stage/stageSize.ts'
import type { Slide } from '../../src/model/deck.ts'
import type { DeckSource } from '../../src/state/deck/deckSource.ts'
import type { GalleryCase } from './cases.tsx'
import { sampleDeck } from './presentSample.ts'
import { views } from './samples.ts'

const { settled } = views

/** What the sample deck is of: one scored agency, and two that can be jumped to. */
export const sampleSource: DeckSource = {
  frozenAt: sampleDeck.frozenAt,
  asked: {
    ruleSetId: settled.ruleSet.id,
    period: settled.sheet.period,
    agencyId: settled.sheet.agencyId,
    stage: null,
    groupId: null,
  },
  view: settled,
  next: [],
  cohort: null,
  contribution: null,
  trend: null,
  tasks: null,
  directory: {
    agencies: [
      { id: 'dak-lak-kkt', code: 'H15.20', name: 'Ban Quản lý các khu kinh tế Đắk Lắk', level: 'department' },
      { id: 'so-noi-vu', code: 'H15.03', name: 'Sở Nội vụ', level: 'department' },
      { id: 'im-lang', code: null, name: 'Sở Im lặng', level: 'department' },
    ],
    groups: [],
  },
  submissions: ['dak-lak-kkt', 'so-noi-vu', 'im-lang'].map(agencyId => ({ ...settled.submission, agencyId })),
  earlier: [],
}

const firstSlide = sampleDeck.slides[0]
const ofAgency: AgencySlides = async agencyId => {
  if (agencyId === 'im-lang') return null
  const slides = sampleDeck.slides.slice(1, 3).map(
    (slide, at): Slide => ({
      ...slide,
      id: `agency.${agencyId}${at === 0 ? '' : '.2'}`,
      title: `${agencyId} ${at}`,
    }),
  )
  return { slides, view: settled, scope: `Phạm vi của ${agencyId}` }
}

/** A node of the sheet, so that the sample's rows open receipts. */
export const receiptNode = settled.sheet.losses[0]?.nodeId ?? 'total'

const withReceipts: readonly Slide[] = sampleDeck.slides.map(slide =>
  slide.body.kind === 'bars'
    ? {
        ...slide,
        body: {
          ...slide.body,
          rows: slide.body.rows.map(row =>
            row.receiptId?.startsWith('c') ? { ...row, receiptId: receiptNode } : row,
          ),
        },
      }
    : slide,
)
export const playedDeck = { ...sampleDeck, slides: withReceipts }

/** The player with an address of its own; the last one is said for tests. */
export function PlayerSample({
  opening = firstSlide?.id ?? '',
  slides,
  onAddress,
  onLeave = () => {},
}: {
  opening?: string
  slides?: string
  onAddress?: (slideId: string) => void
  onLeave?: () => void
}) {
  const [slideId, setSlideId] = useState(opening)
  const told = useRef(onAddress)
  return (
    <Player
      deck={playedDeck}
      slides={chosenSlides(playedDeck.slides, slides)}
      source={sampleSource}
      slideId={slideId}
      goTo={id => {
        setSlideId(id)
        told.current?.(id)
      }}
      leave={onLeave}
      agencySlides={ofAgency}
      linkToDocument={(documentId, label) => <a href={`#${documentId}`}>{label}</a>}
    />
  )
}

/** The builder with an address of its own. */
export function BuilderSample({
  onAddress = () => {},
  start = () => {},
  source = sampleSource,
}: {
  onAddress?: (slides: string | undefined) => void
  start?: (slideId: string) => void
  source?: DeckSource
}) {
  const [slides, setSlides] = useState<string | undefined>(undefined)
  const [isShort, setShort] = useState(true)
  return (
    <Builder
      deck={sampleDeck}
      source={source}
      isKept={false}
      slides={slides}
      change={next => {
        if (!('slides' in next)) return
        setSlides(next.slides)
        onAddress(next.slides)
      }}
      start={start}
      takeAway={() => {}}
      isShort={isShort}
      setShort={setShort}
    />
  )
}

/** A slide at half its size; a narrower frame cuts it, as the slide itself is scaled by whoever shows it. */
function Framed({ shape, children }: { shape: StageShape; children: ReactNode }) {
  const { width, height } = stageSize[shape]
  const scale = 0.5
  return (
    <div style={{ width: width * scale, maxWidth: '100%', height: height * scale, overflow: 'hidden' }}>
      <div style={{ transform: `scale(${scale})`, transformOrigin: '0 0' }}>{children}</div>
    </div>
  )
}

function slideCase(slide: Slide, at: number, shape: StageShape, isTwin = false): GalleryCase {
  return {
    id: `slide-${slide.id.replaceAll('.', '-')}-${shape}${isTwin ? '-table' : ''}`,
    part: 'screens',
    title: `Slide: ${slide.name}, ${shape === 'wide' ? '16:9' : '4:3'}${isTwin ? ', its table' : ''}`,
    draw: () => (
      <Framed shape={shape}>
        <SlideView
          slide={slide}
          deck={sampleDeck}
          page={at + 1}
          pages={sampleDeck.slides.length}
          shape={shape}
          isTwin={isTwin}
        />
      </Framed>
    ),
  }
}

export const presentCases: readonly GalleryCase[] = [
  ...sampleDeck.slides.flatMap((slide, at) => [slideCase(slide, at, 'wide'), slideCase(slide, at, 'narrow')]),
  ...sampleDeck.slides.slice(2, 3).map((slide, at) => slideCase(slide, at + 2, 'wide', true)),
  {
    id: 'present-builder',
    part: 'screens',
    title: 'Presentation: the deck is put together',
    draw: () => <BuilderSample />,
  },
  {
    id: 'present-remade',
    part: 'screens',
    title: 'Presentation: frozen figures that were lost, on a full disk',
    draw: () => <BuilderSample source={{ ...sampleSource, isRemade: true, notKept: 'full' }} />,
  },
  {
    id: 'present-handout',
    part: 'screens',
    title: 'Presentation: the hand-out (drawn out of sight on the screen; look at it with Print)',
    draw: () => <Handout deck={sampleDeck} isShort={false} />,
  },
]
