import { describe, expect, test } from 'vitest'
import { buildChangeBars, buildMoverBars } from '../../src/charts/trendChangeSeries.ts'
import { buildFigureSeries } from '../../src/charts/trendFigureSeries.ts'
import { buildTrend, placesOf, type TrendSlotKey } from '../../src/charts/trendSeries.ts'
import type { StatedFigure } from '../../src/model/figure.ts'
import type { Trend, TrendPoint } from '../../src/model/trend.ts'

function point(period: string, value: string | null, rest: Partial<TrendPoint> = {}): TrendPoint {
  const drawn = value === null ? null : { from: value, to: value }
  return {
    ruleSetId: 'bo',
    period,
    stage: 'closed',
    asItStands: false,
    state: value === null ? 'notSent' : 'settled',
    drawn,
    points: drawn,
    maxPoints: '100',
    percent: drawn,
    share: null,
    shareInferred: false,
    meetsTarget: null,
    missing: 0,
    bandIds: [],
    forcedBy: null,
    change: null,
    noChange: 'first',
    joined: false,
    certainty: 'stated',
    notIncurred: false,
    note: null,
    ...rest,
  }
}

function trend(points: readonly TrendPoint[], rest: Partial<Trend> = {}): Trend {
  return {
    subject: { criterionId: null, measure: 'points' },
    unit: 'points',
    end: '100',
    start: '0',
    points,
    levels: [],
    hasShare: false,
    ...rest,
  }
}

const draw = (shown: Trend, entries: readonly TrendSlotKey[] = shown.points) =>
  buildTrend(shown, entries, null)
const xs = (periods: readonly string[]) => placesOf(periods).map(place => place.x)

describe('places on the time axis', () => {
  test('a month nobody published keeps its room', () => {
    // January, February and April: four rooms of a quarter
    expect(xs(['2026-01', '2026-02', '2026-04'])).toEqual([0.125, 0.375, 0.875])
  })

  test('months go on over the turn of the year, quarters and years are one room each', () => {
    expect(xs(['2025-12', '2026-01'])).toEqual([0.25, 0.75])
    expect(xs(['2025-Q4', '2026-Q1'])).toEqual([0.25, 0.75])
    expect(xs(['2021', '2022'])).toEqual([0.25, 0.75])
  })

  test('days lie as far from each other as they are, with air at both ends', () => {
    // 4 and 6 of 10 days; half of a third is left free on either side
    const [first = 0, second = 0, third = 0] = xs(['2026-10-01', '2026-10-05', '2026-10-11'])
    expect([first, third]).toEqual([1 / 6, 5 / 6])
    expect((second - first) / (third - first)).toBeCloseTo(0.4)
  })

  test('one day stands in the middle', () => {
    expect(xs(['2026-10-10'])).toEqual([0.5])
  })
})

describe('what is drawn', () => {
  test('heights are shares of the scale, which reaches below zero where points do', () => {
    const drawing = draw(
      trend([point('2026-01', '50'), point('2026-02', '-25')], { start: '-25', end: '75' }),
    )
    expect(drawing.slots.map(slot => slot.high)).toEqual([0.75, 0])
    expect(drawing.zero).toBe(0.25)
  })

  test('only joined points have a line', () => {
    const drawing = draw(
      trend([
        point('2026-01', '50'),
        point('2026-02', '60', { joined: true }),
        point('2026-03', null),
        point('2026-04', '70'),
      ]),
    )
    expect(drawing.lines).toEqual([{ x1: 0.125, y1: 0.5, x2: 0.375, y2: 0.6 }])
    expect(drawing.slots.map(slot => slot.high)).toEqual([0.5, 0.6, null, 0.7])
  })

  test('an open total is a stretch', () => {
    const open = point('2026-01', '40', { state: 'open', drawn: { from: '40', to: '60' } })
    expect(draw(trend([open])).slots).toMatchObject([{ low: 0.4, high: 0.6 }])
  })

  test('a period still loading keeps its room and has no point', () => {
    const entries = ['2026-01', '2026-02'].map(period => ({ ruleSetId: 'bo', period }))
    expect(draw(trend([point('2026-02', '50')]), entries).slots).toMatchObject([
      { point: null, high: null, x: 0.25 },
      { high: 0.5, x: 0.75 },
    ])
  })

  test('rule sets part half way between their periods, each with its own levels', () => {
    const level = (ruleSetId: string, at: string) =>
      ({ kind: 'band', ruleSetId, id: 'kha', percent: at, direction: 'higherIsBetter', at }) as const
    const drawing = draw(
      trend([point('2025-12', '50'), point('2026-01', '50', { ruleSetId: 'moi' })], {
        levels: [level('bo', '70'), level('moi', '65'), level('moi', '0')],
      }),
    )
    expect(drawing.segments).toEqual([
      { ruleSetId: 'bo', from: 0, to: 0.5 },
      { ruleSetId: 'moi', from: 0.5, to: 1 },
    ])
    // A band that begins at nothing needs no line.
    expect(drawing.levels.map(({ y, from, to }) => [y, from, to])).toEqual([
      [0.7, 0, 0.5],
      [0.65, 0.5, 1],
    ])
  })

  test('a number stands below where lines come down to its point', () => {
    const joined = { joined: true }
    const drawing = draw(
      trend([
        point('2026-01', '80'),
        point('2026-02', '40', joined),
        point('2026-03', '80', joined),
        point('2026-04', '79', joined),
      ]),
    )
    expect(drawing.slots.map(slot => slot.labelBelow)).toEqual([false, true, false, false])
  })

  test('24 months name every half year first and need few marks', () => {
    const months = Array.from({ length: 24 }, (_, index) => {
      const month = String((index % 12) + 1).padStart(2, '0')
      return point(`${2025 + Math.floor(index / 12)}-${month}`, '50', { joined: index > 0 })
    })
    const { ticks, slots, lines, density } = draw(trend(months))
    expect(ticks.filter(tick => tick.rank === 0).map(tick => tick.period)).toEqual([
      '2025-01',
      '2025-07',
      '2026-01',
      '2026-07',
    ])
    expect(ticks).toHaveLength(8)
    expect(slots.length + lines.length).toBe(47)
    expect(density).toBe('dense')
  })
})

describe('what moved a total', () => {
  const same = (value: string) => ({ from: value, to: value })

  test('steps hang between the levels before and after them', () => {
    const bars = buildChangeBars({
      kind: 'comparable',
      unit: 'points',
      before: same('60'),
      after: same('65'),
      difference: same('5'),
      steps: [
        { cause: 'rules', difference: same('0'), total: same('60') },
        { cause: 'data', difference: same('10'), total: same('70') },
        { cause: 'review', difference: same('-5'), total: same('65') },
      ],
    })
    // 60 to 70 lie on 0.06 to 0.94
    expect(bars.steps.map(step => step.bar?.direction)).toEqual(['still', 'up', 'down'])
    expect(bars.steps[1]?.bar?.from).toBeCloseTo(0.06)
    expect(bars.steps[1]?.bar?.to).toBeCloseTo(0.94)
    expect(bars.steps[2]?.bar?.from).toBeCloseTo(0.5)
    expect(bars.after.to).toBeCloseTo(0.5)
  })

  test('an open step is a stretch and no bar; nothing moved stands in the middle', () => {
    const open = buildChangeBars({
      kind: 'comparable',
      unit: 'points',
      before: same('60'),
      after: same('60'),
      difference: same('0'),
      steps: [{ cause: 'data', difference: { from: '0', to: '10' }, total: { from: '60', to: '70' } }],
    })
    expect(open.steps[0]?.bar).toBeNull()
    const still = buildChangeBars({
      kind: 'comparable',
      unit: 'points',
      before: same('60'),
      after: same('60'),
      difference: same('0'),
      steps: [],
    })
    expect(still.before).toEqual({ from: 0.5, to: 0.5 })
  })

  test('criteria share one scale to both sides', () => {
    const rows = [
      { difference: same('-2') },
      { difference: same('1') },
      { difference: { from: '-1', to: '2' } },
    ]
    expect(buildMoverBars(rows)).toEqual([
      { from: -1, to: -1 },
      { from: 0.5, to: 0.5 },
      { from: -0.5, to: 1 },
    ])
    expect(buildMoverBars([])).toEqual([])
  })
})

describe('figures stated in series', () => {
  const figure = (seriesId: string, period: string, value: string, unit = '%'): StatedFigure => ({
    id: `${seriesId} ${period}`,
    name: seriesId,
    value,
    unit,
    period,
    seriesId,
    provenance: { certainty: 'stated', source: null },
  })

  test('are one picture each, in the order of time, joined only where nothing lies between', () => {
    const [first, second] = buildFigureSeries([
      figure('a', '2026-04', '80'),
      figure('a', '2026-01', '20'),
      figure('a', '2026-02', '40'),
      figure('b', '2021', '2', 'điểm'),
    ])
    expect(first?.points.map(({ figure: { period }, y }) => [period, y])).toEqual([
      ['2026-01', 0.2],
      ['2026-02', 0.4],
      ['2026-04', 0.8],
    ])
    expect(first?.lines).toHaveLength(1)
    expect(first?.end).toBe('100')
    expect(second).toMatchObject({ end: null, lines: [] })
  })

  test('nothing stated draws nothing', () => {
    expect(buildFigureSeries([])).toEqual([])
  })
})
