import { describe, expect, test } from 'vitest'
import { mostClock } from '../../../src/io/review/chain.ts'
import { entrySchema } from '../../../src/io/review/ledgerSchema.ts'
import { receivedSchema, roundLimits, roundSchema } from '../../../src/io/review/roundSchema.ts'
import { aReceived, aRound, decides, everyAct, linesOf } from './reviewBuilders.ts'

const reads = (value: unknown) => entrySchema.safeParse(JSON.parse(JSON.stringify(value))).success
const [line] = linesOf([decides()])

describe('lines of a ledger', () => {
  test.each(linesOf(everyAct).map(each => [`${each.seq} ${each.act.kind}`, each] as const))(
    '%s is read as it was written',
    (_, each) => {
      expect(entrySchema.parse(JSON.parse(JSON.stringify(each)))).toEqual(each)
    },
  )

  test.each([
    ['an id of another place', { ...line, id: 'but1-2' }],
    ['an id of another pen', { ...line, id: 'but2-1' }],
    ['a place before the first', { ...line, id: 'but1-0', seq: 0 }],
    ['nobody as its writer', { ...line, by: '' }],
    ['a writer longer than a name', { ...line, by: 'a'.repeat(201) }],
    ['no instant', { ...line, at: '21/11/2026' }],
    ['a fractional clock', { ...line, clock: 1.5 }],
    ['a clock beyond numbers', { ...line, clock: 2 ** 53 }],
    ['a clock beyond any ledger', { ...line, clock: mostClock + 1 }],
    ['an act nobody knows', { ...line, act: { kind: 'pay' } }],
    ['a field more', { ...line, act: { ...decides(), bonus: '1' } }],
    ['points as a number', { ...line, act: decides({ to: 8 as unknown as string }) }],
    ['points that are no number', { ...line, act: decides({ to: '8,5' }) }],
    ['a division by zero', { ...line, act: decides({ to: '1/0' }) }],
    [
      'a text longer than anybody types',
      { ...line, act: decides({ reason: 'a'.repeat(roundLimits.text + 1) }) },
    ],
  ])('%s is refused', (_, value) => {
    expect(reads(value)).toBe(false)
  })

  test('the latest clock there may be is read', () => {
    expect(reads({ ...line, clock: mostClock })).toBe(true)
  })

  test('a text of the longest length is read', () => {
    expect(reads({ ...line, act: decides({ reason: 'a'.repeat(roundLimits.text) }) })).toBe(true)
  })

  test.each(['__proto__', 'constructor', 'toString'])('an id called %s does no harm', name => {
    const value: unknown = JSON.parse(JSON.stringify({ ...line, act: decides({ criterionId: name }) }))
    const result = entrySchema.safeParse(value)
    expect(result.success).toBe(true)
    expect(({} as Record<string, unknown>)['polluted']).toBeUndefined()
  })
})

describe('rounds and received files', () => {
  test('are read as they were written', () => {
    expect(roundSchema.parse(JSON.parse(JSON.stringify(aRound())))).toEqual(aRound())
    expect(receivedSchema.parse(JSON.parse(JSON.stringify(aReceived())))).toEqual(aReceived())
  })

  test.each([
    [
      'an agency in two groups',
      aRound({
        groups: [
          { groupId: 'so', name: 'Sở', agencyIds: ['so-noi-vu'] },
          { groupId: 'xa', name: 'Xã', agencyIds: ['so-noi-vu'] },
        ],
      }),
    ],
    [
      'a group twice',
      aRound({
        groups: [
          { groupId: 'so', name: 'Sở', agencyIds: ['so-noi-vu'] },
          { groupId: 'so', name: 'Sở', agencyIds: ['so-tu-phap'] },
        ],
      }),
    ],
    ['an id that is no address', aRound({ id: '../dot' })],
    ['a period that is none', aRound({ period: '2026-13' })],
    ['a later form', { ...aRound(), format: 2 }],
  ])('%s is refused', (_, value) => {
    expect(roundSchema.safeParse(value).success).toBe(false)
  })
})
