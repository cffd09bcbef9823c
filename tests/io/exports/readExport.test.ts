import { strToU8, zipSync } from 'fflate'
import { describe, expect, test } from 'vitest'
import { exportLimits } from '../../../src/io/exports/exportLimits.ts'
import { exportForm, readExport } from '../../../src/io/exports/readExport.ts'

const zipOf = (...names: readonly string[]) =>
  zipSync(Object.fromEntries(names.map(name => [name, strToU8('<x/>')])))
const codeOf = (bytes: Uint8Array) => {
  const form = exportForm(bytes)
  return typeof form === 'string' ? form : form.code
}

describe('what a file is', () => {
  test.each([
    ['xlsx', zipOf('[Content_Types].xml', 'xl/workbook.xml')],
    ['docx', zipOf('[Content_Types].xml', 'word/document.xml')],
    ['pptx', zipOf('[Content_Types].xml', 'ppt/presentation.xml')],
    ['csv', strToU8('\uFEFFSTT;Tiêu chí\r\n')],
    ['no-export', zipOf('mimetype', 'content.xml')],
    ['no-export', Uint8Array.from([0xd0, 0xcf, 0x11, 0xe0, 0, 0, 0, 0])],
    ['empty', new Uint8Array()],
    ['damaged', zipOf('xl/workbook.xml').slice(0, -30)],
    ['too-large', new Uint8Array(exportLimits.packedBytes + 1)],
  ])('is told by its content: %s', (code, bytes) => {
    expect(codeOf(bytes)).toBe(code)
  })

  test('a file at the limit is still looked at', () => {
    const text = new Uint8Array(exportLimits.packedBytes).fill(0x61)
    expect(codeOf(text)).toBe('csv')
  })

  test('one that would unpack to a gigabyte is not unpacked', () => {
    const bytes = zipOf('xl/workbook.xml')
    const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
    // The size in the directory entry, 24 bytes behind its signature.
    const entry = [...bytes.keys()].find(
      at => at + 4 <= bytes.length && view.getUint32(at, true) === 0x02014b50,
    )
    view.setUint32((entry ?? 0) + 24, 1_000_000_000, true)
    expect(codeOf(bytes)).toBe('too-large-unpacked')
  })

  test('what is refused says so with the name of the file', async () => {
    const read = await readExport(new Uint8Array(), 'trống.xlsx')
    expect(read.ok).toBe(false)
    if (!read.ok) expect(read.problems[0]).toMatchObject({ file: 'trống.xlsx', code: 'empty' })
  })

  test('CSV and workbooks of somebody else are refused in words', async () => {
    for (const bytes of [strToU8('a;b\r\n1;2\r\n'), zipOf('[Content_Types].xml', 'xl/workbook.xml')]) {
      const read = await readExport(bytes, 'khac')
      expect(read.ok).toBe(false)
      if (!read.ok) expect(read.problems[0]?.message.vi).not.toBe('')
    }
  })
})
