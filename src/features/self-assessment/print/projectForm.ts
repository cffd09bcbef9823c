import { column, textCell } from '../../../exports/displayedCells.ts'
import type { DisplayedRow, DisplayedTable } from '../../../model/displayedTable.ts'
import { numberCell } from '../../../receipt/displayedCell.ts'
import { periodName } from '../../../receipt/periodName.ts'
import type { Assessment } from '../../../state/assessment/assessment.ts'
import { formatNumber, type Language } from '../../../ui/formatNumber.ts'
import { instantText } from '../instantText.ts'
import { percentText } from './percentText.ts'
import { type PrintedRow, printedRows } from './printedRows.ts'
import { type PrintWords, printWords } from './words.ts'

/** Biểu tự chấm điểm as it is printed: every line with its figures, points, documents and remarks. */
export function projectForm(assessment: Assessment, language: Language): DisplayedTable {
  const words = printWords[language]
  const { ruleSet, draft, agency, submission, documents } = assessment
  const name = agency?.name ?? draft.agencyId
  const decision = documents.find(({ id }) => id === ruleSet.decisionId)
  const rows = printedRows(assessment, language)
  return {
    id: 'form',
    name: words.title,
    title: `${words.title}: ${name}, ${periodName(draft.period, language)}`,
    columns: [
      column('code', words.code, 9),
      column('name', words.name, 56),
      column('max', words.max, 12, 'right'),
      column('figures', words.figures, 28, 'right'),
      column('points', words.points, 18, 'right'),
      column('lost', words.lost, 14, 'right'),
      column('percent', words.percent, 16, 'right'),
      column('evidence', words.evidence, 48),
      column('note', words.note, 48),
    ],
    rows: rows.map(row => rowOf(row, words, language)),
    notes: [
      ...(rows.some(({ isClaimed }) => isClaimed) ? [`* ${words.claimedMark}`] : []),
      ...(submission.provenance.certainty === 'illustrative' ? [words.illustrative] : []),
      ...(decision?.kind === 'example' ? [words.exampleSet] : []),
      words.draftAt(instantText(draft.updatedAt), formatNumber(String(draft.revision), language)),
    ],
    narrowed: [],
    empty: words.title,
  }
}

const kinds = {
  group: 'group',
  leaf: 'row',
  pool: 'row',
  adjustment: 'row',
  step: 'row',
  total: 'total',
} as const

function rowOf(row: PrintedRow, words: PrintWords, language: Language): DisplayedRow {
  const { figures, points, percent } = row
  const asked = row.kind === 'leaf' || row.kind === 'adjustment'
  return {
    id: `${row.kind} ${row.id}`,
    kind: kinds[row.kind],
    depth: row.kind === 'group' || row.kind === 'total' ? 0 : 1,
    cells: [
      textCell(row.code),
      textCell(row.name),
      numberCell(row.max, language),
      figures
        ? textCell(figures.parts.join(' · '), figures.absent && words[figures.absent])
        : textCell(asked && '–'),
      points.isWord
        ? textCell(points.text + (row.isClaimed ? '*' : ''))
        : numberCell(points.text, language, { after: row.isClaimed ? '*' : '' }),
      numberCell(row.lost, language),
      percent === 'none'
        ? textCell('–')
        : numberCell(percent ? percentText(percent, language) : '', language),
      textCell([...row.evidence, ...(row.lack === null ? [] : [row.lack])].join('; ')),
      textCell(row.notes.join('; ')),
    ],
  }
}
