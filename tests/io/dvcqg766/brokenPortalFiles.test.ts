import { describe, expect, test } from 'vitest'
import { agenciesSchema } from '../../../src/io/directorySchema.ts'
import { importPortalFiles } from '../../../src/io/dvcqg766/importPortalFiles.ts'
import { maxFileBytes } from '../../../src/io/maxFileBytes.ts'
import { reconcileSubmissions } from '../../../src/scoring/reconcileSubmissions.ts'
import { readJson } from '../../data/dataFiles.ts'
import { metricOf, portalFilesOf, rankingOf, shippedDay, unitOf } from './portalFiles.ts'

const directory = agenciesSchema.parse(readJson('agencies.json'))
const shipped = shippedDay(readJson)
const filesOfDay = () => portalFilesOf(shipped.submissions, directory.agencies)

type Files = Record<string, unknown>

/** Imports files by name; a text stands for itself, null for a file too large to read. */
function importFiles(files: Files, day: string | null = '2026-10-10') {
  const sources = Object.entries(files).map(([each, content]) => {
    const name = `${each}.json`
    if (content === null) return { name, unread: 'tooLarge' as const }
    return { name, text: typeof content === 'string' ? content : JSON.stringify(content) }
  })
  const { ruleSet, rankingRuleSet } = shipped
  const made = importPortalFiles(sources, { ruleSet, rankingRuleSet, directory, day })
  const problems = made.files.flatMap(file => file.problems)
  const { agreement } = reconcileSubmissions(ruleSet, made.submissions, '2026-10-17T00:00:00.000Z')
  return { ...made, problems, agreement }
}

/** The one problem there is, as file, place, code and what it says. */
function onlyProblem({ problems }: ReturnType<typeof importFiles>) {
  expect(problems).toHaveLength(1)
  const [problem] = problems
  if (!problem) throw new Error('no problem')
  return { ...problem, said: problem.message.vi }
}

describe('a file that is none of the portal’s costs only itself', () => {
  // Without the file on digitising: 21 − 8 figures a unit, its 7 leaves and the group.
  const withoutOne = { agreeing: 13 * 15, checks: 13 * 15 }

  test.each([
    ['cut off', '{"data": {"overview": {', 'not-json', 'sai ở dòng 1, cột 24'],
    ['a log-in page', '\n<!DOCTYPE html><html><title>Đăng nhập</title>', 'web-page', 'trang web (HTML)'],
    ['too large', null, 'too-large', 'quá lớn'],
    ['of another shape', { data: { items: [] } }, 'unknown-file', 'không nhận ra'],
    ['a list', [1, 2], 'unknown-file', 'không nhận ra'],
    ['an answer without figures', { code: 'UNAUTHORIZED', data: null }, 'portal-refused', '“UNAUTHORIZED”'],
    ['an error', { code: 'E401', message: 'Hết phiên' }, 'portal-refused', '“E401: Hết phiên”'],
    [
      'a list of other indicators',
      { data: { overview: null, evaluation: [{ departmentCode: 'H15.01', metrics: [{ code: 'X' }] }] } },
      'unknown-file',
      'không nhận ra',
    ],
  ])('%s', (_, content, code, said) => {
    const result = importFiles({ ...filesOfDay(), digitized: content })
    expect(onlyProblem(result)).toMatchObject({ file: 'digitized.json', path: '', code, severity: 'error' })
    expect(onlyProblem(result).said).toContain(said)
    expect(result.submissions).toHaveLength(15)
    expect(result.agreement).toMatchObject(withoutOne)
    expect(result.absent).toEqual([{ period: '2026-10-10', kinds: ['digitized'] }])
    const [province] = result.submissions
    expect(province?.values.find(value => value.metricId === 'ORIGINAL_RESULT_AVAILABLE.numerator')).toEqual({
      metricId: 'ORIGINAL_RESULT_AVAILABLE.numerator',
      state: 'missing',
      note: 'Chưa nạp tệp “Số hóa hồ sơ” của Cổng',
    })
    expect(province?.published?.total).toBeNull()
  })

  test('a text just over the limit is not parsed', () => {
    const result = importFiles({ a: ' '.repeat(maxFileBytes + 1) })
    expect(onlyProblem(result).code).toBe('too-large')
  })

  test('no file at all is no problem', () => {
    expect(importFiles({})).toMatchObject({ files: [], submissions: [], tables: [], problems: [] })
  })
})

describe('a figure that is wrong is left out with its place, everything else stays', () => {
  type Change = [string, Record<string, unknown>, string, string]
  const broken: Change[] = [
    ['number as text', { numerator: '79' }, 'number-as-text', 'chữ “79”'],
    ['true', { numerator: true }, 'not-a-number', 'cần một số'],
    ['not whole', { numerator: 78.5 }, 'not-a-count', 'đang là 78,5'],
    ['negative', { numerator: -1 }, 'not-a-count', 'đang là -1'],
    ['too big to be exact', { numerator: 2 ** 53 }, 'too-big', 'quá lớn'],
    ['more than there is', { numerator: 83 }, 'numerator-above-denominator', 'tử số 83 lớn hơn mẫu số 82'],
  ]
  test.each(broken)('%s', (_, change, code, said) => {
    const files = filesOfDay()
    unitOf(files.transparency, 'H15.15', record =>
      Object.assign(metricOf(record, 'PUBLIC_UPDATE_ON_TIME'), change),
    )
    const result = importFiles(files)
    const place = files.transparency.data.evaluation?.findIndex(each => each['departmentCode'] === 'H15.15')
    expect(onlyProblem(result)).toMatchObject({
      file: 'transparency.json',
      path: `data.evaluation[${place}].metrics[1].numerator`,
      code,
      severity: 'error',
    })
    expect(onlyProblem(result).said).toContain(said)
    // The leaf and its group of one unit stay open.
    expect(result.agreement).toEqual({ agreeing: 313, checks: 313, takenAsPublished: 15, notComparable: 2 })
    const unit = result.submissions.find(each => each.agencyId === 'h15-15')
    const figure = unit?.values.find(value => value.metricId === 'PUBLIC_UPDATE_ON_TIME.numerator')
    expect(figure).toMatchObject({ state: 'missing', note: expect.stringContaining('không dùng được') })
  })

  test.each([
    [{ totalScore: '17.72' }, 'number-as-text'],
    [{ totalScore: -0.5 }, 'negative-points'],
    [{ totalScore: Number.POSITIVE_INFINITY }, 'not-finite'],
  ])('published points %j', (change, code) => {
    const files = filesOfDay()
    unitOf(files.progress, 'H15.15', record => Object.assign(record, change))
    const text = JSON.stringify(files.progress).replace('"totalScore":null', '"totalScore":1e400')
    const result = importFiles({ ...files, progress: text })
    expect(onlyProblem(result)).toMatchObject({
      code,
      path: expect.stringMatching(/^data\.children\[\d+\]\.totalScore$/),
    })
    // The group of one unit is not published.
    expect(result.agreement).toMatchObject({ agreeing: 314, checks: 314 })
  })

  test('a metric without a code, and one that comes twice', () => {
    const files = filesOfDay()
    unitOf(files.satisfaction, 'H15.15', record => {
      const metrics = record['metrics'] as unknown[]
      metrics.push({ numerator: 1 }, { ...metricOf(record, 'PETITION_PROCESSING_ON_TIME'), score: 0 })
    })
    const result = importFiles(files)
    expect(result.problems.map(({ path, code }) => [path.replace(/^.*\.metrics/, 'metrics'), code])).toEqual([
      ['metrics[5]', 'invalid-metric'],
      ['metrics[6]', 'duplicate-indicator'],
    ])
    expect(result.agreement).toMatchObject({ agreeing: 315, checks: 315 })
  })
})

describe('units', () => {
  test('without a code are passed over, the others stay', () => {
    const files = filesOfDay()
    unitOf(files.progress, 'H15.15', record => Object.assign(record, { departmentCode: null }))
    const result = importFiles(files)
    expect(onlyProblem(result)).toMatchObject({ code: 'no-unit-code', file: 'progress.json' })
    expect(result.submissions).toHaveLength(15)
    const unit = result.submissions.find(each => each.agencyId === 'h15-15')
    expect(unit?.values.find(value => value.metricId === 'ON_TIME.numerator')).toMatchObject({
      state: 'missing',
      note: 'Tệp “Tiến độ giải quyết” của Cổng không có đơn vị này',
    })
  })

  test('twice in one file: the first counts', () => {
    const files = filesOfDay()
    const list = files.digitized.data.evaluation ?? []
    list.push({ ...list[0], totalScore: 0 })
    const result = importFiles(files)
    expect(onlyProblem(result)).toMatchObject({ path: 'data.evaluation[14]', code: 'duplicate-unit' })
    expect(onlyProblem(result).said).toContain('đã có ở data.evaluation[0]')
    expect(result.agreement).toMatchObject({ agreeing: 315, checks: 315 })
  })

  test('in two files with the same figures: a warning; with others: an error, the first file counts', () => {
    const files = filesOfDay()
    const same = importFiles({ ...files, again: files.payment })
    expect(onlyProblem(same)).toMatchObject({ file: 'again.json', code: 'same-figures', severity: 'warning' })

    const later = filesOfDay().payment
    unitOf(later, 'H15.15', record => Object.assign(record, { totalFeeFormality: 999 }))
    const other = importFiles({ ...files, later })
    expect(other.problems.map(({ file, code, severity }) => [file, code, severity])).toEqual([
      ['later.json', 'other-figures', 'error'],
      ['later.json', 'same-figures', 'warning'],
    ])
    expect(other.problems[0]?.message.vi).toContain('1 đơn vị (H15.15) đã có trong payment.json')
    expect(other.agreement).toMatchObject({ agreeing: 315, checks: 315 })
  })

  test('of two provinces in one list: whose the summary is, nobody knows', () => {
    const files = filesOfDay()
    unitOf(files.transparency, 'H15.15', record => Object.assign(record, { departmentCode: 'H20.15' }))
    const result = importFiles({ transparency: files.transparency })
    expect(onlyProblem(result)).toMatchObject({
      path: 'data.overview',
      code: 'unnamed-summary',
      severity: 'warning',
    })
    expect(result.submissions.map(each => each.agencyId)).not.toContain('tinh-dak-lak')
  })
})

describe('dates', () => {
  const named = (...names: readonly string[]) => {
    const kinds = Object.values(filesOfDay())
    return Object.fromEntries(names.map((name, index) => [name, kinds[index]]))
  }

  test('are taken from the names of the files', () => {
    const result = importFiles(named('cong-khai_2026-10-10', 'tien-do-2026-10-10 (1)'), null)
    expect(result.problems).toEqual([])
    expect(result.files.map(file => file.period)).toEqual(['2026-10-10', '2026-10-10'])
    expect(new Set(result.submissions.map(each => each.id)).size).toBe(15)
  })

  test('of two days make two submissions a unit, the later day first', () => {
    const files = named('a-2026-10-10')
    const result = importFiles({ 'b-2026-09-28': files['a-2026-10-10'], ...files }, null)
    expect(result.submissions.map(each => each.period)).toEqual([
      ...Array(15).fill('2026-10-10'),
      ...Array(15).fill('2026-09-28'),
    ])
  })

  test.each([
    ['no-date', 'cong-khai', null, 'chưa biết số liệu của ngày nào'],
    ['no-date', 'cong-khai-2026-02-30', null, 'chưa biết'],
    ['two-dates', '2026-10-10-2026-09-28', null, 'hai ngày (10/10/2026, 28/09/2026)'],
    ['other-date', 'cong-khai-2026-09-28', '2026-10-10', 'ngày 28/09/2026, khác ngày đã chọn 10/10/2026'],
  ])('%s: %s, chosen %s', (code, name, day, said) => {
    const rest = named('x', 'tien-do-2026-10-10')
    const result = importFiles({ [name]: rest['x'], 'tien-do-2026-10-10': rest['tien-do-2026-10-10'] }, day)
    expect(onlyProblem(result)).toMatchObject({ file: `${name}.json`, path: '', code, severity: 'error' })
    expect(onlyProblem(result).said).toContain(said)
    expect(result.files.map(file => file.kind)).toEqual(['transparency', 'progress'])
    expect(result.submissions).toHaveLength(15) // from the other file
  })

  test('chosen on purpose settle a name with two', () => {
    const result = importFiles(named('2026-10-10-2026-09-28'), '2026-10-10')
    expect([result.problems, result.files[0]?.period]).toEqual([[], '2026-10-10'])
  })
})

describe('what the portal may add or leave out', () => {
  test('fields and indicators nobody knows: the latter are named', () => {
    const files = filesOfDay()
    unitOf(files.digitized, 'H15.15', record => {
      const metrics = record['metrics'] as unknown[]
      metrics.push({ code: 'NEW_ONE', numerator: 1, denominator: 2, score: 1 })
      Object.assign(record, { colour: 'red', children: 'none' })
    })
    const result = importFiles(files)
    expect(onlyProblem(result)).toMatchObject({ code: 'unknown-indicator', severity: 'warning' })
    expect(onlyProblem(result).said).toContain('NEW_ONE')
    expect(result.agreement).toMatchObject({ agreeing: 315, checks: 315 })
  })

  test('points that are noise of binary fractions', () => {
    const files = filesOfDay()
    unitOf(files.progress, 'H15.15', record => Object.assign(record, { totalScore: 19.730000000000004 }))
    expect(importFiles(files).agreement).toMatchObject({ agreeing: 315, checks: 315 })
  })

  test('the denominator of fee procedures: that of 3.5b stands in, marked as inferred', () => {
    const files = filesOfDay()
    unitOf(files.payment, 'H15.157', record => {
      delete record['totalFeeFormality']
    })
    const result = importFiles(files)
    expect([result.problems, result.agreement.agreeing]).toEqual([[], 315])
    const unit = result.submissions.find(each => each.agencyId === 'h15-157')
    expect(unit?.values.find(value => value.metricId === 'PAY_FEE_TTHC.denominator')).toMatchObject({
      state: 'entered',
      value: '38',
      provenance: { certainty: 'inferred', note: expect.stringContaining('suy ra') },
    })
  })

  test('points of leaves that are only watched', () => {
    const files = filesOfDay()
    unitOf(files.satisfaction, 'H15.15', record => {
      metricOf(record, 'PETITION_CLASSIFICATION_STAFF')['score'] = null
    })
    expect(importFiles(files).agreement).toMatchObject({ agreeing: 314, checks: 314 })
  })

  test('the name of the only tree without figures: said, and taken', () => {
    const files = filesOfDay()
    for (const record of [
      files.onlineService.data.parent ?? {},
      ...(files.onlineService.data.children ?? []),
    ]) {
      delete record['onlineServiceTotal']
      delete record['totalMaxScore']
    }
    const result = importFiles(files)
    expect(onlyProblem(result)).toMatchObject({ code: 'guessed-file', severity: 'warning' })
    expect(result.agreement).toMatchObject({ agreeing: 315, checks: 315 })
  })

  test('the envelope, branches of a tree', () => {
    const files = filesOfDay()
    const { parent, children = [] } = files.progress.data
    const [first, ...others] = children
    const nested = { parent, children: [{ ...first, children: others }] }
    const result = importFiles({ ...files, progress: nested })
    expect(result.agreement).toMatchObject({ agreeing: 315, checks: 315 })
    expect(result.problems).toEqual([])
  })

  test('group scores of a province in the ranking', () => {
    const ranking = rankingOf(shipped.ranking, directory.agencies)
    const [first] = ranking.data.evaluation ?? []
    Object.assign(first?.['groupScores'] ?? {}, { MDSH: null, TTTT: '6.37' })
    const result = importFiles({ ranking })
    expect(onlyProblem(result)).toMatchObject({
      path: 'data.evaluation[0].groupScores.TTTT',
      code: 'number-as-text',
    })
    expect(result.tables[0]?.rows[0]?.published?.points.map(entry => entry.nodeId)).toEqual([
      'CKMB',
      'TDGQ',
      'CLGQ',
      'MDHL',
    ])
    expect(result.tables[0]?.rows).toHaveLength(34)
  })
})
