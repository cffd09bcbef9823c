import { expect, test } from 'vitest'
import { parsePeriod } from '../../src/model/period.ts'

test.each([
  ['2022', { kind: 'year', year: '2022' }],
  ['2026-Q1', { kind: 'quarter', year: '2026', quarter: '1' }],
  ['2026-Q4', { kind: 'quarter', year: '2026', quarter: '4' }],
  ['2026-01', { kind: 'month', year: '2026', month: '01' }],
  ['2026-12', { kind: 'month', year: '2026', month: '12' }],
  ['2026-10-01', { kind: 'date', year: '2026', month: '10', day: '01' }],
  ['2026-10-31', { kind: 'date', year: '2026', month: '10', day: '31' }],
])('%s', (text, period) => {
  expect(parsePeriod(text)).toEqual(period)
})

test.each([
  '',
  '22',
  '20222',
  '2026-Q0',
  '2026-Q5',
  '2026-q1',
  '2026-Q1-01',
  '2026-00',
  '2026-13',
  '2026-1',
  '2026-10-00',
  '2026-10-32',
  '2026-10-1',
  ' 2026',
  '2026 ',
  '2026\n',
  '10/10/2026',
])('"%s" is no period', text => {
  expect(parsePeriod(text)).toBeNull()
})
