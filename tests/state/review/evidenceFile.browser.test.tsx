import { describe, expect, test } from 'vitest'
import { hashBytes } from '../../../src/io/hash/hashBytes.ts'
import { packageFormat, packageFormatVersion } from '../../../src/io/package/packageFormat.ts'
import { zipOf } from '../../../src/io/package/zip.ts'
import { contentOf, evidenceFile, packagesOf } from '../../../src/state/review/evidenceFile.ts'
import { findEvidence } from '../../../src/state/review/findEvidence.ts'

const bytesOf = (text: string) => new TextEncoder().encode(text)
const report = bytesOf('%PDF-1.7 báo cáo')
const sha256 = hashBytes(report)

/** A submission file with one file of evidence, whose list may tell another hash than it has. */
function aPackage(content: Uint8Array = report, listed = sha256): Uint8Array {
  const path = `evidence/${listed.slice(0, 12)}-bao-cao.pdf`
  const manifest = {
    format: packageFormat,
    formatVersion: packageFormatVersion,
    createdAt: '2026-11-20T02:00:00.000Z',
    appVersion: '1.0.0',
    engineVersion: '1',
    submissionId: 'nop-1',
    ruleSet: { id: 'bo-thu', version: '2', sha256: 'd'.repeat(64), title: 'Bộ thử' },
    agency: { id: 'co-quan-1', name: 'Sở Xây dựng' },
    period: '2026-11',
    approval: null,
    files: [{ path, bytes: content.byteLength, sha256: listed }],
    leftOut: [],
  }
  return zipOf([
    { path: 'manifest.json', bytes: bytesOf(JSON.stringify(manifest)), isPacked: false },
    { path, bytes: content, isPacked: true },
  ])
}

const blobOf = (bytes: Uint8Array) => new Blob([bytes.slice()])
const file = { name: 'bao-cao.pdf', bytes: report.byteLength, sha256 }

describe('a file of evidence', () => {
  test('comes out of its package beside the page, whole and of its kind', async () => {
    const content = await evidenceFile(async () => blobOf(aPackage()), ['goi'], file)
    expect(content.ok && [content.blob.type, content.canBeShown]).toEqual(['application/pdf', true])
    expect(content.ok && new Uint8Array(await content.blob.arrayBuffer())).toEqual(report)
  })

  test('is looked for in every package it may have come in', async () => {
    const other = aPackage(bytesOf('khác'), hashBytes(bytesOf('khác')))
    const packs = new Map([
      ['goc', blobOf(other)],
      ['bo-sung', blobOf(aPackage())],
    ])
    const content = await evidenceFile(async id => packs.get(id) ?? null, ['mat', 'goc', 'bo-sung'], file)
    expect(content.ok).toBe(true)
  })

  test.each<readonly [string, () => Promise<Blob | null>]>([
    ['noPackage', async () => null],
    ['leftOut', async () => blobOf(aPackage(bytesOf('khác'), hashBytes(bytesOf('khác'))))],
    ['altered', async () => blobOf(aPackage(bytesOf('%PDF-1.7 đã sửa')))],
    ['broken', async () => blobOf(bytesOf('không phải zip'))],
  ])('says why it cannot be shown: %s', async (why, fileOf) => {
    expect(await evidenceFile(fileOf, ['goi'], file)).toEqual({ ok: false, why })
  })

  test('where nothing is kept any more rejects nothing', async () => {
    const gone = () => Promise.reject(new Error('blocked'))
    expect(await evidenceFile(gone, ['goi'], file)).toEqual({ ok: false, why: 'noPackage' })
  })
})

test('a page with scripts never opens as one, whatever it calls itself', () => {
  for (const name of ['trang.html', 'hinh.svg', 'gia.pdf']) {
    const content = contentOf(bytesOf('<script>alert(1)</script>').slice(), name)
    expect(content.ok && [content.blob.type, content.canBeShown]).toEqual(['application/octet-stream', false])
  }
  const text = contentOf(bytesOf('<script>').slice(), 'ghi-chu.txt')
  expect(text.ok && text.blob.type).toMatch(/^text\/plain/)
})

test('the answer holds a copy, not the package', () => {
  const found = findEvidence(aPackage(), sha256)
  expect(found.kind === 'found' && found.bytes.buffer.byteLength).toBe(report.byteLength)
})

test('evidence picked from another file is looked for there first', () => {
  const choice = {
    base: 'goc',
    picks: [
      { part: 'evidence', id: 'I.1', from: 'moi' },
      { part: 'value', id: 'online', from: 'khac' },
    ],
  } as const
  expect(packagesOf(choice, 'I.1')).toEqual(['moi', 'goc'])
  expect(packagesOf(choice, 'I.2')).toEqual(['goc'])
  expect(packagesOf(null, 'I.1')).toEqual([])
})
