import type { BackupNote } from '../../io/drafts/backupNote.ts'
import type { Draft } from '../../model/draft.ts'

/** Whether it is time to save everything as a file. */
export type BackupReminder = {
  /** Last time, as an ISO instant; null: never. */
  readonly at: string | null
  /** Drafts changed or new since then. */
  readonly changed: number
  readonly isDue: boolean
}

/** A week: what an officer enters in one can still be entered again from paper in an afternoon. */
export const backupDays = 7

const day = 86_400_000

export function backupReminder(drafts: readonly Draft[], note: BackupNote | null, now: Date): BackupReminder {
  const changed = drafts.filter(draft => note?.revisions.get(draft.id) !== draft.revision)
  // Before the first backup, time counts from the first draft.
  const since =
    note?.at ?? drafts.reduce((first, each) => (each.createdAt < first ? each.createdAt : first), '9')
  const age = now.getTime() - Date.parse(since)
  return {
    at: note?.at ?? null,
    changed: changed.length,
    isDue: changed.length > 0 && age >= backupDays * day,
  }
}
