import type { Screen } from './screens.ts'
import { type Search, stringifySearch } from './search.ts'

/** Screens that a figure of another screen leads to. */
export type ScreenPath = Screen['to']

/**
 * Address of a view as a plain link. A table of thousands of cells cannot afford a router's link in each;
 * with the address behind `#` the browser follows a plain one without loading anything.
 */
export function hrefTo(path: ScreenPath, search: Search): string {
  return `#${path}${stringifySearch(search)}`
}
