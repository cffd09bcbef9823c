import { maxTotalBytes, type PortalSource } from '../../io/dvcqg766/readPortalFile.ts'
import { maxFileBytes } from '../../io/maxFileBytes.ts'

/**
 * Files as they stand on the screen. Reading takes its time and ends in any order, so everything somebody does
 * gets a number when it is done, and what was done later counts.
 */
export type Intake = {
  readonly sources: readonly PortalSource[]
  /** Number of the last time everything was removed. */
  readonly clearedAt: number
  /** Number of what was last done with each name: handed in or removed. */
  readonly doneAt: ReadonlyMap<string, number>
}

export const emptyIntake: Intake = { sources: [], clearedAt: 0, doneAt: new Map() }

/** Text of chosen files; those that are too large, alone or together, are not even read. */
export function readSources(files: readonly File[]): Promise<readonly PortalSource[]> {
  let total = 0
  return Promise.all(
    files.map(async (file): Promise<PortalSource> => {
      const { name, size } = file
      if (size > maxFileBytes) return { name, unread: 'tooLarge' }
      if (total + size > maxTotalBytes) return { name, unread: 'tooMuch' }
      total += size
      return file.text().then(
        text => ({ name, text }),
        () => ({ name, unread: 'unreadable' }),
      )
    }),
  )
}

/**
 * Files of equal name replace each other: the one handed in later is the corrected one, whichever was read first.
 * Those that would make the whole too large are named and not kept.
 * @param number of the moment they were handed in
 */
export function addSources(before: Intake, added: readonly PortalSource[], number: number): Intake {
  if (number < before.clearedAt) return before
  const doneAt = new Map(before.doneAt)
  const fresh = added.filter(({ name }) => (doneAt.get(name) ?? 0) <= number)
  for (const { name } of fresh) doneAt.set(name, number)
  // Of equal names chosen together the last one stands.
  const byName = new Map(fresh.map(source => [source.name, source]))
  const sources = before.sources.filter(source => !byName.has(source.name))
  let total = sources.reduce((size, source) => size + sizeOf(source), 0)
  for (const source of byName.values()) {
    const size = sizeOf(source)
    const fits = total + size <= maxTotalBytes
    if (fits) total += size
    sources.push(fits ? source : { name: source.name, unread: 'tooMuch' })
  }
  return { ...before, sources, doneAt }
}

/** Takes one file away, also one that is still being read. */
export function removeSource(before: Intake, name: string, number: number): Intake {
  return {
    ...before,
    sources: before.sources.filter(source => source.name !== name),
    doneAt: new Map(before.doneAt).set(name, number),
  }
}

/** Takes everything away; what is still being read does not come back. */
export function clearSources(number: number): Intake {
  return { ...emptyIntake, clearedAt: number }
}

/** Characters, which are never more than the bytes of the file. */
function sizeOf(source: PortalSource): number {
  return 'text' in source ? source.text.length : 0
}
