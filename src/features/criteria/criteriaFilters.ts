import type { FilterId, idleKind } from './criteriaLines.ts'
import type { CriteriaWords } from './words.ts'

/** What the filters are called here; `different` is null where nothing is compared. */
export function filterNamesOf(
  idle: ReturnType<typeof idleKind>,
  different: string | null,
  words: CriteriaWords,
): Readonly<Record<FilterId, string | null>> {
  const idleNames = { notIncurred: words.onlyNotIncurred, notApplicable: words.onlyNotApplicable }
  return { ...words.filters, different, idle: idle === null ? words.filters.idle : idleNames[idle] }
}

/** Search and filter that leave lines out, each in words. */
export function hidingTexts(
  search: string,
  filter: FilterId | undefined,
  names: Readonly<Record<FilterId, string | null>>,
  words: CriteriaWords,
): readonly string[] {
  const wanted = search.trim()
  return [
    ...(wanted === '' ? [] : [words.noneFor(wanted)]),
    ...(filter === undefined ? [] : [words.noneFilter(names[filter] ?? words.filters[filter])]),
  ]
}
