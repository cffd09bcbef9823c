import { lazy, type ReactNode, Suspense } from 'react'
import type { ScoredView } from '../../state/useScoredView.ts'

// After the headline; a screen that offers less is better than none.
const offered = (load: () => Promise<(props: { view: ScoredView }) => ReactNode>) =>
  lazy(() =>
    load().then(
      Offer => ({ default: Offer }),
      () => ({ default: () => null }),
    ),
  )

const ScoredOffers = offered(() => import('./ScoredOffers.tsx').then(module => module.ScoredOffers))

/** What can be taken away of one agency's scores, once they are there. Draws nothing. */
export function LazyScoredOffers({ view }: { view: ScoredView | null }) {
  return (
    view && (
      <Suspense fallback={null}>
        <ScoredOffers view={view} />
      </Suspense>
    )
  )
}
