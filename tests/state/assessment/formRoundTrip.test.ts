import { read, utils, type WorkBook, write } from '@e965/xlsx'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { ImportTarget } from '../../../src/io/figureImport/importTarget.ts'
import { readFigure } from '../../../src/io/figures/readFigure.ts'
import { serialOfDay } from '../../../src/io/formSheet/formCells.ts'
import { stateWords } from '../../../src/io/formSheet/formWords.ts'
import { isForm, readForm } from '../../../src/io/formSheet/readForm.ts'
import { readWorkbook } from '../../../src/io/xlsx.ts'
import type { FieldEntry } from '../../../src/model/draft.ts'
import type { FigureImport } from '../../../src/model/figureImport.ts'
import type { FormField } from '../../../src/model/form.ts'
import type { Assessment } from '../../../src/state/assessment/assessment.ts'
import { data } from './assessBuilders.ts'
import { fillingOf } from './fillings.ts'
import { assessed, type Filling, workbookOf } from './formScenes.ts'

const sheetName = 'Biểu tự chấm'
const ruleSet = data.ruleSets.find(each => each.id === 'mau-tinh-cqs')
const agency = data.agencies.find(each => each.id === 'mh-phuong-ngan-minh')
if (!ruleSet || !agency) throw new Error('the demonstration province is gone')

const scene = (filling: Filling) => assessed(ruleSet, agency, '2026-11', filling)

function targetOf(
  { draft, form, ruleSet: rules }: Assessment,
  parts: Partial<ImportTarget> = {},
): ImportTarget {
  return {
    ruleSet: rules,
    ruleSetMark: draft.ruleSet,
    agencyId: draft.agencyId,
    period: draft.period,
    form,
    agencies: data.agencies,
    ...parts,
  }
}

async function readBack(bytes: Uint8Array, target: ImportTarget): Promise<FigureImport> {
  const book = await readWorkbook(bytes, 'bieu.xlsx')
  if (!book.ok) throw new Error(JSON.stringify(book.problems))
  expect(isForm(book.value)).toBe(true)
  return readForm(book.value, 'bieu.xlsx', target)
}

function opened(bytes: Uint8Array): WorkBook {
  return read(bytes, { cellFormula: true, cellNF: true, cellStyles: true, sheetStubs: true })
}

const saved = (book: WorkBook): Uint8Array => new Uint8Array(write(book, { type: 'array', bookType: 'xlsx' }))

/** The form sheet with the rows of its keys. */
function sheetOf(book: WorkBook) {
  const sheet = book.Sheets[sheetName]
  if (!sheet) throw new Error('no form sheet')
  const rows = new Map<string, number>()
  for (const [at, cell] of Object.entries(sheet))
    if (/^A\d+$/.test(at) && typeof cell?.v === 'string') rows.set(cell.v, Number(at.slice(1)))
  return {
    sheet,
    rowOf: (key: string) => rows.get(key),
    put: (key: string, column: string, value: string | number | undefined, format?: string) => {
      const row = rows.get(key)
      if (row === undefined) throw new Error(`no row ${key}`)
      if (value === undefined) delete sheet[`${column}${row}`]
      else
        sheet[`${column}${row}`] = {
          t: typeof value === 'number' ? 'n' : 's',
          v: value,
          ...(format && { z: format }),
        }
    },
  }
}

/** Types a filling as a clerk would: numbers as numbers, days as days, words from the lists. */
function typeIn(book: WorkBook, { form }: Assessment, filling: Filling): void {
  const { put } = sheetOf(book)
  const fields = fieldsOf(form)
  for (const [id, entry] of filling.fields ?? []) {
    const field = fields.get(id)
    if (!field) continue
    if (entry.state !== 'typed') {
      put(`m:${id}`, 'F', stateWords[entry.state])
      put(`m:${id}`, 'G', entry.note)
      continue
    }
    const value = decimalOf(entry, field)
    const { valueType } = field.metric
    if (valueType === 'date') put(`m:${id}`, 'E', serialOfDay(value ?? ''), 'dd/mm/yyyy')
    else if (valueType === 'flag' || valueType === 'option') put(`m:${id}`, 'E', entry.text)
    else put(`m:${id}`, 'E', Number(value))
  }
  for (const [id, claim] of filling.claims ?? []) {
    put(`c:${id}`, 'K', Number(claim.text.replace(',', '.')))
    put(`c:${id}`, 'L', claim.reason)
  }
  for (const [id, reason] of filling.exempt ?? []) {
    put(`c:${id}`, 'F', stateWords.notApplicable)
    put(`c:${id}`, 'G', reason)
  }
  for (const [id, text] of filling.explanations ?? []) put(`c:${id}`, 'M', text)
}

function fieldsOf({ areas }: Assessment['form']): ReadonlyMap<string, FormField> {
  const fields = areas.flatMap(area => area.items).flatMap(item => item.groups.flatMap(group => group.fields))
  return new Map(fields.toReversed().map(field => [field.metric.id, field]))
}

function decimalOf(entry: FieldEntry, { metric, options = [] }: FormField): string | null {
  if (entry.state !== 'typed') return null
  const reading = readFigure(entry.text, metric, options, entry.meant)
  return reading.kind === 'value' ? reading.value : null
}

/** What a filling says, whatever way its texts are written. */
function meaningOf(filling: Filling, fields: ReadonlyMap<string, FormField>): readonly string[] {
  const claimed = (text: string) => String(Number(text.replace(',', '.')))
  return [
    ...[...(filling.fields ?? [])].map(([id, entry]) => {
      const field = fields.get(id)
      const value = field && decimalOf(entry, field)
      return `${id} ${entry.state} ${entry.state === 'typed' ? value : (entry.note ?? '')}`
    }),
    ...[...(filling.claims ?? [])].map(
      ([id, { text, reason = '' }]) => `${id} claims ${claimed(text)} ${reason}`,
    ),
    ...[...(filling.exempt ?? [])].map(([id, reason]) => `${id} exempt ${reason}`),
    ...[...(filling.explanations ?? [])].map(([id, text]) => `${id} says ${text}`),
  ].toSorted()
}

function fillingIn({ entries }: FigureImport): Filling {
  const fields = new Map<string, FieldEntry>()
  const claims = new Map<string, { text: string; reason?: string | undefined }>()
  const exempt = new Map<string, string>()
  const explanations = new Map<string, string>()
  for (const { edit } of entries) {
    if (edit.kind === 'field' && edit.entry) fields.set(edit.metricId, edit.entry)
    if (edit.kind === 'claim' && edit.claim) claims.set(edit.criterionId, edit.claim)
    if (edit.kind === 'exempt' && edit.reason !== null) exempt.set(edit.criterionId, edit.reason)
    if (edit.kind === 'explanation' && edit.text !== null) explanations.set(edit.criterionId, edit.text)
  }
  return { fields, claims, exempt, explanations }
}

const blank = scene({})
const blankBytes = await workbookOf(blank)
const fields = fieldsOf(blank.form)

test('a form filled in by another library comes back cell for cell, 50 times', async () => {
  await fc.assert(
    fc.asyncProperty(fillingOf(blank.form), async filling => {
      const book = opened(blankBytes)
      typeIn(book, blank, filling)
      const back = await readBack(saved(book), targetOf(blank))
      expect(back.problems).toEqual([])
      expect(meaningOf(fillingIn(back), fields)).toEqual(meaningOf(filling, fields))
    }),
    { numRuns: 50, seed: 77 },
  )
}, 120_000)

test('what stands in a draft goes out and comes back, 20 times', async () => {
  await fc.assert(
    fc.asyncProperty(fillingOf(blank.form), async filling => {
      const back = await readBack(await workbookOf(scene(filling)), targetOf(blank))
      expect(back.problems).toEqual([])
      expect(meaningOf(fillingIn(back), fields)).toEqual(meaningOf(filling, fields))
    }),
    { numRuns: 20, seed: 78 },
  )
}, 120_000)

test('the subject of the form is the draft', async () => {
  const { kind, subject, entries } = await readBack(blankBytes, targetOf(blank))
  expect(kind).toBe('form')
  expect(entries).toEqual([])
  expect(subject).toEqual({
    ruleSetId: 'mau-tinh-cqs',
    ruleSetVersion: ruleSet.version,
    agencyId: 'mh-phuong-ngan-minh',
    agencyText: agency.name,
    period: '2026-11',
  })
})

const someFigure =
  ([...fields.values()].find(({ metric }) => metric.valueType === 'count') ?? null)?.metric.id ?? ''
const one = new Map<string, FieldEntry>([[someFigure, { state: 'typed', text: '1464' }]])

test('a field that was cleared clears; one that never held anything says nothing', async () => {
  const book = opened(await workbookOf(scene({ fields: one })))
  sheetOf(book).put(`m:${someFigure}`, 'E', undefined)
  const { entries, problems } = await readBack(saved(book), targetOf(blank))
  expect(problems).toEqual([])
  expect(entries.map(({ edit }) => edit)).toEqual([{ kind: 'field', metricId: someFigure, entry: null }])
})

test('rows are known by their marks: moved, sorted, renamed, with rows and columns put between', async () => {
  const book = opened(await workbookOf(scene({ fields: one })))
  const rows = utils.sheet_to_json<(string | number | null)[]>(book.Sheets[sheetName] ?? {}, {
    header: 1,
    blankrows: true,
    defval: null,
  })
  const [above, below] = [rows.slice(0, 6), rows.slice(6)]
  const wider = (row: (string | number | null)[]) => [
    row[0] ?? null,
    'cột thêm',
    ...row.slice(1).map(each => each),
  ]
  const moved = [
    ...above.map(wider),
    ['', 'dòng thêm', '', '', ''],
    ...below.toReversed().map(row => wider(row.map((cell, at) => (at === 2 ? `${cell} (đổi tên)` : cell)))),
  ]
  book.Sheets[sheetName] = utils.aoa_to_sheet(moved)
  const { entries, problems } = await readBack(saved(book), targetOf(blank))
  expect(problems).toEqual([])
  expect(entries.map(({ edit }) => edit)).toEqual([
    { kind: 'field', metricId: someFigure, entry: { state: 'typed', text: '1464' } },
  ])
  expect(entries[0]?.place.title).toContain('(đổi tên)')
})

test.each([
  ['text with thousands', '1.464', '1464', []],
  ['text with spaces', ' 1 464 ', '1464', []],
  ['a decimal number in a count', 1.5, null, ['not-whole']],
  ['words', 'khoảng 20', null, ['not-a-number']],
  ['a word for no figure', 'không áp dụng', 'notApplicable', []],
  ['a number of three decimals', 1.464, '1464', ['read-as-thousands']],
  ['a negative number', -3, null, ['negative']],
] as const)('wrong kinds of cells: %s', async (_, value, expected, codes) => {
  const book = opened(blankBytes)
  sheetOf(book).put(`m:${someFigure}`, 'E', value)
  const { entries, problems } = await readBack(saved(book), targetOf(blank))
  expect(problems.map(({ code }) => code)).toEqual(codes)
  const [edit] = entries.map(each => each.edit)
  const entry = edit?.kind === 'field' ? edit.entry : null
  const field = fields.get(someFigure)
  expect(entry && field ? (decimalOf(entry, field) ?? entry.state) : null).toBe(expected)
  for (const { place } of problems) expect(place.cell).toMatch(/^E\d+$/)
})

test('a day that lost its format is still that day', async () => {
  const day = [...fields.values()].find(({ metric }) => metric.valueType === 'date')?.metric.id ?? ''
  const book = opened(blankBytes)
  sheetOf(book).put(`m:${day}`, 'E', serialOfDay('2026-11-05'), 'General')
  const { entries } = await readBack(saved(book), targetOf(blank))
  expect(entries[0]?.edit).toMatchObject({ entry: { state: 'typed', text: '05/11/2026' } })
})

test('a value beside a state is refused, and neither is taken', async () => {
  const book = opened(blankBytes)
  sheetOf(book).put(`m:${someFigure}`, 'E', 5)
  sheetOf(book).put(`m:${someFigure}`, 'F', stateWords.notApplicable)
  const { entries, problems } = await readBack(saved(book), targetOf(blank))
  expect(entries).toEqual([])
  expect(problems.map(({ code, severity }) => [code, severity])).toEqual([['value-and-state', 'error']])
})

test('a row somebody added, and a figure the rule set does not have', async () => {
  const book = opened(blankBytes)
  const { sheet } = sheetOf(book)
  const last = utils.decode_range(sheet['!ref'] ?? '').e.r + 1
  sheet[`C${last + 1}`] = { t: 's', v: 'Số liệu của tôi' }
  sheet[`E${last + 1}`] = { t: 'n', v: 7 }
  sheet[`A${last + 2}`] = { t: 's', v: 'm:__proto__' }
  sheet[`E${last + 2}`] = { t: 'n', v: 8 }
  sheet[`A${last + 3}`] = { t: 's', v: 'c:constructor' }
  sheet[`K${last + 3}`] = { t: 'n', v: 8 }
  sheet['!ref'] = `A1:N${last + 3}`
  const { entries, problems } = await readBack(saved(book), targetOf(blank))
  expect(entries).toEqual([])
  expect(problems.map(({ code }) => code)).toEqual(['unmarked-row', 'unknown-metric', 'unknown-criterion'])
})

test('the hidden sheet taken away: figures are read, and it is said that nobody knows whose they are', async () => {
  const book = opened(await workbookOf(scene({ fields: one })))
  book.SheetNames = book.SheetNames.filter(name => name !== 'Mã biểu')
  delete book.Sheets['Mã biểu']
  const props = book.Workbook?.Sheets ?? []
  if (book.Workbook) book.Workbook.Sheets = props.filter(sheet => sheet.name !== 'Mã biểu')
  const { subject, entries, problems } = await readBack(saved(book), targetOf(blank))
  expect(subject.agencyId).toBeNull()
  expect(entries).toHaveLength(1)
  expect(problems.map(({ code }) => code)).toEqual(['no-registry'])
})

test('the hidden sheet edited, or of a newer kind', async () => {
  const codesFor = async (at: string, value: string) => {
    const book = opened(blankBytes)
    const registry = book.Sheets['Mã biểu']
    if (registry) registry[at] = { t: 's', v: value }
    return (await readBack(saved(book), targetOf(blank))).problems.map(({ code }) => code)
  }
  expect(await codesFor('B7', '2026-12')).toEqual(['registry-edited'])
  expect(await codesFor('B1', '9')).toEqual(['other-form-version'])
})

test('a rule set that says something else under the same version', async () => {
  const target = targetOf(blank, { ruleSetMark: { ...blank.draft.ruleSet, sha256: 'f'.repeat(64) } })
  const { problems } = await readBack(blankBytes, target)
  expect(problems.map(({ code }) => code)).toEqual(['other-hash'])
})

test('the form sheet taken away', async () => {
  const book = opened(blankBytes)
  book.Sheets[sheetName] = utils.aoa_to_sheet([['trống']])
  const { entries, problems } = await readBack(saved(book), targetOf(blank))
  expect(entries).toEqual([])
  expect(problems.map(({ code }) => code)).toEqual(['no-form-sheet'])
})
