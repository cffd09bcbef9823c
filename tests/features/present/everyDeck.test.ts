import { describe, expect, test } from 'vitest'
import { buildDeck } from '../../../src/features/present/slides/buildDeck.ts'
import { pickPlaces } from '../../../src/features/present/slides/leaguePlaces.ts'
import { pagesOf } from '../../../src/features/present/slides/pages.ts'
import { briefName, slideTitle } from '../../../src/features/present/slides/slideTitle.ts'
import type { BarRow, Deck } from '../../../src/model/deck.ts'
import { catalogue, deckSource } from './deckSources.ts'

/** Subjects of the latest period of each rule set; of large ones a few, from every group. */
const subjects = catalogue.ruleSets.flatMap(({ id }) => {
  const own = catalogue.submissions.filter(each => each.ruleSetId === id)
  const latest = own
    .map(each => each.period)
    .toSorted()
    .at(-1)
  const agencies = own.filter(each => each.period === latest).map(each => each.agencyId)
  const step = agencies.length > 40 ? 23 : agencies.length > 10 ? 5 : 1
  return agencies
    .filter((_, place) => place % step === 0)
    .map(agencyId => [id, latest ?? '', agencyId] as const)
})

const rowsOf = (deck: Deck): readonly (readonly [string, BarRow])[] =>
  deck.slides.flatMap(slide =>
    slide.body.kind === 'bars' ? slide.body.rows.map(row => [slide.id, row] as const) : [],
  )

describe.each(subjects)('%s %s %s', (ruleSetId, period, agencyId) => {
  let source: ReturnType<typeof deckSource> | null = null
  const deckIn = (language: 'vi' | 'en') => {
    source ??= deckSource(ruleSetId, period, agencyId, { trendPeriods: 3 })
    return buildDeck(source, language)
  }

  test.each(['vi', 'en'] as const)('%s: slides that hold', language => {
    const deck = deckIn(language)
    const ids = deck.slides.map(slide => slide.id)
    expect(new Set(ids).size).toBe(ids.length)
    expect(ids).toContain('cover')
    expect(ids).toContain('sources')
    for (const slide of deck.slides) {
      expect(slide.title.length, `${slide.id}: ${slide.title}`).toBeLessThanOrEqual(100)
      expect(slide.title).not.toMatch(/undefined|null|NaN|\[object/)
      expect(slide.source.trim()).not.toBe('')
      expect(slide.notes.length, slide.id).toBeGreaterThanOrEqual(2)
      expect(slide.notes.length, slide.id).toBeLessThanOrEqual(6)
      expect(JSON.stringify(slide)).not.toMatch(/undefined|NaN|\[object/)
      if (slide.table) {
        expect(slide.table.id).toMatch(/^[A-Za-z0-9-]+$/)
        for (const row of slide.table.rows)
          expect(row.cells, `${slide.id} ${row.id}`).toHaveLength(
            row.kind === 'gap' || row.kind === 'heading' ? 1 : slide.table.columns.length,
          )
        const rowIds = slide.table.rows.map(row => row.id)
        expect(new Set(rowIds).size, slide.id).toBe(rowIds.length)
      }
      if (slide.body.kind === 'bars') {
        const { heads, rows, lines } = slide.body
        expect(rows.length, slide.id).toBeLessThanOrEqual(12)
        expect(new Set(rows.map(row => row.id)).size).toBe(rows.length)
        for (const row of rows)
          expect(row.numbers, `${slide.id} ${row.id}`).toHaveLength(heads.numbers.length)
        for (const line of lines) expect(line.at > 0 && line.at < 1).toBe(true)
      }
      if (slide.body.kind === 'heat') {
        expect(slide.body.rows.length).toBeLessThanOrEqual(10)
        for (const row of slide.body.rows) expect(row.cells).toHaveLength(slide.body.columns.length)
      }
      if (slide.body.kind === 'list') {
        expect(slide.body.rows.length).toBeLessThanOrEqual(9)
        for (const row of slide.body.rows) expect(row.cells).toHaveLength(slide.body.heads.length)
      }
    }
  })

  test('every bar lies on its scale and its parts do not overlap', () => {
    for (const [slideId, row] of rowsOf(deckIn('vi'))) {
      let end = 0
      for (const { from, to } of row.segments.toSorted((a, b) => a.from - b.from)) {
        expect(from, `${slideId} ${row.id}`).toBeGreaterThanOrEqual(end - 1e-9)
        expect(to).toBeGreaterThan(from)
        expect(to).toBeLessThanOrEqual(1 + 1e-9)
        end = to
      }
      if (row.target !== undefined) expect(row.target >= 0 && row.target <= 1).toBe(true)
    }
  })

  test('what a slide says of a row stands in the table behind it', () => {
    for (const slide of deckIn('vi').slides) {
      if (slide.body.kind !== 'bars' || !slide.table) continue
      const byId = new Map(slide.table.rows.map(row => [row.id, row.cells.map(cell => cell.text)]))
      for (const row of slide.body.rows) {
        if (row.kind === 'gap' || row.kind === 'max' || row.kind === 'score') continue
        const cells = byId.get(row.id)
        if (!cells) {
          // Rows that stand for many are the only ones without their own.
          expect(row.id, slide.id).toMatch(/^rest/)
          continue
        }
        const said = row.numbers.flatMap(text => text.split('/')).filter(text => text !== '')
        for (const text of said)
          expect(
            cells.some(cell => cell === text.trim() || cell.includes(text.trim())),
            `${slide.id} ${row.id}: ${text} in ${cells.join(' | ')}`,
          ).toBe(true)
      }
    }
  })
})

describe('places of a long list', () => {
  test.each([
    [8, -1, 12, 8],
    [12, 5, 12, 12],
    [13, 6, 12, 12],
    [102, 50, 12, 12],
    [102, 0, 9, 9],
    [102, 101, 11, 11],
  ])('%s agencies, own place %s, in %s lines', (count, own, room) => {
    const places = pickPlaces(count, own, room)
    expect(places.length).toBeLessThanOrEqual(room)
    if (own >= 0) expect(places).toContain(own)
    expect(places[0]).toBe(0)
    // Nobody is left out without a line that counts them.
    const covered = places.flatMap(place =>
      typeof place === 'number'
        ? [place]
        : Array.from({ length: place.to - place.from + 1 }, (_, step) => place.from + step),
    )
    expect(covered).toEqual(Array.from({ length: count }, (_, place) => place))
  })
})

describe('texts', () => {
  test('the first wording that fits, else the shortest', () => {
    expect(slideTitle('a'.repeat(93), 'b'.repeat(92), 'c')).toBe('b'.repeat(92))
    expect(slideTitle('a'.repeat(99), 'b'.repeat(95))).toBe('b'.repeat(95))
  })
  test('names are cut between words, numbers never', () => {
    expect(briefName('Báo cáo 1.234 hồ sơ', 12)).toBe('Báo cáo…')
    expect(briefName('Báo cáo 1.234 hồ sơ', 14)).toBe('Báo cáo 1.234…')
    expect(briefName('Sở Y tế', 12)).toBe('Sở Y tế')
  })
  test('pages are of nearly one length', () => {
    expect(
      pagesOf(
        Array.from({ length: 19 }, (_, i) => i),
        9,
        3,
      ).map(page => page.length),
    ).toEqual([7, 7, 5])
    expect(pagesOf([1, 2, 3], 9, 3)).toEqual([[1, 2, 3]])
    expect(
      pagesOf(
        Array.from({ length: 60 }, (_, i) => i),
        9,
        3,
      ).map(page => page.length),
    ).toEqual([9, 9, 9])
    expect(pagesOf([], 9, 3)).toEqual([])
  })
})
