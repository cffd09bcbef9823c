import { expect, test } from 'vitest'
import { hashFile, largestEvidenceBytes } from '../../../src/state/assessment/hashFile.ts'

test('a file is hashed in a worker and says how far it is', async () => {
  const seen: number[] = []
  const file = new File(['a'.repeat(1_000_000)], 'trie\u0323\u0302u.txt')
  // FIPS 180-4: one million letters a
  expect(await hashFile(file, { progress: bytes => seen.push(bytes) })).toEqual({
    ok: true,
    file: {
      name: 'triệu.txt',
      bytes: 1_000_000,
      sha256: 'cdc76e5c9914fb9281a1c7e284d73e67f1809a48a497200e046d39ccc7112cd0',
    },
  })
  expect(seen.at(-1)).toBe(1_000_000)
})

test('a file of several pieces has the hash of its whole', async () => {
  // SHA-256 of 5 MB (5 242 880) zero bytes, two and a half pieces
  const answer = await hashFile(new File([new Uint8Array(5 * 1024 * 1024)], 'khong.bin'))
  expect(answer.ok && answer.file.sha256).toBe(
    'c036cbb7553a909f8b8877d4461924307f27ecb66cff928eeeafd569c3887e29',
  )
})

test('an empty file and one above the limit are refused before they are read', async () => {
  expect(await hashFile(new File([], 'rong.pdf'))).toEqual({ ok: false, why: 'empty' })
  const large = new File([new Uint8Array(largestEvidenceBytes + 1)], 'lon.pdf')
  expect(await hashFile(large)).toEqual({ ok: false, why: 'tooLarge' })
})

test('can be stopped', async () => {
  const stop = new AbortController()
  const hashing = hashFile(new File([new Uint8Array(largestEvidenceBytes)], 'lau.pdf'), {
    signal: stop.signal,
    progress: () => stop.abort(new Error('stopped')),
  })
  await expect(hashing).rejects.toThrow('stopped')
  await expect(hashFile(new File(['a'], 'a'), { signal: stop.signal })).rejects.toThrow('stopped')
})
