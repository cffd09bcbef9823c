import { useNavigate } from '@tanstack/react-router'
import { useCallback } from 'react'
import type { Search } from './search.ts'

/** Lays something over the address; `replace` leaves no step to go back to. */
export function useChangeAddress() {
  const navigate = useNavigate()
  return useCallback(
    (next: Search, how: 'push' | 'replace' = 'push') =>
      void navigate({
        to: '.',
        search: (previous: Search) => ({ ...previous, ...next }),
        replace: how === 'replace',
      }),
    [navigate],
  )
}
