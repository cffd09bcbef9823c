import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { packOrigin, unpackOrigin } from '../../../src/io/exports/originText.ts'
import type { ExportOrigin } from '../../../src/model/exportOrigin.ts'

const origin: ExportOrigin = {
  format: 1,
  kind: 'table',
  offer: 'criteria',
  path: '/criteria',
  search: { ruleSet: 'mau-tinh-cqs', period: '2026-10', agency: 'mh-so-noi-vu', sort: '-lost' },
  language: 'vi',
  appVersion: '0.1.0',
  madeAt: '2026-11-22T09:14:52+07:00',
  ruleSet: { id: 'mau-tinh-cqs', version: '3', sha256: 'a'.repeat(64) },
  dataHash: 'b'.repeat(64),
  lines: [{ label: 'Bộ chỉ số', text: 'Chỉ số chính quyền số, bản 3' }],
}

const origins = fc.record({
  format: fc.constant(1 as const),
  kind: fc.constantFrom('table', 'workbook', 'report', 'deck'),
  offer: fc.string({ maxLength: 200, unit: 'grapheme' }),
  path: fc.constantFrom('/', '/criteria', '/rule-sets'),
  search: fc.dictionary(fc.stringMatching(/^[a-zA-Z]{1,10}$/), fc.string({ unit: 'grapheme' }), {
    noNullPrototype: true,
  }),
  language: fc.constantFrom('vi', 'en'),
  appVersion: fc.string({ maxLength: 40 }),
  madeAt: fc.string({ maxLength: 40 }),
  ruleSet: fc.option(fc.record({ id: fc.string(), version: fc.string(), sha256: fc.string() })),
  dataHash: fc.option(fc.string()),
  lines: fc.array(fc.record({ label: fc.string(), text: fc.string({ unit: 'grapheme' }) }), {
    maxLength: 20,
  }),
})

describe('an origin in one word', () => {
  test('is plain letters that any file can hold', () => {
    expect(packOrigin(origin)).toMatch(/^parboard1\.[A-Za-z0-9_-]+$/)
  })

  test('is read again as it was, whatever stands in it', () => {
    expect(unpackOrigin(packOrigin(origin))).toEqual(origin)
    fc.assert(
      fc.property(origins, each => {
        expect(unpackOrigin(packOrigin(each))).toEqual(each)
      }),
    )
  })

  test('cut off or with letters changed it is none, and never a fault', () => {
    const word = packOrigin(origin)
    expect(unpackOrigin('')).toBeNull()
    expect(unpackOrigin('parboard1.')).toBeNull()
    expect(unpackOrigin(word.slice(0, -40))).toBeNull()
    expect(unpackOrigin(`x${word}`)).toBeNull()
    fc.assert(
      fc.property(fc.nat(word.length - 1), fc.string({ maxLength: 3 }), (at, other) => {
        const read = unpackOrigin(word.slice(0, at) + other + word.slice(at + 1))
        if (read !== null) expect(read.format).toBe(1)
      }),
    )
    fc.assert(
      fc.property(fc.string(), text => {
        expect(unpackOrigin(`parboard1.${text}`)).toBeNull()
      }),
    )
  })

  test.each([
    ['another format', { ...origin, format: 2 }],
    ['a path out of the page', { ...origin, path: '//example.org' }],
    ['a path with a scheme', { ...origin, path: 'javascript:alert(1)' }],
    ['a value that is no text', { ...origin, search: { ruleSet: 5 } }],
    ['too many lines', { ...origin, lines: Array.from({ length: 61 }, () => ({ label: '', text: '' })) }],
  ])('with %s it is none', (_, record) => {
    expect(unpackOrigin(packOrigin(record as ExportOrigin))).toBeNull()
  })

  test('a word of megabytes is not even looked into', () => {
    expect(unpackOrigin(`parboard1.${'A'.repeat(200_001)}`)).toBeNull()
  })
})
