import { describe, expect, test } from 'vitest'
import { buildRadar } from '../../src/charts/radarSeries.ts'
import type { Interval } from '../../src/model/exact.ts'
import type { AreaShares } from '../../src/model/scoreSheet.ts'

const sharesOf = (...percents: readonly (Interval | string | null)[]): AreaShares => ({
  best: [],
  worst: [],
  areas: percents.map((percent, index) => ({
    criterionId: `a${index}`,
    code: String(index),
    name: `Lĩnh vực ${index}`,
    shortName: `Lĩnh vực ${index}`,
    maxPoints: '10',
    points: null,
    percent: typeof percent === 'string' ? { from: percent, to: percent } : percent,
  })),
})

describe('radar', () => {
  test('starts at the top and goes round clockwise, each point its share of the radius', () => {
    const radar = buildRadar(sharesOf('100', '50', '25', '0'))
    const at = radar?.spokes.map(({ at: point }) => point && [point.x, point.y])
    expect(at?.[0]?.[1]).toBeCloseTo(-1)
    expect(at?.[1]?.[0]).toBeCloseTo(0.5)
    expect(at?.[2]?.[1]).toBeCloseTo(0.25)
    // Zero is a result and has a place.
    expect(at?.[3]?.[0]).toBeCloseTo(0)
    expect(radar?.shape).toHaveLength(4)
    expect(radar?.edges.every(edge => edge.sure)).toBe(true)
  })

  test('what nobody knows has no place: no point, no edge to it, no filled shape', () => {
    const radar = buildRadar(sharesOf('100', '50', null, '80'))
    expect(radar?.spokes[2]?.at).toBeNull()
    expect(radar?.edges).toHaveLength(2)
    expect(radar?.shape).toEqual([])
  })

  test('an open area reaches from its sure share to what it may become, with unsure edges', () => {
    const radar = buildRadar(sharesOf({ from: '20', to: '60' }, '50', '50'))
    expect(radar?.spokes[0]?.at?.y).toBeCloseTo(-0.2)
    expect(radar?.spokes[0]?.open?.y).toBeCloseTo(-0.6)
    expect(radar?.edges.map(edge => edge.sure)).toEqual([false, true, false])
  })

  test.each([
    ['two areas', ['50', '50'], false],
    ['three', ['50', '50', '50'], true],
    ['eight', Array(8).fill('50'), true],
    ['nine', Array(9).fill('50'), false],
    ['three of which one is unknown', ['50', null, '50'], false],
  ] as const)('is drawn for %s: %s', (_, percents, isDrawn) => {
    expect(buildRadar(sharesOf(...percents)) !== null).toBe(isDrawn)
  })

  test('stays inside its ring below zero and past the maximum', () => {
    const radar = buildRadar(sharesOf('-5', '130', '50'))
    expect(radar?.spokes[0]?.at?.y).toBeCloseTo(0)
    expect(Math.hypot(radar?.spokes[1]?.at?.x ?? 9, radar?.spokes[1]?.at?.y ?? 9)).toBeCloseTo(1)
  })
})
