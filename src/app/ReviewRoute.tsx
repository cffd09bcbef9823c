import { Link, useNavigate, useSearch } from '@tanstack/react-router'
import { lazy, type ReactNode, Suspense, useCallback } from 'react'
import { RoundFrame } from '../features/review/RoundFrame.tsx'
import type { ReviewProps } from '../features/review/reviewProps.ts'
import { reviewWords } from '../features/review/words.ts'
import type { AgencyDirectory } from '../model/agency.ts'
import type { Catalogue } from '../model/catalogue.ts'
import { periodName } from '../receipt/periodName.ts'
import { useOpenRound } from '../state/review/useOpenRound.ts'
import { useDocuments } from '../state/useScoredView.ts'
import { Icon } from '../ui/Icon.tsx'
import { pickName, useLanguage, useText } from '../ui/language.tsx'
import { FixedFact } from './FixedFact.tsx'
import { linkToDocument } from './OverviewRoute.tsx'
import { ScreenBar } from './ScreenBar.tsx'
import { Failed, Loading } from './ScreenStates.tsx'
import type { Search } from './search.ts'
import { useChangeAddress } from './useChangeAddress.ts'
import { useIsWide } from './useIsWide.ts'
import { useTitle } from './useTitle.ts'
import { WithCatalogue } from './WithCatalogue.tsx'
import { appWords } from './words.ts'
import './selfAssessmentBar.css'

const RoundsScreen = lazy(() =>
  import('../features/review/rounds/RoundsScreen.tsx').then(module => ({ default: module.RoundsScreen })),
)

// The screen comes first; one that offers less is better than none.
const RoundOffers = lazy(
  (): Promise<{ default: (props: ReviewProps) => ReactNode }> =>
    import('./exports/RoundReportOffer.tsx').then(
      module => ({ default: module.RoundReportOffer }),
      () => ({ default: () => null }),
    ),
)

/** Thẩm định: the rounds of this machine, or the one the address names. */
export function ReviewRoute() {
  const { round } = useSearch({ from: '__root__' })
  return (
    <WithCatalogue>
      {({ catalogue, directory }) =>
        !directory ? (
          <Named>
            <Loading />
          </Named>
        ) : round === undefined ? (
          <Rounds catalogue={catalogue} directory={directory} />
        ) : (
          <OneRound key={round} id={round} catalogue={catalogue} directory={directory} />
        )
      }
    </WithCatalogue>
  )
}

function Rounds({ catalogue, directory }: { catalogue: Catalogue; directory: AgencyDirectory }) {
  const { ruleSet, period } = useSearch({ from: '__root__' })
  const navigate = useNavigate()
  const openRound = useCallback(
    (round: string) => void navigate({ to: '/review', search: ({ lang }: Search) => ({ lang, round }) }),
    [navigate],
  )
  return (
    <Named>
      <Suspense fallback={<Loading />}>
        <RoundsScreen
          catalogue={catalogue}
          directory={directory}
          openRound={openRound}
          suggested={{ ruleSetId: ruleSet, period }}
        />
      </Suspense>
    </Named>
  )
}

function Named({ children, isRound = false }: { children: ReactNode; isRound?: boolean }) {
  const { review } = useText(appWords)
  useTitle(review)
  return (
    <>
      <ScreenBar>
        <p className="screen-name">{review}</p>
        {isRound && <ToRounds />}
      </ScreenBar>
      {children}
    </>
  )
}

function OneRound({
  id,
  catalogue,
  directory,
}: {
  id: string
  catalogue: Catalogue
  directory: AgencyDirectory
}) {
  const words = useText(reviewWords)
  const app = useText(appWords)
  const language = useLanguage()
  const search = useSearch({ from: '__root__' })
  const change = useChangeAddress()
  const isWide = useIsWide()
  const state = useOpenRound(id, catalogue)
  const cited = useDocuments(catalogue)
  if (state.status === 'absent')
    return (
      <Named isRound>
        <section className="empty">
          <h1>{words.noRound}</h1>
          <p>{words.noRoundHint}</p>
          <ToRounds />
        </section>
      </Named>
    )
  if (state.status === 'failed')
    return (
      <Named isRound>
        <Failed problems={state.problems} retry={state.retry} />
      </Named>
    )
  if (cited.problems.length > 0)
    return (
      <Named isRound>
        <Failed problems={cited.problems} retry={cited.retry} />
      </Named>
    )
  if (state.status === 'loading' || !cited.documents)
    return (
      <Named isRound>
        <Loading />
      </Named>
    )
  const { round, ruleSet } = state.open
  const period = periodName(round.period, language)
  return (
    <>
      <ScreenBar>
        <ToRounds />
        <FixedFact
          className="round-fact"
          label={app.ruleSet}
          value={pickName(language, ruleSet.shortTitle, ruleSet.shortTitleEn)}
        />
        <FixedFact className="round-fact" label={app.period} value={period} />
        {round.name !== null && <FixedFact className="round-fact" label={words.round} value={round.name} />}
      </ScreenBar>
      <RoundFrame
        open={state.open}
        catalogue={catalogue}
        directory={directory}
        documents={cited.documents}
        address={search}
        change={change}
        isWide={isWide}
        linkToDocument={linkToDocument}
        Offers={RoundOffers}
      />
    </>
  )
}

/** Back to the list. */
function ToRounds() {
  const words = useText(reviewWords)
  return (
    <Link to="/review" className="to-drafts" search={({ lang }: Search) => ({ lang })}>
      <Icon name="back" size={16} />
      <span>{words.rounds}</span>
    </Link>
  )
}
