import type { FileCell } from '../../../model/exportOrigin.ts'
import { allNamed, elementAt, elementsIn, textIn, type XmlElement } from '../xmlText.ts'
import type { DeckWords } from './deckWords.ts'

/** The parts of one slide. */
export type SlideParts = {
  readonly slide: XmlElement
  readonly notes: XmlElement | null
  readonly chartOf: (id: string) => XmlElement | null
}

/** Values of one slide with the places a reader finds them at. */
export function slideCells(
  { slide, notes, chartOf }: SlideParts,
  slideNumber: number,
  words: DeckWords,
): readonly FileCell[] {
  const tree = elementAt(slide, 'p:cSld', 'p:spTree')
  if (!tree) return []
  const { places } = words
  const start = places.slide(slideNumber)
  const cells: FileCell[] = []
  const boxes = new Map<string, number>()
  let [tables, charts] = [0, 0]
  const add = (where: readonly string[], text: string) =>
    cells.push({ place: [start, ...where].join(', '), text: oneLine(text) })
  if (['0', 'false'].includes(slide.attributes.get('show') ?? '')) add([], places.hidden)
  allNamed(slide, 'a:blip').forEach((_, index) => {
    add([places.picture(index + 1)], places.present)
  })
  for (const object of objectsIn(tree)) {
    const properties = allNamed(object, 'p:cNvPr')[0]?.attributes
    const name = properties?.get('name') ?? ''
    if (['1', 'true'].includes(properties?.get('hidden') ?? '')) add([places.box(name)], places.hidden)
    const table = allNamed(object, 'a:tbl')[0]
    const chart = allNamed(object, 'c:chart')[0]
    if (table) {
      tables += 1
      const at = places.table(tables)
      for (const cell of tableCells(table)) add([at, places.cell(cell.row, cell.column)], cell.text)
    } else if (chart) {
      charts += 1
      const space = chartOf(chart.attributes.get('r:id') ?? '')
      const at = places.chart(charts)
      if (space) for (const { place, text } of chartCells(space, words)) add([at, place], text)
    } else {
      const kind = placeholderOf(object)
      const lines = linesOf(object)
      if (lines.length === 0) continue
      if (kind === 'title' || kind === 'ctrTitle') {
        add([places.title], lines.join(' '))
        continue
      }
      const count = (boxes.get(name) ?? 0) + 1
      boxes.set(name, count)
      const box = places.box(count === 1 ? name : `${name} (${count})`)
      lines.forEach((text, line) => {
        add(lines.length === 1 ? [box] : [box, places.line(line + 1)], text)
      })
    }
  }
  const body = notes && allNamed(notes, 'p:sp').find(shape => placeholderOf(shape) === 'body')
  if (body)
    linesOf(body).forEach((text, line) => {
      add([places.notes, places.line(line + 1)], text)
    })
  return cells
}

function placeholderOf(shape: XmlElement): string {
  return allNamed(shape, 'p:ph')[0]?.attributes.get('type') ?? ''
}

const objects = new Set(['p:sp', 'p:cxnSp', 'p:graphicFrame'])

/** Shapes, tables and charts in the order of the file, those inside groups too. */
function objectsIn(tree: XmlElement): readonly XmlElement[] {
  return elementsIn(tree).flatMap(child => {
    if (child.name === 'p:grpSp' || child.name === 'mc:AlternateContent') return objectsIn(child)
    if (child.name === 'mc:Choice') return objectsIn(child)
    return objects.has(child.name) ? [child] : []
  })
}

/** Paragraphs that say something; PowerPoint cuts a text into runs as it likes. */
function linesOf(element: XmlElement): readonly string[] {
  return allNamed(element, 'a:p')
    .map(paragraph =>
      elementsIn(paragraph)
        .map(part => (part.name === 'a:br' ? ' ' : part.name === 'a:r' ? runText(part) : fieldText(part)))
        .join(''),
    )
    .map(oneLine)
    .filter(text => text !== '')
}

/** The number of a slide is counted by PowerPoint; a moved slide is found by what else it says. */
function fieldText(field: XmlElement): string {
  if (field.name !== 'a:fld') return ''
  return field.attributes.get('type') === 'slidenum' ? '#' : runText(field)
}

function runText(run: XmlElement): string {
  const text = elementAt(run, 'a:t')
  return text ? textIn(text) : ''
}

function oneLine(text: string): string {
  return text
    .replace(/[\s\u00a0]+/g, match => (match.includes('\u00a0') ? '\u00a0' : ' '))
    .trim()
    .normalize('NFC')
}

function tableCells(table: XmlElement) {
  return elementsIn(table, 'a:tr').flatMap((row, rowIndex) =>
    elementsIn(row, 'a:tc').flatMap((cell, column) =>
      isMerged(cell) ? [] : [{ row: rowIndex + 1, column: column + 1, text: linesOf(cell).join(' ') }],
    ),
  )
}

/** What a cell that reaches over others covers. */
function isMerged({ attributes }: XmlElement): boolean {
  return ['hMerge', 'vMerge'].some(name => ['1', 'true'].includes(attributes.get(name) ?? ''))
}

/** Names of rows and the lengths of their parts, as the chart shows them. */
function chartCells(space: XmlElement, { places }: DeckWords): readonly { place: string; text: string }[] {
  const runs = allNamed(space, 'c:ser')
  const names = runs[0] ? pointsIn(elementAt(runs[0], 'c:cat')) : new Map<number, string>()
  const said = new Map<string, number>()
  const called = new Map<number, string>()
  for (const [index, name] of names) {
    const count = (said.get(name) ?? 0) + 1
    said.set(name, count)
    called.set(index, count === 1 ? name : `${name} (${count})`)
  }
  const values = runs.flatMap(run => {
    const series = pointsIn(elementAt(run, 'c:tx')).get(0) ?? ''
    return [...pointsIn(elementAt(run, 'c:val'))].map(([index, text]) => ({
      place: places.of(called.get(index) ?? String(index + 1), series),
      text: plainNumber(text),
    }))
  })
  return [...[...names].map(([index, text]) => ({ place: places.category(index + 1), text })), ...values]
}

function pointsIn(element: XmlElement | null): Map<number, string> {
  const points = element ? allNamed(element, 'c:pt') : []
  return new Map(
    points.map(point => {
      const value = elementAt(point, 'c:v')
      return [Number(point.attributes.get('idx')), value ? oneLine(textIn(value)) : '']
    }),
  )
}

/** Office writes 0.1 as 0.10000000000000001. */
function plainNumber(text: string): string {
  const value = Number(text)
  return text === '' || !Number.isFinite(value) ? text : String(Number(value.toPrecision(12)))
}
