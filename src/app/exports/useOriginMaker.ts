import { useQueryClient } from '@tanstack/react-query'
import { useRouter } from '@tanstack/react-router'
import { useCallback } from 'react'
import type { MakeOrigin } from '../../state/exports/originContext.ts'
import type { Language } from '../../ui/formatNumber.ts'
import { readSearch } from '../search.ts'

/** Origins of the view the address names at the moment one is asked for; what makes them loads with the first. */
export function useOriginMaker(language: Language): MakeOrigin {
  const client = useQueryClient()
  const router = useRouter()
  return useCallback(
    async (kind, offerId, narrowed) => {
      const { pathname, search } = router.state.location
      const view = { client, pathname, search: readSearch(search), language, now: Date.now() }
      const { makeOrigin } = await import('./makeOrigin.ts')
      return makeOrigin(view, kind, offerId, narrowed ?? null)
    },
    [client, router, language],
  )
}

/** Foot of every picture: which rules, figures and page it is of, and when it was drawn. */
export function usePictureFoot(makeOrigin: MakeOrigin, language: Language): () => Promise<readonly string[]> {
  return useCallback(async () => {
    const [{ lines }, { pictureLines }] = await Promise.all([
      makeOrigin('table', 'picture'),
      import('./pictureLines.ts'),
    ])
    return pictureLines(lines, language)
  }, [makeOrigin, language])
}
