import type { ExportOrigin, FileCell, ReadExport } from '../../../model/exportOrigin.ts'
import type { Decoded } from '../../../model/problem.ts'
import { originInElement } from '../officeOrigin.ts'
import { brokenFile, noOrigin, type OfficePackage, officeProblem, openOfficeFile } from '../officePackage.ts'
import { allNamed, elementAt, elementsIn, type XmlElement } from '../xmlText.ts'
import { deckWords } from './deckWords.ts'
import { relatedParts } from './relatedParts.ts'
import { slideCells } from './slideCells.ts'

/**
 * Reads a deck that left the page, also after PowerPoint saved it: what it is of, its titles, texts, cells of tables
 * and figures of charts. Notes, page numbers and what says a time are not compared.
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
  return elementsIn(list, 'p:sldId').flatMap((entry, index) => {
    const at = parts.get(entry.attributes.get('r:id') ?? '')
    const slide = at === undefined ? null : file.part(at)
    if (at === undefined || slide === null) return []
    const charts = relatedParts(file, at)
    const chartOf = (id: string): XmlElement | null => file.part(charts.get(id) ?? '')
    const tree = allNamed(slide, 'p:spTree')[0]
    return tree ? slideCells(tree, index + 1, chartOf, words) : []
  })
}
