import { describe, expect, test } from 'vitest'
import type { PaletteEntry } from '../../src/features/palette/entry.ts'
import { moveTo, sectionsOf } from '../../src/features/palette/listOptions.ts'
import { indexEntries, searchPalette } from '../../src/features/palette/searchIndex.ts'

const entry = (kind: PaletteEntry['kind'], name: string, more: Partial<PaletteEntry> = {}): PaletteEntry => ({
  id: `${kind}:${more.code ?? name}`,
  kind,
  name,
  does: 'Mở',
  ...more,
})

const entries = [
  entry('screen', 'Đơn vị'),
  entry('criterion', 'Tỷ lệ hồ sơ thanh toán trực tuyến', {
    code: '3.6',
    detail: 'IV Thanh toán trực tuyến',
  }),
  entry('criterion', 'Tỷ lệ hồ sơ cấp bản sao điện tử', { code: '3.61' }),
  entry('criterion', 'Số hóa hồ sơ', { code: '13.6' }),
  entry('agency', 'Sở Xây dựng', { code: 'H15.16', detail: 'Sở, ban, ngành · Đắk Lắk' }),
  entry('agency', 'Sở Xây dựng và Quy hoạch', { code: 'H15.17' }),
  entry('agency', 'UBND xã Liên Sơn Lắk', { code: 'H15.157', detail: 'Xã, phường · Đắk Lắk' }),
  entry('period', 'tháng 06/2026', { aliases: ['2026-06', '6/2026'] }),
  entry('document', 'Quyết định 766/QĐ-TTg', { detail: 'Bộ chỉ số chỉ đạo, điều hành' }),
]

const find = (text: string) =>
  searchPalette(indexEntries(entries), text).flatMap(group => group.entries.map(each => each.name))

describe('what is typed', () => {
  test.each([
    ['an exact code before longer ones', '3.6', 'Tỷ lệ hồ sơ thanh toán trực tuyến'],
    ['a code without its point as words', 'h15.157', 'UBND xã Liên Sơn Lắk'],
    ['a name without accents', 'so xay dung', 'Sở Xây dựng'],
    ['a name in capitals with accents', 'SỞ XÂY DỰNG', 'Sở Xây dựng'],
    ['composed and decomposed letters alike', 'Sở Xây dựng'.normalize('NFD'), 'Sở Xây dựng'],
    ['initials', 'sxd', 'Sở Xây dựng'],
    ['initials with an abbreviation kept whole', 'ubndxlsl', 'UBND xã Liên Sơn Lắk'],
    ['initials from the middle', 'lsl', 'UBND xã Liên Sơn Lắk'],
    ['words in another order', 'tuyen truc toan', 'Tỷ lệ hồ sơ thanh toán trực tuyến'],
    ['beginnings of words', 'li so la', 'UBND xã Liên Sơn Lắk'],
    ['a word of the name and one of the parent', 'lien dak', 'UBND xã Liên Sơn Lắk'],
    ['đ as d', 'don vi', 'Đơn vị'],
    ['a month as it is written or typed', '6/2026', 'tháng 06/2026'],
    ['the number of a document', '766/qd', 'Quyết định 766/QĐ-TTg'],
  ])('finds by %s', (_, text, name) => {
    expect(find(text)[0]).toBe(name)
  })

  test('finds nothing where nothing answers', () => {
    expect(find('zzz')).toEqual([])
    expect(find('so xay dung zzz')).toEqual([])
  })

  test('an exact name stands before names that go on', () => {
    expect(find('Sở Xây dựng')).toEqual(['Sở Xây dựng', 'Sở Xây dựng và Quy hoạch'])
  })

  test('nothing typed, or only blanks and marks, lists everything as given', () => {
    for (const text of ['', '   ', ' - '])
      expect(searchPalette(indexEntries(entries), text).map(group => group.kind)).toEqual([
        'screen',
        'criterion',
        'agency',
        'period',
        'document',
      ])
  })

  test('the kind with the best answer comes first', () => {
    expect(searchPalette(indexEntries(entries), 'h15').map(group => group.kind)[0]).toBe('agency')
    expect(searchPalette(indexEntries(entries), '3.6').map(group => group.kind)[0]).toBe('criterion')
  })
})

describe('never loses an exact name', () => {
  // A linear congruential generator with a fixed seed: the same names on every run.
  let seed = 20261121
  const next = (below: number) => {
    seed = (seed * 1103515245 + 12345) % 2147483648
    return seed % below
  }
  const syllables = [
    'Ea',
    'Đắk',
    'Krông',
    'Sơn',
    'Lắk',
    'Nghĩa',
    'phường',
    'Xã',
    'UBND',
    'Thị',
    'Ô',
    'Ưng',
    'của',
    '1',
  ]
  const aName = () => Array.from({ length: 1 + next(6) }, () => syllables[next(syllables.length)]).join(' ')
  const many = Array.from({ length: 3400 }, (_, at) =>
    entry('agency', aName(), { code: `H${next(64)}.${at}`, id: `a${at}` } as Partial<PaletteEntry>),
  )
  const index = indexEntries(many)

  test('among 3,400 random agencies, each by its name with or without accents, first of those not named so', () => {
    for (let round = 0; round < 300; round++) {
      const wanted = many[next(many.length)] as PaletteEntry
      const typed =
        round % 2 === 0 ? wanted.name : wanted.name.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase()
      const [group] = searchPalette(index, typed)
      const found = group?.entries ?? []
      expect(found.map(each => each.id)).toContain(wanted.id)
      const sameName = (each: PaletteEntry) =>
        indexEntries([each])[0]?.name === indexEntries([wanted])[0]?.name
      const firstOther = found.findIndex(each => !sameName(each))
      const lastSame = found.findLastIndex(sameName)
      if (firstOther >= 0) expect(firstOther).toBeGreaterThan(lastSame)
    }
  })

  test('each by its code, first of all', () => {
    for (let round = 0; round < 300; round++) {
      const wanted = many[next(many.length)] as PaletteEntry
      expect(searchPalette(index, wanted.code ?? '')[0]?.entries[0]?.id).toBe(wanted.id)
    }
  })
})

describe('what is listed', () => {
  const agencies = Array.from({ length: 250 }, (_, at) => entry('agency', `Xã ${at}`))
  const groups = [
    { kind: 'agency' as const, entries: agencies },
    { kind: 'document' as const, entries: entries.slice(0, 1) },
  ]

  test('a long kind among others is cut, counted, and opened by its last line', () => {
    const [cut] = sectionsOf(groups, new Set())
    expect(cut?.count).toBe(250)
    expect(cut?.options).toHaveLength(7)
    expect(cut?.options.at(-1)).toMatchObject({ is: 'more', kind: 'agency', hidden: 244 })
    expect(sectionsOf(groups, new Set(['agency']))[0]?.options).toHaveLength(200)
  })

  test('a kind that stands alone is not cut', () => {
    const [alone] = sectionsOf([{ kind: 'agency', entries: agencies.slice(0, 60) }], new Set())
    expect(alone?.options).toHaveLength(60)
  })

  test('no line is spent on opening a single one', () => {
    const seven = [{ kind: 'agency' as const, entries: agencies.slice(0, 7) }, ...groups.slice(1)]
    expect(sectionsOf(seven, new Set())[0]?.options.map(option => option.is)).toEqual(Array(7).fill('entry'))
  })
})

// key, active line of ten, where it leads
test.each([
  ['ArrowDown', 0, 1],
  ['ArrowDown', 9, 0],
  ['ArrowUp', 9, 8],
  ['ArrowUp', 0, 9],
  ['PageDown', 0, 8],
  ['PageDown', 5, 9],
  ['PageUp', 9, 1],
  ['PageUp', 3, 0],
  ['Home', 7, 0],
  ['End', 2, 9],
  ['a', 4, null],
])('%s on line %i leads to %s', (key, active, next) => {
  expect(moveTo(key, active, 10)).toBe(next)
})

test('an empty list has nowhere to go', () => {
  expect(moveTo('ArrowDown', 0, 0)).toBe(0)
  expect(moveTo('End', 0, 0)).toBe(0)
})
