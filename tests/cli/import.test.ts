import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, test, vi } from 'vitest'
import { decodeSubmission, decodeSubmissionTable } from '../../src/io/decode.ts'
import { agenciesSchema } from '../../src/io/directorySchema.ts'
import { readJson } from '../data/dataFiles.ts'
import { portalFilesOf, provisional, rankingOf, shippedDay } from '../io/dvcqg766/portalFiles.ts'
import { run } from './runCommand.ts'

// Each command is a process of its own; on two busy cores it takes seconds.
vi.setConfig({ testTimeout: 60_000 })

const { agencies } = agenciesSchema.parse(readJson('agencies.json'))
const shipped = shippedDay(readJson)
const folder = mkdtempSync(join(tmpdir(), 'parboard-import-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

function write(name: string, content: unknown): string {
  const file = join(folder, name)
  writeFileSync(file, typeof content === 'string' ? content : JSON.stringify(content))
  return file
}

const groupFiles = Object.entries(portalFilesOf(shipped.submissions, agencies)).map(([kind, json]) =>
  write(`${kind}.json`, json),
)
const rankingFile = write('xep-hang-2026-10-05.json', rankingOf(shipped.ranking, agencies))
const linesOf = (text: string) => text.split('\n').filter(line => line !== '')

describe('import dvcqg-766', () => {
  test('writes one file a unit and prints how published and computed agree', async () => {
    const out = join(folder, 'all')
    const args = ['--date', '2026-10-10', '--out', out]
    const { code, out: printed, err } = await run('import', 'dvcqg-766', ...groupFiles, ...args)
    expect([code, err]).toEqual([0, ''])

    const written = readdirSync(join(out, 'qd766-2022/2026-10-10'))
    expect(written.toSorted()).toEqual(shipped.submissions.map(each => `${each.agencyId}.json`).toSorted())
    const text = readFileSync(join(out, 'qd766-2022/2026-10-10/h15-157.json'), 'utf8')
    expect(text).toBe(`${JSON.stringify(JSON.parse(text), null, 2)}\n`)
    expect(decodeSubmission(text, 'h15-157.json')).toMatchObject({
      ok: true,
      value: {
        $schema: '../../../schema/submission.schema.json',
        agencyId: 'h15-157',
        published: { total: null },
      },
    })

    expect(printed).toMatch(/^Đắk Lắk +10\/10\/2026 +65,49\* +65,49 +21\/21$/m)
    expect(printed).toContain('* cộng từ sáu nhóm (suy ra): Cổng không nêu tổng điểm')
    expect(printed).toContain(
      'Khớp 315/315 số công bố của 15 đơn vị; 15 số lấy nguyên như công bố, 0 số chưa so được',
    )
    expect(printed).toContain('Chênh lệch: không có')
    expect(printed).toMatch(/^ {2}4\.2: .*đạt tối đa từ 80%; Cổng không áp dụng/m)
    expect(printed).toContain(`  1.4: Cổng ghi: “${provisional}” (15 đơn vị)`)
    expect(linesOf(printed).at(-1)).toBe(`Đã ghi 15 tệp vào ${out}`)
  })

  test('writes a ranking as a table, dated by its name', async () => {
    const out = join(folder, 'ranking')
    const { code, out: printed, err } = await run('import', 'dvcqg-766', rankingFile, '--out', out)
    expect([code, err]).toEqual([0, ''])
    const text = readFileSync(join(out, 'qd766-nhom-2022/2026-10-05.json'), 'utf8')
    const decoded = decodeSubmissionTable(text, 'table')
    expect(decoded.ok && decoded.value.rows).toHaveLength(34)
    expect(printed).toContain('Khớp 34/34 số công bố của 34 đơn vị; 204 số lấy nguyên như công bố')
    expect(printed).not.toContain('cộng từ sáu nhóm')
  })

  test('lists differences with both figures, and only reconciles without --out', async () => {
    const files = portalFilesOf(shipped.submissions, agencies)
    Object.assign(files.progress.data.parent ?? {}, { totalScore: 18 })
    const changed = write('progress-changed.json', files.progress)
    const { code, out, err } = await run('import', 'dvcqg-766', changed, '--date', '2026-10-10')
    expect([code, err]).toEqual([0, ''])
    const from = linesOf(out).indexOf('Chênh lệch')
    expect(linesOf(out).slice(from, from + 2)).toEqual([
      'Chênh lệch',
      '  Đắk Lắk, TDGQ Tiến độ giải quyết: tính ra 17,72, công bố 18, chênh −0,28',
    ])
    expect(out).toContain('Ngày 10/10/2026 chưa nạp: Công khai, minh bạch; Dịch vụ công trực tuyến;')
    expect(out).not.toContain('Đã ghi')
  })

  test('exits 1 with a line for each broken file, the good ones imported all the same', async () => {
    const page = write('dang-nhap.json', '<!DOCTYPE html><title>Đăng nhập</title>')
    const nowhere = join(folder, 'nowhere.json')
    const out = join(folder, 'partly')
    const [first = ''] = groupFiles
    const args = [page, nowhere, first, '--date', '2026-10-10', '--out', out]
    const { code, out: printed, err } = await run('import', 'dvcqg-766', ...args)
    expect(code).toBe(1)
    expect(linesOf(err).map(line => /^(.*?): .*\[(.*)\]$/.exec(line)?.slice(1))).toEqual([
      [nowhere, 'unreadable'],
      [page, 'web-page'],
    ])
    expect(printed).toContain('không nhận ra')
    expect(existsSync(join(out, 'qd766-2022/2026-10-10/tinh-dak-lak.json'))).toBe(true)
  })

  test('leaves files alone that say something else', async () => {
    const out = join(folder, 'twice')
    const [first = '', second = ''] = groupFiles
    const again = async (file: string) =>
      run('import', 'dvcqg-766', file, '--date', '2026-10-17', '--out', out)
    expect((await again(first)).code).toBe(0)
    const same = await again(first)
    expect([same.code, linesOf(same.out).slice(-2)]).toEqual([
      0,
      [
        `Đã ghi 15 tệp vào ${out}`,
        'Nguồn “so-lieu-dvcqg-766-2026-10-17” chưa có trong data/documents.json: ghi thêm trước khi đưa số liệu vào data/',
      ],
    ])
    const other = await again(second)
    expect([other.code, linesOf(other.err)]).toEqual([
      1,
      Array(15).fill(expect.stringMatching(/2026-10-17.*: error: đã có tệp này.*\[file-exists\]$/)),
    ])
  })
})

describe('wrong usage exits 2 and says how', () => {
  test.each([
    [[]],
    [['dvcqg-766']],
    [['dvcqg-766', 'a.json', '--date', '10/10/2026']],
    [['dvcqg-766', 'a.json', '--date', '2026-02-30']],
    [['other', 'a.json']],
    [['dvcqg-766', 'a.json', '--quiet']],
  ])('%j', async args => {
    const { code, out, err } = await run('import', ...args)
    expect([code, out]).toEqual([2, ''])
    expect(err).toMatch(/^usage: npm run -s import -- dvcqg-766 /)
  })
})
