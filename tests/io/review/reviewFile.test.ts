import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { hashBytes } from '../../../src/io/hash/hashBytes.ts'
import { unzip, zipOf } from '../../../src/io/package/zip.ts'
import { readReviewFile, reviewFileName, writeReviewFile } from '../../../src/io/review/reviewFile.ts'
import { reviewFileLimits } from '../../../src/io/review/reviewFileFormat.ts'
import { canonicalJson } from '../../../src/model/canonicalJson.ts'
import type { Decoded } from '../../../src/model/problem.ts'
import { aLeaf, aRuleSet } from '../../gallery/builders.ts'
import { aContent, aReceived, aRound, decides, everyAct, linesOf } from './reviewBuilders.ts'

const name = 'tham-dinh_bo-thu_2026-10_tran-thi-hoa.parboard-review'
const whole = writeReviewFile(aContent())

const read = (bytes: Uint8Array) => readReviewFile(bytes, name)
const value = <T>(decoded: Decoded<T>): T => {
  if (!decoded.ok) throw new Error(JSON.stringify(decoded.problems))
  return decoded.value
}
const codes = (bytes: Uint8Array) => {
  const decoded = read(bytes)
  return decoded.ok
    ? []
    : decoded.problems.map(each => `${each.file.split(' › ')[1] ?? ''} ${each.code}`.trim())
}

type Files = Map<string, Uint8Array>

/** The file taken apart, changed and put together again; with `isListed` its list is made to agree. */
function changed(change: (files: Files) => void, isListed = false, bytes = whole): Uint8Array {
  const unzipped = unzip(bytes, () => true, reviewFileLimits)
  if (!unzipped.ok) throw new Error('not a zip')
  const files: Files = new Map(unzipped.entries)
  change(files)
  if (isListed) {
    const manifest = textOf(files, 'manifest.json') as { files: unknown }
    manifest.files = [...files]
      .filter(([path]) => path !== 'manifest.json')
      .map(([path, content]) => ({ path, bytes: content.byteLength, sha256: hashBytes(content) }))
    files.set('manifest.json', bytesOf(manifest))
  }
  return zipOf([...files].map(([path, content]) => ({ path, bytes: content, isPacked: false })))
}

const bytesOf = (json: unknown) => new TextEncoder().encode(JSON.stringify(json))
const textOf = (files: Files, path: string): unknown => JSON.parse(new TextDecoder().decode(files.get(path)))

/** Edits one JSON file inside. */
const edited =
  (path: string, edit: (json: Record<string, unknown>) => unknown) =>
  (files: Files): void => {
    files.set(path, bytesOf(edit(textOf(files, path) as Record<string, unknown>)))
  }

describe('a review file', () => {
  test('is read as it was written, lines in the order of the ledger', () => {
    const got = value(read(whole))
    const { round, ruleSet, entries, received } = aContent()
    expect(got.round).toEqual(round)
    expect(got.entries).toEqual(entries)
    expect(got.received).toEqual(received)
    expect(canonicalJson(got.ruleSet)).toBe(canonicalJson(ruleSet))
    expect(got.sha256).toBe(hashBytes(whole))
    expect(got.manifest).toMatchObject({
      madeBy: 'Trần Thị Hòa',
      agencies: 2,
      lines: everyAct.length,
      reviewers: [{ name: 'Trần Thị Hòa', lines: everyAct.length }],
    })
  })

  test('the same content makes the same bytes, in whatever order its lines come', () => {
    const entries = linesOf(everyAct).toReversed()
    expect(writeReviewFile(aContent({ entries }))).toEqual(whole)
  })

  test('received files can go along as they came', () => {
    const original = new TextEncoder().encode('tệp gốc')
    const hash = hashBytes(original)
    const bytes = writeReviewFile(aContent({ originals: new Map([[hash, original]]) }))
    expect(value(read(bytes)).originals).toEqual(new Map([[hash, original]]))
  })

  test('an empty ledger and nobody’s name are fine', () => {
    const got = value(read(writeReviewFile(aContent({ entries: [], received: [], madeBy: null }))))
    expect(got.entries).toEqual([])
    expect(got.manifest.madeBy).toBeNull()
  })

  test('its name tells what it is, without marks', () => {
    expect(reviewFileName('bo-thu', '2026-10', 'Trần Thị Hòa')).toBe(name)
    expect(reviewFileName('bo-thu', '2026-10', '')).toBe('tham-dinh_bo-thu_2026-10.parboard-review')
  })

  test('a text inside says in Vietnamese what it is and what it cannot promise', () => {
    const unzipped = unzip(whole, path => path === 'README.txt')
    const text = unzipped.ok ? new TextDecoder().decode(unzipped.entries.get('README.txt')) : ''
    expect(text).toContain('TỆP THẨM ĐỊNH')
    expect(text).toContain('Trần Thị Hòa: 21 dòng')
    expect(text).toContain('đúng như đã gõ')
    expect(text.normalize('NFC')).toBe(text)
  })
})

describe('a review file that is not whole', () => {
  test.each([
    ['round.json'],
    ['rule-set.json'],
    ['ledger.json'],
    [`received/${'a'.repeat(64)}.json`],
    ['README.txt'],
  ])('%s altered, missing or added is named', path => {
    const short = path.length > 80 ? `${path.slice(0, 79)}…` : path
    expect(codes(changed(files => files.set(path, bytesOf({ altered: true }))))).toEqual([
      `${short} wrong-hash`,
    ])
    expect(codes(changed(files => files.delete(path)))).toContain(`${short} file-missing`)
  })

  test('a file that the list does not name', () => {
    const path = `received/${'b'.repeat(64)}.json`
    expect(codes(changed(files => files.set(path, bytesOf({}))))).toEqual([`${path} not-listed`])
    expect(codes(changed(files => files.set('them.txt', bytesOf({}))))).toEqual(['them.txt not-listed'])
  })

  test('a file listed twice', () => {
    const twice = edited('manifest.json', json => ({
      ...json,
      files: [...(json['files'] as unknown[]), ...(json['files'] as unknown[]).slice(0, 1)],
    }))
    expect(codes(changed(twice))).toEqual(['manifest.json listed-twice'])
  })

  test('another round, other rules, another count, a line twice: each refused though every hash is right', () => {
    const other = aRound({ id: 'dot-2' })
    expect(
      codes(
        changed(
          edited('round.json', () => other),
          true,
        ),
      ),
    ).toEqual(['round.json other-round'])
    const rules = aRuleSet([aLeaf('1')], { id: 'bo-thu' })
    expect(
      codes(
        changed(
          edited('rule-set.json', () => rules),
          true,
        ),
      ),
    ).toEqual(['rule-set.json other-rules'])
    const [line] = linesOf([decides()])
    expect(codes(changed(files => files.set('ledger.json', bytesOf([line])), true))).toEqual([
      'ledger.json other-count',
    ])
    const doubled = linesOf(everyAct.slice(0, -1))
    expect(
      codes(changed(files => files.set('ledger.json', bytesOf([...doubled, doubled[0]])), true)),
    ).toEqual(['ledger.json line-twice'])
  })

  test('what was read of a file under the name of another', () => {
    const path = `received/${'a'.repeat(64)}.json`
    expect(codes(changed(files => files.set(path, bytesOf(aReceived('c'))), true))).toEqual([
      `${path} other-hash`,
    ])
    const original = `originals/${'a'.repeat(64)}`
    expect(codes(changed(files => files.set(original, bytesOf('x')), true))).toEqual([
      `${original} other-hash`,
    ])
  })

  test('a line that is none is told with its place', () => {
    const lines = linesOf(everyAct).map((line, index) => (index === 3 ? { ...line, clock: 'x' } : line))
    const decoded = read(changed(files => files.set('ledger.json', bytesOf(lines)), true))
    expect(decoded).toMatchObject({
      ok: false,
      problems: [{ file: `${name} › ledger.json`, path: '[3].clock', message: { vi: 'cần số' } }],
    })
  })

  test('a newer form is said to be one, whatever it looks like', () => {
    const newer = edited('manifest.json', () => ({ format: 'parboard-review', formatVersion: 2 }))
    expect(codes(changed(newer))).toEqual(['manifest.json newer-format'])
  })

  test('a submission file, a text and nothing are no review file', () => {
    expect(codes(new TextEncoder().encode('{"rows":[]}'))).toEqual(['not-review-file'])
    expect(codes(new Uint8Array())).toEqual(['not-review-file'])
    const submission = edited('manifest.json', json => ({ ...json, format: 'parboard-submission' }))
    expect(codes(changed(submission))).not.toEqual([])
    expect(codes(changed(files => files.delete('manifest.json')))).toEqual(['not-review-file'])
  })

  test('names that lead outside are refused', () => {
    expect(codes(changed(files => files.set('../dot.json', bytesOf({}))))).toEqual(['unsafe-path'])
  })

  test('property: 200 damaged files are refused or read the same, and never crash', () => {
    const damage = fc.oneof(
      fc.record({ kind: fc.constant('flip' as const), at: fc.nat(whole.length - 1), bit: fc.nat(7) }),
      fc.record({ kind: fc.constant('cut' as const), at: fc.nat(whole.length - 1), bit: fc.nat(7) }),
      fc.record({ kind: fc.constant('swap' as const), at: fc.nat(whole.length - 1), bit: fc.nat(7) }),
    )
    fc.assert(
      fc.property(damage, ({ kind, at, bit }) => {
        const bytes = kind === 'cut' ? whole.slice(0, at) : whole.slice()
        if (kind === 'flip') bytes[at] = (bytes[at] ?? 0) ^ (1 << bit)
        if (kind === 'swap') bytes.set(whole.slice(at, at + 40), Math.max(0, whole.length - at - 40))
        const decoded = read(bytes)
        if (decoded.ok) {
          // Bytes that carry nothing, such as the time of an entry.
          expect(decoded.value.entries).toEqual(aContent().entries)
          expect(decoded.value.round).toEqual(aRound())
        } else expect(decoded.problems.length).toBeGreaterThan(0)
      }),
      { numRuns: 200 },
    )
  })
})
