import { useLayoutEffect, useMemo, useRef } from 'react'
import type { OpenDraft } from '../../../state/assessment/openDraft.ts'
import type { FormActs } from './acts.ts'

/** What fields do, as one object for good: a drawn field never holds an old draft. */
export function useFormActs(
  open: OpenDraft,
  { paste, openReceipt }: Pick<FormActs, 'paste' | 'openReceipt'>,
): FormActs {
  const latest = useRef({ open, paste, openReceipt })
  useLayoutEffect(() => {
    latest.current = { open, paste, openReceipt }
  })
  return useMemo(
    () => ({
      setField: (metricId, entry, merge) =>
        latest.current.open.change([{ kind: 'field', metricId, entry }], merge),
      change: (edits, merge) => latest.current.open.change(edits, merge),
      paste: (text, at) => latest.current.paste(text, at),
      openReceipt: nodeId => latest.current.openReceipt(nodeId),
    }),
    [],
  )
}
