import { useEffect, useRef, useState } from 'react'
import type { ImportTarget } from '../../io/figureImport/importTarget.ts'
import type { FigureImport } from '../../model/figureImport.ts'
import { type ReadingStep, readFigures } from './figureImport.ts'

export type FigureImportState =
  | { readonly status: 'idle' }
  | { readonly status: 'reading'; readonly step: ReadingStep }
  | { readonly status: 'failed' }
  | { readonly status: 'read'; readonly read: FigureImport }

/**
 * What chosen files come to for a draft; other files, or none, stop the reading of those before.
 * @param target as it is when files are chosen: what is applied in between does not read them anew
 */
export function useFigureImport(files: readonly File[], target: ImportTarget): FigureImportState {
  const [state, setState] = useState<FigureImportState>({ status: 'idle' })
  const latest = useRef(target)
  latest.current = target
  useEffect(() => {
    if (files.length === 0) {
      setState({ status: 'idle' })
      return
    }
    const stop = new AbortController()
    readFigures(files, latest.current, step => setState({ status: 'reading', step }), stop.signal).then(
      read => {
        if (!stop.signal.aborted) setState({ status: 'read', read })
      },
      () => {
        if (!stop.signal.aborted) setState({ status: 'failed' })
      },
    )
    return () => stop.abort()
  }, [files])
  return state
}
