const letters = 'abcdefghijkmnpqrstuvwxyz23456789'

/**
 * A name nobody else has: 20 letters and digits of 32, which is 100 bits. `crypto.randomUUID` does not exist
 * on a page that came over plain http.
 */
export function randomId(): string {
  // 256 is a multiple of 32: every letter is as likely as any other.
  return Array.from(crypto.getRandomValues(new Uint8Array(20)), byte => letters[byte % letters.length]).join(
    '',
  )
}
