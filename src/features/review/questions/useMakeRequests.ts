import { useEffect, useRef, useState } from 'react'
import { problemsOf } from '../../../io/queries.ts'
import type { Problem } from '../../../model/problem.ts'
import { makeRequests, requestContent } from '../../../state/review/requests.ts'
import { download } from '../../../ui/download.ts'
import type { ReviewProps } from '../reviewProps.ts'
import type { QuestionRow } from './exchangeRows.ts'

export type MakingRequests =
  | { readonly status: 'idle' }
  | { readonly status: 'making'; readonly done: number; readonly of: number }
  | { readonly status: 'made'; readonly count: number }
  | { readonly status: 'failed'; readonly problems: readonly Problem[] }

/** Makes request files, hands them to the browser and writes them into the ledger; one batch at a time. */
export function useMakeRequests({ open, review }: Pick<ReviewProps, 'open' | 'review'>) {
  const [state, setState] = useState<MakingRequests>({ status: 'idle' })
  const stop = useRef<AbortController | null>(null)
  const latest = useRef(open)
  useEffect(() => {
    latest.current = open
  })
  useEffect(() => () => stop.current?.abort(), [])

  const make = async (
    rows: readonly QuestionRow[],
    dueAt: string | null,
    how: 'together' | 'each',
  ): Promise<void> => {
    if (stop.current !== null || open.me === '') return
    const orders = rows.flatMap(row => {
      const known = review.agencyOf(row.agencyId)
      const content = requestContent(row, open, review.agencies.get(row.agencyId), {
        agencyName: known?.name ?? null,
        dueAt,
        now: new Date(),
      })
      return content ? [content] : []
    })
    if (orders.length === 0) return
    const own = new AbortController()
    stop.current = own
    setState({ status: 'making', done: 0, of: orders.length })
    try {
      const made = await makeRequests(orders, {
        together: how === 'together',
        tell: done => setState({ status: 'making', done, of: orders.length }),
        signal: own.signal,
      })
      if (made.together) download(made.together.fileName, made.together.blob)
      else for (const { fileName, blob } of made.files) download(fileName, blob)
      // The files are kept beside the lines, so that one that was lost can be taken again.
      latest.current.append(
        made.acts,
        made.files.map(({ sha256, blob }) => ({ submission: null, sha256, blob })),
      )
      setState({ status: 'made', count: made.files.length })
    } catch (error) {
      if (own.signal.aborted) return
      const isOurs = error instanceof Error && 'problems' in error
      setState({ status: 'failed', problems: isOurs ? problemsOf(error) : [] })
    } finally {
      stop.current = null
    }
  }
  return { state, make: (...args: Parameters<typeof make>) => void make(...args) }
}
