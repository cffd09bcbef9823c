import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { readFigure } from '../../../src/io/figures/readFigure.ts'
import { serialOfDay } from '../../../src/io/formSheet/formCells.ts'
import { stateWords } from '../../../src/io/formSheet/formWords.ts'
import type { RuleSet } from '../../../src/model/ruleSet.ts'
import { type Submission, submissionsOf } from '../../../src/model/submission.ts'
import type { Assessment } from '../../../src/state/assessment/assessment.ts'
import { loadData } from '../../data/dataFiles.ts'
import { openPlaces, writtenCell, writtenExact } from '../../scoring/sheetFormulas/compareWithEngine.ts'
import { fillingOf } from './fillings.ts'
import { assessed, type Filling, recalculated, workbookOf } from './formScenes.ts'

const data = loadData()
const sheetName = 'Biểu tự chấm'

const scenes = [
  ['mau-tinh-cqs', 'mh-phuong-ngan-minh', '2026-11'],
  ['mau-tinh-cqs', 'mh-so-xay-dung', '2026-11'],
  ['mau-tinh-cqs-2025', 'mh-phuong-ngan-minh', '2025-11'],
  ['mau-tinh-cqs-2025', 'mh-phuong-ngan-minh', '2026-01'],
  ['qd766-2022', 'h15-157', '2026-11'],
  ['qd766-2022', 'tinh-dak-lak', '2026'],
  ['qd766-nhom-2022', 'tinh-dak-lak', '2026'],
  ['par-index-2022', 'tinh-tra-vinh', '2023'],
  ['papi-8', 'tinh-dak-lak', '2026'],
] as const

function found<Item extends { readonly id: string }>(list: readonly Item[], id: string): Item {
  const item = list.find(each => each.id === id)
  if (!item) throw new Error(`no ${id}`)
  return item
}

/** The latest submission of an agency: the period before the one being filled in. */
function latest(ruleSetId: string, agencyId: string): Submission | null {
  const own = [...data.submissions, ...data.tables.flatMap(submissionsOf)].filter(
    each => each.ruleSetId === ruleSetId && each.agencyId === agencyId,
  )
  return own.toSorted((one, other) => (one.period < other.period ? -1 : 1)).at(-1) ?? null
}

type Open = ReturnType<typeof recalculated>

/** Types a filling into the cells of a blank form. */
function fillIn({ engine, book }: Open, { form }: Assessment, filling: Filling): void {
  const sheet = engine.getSheetId(sheetName) ?? 0
  const rows = keyRows(book)
  const fields = new Map(
    form.areas
      .flatMap(area => area.items)
      .flatMap(item => item.groups.flatMap(group => group.fields))
      .toReversed()
      .map(field => [field.metric.id, field]),
  )
  engine.batch(() => {
    const put = (key: string, col: number, value: string | number | null) => {
      const row = rows.get(key)
      if (row !== undefined) engine.setCellContents({ sheet, row, col }, [[value]])
    }
    for (const [id, { metric, options = [] }] of fields) {
      const entry = filling.fields?.get(id)
      const read = entry?.state === 'typed' ? readFigure(entry.text, metric, options) : null
      const value = read?.kind === 'value' ? read.value : null
      const cell =
        value === null
          ? null
          : metric.valueType === 'date'
            ? serialOfDay(value)
            : metric.valueType === 'flag'
              ? value === '1'
                ? 'Có'
                : 'Không'
              : metric.valueType === 'option'
                ? (options.find(option => option.value === value)?.label ?? null)
                : Number(value)
      put(`m:${id}`, 4, cell)
      put(`m:${id}`, 5, entry && entry.state !== 'typed' ? stateWords[entry.state] : null)
    }
    for (const item of form.areas.flatMap(area => area.items)) {
      const claim = filling.claims?.get(item.nodeId)
      if (item.canClaim) put(`c:${item.nodeId}`, 10, claim ? Number(claim.text.replace(',', '.')) : null)
      if (item.notForLevel === null && !item.pool && item.effect === 'criterion')
        put(`c:${item.nodeId}`, 5, filling.exempt?.has(item.nodeId) ? stateWords.notApplicable : null)
    }
  })
}

function keyRows(book: Open['book']): ReadonlyMap<string, number> {
  const rows = new Map<string, number>()
  for (const [at, cell] of Object.entries(book.Sheets[sheetName] ?? {}))
    if (/^A\d+$/.test(at) && typeof cell?.v === 'string' && cell.v !== '-')
      rows.set(cell.v, Number(at.slice(1)) - 1)
  return rows
}

/** Points of every criterion and of the whole, as the engine has them and as the sheet shows them. */
function pointsOf(open: Open, { sheet, form }: Assessment, { rounding }: RuleSet) {
  const rows = keyRows(open.book)
  const cell = (id: string, column: string) =>
    open.value(sheetName, `${column}${id === 'total' ? 4 : (rows.get(`c:${id}`) ?? -1) + 1}`)
  const items = new Map(form.areas.flatMap(area => area.items).map(item => [item.nodeId, item]))
  const expected: string[] = []
  const said: string[] = []
  const ends = (id: string, from: string, to: string, places: number) => {
    const upTo = cell(id, 'J')
    expected.push(`${id}: ${writtenExact(from, places)} … ${writtenExact(to, places)}`)
    const low = writtenCell(cell(id, 'I'), places)
    said.push(`${id}: ${low} … ${upTo === '' ? low : writtenCell(upTo, places)}`)
  }
  for (const { criterionId, isLeaf, outcome, points, maxPoints, explanation, ruleKind } of sheet.nodes) {
    if (isLeaf) {
      const shown = cell(criterionId, 'I')
      const places = explanation?.leafRounding?.places ?? openPlaces
      const watched = ruleKind === 'monitor'
      if (outcome?.kind === 'scored' && !watched) {
        expected.push(`${criterionId}: ${writtenExact(outcome.points, places)}`)
        said.push(`${criterionId}: ${writtenCell(shown, places)}`)
      } else {
        const isExempt = outcome?.kind === 'notApplicable'
        expected.push(`${criterionId}: ${isExempt ? 'không áp dụng' : 'in words'}`)
        const inWords = typeof shown === 'string' && /^(thiếu|chờ|chỉ theo dõi)/.test(shown)
        said.push(`${criterionId}: ${!isExempt && inWords ? 'in words' : String(shown)}`)
      }
      if (!items.has(criterionId)) throw new Error(`no item ${criterionId}`)
      continue
    }
    if (points?.kind === 'known')
      ends(criterionId, points.from, points.to, rounding.group?.places ?? openPlaces)
    if (maxPoints !== null) {
      expected.push(`${criterionId} of ${writtenExact(maxPoints, openPlaces)}`)
      said.push(`${criterionId} of ${writtenCell(cell(criterionId, 'H'), openPlaces)}`)
    }
  }
  const { total } = sheet
  if (total.points.kind === 'known')
    ends('total', total.points.from, total.points.to, rounding.total?.places ?? openPlaces)
  expected.push(`of ${writtenExact(total.maxPoints, openPlaces)}`)
  said.push(`of ${writtenCell(cell('total', 'H'), openPlaces)}`)
  return { expected, said }
}

describe('the formulas of the workbook give the points of the engine', () => {
  test.each(scenes)(
    '%s, %s, %s: 24 random fillings',
    async (ruleSetId, agencyId, period) => {
      const ruleSet = found(data.ruleSets, ruleSetId)
      const agency = found(data.agencies, agencyId)
      const previous = latest(ruleSetId, agencyId)
      const blank = assessed(ruleSet, agency, period, {}, previous)
      const open = recalculated(await workbookOf(blank))
      fc.assert(
        fc.property(fillingOf(blank.form), filling => {
          const assessment = assessed(ruleSet, agency, period, filling, previous)
          fillIn(open, assessment, filling)
          const { expected, said } = pointsOf(open, assessment, ruleSet)
          expect(said).toEqual(expected)
        }),
        { numRuns: 24, seed: 311 },
      )
      open.close()
    },
    120_000,
  )
})
