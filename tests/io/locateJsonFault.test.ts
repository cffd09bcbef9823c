import fc from 'fast-check'
import { expect, test } from 'vitest'
import { locateJsonFault } from '../../src/io/locateJsonFault.ts'

/** What the engine complains of; null when it reads the text. */
function complaintOf(text: string): string | null {
  try {
    JSON.parse(text)
    return null
  } catch (error) {
    return String(error)
  }
}

function offsetOf(text: string): number {
  const { line, column } = locateJsonFault(text)
  const before = text.split('\n').slice(0, line - 1)
  return before.reduce((sum, one) => sum + one.length + 1, 0) + column - 1
}

test.each([
  ['', 1, 1],
  ['{"a": 1} x', 1, 10],
  ['[1, 2', 1, 6],
  ['[1 2]', 1, 4],
  ['[1,]', 1, 4],
  ['{"a" 1}', 1, 6],
  ['{a: 1}', 1, 2],
  ['{"a": tru}', 1, 7],
  ['{"a": 01}', 1, 8],
  ['{"a": -}', 1, 7],
  ['"a\tb"', 1, 3],
  ['"\\x"', 1, 2],
  ['{\n  "a": [\n    1,\n  ]\n}', 4, 3],
])('%j is wrong at line %i, column %i', (text, line, column) => {
  expect(complaintOf(text)).not.toBeNull()
  expect(locateJsonFault(text)).toEqual({ line, column })
})

/** Valid JSON with one character put in, taken out or exchanged, and now refused. */
const broken = fc
  .tuple(fc.json({ maxDepth: 3 }), fc.nat(), fc.constantFrom('', ...'{}[]":,\\x0-. \n\t'), fc.boolean())
  .map(([json, place, sign, keep]) => {
    const at = place % (json.length + 1)
    return json.slice(0, at) + sign + json.slice(keep ? at : at + 1)
  })
  .filter(text => complaintOf(text) !== null)

test('property: never past the place the engine names, and in the same word', () => {
  // Node words some complaints with a place: the very character, where we name the begin of its word.
  fc.assert(
    fc.property(broken, text => {
      const stated = /at position (\d+)/.exec(complaintOf(text) ?? '')?.[1]
      const offset = offsetOf(text)
      expect(offset).toBeLessThanOrEqual(text.length)
      if (stated === undefined) return
      expect(offset).toBeLessThanOrEqual(Number(stated))
      expect(text.slice(offset, Number(stated))).not.toMatch(/[\s{}[\]:,"]/)
    }),
    { numRuns: 3000, seed: 766 },
  )
})

test.each([
  ['a text without its end', '"', 'a', 20_000_000],
  ['a number without its end', '-', '1', 1_000_000],
  ['brackets without their ends', '', '[', 1_000_000],
])('%s, as long as a file may be, is located and not a crash', (_, start, sign, times) => {
  const text = start + sign.repeat(times) + (sign === '1' ? '.' : '')
  expect(locateJsonFault(text).line).toBe(1)
})
