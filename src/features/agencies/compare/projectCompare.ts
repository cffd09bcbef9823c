import { letterOf } from '../../../charts/CompareMarks.tsx'
import type { CohortColumn } from '../../../model/cohort.ts'
import type { AgencyComparison, ComparedCell, ComparedRow } from '../../../model/comparison.ts'
import type { DisplayedRow, DisplayedTable } from '../../../model/displayedTable.ts'
import { numberCell, oneLine, textCell } from '../../../receipt/displayedCell.ts'
import { formatInterval } from '../../../receipt/pointsFormat.ts'
import { formatNumber, type Language } from '../../../ui/formatNumber.ts'
import { pickName } from '../../../ui/language.tsx'
import { type CompareWords, compareWords } from './words.ts'

/** The comparison as its table shows it. */
export type ShownComparison = {
  readonly comparison: AgencyComparison
  readonly columns: readonly CohortColumn[]
  readonly nameOf: (agencyId: string) => string
  readonly format: (points: string) => string
}

/** Two to five agencies beside each other, for files, print and slides. */
export function projectCompare(
  { comparison, columns, nameOf, format }: ShownComparison,
  { title, notes }: { readonly title: string; readonly notes: readonly string[] },
  language: Language,
): DisplayedTable {
  const words = compareWords[language]
  const { agencyIds } = comparison
  const heads = compareHeads(agencyIds, nameOf, words)
  const rowOf = (row: ComparedRow, id: string, name: string, depth: number): DisplayedRow => {
    const { ahead, percentPoints, points } = distanceTexts(row, agencyIds, format, words, language)
    return {
      id,
      kind: row.criterionId === null ? 'total' : depth === 0 ? 'group' : 'row',
      depth,
      cells: [
        textCell(name),
        ...row.cells.map(cell => comparedCell(cell, format, words, language)),
        textCell(ahead),
        numberCell(percentPoints, language),
        numberCell(points, language),
      ],
    }
  }
  const columnOf = new Map(columns.map(column => [column.criterionId, column]))
  return {
    id: 'compare',
    name: words.tableName,
    title,
    columns: [
      { id: 'criterion', head: oneLine(heads.criterion), align: 'left', width: 44 },
      ...agencyIds.map((id, index) => ({
        id: `agency-${id}`,
        head: oneLine(heads.agencies[index] ?? ''),
        align: 'right' as const,
        width: 20,
      })),
      { id: 'leads', head: oneLine(heads.leads), align: 'left', width: 12 },
      { id: 'percentPoints', head: oneLine(heads.percentPoints), align: 'right', width: 16 },
      { id: 'points', head: oneLine(heads.points), align: 'right', width: 14 },
    ],
    rows: [
      rowOf(comparison.total, 'total', words.total, 0),
      ...comparison.rows.flatMap(row => {
        const column = columnOf.get(row.criterionId ?? '')
        return column ? [rowOf(row, column.criterionId, comparedName(column, language), column.depth)] : []
      }),
    ],
    notes,
    narrowed: [],
    empty: words.nothingSettled,
  }
}

/** Heads of the table; each agency with the letter that stands for it. */
export function compareHeads(
  agencyIds: readonly string[],
  nameOf: (agencyId: string) => string,
  words: CompareWords,
) {
  return {
    criterion: words.criterion,
    agencies: agencyIds.map((id, index) => `${letterOf(index)} ${nameOf(id)}`),
    leads: words.leads,
    percentPoints: `${words.distance}, ${words.percentPoints}`,
    points: `${words.distance}, ${words.pointsHead}`,
  }
}

export function comparedName(
  { code, shortName, shortNameEn }: Pick<CohortColumn, 'code' | 'shortName' | 'shortNameEn'>,
  language: Language,
): string {
  return `${code} ${pickName(language, shortName, shortNameEn)}`
}

const isEqual = ({ distance }: ComparedRow) => distance?.percentPoints === '0'

/** Who leads, and by how much; nothing where all are equal. */
export function distanceTexts(
  row: ComparedRow,
  agencyIds: readonly string[],
  format: (points: string) => string,
  words: CompareWords,
  language: Language,
) {
  const { distance } = row
  if (distance === null) return { ahead: '', percentPoints: words.none, points: '' }
  if (isEqual(row)) return { ahead: '', percentPoints: words.equal, points: '' }
  return {
    ahead: distance.ahead.map(id => letterOf(agencyIds.indexOf(id))).join(', '),
    percentPoints: formatNumber(distance.percentPoints, language, { places: 2, minPlaces: 2 }),
    points: distance.points ? format(distance.points) : '',
  }
}

/** "11,85" and "/18", with the word of whatever qualifies it; the word alone where there are no points. */
export function comparedText(
  cell: ComparedCell,
  format: (points: string) => string,
  words: CompareWords,
  language: Language,
): { readonly text: string; readonly of: string; readonly told: string } {
  const { points, maxPoints, state } = cell
  const told = stateText(cell, words) ?? ''
  if (points === null || state === 'notApplicable') return { text: '', of: '', told }
  return {
    text: formatInterval(points, format),
    of: maxPoints === null ? '' : `/${formatNumber(maxPoints, language)}`,
    told,
  }
}

function comparedCell(
  cell: ComparedCell,
  format: (points: string) => string,
  words: CompareWords,
  language: Language,
) {
  const { text, of, told } = comparedText(cell, format, words, language)
  if (text === '') return textCell(told)
  return numberCell(text, language, { after: told === '' ? of : `${of} ${told}` })
}

/** Null where the figure stands for itself. */
export function stateText(cell: ComparedCell, words: CompareWords): string | null {
  if (cell.state !== 'settled') return words.state[cell.state]
  if (cell.restsOnNothing) return words.restsOnNothing
  if (cell.notIncurred) return words.notIncurred
  return cell.isInferred ? words.inferred : null
}
