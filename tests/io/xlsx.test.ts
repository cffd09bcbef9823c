import { strFromU8, unzipSync } from 'fflate'
import { writeXlsx } from 'hucre/xlsx'
import { describe, expect, test } from 'vitest'
import { decimalOfNumber } from '../../src/io/sheetCell.ts'
import { mostSheets } from '../../src/io/workbookRefusals.ts'
import { readWorkbook, type WrittenSheet, writeStyledWorkbook, writeWorkbook } from '../../src/io/xlsx.ts'
import { readZipDirectory } from '../../src/io/zipDirectory.ts'

const oneSheet = (rows: WrittenSheet['rows'], columns = 2): WrittenSheet => ({
  name: 'Trang',
  rows,
  columns: Array.from({ length: columns }, () => ({ width: 20, isText: true })),
})

async function codeOf(bytes: Uint8Array): Promise<string> {
  const read = await readWorkbook(bytes, 'tep.xlsx')
  return read.ok ? 'read' : read.problems.map(({ code }) => code).join()
}

describe('text stays text', () => {
  const texts = [
    '=1+1',
    '+84',
    '-5',
    '@nội bộ',
    '\tthụt',
    '\rdòng',
    'a\r\nb',
    '_x000D_',
    '1.10',
    '1/2',
    '<&>"',
    'Đề án 06',
  ]

  test.each(texts.map(text => [JSON.stringify(text), text]))('%s', async (_, text) => {
    const bytes = await writeWorkbook([
      oneSheet([
        ['tiêu đề', 'b'],
        [text, null],
      ]),
    ])
    const read = await readWorkbook(bytes, 'tep.xlsx')
    expect(read.ok && read.value[0]?.rows.get(2)?.get(0)).toEqual({ kind: 'text', text })
  })

  test('and no formula is ever written', async () => {
    const bytes = await writeWorkbook([oneSheet([['tiêu đề'], ...texts.map(text => [text])])])
    const { sheets } = await import('hucre/xlsx').then(({ readXlsx }) =>
      readXlsx(bytes, { readStyles: true }),
    )
    const below = [...(sheets[0]?.cells ?? [])].filter(([at]) => !at.startsWith('0,'))
    const cells = below.map(([, cell]) => cell)
    expect(cells.filter(cell => cell.formula !== undefined)).toEqual([])
    // "@": Excel does not turn it into a formula when it is edited, either.
    expect(cells.every(cell => cell.style?.numFmt === '@')).toBe(true)
  })
})

test('letters in two parts are read as one', async () => {
  const bytes = new Uint8Array(
    await writeXlsx({ sheets: [{ name: 'a', rows: [['Tỷ lệ'.normalize('NFD')]] }] }),
  )
  const read = await readWorkbook(bytes, 'tep.xlsx')
  expect(read.ok && read.value[0]?.rows.get(1)?.get(0)).toEqual({ kind: 'text', text: 'Tỷ lệ' })
})

test('a header that stays in sight, lists to choose from, a sheet nobody sees', async () => {
  const words = { sheet: 'Danh mục', column: 'A', from: 2, to: 3 }
  const bytes = await writeWorkbook([
    {
      ...oneSheet([['Cách tính', 'b']]),
      frozenColumns: 1,
      spareRows: 3,
      choices: [{ column: 0, firstRow: 2, lastRow: 4, words }],
    },
    { ...oneSheet([['Từ'], ['có'], ['không']], 1), name: 'Danh mục', isHidden: true },
  ])
  const { readXlsx } = await import('hucre/xlsx')
  const [shown, hidden] = (await readXlsx(bytes, { readStyles: true })).sheets
  expect(shown?.freezePane).toEqual({ rows: 1, columns: 1 })
  expect(shown?.dataValidations).toMatchObject([
    { type: 'list', range: 'A2:A4', formula1: "'Danh mục'!$A$2:$A$3" },
  ])
  expect(shown?.cells?.get('0,0')?.style?.font?.bold).toBe(true)
  expect(hidden?.hidden).toBe(true)
})

describe('files that are not opened', () => {
  /** A sound workbook with other bytes where its directory says how large an entry is. */
  async function withSize(bytesOf: (view: DataView, at: number) => void): Promise<Uint8Array> {
    const bytes = await writeWorkbook([oneSheet([['a'], ['b'.repeat(500)]])])
    const view = new DataView(bytes.buffer)
    for (let at = 0; at < bytes.length - 46; at++)
      if (view.getUint32(at, true) === 0x02014b50) {
        const nameLength = view.getUint16(at + 28, true)
        const name = new TextDecoder().decode(bytes.subarray(at + 46, at + 46 + nameLength))
        if (name.endsWith('sheet1.xml')) bytesOf(view, at)
      }
    return bytes
  }

  test('the same bytes without a change are read', async () => {
    expect(await codeOf(await withSize(() => undefined))).toBe('read')
  })

  test('an entry that claims 60 MB', async () => {
    const bytes = await withSize((view, at) => view.setUint32(at + 24, 60_000_000, true))
    expect(readZipDirectory(bytes)?.unpackedBytes).toBeGreaterThan(60_000_000)
    expect(await codeOf(bytes)).toBe('too-large-unpacked')
  })

  test('an entry that hides its size', async () => {
    const bytes = await withSize((view, at) => view.setUint32(at + 24, 0, true))
    expect(await codeOf(bytes)).toBe('too-large-unpacked')
  })

  test('an entry that is larger than it claims', async () => {
    const bytes = await withSize((view, at) => view.setUint32(at + 24, 10, true))
    expect(await codeOf(bytes)).toBe('broken-xlsx')
  })

  test('a file that is too large', async () => {
    expect(await codeOf(new Uint8Array(5_000_001))).toBe('too-large')
  })

  test('a file that is cut off', async () => {
    const bytes = await writeWorkbook([oneSheet([['a']])])
    expect(await codeOf(bytes.subarray(0, bytes.length - 30))).toBe('not-xlsx')
  })

  test('text with another ending', async () => {
    expect(await codeOf(new TextEncoder().encode('STT;Tên tiêu chí\n1;Thử'))).toBe('not-xlsx')
  })

  test('another kind of package', async () => {
    const bytes = await writeWorkbook([oneSheet([['a']])])
    // As if every part lay in word/.
    for (let at = 0; at < bytes.length - 3; at++)
      if (bytes[at] === 0x78 && bytes[at + 1] === 0x6c && bytes[at + 2] === 0x2f) bytes[at] = 0x77
    expect(await codeOf(bytes)).toBe('not-xlsx')
  })

  test('old Excel', async () => {
    const bytes = new Uint8Array(2048)
    bytes.set([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1])
    expect(await codeOf(bytes)).toBe('old-xls')
  })

  test('a password', async () => {
    const sheets = [{ name: 'a', rows: [['b']] }]
    const bytes = await writeXlsx({ sheets, encryption: { password: 'thử', spinCount: 10 } })
    expect(await codeOf(new Uint8Array(bytes))).toBe('password')
  })

  test('more sheets than anybody needs', async () => {
    const sheets = Array.from({ length: mostSheets + 1 }, (_, index) => ({
      name: `t${index}`,
      rows: [['a']],
    }))
    expect(await codeOf(new Uint8Array(await writeXlsx({ sheets })))).toBe('too-many-sheets')
  })

  test('nothing at all', async () => {
    expect(await codeOf(new Uint8Array())).toBe('not-xlsx')
  })
})

test.each([
  [0.1, '0.1'],
  [0.1 + 0.2, '0.3'],
  [1.005, '1.005'],
  [-2.5, '-2.5'],
  [1e-7, '0.0000001'],
  [1e21, '1000000000000000000000'],
  [123456789012345, '123456789012345'],
  [0, '0'],
  [-0, '0'],
  [Number.NaN, null],
  [Number.POSITIVE_INFINITY, null],
  [1e300, null],
])('the number %s is the decimal %s', (value, decimal) => {
  expect(decimalOfNumber(value)).toBe(decimal)
})

test('rows that are printed on each page name their sheet in quotes, or Excel would offer a repair', async () => {
  const bytes = await writeStyledWorkbook({
    title: 'Biểu',
    sheets: [
      {
        name: "Biểu 'tự' chấm",
        columns: [{ width: 10 }],
        rows: [[{ content: { kind: 'text', text: 'STT' } }]],
        page: { orientation: 'landscape', titleRows: [1, 2] },
      },
    ],
  })
  const book = strFromU8(unzipSync(bytes)['xl/workbook.xml'] ?? new Uint8Array())
  expect(book).toMatch(/_xlnm\.Print_Titles[^>]*>'Biểu (''|&apos;&apos;)tự(''|&apos;&apos;) chấm'!\$1:\$2</)
})
