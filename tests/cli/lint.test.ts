import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, test, vi } from 'vitest'
import { aCriterion, aPlan, aRatioRule, aRuleSet, aSubmission, aTarget } from '../scoring/builders.ts'
import { run } from './runCommand.ts'

// Each command is a process of its own; on two busy cores it takes seconds.
vi.setConfig({ testTimeout: 60_000 })

const lint = (...args: readonly string[]) => run('lint', ...args)

const folder = mkdtempSync(join(tmpdir(), 'parboard-lint-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

/** A folder of files by name, JSON unless they are text. */
function write(name: string, files: Readonly<Record<string, unknown>>): string {
  const place = join(folder, name)
  for (const [file, content] of Object.entries(files)) {
    mkdirSync(join(place, file, '..'), { recursive: true })
    writeFileSync(join(place, file), typeof content === 'string' ? content : JSON.stringify(content))
  }
  return place
}

const linesOf = (text: string) => text.split('\n').filter(line => line !== '')

const sound = aRuleSet()
/** One error and one warning. */
const broken = aRuleSet({
  metrics: [...sound.metrics, { id: 'x', name: 'Thừa', unit: 'lượt', valueType: 'count' }],
  scale: '2',
})

describe('checks files and folders', () => {
  test('everything that is shipped has no errors', async () => {
    const { code, out, err } = await lint('data')
    expect(code).toBe(0)
    expect(linesOf(out).map(line => /: (error|warning): .+ \[([a-z-]+)\]$/.exec(line)?.slice(1))).toEqual([
      ['warning', 'unused-metric'],
    ])
    // 2 rule sets, 18 submissions and a plan; agencies, documents, the index and the schemas are none.
    expect(linesOf(err).at(-1)).toMatch(/: 0 lỗi, 1 cảnh báo$/)
    expect(err).toContain('data/documents.json: bỏ qua')
  })

  test('one finding a line: file, place, how bad, sentence, code', async () => {
    const place = write('broken', { 'bo.json': broken })
    const { code, out, err } = await lint(join(place, 'bo.json'))
    expect(code).toBe(1)
    expect(linesOf(out)).toEqual([
      `${place}/bo.json: metrics[2]: warning: không cách tính nào dùng số liệu “Thừa” [unused-metric]`,
      `${place}/bo.json: scale: error: điểm tối đa các mục con của cả bộ chỉ số cộng lại là 1, khác 2 đã nêu [sum-of-maxima]`,
    ])
    expect(linesOf(err)).toEqual(['1 tệp đã kiểm tra: 1 lỗi, 1 cảnh báo'])
  })

  test('the same as JSON', async () => {
    const place = write('json', { 'bo.json': broken })
    const { code, out } = await lint('--format', 'json', place)
    expect(code).toBe(1)
    expect(JSON.parse(out)).toMatchObject([
      { file: `${place}/bo.json`, path: 'metrics[2]', code: 'unused-metric', severity: 'warning' },
      { file: `${place}/bo.json`, path: 'scale', code: 'sum-of-maxima', severity: 'error' },
    ])
  })

  test('warnings alone exit 0', async () => {
    const place = write('warned', { 'bo.json': { ...broken, scale: '1' } })
    const { code, out } = await lint(place)
    expect([code, linesOf(out).length]).toEqual([0, 1])
  })

  test('folders are read at any depth, by name, a file named twice once', async () => {
    const place = write('deep', {
      'b/bo.json': broken,
      'a/sub/ho-so.json': aSubmission(),
      'a/notes.txt': '{',
    })
    const { code, out, err } = await lint(place, `${place}/b/bo.json`)
    expect([code, linesOf(out).length]).toEqual([1, 2])
    expect(err).toContain('2 tệp đã kiểm tra')
  })
})

describe('what belongs together is found by id and version', () => {
  const falling = aRatioRule({
    direction: 'lowerIsBetter',
    targetPercent: '5',
    floorPercent: '20',
    scaling: 'fromFloor',
  })
  const second = aRuleSet({
    version: '2',
    criteria: [aCriterion({ rule: falling })],
    validFrom: '2027-01-01',
  })
  const figures = { done: '1', all: '-1' }

  test('a submission and its version of the rule set', async () => {
    const place = write('versions', {
      '1.json': sound,
      '2.json': second,
      'ho-so.json': aSubmission({ figures, ruleSetVersion: '2' }),
    })
    const { code, out } = await lint(place)
    expect(code).toBe(1)
    expect(linesOf(out)).toHaveLength(1)
    expect(out).toMatch(/ho-so\.json: values\[1\]\.value: error: .+ \[not-a-count\]$/m)
  })

  test('a submission or plan whose rule set was not given is not called sound', async () => {
    const place = write('alone', {
      '1.json': sound,
      'ho-so.json': aSubmission({ ruleSetVersion: '3' }),
      'ke-hoach.json': aPlan({ ruleSetId: 'khac' }),
    })
    const { code, out } = await lint(place)
    expect(code).toBe(1)
    expect(linesOf(out).map(line => /\[([a-z-]+)\]$/.exec(line)?.[1])).toEqual([
      'rule-set-not-given',
      'rule-set-not-given',
    ])
  })

  test('a plan answers the version that is valid last', async () => {
    const plan = aPlan({ targets: [aTarget({ comparison: 'atLeast' })] })
    const first = await lint(write('plan-1', { '1.json': sound, 'ke-hoach.json': plan }))
    expect([first.code, first.out]).toEqual([0, ''])
    const both = await lint(write('plan-2', { '1.json': sound, '2.json': second, 'ke-hoach.json': plan }))
    expect(both.code).toBe(1)
    expect(both.out).toMatch(
      /ke-hoach\.json: targets\[0\]\.comparison: error: .+ \[target-against-direction\]$/m,
    )
  })

  test('two files of one version are one too many', async () => {
    const { code, out } = await lint(write('twins', { '1.json': sound, '2.json': sound }))
    expect(code).toBe(1)
    expect(out).toMatch(/2\.json: version: error: .+ \[duplicate-rule-set\]$/m)
  })
})

describe('files that cannot be read', () => {
  test('are findings like others: no JSON, not of this shape, not there', async () => {
    const place = write('unreadable', {
      'a.json': '{\n  "id": x\n}',
      'b.json': { ...sound, scale: 1 },
      'c.json': '[]',
    })
    const nowhere = join(place, 'nowhere.json')
    const { code, out, err } = await lint(place, nowhere)
    expect(code).toBe(1)
    expect(linesOf(out).map(line => /\[([a-z-]+)\]$/.exec(line)?.[1])).toEqual([
      'not-json',
      'invalid-type',
      'unreadable',
    ])
    expect(err).toContain(`${place}/c.json: bỏ qua`)
  })
})

describe('wrong usage exits 2 and says how', () => {
  test.each([
    ['nothing is named', []],
    ['an option is unknown', ['data', '--quiet']],
    ['a format is unknown', ['data', '--format', 'xml']],
  ])('%s', async (_, args) => {
    const { code, out, err } = await lint(...args)
    expect([code, out]).toEqual([2, ''])
    expect(err).toMatch(/^usage: npm run -s lint-rules -- /)
  })

  test('a folder without such files', async () => {
    const { code, out, err } = await lint(write('empty', { 'a.json': '{}' }))
    expect([code, out]).toEqual([2, ''])
    expect(err).toContain('không có tệp nào để kiểm tra')
  })
})
