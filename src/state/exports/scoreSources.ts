import { cellText } from '../../io/exports/cellText.ts'
import { nothing, text } from '../../io/formSheet/formCells.ts'
import type { CellContent, CellLook, StyledCell, StyledSheet } from '../../io/styledSheet.ts'
import type { ExportOrigin } from '../../model/exportOrigin.ts'
import type { Provenance } from '../../model/provenance.ts'
import { scoreFills } from './scoreCells.ts'
import { type ScoreScene, valueContent } from './scoreRows.ts'

const box: CellLook = { border: 'box' }

/** What every figure and every fixed point rests on, and what the file is of. */
export function sourcesSheet(scene: ScoreScene, origin: ExportOrigin): StyledSheet {
  const { parts, words, layout } = scene
  const documents = new Map(parts.documents.map(document => [document.id, document]))
  const tail = (provenance: Provenance | null): StyledCell[] => {
    const document = documents.get(provenance?.source?.documentId ?? '')
    const named = document
      ? [document.number, document.title].filter(part => part !== null && part !== '').join(', ')
      : (provenance?.source?.documentId ?? words.noSource)
    return [
      { content: text(provenance ? words.certainty[provenance.certainty] : words.noSource), look: box },
      { content: text(cellText(named)), look: box },
      { content: text(cellText(provenance?.source?.place ?? '')), look: box },
    ]
  }
  const line = (code: string, name: string, value: CellContent, look: CellLook, rests: Provenance | null) => [
    { content: text(code), look: box },
    { content: text(name), look: box },
    { content: value, look: { ...box, align: 'right' as const, ...look } },
    ...tail(rests),
  ]
  const rows = layout.areas.flatMap(area =>
    area.rows.flatMap((row): (readonly StyledCell[])[] => {
      if (row.kind === 'group') return []
      if (row.kind === 'figure') return row.isFirst ? [figureLine(row.metric.id, row.code, scene, line)] : []
      const standing = scene.standings.get(row.id)
      if (standing?.kind !== 0 || standing.fixed === null) return []
      const name = `${words.pointsOf}: ${parts.language === 'en' ? (row.nameEn ?? row.name) : row.name}`
      const rests = standing.explanation?.pointsProvenance ?? parts.submission.provenance
      return [line(row.code, name, scene.cells.number(standing.range.from), scene.cells.points, rests)]
    }),
  )
  const pools = parts.sheet.pools.flatMap(pool =>
    pool.pointsProvenance
      ? [
          line(
            '',
            `${words.pointsOf}: ${pool.name}`,
            scene.cells.number(pool.points.from),
            scene.cells.points,
            pool.pointsProvenance,
          ),
        ]
      : [],
  )
  const wide = (words: string, look: CellLook): readonly StyledCell[] => [{ content: text(words), look }]
  return {
    name: parts.language === 'vi' ? 'Nguồn' : 'Sources',
    columns: [8, 60, 16, 16, 60, 40].map(width => ({ width })),
    rows: [
      wide(words.sourcesTitle, { bold: true, size: 14, noWrap: true }),
      [],
      words.sourceHeads.map(
        (head): StyledCell => ({
          content: text(head),
          look: { bold: true, fill: scoreFills.head, border: 'box', align: 'center', middle: true },
        }),
      ),
      ...rows,
      ...pools,
      [],
      ...origin.lines.map(({ label, text: said }) => wide(cellText(`${label}: ${said}`), { noWrap: true })),
    ],
    frozen: { rows: 3, columns: 0 },
    page: {
      orientation: 'landscape',
      titleRows: [3, 3],
      footer: `&L${words.sourcesTitle}&R${words.page} &P/&N`,
    },
  }
}

function figureLine(
  metricId: string,
  code: string,
  { parts, values, answers, words }: ScoreScene,
  line: (
    code: string,
    name: string,
    value: CellContent,
    look: CellLook,
    rests: Provenance | null,
  ) => readonly StyledCell[],
): readonly StyledCell[] {
  const metric = parts.ruleSet.metrics.find(({ id }) => id === metricId)
  const value = values.get(metricId)
  if (!metric) return line(code, metricId, nothing, {}, null)
  const name = parts.language === 'en' ? (metric.nameEn ?? metric.name) : metric.name
  if (!value) return line(code, name, text(words.open.missing), {}, null)
  const content =
    value.state === 'entered' ? valueContent(metric, value, answers) : text(words.states[value.state])
  const format: CellLook['format'] =
    metric.valueType === 'date' ? 'day' : metric.valueType === 'count' ? 'whole' : 'general'
  return line(
    code,
    name,
    content,
    content.kind === 'text' ? {} : { format },
    value.provenance ?? parts.submission.provenance,
  )
}
