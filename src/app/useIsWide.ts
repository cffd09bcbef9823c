import { useSyncExternalStore } from 'react'

/** Whether a receipt can be docked beside the charts; overview.css knows the width too, and paper always has it. */
export function useIsWide(): boolean {
  return useSyncExternalStore(subscribeWide, () => wideQuery().matches)
}

const wideQuery = () => window.matchMedia('(min-width: 1280px), print')

const subscribeWide = (notify: () => void) => {
  const query = wideQuery()
  query.addEventListener('change', notify)
  return () => query.removeEventListener('change', notify)
}
