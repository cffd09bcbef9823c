import { read, utils } from '@e965/xlsx'
import { unzipSync } from 'fflate'
import { readXlsx } from 'hucre/xlsx'
import { describe, expect, test } from 'vitest'
import { readForm } from '../../../src/io/formSheet/readForm.ts'
import { readWorkbook } from '../../../src/io/xlsx.ts'
import type { RuleSet } from '../../../src/model/ruleSet.ts'
import { formFileName } from '../../../src/state/assessment/formWorkbook.ts'
import { aCriterion, aGroup, aRuleSet, roundingAt, toPlaces } from '../../scoring/builders.ts'
import { data } from './assessBuilders.ts'
import { assessed, type Filling, recalculated, workbookOf } from './formScenes.ts'

const agency = data.agencies.find(each => each.id === 'mh-phuong-ngan-minh')
if (!agency) throw new Error('the demonstration province is gone')

const sheetName = 'Biểu tự chấm'

/** One leaf of several kinds of fields, a second that shares a figure. */
const small: RuleSet = {
  ...aRuleSet({
    criteria: [
      aGroup('khu', [
        aCriterion({ id: 'ty-le', code: '1.1', maxPoints: '2' }),
        aCriterion({
          id: 'chon',
          code: '1.2',
          maxPoints: '2',
          rule: {
            kind: 'choice',
            metric: 'muc',
            options: [
              { value: '1', label: 'Đạt', points: '2' },
              { value: '0', label: '=Chưa đạt', points: '0' },
            ],
          },
        }),
        aCriterion({
          id: 'lai',
          code: '1.3',
          rule: { kind: 'perUnit', metric: 'all', pointsPerUnit: '0.1' },
        }),
      ]),
    ],
    rounding: roundingAt({ leaf: toPlaces(2) }),
  }),
  pointsPlaces: 2,
}

const bytesOf = (filling: Filling, ruleSet = small) =>
  workbookOf(assessed(ruleSet, agency, '2026-11', filling))

describe('the structure of the workbook', () => {
  test('sheets, locks, marks, lists, checks, page', async () => {
    const book = await readXlsx(await bytesOf({}), { readStyles: true })
    expect(book.sheets.map(({ name, hidden }) => [name, hidden === true])).toEqual([
      [sheetName, false],
      ['Danh mục', true],
      ['Cách tính', true],
      ['Mã biểu', true],
    ])
    const [form, lists] = book.sheets
    expect(form?.protection).toMatchObject({ sheet: true })
    expect(form?.protection?.password).toBeUndefined()
    expect(form?.freezePane).toEqual({ rows: 6, columns: 3 })
    expect(form?.pageSetup).toMatchObject({
      paperSize: 'a4',
      orientation: 'landscape',
      fitToWidth: 1,
      fitToHeight: 0,
      printTitlesRow: '$6:$6',
    })
    expect(form?.rows.slice(6).map(row => row.slice(0, 6))).toEqual([
      ['c:khu', 'KHU', 'Tiêu chí khu', null, null, null],
      ['c:ty-le', '1.1', 'Tiêu chí ty-le', null, null, null],
      ['m:done', null, 'Tử số: Số liệu done', 'hồ sơ', null, null],
      ['m:all', null, 'Mẫu số: Số liệu all', 'hồ sơ', null, null],
      ['c:chon', '1.2', 'Tiêu chí chon', null, null, null],
      ['m:muc', null, 'Số liệu muc', 'hồ sơ', null, null],
      ['c:lai', '1.3', 'Tiêu chí lai', null, null, null],
      ['-', null, 'Số liệu all', 'hồ sơ', null, 'lấy từ dòng trên'],
    ])
    const open = [...(form?.cells ?? [])].filter(([, cell]) => cell.style?.protection?.locked === false)
    // Of a leaf: state and reason, claim and its reason, explanation; of a figure: value, state, reason.
    const places = (row: number, columns: readonly number[]) => columns.map(column => `${row},${column}`)
    expect(open.map(([at]) => at).toSorted()).toEqual(
      [
        ...[7, 10, 12].flatMap(row => places(row, [5, 6, 10, 11, 12])),
        ...[8, 9, 11].flatMap(row => places(row, [4, 5, 6])),
      ].toSorted(),
    )
    expect(
      form?.dataValidations?.map(({ type, range, formula1, formula2 }) => [range, type, formula1, formula2]),
    ).toEqual(
      expect.arrayContaining([
        ['E9', 'whole', '0', '1000000000000000'],
        ['F9', 'list', "'Danh mục'!$A$2:$A$5", undefined],
        ['F8', 'list', "'Danh mục'!$B$2:$B$2", undefined],
        ['K8', 'decimal', '0', '2'],
        ['E12', 'list', "'Danh mục'!$D$2:$D$3", undefined],
      ]),
    )
    for (const check of form?.dataValidations ?? []) {
      expect(check.errorMessage?.length).toBeGreaterThan(5)
      expect(check.inputMessage?.length).toBeLessThanOrEqual(255)
    }
    expect(lists?.rows.map(row => row[3])).toEqual(['muc', 'Đạt', '=Chưa đạt', null, null])
  })

  test('the structure of the workbook is locked without a password, and programs calculate when they open it', async () => {
    const xml = new TextDecoder().decode(unzipSync(await bytesOf({}))['xl/workbook.xml'])
    expect(xml).toContain('lockStructure="1"')
    expect(xml).not.toContain('workbookPassword')
    expect(xml).toContain('fullCalcOnLoad="1"')
  })

  test('formulas stay within what Excel 2010 takes', async () => {
    for (const ruleSet of data.ruleSets) {
      const book = read(await bytesOf({}, ruleSet), { cellFormula: true, sheetStubs: true })
      const formulas = Object.values(book.Sheets).flatMap(sheet =>
        Object.values(sheet).flatMap(cell => (typeof cell?.f === 'string' ? [cell.f] : [])),
      )
      expect(Math.max(...formulas.map(formula => formula.length))).toBeLessThan(8192)
      for (const formula of formulas) {
        // Text of more than 255 signs cannot stand in a formula.
        for (const [, text = ''] of formula.matchAll(/"((?:[^"]|"")*)"/g))
          expect(text.length).toBeLessThan(256)
        for (const [, name = ''] of formula.replace(/"[^"]*"|'[^']*'/g, '').matchAll(/([A-Z]+)\(/g))
          expect(allowed).toContain(name)
      }
    }
  })

  test('results stand beside formulas for programs that do not calculate', async () => {
    const filling: Filling = {
      fields: new Map([
        ['done', { state: 'typed', text: '3' }],
        ['all', { state: 'typed', text: '4' }],
      ]),
    }
    const bytes = await bytesOf(filling)
    const sheet = read(bytes).Sheets[sheetName]
    const open = recalculated(bytes)
    for (const at of ['H4', 'I4', 'J4', 'I7', 'J7', 'I8', 'I11', 'I13'])
      expect([at, sheet?.[at]?.v]).toEqual([at, open.value(sheetName, at)])
    expect(sheet?.['I8']?.v).toBe(1.5)
    expect(sheet?.['I11']?.v).toBe('thiếu')
    // 1,5 + from 0 to 2 + 0,4.
    expect([sheet?.['I4']?.v, sheet?.['J4']?.v]).toEqual([1.9, 3.9])
    open.close()
  })

  test('the name of the file says what it is', () => {
    const draft = assessed(small, agency, '2026-11', {}).draft
    expect(formFileName({ draft })).toBe('tu-cham_bo-thu_2026-11_mh-phuong-ngan-minh.xlsx')
    const hostile = { ...draft, agencyId: '../../etc: *?', ruleSet: { ...draft.ruleSet, id: 'bộ' } }
    expect(formFileName({ draft: hostile })).toMatch(/^[\w.-]+\.xlsx$/)
  })
})

const allowed = [
  ...['IF', 'AND', 'OR', 'NOT', 'TRUE', 'FALSE', 'ABS', 'SIGN', 'INT', 'MIN', 'MAX', 'LEN'],
  ...['ISNUMBER', 'ISERROR', 'NETWORKDAYS', 'COUNTIF', 'CHAR'],
]

describe('hostile texts', () => {
  const texts = [
    '=1+1',
    '+84',
    '-5',
    '@SUM(A1)',
    "=cmd|' /C calc'!A0",
    '_x0041_',
    '<&>"\'',
    '\u202Eđảo',
    'x'.repeat(3000),
  ]

  test.each(texts.map(text => [text.slice(0, 20), text]))('%s stays text and comes back', async (_, text) => {
    const hostile: RuleSet = {
      ...small,
      title: text,
      metrics: small.metrics.map(metric => ({ ...metric, name: text, unit: text, definition: text })),
      criteria: small.criteria.map(each => ({ ...each, name: text, code: text })),
    }
    const note = text.normalize('NFC')
    const filling: Filling = {
      fields: new Map([
        ['done', { state: 'missing', note }],
        ['all', { state: 'typed', text: '3' }],
      ]),
      explanations: new Map([['ty-le', note]]),
      claims: new Map([['lai', { text: '0,5', reason: note }]]),
    }
    const assessment = assessed(hostile, agency, '2026-11', filling)
    const bytes = await workbookOf(assessment)
    const { sheets } = await readXlsx(bytes, { readStyles: true })
    const [form] = sheets
    const written = [...(form?.cells ?? [])].filter(([, cell]) => cell.value === text)
    expect(written.length).toBeGreaterThan(0)
    for (const [, cell] of written) expect(cell.formula).toBeUndefined()
    const book = await readWorkbook(bytes, 'a.xlsx')
    if (!book.ok) throw new Error('not read')
    const back = readForm(book.value, 'a.xlsx', {
      ruleSet: hostile,
      ruleSetMark: assessment.draft.ruleSet,
      agencyId: agency.id,
      period: '2026-11',
      form: assessment.form,
      agencies: [agency],
    })
    expect(back.problems).toEqual([])
    expect(back.entries.map(({ edit }) => edit)).toEqual(
      expect.arrayContaining([
        { kind: 'field', metricId: 'done', entry: { state: 'missing', note } },
        { kind: 'explanation', criterionId: 'ty-le', text: note },
        { kind: 'claim', criterionId: 'lai', claim: { text: '0,5', reason: note } },
      ]),
    )
  })

  test('names of options and bands that hold quotes and long labels of steps do no harm', async () => {
    const ruleSet: RuleSet = {
      ...small,
      bands: [{ id: 'tot', name: `Tốt "A"&B${'ơ'.repeat(300)}`, fromPercent: '0' }],
    }
    const open = recalculated(await bytesOf({}, ruleSet))
    expect(open.value(sheetName, 'K4')).toContain('Tốt "A"&B')
    open.close()
  })

  test('ids that are names of built-in things', async () => {
    const ruleSet: RuleSet = {
      ...aRuleSet({
        criteria: [
          aCriterion({
            id: '__proto__',
            rule: { kind: 'perUnit', metric: 'constructor', pointsPerUnit: '0.1' },
          }),
        ],
      }),
    }
    const filling: Filling = { fields: new Map([['constructor', { state: 'typed', text: '7' }]]) }
    const open = recalculated(await bytesOf(filling, ruleSet))
    expect(open.value(sheetName, 'I4')).toBeCloseTo(0.7, 12)
    open.close()
  })
})

test('the heads of the columns stand in the row that print repeats', async () => {
  const sheet = read(await bytesOf({})).Sheets[sheetName]
  const heads = utils.sheet_to_json<string[]>(sheet ?? {}, { header: 1, range: 'B6:N6' })[0]
  expect(heads?.slice(0, 5)).toEqual(['Mã số', 'Tiêu chí / số liệu', 'Đơn vị tính', 'Giá trị', 'Trạng thái'])
})
