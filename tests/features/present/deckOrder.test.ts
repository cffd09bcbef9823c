import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  addressOf,
  chosenSlides,
  listedSlides,
  moved,
  toggled,
} from '../../../src/features/present/deckOrder.ts'
import { findTargets, jumpTargets } from '../../../src/features/present/player/jumpTargets.ts'
import { commandOf } from '../../../src/features/present/player/playerKeys.ts'
import { decimalsAtEnd, joints, lossesFrom } from '../../../src/features/present/stage/barLayout.ts'
import { labelTiers } from '../../../src/features/present/stage/lineLabels.ts'
import { scaleFor, shapeFor } from '../../../src/features/present/stage/stageSize.ts'
import type { BarBody, BarRow, Slide } from '../../../src/model/deck.ts'
import { sampleDeck } from '../../gallery/presentSample.ts'

const { slides } = sampleDeck
const ids = (some: readonly Slide[]) => some.map(slide => slide.id)

describe('which slides, in which order', () => {
  test('the address names them; unknown and repeated ids are left out', () => {
    expect(ids(chosenSlides(slides, 'heat,cover,heat,gone'))).toEqual(['heat', 'cover'])
    expect(chosenSlides(slides, undefined)).toBe(slides)
    expect(chosenSlides(slides, 'none')).toEqual([])
    // a link of another subject: none of these is here
    expect(chosenSlides(slides, 'gone,also.gone')).toBe(slides)
  })

  test('a hidden slide is listed after its natural neighbour, wherever that was moved', () => {
    const listed = listedSlides(slides, 'sources,headline,cover')
    expect(listed.map(each => [each.slide.id, each.isShown])).toEqual([
      ['sources', true],
      ['headline', true],
      ['waterfall', false],
      ['waterfall.2', false],
      ['league', false],
      ['heat', false],
      ['actions', false],
      ['cover', true],
    ])
  })

  test('moving steps over hidden slides, and stops at either end', () => {
    const listed = listedSlides(slides, 'cover,league,heat')
    const shown = (list: typeof listed) => ids(list.filter(each => each.isShown).map(each => each.slide))
    expect(shown(moved(listed, 'cover', 1))).toEqual(['league', 'cover', 'heat'])
    expect(moved(listed, 'cover', -1)).toBe(listed)
    expect(moved(listed, 'heat', 1)).toBe(listed)
  })

  test('whatever is done, the address says the list again', () => {
    const step = fc.tuple(fc.constantFrom(...ids(slides)), fc.constantFrom('up', 'down', 'toggle'))
    fc.assert(
      fc.property(fc.array(step, { maxLength: 30 }), steps => {
        let listed = listedSlides(slides, undefined)
        for (const [id, what] of steps)
          listed = what === 'toggle' ? toggled(listed, id) : moved(listed, id, what === 'up' ? -1 : 1)
        expect(ids(listed.map(each => each.slide)).toSorted()).toEqual(ids(slides).toSorted())
        const shown = listed.filter(each => each.isShown).map(each => each.slide)
        expect(ids(chosenSlides(slides, addressOf(slides, listed)))).toEqual(ids(shown))
      }),
    )
  })
})

describe('the stage', () => {
  test.each([
    [1920, 1080, 'wide', 1],
    [1366, 768, 'wide', 0.711], // 768 / 1080
    [1024, 768, 'narrow', 0.711], // 1024 / 1440
    [1280, 1024, 'narrow', 0.889], // 1280 / 1440
    [1550, 1000, 'wide', 0.807], // half-way: 1550 / 1920
    [1549, 1000, 'narrow', 0.926], // 1000 / 1080
  ] as const)('%i × %i', (width, height, shape, scale) => {
    expect(shapeFor(width, height)).toBe(shape)
    expect(scaleFor(shape, width, height)).toBeCloseTo(scale, 3)
  })
})

const row = (kind: BarRow['kind'], from: number, to: number): BarRow => ({
  id: `${kind}${from}`,
  kind,
  lead: '',
  name: '',
  numbers: [],
  segments: from === to ? [] : [{ from, to, paint: 'lost', isSure: true }],
  tail: '',
  isStrong: false,
})
const body = (rows: readonly BarRow[]): BarBody => ({
  kind: 'bars',
  heads: { lead: null, name: '', numbers: [], bar: '', tail: null },
  rows,
  lines: [],
})

describe('bars', () => {
  test('words stand over the bars only where every loss hangs right of them', () => {
    const at = (from: number) =>
      lossesFrom(body([row('max', 0, 1), row('row', from, 1), row('score', 0, from)]))
    expect(at(0.72)).toBeCloseTo(0.706) // 0.72 − 0.014
    expect(at(0.719)).toBeNull()
    // bars that are no waterfall have their column
    expect(lossesFrom(body([row('row', 0.9, 1)]))).toBeNull()
  })

  test('steps are joined, over rows without a bar too, and not to the ends', () => {
    const rows = [
      row('max', 0, 1),
      row('row', 0.9, 1),
      row('gap', 0, 0),
      row('row', 0.8, 0.9),
      row('score', 0, 0.8),
    ]
    expect(joints(rows)).toEqual([
      { above: null, below: null },
      { above: null, below: 0.9 },
      { above: 0.9, below: 0.9 },
      { above: 0.9, below: 0.8 },
      { above: null, below: null },
    ])
  })

  test.each([
    ['0,2734', 4],
    ['0,29/0,5', 1],
    ['0,5333/1', 0],
    ['thiếu', 0],
    ['1.464', 0],
    ['75,08%', 0],
  ])('%s ends with %i decimals', (text, decimals) => expect(decimalsAtEnd(text, ',')).toBe(decimals))

  test('labels that would run into each other stand on tiers, labels at an edge inside', () => {
    const lines = [0, 0.5, 0.52, 1].map(at => ({ at, text: '50%' }))
    expect(labelTiers(lines, 380).map(({ tier, side }) => [tier, side])).toEqual([
      [0, 'start'],
      [0, 'middle'],
      [1, 'middle'],
      [0, 'end'],
    ])
    expect(labelTiers([{ at: 0.5, text: '' }], 380)).toEqual([])
  })
})

describe('jumping', () => {
  const source = {
    directory: {
      agencies: [
        { id: 'a', code: 'H15.03', name: 'Sở Nội vụ', level: 'department' as const },
        { id: 'b', code: null, name: 'Sở Khoa học và Công nghệ', level: 'department' as const },
        { id: 'c', code: null, name: 'Không nộp', level: 'department' as const },
      ],
      groups: [],
    },
    submissions: [{ agencyId: 'a' }, { agencyId: 'b' }],
  }
  const targets = jumpTargets(slides, source as never)
  const found = (typed: string) => findTargets(targets, typed).map(target => target.to)

  test.each([
    ['noi vu', 'a'],
    ['NỘI', 'a'],
    ['h15', 'a'],
    ['skhcn', 'b'],
    ['cong nghe khoa', 'b'],
    ['thac', 'waterfall'],
  ])('%s finds %s first', (typed, id) => expect(found(typed)[0]).toBe(id))

  test('who handed in nothing is not offered; nonsense finds nothing', () => {
    expect(found('khong nop')).toEqual([])
    expect(found('zzz')).toEqual([])
  })
})

test('keys that are names of objects are no commands', () => {
  for (const key of ['constructor', '__proto__', 'toString']) expect(commandOf(key, true)).toBeNull()
})
