import { readFileSync } from 'node:fs'
import { read as readBook, utils, write as writeBook } from '@e965/xlsx'
import fc from 'fast-check'
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate'
import { describe, expect, test } from 'vitest'
import { splitText } from '../../../src/io/csv.ts'
import { readCsvExport } from '../../../src/io/exports/readTableCsv.ts'
import { readXlsxExport } from '../../../src/io/exports/readTableXlsx.ts'
import type { DisplayedTable } from '../../../src/model/displayedTable.ts'
import type { FileCell, ReadExport } from '../../../src/model/exportOrigin.ts'
import { makeTableFile } from '../../../src/state/exports/makeTableFile.ts'
import { type TableFormat, tableFormats } from '../../../src/state/exports/tableFile.ts'
import {
  column,
  numberCell,
  origin,
  row,
  table,
  tables,
  textCell,
  textsOf,
} from '../../io/exports/exportTables.ts'
import { canCheckOffice, officeFaults } from '../../server/officeFaults.ts'

async function readBack(bytes: Uint8Array, format: TableFormat): Promise<ReadExport> {
  const read =
    format === 'xlsx' ? await readXlsxExport(bytes, 'tep.xlsx') : await readCsvExport(bytes, 'tep.csv')
  if (!read.ok) throw new Error(JSON.stringify(read.problems))
  return read.value
}

async function cellsOf(shown: DisplayedTable, format: TableFormat): Promise<readonly FileCell[]> {
  return (await readBack(await makeTableFile(shown, format, origin), format)).cells
}

const rich = table({
  columns: [
    column('stt', { head: 'STT', align: 'right', width: 4 }),
    column('name', { head: 'Đơn vị', width: 40 }),
    column('one', { head: 'Thẩm định, lần 1', above: 'Thẩm định', align: 'right' }),
    column('two', { head: 'Thẩm định, lần 2', above: 'Thẩm định', align: 'right' }),
    column('share', { head: 'Tỷ lệ', align: 'right' }),
  ],
  rows: [
    row([textCell('Nhóm sở')], { kind: 'heading' }),
    row([
      numberCell('1', 0),
      textCell('Sở "Nội vụ"'),
      numberCell('1234.5', 2, { before: 'suy ra ' }),
      numberCell('-0.38', 2, { isSigned: true }),
      numberCell('75.08', 2, { isPercent: true }),
    ]),
    row(
      [
        textCell(''),
        textCell('Cộng'),
        numberCell('2.5', 1, { isSigned: true }),
        textCell('67,49–73,49'),
        textCell('thiếu'),
      ],
      {
        kind: 'total',
      },
    ),
    row([textCell('4 đơn vị chưa nạp')], { kind: 'gap' }),
  ],
  narrowed: ['Lọc: “sở”'],
  notes: ['suy ra: suy ra từ số đã công bố'],
})

describe('CSV', () => {
  test('has everything that is displayed, and what it is of', async () => {
    const text = new TextDecoder('utf-8', { ignoreBOM: true }).decode(
      await makeTableFile(rich, 'csv-semicolon', origin),
    )
    const lines = text.split('\r\n')
    expect(lines.slice(0, -2)).toEqual([
      '\uFEFF"Sở A dẫn đầu với 98,5 điểm."',
      'Lọc: “sở”',
      '',
      ';;Thẩm định;;',
      'STT;Đơn vị;"Thẩm định, lần 1";"Thẩm định, lần 2";Tỷ lệ',
      'Nhóm sở',
      '1;"Sở ""Nội vụ""";"suy ra 1.234,50";"-0,38";"75,08%"',
      ';Cộng;"+2,5";"67,49–73,49";thiếu',
      '4 đơn vị chưa nạp',
      '',
      'suy ra: suy ra từ số đã công bố',
      'Bộ chỉ số;"Bộ mẫu ""cấp tỉnh""; bản 1,0"',
      'Phạm vi;"38 đơn vị, tháng 10/2026"',
      'Lúc;08:00 ngày 22/11/2026',
    ])
    expect(lines.at(-2)).toMatch(/^parboard1\.[\w-]+$/)
    expect(lines.at(-1)).toBe('')
  })

  test('with commas quotes what holds one', async () => {
    const text = new TextDecoder().decode(await makeTableFile(rich, 'csv-comma', origin))
    expect(text).toContain('\r\n1,"Sở ""Nội vụ""","suy ra 1.234,50","-0,38","75,08%"\r\n')
  })

  test.each([
    ['=1+1', "'=1+1"],
    ['@SUM(A1)', "'@SUM(A1)"],
    ['+84 912', "'+84 912"],
    ['-a', "'-a"],
    ['＝1+1', "'＝1+1"],
    ['+2,5', '+2,5'],
    // A text that is no number of ours stays one.
    ['-1.234,50%', '\u00a0-1.234,50%'],
    ['−1,2', '−1,2'],
    ['a;=1+1', "a;'=1+1"],
    ['a, @x', "a, '@x"],
    ['a;"=1', 'a;"\'=1'],
    ['mục 1; - cmd', "mục 1; '- cmd"],
    ['2020-2025, 5', '2020-2025, 5'],
  ])('%j is written as %j in either dialect', async (text, written) => {
    for (const [format, mark] of [
      ['csv-semicolon', ';'],
      ['csv-comma', ','],
    ] as const) {
      const bytes = await makeTableFile(
        table({ rows: [row([textCell('x'), textCell(text)])] }),
        format,
        origin,
      )
      const { records } = splitText(new TextDecoder().decode(bytes), mark)
      expect(records[3]).toEqual(['x', written])
    }
  })

  test('nothing is a formula for a spreadsheet that splits at another mark', async () => {
    const formula = /^[\s\u00a0]*(?:[=@＝＠]|[+\-＋－](?![\d.,]+\u00a0?%?$))/
    await fc.assert(
      fc.asyncProperty(tables, fc.constantFrom('csv-semicolon', 'csv-comma'), async (shown, format) => {
        const text = new TextDecoder().decode(await makeTableFile(shown, format as TableFormat, origin))
        const own = format === 'csv-comma' ? ',' : ';'
        for (const field of splitText(text, own).records.flat()) expect(field).not.toMatch(formula)
        for (const mark of [';', ',', '\t'] as const)
          for (const field of splitText(text, mark).records.flat())
            expect(field).not.toMatch(/^[\s\u00a0]*(?:[=@＝＠]|[+\-＋－][\s"']*[\p{L}(_])/u)
      }),
      { numRuns: 150 },
    )
  })

  test('is read after Excel has written it again: other quotes, semicolons at the end, no mark', async () => {
    const bytes = await makeTableFile(rich, 'csv-semicolon', origin)
    const before = await readBack(bytes, 'csv-semicolon')
    const { records } = splitText(new TextDecoder().decode(bytes), ';')
    const again = records
      .map(record =>
        Array.from({ length: 5 }, (_, at) => `"${(record[at] ?? '').replaceAll('"', '""')}"`).join(';'),
      )
      .join('\n')
    expect(await readBack(new TextEncoder().encode(again), 'csv-semicolon')).toEqual(before)
  })
})

describe('every format', () => {
  test.each(tableFormats)('%s gives back what was displayed', async format => {
    await fc.assert(
      fc.asyncProperty(tables, async shown => {
        const { cells, origin: found } = await readBack(await makeTableFile(shown, format, origin), format)
        expect(found).toEqual(origin)
        const texts = cells.map(({ text }) => text)
        const expected = shown.rows.length === 0 ? ['Không có dòng nào.'] : textsOf(shown)
        const heads = texts.findIndex((_, at) => expected.every((text, next) => texts[at + next] === text))
        expect({ texts, expected, heads }).toMatchObject({ heads: expect.any(Number) })
        expect(heads).toBeGreaterThanOrEqual(expected.length === 0 ? -1 : 0)
      }),
      { numRuns: format === 'xlsx' ? 120 : 300 },
    )
  })

  test.each(tableFormats)('%s says so where nothing is displayed', async format => {
    const cells = await cellsOf(table({ rows: [] }), format)
    expect(cells.map(({ text }) => text)).toContain('Không có đơn vị nào khớp bộ lọc.')
  })

  test.each(tableFormats)('%s in English marks decimals with a point', async format => {
    const shown = table({ rows: [row([textCell('A'), numberCell('-1234.5', 2, { language: 'en' })])] })
    const bytes = await makeTableFile(shown, format, { ...origin, language: 'en' })
    expect((await readBack(bytes, format)).cells.map(({ text }) => text)).toContain('−1,234.50')
  })
})

describe('one changed cell is found at its place', () => {
  test('in CSV', async () => {
    const bytes = await makeTableFile(rich, 'csv-semicolon', origin)
    const changed = new TextEncoder().encode(new TextDecoder().decode(bytes).replace('75,08%', '85,08%'))
    expect(
      differences(
        (await readBack(bytes, 'csv-semicolon')).cells,
        (await readBack(changed, 'csv-semicolon')).cells,
      ),
    ).toEqual([{ place: 'dòng 7, cột 5', expected: '75,08%', found: '85,08%' }])
  })

  test.each([
    ['0.7508', '0.8508', '85,08%'],
    ['0.7508', '0.750849', '75,0849%'],
    ['1234.5', '1234.75', 'suy ra 1.234,75'],
    ['-0.38', '0.38', '+0,38'],
    ['-0.38', '0', '0,00'],
  ])('in XLSX: %s typed over by %s', async (from, to, found) => {
    const bytes = await makeTableFile(rich, 'xlsx', origin)
    const parts = unzipSync(bytes)
    const path = 'xl/worksheets/sheet1.xml'
    const sheet = strFromU8(parts[path] ?? new Uint8Array())
    expect(sheet).toContain(`<v>${from}</v>`)
    const changed = zipSync({ ...parts, [path]: strToU8(sheet.replace(`<v>${from}</v>`, `<v>${to}</v>`)) })
    const [difference, ...others] = differences(
      (await readBack(bytes, 'xlsx')).cells,
      (await readBack(changed, 'xlsx')).cells,
    )
    expect(others).toEqual([])
    expect(difference).toMatchObject({ found, place: expect.stringMatching(/^trang tính “Bảng”, ô [CDE]7$/) })
  })
})

function differences(expected: readonly FileCell[], found: readonly FileCell[]) {
  const known = new Map(expected.map(({ place, text }) => [place, text]))
  return found
    .filter(({ place, text }) => known.get(place) !== text)
    .map(({ place, text }) => ({ place, expected: known.get(place), found: text }))
}

describe('XLSX', () => {
  test('another library reads the same texts, numbers as numbers', async () => {
    const book = readBook(await makeTableFile(rich, 'xlsx', origin), { cellNF: true, cellText: true })
    expect(book.SheetNames).toEqual(['Bảng', 'Nguồn', '_parboard'])
    expect(book.Workbook?.Sheets?.map(({ Hidden }) => Hidden)).toEqual([0, 0, 2])
    const sheet = book.Sheets['Bảng'] ?? {}
    expect(sheet['C7']).toMatchObject({ t: 'n', v: 1234.5, w: 'suy ra 1,234.50' })
    expect(sheet['D7']).toMatchObject({ t: 'n', v: -0.38, w: '−0.38' })
    expect(sheet['E7']).toMatchObject({ t: 'n', v: 0.7508, w: '75.08%' })
    expect(sheet['C8']).toMatchObject({ t: 'n', v: 2.5, w: '+2.5' })
    expect(sheet['D8']).toMatchObject({ t: 's', v: '67,49–73,49' })
    expect(utils.sheet_to_json(sheet, { header: 1 })[3]).toEqual([
      'STT',
      'Đơn vị',
      'Thẩm định',
      undefined,
      'Tỷ lệ',
    ])
  })

  test('text that looks like a formula is text', async () => {
    const shown = table({ rows: [row([textCell('=1+1'), textCell('+2')])], notes: ['=HYPERLINK("x")'] })
    const book = readBook(await makeTableFile(shown, 'xlsx', origin), { cellFormula: true })
    const cells = Object.values(book.Sheets['Bảng'] ?? {})
    expect(cells.filter(cell => typeof cell === 'object' && 'f' in cell)).toEqual([])
  })

  test('heads stay in sight and are printed on every page', async () => {
    const parts = unzipSync(await makeTableFile(rich, 'xlsx', origin))
    const sheet = strFromU8(parts['xl/worksheets/sheet1.xml'] ?? new Uint8Array())
    expect(sheet).toContain('ySplit="5"')
    expect(sheet).toContain('orientation="landscape"')
    expect(sheet).toContain('&amp;LBảng&amp;RTrang &amp;P/&amp;N')
    expect(strFromU8(parts['xl/workbook.xml'] ?? new Uint8Array())).toContain("'Bảng'!$4:$5")
  })

  test('a column has room for its longest number, which would be "####" without', async () => {
    const long = numberCell('1234567.25', 2, { before: 'suy ra ', after: ' điểm' })
    const shown = table({ rows: [row([textCell('Sở A'), long])] })
    const sheet = strFromU8(
      unzipSync(await makeTableFile(shown, 'xlsx', origin))['xl/worksheets/sheet1.xml'] ?? new Uint8Array(),
    )
    const width = Number(/<col min="2" max="2" width="([\d.]+)"/.exec(sheet)?.[1])
    expect(width).toBeGreaterThan(long.text.length)
  })

  test('is read with its sheets in another order', async () => {
    const bytes = await makeTableFile(rich, 'xlsx', origin)
    const parts = unzipSync(bytes)
    const book = strFromU8(parts['xl/workbook.xml'] ?? new Uint8Array())
    const sheets = [...book.matchAll(/<sheet [^>]*\/>/g)].map(([sheet]) => sheet)
    const turned = book
      .replace(sheets.join(''), sheets.toReversed().join(''))
      .replace(/<definedNames>.*<\/definedNames>/, '')
    const again = zipSync({ ...parts, 'xl/workbook.xml': strToU8(turned) })
    const before = await readBack(bytes, 'xlsx')
    const after = await readBack(again, 'xlsx')
    expect(after.origin).toEqual(before.origin)
    expect(new Set(after.cells)).toEqual(new Set(before.cells))
  })

  test('is read after another program has written it again, shared strings and all', async () => {
    const bytes = await makeTableFile(rich, 'xlsx', origin)
    const book = readBook(bytes, { cellNF: true, cellStyles: true })
    const again = new Uint8Array(writeBook(book, { type: 'array', bookType: 'xlsx', bookSST: true }))
    expect(await readBack(again, 'xlsx')).toEqual(await readBack(bytes, 'xlsx'))
  })

  test.skipIf(!canCheckOffice)('Office finds nothing wrong', { timeout: 60_000 }, async () => {
    const long = "Ban Quản lý các khu kinh tế và các khu công nghiệp Đắk Lắk: “bảng 'A'/[B]”"
    const formats = Array.from({ length: 200 }, (_, at) =>
      row([
        textCell(long),
        numberCell(String(at), at % 5, { before: `"${at}" `, after: ';@#0', isPercent: at % 2 === 0 }),
      ]),
    )
    const shown = table({ name: long, title: long.repeat(8), rows: [...rich.rows.slice(0, 1), ...formats] })
    expect(await officeFaults(await makeTableFile(shown, 'xlsx', origin), 'xlsx')).toEqual([])
    expect(await officeFaults(await makeTableFile(rich, 'xlsx', origin), 'xlsx')).toEqual([])
  })
})

describe('a damaged file is refused or read, never more', () => {
  test.each(tableFormats)('%s', { timeout: 60_000 }, async format => {
    const bytes = await makeTableFile(rich, format, origin)
    const read = format === 'xlsx' ? readXlsxExport : readCsvExport
    await fc.assert(
      fc.asyncProperty(
        fc.nat(bytes.length - 1),
        fc.array(fc.tuple(fc.nat(bytes.length - 1), fc.integer({ min: 0, max: 255 })), { maxLength: 4 }),
        fc.boolean(),
        async (length, changes, isCut) => {
          const damaged = isCut ? bytes.slice(0, length) : bytes.slice()
          for (const [at, byte] of changes) if (at < damaged.length) damaged[at] = byte
          const result = await read(damaged, 'tep')
          if (!result.ok) expect(result.problems[0]?.message.vi).not.toBe('')
        },
      ),
      { numRuns: 200 },
    )
  })

  test('a file of somebody else says where it does not come from', async () => {
    const own = readFileSync(new URL('../../../package.json', import.meta.url))
    const read = await readCsvExport(own, 'package.json')
    expect(read.ok ? [] : read.problems.map(({ code }) => code)).toEqual(['no-origin'])
  })
})
