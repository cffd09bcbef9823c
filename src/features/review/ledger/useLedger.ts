import { useDeferredValue, useEffect, useMemo } from 'react'
import type { AgencyDirectory } from '../../../model/agency.ts'
import type { OpenRound } from '../../../state/review/openRound.ts'
import { useLanguage } from '../../../ui/language.tsx'
import { type EntryNames, entryNames } from './entryNames.ts'
import type { LedgerFilter } from './ledgerAddress.ts'
import { filterRows, type LedgerRow, ledgerRows, searchTexts } from './ledgerRows.ts'

/** Lines whose search text is made in one go; a frame has room for more. */
const slice = 250

/** Names of the round in the language that is read. */
export function useEntryNames(open: OpenRound, directory: AgencyDirectory): EntryNames {
  const language = useLanguage()
  const { ruleSet } = open
  const { entries } = open.state
  const byId = useMemo(() => new Map(entries.map(entry => [entry.id, entry])), [entries])
  return useMemo(
    () => entryNames({ ruleSet, directory, byId, language }),
    [ruleSet, directory, byId, language],
  )
}

/** The ledger as rows, filtered; typing in the search never waits for the rows. */
export function useLedger(
  open: OpenRound,
  directory: AgencyDirectory,
  names: EntryNames,
  filter: LedgerFilter,
  newestFirst: boolean,
): { readonly rows: readonly LedgerRow[]; readonly shown: readonly LedgerRow[] } {
  const { state } = open
  const rows = useMemo(() => ledgerRows(state, names), [state, names])
  const { ruleSet } = open
  // biome-ignore lint/correctness/useExhaustiveDependencies: what the texts are made of
  const texts = useMemo(() => searchTexts(), [ruleSet, directory, names.language])
  useEffect(() => {
    // Made ahead in small pieces, so that the first letter of a search finds them ready.
    let at = 0
    let timer = setTimeout(step, 200)
    function step() {
      for (const row of rows.slice(at, at + slice)) texts.of(row, names)
      at += slice
      if (at < rows.length) timer = setTimeout(step, 12)
    }
    return () => clearTimeout(timer)
  }, [rows, texts, names])
  const deferred = useDeferredValue(filter)
  const shown = useMemo(() => {
    const found = filterRows(rows, deferred, names, texts)
    return newestFirst ? found.toReversed() : found
  }, [rows, deferred, names, texts, newestFirst])
  return { rows, shown }
}
