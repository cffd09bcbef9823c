import { useSyncExternalStore } from 'react'

/** Whether a table has the width of a phone; summary.css knows the width too, and paper always has more. */
export function useIsPhone(): boolean {
  return useSyncExternalStore(subscribe, () => phoneQuery().matches)
}

const phoneQuery = () => window.matchMedia('screen and (max-width: 720px)')

const subscribe = (notify: () => void) => {
  const query = phoneQuery()
  query.addEventListener('change', notify)
  return () => query.removeEventListener('change', notify)
}
