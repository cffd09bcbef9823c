import { column, textCell } from '../../../exports/displayedCells.ts'
import type { DisplayedTable } from '../../../model/displayedTable.ts'
import { numberCell } from '../../../receipt/displayedCell.ts'
import { entryWords } from './entryWords.ts'
import type { GroupViewProps } from './summaryViews.ts'
import { tableNotes } from './tableNotes.ts'
import { groupComparison, publishedSentence } from './viewSentence.ts'
import { summaryWords } from './words.ts'

type Props = Pick<GroupViewProps, 'open' | 'review' | 'consolidation' | 'group' | 'names'>

/** Published results held against computed ones, those that differ first. */
export function projectPublished(props: Props): DisplayedTable {
  const { consolidation, group, names } = props
  const words = entryWords[names.language]
  const rows = groupComparison(consolidation, group, names)
  const number = (shown: string) => numberCell(shown, names.language)
  return {
    id: 'published',
    name: words.annex,
    title: publishedSentence(rows, names),
    columns: [
      column('agency', words.agency, 44),
      column('total', words.total, 13, 'right'),
      column('computedTotal', words.computedTotal, 13, 'right'),
      column('difference', `${words.difference} ${words.differenceHint}`, 14, 'right'),
      column('rank', words.rank, 11, 'right'),
      column('computedRank', words.computedRank, 11, 'right'),
      column('band', words.band, 16),
      column('computedBand', words.computedBand, 16),
      column('verdict', words.verdict, 28),
      column('source', words.source, 50),
    ],
    rows: rows.map(row => ({
      id: row.agencyId,
      kind: 'row',
      depth: 0,
      cells: [
        textCell(row.name),
        number(row.total),
        number(row.computedTotal),
        number(row.difference),
        textCell(row.rank),
        textCell(row.computedRank),
        textCell(row.band),
        textCell(row.computedBand),
        textCell(row.verdict),
        textCell(row.source),
      ],
    })),
    notes: [words.publishedSub, ...tableNotes(props, consolidation, names)],
    narrowed: [`${summaryWords[names.language].group}: ${group.name}`],
    empty: words.publishedNone,
  }
}
