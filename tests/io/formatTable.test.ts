import { expect, test } from 'vitest'
import { formatTable } from '../../src/io/formatTable.ts'
import type { SubmissionTable } from '../../src/model/submission.ts'

const head = {
  $schema: '../../schema/submission-table.schema.json',
  ruleSetId: 'mau',
  ruleSetVersion: '1',
  period: '2026-09',
  stage: 'closed',
  provenance: { certainty: 'illustrative', source: null },
  metricIds: ['a', 'b'],
} as const

const table: SubmissionTable & { readonly $schema: string } = {
  ...head,
  rows: [
    { agencyId: 'xa-mot', cells: ['1', { state: 'missing', note: 'Chưa nộp' }] },
    { agencyId: 'xa-hai', cells: ['2', '3'], note: 'Đã đủ' },
  ],
}

test('writes the head like any data file and each row on a line of its own', () => {
  const lines = formatTable(table).split('\n')
  expect(lines.slice(0, 2)).toEqual(['{', '  "$schema": "../../schema/submission-table.schema.json",'])
  expect(lines.slice(-6)).toEqual([
    '  "rows": [',
    '    {"agencyId":"xa-mot","cells":["1",{"state":"missing","note":"Chưa nộp"}]},',
    '    {"agencyId":"xa-hai","cells":["2","3"],"note":"Đã đủ"}',
    '  ]',
    '}',
    '',
  ])
})

test.each([table, { ...head, rows: [] }])(
  'can be read back to the same table, and written the same again',
  given => {
    const text = formatTable(given)
    expect(JSON.parse(text)).toEqual(given)
    expect(formatTable(JSON.parse(text))).toBe(text)
  },
)
