import { zipSync } from 'fflate'
import { describe, expect, test } from 'vitest'
import { unzip } from '../../src/io/package/zip.ts'
import { readZipDirectory } from '../../src/io/zipDirectory.ts'

type Entry = {
  readonly name: string
  /** Where its own head stands. */
  readonly from: number
  readonly packed: number
  readonly unpacked: number
}

const encoder = new TextEncoder()

/** The head that stands before the bytes of an entry. */
function local(name: string): Uint8Array {
  const head = new Uint8Array(30 + name.length)
  const view = new DataView(head.buffer)
  view.setUint32(0, 0x04034b50, true)
  view.setUint16(26, name.length, true)
  head.set(encoder.encode(name), 30)
  return head
}

function listed({ name, from, packed, unpacked }: Entry): Uint8Array {
  const head = new Uint8Array(46 + name.length)
  const view = new DataView(head.buffer)
  view.setUint32(0, 0x02014b50, true)
  view.setUint32(20, packed, true)
  view.setUint32(24, unpacked, true)
  view.setUint16(28, name.length, true)
  view.setUint32(42, from, true)
  head.set(encoder.encode(name), 46)
  return head
}

const joined = (parts: readonly Uint8Array[]) => Uint8Array.from(parts.flatMap(part => [...part]))

/** A zip file of stored entries whose directory says what it is told to. */
function zipOf(body: Uint8Array, entries: readonly Entry[], before = new Uint8Array()): Uint8Array {
  const directory = joined(entries.map(listed))
  const end = new Uint8Array(22)
  const view = new DataView(end.buffer)
  view.setUint32(0, 0x06054b50, true)
  view.setUint16(8, entries.length, true)
  view.setUint16(10, entries.length, true)
  view.setUint32(12, directory.length, true)
  view.setUint32(16, body.length, true)
  return joined([body, directory, before, end])
}

const payload = new Uint8Array(100).fill(7)
const body = joined([local('a'), payload, local('b'), payload])
/** 30 bytes, a name of one letter, 100 bytes. */
const second = 131
const a: Entry = { name: 'a', from: 0, packed: 100, unpacked: 100 }
const b: Entry = { name: 'b', from: second, packed: 100, unpacked: 100 }

describe('the directory of a zip file', () => {
  test('entries one right behind the other are fine', () => {
    expect(readZipDirectory(zipOf(body, [a, b]))).toEqual({
      names: ['a', 'b'],
      unpackedBytes: 200,
      hidesSizes: false,
    })
    expect(readZipDirectory(zipOf(body, [b, a]))?.hidesSizes).toBe(false)
  })

  test.each([
    ['the same bytes twice', { ...b, from: 0 }],
    ['one byte of the entry before', { ...a, packed: 101, unpacked: 101 }],
  ])('entries that share %s promise nothing', (_, entry) => {
    const entries = entry.name === 'a' ? [entry, b] : [a, entry]
    expect(readZipDirectory(zipOf(body, entries))?.hidesSizes).toBe(true)
  })

  test.each([1, 99, 101, 0])('a stored entry of 100 bytes that claims %d hides its size', unpacked => {
    const read = readZipDirectory(zipOf(body, [{ ...a, unpacked }, b]))
    expect(read?.hidesSizes).toBe(true)
    // Never less than what is packed, whatever it claims.
    expect(read?.unpackedBytes).toBe(Math.max(100, unpacked) + 100)
  })

  test('an entry ends before the directory begins', () => {
    expect(readZipDirectory(zipOf(body, [a, { ...b, packed: 100, unpacked: 100 }]))).not.toBeNull()
    expect(readZipDirectory(zipOf(body, [a, { ...b, packed: 101, unpacked: 101 }]))).toBeNull()
  })

  test('an entry stands where its own head is', () => {
    expect(
      readZipDirectory(zipOf(body, [a, { ...b, from: second + 1, packed: 50, unpacked: 50 }])),
    ).toBeNull()
  })

  test('a record that leads to another directory is refused', () => {
    const locator = new Uint8Array(20)
    new DataView(locator.buffer).setUint32(0, 0x07064b50, true)
    expect(readZipDirectory(zipOf(body, [a, b], locator))).toBeNull()
    expect(readZipDirectory(zipOf(body, [a, b], new Uint8Array(20)))).not.toBeNull()
  })

  test('deflated entries of a library are read as they are', () => {
    const read = readZipDirectory(zipSync({ a: payload, b: [payload, { level: 0 }], c: new Uint8Array() }))
    expect(read).toMatchObject({ names: ['a', 'b', 'c'], hidesSizes: false })
    expect(read?.unpackedBytes).toBeGreaterThanOrEqual(200)
  })
})

describe('unpacking', () => {
  test('six hundred entries over one megabyte, each claiming a byte, take no memory', () => {
    const megabyte = joined([local('a'), new Uint8Array(1_000_000)])
    const many = Array.from({ length: 600 }, (_, index) => ({
      name: `n${index}`,
      from: 0,
      packed: 1_000_000,
      unpacked: 1,
    }))
    expect(unzip(zipOf(megabyte, many), () => true)).toEqual({
      ok: false,
      fault: { kind: 'unpacksTooLarge' },
    })
    expect(
      unzip(
        zipOf(
          megabyte,
          many.map(each => ({ ...each, unpacked: 1_000_000 })),
        ),
        () => true,
      ).ok,
    ).toBe(false)
  })
})
