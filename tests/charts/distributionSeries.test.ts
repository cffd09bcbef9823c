import { describe, expect, test } from 'vitest'
import { buildDistribution, type DistributionPoint } from '../../src/charts/distributionSeries.ts'
import { heatStep } from '../../src/charts/heatSteps.ts'

const bands = [
  { id: 'cao', fromPercent: '80' },
  { id: 'vua', fromPercent: '50' },
  { id: 'thap', fromPercent: '0' },
]

const at = (agencyId: string, from: string, to = from, isIdle = false): DistributionPoint => ({
  agencyId,
  percent: { from, to },
  isIdle,
})

test('stacks agencies on steps of two percent, the last one closed', () => {
  // 50 and 51.9 share the step 50–52; 52 begins the next; 100 belongs to 98–100.
  const { steps, tallest, mode } = buildDistribution(
    [at('x', '50'), at('y', '51.9'), at('z', '52'), at('t', '100'), at('u', '98')],
    bands,
  )
  expect(mode).toBe('dots')
  expect(tallest).toBe(2)
  expect(steps).toEqual([
    { at: 0.51, width: 0.02, agencyIds: ['x', 'y'] },
    { at: 0.53, width: 0.02, agencyIds: ['z'] },
    { at: 0.99, width: 0.02, agencyIds: ['t', 'u'] },
  ])
})

test('what is open is a range, what is idle a sign of its own; neither is stacked', () => {
  const { steps, open, idle, tallest } = buildDistribution(
    [at('x', '40', '60'), at('y', '90', '90', true)],
    bands,
  )
  expect([steps, tallest]).toEqual([[], 0])
  expect(open).toEqual([{ agencyId: 'x', from: 0.4, to: 0.6 }])
  expect(idle).toEqual([{ agencyId: 'y', at: 0.9 }])
})

test('bands from the lowest, each up to the next', () => {
  expect(buildDistribution([], bands).bands).toEqual([
    { bandId: 'thap', from: 0, to: 0.5 },
    { bandId: 'vua', from: 0.5, to: 0.8 },
    { bandId: 'cao', from: 0.8, to: 1 },
  ])
})

test('bonus points past the scale stay on it', () => {
  expect(buildDistribution([at('x', '104'), at('y', '-2')], []).steps.map(step => step.at)).toEqual([
    0.01, 0.99,
  ])
})

test.each([
  [60, 'dots'],
  [61, 'bars'],
] as const)('%d agencies are %s', (count, mode) => {
  const points = Array.from({ length: count }, (_, index) => at(String(index), '70'))
  const built = buildDistribution(points, bands)
  expect(built.mode).toBe(mode)
  // Bars are as many as there are steps: never more than fifty.
  expect(built.steps).toHaveLength(1)
})

describe('heat steps', () => {
  test.each([
    ['0', 1],
    ['49.9', 1],
    ['50', 2],
    ['69.99', 2],
    ['70', 3],
    ['79.99', 3],
    ['80', 4],
    ['89.99', 4],
    ['90', 5],
    ['100', 5],
    ['200/3', 2],
  ] as const)('%s percent is step %d', (percent, step) => {
    expect(heatStep(percent)).toBe(step)
  })
})
