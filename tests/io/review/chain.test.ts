import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  checkChains,
  hashEntry,
  isClockPlausible,
  mostClock,
  nextEntry,
} from '../../../src/io/review/chain.ts'
import type { LedgerEntry } from '../../../src/model/review.ts'
import { decides, everyAct, linesOf, writtenAt } from './reviewBuilders.ts'

const three = () => linesOf([decides(), decides({ criterionId: '2' }), decides({ reason: 'lần 2' })])

describe('a new line', () => {
  test('is numbered within its pen and carries the hash of the line before', () => {
    const [first, second, third] = three()
    if (!first || !second || !third) throw new Error('three lines')
    expect([first.id, second.id, third.id]).toEqual(['but1-1', 'but1-2', 'but1-3'])
    expect([first.previous, second.previous, third.previous]).toEqual([
      null,
      hashEntry(first),
      hashEntry(second),
    ])
  })

  test('comes after every line its writer knew', () => {
    const line = nextEntry(
      { pen: 'but2', last: null },
      { act: decides(), by: 'Lê Văn Bình', at: writtenAt, clock: 41 },
    )
    expect(line.clock).toBe(42)
  })

  test('a forged clock cannot drive it to where numbers end', () => {
    const line = nextEntry(
      { pen: 'but2', last: null },
      { act: decides(), by: 'Lê Văn Bình', at: writtenAt, clock: Number.MAX_SAFE_INTEGER },
    )
    expect(line.clock).toBe(mostClock)
    expect(Number.isSafeInteger(line.clock)).toBe(true)
  })

  test('is brought to NFC: a file and a keyboard that decompose letters mean the same line', () => {
    const decomposed = 'Trần Thị Hòa'.normalize('NFD')
    const act = decides({ reason: 'đủ điều kiện'.normalize('NFD') })
    const line = nextEntry({ pen: 'but2', last: null }, { act, by: decomposed, at: writtenAt, clock: 0 })
    expect(line.by).toBe('Trần Thị Hòa'.normalize('NFC'))
    expect(line.act).toEqual(decides({ reason: 'đủ điều kiện'.normalize('NFC') }))
  })

  test('the hash does not hang on the order in which fields are named', () => {
    const [line] = three()
    if (!line) throw new Error('a line')
    const turned = Object.fromEntries(Object.entries(line).toReversed()) as unknown as LedgerEntry
    expect(hashEntry(turned)).toBe(hashEntry(line))
  })
})

describe('chains of lines', () => {
  test('whole chains of several pens, in whatever order, have no fault', () => {
    const other = linesOf(everyAct, { pen: 'but2', by: 'Lê Văn Bình', clock: 3 })
    expect(checkChains([...other, ...three()].toReversed())).toEqual([])
  })

  test('a line taken out is missing at the line after it', () => {
    const [first, , third] = three()
    expect(checkChains([first, third].flatMap(line => line ?? []))).toEqual([
      { pen: 'but1', by: 'Trần Thị Hòa', atSeq: 3, why: 'missing' },
    ])
  })

  test('the first line taken out is missing too', () => {
    expect(checkChains(three().slice(1))).toEqual([
      { pen: 'but1', by: 'Trần Thị Hòa', atSeq: 2, why: 'missing' },
    ])
  })

  test('a line altered afterwards shows at the line after it', () => {
    const lines = three().map(line =>
      line.seq === 2 ? { ...line, act: decides({ criterionId: '2', to: '10' }) } : line,
    )
    expect(checkChains(lines)).toMatchObject([{ atSeq: 3, why: 'altered' }])
  })

  test('another name, time or clock is an altered line as well', () => {
    for (const change of [{ by: 'Ai đó' }, { at: '2026-11-22T02:00:00.000Z' }, { clock: 9 }])
      expect(
        checkChains(three().map(line => (line.seq === 1 ? { ...line, ...change } : line))),
      ).toMatchObject([{ atSeq: 2, why: 'altered' }])
  })

  test('a first line that says something stood before it was altered', () => {
    const lines = three().map(line => (line.seq === 1 ? { ...line, previous: 'a'.repeat(64) } : line))
    expect(checkChains(lines)).toMatchObject([
      { atSeq: 1, why: 'altered' },
      { atSeq: 2, why: 'altered' },
    ])
  })

  test('the same line twice is one line', () => {
    expect(checkChains([...three(), ...three()])).toEqual([])
  })

  test('property: any line but the last, taken out or altered, is found', () => {
    const whole = linesOf(everyAct)
    fc.assert(
      fc.property(fc.integer({ min: 0, max: whole.length - 2 }), fc.boolean(), (index, isTakenOut) => {
        const lines = isTakenOut
          ? whole.filter((_, each) => each !== index)
          : whole.map((line, each) => (each === index ? { ...line, by: `${line.by}.` } : line))
        expect(checkChains(lines).map(each => each.atSeq)).toEqual([index + 2])
      }),
    )
  })
})

test('a clock may be as far ahead as lines and some slack account for, and no further', () => {
  const at = (clock: number) => linesOf([decides()], { clock: clock - 1 })
  expect(isClockPlausible(at(100_003), 3)).toBe(true)
  expect(isClockPlausible(at(100_004), 3)).toBe(false)
  expect(isClockPlausible([], 0)).toBe(true)
})
