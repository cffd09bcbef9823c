import { useEffect, useRef, useState } from 'react'
import type { StoreFailure } from '../../../io/drafts/database.ts'
import { putFile } from '../../../io/drafts/fileStore.ts'
import type { EvidenceFile } from '../../../model/submission.ts'
import { hashFile } from '../../../state/assessment/hashFile.ts'

/** How adding a file went wrong, or half wrong: `unkept` is added with its hash, without its bytes. */
export type FileTrouble =
  | { readonly kind: 'empty' | 'unreadable'; readonly name: string }
  | { readonly kind: 'tooLarge'; readonly name: string; readonly bytes: number }
  | { readonly kind: 'unkept'; readonly name: string; readonly why: StoreFailure }

/** A file on its way in; `share` from 0 to 1. */
export type FileOnItsWay = { readonly name: string; readonly share: number }

/**
 * Hashes files one after the other, keeps them on this machine and hands each over. Whatever goes wrong
 * is told, nothing is dropped silently; leaving the dialog stops what is not done yet.
 */
export function useAddFiles(): {
  readonly current: FileOnItsWay | null
  readonly troubles: readonly FileTrouble[]
  readonly add: (files: readonly File[], take: (file: EvidenceFile, isKept: boolean) => void) => void
  readonly cancel: () => void
} {
  const [current, setCurrent] = useState<FileOnItsWay | null>(null)
  const [troubles, setTroubles] = useState<readonly FileTrouble[]>([])
  const stop = useRef<AbortController | null>(null)
  useEffect(() => () => stop.current?.abort(), [])

  const one = async (
    given: File,
    take: (file: EvidenceFile, isKept: boolean) => void,
    { signal }: AbortController,
  ) => {
    const name = given.name.normalize('NFC')
    const tell = (trouble: FileTrouble) => setTroubles(previous => [...previous, trouble])
    setCurrent({ name, share: 0 })
    const hashed = await hashFile(given, {
      signal,
      progress: bytes => setCurrent({ name, share: bytes / given.size }),
    })
    if (!hashed.ok) {
      tell(
        hashed.why === 'tooLarge'
          ? { kind: 'tooLarge', name, bytes: given.size }
          : { kind: hashed.why, name },
      )
      return
    }
    // A copy: the file on the disk may be changed or gone when the draft is handed in.
    const bytes = await given.arrayBuffer()
    const kept = await putFile(hashed.file.sha256, new Blob([bytes], { type: given.type }))
    signal.throwIfAborted()
    take(hashed.file, kept === 'kept')
    if (kept !== 'kept') tell({ kind: 'unkept', name, why: kept })
  }

  const add = async (files: readonly File[], take: (file: EvidenceFile, isKept: boolean) => void) => {
    const controller = new AbortController()
    stop.current = controller
    setTroubles([])
    for (const given of files) {
      if (controller.signal.aborted) break
      try {
        await one(given, take, controller)
      } catch {
        // Stopped by its owner, which needs no message; or gone between hashing and keeping.
        if (!controller.signal.aborted)
          setTroubles(previous => [...previous, { kind: 'unreadable', name: given.name.normalize('NFC') }])
      }
    }
    setCurrent(null)
  }

  return {
    current,
    troubles,
    add: (files, take) => void add(files, take),
    cancel: () => stop.current?.abort(),
  }
}
