import { useEffect, useState } from 'react'
import type { KnownDocuments } from '../io/ruleSheet/assembleRuleSet.ts'
import type { RuleSetReading } from './readRuleSetFile.ts'
import { readRuleSet } from './ruleSetImport.ts'

export type RuleSetImportState =
  | { readonly status: 'idle' }
  | { readonly status: 'reading' }
  | { readonly status: 'failed' }
  | { readonly status: 'read'; readonly reading: RuleSetReading }

/**
 * What a chosen file comes to; another file stops the reading of the one before.
 * @param documents null while their registry is being loaded, undefined when it cannot be
 */
export function useRuleSetImport(
  file: File | null,
  documents: KnownDocuments | undefined | null,
): RuleSetImportState {
  const [state, setState] = useState<RuleSetImportState>({ status: 'idle' })
  useEffect(() => {
    if (!file) {
      setState({ status: 'idle' })
      return
    }
    setState({ status: 'reading' })
    if (documents === null) return
    const stop = new AbortController()
    readRuleSet(file, documents, stop.signal).then(
      reading => setState({ status: 'read', reading }),
      () => {
        if (!stop.signal.aborted) setState({ status: 'failed' })
      },
    )
    return () => stop.abort()
  }, [file, documents])
  return state
}
