import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { DraftEdit } from '../../src/model/draft.ts'
import {
  type DraftHistory,
  followed,
  longestHistory,
  redone,
  startHistory,
  undone,
  withChange,
} from '../../src/state/assessment/draftHistory.ts'
import { aDraft, typed } from './draftBuilders.ts'

const at = '2026-11-21T08:00:00.000Z'
const type = (text: string, metricId = 'm'): readonly DraftEdit[] => [
  { kind: 'field', metricId, entry: { state: 'typed', text } },
]
const textOf = (history: DraftHistory | null, metricId = 'm') => {
  const entry = history?.present.fields.get(metricId)
  return entry?.state === 'typed' ? entry.text : null
}

/** Typed letter by letter into one field. */
const typing = (history: DraftHistory, text: string, metricId = 'm') =>
  [...text].reduce(
    (each, _, index) => withChange(each, type(text.slice(0, index + 1), metricId), at, metricId),
    history,
  )

test('letters typed into one field are one step; another field begins another', () => {
  const history = typing(typing(startHistory(aDraft()), '1464'), '1529', 'n')
  expect(history.past).toHaveLength(2)
  const once = undone(history, at)
  expect([textOf(once), textOf(once, 'n')]).toEqual(['1464', null])
  expect(textOf(once && undone(once, at))).toBeNull()
})

test('typing after an undo is a step of its own, even in the same field', () => {
  const back = undone(typing(startHistory(aDraft()), '12'), at)
  const again = back && typing(back, '34')
  expect(again?.past).toHaveLength(1)
  expect(again?.future).toEqual([])
})

test('edits without a mark never join', () => {
  const history = withChange(withChange(startHistory(aDraft()), type('1'), at), type('2'), at)
  expect(history.past).toHaveLength(2)
})

test('a file that was made is no step: it cannot be undone, and what could be redone still can', () => {
  const made = { at, fileName: 'a.parboard', sha256: 'c'.repeat(64), revision: 2 }
  const back = undone(withChange(startHistory(aDraft()), type('1'), at), at)
  const handed = back && withChange(back, [{ kind: 'handedIn', made }], at)
  expect(handed?.past).toHaveLength(0)
  const forth = handed && redone(handed, at)
  expect(textOf(forth)).toBe('1')
  expect(forth?.present.handedIn).toEqual([made])
})

test('what another tab saved is one step back, however often it saves', () => {
  const mine = typing(startHistory(aDraft()), '7')
  const other = aDraft({ revision: 9, fields: typed({ m: '8' }) })
  const twice = followed(followed(mine, other), { ...other, revision: 10, fields: typed({ m: '9' }) })
  expect(textOf(twice)).toBe('9')
  const back = undone(twice, at)
  expect(textOf(back)).toBe('7')
  expect(back?.present.revision).toBe(11)
})

test('nothing to undo or redo', () => {
  expect(undone(startHistory(aDraft()), at)).toBeNull()
  expect(redone(startHistory(aDraft()), at)).toBeNull()
  expect(withChange(startHistory(aDraft()), [], at).present.revision).toBe(1)
})

test('the longest history drops its oldest steps', () => {
  const long = Array.from({ length: longestHistory + 5 }).reduce<DraftHistory>(
    (history, _, index) => withChange(history, type(String(index)), at),
    startHistory(aDraft()),
  )
  expect(long.past).toHaveLength(longestHistory)
})

describe('any walk', () => {
  type Step = 'undo' | 'redo' | { readonly text: string; readonly field: string; readonly isMarked: boolean }
  const step: fc.Arbitrary<Step> = fc.oneof(
    fc.record({
      text: fc.string({ maxLength: 3 }),
      field: fc.constantFrom('m', 'n'),
      isMarked: fc.boolean(),
    }),
    fc.constant('undo' as const),
    fc.constant('redo' as const),
  )
  const walk = (history: DraftHistory, each: Step) =>
    each === 'undo'
      ? (undone(history, at) ?? history)
      : each === 'redo'
        ? (redone(history, at) ?? history)
        : withChange(history, type(each.text, each.field), at, each.isMarked ? each.field : undefined)

  test('revisions only grow, redo takes back undo, and the beginning can always be reached', () => {
    fc.assert(
      fc.property(fc.array(step, { maxLength: 40 }), steps => {
        const start = startHistory(aDraft())
        let history = start
        for (const each of steps) {
          const next = walk(history, each)
          if (next !== history) expect(next.present.revision).toBe(history.present.revision + 1)
          const back = undone(next, at)
          if (back) expect(redone(back, at)?.present.fields).toEqual(next.present.fields)
          history = next
        }
        for (let back = undone(history, at); back; back = undone(back, at)) history = back
        expect(history.present.fields).toEqual(start.present.fields)
      }),
    )
  })
})
