import type { Draft } from '../../model/draft.ts'
import { ask, failureOf, type StoreFailure, writeLast, writing } from './database.ts'

/**
 * How long bytes that no draft names any more are kept: a removed piece of evidence or a deleted draft can be
 * taken back, also from a tab that stayed open over a weekend.
 */
export const keptUnusedDays = 7

/** Keeps the bytes of an evidence file under their hash. Never throws. */
export async function putFile(sha256: string, blob: Blob): Promise<'kept' | StoreFailure> {
  try {
    await ask(async (database, timeIsUp) => {
      const transaction = writing(database, 'files', timeIsUp)
      await writeLast(transaction, () => transaction.store.put({ sha256, blob, unusedSince: null }, sha256))
    })
    return 'kept'
  } catch (error) {
    return failureOf(error)
  }
}

/** Bytes of an evidence file; null where they are not kept here. @throws (rejects) when the store cannot be asked */
export async function file(sha256: string): Promise<Blob | null> {
  const stored = await ask(database => database.get('files', sha256))
  return stored?.blob ?? null
}

/** Hashes of every file kept here. @throws (rejects) when the store cannot be asked */
export async function keptFiles(): Promise<ReadonlySet<string>> {
  return new Set(await ask(database => database.getAllKeys('files')))
}

/** Hashes of the evidence a draft names. */
export function filesOf(draft: Draft): readonly string[] {
  return draft.evidence.flatMap(item => (item.file ? [item.file.sha256] : []))
}

/** Everything a draft needs here: its evidence, and the rules it answers where they are kept beside it. */
function namedBy(draft: Draft): readonly string[] {
  return [...filesOf(draft), draft.ruleSet.sha256]
}

/**
 * Takes away files that no draft has named for {@link keptUnusedDays}, or all unnamed ones at once.
 * Does nothing while a record cannot be read: it may name any of them.
 * @param drafts every draft that may name a file, also those deleted a moment ago
 * @returns bytes set free
 * @throws (rejects) when the store cannot be asked
 */
export async function removeUnused(
  drafts: readonly Draft[],
  now: Date,
  keepDays = keptUnusedDays,
): Promise<number> {
  const named = new Set(drafts.flatMap(namedBy))
  const latest = now.getTime() - keepDays * 86_400_000
  return ask(async (database, timeIsUp) => {
    const transaction = writing(database, 'files', timeIsUp)
    let freed = 0
    for (
      let cursor = await transaction.store.openCursor();
      cursor !== null;
      cursor = await cursor.continue()
    ) {
      const { value } = cursor
      if (named.has(value.sha256)) {
        if (value.unusedSince !== null) await cursor.update({ ...value, unusedSince: null })
      } else {
        const unusedSince = value.unusedSince ?? now.toISOString()
        if (Date.parse(unusedSince) <= latest) {
          freed += value.blob.size
          await cursor.delete()
        } else if (value.unusedSince === null) await cursor.update({ ...value, unusedSince })
      }
    }
    await transaction.done
    return freed
  })
}
