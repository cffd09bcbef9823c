import { describe, expect, test } from 'vitest'
import { buildSparkline, type SparkPoint, sparkScale } from '../../src/charts/sparklineSeries.ts'
import type { Stage } from '../../src/model/submission.ts'

const at = (
  period: string,
  from: string | null,
  to: string | null = from,
  stage: Stage = 'closed',
): SparkPoint => ({
  period,
  stage,
  percent: from === null || to === null ? null : { from, to },
})

const whole = { from: 0, to: 100 }

describe('lines', () => {
  test('months stand where the calendar puts them', () => {
    const line = buildSparkline([at('2026-01', '50'), at('2026-02', '60'), at('2026-05', '70')], whole)
    expect(line.dots.map(dot => [dot.x, dot.y])).toEqual([
      [0, 0.5],
      [0.25, 0.6],
      [1, 0.7],
    ])
    // March and April were never published: no line across them.
    expect(line.lines).toEqual([{ x1: 0, y1: 0.5, x2: 0.25, y2: 0.6 }])
  })

  test('a year’s end is no gap', () => {
    expect(buildSparkline([at('2025-12', '50'), at('2026-01', '60')], whole).lines).toHaveLength(1)
  })

  test('a period without a score draws nothing and parts the line', () => {
    const line = buildSparkline([at('2026-01', '50'), at('2026-02', null), at('2026-03', '70')], whole)
    expect(line.dots.map(dot => dot.period)).toEqual(['2026-01', '2026-03'])
    expect(line.lines).toEqual([])
  })

  test('one date draws one dot, at the end', () => {
    expect(buildSparkline([at('2026-10-10', '40')], whole)).toEqual({
      dots: [{ period: '2026-10-10', x: 1, y: 0.4, top: null }],
      lines: [],
    })
    expect(buildSparkline([], whole)).toEqual({ dots: [], lines: [] })
  })

  test('dates join the next date that was published, not a later one', () => {
    const days = [at('2026-09-17', '40'), at('2026-09-28', null), at('2026-10-10', '50')]
    expect(buildSparkline(days, whole).lines).toEqual([])
    expect(buildSparkline(days.toSpliced(1, 1), whole).lines).toHaveLength(1)
  })

  test('an open score keeps both ends and joins nothing', () => {
    const line = buildSparkline([at('2026-01', '50'), at('2026-02', '40', '60')], whole)
    expect(line.dots[1]).toMatchObject({ y: 0.4, top: 0.6 })
    expect(line.lines).toEqual([])
  })

  test('a claim and a decision are joined by nothing, their likes are', () => {
    const stages: readonly Stage[] = [
      'firstReview',
      'closed',
      'selfAssessment',
      'selfAssessment',
      'published',
    ]
    const months = stages.map((stage, index) => at(`2026-0${index + 1}`, '50', '50', stage))
    const { dots, lines } = buildSparkline(months, whole)
    expect(dots).toHaveLength(5)
    expect(lines.map(({ x1, x2 }) => [x1, x2])).toEqual([
      [0, 0.25],
      [0.5, 0.75],
    ])
  })

  test('fractions find their place', () => {
    expect(buildSparkline([at('2026', '200/3')], whole).dots[0]?.y).toBeCloseTo(2 / 3)
  })
})

describe('scale', () => {
  test('from the least to the most of all lines', () => {
    expect(sparkScale([[at('2026-01', '20')], [at('2026-01', '60', '90')]])).toEqual({ from: 20, to: 90 })
  })

  test('never narrower than ten percentage points', () => {
    // 2 points apart: 4 more on either side
    expect(sparkScale([[at('2026-01', '70'), at('2026-02', '72')]])).toEqual({ from: 66, to: 76 })
    expect(sparkScale([[at('2026-01', '50')]])).toEqual({ from: 45, to: 55 })
  })

  test('of nothing is the whole scale', () => {
    expect(sparkScale([])).toEqual(whole)
    expect(sparkScale([[at('2026-01', null)]])).toEqual(whole)
  })
})
