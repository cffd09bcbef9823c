import type { DisplayedCell } from '../../model/displayedTable.ts'
import { measureCell, numberCell, textCell } from '../../receipt/displayedCell.ts'
import { formatNumber } from '../../ui/formatNumber.ts'
import { pickName } from '../../ui/language.tsx'
import type { CriteriaLine } from './criteriaLines.ts'
import {
  displayedCell,
  type SaidCell,
  saidDifference,
  saidLost,
  saidMax,
  saidPercent,
  saidPoints,
  saysNothing,
} from './saidCells.ts'
import { displayedFigures, saidEvidence, saidFigures } from './saidFigures.ts'
import { columnName, noteOf, type TableView } from './tableView.ts'

/** A column of the official table: its head, and what each cell of it says. */
export type OfficialColumn = {
  readonly id: string
  /** In the chooser and beside the cell where there is no head. */
  readonly label: string
  readonly main: string
  /** Second line of the head; empty where there is none. */
  readonly sub: string
  readonly says: (line: CriteriaLine) => DisplayedCell
  /** Place among the point columns; null for every other one. */
  readonly stage: number | null
}

/** Columns of the official table in order; which point columns there are, the data decide. */
export function officialColumns(view: TableView): readonly OfficialColumn[] {
  const { words, table, language } = view
  const shown = (said: SaidCell) => displayedCell(said, language)
  const plain = (id: string, main: string, says: OfficialColumn['says'], label = main): OfficialColumn => ({
    id,
    label,
    main,
    sub: '',
    says,
    stage: null,
  })
  const points = table.columns.map((column, index): OfficialColumn => {
    const isLast = index === table.columns.length - 1
    const { main, sub } = columnName(column, table.columns.length === 1, words)
    return {
      id: isLast ? 'after' : index === 0 ? 'before' : column.by === 'stage' ? column.stage : column.by,
      label: sub === '' ? main : `${main}, ${sub}`,
      main,
      sub,
      says: line => shown(pointsOf(line, index, view)),
      stage: index,
    }
  })
  return [
    plain('code', words.code, line => textCell(line.code)),
    plain('name', words.name, line => textCell(lineName(line, view))),
    plain('max', words.max, line => shown(saidMax(line, view)), words.maxFull),
    ...(view.hasFigures
      ? [plain('figures', words.figures, line => displayedFigures(saidFigures(line, view), view))]
      : []),
    ...points,
    ...(points.length > 1
      ? [
          plain(
            'difference',
            words.differenceHead,
            line => shown(saidDifference(line, view)),
            words.difference,
          ),
        ]
      : []),
    plain('lost', words.lost, line => shown(saidLost(line, view)), words.lostFull),
    plain('percent', words.percent, line => shown(saidPercent(line, view))),
    ...(view.evidence || view.hasOwnSources
      ? [
          plain('evidence', view.evidence ? words.evidence : words.source, line =>
            evidenceCell(saidEvidence(line, view), view),
          ),
        ]
      : []),
    plain('note', words.note, line => textCell(noteOf(line, view))),
  ]
}

/** What one of the point columns says of a line. */
export function pointsOf(
  line: Pick<CriteriaLine, 'kind' | 'node' | 'row'>,
  index: number,
  view: TableView,
): SaidCell {
  const [cell, column] = [line.row.cells[index], view.table.columns[index]]
  return cell && column ? saidPoints(cell, column, line, view) : saysNothing
}

function evidenceCell(said: ReturnType<typeof saidEvidence>, { language }: TableView): DisplayedCell {
  if (!said) return { text: '' }
  return said.look === 'documents' ? measureCell(said.text, language) : textCell(said.text)
}

/** The last line of the table as the cells of the others take it. */
export const totalLine = ({ table }: TableView) => ({ kind: 'total', row: table.total, node: null }) as const

/** What the total says in a column. */
export function totalSays(column: OfficialColumn, view: TableView, shownOf: string): DisplayedCell {
  const { sheet, words, language } = view
  const line = totalLine(view)
  const shown = (said: SaidCell) => displayedCell(said, language)
  if (column.stage !== null) return shown(pointsOf(line, column.stage, view))
  switch (column.id) {
    case 'name':
      return textCell(words.total, shownOf)
    case 'max':
      return numberCell(formatNumber(sheet.total.maxPoints, language), language)
    case 'difference':
      return shown(saidDifference(line, view))
    case 'lost':
      return shown(saidLost(line, view))
    case 'percent':
      return shown(saidPercent(line, view))
    case 'note':
      return textCell(...totalNotes(view))
    default:
      return { text: '' }
  }
}

/** What is still open about the total: leaves without figures, and deductions that may take more than the maximum. */
export function totalNotes({ sheet, words, format }: TableView): readonly string[] {
  if (sheet.total.missingLeaves === 0) return []
  return [
    words.missingCount(sheet.total.missingLeaves),
    ...sheet.adjustments.flatMap(({ effect, outcome, points }) =>
      effect === 'penalty' && outcome.kind === 'missing' && points.to !== '0'
        ? [words.mayLose(format(points.to))]
        : [],
    ),
  ]
}

/** Rescaling and rounding are named by the screen, everything else by the rule set. */
export function lineName(
  { kind, name, nameEn }: Pick<CriteriaLine, 'kind' | 'name' | 'nameEn'>,
  { words, language }: Pick<TableView, 'words' | 'language'>,
): string {
  if (kind === 'rescaling') return words.rescaling
  if (kind === 'rounding') return words.rounding
  return kind === 'total' ? words.total : pickName(language, name, nameEn)
}
