import { useQueryClient } from '@tanstack/react-query'
import { useRouter } from '@tanstack/react-router'
import { useCallback } from 'react'
import type { MakeOrigin } from '../../state/exports/originContext.ts'
import type { Language } from '../../ui/formatNumber.ts'
import { readSearch } from '../search.ts'

/**
 * Origins of the view the address names at the moment one is begun, whatever is opened before it is there; what makes
 * them loads with the first.
 */
export function useOriginMaker(language: Language): MakeOrigin {
  const client = useQueryClient()
  const router = useRouter()
  return useCallback(
    (kind, offerId) => {
      const { location, resolvedLocation } = router.state
      const { pathname, search } = location
      const isOpening = location.href !== resolvedLocation?.href
      const view = { client, pathname, search: readSearch(search), language, now: Date.now(), isOpening }
      const begun = import('./makeOrigin.ts').then(({ makeOrigin }) => makeOrigin(view, kind, offerId))
      // Content that cannot be made leaves nobody to hear of it.
      begun.catch(() => undefined)
      return async narrowed => (await begun)(narrowed ?? null)
    },
    [client, router, language],
  )
}

/** Foot of every picture: which rules, figures and page it is of, and when it was drawn. */
export function usePictureFoot(makeOrigin: MakeOrigin, language: Language): () => Promise<readonly string[]> {
  return useCallback(async () => {
    const [{ lines }, { pictureLines }] = await Promise.all([
      makeOrigin('table', 'picture')(),
      import('./pictureLines.ts'),
    ])
    return pictureLines(lines, language)
  }, [makeOrigin, language])
}
