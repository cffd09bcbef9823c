import { expect, test } from 'vitest'
import { isForm } from '../../../src/io/formSheet/readForm.ts'
import { readWorkbook } from '../../../src/io/xlsx.ts'
import type { Agency } from '../../../src/model/agency.ts'
import { assessDraft } from '../../../src/state/assessment/assess.ts'
import { formWorkbook } from '../../../src/state/assessment/formWorkbook.ts'
import { newDraft } from '../../../src/state/assessment/newDraft.ts'
import { aRuleSet } from '../../scoring/builders.ts'

const agency: Agency = { id: 'don-vi', code: null, name: 'Đơn vị thử', level: 'commune' }

test('a worker makes the workbook, with the sentences of the page', async () => {
  const ruleSet = aRuleSet()
  const draft = newDraft({
    ruleSet,
    sha256: 'a'.repeat(64),
    agency,
    period: '2026-11',
    now: '2026-11-21T03:00:00.000Z',
    id: 'ban-nhap',
    origin: { from: 'blank' },
  })
  const assessment = assessDraft({
    draft,
    ruleSet,
    ruleSetSha256: 'a'.repeat(64),
    agency,
    documents: [],
    previous: null,
    peers: [],
  })
  const blob = await formWorkbook(assessment, new Map([['leaf', 'Tử số ÷ mẫu số × điểm tối đa']]))
  expect(blob.type).toContain('spreadsheetml')
  const book = await readWorkbook(new Uint8Array(await blob.arrayBuffer()), 'bieu.xlsx')
  if (!book.ok) throw new Error('not read')
  expect(isForm(book.value)).toBe(true)
  const how = book.value[0]?.rows.get(7)?.get(13)
  expect(how).toEqual({ kind: 'text', text: 'Tử số ÷ mẫu số × điểm tối đa.' })
})
