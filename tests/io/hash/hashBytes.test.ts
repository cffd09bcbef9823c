import { createHash } from 'node:crypto'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { hashBytes, hashText, startHash } from '../../../src/io/hash/hashBytes.ts'

// FIPS 180-4, examples of SHA-256
const vectors = [
  ['', 'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855'],
  ['abc', 'ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad'],
  [
    'abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq',
    '248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1',
  ],
  ['a'.repeat(1_000_000), 'cdc76e5c9914fb9281a1c7e284d73e67f1809a48a497200e046d39ccc7112cd0'],
] as const

describe('SHA-256', () => {
  test.each(vectors)('of the standard’s example', (text, expected) => {
    expect(hashText(text)).toBe(expected)
    expect(hashBytes(new TextEncoder().encode(text))).toBe(expected)
  })

  test('of one megabyte of a pattern, piece by piece', () => {
    const bytes = Uint8Array.from({ length: 1024 * 1024 }, (_, index) => index % 251)
    const hashing = startHash()
    for (let at = 0; at < bytes.length; at += 100_000) hashing.add(bytes.subarray(at, at + 100_000))
    expect(hashing.done()).toBe(createHash('sha256').update(bytes).digest('hex'))
  })

  test('does not depend on how the bytes come', () => {
    fc.assert(
      fc.property(fc.array(fc.uint8Array({ maxLength: 200 }), { maxLength: 8 }), pieces => {
        const hashing = startHash()
        for (const piece of pieces) hashing.add(piece)
        const whole = Uint8Array.from(pieces.flatMap(piece => [...piece]))
        expect(hashing.done()).toBe(createHash('sha256').update(whole).digest('hex'))
      }),
    )
  })
})
