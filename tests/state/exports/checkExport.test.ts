import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { FileCell } from '../../../src/model/exportOrigin.ts'
import { checkExport } from '../../../src/state/exports/checkExport.ts'

const made: readonly FileCell[] = [
  { place: 'ô A1', text: 'Tiêu chí' },
  { place: 'ô B1', text: 'Điểm' },
  { place: 'ô A2', text: 'Hồ sơ trực tuyến' },
  { place: 'ô B2', text: '5,55' },
]
const change = (place: string, text: string) =>
  made.map(cell => (cell.place === place ? { place, text } : cell))

describe('a file held against what the page makes', () => {
  test('agrees in every cell where nobody touched it', () => {
    expect(checkExport(made, made)).toEqual({ compared: 4, differences: [] })
  })

  test('names the one cell that was changed, with both values', () => {
    expect(checkExport(change('ô B2', '5,75'), made)).toEqual({
      compared: 4,
      differences: [{ place: 'ô B2', expected: '5,55', found: '5,75' }],
    })
  })

  test('tells a row that was taken out and one that was added', () => {
    expect(checkExport(made.slice(0, 2), made).differences).toEqual([
      { place: 'ô A2', expected: 'Hồ sơ trực tuyến', found: null },
      { place: 'ô B2', expected: '5,55', found: null },
    ])
    expect(checkExport([...made, { place: 'ô A3', text: 'thêm' }], made)).toEqual({
      compared: 5,
      differences: [{ place: 'ô A3', expected: null, found: 'thêm' }],
    })
  })

  test('an emptied cell differs, an empty one that was dropped on saving does not', () => {
    expect(checkExport(change('ô B2', ''), made).differences).toEqual([
      { place: 'ô B2', expected: '5,55', found: '' },
    ])
    expect(checkExport(made, [...made, { place: 'ô C2', text: '' }]).differences).toEqual([])
  })

  test('nothing against nothing is nothing compared', () => {
    expect(checkExport([], [])).toEqual({ compared: 0, differences: [] })
  })

  test('letters that a program put apart, or line ends it changed, are no difference', () => {
    const apart = made.map(cell => ({ ...cell, text: cell.text.normalize('NFD') }))
    expect(checkExport(apart, made).differences).toEqual([])
    expect(checkExport([{ place: 'A', text: 'a\r\nb' }], [{ place: 'A', text: 'a\nb' }]).differences).toEqual(
      [],
    )
  })
})

const cells = fc
  .uniqueArray(fc.record({ place: fc.string({ minLength: 1 }), text: fc.string() }), {
    selector: cell => cell.place,
    minLength: 1,
    maxLength: 60,
  })
  // The letters of a place may be anything, "__proto__" too.
  .map(list => [...list, { place: '__proto__', text: '1' }, { place: 'constructor', text: '2' }])
  .filter(list => new Set(list.map(cell => cell.place)).size === list.length)

describe('any file', () => {
  test('agrees with itself, in any order', () => {
    fc.assert(
      fc.property(cells, list => {
        expect(checkExport(list.toReversed(), list)).toEqual({ compared: list.length, differences: [] })
      }),
    )
  })

  test('with one cell changed differs in exactly that cell', () => {
    fc.assert(
      fc.property(cells, fc.nat(), fc.string({ minLength: 1 }), (list, at, more) => {
        const index = at % list.length
        const changed = list.map((cell, place) =>
          place === index ? { ...cell, text: `${cell.text}x${more}` } : cell,
        )
        const { compared, differences } = checkExport(changed, list)
        expect(compared).toBe(list.length)
        expect(differences.map(each => each.place)).toEqual([list[index]?.place])
      }),
    )
  })
})
