import { column, textCell } from '../../exports/displayedCells.ts'
import type { DisplayedTable } from '../../model/displayedTable.ts'
import { numberCell } from '../../receipt/displayedCell.ts'
import type { Language } from '../../ui/formatNumber.ts'
import type { AreaRow } from './areaRows.ts'
import { moreWords } from './moreWords.ts'

/** The twin of the radar: every area with its share of its maximum. */
export function projectAreas(
  {
    areas,
    name,
    word,
    title,
  }: {
    readonly areas: readonly AreaRow[]
    readonly name: string
    /** What an area is called: "Lĩnh vực", "Thành phần". */
    readonly word: string
    readonly title: string
  },
  language: Language,
): DisplayedTable {
  const words = moreWords[language]
  const number = (shown: string) => numberCell(shown, language)
  return {
    id: 'areas',
    name,
    title,
    columns: [
      column('area', word, 56),
      column('reached', words.reached, 14, 'right'),
      column('max', words.maxPoints, 14, 'right'),
      column('percent', words.percent, 16, 'right'),
    ],
    rows: areas.map(({ id, full, points, max, percent }) => ({
      id,
      kind: 'row',
      depth: 0,
      cells: [textCell(full), number(points), number(max), number(percent)],
    })),
    notes: areas.some(({ isOpen }) => isOpen) ? [words.openLegend] : [],
    narrowed: [],
    empty: title,
  }
}
