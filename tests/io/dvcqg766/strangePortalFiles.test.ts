import { describe, expect, test } from 'vitest'
import { agenciesSchema } from '../../../src/io/directorySchema.ts'
import { importPortalFiles } from '../../../src/io/dvcqg766/importPortalFiles.ts'
import type { PortalSource } from '../../../src/io/dvcqg766/readPortalFile.ts'
import type { Submission } from '../../../src/model/submission.ts'
import { scoreSubmission } from '../../../src/scoring/scoreSubmission.ts'
import { readJson } from '../../data/dataFiles.ts'
import { metricOf, portalFilesOf, rankingOf, shippedDay, unitOf } from './portalFiles.ts'

const directory = agenciesSchema.parse(readJson('agencies.json'))
const shipped = shippedDay(readJson)
const { ruleSet, rankingRuleSet } = shipped
const filesOfDay = () => portalFilesOf(shipped.submissions, directory.agencies)

const sourceOf = (name: string, content: unknown): PortalSource => ({
  name: `${name}.json`,
  text: typeof content === 'string' ? content : JSON.stringify(content),
})
const importSources = (sources: readonly PortalSource[]) => {
  const made = importPortalFiles(sources, { ruleSet, rankingRuleSet, directory, day: '2026-10-10' })
  return { ...made, problems: made.files.flatMap(file => file.problems) }
}
const importFiles = (files: Record<string, unknown>) =>
  importSources(Object.entries(files).map(([name, content]) => sourceOf(name, content)))

function unitIn({ submissions }: { readonly submissions: readonly Submission[] }, agencyId: string) {
  const unit = submissions.find(each => each.agencyId === agencyId)
  if (!unit) throw new Error(`no ${agencyId}`)
  const figure = (metricId: string) => unit.values.find(value => value.metricId === metricId)
  const sheet = scoreSubmission(ruleSet, unit, '2026-10-17T00:00:00.000Z')
  const points = sheet.nodes.find(node => node.criterionId === 'ELECTRONIC_CERTIFIED_COPY')?.points
  return { figure: figure('ELECTRONIC_CERTIFIED_COPY.numerator'), points }
}

describe('4.x is full only where the portal itself returned no figure', () => {
  const full = { kind: 'known', from: '2', to: '2' }
  const open = { kind: 'known', from: '0', to: '2' }

  test('the file was not loaded: open', () => {
    const { progress } = filesOfDay()
    expect(unitIn(importFiles({ progress }), 'h15-15')).toEqual({
      figure: expect.objectContaining({ state: 'missing', note: expect.stringContaining('Chưa nạp tệp') }),
      points: open,
    })
  })

  test('the file was loaded and gives none: full', () => {
    const { digitized } = filesOfDay()
    expect(unitIn(importFiles({ digitized }), 'h15-15')).toEqual({
      figure: {
        metricId: 'ELECTRONIC_CERTIFIED_COPY.numerator',
        state: 'withheld',
        note: 'Cổng không công bố',
      },
      points: full,
    })
  })

  test('the file gives the unit without this indicator: full', () => {
    const { digitized } = filesOfDay()
    unitOf(digitized, 'H15.15', record => {
      const metrics = record['metrics'] as unknown[]
      record['metrics'] = metrics.filter(each => each !== metricOf(record, 'ELECTRONIC_CERTIFIED_COPY'))
    })
    expect(unitIn(importFiles({ digitized }), 'h15-15')).toMatchObject({
      figure: { state: 'withheld' },
      points: full,
    })
  })

  test('the indicator may be the one that cannot be read: open', () => {
    const { digitized } = filesOfDay()
    unitOf(digitized, 'H15.15', record => {
      metricOf(record, 'ELECTRONIC_CERTIFIED_COPY')['code'] = 4
    })
    expect(unitIn(importFiles({ digitized }), 'h15-15')).toMatchObject({
      figure: { state: 'missing', note: expect.stringContaining('ghi sai') },
      points: open,
    })
  })

  test('the file has no such unit, or a wrong figure: open', () => {
    const { progress, digitized } = filesOfDay()
    digitized.data.evaluation =
      digitized.data.evaluation?.filter(record => record['departmentCode'] !== 'H15.15') ?? []
    unitOf(digitized, 'H15.03', record => {
      metricOf(record, 'ELECTRONIC_CERTIFIED_COPY')['numerator'] = '7'
    })
    const made = importFiles({ progress, digitized })
    expect(unitIn(made, 'h15-15')).toMatchObject({
      figure: { state: 'missing', note: expect.stringContaining('không có đơn vị này') },
      points: open,
    })
    expect(unitIn(made, 'h15-03')).toMatchObject({
      figure: { state: 'missing', note: expect.stringContaining('ghi sai') },
      points: open,
    })
  })
})

describe('a file nobody foresaw costs only itself', () => {
  const opened = (times: number, start: string, middle: string, end: string) =>
    start.repeat(times) + middle + end.repeat(times)

  test('branches of a million levels: cut, with the place', () => {
    const nested = opened(700_000, '{"children":[', '', ']}')
    const result = importFiles({
      ...filesOfDay(),
      progress: `{"data":{"parent":{"totalOnTime":1,"totalReceived":2},"children":[${nested}]}}`,
    })
    expect(result.problems.filter(problem => problem.code === 'too-deep')).toEqual([
      expect.objectContaining({ file: 'progress.json', severity: 'error' }),
    ])
    expect(result.submissions).toHaveLength(15)
    expect(result.files.map(file => file.units)).toEqual([15, 0, 15, 15, 15, 15])
  })

  test('units above the limit are kept', () => {
    const files = filesOfDay()
    const chain = (files.progress.data.children ?? []).reduceRight<Record<string, unknown> | null>(
      (below, unit) => ({ ...unit, children: below ? [below] : [] }),
      null,
    )
    const wrapped = Array.from({ length: 12 }).reduce<unknown>((below, _, index) => {
      return { departmentCode: `H15.W${index}`, totalOnTime: 1, totalReceived: 1, children: [below] }
    }, chain)
    const { files: read, problems } = importFiles({ a: { data: { parent: null, children: [wrapped] } } })
    // 12 units around 14: 20 of the 26 levels.
    expect(read[0]?.units).toBe(20)
    expect(problems.map(({ code, path }) => [code, path])).toEqual([
      ['too-deep', `data.children[0]${'.children[0]'.repeat(19)}.children`],
    ])
  })

  test.each([
    ['lists in lists', opened(5_000_000, '[', '', ']'), 'unknown-file'],
    ['lists that are not closed', '['.repeat(11_000_000), 'not-json'],
  ])('%s', (_, text, code) => {
    const result = importFiles({ ...filesOfDay(), deep: text })
    expect(result.problems.map(problem => [problem.file, problem.code])).toEqual([
      ['deep.json', expect.stringMatching(new RegExp(`${code}|unreadable`))],
    ])
    expect(result.submissions).toHaveLength(15)
  })

  test('reading that throws is a problem of that file', () => {
    const broken: PortalSource = {
      name: 'broken.json',
      get text(): string {
        throw new RangeError('Maximum call stack size exceeded')
      },
    }
    const good = Object.entries(filesOfDay()).map(([name, content]) => sourceOf(name, content))
    const result = importSources([broken, ...good])
    expect(result.problems.map(({ file, code }) => [file, code])).toEqual([['broken.json', 'unreadable']])
    expect(result.submissions).toHaveLength(15)
  })

  test('a file is read once, however often it is imported', () => {
    let reads = 0
    const text = JSON.stringify(filesOfDay().progress)
    const source: PortalSource = {
      name: 'a.json',
      get text() {
        reads += 1
        return text
      },
    }
    const first = importSources([source])
    const read = reads
    expect(importSources([source, sourceOf('b', filesOfDay().payment)]).submissions).toHaveLength(15)
    expect([first.submissions.length, reads]).toEqual([15, read])
  })
})

describe('ids of units nobody knows', () => {
  const treeOf = (...codes: readonly string[]) => ({
    data: {
      parent: null,
      children: codes.map((departmentCode, index) => ({
        departmentCode,
        departmentName: `Đơn vị ${index}`,
        totalOnTime: index,
        totalReceived: 10,
        totalScore: 1,
      })),
    },
  })

  test('that come out equal: the first keeps it, the others are refused by name', () => {
    const result = importFiles({ a: treeOf('X.9', 'X-9', 'x_9', 'X.10') })
    expect(result.problems.map(({ path, code }) => [path, code])).toEqual([
      ['data.children[1]', 'agency-id-taken'],
      ['data.children[2]', 'agency-id-taken'],
    ])
    expect(result.problems[0]?.message.vi).toContain('Đơn vị 1 (X-9)')
    expect(result.problems[0]?.message.vi).toContain('mã tạm “x-9” đã là của Đơn vị 0 (X.9)')
    expect(result.submissions.map(each => each.id)).toEqual([
      'qd766-2022.2026-10-10.x-9',
      'qd766-2022.2026-10-10.x-10',
    ])
    expect([result.files[0]?.units, result.newAgencies.map(each => each.code)]).toEqual([2, ['X.9', 'X.10']])
  })

  test.each(['h15-157', 'H15_157', 'tinh-dak-lak'])('%s does not take over a known agency', code => {
    const { progress } = filesOfDay()
    progress.data.children?.push({ departmentCode: code, departmentName: 'Lạ', totalOnTime: 0 })
    const result = importFiles({ progress })
    expect(result.problems.map(problem => problem.code)).toEqual(['agency-id-taken'])
    expect(result.problems[0]?.message.vi).toContain(`Lạ (${code})`)
    expect(result.submissions).toHaveLength(15)
    expect(result.newAgencies).toEqual([])
  })

  test('in the ranking too', () => {
    const ranking = rankingOf(shipped.ranking, directory.agencies)
    Object.assign(ranking.data.evaluation?.[0] ?? {}, { departmentCode: 'tinh-dak-lak' })
    const result = importFiles({ ranking })
    expect(result.problems.map(({ path, code }) => [path, code])).toEqual([
      ['data.evaluation[0]', 'agency-id-taken'],
    ])
    expect(result.tables[0]?.rows).toHaveLength(33)
  })

  test('a later file names what an earlier one did not', () => {
    const [a, b] = [treeOf('X.9'), treeOf('X.9')]
    Object.assign(a.data.children[0] ?? {}, { departmentName: null })
    Object.assign(b.data.children[0] ?? {}, { totalDossierOnlinePaymentSuccess: 1, totalOnTime: undefined })
    const renamed = JSON.parse(JSON.stringify(b).replaceAll('totalReceived', 'other'))
    const { newAgencies, problems } = importFiles({ a, b: renamed })
    expect([newAgencies, problems]).toEqual([[{ id: 'x-9', code: 'X.9', name: 'Đơn vị 0' }], []])
  })
})
