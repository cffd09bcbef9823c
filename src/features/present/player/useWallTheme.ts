import { useEffect, useLayoutEffect, useState } from 'react'

/**
 * The wall is light whatever the reader's theme, until the reader switches: rooms are bright. The whole document
 * changes, so that hatches and receipts do too, and gets its theme back at the end.
 */
export function useWallTheme() {
  const [isDark, setDark] = useState(false)
  const [own] = useState(() => document.documentElement.dataset['theme'])
  useLayoutEffect(() => {
    // High contrast is asked for by whoever needs it, and is light as well.
    document.documentElement.dataset['theme'] = isDark ? 'dark' : own === 'contrast' ? 'contrast' : 'light'
  }, [isDark, own])
  useEffect(
    () => () => {
      if (own === undefined) delete document.documentElement.dataset['theme']
      else document.documentElement.dataset['theme'] = own
    },
    [own],
  )
  return { isDark, toggle: () => setDark(now => !now) }
}
