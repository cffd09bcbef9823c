import * as z from 'zod'
import type { Draft } from '../../model/draft.ts'
import { natural } from '../fields.ts'
import { ask } from './database.ts'

/** When everything was last saved as a file, and which revision each draft had then. */
export type BackupNote = { readonly at: string; readonly revisions: ReadonlyMap<string, number> }

const key = 'lastBackup'

const noteSchema = z.object({ at: z.iso.datetime(), revisions: z.array(z.tuple([z.string(), natural])) })

/** null: never, or nobody knows. @throws (rejects) when the store cannot be asked */
export async function lastBackup(): Promise<BackupNote | null> {
  const result = noteSchema.safeParse(await ask(database => database.get('notes', key)))
  return result.success ? { at: result.data.at, revisions: new Map(result.data.revisions) } : null
}

/** @throws (rejects) when the store cannot be asked */
export async function noteBackup(drafts: readonly Draft[], at: string): Promise<void> {
  const revisions = drafts.map(draft => [draft.id, draft.revision])
  await ask(database => database.put('notes', { at, revisions }, key))
}
