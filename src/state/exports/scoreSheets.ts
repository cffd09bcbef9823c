import { text } from '../../io/formSheet/formCells.ts'
import type { CellLook, StyledCell, StyledSheet } from '../../io/styledSheet.ts'
import { scoreFills } from './scoreCells.ts'
import { headRow, rowNumber, type ScoreArea, scoreColumns } from './scoreLayout.ts'
import { type ScoreScene, scoreRow } from './scoreRows.ts'

const widths = {
  code: 8,
  name: 48,
  unit: 11,
  value: 14,
  state: 17,
  maximum: 10,
  points: 15,
  upTo: 9,
  appPoints: 15,
  appUpTo: 9,
  difference: 18,
  how: 60,
} as const

const headLook: CellLook = {
  bold: true,
  fill: scoreFills.head,
  border: 'box',
  align: 'center',
  middle: true,
}

/** Title, whose scores these are, how to read the sheet, and the heads: the first six rows of every sheet. */
export function sheetHead(
  { parts, words }: ScoreScene,
  title: string,
  heads: readonly string[],
): readonly (readonly StyledCell[])[] {
  const { agency, submission, ruleSet, sheet, language } = parts
  const titleOfSet = language === 'en' ? (ruleSet.titleEn ?? ruleSet.title) : ruleSet.title
  const line = (words: string, look: CellLook = {}): readonly StyledCell[] => [{ content: text(words), look }]
  return [
    line(title, { bold: true, size: 14 }),
    line(
      `${words.agency}: ${agency?.name ?? submission.agencyId}. ${words.period(periodText(submission.period), words.stages[sheet.stage])}`,
    ),
    line(words.ruleSet(titleOfSet, ruleSet.version)),
    line(words.legend, { italic: true }),
    [],
    heads.map(head => ({ content: text(head), look: headLook })),
  ]
}

/** "10/2026", "15/10/2026"; other periods as they are. */
function periodText(period: string): string {
  return /^\d{4}-\d{2}(?:-\d{2})?$/.test(period) ? period.split('-').reverse().join('/') : period
}

/** Criteria of one area with their figures, formulas and what the app has. */
export function areaSheet(area: ScoreArea, scene: ScoreScene): StyledSheet {
  const { words, answers, layout } = scene
  const lists = area.rows.flatMap((row, index) => {
    if (row.kind !== 'figure' || !row.isFirst) return []
    const cells = answers.cellsOf(row.metric.id)
    const [first, last] = [cells[0]?.cell, cells.at(-1)?.cell]
    if (first === undefined || last === undefined) return []
    const column = first.replace(/^.*!\$([A-Z]+)\$.*$/, '$1')
    return [
      {
        cells: `D${rowNumber(index)}`,
        allow: {
          kind: 'list' as const,
          words: { sheet: layout.names.lists, column, from: 2, to: cells.length + 1 },
        },
        title: '',
        hint: '',
        refusal: '',
      },
    ]
  })
  return {
    name: area.name,
    columns: scoreColumns.map(column => ({ width: widths[column] })),
    rows: [...sheetHead(scene, area.title, words.heads), ...area.rows.map(row => scoreRow(row, scene))],
    heights: new Map([
      [1, 21],
      [headRow, 48],
    ]),
    merges: [1, 2, 3, 4].map(row => ({
      firstRow: row,
      lastRow: row,
      firstColumn: 0,
      lastColumn: scoreColumns.length - 1,
    })),
    outlines: new Map(
      area.rows.flatMap((row, index) => (row.kind === 'figure' ? [[rowNumber(index), 1]] : [])),
    ),
    entries: lists,
    frozen: { rows: headRow, columns: 2 },
    page: {
      orientation: 'landscape',
      titleRows: [headRow, headRow],
      footer: `&L${area.title.replaceAll('&', '&&').slice(0, 120)}&R${words.page} &P/&N`,
    },
  }
}

/** Every step of the calculation in a row of its own, for whoever wants to follow it. */
export function workingsSheet({ formulas, layout, words }: ScoreScene): StyledSheet {
  const rows: (StyledCell | null)[][] = [
    words.steps.map((word): StyledCell => ({ content: text(word), look: { bold: true } })),
    ...formulas.helpers.map(({ label, formula }): StyledCell[] => [
      { content: text(label), look: { noWrap: true } },
      { content: { kind: 'formula', formula } },
    ]),
  ]
  formulas.lists.forEach((numbers, column) => {
    numbers.forEach((value, index) => {
      const row = rows[index + 1] ?? []
      while (row.length < 3 + column) row.push(null)
      row[3 + column] = { content: { kind: 'number', value } }
      rows[index + 1] = row
    })
  })
  return { name: layout.names.workings, isHidden: true, columns: [{ width: 70 }, { width: 18 }], rows }
}
