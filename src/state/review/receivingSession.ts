import type { QueryClient } from '@tanstack/react-query'
import { problemsOf } from '../../io/queries.ts'
import type { AgencyDirectory } from '../../model/agency.ts'
import type { Catalogue } from '../../model/catalogue.ts'
import type { Problem } from '../../model/problem.ts'
import type { LedgerAct, ReceivedFile } from '../../model/review.ts'
import type { OpenRound } from './openRound.ts'
import { type Arrival, knownFiles, receiveActs } from './receiveActs.ts'
import { receiveFiles } from './receiveFiles.ts'
import { receiveFromPage, startOfDay } from './receiveFromPage.ts'

/** Files somebody dropped or chose, sorted by whether they may be submission files at all. */
export type DroppedFiles = {
  readonly files: readonly File[]
  /** Paths of what is no submission file by its name (Thumbs.db, .xlsx). */
  readonly skipped: readonly string[]
  /** There was more in the folder than is read at once. */
  readonly isCut: boolean
}

export type ReceiveSummary = {
  readonly origin: 'files' | 'page'
  readonly of: number
  readonly read: number
  readonly answers: number
  readonly refused: readonly Extract<ReceivedFile, { outcome: 'refused' }>[]
  readonly repeats: readonly { readonly fileName: string; readonly known: string }[]
  /** The disk did not give them away: nothing of them came in. */
  readonly unreadable: readonly string[]
  readonly skipped: readonly string[]
  readonly isCut: boolean
  /** Stopped by the reader, or because the worker failed; what was read by then is in. */
  readonly stopped: 'no' | 'cancelled' | 'failed'
  readonly problems: readonly Problem[]
}

export type ReceivingState =
  | { readonly status: 'idle' }
  /** A name has to be typed first. */
  | { readonly status: 'waiting'; readonly dropped: DroppedFiles }
  | { readonly status: 'reading'; readonly done: number; readonly of: number }
  | { readonly status: 'done'; readonly summary: ReceiveSummary }

export type ReceivingSession = {
  readonly state: () => ReceivingState
  readonly subscribe: (changed: () => void) => () => void
  /** The round as it stands now: reading goes on while another part of it is looked at. */
  readonly follow: (open: OpenRound) => void
  readonly start: (dropped: DroppedFiles) => void
  readonly takeOver: (
    agencyIds: ReadonlySet<string>,
    from: { readonly catalogue: Catalogue; readonly directory: AgencyDirectory },
    client: QueryClient,
  ) => void
  readonly cancel: () => void
  /** Puts the summary, or files that wait, away. */
  readonly dismiss: () => void
}

/** Lines go into the ledger in batches: what rests on it is worked out, scored and drawn once for each. */
const batchMilliseconds = 2_000
const tellMilliseconds = 80

const sessions = new Map<string, ReceivingSession>()

/** One for a round and page, so that leaving the inbox stops nothing. */
export function receivingOf(roundId: string): ReceivingSession {
  const known = sessions.get(roundId) ?? receivingSession()
  sessions.set(roundId, known)
  return known
}

function receivingSession(): ReceivingSession {
  const listeners = new Set<() => void>()
  let state: ReceivingState = { status: 'idle' }
  let open: OpenRound | null = null
  let stop: AbortController | null = null
  const show = (next: ReceivingState) => {
    state = next
    for (const changed of listeners) changed()
  }

  const start = async (dropped: DroppedFiles) => {
    if (!open || state.status === 'reading') return
    if (open.me === '') return show({ status: 'waiting', dropped })
    const { files, skipped, isCut } = dropped
    const of = files.length
    const known = knownFiles(open.state)
    const tally = { read: 0, answers: 0 }
    const refused: ReceiveSummary['refused'][number][] = []
    const repeats: ReceiveSummary['repeats'][number][] = []
    const unreadable: string[] = []
    let waiting: Arrival[] = []
    let done = 0
    let toldAt = performance.now()
    let flushedAt = toldAt
    const flush = () => {
      if (!open || waiting.length === 0) return
      const lines = receiveActs(waiting, open, known)
      waiting = []
      flushedAt = performance.now()
      tally.read += lines.read
      tally.answers += lines.answers
      refused.push(...lines.refused)
      repeats.push(...lines.repeats)
      if (lines.acts.length > 0) open.append(lines.acts, lines.files)
    }
    stop = new AbortController()
    show({ status: 'reading', done, of })
    let stopped: ReceiveSummary['stopped'] = 'no'
    let problems: readonly Problem[] = []
    const { id: roundId, period, ruleSet: mark } = open.round
    try {
      await receiveFiles(
        files,
        { roundId, mark, ruleSet: open.ruleSet, period },
        {
          signal: stop.signal,
          tell: ({ file, received }) => {
            done += 1
            if (received) waiting.push({ received, blob: file })
            else unreadable.push(file.name)
            const now = performance.now()
            if (now - flushedAt > batchMilliseconds) flush()
            if (now - toldAt < tellMilliseconds) return
            toldAt = now
            show({ status: 'reading', done, of })
          },
        },
      )
    } catch (error) {
      stopped = stop.signal.aborted ? 'cancelled' : 'failed'
      problems = stop.signal.aborted ? [] : problemsOf(error)
    }
    flush()
    const parts = { refused, repeats, unreadable, skipped, isCut, stopped, problems }
    show({ status: 'done', summary: { origin: 'files', of, ...tally, ...parts } })
  }

  const takeOver: ReceivingSession['takeOver'] = async (agencyIds, from, client) => {
    if (!open || open.me === '' || state.status === 'reading') return
    stop = new AbortController()
    const { signal } = stop
    show({ status: 'reading', done: 0, of: agencyIds.size })
    const now = new Date().toISOString()
    const nothing = { answers: 0, refused: [], repeats: [], unreadable: [], skipped: [], isCut: false }
    const summary = { origin: 'page', of: agencyIds.size, ...nothing } as const
    try {
      const taken = await receiveFromPage(agencyIds, open, from, client, now)
      if (signal.aborted)
        return show({ status: 'done', summary: { ...summary, read: 0, stopped: 'cancelled', problems: [] } })
      const deadline = open.state.stages.selfAssessment.deadline
      const isPast = deadline !== null && Date.parse(now) > Date.parse(deadline)
      const arrivals = taken.map(({ received }) => ({ received, blob: null }))
      const lines = receiveActs(arrivals, open, knownFiles(open.state))
      // Put in here after the deadline, but published with the day it was handed in.
      const days = taken.flatMap(({ received: { file }, submittedOn }): readonly LedgerAct[] =>
        isPast && submittedOn !== null
          ? [{ kind: 'receivedAt', sha256: file.sha256, at: startOfDay(submittedOn), reason: dayAsPublished }]
          : [],
      )
      open.append([...lines.acts, ...days], lines.files)
      show({ status: 'done', summary: { ...summary, read: lines.read, stopped: 'no', problems: [] } })
    } catch (error) {
      const problems = problemsOf(error)
      show({ status: 'done', summary: { ...summary, read: 0, stopped: 'failed', problems } })
    }
  }

  return {
    state: () => state,
    subscribe: changed => {
      listeners.add(changed)
      return () => listeners.delete(changed)
    },
    follow: next => {
      open = next
      if (state.status === 'waiting' && next.me !== '') void start(state.dropped)
    },
    start: dropped => void start(dropped),
    takeOver: (agencyIds, from, client) => void takeOver(agencyIds, from, client),
    cancel: () => stop?.abort(),
    dismiss: () => {
      if (state.status !== 'reading') show({ status: 'idle' })
    },
  }
}

const dayAsPublished = 'Ngày nộp ghi trong bản tự chấm đã công bố'
