import { describe, expect, test } from 'vitest'
import { nextEntry } from '../../../src/io/review/chain.ts'
import type { LedgerEntry } from '../../../src/model/review.ts'
import { ledgerSet } from '../../../src/state/review/ledgerSet.ts'
import { decides, linesOf, writtenAt } from '../../io/review/reviewBuilders.ts'

const [line] = linesOf([decides()])
if (!line) throw new Error('a line')
const write = (to: string, clock = 0) =>
  nextEntry({ pen: 'but1', last: null }, { act: decides({ to }), by: 'Trần Thị Hòa', at: writtenAt, clock })

function setOf(...batches: readonly (readonly LedgerEntry[])[]) {
  let changes = 0
  const set = ledgerSet(() => {
    changes += 1
  })
  const fresh = batches.map(lines => set.add(lines))
  return { set, fresh, changes: () => changes }
}

describe('two lines of one id', () => {
  test.each([
    ['of one clock', write('99'), write('7')],
    ['of two clocks', write('99', 4), write('7')],
  ])('%s: the same stands whichever came first, and it is told', (_, a, b) => {
    const [one, other] = [setOf([a], [b]), setOf([b], [a])]
    expect(one.set.lines()).toEqual(other.set.lines())
    for (const { set, changes } of [one, other]) {
      expect(set.broken()).toEqual([{ pen: 'but1', by: 'Trần Thị Hòa', atSeq: 1, why: 'twins' }])
      expect(changes()).toBeGreaterThan(0)
      expect(set.twins().size).toBe(2)
    }
  })

  test('the one that takes the place is new and is stored; the other changes nothing', () => {
    const [stays] = setOf([write('99')], [write('7')]).set.lines()
    const goes = stays?.act.kind === 'decide' && stays.act.to === '7' ? write('99') : write('7')
    if (!stays) throw new Error('a line')
    expect(setOf([goes], [stays]).fresh[1]).toEqual([stays])
    expect(setOf([stays], [goes]).fresh[1]).toEqual([])
  })

  test('stay told when chains are looked at again', async () => {
    const { set } = setOf([write('99')], [write('7')])
    await set.check(set.lines())
    expect(set.broken().map(({ why }) => why)).toEqual(['twins'])
  })

  test('that say the same, whatever the order of their fields, are one line', () => {
    const turned = JSON.parse(JSON.stringify(Object.fromEntries(Object.entries(line).toReversed())))
    const { set, fresh } = setOf([line], [turned])
    expect(fresh[1]).toEqual([])
    expect(set.broken()).toEqual([])
  })
})
