import { useSyncExternalStore } from 'react'

/** Follows a media query. */
export function useMedia(text: string): boolean {
  return useSyncExternalStore(
    notify => {
      const query = window.matchMedia(text)
      query.addEventListener('change', notify)
      return () => query.removeEventListener('change', notify)
    },
    () => window.matchMedia(text).matches,
  )
}
