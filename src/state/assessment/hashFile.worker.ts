import { startHash } from '../../io/hash/hashBytes.ts'

// Runs in a Web Worker: a large scan takes seconds, and typing must not wait for it.
// hashFile.ts is the other end.

export type HashAnswer =
  | { readonly kind: 'progress'; readonly bytes: number }
  | { readonly kind: 'hashed'; readonly sha256: string; readonly bytes: number }
  | { readonly kind: 'unreadable' }

const pieceBytes = 2 * 1024 * 1024

async function hash(file: Blob, tell: (answer: HashAnswer) => void): Promise<void> {
  const hashing = startHash()
  let read = 0
  while (read < file.size) {
    const piece = new Uint8Array(await file.slice(read, read + pieceBytes).arrayBuffer())
    // A file that was cut short while it is read would otherwise never end.
    if (piece.length === 0) throw new Error('the file ends before its size')
    hashing.add(piece)
    read += piece.length
    tell({ kind: 'progress', bytes: read })
  }
  tell({ kind: 'hashed', sha256: hashing.done(), bytes: read })
}

self.addEventListener('message', ({ data }: MessageEvent<Blob>) => {
  const tell = (answer: HashAnswer) => self.postMessage(answer)
  hash(data, tell).catch(() => tell({ kind: 'unreadable' }))
})
