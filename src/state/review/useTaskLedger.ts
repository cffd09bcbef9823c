import { useEffect, useMemo, useState, useSyncExternalStore } from 'react'
import { keptRounds } from '../../io/review/roundStore.ts'
import type { LedgerAct, LedgerEntry, ReviewRound } from '../../model/review.ts'
import { reviewFormat } from '../../model/review.ts'
import type { RoundState } from '../../model/roundState.ts'
import { foldLedger } from '../../scoring/review/foldLedger.ts'
import { usePreferences } from '../preferences.ts'
import { storedLines } from './foldStored.ts'
import type { RoundSaving } from './openRound.ts'
import { hearOtherTabs } from './roundChannel.ts'
import type { RoundSession } from './roundSession.ts'
import { openSession, roundSessionOf, startRound } from './roundSessions.ts'

/** The ledger of tasks that stand in plans: every machine has one, and nobody hands anything in to it. */
const taskRound: ReviewRound = {
  format: reviewFormat,
  id: 'nhiem-vu',
  name: null,
  ruleSet: { id: 'nhiem-vu', version: '1', sha256: '0'.repeat(64) },
  period: '2026',
  groups: [],
  createdAt: '2026-01-01T00:00:00.000Z',
  provenance: { certainty: 'stated', source: null, note: 'Người theo dõi tự ghi' },
}

export type TaskLedger = {
  readonly taskStates: RoundState['taskStates']
  /** Every line, for the history. */
  readonly entries: readonly LedgerEntry[]
  /** Adds lines at once; empty while nobody typed a name, or the ledger is not read yet. */
  readonly append: (acts: readonly LedgerAct[]) => readonly LedgerEntry[]
  readonly me: string
  readonly setMe: (name: string) => void
  readonly saving: RoundSaving
}

const none: RoundState['taskStates'] = new Map()
const noLines: readonly never[] = []
const saving: RoundSaving = { status: 'saving' }

/** Where the tasks of plans stand, as noted on this machine. */
export function useTaskLedger(): TaskLedger {
  const session = useMemo(() => startRound({ round: taskRound, isBuiltIn: true }), [])
  const state = useSyncExternalStore(session.subscribe, session.state)
  const me = usePreferences(each => each.reviewer)
  const setMe = usePreferences(each => each.setReviewer)
  const view = state.status === 'ready' ? state.view : null
  return useMemo(
    () => ({
      taskStates: view?.state.taskStates ?? none,
      entries: view?.state.entries ?? noLines,
      append: acts => (me === '' ? [] : session.append(acts, me)),
      me,
      setMe,
      saving: view?.saving ?? saving,
    }),
    [view, session, me, setMe],
  )
}

/** The remedial plan of one round. */
export type RoundRemedies = {
  readonly round: ReviewRound
  readonly remedies: RoundState['remedies']
  readonly taskStates: RoundState['taskStates']
  readonly entries: readonly LedgerEntry[]
}

export type AllRemedies = {
  readonly status: 'loading' | 'ready' | 'blocked'
  /** Rounds with a remedial plan, the newest first. */
  readonly rounds: readonly RoundRemedies[]
  /** Adds lines to the ledger of a round; nothing while nobody typed a name or the round is not there. */
  readonly append: (roundId: string, acts: readonly LedgerAct[]) => Promise<readonly LedgerEntry[]>
}

/** What remedial plans are made of; anything else of a ledger does not touch them. */
const remedyKinds: ReadonlySet<LedgerAct['kind']> = new Set(['remedy', 'taskState', 'withdraw'])

/** Remedial plans of every round of this machine. Follows what other tabs and this page write. */
export function useAllRemedies(): AllRemedies {
  const [found, setFound] = useState<Omit<AllRemedies, 'append'>>({ status: 'loading', rounds: [] })
  useEffect(() => {
    let isOver = false
    const stops = new Map<string, () => void>()
    const load = async () => {
      try {
        const rounds = (await keptRounds()).flatMap(each => (each.kind === 'round' ? [each.round] : []))
        const plans = await Promise.all(rounds.map(remediesOf))
        if (isOver) return
        const newestFirst = plans
          .filter(({ remedies }) => remedies.size > 0)
          .toSorted((a, b) => (a.round.createdAt < b.round.createdAt ? 1 : -1))
        setFound({ status: 'ready', rounds: newestFirst })
        for (const { id } of rounds) {
          const session = openSession(id)
          if (session && !stops.has(id))
            stops.set(
              id,
              session.subscribe(() => void load()),
            )
        }
      } catch {
        if (!isOver) setFound({ status: 'blocked', rounds: [] })
      }
    }
    void load()
    const stopHearing = hearOtherTabs(() => void load())
    return () => {
      isOver = true
      stopHearing()
      for (const stop of stops.values()) stop()
    }
  }, [])
  const append = useMemo(
    () => async (roundId: string, acts: readonly LedgerAct[]) => {
      const { reviewer } = usePreferences.getState()
      if (reviewer === '') return []
      const session = await opened(roundId)
      const lines = session?.append(acts, reviewer) ?? []
      const plan = session && remediesIn(session)
      if (plan)
        setFound(before => ({
          ...before,
          rounds: before.rounds.map(each => (each.round.id === roundId ? plan : each)),
        }))
      return lines
    },
    [],
  )
  return useMemo(() => ({ ...found, append }), [found, append])
}

async function remediesOf(round: ReviewRound): Promise<RoundRemedies> {
  const session = openSession(round.id)
  const here = session && remediesIn(session)
  if (here) return here
  const lines = await storedLines(round.id, remedyKinds)
  const { remedies, taskStates, entries } = foldLedger(round, lines)
  return { round, remedies, taskStates, entries }
}

function remediesIn(session: RoundSession): RoundRemedies | null {
  const state = session.state()
  if (state.status !== 'ready') return null
  const { round, state: folded } = state.view
  const entries = folded.entries.filter(({ act }) => remedyKinds.has(act.kind))
  return { round, remedies: folded.remedies, taskStates: folded.taskStates, entries }
}

/** The session of a round once it is read; null where there is none. */
function opened(roundId: string): Promise<RoundSession | null> {
  const session = roundSessionOf(roundId)
  const settled = () => session.state().status !== 'loading'
  const answer = () => (session.state().status === 'ready' ? session : null)
  if (settled()) return Promise.resolve(answer())
  return new Promise(resolve => {
    const stop = session.subscribe(() => {
      if (!settled()) return
      stop()
      resolve(answer())
    })
  })
}
