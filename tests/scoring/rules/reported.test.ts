import { expect, test } from 'vitest'
import type { Criterion } from '../../../src/model/ruleSet.ts'
import type { PublishedPoints } from '../../../src/model/submission.ts'
import {
  aCriterion,
  aRuleSet,
  aSubmission,
  inferred,
  nodeOf,
  roundingAt,
  score,
  stated,
  toPlaces,
} from '../builders.ts'
import { boundsOf, figuresOf } from './leafScenes.ts'

const scene = (maxPoints: string, points: readonly PublishedPoints[], parts: Partial<Criterion> = {}) => {
  const criteria = [aCriterion({ maxPoints, rule: { kind: 'reported' }, ...parts })]
  const rounding = roundingAt({ leaf: toPlaces(2) })
  const published = { provenance: stated, total: null, points }
  return nodeOf(score(aRuleSet({ criteria, rounding }), aSubmission({ published })), 'leaf')
}

test('PAR Index 2022, NDXP services, 0.5333: published points are not rounded again', () => {
  const node = scene('1', [{ nodeId: 'leaf', points: '0.5333' }])
  expect(node.outcome).toEqual({ kind: 'scored', points: '0.5333', unrounded: '0.5333', certainty: 'stated' })
  expect(node.explanation?.rounding).toEqual([])
})

test('QĐ 766, online services of Đắk Lắk, 8.97 of 12: taken as the portal gives them', () => {
  expect(scene('12', [{ nodeId: 'leaf', points: '8.97' }])).toMatchObject({
    outcome: { kind: 'scored', points: '8.97' },
    gapToMax: { from: '3.03', to: '3.03' }, // 12 − 8.97
  })
})

test('points nobody published are missing, published zero is a score', () => {
  expect(scene('1', []).outcome).toEqual({ kind: 'missing', metricIds: [], range: { from: '0', to: '1' } })
  expect(scene('1', [{ nodeId: 'other', points: '1' }]).outcome).toMatchObject({ kind: 'missing' })
  expect(scene('1', [{ nodeId: 'leaf', points: '0' }]).outcome).toMatchObject({ kind: 'scored', points: '0' })
})

test('an entry of its own provenance is as sure as that, else as the whole result', () => {
  const explained = (entry: PublishedPoints) => scene('1', [entry]).explanation?.rule
  expect(explained({ nodeId: 'leaf', points: '1' })).toMatchObject({ provenance: stated })
  const own = { nodeId: 'leaf', points: '1', provenance: inferred }
  expect(explained(own)).toMatchObject({ provenance: inferred })
  expect(scene('1', [own]).outcome).toMatchObject({ certainty: 'inferred' })
})

test.each(['survey', 'review'] as const)('without points a leaf of the %s waits for it', assessedBy => {
  expect(scene('1', [], { assessedBy }).outcome).toMatchObject({ kind: 'pendingReview', assessedBy })
  const known = [{ nodeId: 'leaf', points: '0.7981' }]
  expect(scene('1', known, { assessedBy }).outcome).toMatchObject({ points: '0.7981' })
})

test('a leaf the agency scores itself does not wait, it is missing', () => {
  expect(scene('1', [], { assessedBy: 'self' }).outcome).toMatchObject({ kind: 'missing' })
})

test('looks at no figure and lies between none and the maximum', () => {
  expect(figuresOf({ kind: 'reported' })).toEqual([])
  expect(boundsOf({ kind: 'reported' }, '12')).toEqual(['0', '12'])
})
