import { useEffect } from 'react'
import { create } from 'zustand'
import { closeDatabase } from '../../io/drafts/database.ts'
import { clearLedgerJournal } from '../../io/review/ledgerJournal.ts'
import {
  countLines,
  type KeptRound,
  keptRounds,
  readLine,
  readReceived,
  removeRound,
  type WholeRound,
} from '../../io/review/roundStore.ts'
import type { LedgerAct, ReviewRound } from '../../model/review.ts'
import type { RuleSet } from '../../model/ruleSet.ts'
import { foldLedger } from '../../scoring/review/foldLedger.ts'
import { askToKeep } from '../assessment/storageFacts.ts'
import { usePreferences } from '../preferences.ts'
import { storedLines } from './foldStored.ts'
import { hearOtherTabs, tellOtherTabs } from './roundChannel.ts'
import { keepRoundRules } from './roundRules.ts'
import { endRoundSession, openRoundSessions, openSession, startRound } from './roundSessions.ts'
import { type RoundSummary, summaryOf } from './roundSummary.ts'

/** A round its owner deleted since the page was loaded. */
export type RemovedRound = { readonly round: ReviewRound; readonly whole: WholeRound }

export type RoundLibrary = {
  /** `blocked`: the browser keeps nothing for this page; what is listed stands in this page alone. */
  readonly status: 'loading' | 'ready' | 'blocked'
  /** Worked on last, first. */
  readonly rounds: readonly RoundSummary[]
  readonly unreadable: readonly Extract<KeptRound, { kind: 'unreadable' }>[]
  /** The last one last; each can be taken back until the page is closed. */
  readonly removed: readonly RemovedRound[]
}

const useLibrary = create<RoundLibrary>()(() => ({
  status: 'loading',
  rounds: [],
  unreadable: [],
  removed: [],
}))

/** Every round of this machine. Follows what other tabs do. */
export function useRoundLibrary(): RoundLibrary {
  useEffect(() => {
    void loadRounds()
    const stopHearing = hearOtherTabs(() => void loadRounds())
    const look = () => {
      if (document.visibilityState === 'visible') void loadRounds()
    }
    document.addEventListener('visibilitychange', look)
    return () => {
      stopHearing()
      document.removeEventListener('visibilitychange', look)
    }
  }, [])
  return useLibrary()
}

let asked = 0

/** Reads the list anew. */
export async function loadRounds(): Promise<void> {
  asked += 1
  const question = asked
  const found = await keptRounds().catch(() => null)
  const stored = (found ?? []).flatMap(each => (each.kind === 'round' ? [each.round] : []))
  const here = new Map(
    [...openRoundSessions()].flatMap(([id, session]) => {
      const state = session.state()
      return state.status === 'ready' && !isBuiltIn(id)
        ? [[id, summaryOf(state.view.state, state.view.saving.status === 'unsaved')] as const]
        : []
    }),
  )
  const elsewhere = stored.filter(round => !here.has(round.id))
  const counted = await Promise.all(elsewhere.map(summaryOfStored))
  // Somebody asked again meanwhile: that answer is newer.
  if (question !== asked) return
  useLibrary.setState({
    status: found === null ? 'blocked' : 'ready',
    rounds: [...here.values(), ...counted].toSorted((a, b) => compare(touchedAt(b), touchedAt(a))),
    unreadable: (found ?? []).filter(each => each.kind === 'unreadable'),
  })
}

/** Rounds that were counted before, by how many lines they had: lines are only ever added. */
const countedBefore = new Map<string, RoundSummary>()

async function summaryOfStored(round: ReviewRound): Promise<RoundSummary> {
  try {
    const lines = await countLines(round.id)
    const before = countedBefore.get(round.id)
    if (before?.lines === lines) return before
    const summary = summaryOf(foldLedger(round, await storedLines(round.id)), false)
    countedBefore.set(round.id, summary)
    return summary
  } catch {
    return summaryOf(foldLedger(round, []), false)
  }
}

/** Rounds that every machine has are no rounds of the list. */
const builtIn: ReadonlySet<string> = new Set(['nhiem-vu'])

/** Whether a round is one that every machine has and nobody made. */
export function isBuiltIn(id: string): boolean {
  return builtIn.has(id)
}

function touchedAt({ round, last }: RoundSummary): string {
  return last && last.at > round.createdAt ? last.at : round.createdAt
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}

/** Asks the browser for its store once more, after it was closed to the page. */
export async function retryRoundStore(): Promise<void> {
  closeDatabase()
  for (const session of openRoundSessions().values()) {
    const state = session.state()
    if (state.status === 'ready' && state.view.saving.status === 'unsaved') state.view.saving.retry()
  }
  await loadRounds()
}

/** Opens a new round on this page and puts it into the store with its rules; the browser is asked to keep it. */
export function addRound(round: ReviewRound, ruleSet: RuleSet, acts: readonly LedgerAct[] = []): void {
  const session = startRound({ round })
  const { reviewer } = usePreferences.getState()
  if (reviewer !== '') session.append(acts, reviewer)
  void keepRoundRules(ruleSet)
  askToKeep()
  const stop = session.subscribe(() => {
    const state = session.state()
    if (state.status === 'ready' && state.view.saving.status === 'saving') return
    stop()
    void loadRounds()
  })
  void loadRounds()
}

/** Deletes a round with its ledger and its files; until the page is closed it can be taken back. */
export async function deleteRound(round: ReviewRound): Promise<void> {
  const { id } = round
  const state = openSession(id)?.state()
  const here = state?.status === 'ready' ? state.view : null
  endRoundSession(id)
  clearLedgerJournal(id)
  const stored = await removeRound(id).catch(() => null)
  tellOtherTabs({ kind: 'removed', roundId: id })
  // What stood in this page may be more than what the store had.
  const whole: WholeRound = {
    round,
    lines: here?.state.entries ?? stored?.lines ?? [],
    received: here ? [...here.received.values()] : (stored?.received ?? []),
    files: stored?.files ?? [],
  }
  useLibrary.setState(({ removed }) => ({ removed: [...removed, { round, whole }] }))
  await loadRounds()
}

/** Takes a deletion back. */
export function restoreRound({ round, whole }: RemovedRound): void {
  useLibrary.setState(({ removed }) => ({ removed: removed.filter(each => each.round.id !== round.id) }))
  const session = startRound({ round })
  session.merge(
    whole.lines.flatMap(line => readLine(line) ?? []),
    whole.received.flatMap(file => readReceived(file) ?? []),
    whole.files,
  )
  void loadRounds()
}
