import { describe, expect, test } from 'vitest'
import {
  addSources,
  clearSources,
  emptyIntake,
  readSources,
  removeSource,
} from '../../src/features/exchange/portalSources.ts'
import { maxTotalBytes } from '../../src/io/dvcqg766/readPortalFile.ts'

const file = (name: string, text: string) => ({ name, text })
const megabytes = (name: string, size: number) => file(name, ' '.repeat(size * 1_000_000))

describe('files handed in one after the other', () => {
  test('the one handed in later counts, whichever was read first', () => {
    const newer = addSources(emptyIntake, [file('a', 'new'), file('b', 'b')], 2)
    const both = addSources(newer, [file('a', 'old'), file('c', 'c')], 1)
    expect(both.sources).toEqual([file('a', 'new'), file('b', 'b'), file('c', 'c')])
    expect(addSources(both, [file('a', 'newest')], 3).sources).toContainEqual(file('a', 'newest'))
  })

  test('what was being read when everything was removed does not come back', () => {
    const before = addSources(emptyIntake, [file('a', 'a')], 1)
    const cleared = clearSources(3)
    expect(cleared.sources).toEqual([])
    expect(addSources(cleared, [file('b', 'b')], 2)).toBe(cleared)
    expect(addSources(cleared, [file('a', 'again')], 4).sources).toEqual([file('a', 'again')])
    expect(before.sources).toHaveLength(1)
  })

  test('nor does a single file that was removed while its correction was being read', () => {
    const before = addSources(emptyIntake, [file('a', 'a'), file('b', 'b')], 1)
    const removed = removeSource(before, 'a', 3)
    expect(addSources(removed, [file('a', 'late'), file('c', 'c')], 2).sources).toEqual([
      file('b', 'b'),
      file('c', 'c'),
    ])
  })

  test('sources that stay are the same objects, so that nothing is read again', () => {
    const a = file('a', 'a')
    const after = removeSource(addSources(addSources(emptyIntake, [a], 1), [file('b', 'b')], 2), 'b', 3)
    expect(after.sources[0]).toBe(a)
  })

  test('of one name chosen together the last stands', () => {
    expect(addSources(emptyIntake, [file('a', '1'), file('a', '2')], 1).sources).toEqual([file('a', '2')])
  })
})

describe('the size of all files together', () => {
  test('over the limit a file is named and not kept; smaller ones still fit', () => {
    const held = addSources(emptyIntake, [megabytes('a', 25), megabytes('b', 25)], 1)
    const { sources } = addSources(held, [megabytes('c', 11), file('d', 'd')], 2)
    expect(sources.slice(2)).toEqual([{ name: 'c', unread: 'tooMuch' }, file('d', 'd')])
  })

  test('a replaced file makes room', () => {
    const held = addSources(emptyIntake, [megabytes('a', 30), megabytes('b', 30)], 1)
    const { sources } = addSources(held, [megabytes('a', 29)], 2)
    expect(sources.filter(source => 'unread' in source)).toEqual([])
  })

  test('of one drop no more is read than may stand', async () => {
    const read: string[] = []
    const big = (name: string) =>
      Object.assign(new File([], name), {
        text: async () => {
          read.push(name)
          return ''
        },
      })
    const files = Array.from({ length: 9 }, (_, index) => {
      const each = big(`f${index}`)
      Object.defineProperty(each, 'size', { value: 9_000_000 })
      return each
    })
    const sources = await readSources(files)
    expect(read).toHaveLength(Math.floor(maxTotalBytes / 9_000_000))
    expect(sources.filter(source => 'unread' in source)).toEqual(
      ['f6', 'f7', 'f8'].map(name => ({ name, unread: 'tooMuch' })),
    )
  })
})
