import { describe, expect, test } from 'vitest'
import type { Metric, RuleSet } from '../../../src/model/ruleSet.ts'
import { aCriterion, aRatioRule, aRuleSet } from '../builders.ts'
import { found, passes, said } from './checkBuilders.ts'

const rules = aRuleSet({
  criteria: [
    aCriterion({ id: 'a', rule: { kind: 'perUnit', metric: 'x', pointsPerUnit: '1' } }),
    aCriterion({ id: 'b', rule: aRatioRule() }),
  ],
})

function withMetrics(parts: Partial<Metric>): RuleSet {
  return { ...rules, metrics: rules.metrics.map(metric => ({ ...metric, ...parts })) }
}

/** x now and in the month before. */
const months = (now: string, was: string) => ({
  figures: { x: now },
  before: { period: '2026-10', figures: { x: was } },
})

describe('ten times as much', () => {
  const code = 'tenfold-jump'

  test('exactly ten times is doubted, one less is not', () => {
    expect(said(rules, code, months('1530', '153'))).toEqual([
      '“Số liệu x” là 1.530 hồ sơ, gấp 10 lần so với tháng 10/2026 (153 hồ sơ)',
    ])
    expect(passes(rules, code, months('1529', '153'))).toBe(true)
  })

  test('a tenth is doubted, one more is not', () => {
    expect(said(rules, code, months('153', '1530'))).toEqual([
      '“Số liệu x” là 153 hồ sơ, giảm 10 lần so với tháng 10/2026 (1.530 hồ sơ)',
    ])
    expect(passes(rules, code, months('154', '1530'))).toBe(true)
    // 1.920 ÷ 156 = 12,307…
    expect(said(rules, code, months('1920', '156'))[0]).toContain('gấp 12,3 lần')
  })

  test('how many times is told up to a thousand', () => {
    const times = (now: string) => said(rules, code, months(now, '100'))[0]
    expect(times('100000')).toContain('gấp 1.000 lần')
    expect(times('100001')).toContain('gấp trên 1.000 lần')
    expect(times('99990')).toContain('gấp 999,9 lần')
    expect(said(rules, code, months('100', '2770083102493070'))[0]).toContain('giảm trên 1.000 lần')
  })

  test('nothing tells nothing', () => {
    expect(found(rules, code, months('1530', '0'))).toEqual([])
    expect(found(rules, code, months('0', '1530'))).toEqual([])
  })

  test('small numbers are left alone: under 10, unless they end at 100', () => {
    expect(found(rules, code, months('99', '9'))).toEqual([])
    expect(found(rules, code, months('100', '9'))).toHaveLength(1)
    expect(found(rules, code, months('9', '100'))).toHaveLength(1)
    expect(found(rules, code, months('100', '10'))).toHaveLength(1)
  })

  test('exact where floats are not: 0,3 ten times is 3, and so is 2^53 and one', () => {
    const decimals = withMetrics({ valueType: 'number' })
    expect(found(decimals, code, months('3000000000000000.3', '300000000000000.03'))).toHaveLength(1)
    expect(found(decimals, code, months('3000000000000000.2', '300000000000000.03'))).toEqual([])
  })

  test('shares may well grow tenfold', () => {
    expect(found(withMetrics({ valueType: 'percent', unit: '%' }), code, months('100', '10'))).toEqual([])
  })

  test('a quarter is not held against a month, and nothing is said without a period before', () => {
    const quarter = { figures: { x: '1530' }, before: { period: '2026-Q3', figures: { x: '15' } } }
    expect(found(rules, code, quarter)).toEqual([])
    expect(passes(rules, code, quarter)).toBe(false)
    expect(passes(rules, code, { figures: { x: '1530' } })).toBe(false)
  })
})

describe('what is counted up over the year', () => {
  const code = 'cumulative-falls'
  const upward = withMetrics({ isCumulative: true })

  test('falls by one within a year and is doubted; standing still is not', () => {
    expect(said(upward, code, months('1529', '1530'))).toEqual([
      '“Số liệu x” là số lũy kế nhưng giảm từ 1.530 hồ sơ (tháng 10/2026) xuống 1.529 hồ sơ',
    ])
    expect(passes(upward, code, months('1530', '1530'))).toBe(true)
  })

  test('begins anew in January', () => {
    const january = {
      figures: { x: '12' },
      period: '2027-01',
      before: { period: '2026-12', figures: { x: '90' } },
    }
    expect(found(upward, code, january)).toEqual([])
    expect(passes(upward, code, january)).toBe(false)
  })

  test('figures of a month may fall', () => {
    expect(found(rules, code, months('1529', '1530'))).toEqual([])
  })
})

describe('sent again as it was', () => {
  const code = 'same-as-last-period'
  const month = (figures: Record<string, string>, was: Record<string, string>) => ({
    figures,
    before: { period: '2026-10', figures: was },
  })

  test('every count that is not 0 is the same: three of them are doubted, two may be chance', () => {
    expect(
      said(rules, code, month({ x: '5', done: '7', all: '9' }, { x: '5', done: '7', all: '9' })),
    ).toEqual(['Cả 3 số đếm khác 0 đều giống hệt tháng 10/2026: đã nhập số mới chưa?'])
    expect(
      found(rules, code, month({ x: '5', done: '7', all: '0' }, { x: '5', done: '7', all: '0' })),
    ).toEqual([])
  })

  test('one that differs is enough, from 0 too', () => {
    expect(passes(rules, code, month({ x: '5', done: '7', all: '9' }, { x: '5', done: '7', all: '8' }))).toBe(
      true,
    )
    expect(passes(rules, code, month({ x: '5', done: '7', all: '9' }, { x: '5', done: '7', all: '0' }))).toBe(
      true,
    )
  })
})

describe('the same at every agency', () => {
  const code = 'same-everywhere'
  const group = (own: string, others: readonly string[]) => ({
    figures: { x: own },
    peers: others.map(x => ({ x })),
  })

  test('three others with the same number, not two', () => {
    expect(said(rules, code, group('5', ['5', '5', '5']))).toEqual([
      '“Số liệu x” là 5 hồ sơ, giống hệt 3 đơn vị khác cùng nhóm: có phải số của đơn vị mình?',
    ])
    expect(found(rules, code, group('5', ['5', '5']))).toEqual([])
  })

  test('one that differs is enough; 0 everywhere says nothing', () => {
    expect(passes(rules, code, group('5', ['5', '5', '6']))).toBe(true)
    expect(found(rules, code, group('0', ['0', '0', '0']))).toEqual([])
  })

  test('what is only counted against may be the same for all', () => {
    const whole = { figures: { all: '64' }, peers: ['64', '64', '64'].map(all => ({ all })) }
    expect(found(rules, code, whole).map(each => each.severity)).toEqual(['notice'])
    const part = { figures: { done: '64' }, peers: ['64', '64', '64'].map(done => ({ done })) }
    expect(found(rules, code, part).map(each => each.severity)).toEqual(['doubt'])
  })
})

describe('a period before that could not be loaded', () => {
  const code = 'previous-not-loaded'
  const growing = aRuleSet({
    criteria: [
      aCriterion({ id: 'a' }),
      aCriterion({
        id: 'g',
        rule: { kind: 'growth', metric: 'x', whenPreviousZero: 'zero', bands: [], otherwise: '0' },
      }),
    ],
  })

  test('is said once, and at the leaves that wait for it', () => {
    expect(
      found(growing, code, { previousFailed: '2026-10' }).map(({ text, place, severity }) => [
        severity,
        place.nodeId,
        text.vi,
      ]),
    ).toEqual([
      ['notice', 'g', 'chưa tính được mức tăng, giảm vì chưa tải được số liệu tháng 10/2026'],
      ['notice', null, 'Chưa tải được số liệu kỳ trước (tháng 10/2026), nên chưa đối chiếu với kỳ đó'],
    ])
    expect(found(growing, code, {})).toEqual([])
  })

  test('that is not right before keeps no growth waiting', () => {
    expect(found(growing, code, { previousFailed: '2026-09' }).map(each => each.place.nodeId)).toEqual([null])
  })
})
