import { expect, test } from 'vitest'
import { planSchema } from '../../../src/io/planSchema.ts'
import { phaseLanes } from '../../../src/scoring/tasks/phaseLanes.ts'
import { readJson } from '../../data/dataFiles.ts'

const phase = (id: string, from: string, to: string) => ({ id, from, to })

test('the phases of Bình Định overlap where the document has them overlap', () => {
  const { phases = [] } = planSchema.parse(readJson('plans/nd45-binh-dinh-2020.json'))
  const { lanes, overlaps, gaps } = phaseLanes(phases)
  expect(lanes.map(({ from, to }) => `${from} ${to}`)).toEqual([
    '2020-06-01 2020-12-31',
    '2021-01-01 2021-12-31',
    '2021-12-01 2022-12-31',
    '2022-07-01 2024-06-30',
    '2024-07-01 2025-12-31',
  ])
  expect(overlaps).toEqual([
    {
      firstId: 'so-hoa-giai-doan-2',
      secondId: 'so-hoa-giai-doan-3',
      from: '2021-12-01',
      to: '2021-12-31',
      days: 31, // December
    },
    {
      firstId: 'so-hoa-giai-doan-3',
      secondId: 'so-hoa-giai-doan-4',
      from: '2022-07-01',
      to: '2022-12-31',
      days: 184, // 31 + 31 + 30 + 31 + 30 + 31
    },
  ])
  // Phases 1 and 2, 4 and 5 follow on from each other.
  expect(gaps).toEqual([])
})

test('phases that meet on a day overlap on that day; a day between them is a gap', () => {
  expect(
    phaseLanes([phase('a', '2021-01-01', '2021-06-30'), phase('b', '2021-06-30', '2021-12-31')]),
  ).toMatchObject({
    overlaps: [{ from: '2021-06-30', to: '2021-06-30', days: 1 }],
    gaps: [],
  })
  expect(
    phaseLanes([phase('a', '2021-01-01', '2021-06-29'), phase('b', '2021-07-01', '2021-12-31')]),
  ).toMatchObject({
    overlaps: [],
    gaps: [{ from: '2021-06-30', to: '2021-06-30' }],
  })
})

test('a phase inside another overlaps with all of itself, and the long one covers what follows', () => {
  const { overlaps, gaps, lanes } = phaseLanes([
    phase('late', '2021-08-01', '2021-08-31'),
    phase('long', '2021-01-01', '2021-12-31'),
    phase('inside', '2021-03-01', '2021-03-31'),
  ])
  expect(lanes.map(({ id }) => id)).toEqual(['long', 'inside', 'late'])
  expect(overlaps.map(({ firstId, secondId, days }) => [firstId, secondId, days])).toEqual([
    ['long', 'inside', 31],
    ['long', 'late', 31],
  ])
  expect(gaps).toEqual([])
})
