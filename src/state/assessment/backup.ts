import {
  type BackupContent,
  type BackupReading,
  mostEvidenceBytes,
  readBackup,
  writeBackup,
} from '../../io/drafts/backupFile.ts'
import { noteBackup } from '../../io/drafts/backupNote.ts'
import { failureOf } from '../../io/drafts/database.ts'
import { type KeptDraft, keepRecord, keptDraft, keptDrafts, saveDraft } from '../../io/drafts/draftStore.ts'
import { file, filesOf, putFile } from '../../io/drafts/fileStore.ts'
import { randomId } from '../../io/drafts/randomId.ts'
import { saySame } from '../../io/drafts/storedDraft.ts'
import type { Draft } from '../../model/draft.ts'
import { tellOtherTabs } from './draftChannel.ts'
import { loadDrafts } from './draftLibrary.ts'
import { copyOf } from './newDraft.ts'
import { hasSession, sessionOf, unsavedDrafts, withUnsaved } from './openSessions.ts'

export type Backup = {
  readonly fileName: string
  readonly blob: Blob
  /** Drafts in it, also those that cannot be read. */
  readonly drafts: number
  /** Evidence that is not in it, for its size or because its bytes are not kept here. */
  readonly leftOut: number
}

/**
 * Every draft of this machine with its evidence, as one file. Where the browser keeps nothing for this page, what
 * this page has.
 * @throws (rejects) when there is a store and it cannot be read: a file of half the drafts is no backup
 */
export async function backUpEverything(): Promise<Backup> {
  const kept = await everyDraft()
  const drafts = withUnsaved(kept)
  const unreadable = kept.flatMap(each =>
    each.kind === 'unreadable' ? [{ id: each.id, record: each.record }] : [],
  )
  const backup = await packed(drafts, unreadable, 'parboard-sao-luu')
  await noteBackup(drafts, new Date().toISOString()).catch(() => {})
  await loadDrafts()
  return backup
}

/** Every record; none where there is no store. @throws (rejects) when there is one that cannot be read */
async function everyDraft(): Promise<readonly KeptDraft[]> {
  try {
    return await keptDrafts()
  } catch (error) {
    if (failureOf(error) !== 'blocked') throw error
    return []
  }
}

/** One draft with its evidence as a file: what saves it when the store does not. */
export function backUpDraft(draft: Draft): Promise<Backup> {
  return packed([draft], [], `ban-nhap-${draft.agencyId}-${draft.period}`)
}

/** A record that cannot be read, as it lies in the store. */
export function rawRecord(record: unknown): string {
  return `${JSON.stringify(record, null, 2)}\n`
}

async function packed(
  drafts: readonly Draft[],
  unreadable: BackupContent['unreadable'],
  name: string,
): Promise<Backup> {
  const evidence = new Set(drafts.flatMap(filesOf))
  // The rules a draft answers lie beside it where a later version may have taken their place; the small ones first.
  const hashes = new Set([...drafts.map(draft => draft.ruleSet.sha256), ...evidence])
  const files: BackupContent['files'][number][] = []
  let bytes = 0
  for (const sha256 of hashes) {
    const blob = await file(sha256).catch(() => null)
    if (blob === null || bytes + blob.size > mostEvidenceBytes) continue
    bytes += blob.size
    files.push({ sha256, blob })
  }
  const now = new Date()
  return {
    fileName: `${name}-${stampOf(now)}.json`,
    blob: await writeBackup({ drafts, unreadable, files }, now.toISOString()),
    drafts: drafts.length + unreadable.length,
    leftOut: [...evidence].filter(sha256 => !files.some(each => each.sha256 === sha256)).length,
  }
}

/** "20261121-1504", in the time of this machine: names of two backups of a day differ. */
function stampOf(now: Date): string {
  const two = (number: number) => String(number).padStart(2, '0')
  const day = `${now.getFullYear()}${two(now.getMonth() + 1)}${two(now.getDate())}`
  return `${day}-${two(now.getHours())}${two(now.getMinutes())}`
}

/**
 * How a draft of a backup stands to the one of this machine. `older` and `newer` go by the moment of the last
 * change; both were changed since they were the same, so neither is ever overwritten without being asked for.
 */
export type RestoreLine = {
  readonly draft: Draft
  readonly standing: Draft | null
  readonly is: 'new' | 'newer' | 'same' | 'older'
}

/** What its owner wants done: `add` under its own id, `replace` the one that stands, `copy` beside it. */
export type RestoreAct = 'add' | 'replace' | 'copy' | 'skip'

export type RestorePlan = {
  readonly madeAt: string
  readonly lines: readonly RestoreLine[]
  readonly damaged: readonly string[]
  readonly content: BackupContent
}

/** `storeFailed`: what stands on this machine could not be read, so nobody can say what the file would bring. */
export type BackupFault = Extract<BackupReading, { ok: false }>['why'] | 'storeFailed'

/** Reads a backup and says what it would bring; nothing is written yet. */
export async function planRestore(blob: Blob): Promise<RestorePlan | { readonly fault: BackupFault }> {
  const reading = await readBackup(blob)
  if (!reading.ok) return { fault: reading.why }
  const { madeAt, content, damaged } = reading
  const kept = await everyDraft().catch(() => null)
  if (kept === null) return { fault: 'storeFailed' }
  const standing = new Map<string, Draft>()
  for (const each of kept) if (each.kind === 'draft') standing.set(each.id, each.draft)
  for (const draft of unsavedDrafts()) standing.set(draft.id, draft)
  const lines = content.drafts.map(draft => restoreLine(draft, standing.get(draft.id) ?? null))
  return { madeAt, content, damaged, lines }
}

export function restoreLine(draft: Draft, standing: Draft | null): RestoreLine {
  if (standing === null) return { draft, standing, is: 'new' }
  if (saySame(draft, standing)) return { draft, standing, is: 'same' }
  return { draft, standing, is: draft.updatedAt > standing.updatedAt ? 'newer' : 'older' }
}

/** What is done with a line unless its owner says otherwise: an older draft is left alone. */
export function usualAct({ is }: RestoreLine): RestoreAct {
  return is === 'new' ? 'add' : is === 'newer' ? 'replace' : 'skip'
}

export type RestoreResult = {
  readonly restored: number
  /** Drafts that could not be written: changed meanwhile, or no room. */
  readonly failed: readonly Draft[]
  /** Whether some evidence found no room. */
  readonly filesFailed: number
}

/** Writes what was chosen; evidence first, so that no draft names a file that is not there. */
export async function restore(
  plan: RestorePlan,
  actOf: (line: RestoreLine) => RestoreAct,
): Promise<RestoreResult> {
  const chosen = plan.lines.filter(line => actOf(line) !== 'skip')
  const named = new Set(chosen.flatMap(({ draft }) => [...filesOf(draft), draft.ruleSet.sha256]))
  let filesFailed = 0
  for (const { sha256, blob } of plan.content.files)
    if (named.has(sha256) && (await putFile(sha256, blob)) !== 'kept') filesFailed += 1
  const failed: Draft[] = []
  for (const line of chosen) if (!(await written(line, actOf(line)))) failed.push(line.draft)
  for (const { id, record } of plan.content.unreadable)
    if ((await keptDraft(id).catch(() => null)) === null) await keepRecord(id, record).catch(() => {})
  await loadDrafts()
  return { restored: chosen.length - failed.length, failed, filesFailed }
}

async function written({ draft, standing }: RestoreLine, act: RestoreAct): Promise<boolean> {
  const now = new Date().toISOString()
  if (act === 'copy') {
    const copy = {
      ...copyOf(draft, { id: randomId(), now }),
      handedIn: draft.handedIn,
      approval: draft.approval,
    }
    if ((await saveDraft(copy, null)).kind !== 'saved') return false
    tellOtherTabs({ kind: 'saved', draftId: copy.id })
    return true
  }
  // A revision of its own: other tabs see that something else stands there now.
  const revision = Math.max(draft.revision, standing?.revision ?? 0) + (standing ? 1 : 0)
  const answer = await saveDraft({ ...draft, revision }, standing?.revision ?? null)
  if (answer.kind !== 'saved') return false
  tellOtherTabs({ kind: 'saved', draftId: draft.id })
  if (hasSession(draft.id)) sessionOf(draft.id).lookAgain()
  return true
}
