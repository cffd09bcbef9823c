import type { Search } from '../search.ts'

/**
 * Says at any moment which state of a view this is, for views that change without their address: what is typed into
 * a draft, lines of a ledger. Other views always answer the same.
 */
export async function viewMark(pathname: string, search: Search): Promise<() => string> {
  const isKept =
    (pathname === '/self-assessment' && search.draft !== undefined) ||
    (pathname === '/review' && search.round !== undefined) ||
    pathname === '/tasks'
  if (!isKept) return () => ''
  const { keptMark } = await import('./keptData.ts')
  return () => keptMark(pathname, search)
}
