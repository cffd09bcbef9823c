import { keptDraft, saveDraft } from '../../io/drafts/draftStore.ts'
import {
  clearJournal,
  type DraftMark,
  isMarked,
  type JournalEntry,
  keyOf,
  markOf,
  stillStands,
  writeJournal,
} from '../../io/drafts/journal.ts'
import { randomId } from '../../io/drafts/randomId.ts'
import { saySame } from '../../io/drafts/storedDraft.ts'
import type { Draft, DraftEdit } from '../../model/draft.ts'
import { hearOtherTabs, tellOtherTabs } from './draftChannel.ts'
import { type DraftHistory, followed, redone, startHistory, undone, withChange } from './draftHistory.ts'
import { leftBehind } from './leftBehind.ts'
import { copyOf } from './newDraft.ts'
import type { OpenDraft, SaveState } from './openDraft.ts'

export type DraftState =
  | { readonly status: 'loading' }
  /** `why`: nothing is kept under this id, or the browser does not let the page look. */
  | { readonly status: 'none'; readonly why: 'absent' | 'blocked'; readonly retry: () => void }
  | { readonly status: 'unreadable'; readonly why: 'newer' | 'damaged'; readonly record: unknown }
  | { readonly status: 'ready'; readonly open: OpenDraft }

/** A draft of this page, open in a screen or waiting to be saved. */
export type DraftSession = {
  readonly state: () => DraftState
  readonly subscribe: (changed: () => void) => () => void
  /** Looks into the store again: another tab may have saved. */
  readonly lookAgain: () => void
  /** Whether leaving now would lose something that only this page holds. */
  readonly isUnsaved: () => boolean
  /** Nothing is written any more: the draft was deleted by its owner. */
  readonly end: () => void
}

/** States remembered: more than anybody types while one write is on its way. */
const mostMarks = 100

/** This page among the tabs of the browser. */
const tab = randomId()

/**
 * A draft between this page and the disk: every change goes to the store at once, one write after the other,
 * always the latest. What the store has not taken yet lies in the journal.
 * @param start a new draft, not in the store yet; null: opens what is kept under the id
 * @param opened told the id of the copy when its owner keeps both
 */
export function draftSession(id: string, start: Draft | null, opened: (id: string) => void): DraftSession {
  const listeners = new Set<() => void>()
  let history: DraftHistory | null = null
  let saving: SaveState = { status: 'saving' }
  let state: DraftState = { status: 'loading' }
  /** Revision last known to stand in the store. */
  let onDisk: number | null = null
  /** States since then that the present one comes from: found in the store, none of them is another's. */
  let through: readonly DraftMark[] = []
  /** What a tab that seems to be gone left behind, and this one goes on with. */
  let adopted: JournalEntry | null = null
  let inFlight = false
  let hasEnded = false

  const show = (next?: DraftState) => {
    state = next ?? (history ? { status: 'ready', open: openOf(history) } : state)
    for (const changed of listeners) changed()
  }

  const openOf = ({ present, past, future }: DraftHistory): OpenDraft => ({
    draft: present,
    saving,
    change,
    undo: past.length > 0 ? () => step(undone) : null,
    redo: future.length > 0 ? () => step(redone) : null,
  })

  const change = (edits: readonly DraftEdit[], merge?: string) => {
    if (history) become(withChange(history, edits, now(), merge))
  }

  const step = (take: typeof undone) => {
    const next = history && take(history, now())
    if (next) become(next)
  }

  /** A new state of the draft is on its way to the disk before anything is painted. */
  const become = (next: DraftHistory) => {
    if (next === history || hasEnded) return
    if (history) through = [...through, markOf(history.present)].slice(-mostMarks)
    history = next
    note(next.present)
    if (saving.status === 'saved') saving = { status: 'saving' }
    if (saving.status !== 'elsewhere') void persist()
    show()
  }

  const note = (draft: Draft) => {
    writeJournal(tab, { draft, basedOn: onDisk, through })
    if (adopted && adopted.draft !== draft) letGo(adopted)
  }

  /** What stands here has gone on from what was left behind: later nobody must find that beside it. */
  const letGo = (left: JournalEntry) => {
    if (stillStands(left)) clearJournal(left.key)
    adopted = null
  }

  const persist = async (): Promise<void> => {
    if (inFlight || hasEnded || !history) return
    inFlight = true
    const { present } = history
    const answer = await saveDraft(present, onDisk)
    inFlight = false
    if (hasEnded) return
    switch (answer.kind) {
      case 'saved':
        stands(present)
        tellOtherTabs({ kind: 'saved', draftId: id })
        if (history.present !== present) {
          note(history.present)
          return persist()
        }
        forget()
        saving = { status: 'saved', at: now() }
        break
      case 'conflict':
        // The other tab lives after all and saved what it had: there is nothing here that it has not.
        if (adopted?.draft === history.present && !stillStands(adopted)) return follow(answer.other, true)
        return meet(answer.other)
      default:
        saving = { status: 'unsaved', why: answer.kind, retry: () => void persist() }
    }
    show()
  }

  /** What stands here is in the store, or its owner let it go. */
  const forget = () => {
    clearJournal(keyOf(tab, id))
    if (adopted) letGo(adopted)
  }

  const stands = ({ revision }: Draft) => {
    onDisk = revision
    through = through.filter(mark => mark.revision > revision)
  }

  /** The store has a state that did not come from this page's last write: asks only where something could be lost. */
  const meet = (other: Draft) => {
    if (!history) return
    if (saySame(history.present, other)) return follow(other, !isMarked([history.present], other))
    if (isMarked(through, other)) return goOnFrom(other)
    saving = elsewhere(other)
    show()
  }

  /** What stands here comes after what is in the store. */
  const goOnFrom = (other: Draft) => {
    if (!history) return
    stands(other)
    saving = { status: 'saving' }
    const { present } = history
    if (present.revision > other.revision) {
      note(present)
      void persist()
      return show()
    }
    become({ ...history, present: { ...present, revision: other.revision + 1, updatedAt: now() } })
  }

  const elsewhere = (other: Draft): SaveState => ({
    status: 'elsewhere',
    other,
    keepMine: () => goOnFrom(other),
    takeOther: () => follow(other, false),
    keepBoth: () => void keepBoth(other),
  })

  const keepBoth = async (other: Draft) => {
    if (!history) return
    const copy = copyOf(history.present, { id: randomId(), now: now() })
    const answer = await saveDraft(copy, null)
    if (answer.kind === 'saved') {
      tellOtherTabs({ kind: 'saved', draftId: copy.id })
      follow(other, false)
      opened(copy.id)
      return
    }
    const why = answer.kind === 'conflict' ? 'failed' : answer.kind
    saving = { status: 'unsaved', why, retry: () => void keepBoth(other) }
    show()
  }

  /**
   * Goes on from what another tab saved.
   * @param isSilent its owner did not choose it and is told
   */
  const follow = (other: Draft, isSilent: boolean) => {
    if (!history) return
    // Both say the same: there is no step to take back.
    history = saySame(history.present, other) ? { ...history, present: other } : followed(history, other)
    onDisk = other.revision
    through = []
    forget()
    saving = isSilent ? { status: 'saved', at: now(), followed: true } : { status: 'saved', at: now() }
    show()
  }

  const load = async () => {
    const found = await keptDraft(id).catch(() => 'blocked' as const)
    if (hasEnded || history) return
    if (found !== 'blocked' && found?.kind === 'unreadable') return show({ ...found, status: 'unreadable' })
    const stored = found === 'blocked' ? null : (found?.draft ?? null)
    const left = leftBehind(id, stored)
    if (!stored && !left)
      return show({
        status: 'none',
        why: found === 'blocked' ? 'blocked' : 'absent',
        retry: () => void load(),
      })
    onDisk = stored?.revision ?? null
    begin(stored, left, found === 'blocked')
  }

  /** Opens with what a tab that is gone left behind, where the store does not have it. */
  const begin = (stored: Draft | null, left: JournalEntry | null, isBlocked: boolean) => {
    const present = left?.draft ?? stored
    if (!present) return
    history = startHistory(present)
    if (!left) saving = { status: 'saved', at: present.updatedAt }
    else {
      adopted = left
      through = left.through
      const goesOn = stored === null || left.basedOn === stored.revision || isMarked(left.through, stored)
      if (goesOn || isBlocked) void persist()
      else saving = elsewhere(stored)
    }
    show()
  }

  const lookAgain = async () => {
    if (hasEnded || inFlight) return
    if (!history) return state.status === 'none' ? load() : undefined
    const found = await keptDraft(id).catch(() => 'blocked' as const)
    if (hasEnded || inFlight || !history || found === 'blocked' || found?.kind === 'unreadable') return
    if (found === null) {
      // The browser threw its store away: what stands here is the only copy.
      onDisk = null
      return persist()
    }
    if (found.draft.revision === onDisk) return
    if (saving.status === 'saved') return follow(found.draft, true)
    meet(found.draft)
  }

  /** Its owner deleted it in another tab, and nothing here is newer than what was deleted. */
  const leave = () => {
    if (saving.status !== 'saved') return
    history = null
    show({ status: 'none', why: 'absent', retry: () => void load() })
  }

  if (start) {
    history = startHistory(start)
    note(start)
    void persist()
    show()
  } else void load()

  const stopHearing = hearOtherTabs(news => {
    if (news.draftId !== id) return
    if (news.kind === 'removed') leave()
    else void lookAgain()
  })

  return {
    state: () => state,
    subscribe: changed => {
      listeners.add(changed)
      return () => listeners.delete(changed)
    },
    lookAgain: () => void lookAgain(),
    isUnsaved: () => history !== null && (saving.status === 'unsaved' || saving.status === 'elsewhere'),
    end: () => {
      hasEnded = true
      clearJournal(keyOf(tab, id))
      stopHearing()
    },
  }
}

function now(): string {
  return new Date().toISOString()
}
