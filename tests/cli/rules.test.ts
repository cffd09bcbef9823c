import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, test, vi } from 'vitest'
import { decodeRuleSet } from '../../src/io/decode.ts'
import { ruleSheets } from '../../src/io/ruleSheet/encodeRuleSheet.ts'
import { workbook } from '../io/ruleSheet/workbooks.ts'
import { aRuleSet } from '../scoring/builders.ts'
import { run } from './runCommand.ts'

// Each command is a process of its own; on two busy cores it takes seconds.
vi.setConfig({ testTimeout: 60_000 })

const rules = (...args: readonly string[]) => run('rules', ...args)

const folder = mkdtempSync(join(tmpdir(), 'parboard-rules-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))
const at = (name: string) => join(folder, name)

/** Cites a document of the registry. */
const sound = aRuleSet({ decisionId: 'quyet-dinh-766-qd-ttg' })

test('a published rule set to XLSX and back is the same file', async () => {
  const path = 'data/rule-sets/qd766-2022.json'
  expect((await rules('to-xlsx', path, '--out', at('a.xlsx'))).code).toBe(0)
  const { code, err } = await rules('to-json', at('a.xlsx'), '--out', at('a.json'))
  expect([code, err]).toEqual([0, ''])
  expect(readFileSync(at('a.json'), 'utf8')).toBe(readFileSync(path, 'utf8'))
})

test('JSON goes to stdout where no file is named', async () => {
  await rules('to-xlsx', 'data/rule-sets/papi-8.json', '--out', at('b.xlsx'))
  const { code, out } = await rules('to-json', at('b.xlsx'))
  expect(code).toBe(0)
  const decoded = decodeRuleSet(out, 'stdout')
  expect(decoded.ok && decoded.value.id).toBe('papi-8')
})

describe('problems stand at their cells, and nothing is written', () => {
  test('of the workbook', async () => {
    const registered = ruleSheets(sound)
    writeFileSync(at('c.xlsx'), await workbook(registered, { 'Tiêu chí!F2': 'mười', 'Tiêu chí!K2': null }))
    const { code, out, err } = await rules('to-json', at('c.xlsx'), '--out', at('c.json'))
    expect([code, out]).toEqual([1, ''])
    const lines = err.split('\n').filter(line => line.includes('Tiêu chí!'))
    expect(lines.map(line => line.slice(folder.length + 1).replace(/; cần.*\[/, ' … ['))).toEqual([
      'c.xlsx: Tiêu chí!F2: error: cột “Điểm tối đa” ghi “mười” … [not-a-number]',
      'c.xlsx: Tiêu chí!K2: error: cột “Mẫu số” để trống … [missing]',
      // "quyet-dinh-thu" is in no registry.
      'c.xlsx: Tiêu chí!AC2: error: cột “Văn bản” ghi “quyet-dinh-thu” … [unknown-document]',
    ])
    expect(existsSync(at('c.json'))).toBe(false)
  })

  test('that only the linter sees', async () => {
    const path = 'data/rule-sets/qd766-2022.json'
    const decoded = decodeRuleSet(readFileSync(path, 'utf8'), path)
    if (!decoded.ok) throw new Error('the rule set was refused')
    writeFileSync(at('d.xlsx'), await workbook(ruleSheets(decoded.value), { 'Thông tin chung!B12': 99 }))
    const { code, err } = await rules('to-json', at('d.xlsx'), '--out', at('d.json'))
    expect(code).toBe(1)
    expect(err).toContain(
      'd.xlsx: Thông tin chung!B12: error: điểm tối đa các mục con của cả bộ chỉ số cộng lại là 100, khác 99 đã nêu [sum-of-maxima]',
    )
    expect(existsSync(at('d.json'))).toBe(false)
  })

  test('of files that are no workbooks', async () => {
    writeFileSync(at('e.xlsx'), 'STT;Tên')
    const { code, err } = await rules('to-json', at('e.xlsx'))
    expect([code, err.split('\n')[0]]).toEqual([
      1,
      `${at('e.xlsx')}: error: không phải tệp XLSX hoặc tệp bị cắt dở; mở bằng Excel rồi lưu lại dạng .xlsx [not-xlsx]`,
    ])
    expect((await rules('to-json', at('nowhere.xlsx'))).err).toContain('không có tệp này')
    expect((await rules('to-xlsx', at('nowhere.json'), '--out', at('f.xlsx'))).err).toContain(
      'không có tệp này',
    )
  })
})

test('the template, and a table to go on with', async () => {
  expect((await rules('template', '--out', at('mau.xlsx'))).code).toBe(0)
  const asked = await rules('to-json', at('mau.xlsx'))
  expect(asked.code).toBe(1)
  expect(asked.err).toContain('Thông tin chung!B2: error: dòng “Mã bộ chỉ số” để trống')

  writeFileSync(
    at('bang.csv'),
    '\ufeffSTT;Tên tiêu chí;Điểm tối đa;Cách tính;Số liệu;Mức chắc chắn\n1;Có kế hoạch;2,5;có/không;Kế hoạch;suy ra\n',
  )
  expect((await rules('to-xlsx', at('bang.csv'), '--out', at('bang.xlsx'))).code).toBe(0)
  const draft = await rules('to-json', at('bang.xlsx'))
  expect(draft.err).not.toContain('Tiêu chí!')
  expect(draft.err).toContain('Thông tin chung!B12: error: dòng “Tổng điểm” để trống')
})

describe('wrong usage exits 2 and says how', () => {
  test.each([
    ['nothing is asked', []],
    ['an unknown command', ['to-pdf', 'a.json']],
    ['no file', ['to-json']],
    ['two files', ['to-json', 'a.xlsx', 'b.xlsx']],
    ['XLSX without a file to write', ['to-xlsx', 'data/rule-sets/papi-8.json']],
    ['a template without a file to write', ['template']],
    ['an unknown option', ['to-json', 'a.xlsx', '--force']],
  ])('%s', async (_, args) => {
    const { code, out, err } = await rules(...args)
    expect([code, out]).toEqual([2, ''])
    expect(err).toMatch(/^usage: npm run -s rules -- /)
  })
})
