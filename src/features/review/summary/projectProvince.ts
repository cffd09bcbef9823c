import { column, headingRow, textCell } from '../../../exports/displayedCells.ts'
import type { DisplayedRow, DisplayedTable } from '../../../model/displayedTable.ts'
import { numberCell } from '../../../receipt/displayedCell.ts'
import { type ProvinceRow, provinceRows } from './provinceRows.ts'
import { provinceWords } from './provinceWords.ts'
import type { SummaryNames } from './summaryNames.ts'
import type { SummaryViewProps } from './summaryViews.ts'
import { tableNotes } from './tableNotes.ts'
import { provinceSentence } from './viewSentence.ts'

type Props = Pick<SummaryViewProps, 'open' | 'review' | 'consolidation' | 'names'>

/** The province seen as one, criterion by criterion; notes that open on screen stand in the file. */
export function projectProvince(props: Props): DisplayedTable {
  const { open, consolidation, names } = props
  const { province } = consolidation
  const words = provinceWords[names.language]
  const rows = province.leaves.length === 0 ? [] : provinceRows(open.ruleSet, province, names)
  return {
    id: 'province',
    name: words.annexTitle,
    title: provinceSentence(province, names),
    columns: Object.entries(words.columns).map(([key, name]) =>
      column(
        key,
        name,
        key === 'name' || key === 'how' ? 44 : key === 'figures' ? 20 : 13,
        key === 'code' || key === 'name' || key === 'how' ? 'left' : 'right',
      ),
    ),
    rows: rows.map(row => rowOf(row, names)),
    notes: [
      `${words.inferred}, ${words.sub(names.count(province.agencies))}`,
      words.foot,
      ...tableNotes(props, consolidation, names),
    ],
    narrowed: [],
    empty: words.none,
  }
}

function rowOf(row: ProvinceRow, names: SummaryNames): DisplayedRow {
  const { id, code, name } = row
  if (row.kind === 'group') return headingRow(id, `${code} ${name}`)
  const number = (shown: string, after = '') => numberCell(shown, names.language, { after })
  return {
    id,
    kind: 'row',
    depth: 1,
    cells: [
      textCell(code),
      textCell(name),
      number(row.max),
      number(row.figures),
      number(row.share),
      number(row.points),
      number(row.lost),
      number(row.mean),
      textCell(row.full),
      textCell(row.target, row.targetNote),
      textCell([row.how, ...row.notes].join('. ')),
    ],
  }
}
