import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, test, vi } from 'vitest'
import { ruleSetSchema } from '../../src/io/ruleSetSchema.ts'
import type { Criterion, RuleSet } from '../../src/model/ruleSet.ts'
import { readJson } from '../data/dataFiles.ts'
import { writeCohort } from './cohortFolder.ts'
import { run } from './runCommand.ts'

// Each command is a process of its own; on two busy cores it takes seconds.
vi.setConfig({ testTimeout: 60_000 })

const parRules = 'data/rule-sets/par-index-2022.json'
const parSubmission = 'data/submissions/par-index-2022/2022/tinh-tra-vinh.json'
const rules766 = 'data/rule-sets/qd766-2022.json'
const h15157 = 'data/submissions/qd766-2022/2026-10-10/h15-157.json'

const folder = mkdtempSync(join(tmpdir(), 'parboard-score-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

function write(name: string, content: unknown): string {
  const file = join(folder, name)
  writeFileSync(file, typeof content === 'string' ? content : JSON.stringify(content, null, 2))
  return file
}

const linesOf = (text: string) => text.split('\n').filter(line => line !== '')

describe('scores', () => {
  test('Trà Vinh 2022: 10.1352 of 13.5, JSON on stdout, nothing on stderr', async () => {
    const { code, out, err } = await run('score', '--rules', parRules, '--submission', parSubmission)
    expect([code, err]).toEqual([0, ''])
    const sheet = JSON.parse(out)
    expect(sheet.total).toMatchObject({ points: { from: '10.1352', to: '10.1352' }, maxPoints: '13.5' })
    expect(sheet.scoredAt).toMatch(/^\d{4}-\d{2}-\d{2}T[\d:.]+Z$/)
  })

  test('H15.157: every published figure again', async () => {
    const { code, out, err } = await run('score', '--rules', rules766, '--submission', h15157)
    expect([code, err]).toEqual([0, ''])
    const { total, reconciliation } = JSON.parse(out)
    expect(total.points).toEqual({ kind: 'known', from: '73.24', to: '73.24' })
    expect([reconciliation.agreeing, reconciliation.checks.length]).toEqual([23, 23])
  })

  test('options in the other order and with = are the same', async () => {
    const { code, out } = await run('score', `--submission=${h15157}`, `--rules=${rules766}`)
    expect([code, JSON.parse(out).submissionId]).toEqual([0, 'qd766-2022.2026-10-10.h15-157'])
  })
})

describe('scores several', () => {
  const cohort = writeCohort(folder)

  test('of a folder as a list, a period as a cohort, other rule sets passed over', async () => {
    const { code, out, err } = await run('score', '--rules', cohort.rules, cohort.submissions)
    expect([code, err]).toEqual([0, ''])
    const sheets: readonly { agencyId: string; period: string; total: { points: object } }[] = JSON.parse(out)
    expect(sheets.map(sheet => [sheet.period, sheet.agencyId])).toEqual([
      ['2025', 'so-a'],
      ['2026', 'so-a'],
      ['2026', 'so-b'],
    ])
    // 60 ÷ 80 × 2 = 1.5, and 25% more than the year before; so-b says nothing of its growth
    expect(sheets.map(sheet => sheet.total.points)).toEqual([
      { kind: 'known', from: '0', to: '3' },
      { kind: 'known', from: '2.5', to: '2.5' },
      { kind: 'known', from: '2', to: '3' },
    ])
  })

  test('as a table, agencies by name, open totals as intervals', async () => {
    const { code, out } = await run('score', '--rules', cohort.rules, cohort.submissions, '--format', 'table')
    expect(code).toBe(0)
    expect(linesOf(out)).toEqual([
      'Bộ thử, bản 1 · tự chấm 2025',
      'Đơn vị                            Điểm  Tối đa      %  Xếp loại  Thiếu',
      'so-a    0–3 (2 tiêu chí thiếu số liệu)       3  0–100                2',
      'Bộ thử, bản 1 · tự chấm 2026',
      'Đơn vị                            Điểm  Tối đa          %  Xếp loại  Thiếu',
      'so-a                               2,5       3      83,33',
      'so-b    2–3 (1 tiêu chí thiếu số liệu)       3  66,67–100                1',
    ])
  })

  test('files named one by one are a cohort too, names from data/agencies.json', async () => {
    const { code, out } = await run(
      'score',
      ...['--rules', rules766, '--format', 'table'],
      ...['--submission', h15157, '--submission', h15157.replace('h15-157', 'tinh-dak-lak')],
    )
    expect(code).toBe(0)
    expect(linesOf(out).slice(2)).toEqual([
      'Đắk Lắk               65,49     100  65,49  Trung bình',
      'UBND xã Liên Sơn Lắk  73,24     100  73,24  Khá',
    ])
  })

  test('not two files of one agency and period', async () => {
    const { code, err } = await run('score', '--rules', rules766, h15157, h15157.replace('data/', './data/'))
    expect(code).toBe(1)
    expect(err).toMatch(/\[duplicate-agency\]/)
  })

  test('not a folder without submissions of the rule set', async () => {
    const { code, err } = await run('score', '--rules', rules766, cohort.submissions)
    expect(code).toBe(1)
    expect(err).toMatch(/\[no-submissions\]/)
  })
})

describe('refuses with exit 1 and one line a problem, file and place first', () => {
  /** The first criterion of the 766 set, changed. */
  const broken = (change: (first: Criterion, ruleSet: RuleSet) => Partial<RuleSet>) => {
    const ruleSet = ruleSetSchema.parse(readJson('rule-sets/qd766-2022.json'))
    const [first] = ruleSet.criteria
    if (!first) throw new Error('no criteria')
    return { ...ruleSet, ...change(first, ruleSet) }
  }
  const withLeaf = (change: (leaf: Criterion) => Criterion) =>
    broken((first, { criteria }) => ({
      criteria: [
        {
          ...first,
          subCriteria: (first.subCriteria ?? []).map((leaf, index) => (index === 0 ? change(leaf) : leaf)),
        },
        ...criteria.slice(1),
      ],
    }))

  test.each([
    ['sum.json', broken(() => ({ scale: '99' })), 'scale', 'sum-of-maxima'],
    [
      'metric.json',
      withLeaf(leaf => ({ ...leaf, rule: { ...ratioOf(leaf), numerator: 'KHONG_CO' } })),
      'criteria[0].subCriteria[0].rule.numerator',
      'unknown-metric',
    ],
    [
      'direction.json',
      withLeaf(leaf => ({ ...leaf, rule: { ...ratioOf(leaf), targetPercent: '40', floorPercent: '60' } })),
      'criteria[0].subCriteria[0].rule.targetPercent',
      'target-against-direction',
    ],
    [
      'duplicate.json',
      withLeaf(leaf => ({ ...leaf, id: 'PUBLIC_UPDATE_ON_TIME' })),
      'criteria[0].subCriteria[1].id',
      'duplicate-id',
    ],
  ])('%s', async (name, content, path, problem) => {
    const file = write(name, content)
    const { code, out, err } = await run('score', '--rules', file, '--submission', h15157)
    expect([code, out]).toEqual([1, ''])
    expect(linesOf(err)).toHaveLength(1)
    expect(linesOf(err)[0]).toMatch(new RegExp(`^${escaped(`${file}: ${path}: `)}.+ \\[${problem}\\]$`))
  })

  test('two problems are two lines', async () => {
    const file = write('two.json', { ...broken(() => ({ scale: '99' })), bands: [bandAt('a'), bandAt('b')] })
    const { code, err } = await run('score', '--rules', file, '--submission', h15157)
    expect(code).toBe(1)
    expect(linesOf(err).map(line => /\[([a-z-]+)\]$/.exec(line)?.[1])).toEqual([
      'sum-of-maxima',
      'band-overlap',
    ])
  })

  test('text that is not JSON, however it is broken', async () => {
    const file = write('broken.json', '{\n  "id": "a",\n  "version": x\n}\n')
    const { code, out, err } = await run('score', '--rules', file, '--submission', h15157)
    expect([code, out]).toEqual([1, ''])
    expect(linesOf(err)).toHaveLength(1)
    expect(err).toContain('[not-json]')
    expect(err).toContain('dòng 3') // where the x stands
  })

  test('a file that is not there, and problems of both files at once', async () => {
    const nowhere = join(folder, 'nowhere.json')
    const { code, err } = await run('score', '--rules', nowhere, '--submission', write('empty.json', '[]'))
    expect(code).toBe(1)
    expect(linesOf(err)).toHaveLength(2)
    expect(linesOf(err)[0]).toMatch(new RegExp(`^${escaped(nowhere)}: .+ \\[unreadable\\]$`))
    expect(linesOf(err)[1]).toMatch(/empty\.json: .+ \[invalid-type\]$/)
  })

  test('a submission for another rule set', async () => {
    const { code, err } = await run('score', '--rules', parRules, '--submission', h15157)
    expect(code).toBe(1)
    expect(linesOf(err)[0]).toMatch(/h15-157\.json: ruleSetId: .+ \[other-rule-set\]$/)
  })
})

describe('wrong usage exits 2 and says how', () => {
  test.each([
    ['a file is not named', ['--rules', rules766]],
    ['something is left over', ['--rules', rules766, '--submission', h15157, 'more']],
    ['an option is unknown', ['--rules', rules766, '--submission', h15157, '--quiet']],
  ])('%s', async (_, args) => {
    const { code, out, err } = await run('score', ...args)
    expect([code, out]).toEqual([2, ''])
    expect(err).toMatch(/usage: npm run -s score -- --rules <file> --submission <file>/)
  })

  test.each([[[]], [['scores']], [['../io/decode']]])('command %j', async args => {
    const { code, out, err } = await run(...args)
    expect([code, out]).toEqual([2, ''])
    expect(err).toMatch(/^Usage: .*<score \| schema( \| [\w-]+)*>/)
  })
})

function ratioOf(leaf: Criterion) {
  if (leaf.rule?.kind !== 'ratio') throw new Error(`${leaf.id} is no ratio`)
  return leaf.rule
}

function bandAt(id: string) {
  return { id, name: id, fromPercent: '50' }
}

function escaped(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')
}
