import { expect, test } from 'vitest'
import { readXlsxExport } from '../../../src/io/exports/readTableXlsx.ts'
import { scoreSubmission } from '../../../src/scoring/scoreSubmission.ts'
import { scoreWorkbook } from '../../../src/state/exports/scoreWorkbook.ts'
import { origin } from '../../io/exports/exportTables.ts'
import { aRuleSet, aSubmission } from '../../scoring/builders.ts'

test('a worker makes the workbook of one agency', async () => {
  const ruleSet = aRuleSet()
  const submission = aSubmission()
  const told: number[] = []
  const blob = await scoreWorkbook(
    {
      language: 'vi',
      ruleSet,
      submission,
      before: null,
      sheet: scoreSubmission(ruleSet, submission, '2026-11-22T00:00:00Z'),
      agency: null,
      documents: [],
      sentences: new Map([['leaf', 'Tử số ÷ mẫu số × điểm tối đa']]),
    },
    { origin: { ...origin, kind: 'workbook' }, progress: done => told.push(done) },
  )
  expect(blob.type).toContain('spreadsheetml')
  const read = await readXlsxExport(new Uint8Array(await blob.arrayBuffer()), 'bang.xlsx')
  if (!read.ok) throw new Error(JSON.stringify(read.problems))
  const texts = read.value.cells.map(({ text }) => text)
  expect(texts).toContain('TỔNG ĐIỂM')
  expect(texts).toContain('0 khớp (công thức)')
  expect(texts).toContain('Tử số ÷ mẫu số × điểm tối đa.')
  expect(told.at(-1)).toBe(1)
})
