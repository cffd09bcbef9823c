import { read as readBook } from '@e965/xlsx'
import { strFromU8, unzipSync } from 'fflate'
import { describe, expect, test } from 'vitest'
import { readXlsxExport } from '../../../src/io/exports/readTableXlsx.ts'
import { atStage, stagesOf } from '../../../src/model/stages.ts'
import { type Submission, submissionsOf } from '../../../src/model/submission.ts'
import { scoreCohort } from '../../../src/scoring/scoreCohort.ts'
import type { ScoreWorkbookParts } from '../../../src/state/exports/exportJob.ts'
import { makeScoreWorkbook } from '../../../src/state/exports/makeScoreWorkbook.ts'
import { loadData } from '../../data/dataFiles.ts'
import { origin as tableOrigin } from '../../io/exports/exportTables.ts'
import { writtenCell, writtenExact } from '../../scoring/sheetFormulas/compareWithEngine.ts'
import { canCheckOffice, officeFaults } from '../../server/officeFaults.ts'
import { recalculated } from '../assessment/formScenes.ts'

const data = loadData()
const all = [...data.submissions, ...data.tables.flatMap(submissionsOf)]
const origin = { ...tableOrigin, kind: 'workbook' as const, offer: 'bang-tinh-diem' }
/** First row below the heads, from 1. */
const firstRow = 7

function partsFor(submission: Submission, more: Partial<ScoreWorkbookParts> = {}): ScoreWorkbookParts {
  const ruleSet = data.ruleSets.find(
    ({ id, version }) => id === submission.ruleSetId && version === submission.ruleSetVersion,
  )
  if (!ruleSet) throw new Error(`no rule set of ${submission.id}`)
  const cohort = all.filter(
    each =>
      each.ruleSetId === submission.ruleSetId &&
      each.period === submission.period &&
      each.agencyId !== submission.agencyId,
  )
  const before =
    all
      .filter(
        each =>
          each.agencyId === submission.agencyId &&
          each.ruleSetId === submission.ruleSetId &&
          each.period < submission.period,
      )
      .toSorted((one, other) => (one.period < other.period ? 1 : -1))[0] ?? null
  const [sheet] = scoreCohort(ruleSet, [submission, ...cohort.slice(0, 12)], '2026-11-22T00:00:00Z', id =>
    id === submission.agencyId ? before : null,
  )
  if (!sheet) throw new Error('nothing was scored')
  return {
    language: 'vi',
    ruleSet,
    submission,
    before,
    sheet,
    agency: data.agencies.find(({ id }) => id === submission.agencyId) ?? null,
    documents: data.documents,
    sentences: new Map([[ruleSet.criteria[0]?.id ?? '', 'Cách chấm thử']]),
    ...more,
  }
}

/** Every cell that holds the difference to the app, by address, and the total as the formulas find it. */
function checksOf(bytes: Uint8Array) {
  const open = recalculated(bytes)
  const checks = new Map<string, unknown>()
  const sheets = open.book.SheetNames.filter(
    (name, index) =>
      open.book.Workbook?.Sheets?.[index]?.Hidden === 0 && name !== 'Nguồn' && name !== 'Sources',
  )
  for (const [index, name] of sheets.entries()) {
    const column = index === 0 ? 'L' : 'K'
    const { height } = open.engine.getSheetDimensions(open.engine.getSheetId(name) ?? 0)
    for (let row = firstRow; row <= height; row++) {
      const value = open.value(name, `${column}${row}`)
      if (value !== null && value !== '') checks.set(`${name}!${column}${row}`, value)
    }
  }
  return { open, checks, sheets }
}

/** Formulas whose stored result, which shows until a program reckons, is not what they come to. */
function unlikeStored({ book, value }: ReturnType<typeof recalculated>, sheets: readonly string[]) {
  return sheets.flatMap(name =>
    Object.entries(book.Sheets[name] ?? {}).flatMap(([at, cell]) => {
      if (typeof cell !== 'object' || cell === null || !('f' in cell)) return []
      const [now, stored] = [value(name, at) ?? '', cell.v ?? '']
      const isSame =
        typeof now === 'number' && typeof stored === 'number' ? Math.abs(now - stored) < 1e-6 : now === stored
      return isSame ? [] : [`${name}!${at}: ${String(stored)}, ${String(now)}`]
    }),
  )
}

const isFine = (value: unknown) => value === 0 || value === 'không tính lại'

/** One submission of every shipped rule set and kind of agency, and every stage it stood at. */
const chosen = [
  ...data.submissions,
  ...data.tables.flatMap(table => {
    const own = submissionsOf(table)
    return [own[0], own[3], own[40], own.at(-1)].filter(each => each !== undefined)
  }),
]
const sample = chosen.filter(
  (submission, index) =>
    data.submissions.includes(submission) || index % 7 === 0 || (submission.decisions ?? []).length > 0,
)
const scenes = sample.flatMap(submission => [
  [submission.id, 'now', submission] as const,
  ...stagesOf(submission)
    .filter(stage => stage !== submission.stage)
    .map(stage => [submission.id, stage, atStage(submission, stage)] as const),
])

describe('the formulas of a file come to what the app says', () => {
  test.each(scenes)('%s, %s', { timeout: 60_000 }, async (_, __, submission) => {
    const parts = partsFor(submission)
    const { open, checks, sheets } = checksOf(await makeScoreWorkbook(parts, origin))
    try {
      expect([...checks].filter(([, value]) => !isFine(value))).toEqual([])
      expect(unlikeStored(open, sheets)).toEqual([])
      // Each node with points is there.
      expect(checks.size).toBeGreaterThan(parts.sheet.nodes.filter(({ isLeaf }) => isLeaf).length)
      const summary = sheets[0] ?? ''
      const { height } = open.engine.getSheetDimensions(open.engine.getSheetId(summary) ?? 0)
      const row = Array.from({ length: height }, (_, at) => at + 1).find(
        at => open.value(summary, `B${at}`) === 'TỔNG ĐIỂM',
      )
      const { points, maxPoints } = parts.sheet.total
      if (points.kind === 'known') {
        const places = parts.ruleSet.rounding.total?.places ?? 9
        const upTo = open.value(summary, `E${row}`)
        const low = open.value(summary, `D${row}`)
        expect([writtenCell(low, places), writtenCell(upTo === '' ? low : upTo, places)]).toEqual([
          writtenExact(points.from, places),
          writtenExact(points.to, places),
        ])
      }
      expect(writtenCell(open.value(summary, `C${row}`), 6)).toBe(writtenExact(maxPoints, 6))
    } finally {
      open.close()
    }
  })
})

describe('what a sheet does not reckon stands as a constant and says why', () => {
  const submission = latest('mau-tinh-cqs', 'mh-so-xay-dung')
  const leaves = partsFor(submission).sheet.nodes.filter(({ isLeaf }) => isLeaf)
  const [first, second, third] = leaves.map(({ criterionId }) => criterionId)
  const decided: Submission = {
    ...submission,
    stage: 'secondReview',
    decisions: [
      { criterionId: first ?? '', stage: 'firstReview', points: '1.25' },
      { criterionId: first ?? '', stage: 'secondReview', points: '0.5', reason: 'thiếu minh chứng' },
      { criterionId: second ?? '', stage: 'firstReview', points: '2' },
    ],
    notApplicable: [{ criterionId: third ?? '', reason: 'không có chức năng' }],
    values: submission.values.map((value, index) =>
      index % 5 === 4 ? { metricId: value.metricId, state: 'missing' as const } : value,
    ),
  }

  test.each(['selfAssessment', 'firstReview', 'secondReview'] as const)(
    'at %s everything else comes to what the app says',
    { timeout: 60_000 },
    async stage => {
      const parts = partsFor(atStage({ ...decided, stage: 'secondReview' }, stage))
      expect(parts.sheet.total.missingLeaves).toBeGreaterThan(0)
      const { open, checks } = checksOf(await makeScoreWorkbook(parts, origin))
      expect([...checks].filter(([, value]) => !isFine(value))).toEqual([])
      open.close()
    },
  )

  test('the stage and the reason are named, and missing is a word', async () => {
    const read = await readXlsxExport(await makeScoreWorkbook(partsFor(decided), origin), 'tep.xlsx')
    const texts = read.ok ? read.value.cells.map(({ text }) => text) : []
    const said = texts.filter(text => text.includes('ghi là hằng số'))
    expect(said).toHaveLength(2)
    expect(said[0]).toMatch(/thẩm định lần 2.*thiếu minh chứng/)
    expect(said[1]).toMatch(/thẩm định lần 1/)
    expect(texts).toContain('Không áp dụng cho đơn vị: không có chức năng.')
    expect(texts).toContain('thiếu')
  })

  test('a changed constant changes the total', async () => {
    const { open, sheets } = checksOf(await makeScoreWorkbook(partsFor(decided), origin))
    const [summary = '', area = ''] = sheets
    const column = Array.from({ length: 40 }, (_, at) => at + 1)
    const row = column.find(at => open.value(area, `K${at}`) === 'không tính lại') ?? 0
    const total = column.find(at => open.value(summary, `B${at}`) === 'TỔNG ĐIỂM') ?? 0
    const before = Number(open.value(summary, `D${total}`))
    open.engine.setCellContents({ sheet: open.engine.getSheetId(area) ?? 0, row: row - 1, col: 6 }, 1.5)
    expect(Number(open.value(summary, `D${total}`))).toBeCloseTo(before + 1, 9)
    expect(open.value(summary, `L${total}`)).not.toBe(0)
    open.close()
  })
})

function latest(ruleSetId: string, agencyId: string): Submission {
  const own = all.filter(each => each.ruleSetId === ruleSetId && each.agencyId === agencyId)
  const found = own.toSorted((one, other) => (one.period < other.period ? 1 : -1))[0]
  if (!found) throw new Error(`nothing of ${agencyId}`)
  return found
}

test.each([
  ['mau-tinh-cqs', 'mh-so-xay-dung'],
  ['mau-tinh-cqs-2025', 'mh-phuong-ngan-minh'],
  ['qd766-2022', 'h15-157'],
])('a changed figure of %s shows as a difference', { timeout: 60_000 }, async (ruleSetId, agencyId) => {
  const { open, checks, sheets } = checksOf(
    await makeScoreWorkbook(partsFor(latest(ruleSetId, agencyId)), origin),
  )
  try {
    expect([...checks.values()].every(isFine)).toBe(true)
    const places = sheets.slice(1).flatMap(name => {
      const { height } = open.engine.getSheetDimensions(open.engine.getSheetId(name) ?? 0)
      return Array.from({ length: height }, (_, at) => ({ name, row: at + 1 })).filter(
        ({ row }) => row >= firstRow && typeof open.value(name, `D${row}`) === 'number',
      )
    })
    let changed = 0
    for (const { name, row } of places) {
      const sheet = open.engine.getSheetId(name) ?? 0
      const address = { sheet, row: row - 1, col: 3 }
      if (open.engine.getCellFormula(address) !== undefined) continue
      const was = open.engine.getCellValue(address)
      open.engine.setCellContents(address, Number(was) === 0 ? 1 : 0)
      const unlike = [...checks.keys()].filter(key => {
        const [own = '', at = ''] = key.split('!')
        return !isFine(open.value(own, at))
      })
      if (unlike.length > 0) changed++
      open.engine.setCellContents(address, Number(was))
    }
    expect(changed).toBeGreaterThan(2)
  } finally {
    open.close()
  }
})

describe('the file', () => {
  const parts = partsFor(latest('mau-tinh-cqs', 'mh-so-xay-dung'))

  test('has a sheet for every area between summary and sources, and hides the rest', async () => {
    const book = readBook(await makeScoreWorkbook(parts, origin))
    const state = book.Workbook?.Sheets?.map(({ Hidden }) => Hidden) ?? []
    expect(book.SheetNames[0]).toBe('Tổng hợp')
    expect(book.SheetNames.slice(-4)).toEqual(['Nguồn', 'Danh mục', 'Cách tính', '_parboard'])
    expect(book.SheetNames.length).toBeGreaterThanOrEqual(parts.ruleSet.criteria.length + 5)
    expect(state.slice(-3)).toEqual([1, 1, 2])
  })

  test('shows before it is reckoned what the app says', async () => {
    const read = await readXlsxExport(await makeScoreWorkbook(parts, origin), 'tep.xlsx')
    if (!read.ok) throw new Error(JSON.stringify(read.problems))
    expect(read.value.origin).toEqual(origin)
    const texts = read.value.cells.map(({ text }) => text)
    expect(texts).toContain('0 khớp (công thức)')
    expect(texts.filter(text => /lệch( \(công thức\))?$/.test(text) && !/^Chênh/.test(text))).toEqual([])
    // Hidden workings may come to an empty text; what is seen has a result everywhere.
    const seen = read.value.cells.filter(({ sheet }) => sheet !== 'Cách tính' && sheet !== 'Danh mục')
    expect(seen.some(({ text }) => text.includes('=…'))).toBe(false)
  })

  test('keeps its heads in sight and on every page', async () => {
    const files = unzipSync(await makeScoreWorkbook(parts, origin))
    for (const sheet of [1, 2, 3])
      expect(strFromU8(files[`xl/worksheets/sheet${sheet}.xml`] ?? new Uint8Array())).toContain('ySplit="6"')
    expect(strFromU8(files['xl/workbook.xml'] ?? new Uint8Array())).toContain("'Tổng hợp'!$6:$6")
  })

  test('in English says the same', { timeout: 60_000 }, async () => {
    const { open, checks } = checksOf(
      await makeScoreWorkbook({ ...parts, language: 'en' }, { ...origin, language: 'en' }),
    )
    expect([...new Set(checks.values())].filter(value => value !== 0 && value !== 'not reckoned')).toEqual([])
    open.close()
  })

  test.skipIf(!canCheckOffice)('is whole for Office', { timeout: 120_000 }, async () => {
    for (const [ruleSetId, agencyId] of [
      ['mau-tinh-cqs', 'mh-so-xay-dung'],
      ['par-index-2022', 'tinh-tra-vinh'],
      ['papi-8', 'tinh-tra-vinh'],
      ['qd766-nhom-2022', 'tinh-dak-lak'],
    ] as const)
      expect(
        await officeFaults(await makeScoreWorkbook(partsFor(latest(ruleSetId, agencyId)), origin), 'xlsx'),
      ).toEqual([])
  })
})
