import { useEffect, useMemo, useSyncExternalStore } from 'react'
import type { DraftState } from './draftSession.ts'
import { onKeptBoth, sessionOf } from './openSessions.ts'

/**
 * A draft of this machine, open for changes. Every change is kept at once; nothing is ever waited for.
 * @param goTo opens another draft: where its owner keeps both versions, the one of this tab becomes a draft
 *   of its own and is gone on with
 */
export function useOpenDraft(id: string, goTo?: (id: string) => void): DraftState {
  const session = useMemo(() => sessionOf(id), [id])
  useEffect(() => {
    if (goTo) onKeptBoth(id, goTo)
  }, [id, goTo])
  return useSyncExternalStore(session.subscribe, session.state)
}
