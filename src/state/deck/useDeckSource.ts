import { useQuery } from '@tanstack/react-query'
import { useMemo } from 'react'
import type { AgencyDirectory } from '../../model/agency.ts'
import type { Catalogue } from '../../model/catalogue.ts'
import type { Selection } from '../useScoredView.ts'
import { isSameQuestion, questionOf } from './deckQuestion.ts'
import type { DeckSource, DeckState } from './deckSource.ts'
import { frozenDeck, thawDeck } from './freeze.ts'
import { useLiveSource } from './useLiveSource.ts'

/**
 * What a deck of a selection is made of: read from the page as it stands, or, with the id of a frozen one, from what
 * was kept on this machine. A frozen one that is not here is made anew (`isRemade`) and says so by its instant; one
 * of another selection is not used.
 */
export function useDeckSource(
  catalogue: Catalogue,
  directory: AgencyDirectory,
  selection: Selection,
  groupId: string | undefined,
  frozenId: string | undefined,
): DeckState {
  const kept = useKept(frozenId)
  const question = questionOf(selection, groupId)
  const frozen = kept.source && isSameQuestion(kept.source.asked, question) ? kept.source : null
  const live = useLiveSource(catalogue, directory, selection, groupId, !kept.isWaiting && frozen === null)
  const isLost = frozenId !== undefined && kept.source === null
  const state = useMemo(
    (): DeckState =>
      live.status === 'ready' && isLost ? { ...live, source: { ...live.source, isRemade: true } } : live,
    [live, isLost],
  )
  if (kept.isWaiting) return { status: 'loading' }
  return frozen ? { status: 'ready', source: frozen } : state
}

function useKept(id: string | undefined): {
  readonly source: DeckSource | null
  readonly isWaiting: boolean
} {
  const here = id === undefined ? undefined : frozenDeck(id)
  const stored = useQuery({
    queryKey: ['deck', 'frozen', id],
    queryFn: () => thawDeck(id ?? ''),
    enabled: id !== undefined && here === undefined,
    staleTime: Number.POSITIVE_INFINITY,
    retry: false,
    // Read from this machine: it is there without a network too.
    networkMode: 'always',
  })
  return { source: here ?? stored.data ?? null, isWaiting: here === undefined && stored.isLoading }
}
