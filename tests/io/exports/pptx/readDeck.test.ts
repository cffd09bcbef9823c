import fc from 'fast-check'
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate'
import { describe, expect, test } from 'vitest'
import { readPptxExport } from '../../../../src/io/exports/pptx/readDeck.ts'
import { writePptx } from '../../../../src/io/exports/pptx/writePptx.ts'
import type { Deck } from '../../../../src/model/deck.ts'
import type { FileCell } from '../../../../src/model/exportOrigin.ts'
import { sampleDeck, sampleOrigin } from '../sampleDeck.ts'
import { anyDeck } from './deckArbitrary.ts'

const written = await writePptx(sampleDeck, sampleOrigin)

async function cellsOf(bytes: Uint8Array): Promise<readonly FileCell[]> {
  const read = await readPptxExport(bytes, 'trinh-chieu.pptx')
  if (!read.ok) throw new Error(JSON.stringify(read.problems))
  return read.value.cells
}

/** Cells of one that are not in the other. */
const without = (cells: readonly FileCell[], others: readonly FileCell[]) => {
  const known = new Set(others.map(({ place, text }) => `${place}\n${text}`))
  return cells.filter(({ place, text }) => !known.has(`${place}\n${text}`))
}

function changed(bytes: Uint8Array, change: (path: string, xml: string) => string): Uint8Array {
  const parts = Object.entries(unzipSync(bytes)).map(([path, content]): [string, Uint8Array] => [
    path,
    /\.(?:xml|rels)$/.test(path) ? strToU8(change(path, strFromU8(content))) : content,
  ])
  return zipSync(Object.fromEntries(parts))
}

describe('a deck read back', () => {
  test('knows what it is of, and every value with its place', async () => {
    const read = await readPptxExport(written, 'trinh-chieu.pptx')
    expect(read.ok && read.value.origin).toEqual(sampleOrigin)
    const cells = await cellsOf(written)
    const at = (place: string) => cells.filter(cell => cell.place === place).map(({ text }) => text)
    expect(at('trang chiếu 4, bảng, dòng 2, cột 3')).toEqual(['76,37'])
    expect(at('trang chiếu 3, biểu đồ, “Hồ sơ trực tuyến toàn trình”, Mất')).toEqual(['1.22715'])
    expect(at('trang chiếu 2, tiêu đề')).toEqual(['Tỉnh Trà Vinh đạt 10,1352/13,5 điểm, hạng 39/63'])
    expect(at('trang chiếu 2, khung “Con số 1”, dòng 2')).toEqual(['10,1352/13,5'])
    expect(at('trang chiếu 7, tiêu đề')).toEqual(['Dấu & < > " \' và chữ dài nhất'])
    expect(new Set(cells.map(({ place }) => place)).size).toBe(cells.length)
  })

  test('another moment of freezing and of making changes nothing that is compared', async () => {
    const later = await writePptx(
      { ...sampleDeck, frozenAt: '2026-12-01T08:00:00+07:00' },
      { ...sampleOrigin, madeAt: '2026-12-01T08:01:00+07:00' },
    )
    expect(without(await cellsOf(later), await cellsOf(written))).toEqual([])
  })

  test('a changed figure is found at its place, in a table and in a chart', async () => {
    const inTable = changed(written, (path, xml) =>
      path === 'ppt/slides/slide4.xml' ? xml.replace('>76,37<', '>86,37<') : xml,
    )
    expect(without(await cellsOf(inTable), await cellsOf(written))).toEqual([
      { place: 'trang chiếu 4, bảng, dòng 2, cột 3', text: '86,37' },
    ])
    const inChart = changed(written, (path, xml) =>
      path === 'ppt/charts/chart2.xml' ? xml.replace('<c:v>76.37</c:v>', '<c:v>86.37</c:v>') : xml,
    )
    expect(without(await cellsOf(inChart), await cellsOf(written))).toEqual([
      { place: 'trang chiếu 4, biểu đồ, “1. Sở Văn hóa, Thể thao và Du lịch”, Đạt', text: '86.37' },
    ])
  })

  test('is the same after PowerPoint saved it: parts renumbered, runs split, attributes reordered', async () => {
    expect(await cellsOf(savedAgain(written))).toEqual(await cellsOf(written))
  })

  test('slides in another order are found where they now stand', async () => {
    const moved = changed(written, (path, xml) =>
      path === 'ppt/presentation.xml' ? xml.replace(/(<p:sldId [^>]*\/>)(<p:sldId [^>]*\/>)/, '$2$1') : xml,
    )
    const cells = await cellsOf(moved)
    expect(cells.find(({ place }) => place === 'trang chiếu 1, tiêu đề')?.text).toContain('10,1352/13,5')
  })

  test('random decks come back as they were written, and one changed cell is found', async () => {
    await fc.assert(
      fc.asyncProperty(anyDeck, fc.nat(), async (deck, pick) => {
        const origin = { ...sampleOrigin, language: deck.language }
        const bytes = await writePptx(deck, origin)
        const cells = await cellsOf(bytes)
        expect(await cellsOf(savedAgain(bytes))).toEqual(cells)
        for (const text of expectedTexts(deck)) expect(cells.map(cell => cell.text)).toContain(text)
        const changedDeck = changeOneTitle(deck, pick)
        const others = await cellsOf(await writePptx(changedDeck.deck, origin))
        const slide = changedDeck.deck.language === 'vi' ? 'trang chiếu' : 'slide'
        const title = changedDeck.deck.language === 'vi' ? 'tiêu đề' : 'title'
        expect(without(others, cells)).toEqual([
          { place: `${slide} ${changedDeck.at + 1}, ${title}`, text: 'Tiêu đề khác hẳn 12345' },
        ])
      }),
      { numRuns: 25 },
    )
  })
})

/** What a file says of a text: one line, composed, without signs that no file can hold. */
function said(text: string): string {
  return (
    text
      .replace(/[\r\n\t\u2028\u2029]+/g, ' ')
      // biome-ignore lint/suspicious/noControlCharactersInRegex: those are what is looked for
      .replace(/[\u0000-\u001f\u007f-\u009f\ufffe\uffff]/g, '')
      .normalize('NFC')
      .replace(/[\s\u00a0]+/g, match => (match.includes('\u00a0') ? '\u00a0' : ' '))
      .trim()
  )
}

/** Titles and the cells of lists and heat tables, whatever else stands on a slide. */
function expectedTexts(deck: Deck): readonly string[] {
  return deck.slides.flatMap(({ title, body }) => {
    const texts =
      body.kind === 'list'
        ? [
            ...body.heads,
            ...body.rows.flatMap(row => (row.mark === undefined ? row.cells : row.cells.slice(1))),
          ]
        : body.kind === 'heat'
          ? [...body.columns, ...body.rows.map(({ name }) => name)]
          : body.kind === 'bars'
            ? body.rows.flatMap(row => (row.kind === 'gap' ? [] : row.numbers))
            : []
    return [title, ...texts].map(said).filter(text => text !== '')
  })
}

function changeOneTitle(deck: Deck, pick: number) {
  const at = pick % deck.slides.length
  const slides = deck.slides.map((slide, index) =>
    index === at ? { ...slide, title: 'Tiêu đề khác hẳn 12345' } : slide,
  )
  return { at, deck: { ...deck, slides } }
}

/** The same file as PowerPoint might save it: other names of parts, other runs, other order of attributes. */
function savedAgain(bytes: Uint8Array): Uint8Array {
  const renamed = (text: string) =>
    text
      .replaceAll(/slides\/slide(\d+)\.xml/g, (_, number) => `slides/slide${Number(number) + 40}.xml`)
      .replaceAll(
        /slides\/_rels\/slide(\d+)\.xml/g,
        (_, number) => `slides/_rels/slide${Number(number) + 40}.xml`,
      )
      .replaceAll(/charts\/chart(\d+)\.xml/g, (_, number) => `charts/chartEx${number}.xml`)
      .replaceAll(/charts\/_rels\/chart(\d+)\.xml/g, (_, number) => `charts/_rels/chartEx${number}.xml`)
  const parts = Object.entries(unzipSync(bytes)).map(([path, content]): [string, Uint8Array] => {
    if (!/\.(?:xml|rels)$/.test(path)) return [path, content]
    const xml = renamed(strFromU8(content)).replaceAll('Target="../charts/', 'Target="/ppt/charts/')
    if (!path.startsWith('ppt/slides/slide')) return [renamed(path), strToU8(xml)]
    const split = xml
      .replaceAll(/<p:cNvPr id="(\d+)" name="([^"]*)"/g, '<p:cNvPr name="$2" id="$1"')
      .replaceAll(
        /<a:r>(<a:rPr[^>]*>(?:(?!<\/a:rPr>).)*<\/a:rPr>)<a:t>([^&<]{2,})<\/a:t><\/a:r>/gu,
        (_, properties: string, text: string) => {
          const letters = [...text]
          const half = Math.floor(letters.length / 2)
          const run = (piece: string) => `<a:r>${properties}<a:t>${piece}</a:t></a:r>`
          return run(letters.slice(0, half).join('')) + run(letters.slice(half).join(''))
        },
      )
    return [renamed(path), strToU8(split)]
  })
  return zipSync(Object.fromEntries(parts))
}

describe('what is no deck of ours', () => {
  const problemOf = async (bytes: Uint8Array) => {
    const read = await readPptxExport(bytes, 'tep.pptx')
    return read.ok ? null : read.problems[0]?.message.vi
  }

  test('is refused with a sentence', async () => {
    expect(await problemOf(strToU8('không phải tệp nén'))).toContain('không phải tệp của Office')
    expect(await problemOf(written.subarray(0, written.length - 100))).toContain('không phải tệp của Office')
    const nobody = changed(written, (path, xml) =>
      path === 'docProps/custom.xml' ? xml.replaceAll('ParBoard', 'X') : xml,
    )
    expect(await problemOf(nobody)).toContain('không ghi nguồn')
    const broken = changed(written, (path, xml) =>
      path === 'ppt/slides/slide3.xml' ? xml.slice(0, -9) : xml,
    )
    expect(await problemOf(broken)).toContain('hỏng')
  })
})
