import fc from 'fast-check'
import { expect, test } from 'vitest'
import { canonicalJson } from '../../src/model/canonicalJson.ts'
import { isSameJson } from '../../src/model/sameJson.ts'

test('property: says what comparing the canonical texts says', () => {
  const value = fc.jsonValue({ maxDepth: 3 })
  fc.assert(
    fc.property(value, value, (a, b) => {
      expect(isSameJson(a, b)).toBe(canonicalJson(a) === canonicalJson(b))
      expect(isSameJson(a, JSON.parse(canonicalJson(a)))).toBe(true)
    }),
  )
})

test('a field without a value is one that is not there; the order of fields says nothing', () => {
  expect(isSameJson({ a: 1, b: undefined }, { a: 1 })).toBe(true)
  expect(isSameJson({ a: 1 }, { b: undefined, a: 1 })).toBe(true)
  expect(isSameJson({ a: 1, b: 2 }, { b: 2, a: 1 })).toBe(true)
  expect(isSameJson({ a: 1 }, { a: 1, b: null })).toBe(false)
  expect(isSameJson([1, 2], [2, 1])).toBe(false)
  expect(isSameJson({ toString: 1 }, {})).toBe(false)
})
