import { useSyncExternalStore } from 'react'

let isPrinting = false

/** Whether the page is being put on paper: then nothing is folded, hidden or left out for speed. */
export function useIsPrinting(): boolean {
  return useSyncExternalStore(subscribe, () => isPrinting || printQuery().matches)
}

const printQuery = () => window.matchMedia('print')

function subscribe(notify: () => void) {
  const query = printQuery()
  const start = () => {
    isPrinting = true
    notify()
  }
  const end = () => {
    isPrinting = false
    notify()
  }
  query.addEventListener('change', notify)
  window.addEventListener('beforeprint', start)
  window.addEventListener('afterprint', end)
  return () => {
    query.removeEventListener('change', notify)
    window.removeEventListener('beforeprint', start)
    window.removeEventListener('afterprint', end)
  }
}
