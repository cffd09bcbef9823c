import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, test, vi } from 'vitest'
import { aGroup, aReportedLeaf, aRuleSet, aSubmission } from '../scoring/builders.ts'
import { writeCohort } from './cohortFolder.ts'
import { run } from './runCommand.ts'

// Each command is a process of its own; on two busy cores it takes seconds.
vi.setConfig({ testTimeout: 60_000 })

const folder = mkdtempSync(join(tmpdir(), 'parboard-explain-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))
const cohort = writeCohort(folder)

const explain = (...args: readonly string[]) => run('explain', ...args)
const of157 = [
  '--rules',
  'data/rule-sets/qd766-2022.json',
  '--submission',
  'data/submissions/qd766-2022/2026-10-10/h15-157.json',
]
const ofCohort = ['--rules', cohort.rules, '--submission', cohort.submissions]
const linesOf = (text: string) => text.split('\n').map(line => line.trim())

describe('prints the receipt a reader copies from the screen', () => {
  test('of a leaf by its number, agency and document by name', async () => {
    const { code, out, err } = await explain(...of157, '3.6')
    expect([code, err]).toEqual([0, ''])
    expect(linesOf(out).slice(0, 4)).toEqual([
      'Phiếu tính điểm · mục 3.6',
      'Tỷ lệ hồ sơ thanh toán trực tuyến',
      'UBND xã Liên Sơn Lắk · Chỉ số 766 · Phục vụ người dân, doanh nghiệp, bản 2 · kết quả công bố 10/10/2026',
      '5,75/6 điểm, mất 0,25',
    ])
    expect(linesOf(out)).toContain('95,75% × 6 = 5,745')
    expect(linesOf(out)).toContain(
      'Số liệu Cổng Dịch vụ công quốc gia ngày 10/10/2026 (tỉnh Đắk Lắk), đơn vị H15.157',
    )
  })

  test('of a group by its id, in English', async () => {
    const { code, out } = await explain(...of157, '--language', 'en', 'TTTT')
    expect(code).toBe(0)
    expect(linesOf(out)).toContain('5.75 + 1.12 + 0.59 = 7.46')
  })

  test('of the total, as JSON', async () => {
    const { code, out } = await explain(...of157, '--format', 'json', 'total')
    expect(code).toBe(0)
    expect(JSON.parse(out)).toMatchObject({ nodeId: 'total', points: '73,24', maxPoints: '100' })
  })

  test('of one agency of a folder, compared with the others of its period and its own year before', async () => {
    const { code, out } = await explain(...ofCohort, '--agency', 'so-a', '1.1')
    expect(code).toBe(0)
    // 2025 holds one agency and compares nobody
    expect(linesOf(out)).toContain('chưa có số liệu của các đơn vị khác')
    expect(linesOf(out)).toContain('60 ÷ 80 × 2 = 1,5')
    expect(linesOf(out)).toContain('So với 2/2 đơn vị có số liệu; cao nhất 80 hồ sơ: so-b.')
    const growth = await explain(...ofCohort, '--agency', 'so-a', 'tang-truong')
    expect(linesOf(growth.out)).toContain('Tăng, giảm so với kỳ trước: (100 − 80) ÷ 80 = 25%')
  })

  test('of every agency of a folder as a list', async () => {
    const { code, out } = await explain(...ofCohort, '--format', 'json', 'bang-thong')
    expect(code).toBe(0)
    const receipts: unknown = JSON.parse(out)
    expect(receipts).toMatchObject([{ points: 'chưa tính' }, { points: '1,5' }, { points: '2' }])
  })
})

describe('refuses', () => {
  test('files with problems with exit 1', async () => {
    const nowhere = join(folder, 'nowhere.json')
    const { code, out, err } = await explain('--rules', nowhere, '--submission', cohort.submissions, 'total')
    expect([code, out]).toEqual([1, ''])
    expect(err).toContain('[unreadable]')
  })

  test('documents that were asked for and are not there with exit 1', async () => {
    const { code, err } = await explain(...of157, '--documents', join(folder, 'nowhere.json'), 'total')
    expect(code).toBe(1)
    expect(err).toContain('[unreadable]')
  })

  test('a number that two criteria share with exit 2, naming their ids', async () => {
    const twice = join(folder, 'twice.json')
    const areas = ['A', 'B'].map(id => aGroup(id, [aReportedLeaf(`${id}1`, '1', { code: '1' })]))
    const rules = aRuleSet({ criteria: areas })
    writeFileSync(twice, JSON.stringify(rules))
    const silent = join(folder, 'silent.json')
    writeFileSync(silent, JSON.stringify(aSubmission()))
    const { code, err } = await explain('--rules', twice, '--submission', silent, '1')
    expect(code).toBe(2)
    expect(err).toContain('A1, B1')
  })

  test.each([
    ['no criterion', of157],
    ['two criteria', [...of157, '3.6', '3.5']],
    ['an unknown language', [...of157, '--language', 'fr', '3.6']],
    ['no submission', of157.slice(0, 2)],
  ])('wrong usage with exit 2: %s', async (_, args) => {
    const { code, out, err } = await explain(...args)
    expect([code, out]).toEqual([2, ''])
    expect(err).toContain('usage: npm run -s explain')
  })

  test.each([
    ['a criterion nobody knows', [...of157, '9.9'], 'không có tiêu chí “9.9”'],
    ['an agency nobody knows', [...of157, '--agency', 'so-c', '3.6'], 'không có đơn vị “so-c”'],
  ])('%s with exit 2', async (_, args, message) => {
    const { code, out, err } = await explain(...args)
    expect([code, out]).toEqual([2, ''])
    expect(err).toContain(message)
  })
})
