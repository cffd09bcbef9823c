import { hashBytes, startHash } from '../../io/hash/hashBytes.ts'
import { describeFault } from '../../io/package/packageProblem.ts'
import { plainFileName, type Received, type ReceivingRound, receiverFor, refused } from './receivePackage.ts'

// Runs in a Web Worker: 140 files are unpacked, hashed and scored while somebody types. receiveFiles.ts is the
// other end.

export type ReceiveRequest =
  | { readonly kind: 'open'; readonly round: ReceivingRound }
  | { readonly kind: 'read'; readonly index: number; readonly name: string; readonly content: Uint8Array }
  /** A file too large to be read: it is only hashed, piece by piece. */
  | { readonly kind: 'hash'; readonly index: number; readonly file: File }

/** `received` is null where the disk did not give the file away. */
export type ReceiveAnswer = { readonly index: number; readonly received: Received | null }

const pieceBytes = 4 * 1024 * 1024

let receive: ReturnType<typeof receiverFor> | null = null

function read(content: Uint8Array, name: string): Received | null {
  if (!receive) return null
  try {
    return receive(content, name)
  } catch (error) {
    // One file must not stop the others, whatever is in it.
    const message = error instanceof Error ? error.message : String(error)
    return refused(
      { sha256: hashBytes(content), fileName: plainFileName(name), bytes: content.byteLength },
      'cannotScore',
      [{ vi: `không chấm lại được: ${message}`, en: `cannot be scored again: ${message}` }],
      null,
    )
  }
}

/** Known by its hash like any other, but never held in memory. */
async function tooLarge(file: File): Promise<Received | null> {
  const hashing = startHash()
  try {
    for (let from = 0; from < file.size; from += pieceBytes)
      hashing.add(new Uint8Array(await file.slice(from, from + pieceBytes).arrayBuffer()))
  } catch {
    return null
  }
  const { message } = describeFault({ kind: 'tooLarge' }, file.name)
  const head = { sha256: hashing.done(), fileName: plainFileName(file.name), bytes: file.size }
  return refused(head, 'unreadable', [message], null)
}

function tell(index: number, received: Received | null): void {
  self.postMessage({ index, received } satisfies ReceiveAnswer)
}

self.addEventListener('message', ({ data }: MessageEvent<ReceiveRequest>) => {
  if (data.kind === 'open') receive = receiverFor(data.round)
  else if (data.kind === 'read') tell(data.index, read(data.content, data.name))
  else void tooLarge(data.file).then(received => tell(data.index, received))
})
