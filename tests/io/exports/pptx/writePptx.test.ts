import { read, utils } from '@e965/xlsx'
import fc from 'fast-check'
import { strFromU8, unzipSync } from 'fflate'
import { afterEach, describe, expect, test, vi } from 'vitest'
import { unpackOrigin } from '../../../../src/io/exports/originText.ts'
import { writePptx } from '../../../../src/io/exports/pptx/writePptx.ts'
import { allNamed, readXml, textIn, type XmlElement } from '../../../../src/io/exports/xmlText.ts'
import type { Deck, SlideBody } from '../../../../src/model/deck.ts'
import { canCheckOffice, officeFaults } from '../../../server/officeFaults.ts'
import { leagueSlide, sampleDeck, sampleOrigin, waterfallSlide } from '../sampleDeck.ts'
import { anyDeck } from './deckArbitrary.ts'

const bytes = await writePptx(sampleDeck, sampleOrigin)
const parts = partsOf(bytes)

function partsOf(file: Uint8Array): ReadonlyMap<string, string> {
  const unzipped = Object.entries(unzipSync(file)).filter(([path]) => /\.(?:xml|rels)$/.test(path))
  return new Map(unzipped.map(([path, content]) => [path, strFromU8(content)]))
}

function part(path: string, of = parts): XmlElement {
  const text = of.get(path)
  if (text === undefined) throw new Error(`no ${path}`)
  return readXml(text)
}

const only = (body: SlideBody): Deck => ({
  ...sampleDeck,
  slides: [{ ...waterfallSlide, body, table: null }],
})

afterEach(() => {
  vi.useRealTimers()
})

test('what has to be known of the figures stands above the title of every slide that has them', async () => {
  const tagged = { ...waterfallSlide, warnings: ['Số liệu minh họa', 'Suy ra: cộng từ các đơn vị'] }
  const file = await writePptx({ ...sampleDeck, slides: [tagged, waterfallSlide] }, sampleOrigin)
  const texts = ['ppt/slides/slide1.xml', 'ppt/slides/slide2.xml'].map(path =>
    allNamed(part(path, partsOf(file)), 'a:t').map(textIn),
  )
  const said = 'Số liệu minh họa · Suy ra: cộng từ các đơn vị'
  expect(texts[0]).toContain(said)
  expect(texts[1]).not.toContain(said)
  if (canCheckOffice) expect(await officeFaults(file, 'pptx')).toEqual([])
})

describe('a deck as PPTX is a whole package', () => {
  test('every relationship leads to a part of the file', () => {
    const names = new Set(Object.keys(unzipSync(bytes)))
    const led = [...parts].filter(([path]) => path.endsWith('.rels'))
    expect(led.length).toBeGreaterThan(10)
    for (const [path, xml] of led) {
      const folder = path.replace(/_rels\/[^/]+$/, '')
      for (const relation of allNamed(readXml(xml), 'Relationship')) {
        const target = relation.attributes.get('Target') ?? ''
        const resolved = new URL(target, `https://file/${folder}`).pathname.slice(1)
        expect(names, `${path}: ${target}`).toContain(resolved)
      }
    }
  })

  test('every part has one content type, and every content type its part', () => {
    const types = allNamed(part('[Content_Types].xml'), 'Override').map(({ attributes }) =>
      (attributes.get('PartName') ?? '').slice(1),
    )
    const names = Object.keys(unzipSync(bytes))
    expect(new Set(types).size).toBe(types.length)
    expect(types.toSorted()).toEqual(
      names.filter(name => name.endsWith('.xml') && name !== '[Content_Types].xml').toSorted(),
    )
  })

  test('a slide and its notes for each slide of the deck, and a hidden last one that says what the file is', () => {
    const slides = [...parts.keys()].filter(path => /^ppt\/slides\/[^/]+\.xml$/.test(path))
    expect(slides).toHaveLength(sampleDeck.slides.length + 1)
    expect(part('ppt/slides/slide8.xml').attributes.get('show')).toBe('0')
    expect(textIn(part('ppt/slides/slide8.xml'))).toContain('PAR Index 2022, bản 1')
    const notes = allNamed(part('ppt/notesSlides/notesSlide3.xml'), 'a:t').map(textIn)
    expect(notes).toContain('Mở đầu bằng điểm mất lớn nhất.')
    expect(notes).toContain('Hồ sơ trực tuyến toàn trình\t0,2734/1,5\t−1,2266')
    expect(notes).toContain('Mã dữ liệu: cdcdcdcd')
  })

  test('what the file is of stands in its properties', () => {
    const property = allNamed(part('docProps/custom.xml'), 'property').find(
      ({ attributes }) => attributes.get('name') === 'ParBoard',
    )
    expect(property && unpackOrigin(textIn(property))).toEqual(sampleOrigin)
  })

  test('the same deck makes the same bytes on another day', async () => {
    vi.useFakeTimers({ now: Date.parse('2031-03-05T00:00:00Z'), toFake: ['Date'] })
    const later = await writePptx(sampleDeck, sampleOrigin)
    expect(Buffer.compare(Buffer.from(bytes), Buffer.from(later))).toBe(0)
  })

  test('names no other program and no other language', () => {
    const all = [...parts.values()].join('')
    expect(all).not.toMatch(/pptxgen/i)
    expect(all).not.toMatch(/Microsoft (?:Office|Macintosh)/)
    expect(all).not.toContain('en-US')
  })

  test('one font family from the theme, with Vietnamese named', () => {
    const theme = part('ppt/theme/theme1.xml')
    const fonts = [...allNamed(theme, 'a:latin'), ...allNamed(theme, 'a:ea'), ...allNamed(theme, 'a:cs')]
    expect(new Set(fonts.map(({ attributes }) => attributes.get('typeface')))).toEqual(new Set(['Segoe UI']))
    expect(allNamed(theme, 'a:font').map(({ attributes }) => attributes.get('script'))).toEqual([
      'Viet',
      'Viet',
    ])
    for (const [path, xml] of parts)
      if (path.startsWith('ppt/slides/')) expect(xml, path).not.toContain('typeface=')
  })

  test('nothing on a slide is smaller than 12 points, and objects have ids of their own', () => {
    for (const [path, xml] of parts) {
      if (!/^ppt\/slides\/[^/]+\.xml$/.test(path)) continue
      const sizes = [...xml.matchAll(/ sz="(\d+)"/g)].map(([, size]) => Number(size))
      expect(Math.min(...sizes), path).toBeGreaterThanOrEqual(1200)
      const ids = allNamed(readXml(xml), 'p:cNvPr').map(({ attributes }) => attributes.get('id'))
      expect(new Set(ids).size, path).toBe(ids.length)
    }
  })

  test('charts and tables are described to those who do not see them', () => {
    const frames = allNamed(part('ppt/slides/slide3.xml'), 'p:graphicFrame')
    expect(frames).toHaveLength(2)
    for (const frame of frames)
      expect(allNamed(frame, 'p:cNvPr')[0]?.attributes.get('descr')).toContain('Hơn một phần ba')
  })
})

describe('charts', () => {
  const chart = part('ppt/charts/chart1.xml')
  const runs = allNamed(chart, 'c:ser')
  const nameOf = (run: XmlElement) => textIn(allNamed(run, 'c:tx')[0] ?? run).replace(/^.*\$1/, '')

  test('hatched is only what is inferred', () => {
    expect(runs.map(nameOf)).toEqual(['Tối đa', 'Khoảng trống', 'Mất', 'Mất (suy ra)', 'Đạt'])
    const hatched = runs.filter(run => allNamed(run, 'a:pattFill').length > 0)
    expect(hatched.map(nameOf)).toEqual(['Mất (suy ra)'])
    const points = allNamed(allNamed(hatched[0] ?? chart, 'c:val')[0] ?? chart, 'c:pt')
    // Row 9 of 10, counted from 0.
    expect(points.map(({ attributes }) => attributes.get('idx'))).toEqual(['8'])
  })

  test('the workbook holds names, figures and what is displayed beside them', () => {
    const workbook = read(unzipSync(bytes)['ppt/embeddings/chart1.xlsx'])
    expect(workbook.SheetNames).toEqual(['Biểu đồ'])
    const sheet = workbook.Sheets['Biểu đồ']
    if (!sheet) throw new Error('no sheet')
    const rows = utils.sheet_to_json<readonly unknown[]>(sheet, { header: 1, defval: null })
    expect(rows[0]).toEqual([
      'Tiêu chí thành phần',
      'Tối đa',
      'Khoảng trống',
      'Mất',
      'Mất (suy ra)',
      'Đạt',
      'Đạt/tối đa',
      'Mất (2)',
    ])
    expect(rows[1]).toEqual(['Điểm tối đa', 13.5, null, null, null, null, '13,5', ''])
    // 0.9091 × 13.5 and (1 − 0.9091) × 13.5
    expect(rows[2]).toEqual([
      'Hồ sơ trực tuyến toàn trình',
      null,
      12.27285,
      1.22715,
      null,
      null,
      '0,2734/1,5',
      '−1,2266',
    ])
  })

  test('what the chart shows is what its workbook holds, cell by cell', () => {
    for (const number of [1, 2]) {
      const workbook = read(unzipSync(bytes)[`ppt/embeddings/chart${number}.xlsx`])
      for (const run of allNamed(part(`ppt/charts/chart${number}.xml`), 'c:ser'))
        for (const kind of ['c:tx', 'c:cat', 'c:val']) {
          const source = allNamed(run, kind)[0] ?? run
          const [, column = '', first = ''] =
            /!\$([A-Z]+)\$(\d+)/.exec(textIn(allNamed(source, 'c:f')[0] ?? run)) ?? []
          for (const point of allNamed(source, 'c:pt')) {
            const row = Number(first) + Number(point.attributes.get('idx'))
            const cell: unknown = workbook.Sheets['Biểu đồ']?.[`${column}${row}`]?.v
            expect(String(cell)).toBe(textIn(point))
          }
        }
    }
  })

  test('bars lie on the rows of the table: as many bands as rows, over the same height', () => {
    const [table, frame] = allNamed(part('ppt/slides/slide4.xml'), 'p:graphicFrame')
    if (!table || !frame) throw new Error('no table or chart')
    const heights = allNamed(table, 'a:tr').map(({ attributes }) => Number(attributes.get('h')))
    const [head = 0, ...rows] = heights
    expect(new Set(rows).size).toBe(1)
    const y = (of: XmlElement) => Number(allNamed(of, 'a:off')[0]?.attributes.get('y'))
    const height = Number(allNamed(frame, 'a:ext')[0]?.attributes.get('cy'))
    // A row may be rounded by one of 914 400 parts of an inch.
    expect(Math.abs(y(frame) - y(table) - head)).toBeLessThanOrEqual(2)
    expect(Math.abs(height - rows.length * (rows[0] ?? 0))).toBeLessThanOrEqual(rows.length)
    const bands = allNamed(part('ppt/charts/chart2.xml'), 'c:cat')[0]
    expect(bands && allNamed(bands, 'c:ptCount')[0]?.attributes.get('val')).toBe(String(rows.length))
  })
})

const kinds: readonly (readonly [string, Deck])[] = [
  ['every kind of body', sampleDeck],
  ['English', { ...sampleDeck, language: 'en' }],
  ['no slides', { ...sampleDeck, slides: [] }],
  [
    'bars without rows',
    only({
      kind: 'bars',
      heads: { lead: null, name: '', numbers: [], bar: '', tail: null },
      rows: [],
      lines: [],
    }),
  ],
  ['a league with a long loss', only({ ...leagueBody(), lines: [] })],
  ['a list without rows', only({ kind: 'list', heads: ['Việc'], rows: [] })],
  ['a heat table without rows', only({ kind: 'heat', corner: '', columns: [], rows: [], legend: '' })],
  ['no facts', only({ kind: 'facts', facts: [], remarks: [] })],
  ['no lines', only({ kind: 'text', lines: [] })],
  ['an empty cover', only({ kind: 'cover', lines: [], warnings: [] })],
]

function leagueBody() {
  if (leagueSlide.body.kind !== 'bars') throw new Error('no bars')
  return leagueSlide.body
}

describe.skipIf(!canCheckOffice)('Office finds nothing wrong', () => {
  test.each(kinds)('%s', async (_, deck) => {
    expect(await officeFaults(await writePptx(deck, sampleOrigin), 'pptx')).toEqual([])
  })

  test('whatever the texts are', async () => {
    await fc.assert(
      fc.asyncProperty(anyDeck, async deck => {
        expect(await officeFaults(await writePptx(deck, sampleOrigin), 'pptx')).toEqual([])
      }),
      { numRuns: 5 },
    )
  })
})

test('tells how far it is, from 0 to 1 and never back', async () => {
  const told: number[] = []
  await writePptx(sampleDeck, sampleOrigin, done => told.push(done))
  expect(told.length).toBeGreaterThan(sampleDeck.slides.length)
  expect(told).toEqual(told.toSorted((a, b) => a - b))
  expect(told.at(-1)).toBe(1)
})
