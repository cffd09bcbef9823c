import { useEffect } from 'react'
import { create } from 'zustand'
import { type BackupNote, lastBackup } from '../../io/drafts/backupNote.ts'
import { closeDatabase } from '../../io/drafts/database.ts'
import { type KeptDraft, keptDraft, keptDrafts, removeDraft, saveDraft } from '../../io/drafts/draftStore.ts'
import { removeUnused } from '../../io/drafts/fileStore.ts'
import { clearJournalOf, readJournal } from '../../io/drafts/journal.ts'
import { type Draft, editDraft } from '../../model/draft.ts'
import { type BackupReminder, backupReminder } from './backupReminder.ts'
import { hearOtherTabs, tellOtherTabs } from './draftChannel.ts'
import { endSession, hasSession, sessionOf, startDraft, unsavedDrafts, withUnsaved } from './openSessions.ts'
import { askToKeep, type StorageFacts, storageFacts } from './storageFacts.ts'

/** A draft in the list. */
export type DraftSummary = {
  readonly draft: Draft
  /** Fields and claims that hold something. */
  readonly filled: number
  /** Stands in this page alone: the store did not take it. */
  readonly isOnlyHere: boolean
}

export type DraftLibrary = {
  /** `blocked`: the browser keeps nothing for this page; what is listed stands in this page alone. */
  readonly status: 'loading' | 'ready' | 'blocked'
  /** Changed last, first. */
  readonly drafts: readonly DraftSummary[]
  readonly unreadable: readonly Extract<KeptDraft, { kind: 'unreadable' }>[]
  /** Deleted since the page was loaded, the last one last; each can be taken back. */
  readonly removed: readonly Draft[]
  readonly storage: StorageFacts | null
  readonly backup: BackupReminder
}

const useLibrary = create<DraftLibrary>()(() => ({
  status: 'loading',
  drafts: [],
  unreadable: [],
  removed: [],
  storage: null,
  backup: { at: null, changed: 0, isDue: false },
}))

/** Every draft of this machine. Follows what other tabs do. */
export function useDraftLibrary(): DraftLibrary {
  useEffect(() => {
    void loadDrafts()
    const stopHearing = hearOtherTabs(() => void loadDrafts())
    const look = () => {
      if (document.visibilityState === 'visible') void loadDrafts()
    }
    document.addEventListener('visibilitychange', look)
    return () => {
      stopHearing()
      document.removeEventListener('visibilitychange', look)
    }
  }, [])
  return useLibrary()
}

/** Reads the list anew. */
export async function loadDrafts(): Promise<void> {
  recoverJournal()
  const found = await Promise.all([keptDrafts(), lastBackup()]).catch(() => null)
  show(found?.[0] ?? [], found?.[1] ?? null, found === null)
  useLibrary.setState({ storage: await storageFacts() })
  if (found) await tidyUp(found[0])
}

/** Asks the browser for its store once more, after it was closed to the page. */
export async function retryStore(): Promise<void> {
  closeDatabase()
  for (const draft of unsavedDrafts()) {
    const state = sessionOf(draft.id).state()
    if (state.status === 'ready' && state.open.saving.status === 'unsaved') state.open.saving.retry()
  }
  await loadDrafts()
}

function show(kept: readonly KeptDraft[], note: BackupNote | null, isBlocked: boolean) {
  const onlyHere = new Set(unsavedDrafts().map(draft => draft.id))
  const drafts = withUnsaved(kept)
  useLibrary.setState({
    status: isBlocked ? 'blocked' : 'ready',
    drafts: drafts
      .toSorted((a, b) => (a.updatedAt < b.updatedAt ? 1 : a.updatedAt > b.updatedAt ? -1 : 0))
      .map(draft => ({ draft, filled: filledOf(draft), isOnlyHere: onlyHere.has(draft.id) })),
    unreadable: kept.filter(each => each.kind === 'unreadable'),
    backup: backupReminder(drafts, note, new Date()),
  })
}

function filledOf({ fields, claims }: Draft): number {
  const texts = [...fields.values()].map(entry => (entry.state === 'typed' ? entry.text : entry.state))
  return [...texts, ...[...claims.values()].map(claim => claim.text)].filter(text => text.trim() !== '')
    .length
}

/** A tab that wrote to the journal and lives has saved long before this. */
const journalPatience = 5000

/** Saves what tabs that are gone left behind. */
function recoverJournal() {
  for (const { draft } of readJournal())
    if (Date.now() - Date.parse(draft.updatedAt) > journalPatience) sessionOf(draft.id)
}

let isTidy = false

/** Once a page: evidence nobody names any more, unless a record that cannot be read may name it. */
async function tidyUp(kept: readonly KeptDraft[]): Promise<void> {
  if (isTidy || kept.some(each => each.kind === 'unreadable')) return
  isTidy = true
  const drafts = kept.flatMap(each => (each.kind === 'draft' ? [each.draft] : []))
  await removeUnused([...drafts, ...unsavedDrafts(), ...useLibrary.getState().removed], new Date()).catch(
    () => {},
  )
}

/** Opens a new draft on this page and puts it into the store; the browser is asked to keep it. */
export function addDraft(draft: Draft): void {
  startDraft(draft)
  askToKeep()
  whenSettled(draft.id)
}

/** A draft that went into the store without being opened: this list and other tabs hear of it. */
export function draftWasKept(id: string): void {
  tellOtherTabs({ kind: 'saved', draftId: id })
  askToKeep()
  void loadDrafts()
}

/** Whether a name was given; `conflict`: another tab saved the draft in the same moment. */
export type Renaming = 'renamed' | 'conflict' | 'failed'

/** Gives a draft a name; an empty one takes its name away. */
export async function renameDraft(id: string, name: string): Promise<Renaming> {
  const edit = { kind: 'name', name: name.trim() === '' ? null : name.trim().normalize('NFC') } as const
  const open = hasSession(id) ? sessionOf(id).state() : null
  if (open?.status === 'ready') {
    open.open.change([edit])
    whenSettled(id)
    return 'renamed'
  }
  const found = await keptDraft(id).catch(() => null)
  if (found?.kind !== 'draft') return 'failed'
  const renamed = editDraft(found.draft, [edit], new Date().toISOString())
  const answer = await saveDraft(renamed, found.draft.revision)
  if (answer.kind === 'saved') tellOtherTabs({ kind: 'saved', draftId: id })
  void loadDrafts()
  return answer.kind === 'saved' ? 'renamed' : answer.kind === 'conflict' ? 'conflict' : 'failed'
}

/**
 * Deletes a draft; until the page is closed it can be taken back as it stood last, which may be later than the
 * list shows.
 */
export async function deleteDraft(listed: Draft): Promise<void> {
  const { id } = listed
  const open = hasSession(id) ? sessionOf(id).state() : null
  const here = open?.status === 'ready' ? open.open : null
  endSession(id)
  clearJournalOf(id)
  let stood: KeptDraft | null = null
  try {
    stood = await removeDraft(id)
    tellOtherTabs({ kind: 'removed', draftId: id })
  } catch {
    // Without a store there is nothing to take away.
  }
  const isHereAlone = here !== null && here.saving.status !== 'saved'
  const kept = stood?.kind === 'draft' ? stood.draft : null
  const last = (isHereAlone ? here.draft : kept) ?? here?.draft ?? listed
  useLibrary.setState(({ removed }) => ({ removed: [...removed, last] }))
  await loadDrafts()
}

/** Takes a deletion back. */
export function restoreDeleted(draft: Draft): void {
  useLibrary.setState(({ removed }) => ({ removed: removed.filter(each => each.id !== draft.id) }))
  startDraft(draft)
  whenSettled(draft.id)
}

/** The list follows as soon as a draft of this page is saved, or cannot be. */
function whenSettled(id: string) {
  if (!hasSession(id)) return void loadDrafts()
  const session = sessionOf(id)
  const isSaving = () => {
    const state = session.state()
    return state.status === 'loading' || (state.status === 'ready' && state.open.saving.status === 'saving')
  }
  if (!isSaving()) return void loadDrafts()
  const stop = session.subscribe(() => {
    if (isSaving()) return
    stop()
    void loadDrafts()
  })
  // A new draft is in the list at once, whatever the store answers.
  const state = session.state()
  if (state.status === 'ready') {
    const { draft } = state.open
    useLibrary.setState(({ drafts }) => ({
      drafts: [
        { draft, filled: filledOf(draft), isOnlyHere: false },
        ...drafts.filter(each => each.draft.id !== id),
      ],
    }))
  }
}
