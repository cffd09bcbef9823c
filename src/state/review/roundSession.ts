import { randomId } from '../../io/drafts/randomId.ts'
import type { PenState } from '../../io/review/chain.ts'
import { clearJournalPage, type JournalPage, readLedgerJournal } from '../../io/review/ledgerJournal.ts'
import {
  keepTwins,
  keptLineIds,
  keptLines,
  keptReceived,
  keptReceivedIds,
  keptRound,
  keptRoundFile,
  linesByIds,
  type RoundWrite,
  readLine,
  readReceived,
  receivedByIds,
  writeToRound,
} from '../../io/review/roundStore.ts'
import type { RuleSetMark } from '../../model/draft.ts'
import type { LedgerAct, LedgerEntry, ReceivedSubmission, ReviewRound } from '../../model/review.ts'
import type { RoundState } from '../../model/roundState.ts'
import { inSlices } from './inSlices.ts'
import { ledgerSet } from './ledgerSet.ts'
import type { BrokenChain, OpenRound, RoundSaving } from './openRound.ts'
import { misfitOf, type UnfitReading } from './readings.ts'
import { hearOtherTabs, tellOtherTabs } from './roundChannel.ts'
import { keptRoundRules } from './roundRules.ts'
import { roundWriter } from './roundWriter.ts'

/** A round of this page without what the reader's preferences and the rules add. */
export type RoundView = {
  readonly round: ReviewRound
  readonly state: RoundState
  readonly received: ReadonlyMap<string, ReceivedSubmission>
  readonly saving: RoundSaving
  readonly broken: readonly BrokenChain[]
}

export type SessionState =
  | { readonly status: 'loading' }
  | { readonly status: 'absent' }
  /** `newer`: written by a later version of this page; `blocked`: the browser does not let the page look. */
  | {
      readonly status: 'failed'
      readonly why: 'newer' | 'damaged' | 'blocked'
      /** Something was to be merged; it waits on this page until the round can be opened. */
      readonly isHolding: boolean
      readonly retry: () => void
    }
  | { readonly status: 'ready'; readonly view: RoundView }

/** What comes with a `receive` line. */
export type ReceivedParts = NonNullable<Parameters<OpenRound['append']>[1]>

export type RoundSession = {
  readonly state: () => SessionState
  readonly subscribe: (changed: () => void) => () => void
  /** Adds lines under a name; nothing while the round is not there. */
  readonly append: (acts: readonly LedgerAct[], by: string, files?: ReceivedParts) => readonly LedgerEntry[]
  /**
   * Puts lines of another machine in; what comes before the round is here waits for it.
   * @param unfit what came with them and is not used: it is told
   */
  readonly merge: (
    entries: readonly LedgerEntry[],
    received: readonly ReceivedSubmission[],
    files?: RoundWrite['files'],
    unfit?: readonly UnfitReading[],
  ) => void
  readonly fileOf: (sha256: string) => Promise<Blob | null>
  /** Looks into the store again: another tab may have written. */
  readonly lookAgain: () => void
  /** Whether leaving now would lose something that only this page holds. */
  readonly isUnsaved: () => boolean
  /** Nothing is written any more: the round was deleted by its owner. */
  readonly end: () => void
}

/** What a round begins with on this page. */
export type RoundStart = {
  readonly round: ReviewRound
  /** A round that every machine has and nobody made: there is nothing to find under its id at first. */
  readonly isBuiltIn?: true | undefined
}

/**
 * A round between this page and the disk. Lines are a set: they are added here, put into the store at once, and
 * taken in from other tabs, in whatever order that happens. Lines about files go to the store together with the
 * files, under a pen of their own: a tab that dies meanwhile loses both, and leaves no gap in a pen that goes on.
 */
export function roundSession(id: string, start: RoundStart | null): RoundSession {
  const listeners = new Set<() => void>()
  let round: ReviewRound | null = null
  let failure: 'absent' | 'newer' | 'damaged' | 'blocked' | null = null
  let shown: SessionState | null = null
  let isTelling = false
  let hasEnded = false
  /** Read by another tab, whose lines about them may be on their way. */
  const unnamed = new Set<string>()
  let held: readonly Parameters<RoundSession['merge']>[] = []

  /** Once for everything that happens in one turn: what rests on the lines is worked out when it is looked at. */
  const show = () => {
    shown = null
    if (isTelling) return
    isTelling = true
    queueMicrotask(() => {
      isTelling = false
      for (const changed of listeners) changed()
    })
  }

  let linePen: PenState = { pen: randomId(), last: null }
  let filePen: PenState = { pen: randomId(), last: null }
  const set = ledgerSet(show)
  const writer = roundWriter(id, linePen.pen, show)

  const stateNow = (): SessionState => {
    if (round) {
      const view = { round, state: set.fold(round), received: set.received() }
      return { status: 'ready', view: { ...view, saving: writer.saving(), broken: set.broken() } }
    }
    if (failure === null) return { status: 'loading' }
    if (failure === 'absent') return { status: 'absent' }
    return { status: 'failed', why: failure, isHolding: held.length > 0, retry: () => void load() }
  }

  const append: RoundSession['append'] = (acts, by, files = []) => {
    if (!round || hasEnded || acts.length === 0) return []
    if (files.length > 0) return appendFiles(acts, by, files)
    const lines = set.write(linePen, acts, by)
    linePen = { ...linePen, last: lines.at(-1) ?? linePen.last }
    writer.addLines(lines)
    show()
    return lines
  }

  const appendFiles = (acts: readonly LedgerAct[], by: string, files: ReceivedParts) => {
    const lines = set.write(filePen, acts, by)
    filePen = { ...filePen, last: lines.at(-1) ?? filePen.last }
    const read = files.flatMap(file => (file.submission ? [file.submission] : []))
    set.addReceived(read)
    const came = files.flatMap(({ sha256, blob }) => (blob ? [{ sha256, blob }] : []))
    writer.addJob(lines, read, came)
    show()
    return lines
  }

  const merge: RoundSession['merge'] = (lines, received, files = [], unfit = []) => {
    if (hasEnded) return
    if (!round) {
      held = [...held, [lines, received, files, unfit]]
      return show()
    }
    const knownTwins = set.twins().size
    const fresh = set.add(lines)
    const read = set.addReceived(received)
    set.noteUnfit(unfit)
    if (set.twins().size > knownTwins) void keepTheTwins()
    if (fresh.length + read.length + files.length === 0) return
    void set.check(fresh)
    writer.addJob(fresh, read, files)
    show()
  }

  /** Other tabs find them in the store as lines they do not know. */
  const keepTheTwins = async () => {
    const twins = new Map(set.twins())
    await keepTwins(id, twins)
    tellOtherTabs({ kind: 'lines', roundId: id, ids: [...twins.keys()], received: [] })
  }

  /** Takes in what another tab put into the store. */
  const follow = async (ids: readonly string[], receivedIds: readonly string[]) => {
    const newLines = ids.filter(each => !set.has(each))
    const newFiles = [...new Set([...receivedIds, ...unnamed])].filter(each => !set.hasReceived(each))
    if (!round || newLines.length + newFiles.length === 0) return
    const mark = round.ruleSet
    try {
      const found = await Promise.all([linesByIds(id, newLines), receivedByIds(id, newFiles)])
      await takeStored(...found, mark)
    } catch {
      // Turning to this tab looks again.
    }
  }

  /** Reads records of the store and puts them in; those that cannot be read stay where they are. */
  const takeStored = async (lines: readonly unknown[], files: readonly unknown[], mark: RuleSetMark) => {
    const read: LedgerEntry[] = []
    const received: ReceivedSubmission[] = []
    await inSlices(files, record => {
      const file = readReceived(record)
      if (file) received.push(file)
    })
    await inSlices(lines, record => {
      const line = readLine(record)
      if (line) read.push(line)
    })
    if (hasEnded) return
    const fresh = set.add(read)
    const fitting = await fittingOf(received, mark)
    if (hasEnded) return
    set.addReceived(fitting)
    void set.check(fresh)
    show()
  }

  /**
   * Those that are what their lines were written about. Where the lines carry no hash, the figures have to hold under
   * the rules: a file of an earlier page may have brought anything.
   */
  const fittingOf = async (received: readonly ReceivedSubmission[], mark: RuleSetMark) => {
    const isSealed = ({ sha256 }: ReceivedSubmission) =>
      set.readLinesOf(sha256).some(({ act }) => act.file.readSha256 !== undefined)
    const ruleSet = received.every(isSealed) ? null : await keptRoundRules(mark)
    const unfit: UnfitReading[] = []
    const fitting: ReceivedSubmission[] = []
    await inSlices(received, file => {
      const lines = set.readLinesOf(file.sha256)
      const why = misfitOf(file, lines, ruleSet && !isSealed(file) ? { mark, ruleSet } : null)
      if (why === null) fitting.push(file)
      else unfit.push({ sha256: file.sha256, why, line: lines[0] ?? null })
      if (why === 'unnamed') unnamed.add(file.sha256)
      else unnamed.delete(file.sha256)
    })
    set.noteUnfit(unfit)
    return fitting
  }

  const load = async () => {
    failure = null
    show()
    const found = await keptRound(id).catch(() => 'blocked' as const)
    if (hasEnded || round) return
    const isThere = found !== 'blocked' && found !== null
    if (isThere && found.kind === 'unreadable') return fail(found.why)
    const standing = isThere && found.kind === 'round' ? found.round : start?.round
    if (!standing) return fail(found === 'blocked' ? 'blocked' : 'absent')
    const stored = await Promise.all([keptLines(id), keptReceived(id)]).catch(() => null)
    if (stored) await takeStored(...stored, standing.ruleSet)
    else if (!start) return fail('blocked')
    if (hasEnded || round) return
    begin(standing, isThere || start?.isBuiltIn === true)
  }

  const fail = (why: NonNullable<typeof failure>) => {
    failure = why
    show()
  }

  const begin = (standing: ReviewRound, isStored: boolean) => {
    round = standing
    const left = readLedgerJournal(id)
    const lines = left.flatMap(page => page.entries)
    void set.check(set.add(lines))
    if (lines.length > 0) void adopt(lines, left)
    writer.begin(standing, isStored)
    show()
    const waiting = held
    held = []
    for (const each of waiting) merge(...each)
  }

  /** Stores what tabs that are gone left in the journal, and only then forgets it there. */
  const adopt = async (lines: readonly LedgerEntry[], left: readonly JournalPage[]) => {
    const answer = await writeToRound(id, { round: null, entries: lines, received: [], files: [] })
    if (answer === 'saved') for (const page of left) clearJournalPage(page)
  }

  const lookAgain = async () => {
    if (hasEnded || writer.isBusy()) return
    if (!round) return failure === null ? undefined : load()
    try {
      const asked = [keptRound(id), keptLineIds(id), keptReceivedIds(id)] as const
      const [found, ids, files] = await Promise.all(asked)
      if (hasEnded || writer.isBusy()) return
      if (found === null && writer.isStored() && start?.isBuiltIn !== true) {
        // The browser threw its store away: what stands here is the only copy.
        writer.begin(round, false)
        writer.addJob(set.lines(), [...set.received().values()], [])
        return
      }
      await follow(ids, files)
    } catch {
      // The next turn of the page asks again.
    }
  }

  /** Its owner deleted it in another tab, and nothing here is newer than what was deleted. */
  const leave = () => {
    if (writer.saving().status !== 'saved') return
    round = null
    set.clear()
    unnamed.clear()
    fail('absent')
  }

  const stopHearing = hearOtherTabs(news => {
    if (news.roundId !== id || !round) return
    if (news.kind === 'removed') leave()
    else void follow(news.ids, news.received)
  })

  if (start && start.isBuiltIn !== true) begin(start.round, false)
  else void load()

  return {
    state: () => {
      shown ??= stateNow()
      return shown
    },
    subscribe: changed => {
      listeners.add(changed)
      return () => listeners.delete(changed)
    },
    append,
    merge,
    fileOf: async sha256 => writer.waitingFile(sha256) ?? keptRoundFile(id, sha256),
    lookAgain: () => void lookAgain(),
    isUnsaved: () => held.length > 0 || (round !== null && writer.isUnsaved()),
    end: () => {
      hasEnded = true
      writer.end()
      stopHearing()
    },
  }
}
