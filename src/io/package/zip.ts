import { unzipSync, zipSync } from 'fflate'
import { readZipDirectory } from '../zipDirectory.ts'
import { packageLimits } from './packageFormat.ts'

// Runs in a worker: packing and unpacking take as long as they take. The asynchronous functions of fflate start
// workers of their own from texts, which the page does not allow.

export type ZipEntry = {
  readonly path: string
  readonly bytes: Uint8Array
  /** Photos and documents are packed already; packing them again only costs time. */
  readonly isPacked: boolean
}

/** First day a zip file can name: the same content makes the same bytes on every day, in every time zone. */
const fixedTime = new Date(1980, 0, 1)

/** A zip file with its entries in the order of their names. */
export function zipOf(entries: readonly ZipEntry[]): Uint8Array {
  const sorted = entries.toSorted((a, b) => (a.path < b.path ? -1 : a.path > b.path ? 1 : 0))
  return zipSync(
    Object.fromEntries(
      sorted.map(({ path, bytes, isPacked }) => [path, [bytes, { level: isPacked ? 0 : 6 }] as const]),
    ),
    { mtime: fixedTime },
  )
}

/** Why a zip file is not unpacked. */
export type ZipFault =
  | { readonly kind: 'tooLarge' | 'notZip' | 'tooManyEntries' | 'unpacksTooLarge' | 'broken' }
  | { readonly kind: 'unsafePath' | 'doubledPath'; readonly path: string }

export type Unzipped =
  | {
      readonly ok: true
      readonly entries: ReadonlyMap<string, Uint8Array>
      /** Entries nobody asked for; they were not unpacked. */
      readonly unread: readonly string[]
    }
  | { readonly ok: false; readonly fault: ZipFault }

/** What a zip file may come to. */
export type ZipLimits = {
  readonly packedBytes: number
  readonly unpackedBytes: number
  readonly entries: number
}

/**
 * Unpacks what is wanted of a zip file, after its directory has been read and found harmless. Names lead nowhere
 * but into the answer, and still those that point outside, and two names that a disk would take for one, are
 * refused: nobody makes such a file by accident.
 */
export function unzip(
  bytes: Uint8Array,
  isWanted: (path: string) => boolean,
  limits: ZipLimits = packageLimits,
): Unzipped {
  const refused = (fault: ZipFault): Unzipped => ({ ok: false, fault })
  if (bytes.byteLength > limits.packedBytes) return refused({ kind: 'tooLarge' })
  const directory = readZipDirectory(bytes)
  if (!directory) return refused({ kind: 'notZip' })
  const { names, unpackedBytes, hidesSizes } = directory
  if (names.length > limits.entries) return refused({ kind: 'tooManyEntries' })
  if (hidesSizes || unpackedBytes > limits.unpackedBytes) return refused({ kind: 'unpacksTooLarge' })
  const seen = new Set<string>()
  for (const name of names) {
    if (!isSafe(name)) return refused({ kind: 'unsafePath', path: name })
    const folded = name.normalize('NFC').toLowerCase()
    if (seen.has(folded)) return refused({ kind: 'doubledPath', path: name })
    seen.add(folded)
  }
  const wanted = new Set(names.filter(isWanted))
  const entries = new Map<string, Uint8Array>()
  try {
    // The filter is asked before memory is taken, and is not told more than the directory said above.
    let left = unpackedBytes
    const unpacked = unzipSync(bytes, {
      filter: ({ name, size, originalSize }) => {
        left -= Math.max(size, originalSize)
        return left >= 0 && wanted.delete(name)
      },
    })
    for (const [path, content] of Object.entries(unpacked)) entries.set(path, content)
  } catch {
    return refused({ kind: 'broken' })
  }
  // What the directory lists and unpacking did not meet: two directories in one file.
  if (wanted.size > 0) return refused({ kind: 'broken' })
  return { ok: true, entries, unread: names.filter(name => !name.endsWith('/') && !isWanted(name)) }
}

const drive = /^[A-Za-z]:/

/** A relative name without a way up and without signs that mean something to a disk. */
function isSafe(path: string): boolean {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: those are what is looked for
  if (path === '' || /[\\\u0000-\u001f\u007f]/.test(path)) return false
  if (path.startsWith('/') || drive.test(path)) return false
  return path.split('/').every(part => part !== '..' && part !== '.')
}
