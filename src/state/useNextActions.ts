import { useEffect, useMemo, useState } from 'react'
import type { NextAction } from '../model/nextActions.ts'
import type { ScoredView } from './useScoredView.ts'

type Engine = typeof import('./nextActions.ts')

/** Kept for the life of the page, so that another view is answered at once. */
let loaded: Engine | null = null

/** What to do next; null until the solver is there. Where it cannot be loaded, `failed`. */
export function useNextActions(view: ScoredView): readonly NextAction[] | 'failed' | null {
  const [engine, setEngine] = useState<Engine | 'failed' | null>(loaded)
  useEffect(() => {
    if (loaded) return
    let isWanted = true
    import('./nextActions.ts').then(
      module => {
        loaded = module
        if (isWanted) setEngine(module)
      },
      () => isWanted && setEngine('failed'),
    )
    return () => {
      isWanted = false
    }
  }, [])
  return useMemo(
    () => (engine === null || engine === 'failed' ? engine : engine.nextActionsOf(view)),
    [engine, view],
  )
}
