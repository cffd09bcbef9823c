import type { ExportOrigin, FileCell, ReadExport } from '../../../model/exportOrigin.ts'
import type { Decoded } from '../../../model/problem.ts'
import { originInElement } from '../officeOrigin.ts'
import { brokenFile, noOrigin, type OfficePackage, officeProblem, openOfficeFile } from '../officePackage.ts'
import { elementAt, elementsIn, type XmlElement } from '../xmlText.ts'
import { type DeckWords, deckWords } from './deckWords.ts'
import { relatedParts } from './relatedParts.ts'
import { slideCells } from './slideCells.ts'

/**
 * Reads a deck that left the page, also after PowerPoint saved it: what it is of, its titles, texts, cells of tables
 * figures of charts, speaker notes, what is hidden and what is a picture. The moment the figures were frozen at stands
 * as "…": another moment, the same figures.
 */
export async function readPptxExport(bytes: Uint8Array, fileName: string): Promise<Decoded<ReadExport>> {
  const opened = openOfficeFile(bytes, fileName)
  if (!opened.ok) return opened
  const refused = (message: typeof noOrigin): Decoded<ReadExport> => ({
    ok: false,
    problems: [officeProblem(fileName, message)],
  })
  try {
    const origin = originOf(opened.value)
    if (!origin) return refused(noOrigin)
    const cells = cellsOf(opened.value, origin)
    return cells ? { ok: true, value: { origin, cells } } : refused(brokenFile)
  } catch {
    return refused(brokenFile)
  }
}

function originOf(file: OfficePackage): ExportOrigin | null {
  const part = file.part(file.related('/custom-properties') ?? 'docProps/custom.xml')
  return part && originInElement(part)
}

/** Slides in the order they are shown, wherever they lie in the file. */
function cellsOf(file: OfficePackage, origin: ExportOrigin): readonly FileCell[] | null {
  const path = file.related('/officeDocument') ?? 'ppt/presentation.xml'
  const presentation = file.part(path)
  const list = presentation && elementAt(presentation, 'p:sldIdLst')
  if (!list) return null
  const parts = relatedParts(file, path)
  const words = deckWords[origin.language]
  const cells = elementsIn(list, 'p:sldId').flatMap((entry, index) => {
    const at = parts.get(entry.attributes.get('r:id') ?? '')
    const slide = at === undefined ? null : file.part(at)
    if (at === undefined || slide === null) return []
    const related = relatedParts(file, at)
    const chartOf = (id: string): XmlElement | null => file.part(related.get(id) ?? '')
    const notes = [...related.values()].find(path => /\/notesSlide[^/]*\.xml$/.test(path))
    const own = { slide, chartOf, notes: notes === undefined ? null : file.part(notes) }
    return slideCells(own, index + 1, words)
  })
  const frozen = frozenIn(cells, words)
  return frozen === null ? cells : cells.map(cell => ({ ...cell, text: cell.text.replace(frozen, '…') }))
}

/** The moment of "Số liệu chốt lúc 21/11/2026 19:05" on the first slide that says it; any other one is compared. */
function frozenIn(cells: readonly FileCell[], words: DeckWords): RegExp | null {
  const form = new RegExp(`^${words.frozen('(\\d\\d/\\d\\d/\\d{4})[ \\u00a0](\\d\\d:\\d\\d)')}$`)
  const found = cells.map(({ text }) => form.exec(text)).find(each => each !== null)
  return found ? new RegExp(`${found[1]}[ \\u00a0]${found[2]}(?!:)`, 'g') : null
}
