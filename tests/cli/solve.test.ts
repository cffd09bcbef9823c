import { spawn } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, test, vi } from 'vitest'

type Ending = { readonly code: number | null; readonly out: string; readonly err: string }

// Each command is a process of its own; on two busy cores it takes seconds.
vi.setConfig({ testTimeout: 60_000 })

/** Asks the question as a user would, from the repository root. */
function solve(...args: readonly string[]): Promise<Ending> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, ['src/cli/run.mjs', 'solve', ...args])
    let [out, err] = ['', '']
    child.stdout.setEncoding('utf8').on('data', text => {
      out += text
    })
    child.stderr.setEncoding('utf8').on('data', text => {
      err += text
    })
    child.on('error', reject)
    child.on('close', code => resolve({ code, out, err }))
  })
}

const folder = mkdtempSync(join(tmpdir(), 'parboard-solve-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

const rules766 = 'data/rule-sets/qd766-2022.json'
const h15157 = 'data/submissions/qd766-2022/2026-10-10/h15-157.json'
const about157 = ['--rules', rules766, '--submission', h15157]
const aboutProvince = ['--rules', rules766, '--submission', h15157.replace('h15-157', 'tinh-dak-lak')]
const aboutTraVinh = [
  '--rules',
  'data/rule-sets/par-index-2022.json',
  '--submission',
  'data/submissions/par-index-2022/2022/tinh-tra-vinh.json',
]
const linesOf = (text: string) => text.split('\n').filter(line => line !== '')

describe('answers in Vietnamese, exit 0', () => {
  test('a criterion by its number: full points by every figure, smallest change first', async () => {
    const { code, out, err } = await solve(...about157, '--criterion', '3.5b')
    expect([code, err]).toEqual([0, ''])
    // 80% of 38 is 30.4; 17 are 80% of 21.25; 17/38 ÷ 80% × 2 = 1.1184
    expect(linesOf(out)).toEqual([
      '3.5b Tỷ lệ TTHC có phát sinh giao dịch thanh toán trực tuyến, đang 1,12 điểm: để đạt điểm tối đa 2',
      'TTHC có giao dịch thanh toán trực tuyến [PAY_TTHC.numerator]: cần thêm 14 TTHC: 17 → 31; điểm 1,12 → 2,00',
      'TTHC có phát sinh hồ sơ có thu phí [PAY_TTHC.denominator]: cần bớt 17 TTHC: 38 → 21; điểm 1,12 → 2,00',
    ])
  })

  test('one figure, points with a comma, thousands with a point', async () => {
    // 6 × n/1529 ≥ 5.895 with the percentage rounded: 98.25% → 5.895 → 5.90; 1502.2… of 1529
    const { code, out } = await solve(
      ...about157,
      '--criterion=PAY_DOSSIER',
      '--metric=PAY_DOSSIER.numerator',
      '--goal=5,9',
    )
    expect(code).toBe(0)
    expect(linesOf(out).slice(1)).toEqual([
      'Hồ sơ thanh toán trực tuyến thành công [PAY_DOSSIER.numerator]: cần thêm 39 hồ sơ: 1.464 → 1.503; điểm 5,75 → 5,90',
    ])
  })

  test('the total and its next band without being asked', async () => {
    const { code, out } = await solve(...aboutProvince)
    expect(code).toBe(0)
    expect(linesOf(out).slice(0, 2)).toEqual([
      'Tổng điểm, đang 65,49 điểm: để lên mức xếp loại kế tiếp',
      'TTHC công bố đúng hạn [PUBLISH_ON_TIME.numerator]: cần thêm 62 TTHC: 0 → 62; điểm 65,49 → 70,03, mức “Khá” trở lên',
    ])
    expect(out).toContain(
      '[PAY_DOSSIER.numerator]: không thể đạt chỉ bằng số liệu này; nhiều nhất 66,23 điểm khi là 204.583 hồ sơ',
    )
  })

  test('published points: impossible, with the reason', async () => {
    const { code, out } = await solve(...aboutTraVinh, '--total', '--goal', 'full')
    expect(code).toBe(0)
    expect(linesOf(out)).toEqual([
      'Tổng điểm, đang 10,1352 điểm: để đạt điểm tối đa 13,5',
      'điểm lấy theo kết quả công bố, không tính từ số liệu',
    ])
  })

  test('JSON with the question and the exact answers', async () => {
    const { code, out } = await solve(...about157, '--criterion', 'PAY_TTHC', '--format', 'json')
    expect(code).toBe(0)
    expect(JSON.parse(out)).toMatchObject({
      ruleSetId: 'qd766-2022',
      submissionId: 'qd766-2022.2026-10-10.h15-157',
      target: { kind: 'leaf', criterionId: 'PAY_TTHC' },
      goal: { kind: 'fullPoints' },
      answers: [
        { metricId: 'PAY_TTHC.numerator', solution: { status: 'reached', value: '31', change: '14' } },
        { metricId: 'PAY_TTHC.denominator', solution: { status: 'reached', value: '21', change: '-17' } },
      ],
    })
  })
})

describe('exit 2 and what is known instead', () => {
  test.each([
    ['PAY_DOSIER', 'bộ chỉ số không có tiêu chí “PAY_DOSIER”; gần giống: PAY_DOSSIER, '],
    ['TTTT', '“TTTT” là nhóm tiêu chí, hãy chọn một tiêu chí: PAY_DOSSIER ('],
  ])('criterion %s', async (name, message) => {
    const { code, out, err } = await solve(...about157, '--criterion', name)
    expect([code, out]).toEqual([2, ''])
    expect(err).toContain(message)
  })

  test('a number that several criteria carry', async () => {
    const { code, err } = await solve(...aboutTraVinh, '--criterion', 'III.8')
    expect(code).toBe(2)
    expect(err).toContain('“III.8” là số của nhiều tiêu chí, hãy dùng mã: tthc-thanh-toan-truc-tuyen (')
  })

  test('a figure, a goal', async () => {
    const [metric, goal] = await Promise.all([
      solve(...about157, '--metric', 'PAY_DOSSIER'),
      solve(...about157, '--goal', 'tot-nhat'),
    ])
    expect([metric.code, goal.code]).toEqual([2, 2])
    expect(metric.err).toContain('không có số liệu “PAY_DOSSIER”; gần giống: PAY_DOSSIER.numerator, ')
    expect(goal.err).toContain('không hiểu mục tiêu “tot-nhat”: dùng full, next-band, một số điểm hoặc')
  })

  test.each([
    ['a file is not named', ['--rules', rules766]],
    ['both targets', [...about157, '--total', '--criterion', '3.6']],
    ['another format', [...about157, '--format', 'xml']],
    ['an option is unknown', [...about157, '--quiet']],
  ])('%s: how it is used', async (_, args) => {
    const { code, out, err } = await solve(...args)
    expect([code, out]).toEqual([2, ''])
    expect(err).toMatch(/usage: npm run -s solve -- --rules <file> --submission <file>/)
  })
})

describe('exit 1 for files that cannot be used', () => {
  test('a file that is not there, and one that is no submission', async () => {
    const file = join(folder, 'empty.json')
    writeFileSync(file, '[]')
    const { code, out, err } = await solve('--rules', join(folder, 'nowhere.json'), '--submission', file)
    expect([code, out]).toEqual([1, ''])
    expect(err).toMatch(/nowhere\.json: .+ \[unreadable\]/)
    expect(err).toMatch(/empty\.json: .+ \[invalid-type\]/)
  })

  test('a submission for another rule set', async () => {
    const [, rules = ''] = aboutTraVinh
    const { code, err } = await solve('--rules', rules, '--submission', h15157)
    expect(code).toBe(1)
    expect(err).toContain('[other-rule-set]')
  })
})
