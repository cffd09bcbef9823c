import { lazy, type ReactNode, Suspense } from 'react'
import { SearchButton } from './SearchButton.tsx'
import { Tools } from './Tools.tsx'

// Found by whoever looks for it; the headline does not wait for it.
const Trail = lazy(() => import('./trail/Trail.tsx').then(module => ({ default: module.Trail })))

/** Top of every screen: what is shown, the palette, the tools, and under them the way here. */
export function ScreenBar({ children }: { children: ReactNode }) {
  return (
    <>
      <header className="topbar">
        {children}
        <SearchButton />
        <Tools />
      </header>
      <div className="trail">
        <Suspense fallback={null}>
          <Trail />
        </Suspense>
      </div>
    </>
  )
}
