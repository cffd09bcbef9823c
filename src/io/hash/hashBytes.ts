import { sha256 } from '@noble/hashes/sha2.js'
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js'

/** A hash that is fed piece by piece, so that a large file never stands in memory as a whole. */
export type Hashing = {
  readonly add: (bytes: Uint8Array) => void
  /** SHA-256 of everything added, 64 hexadecimal digits; nothing can be added after it. */
  readonly done: () => string
}

/**
 * SHA-256 without `crypto.subtle`, which browsers withhold from pages that are not served over https: the
 * dashboard also runs from a folder of an office's own web server.
 */
export function startHash(): Hashing {
  const hash = sha256.create()
  return { add: bytes => void hash.update(bytes), done: () => bytesToHex(hash.digest()) }
}

/** SHA-256 of bytes, 64 hexadecimal digits. */
export function hashBytes(bytes: Uint8Array): string {
  return bytesToHex(sha256(bytes))
}

/** SHA-256 of a text as UTF-8. */
export function hashText(text: string): string {
  return hashBytes(utf8ToBytes(text))
}
