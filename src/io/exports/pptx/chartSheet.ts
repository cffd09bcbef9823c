import { strToU8, unzipSync } from 'fflate'
import { zipOf } from '../../package/zip.ts'
import { writeWorkbook } from '../../xlsx.ts'
import type { ChartData } from './chartData.ts'
import type { DeckWords } from './deckWords.ts'

/** The workbook that PowerPoint opens at "Edit data"; the same figures make the same bytes. */
export async function chartSheet(data: ChartData, words: DeckWords): Promise<Uint8Array> {
  const heads = [data.corner, ...data.series.map(({ name }) => name), ...data.beside.map(({ head }) => head)]
  const rows = data.categories.map((category, row) => [
    category,
    ...data.series.map(({ values }) => values[row] ?? null),
    ...data.beside.map(({ texts }) => texts[row] ?? null),
  ])
  const bytes = await writeWorkbook([
    {
      name: words.sheet,
      rows: [heads, ...rows],
      columns: heads.map((_, column) => ({ width: column === 0 ? 48 : 18 })),
      frozenColumns: 1,
    },
  ])
  const parts = Object.entries(unzipSync(bytes)).filter(([path]) => !path.endsWith('/'))
  return zipOf(
    parts.map(([path, content]) => ({
      path,
      // The package stamps the minute of its making.
      bytes: path === 'docProps/core.xml' ? strToU8(emptyProperties) : content,
      isPacked: false,
    })),
  )
}

const emptyProperties =
  '<?xml version="1.0" encoding="UTF-8" standalone="yes"?><cp:coreProperties ' +
  'xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" ' +
  'xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:creator>ParBoard</dc:creator></cp:coreProperties>'
