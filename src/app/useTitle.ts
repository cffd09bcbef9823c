import { useEffect } from 'react'

/** Names the browser's tab, and with it the entry in the history, after what is shown. */
export function useTitle(...parts: readonly (string | undefined)[]) {
  const title = [...parts, 'ParBoard'].filter(Boolean).join(' · ')
  useEffect(() => {
    document.title = title
  }, [title])
}
