import { column, headingRow, textCell, withoutEmpty } from '../../../exports/displayedCells.ts'
import type { DisplayedRow, DisplayedTable } from '../../../model/displayedTable.ts'
import { numberCell } from '../../../receipt/displayedCell.ts'
import {
  finalKind,
  foundRows,
  type RankingRow,
  rankingRows,
  rankingSorts,
  sortedRows,
} from './rankingRows.ts'
import type { SummaryNames } from './summaryNames.ts'
import { summarySentence } from './summarySentence.ts'
import type { GroupViewProps } from './summaryViews.ts'
import { tableNotes } from './tableNotes.ts'
import { summaryWords } from './words.ts'

type Props = Pick<GroupViewProps, 'open' | 'review' | 'consolidation' | 'group' | 'names' | 'address'>

/** The ranking as the official table: rows found, in their order, and below them who has no score. */
export function projectRanking(props: Props): DisplayedTable {
  const { open, consolidation, group, names, address } = props
  const words = summaryWords[names.language]
  const { columns } = words
  const all = rankingRows(group, props, names)
  const rows = sortedRows(foundRows(all, address.q), address.sort)
  const kind = finalKind(consolidation, open)
  const areas = address.area === 'all' ? group.cohort.columns : []
  const table: DisplayedTable = {
    id: 'ranking',
    name: words.view.ranking,
    title: summarySentence(consolidation, group, props, names),
    columns: [
      column('number', columns.number, 6, 'right'),
      column('agency', columns.agency, 44),
      column('missing', words.missingColumn, 18),
      column('self', columns.self, 13, 'right'),
      column('first', columns.first, 13, 'right'),
      column('final', columns.final[kind], 16, 'right'),
      column('difference', `${columns.difference} ${words.differenceHint[kind]}`, 14, 'right'),
      column('percent', columns.percent, 12, 'right'),
      column('rank', columns.rank, 16, 'right'),
      column('band', columns.band, 18),
      column('status', columns.status, 28),
      ...areas.map(({ criterionId, maxPoints }) => {
        const most = maxPoints === null ? '' : `/${names.number(maxPoints)}`
        return column(`area-${criterionId}`, `${names.node(criterionId)} ${most}`, 16, 'right')
      }),
    ],
    rows: [
      ...rows.map((row, index) => rowOf(row, index, areas.length > 0, names)),
      ...apartRows(props, 11 + areas.length),
    ],
    notes: [`${words.annexTitle}: ${group.name}`, ...tableNotes(props, consolidation, names)],
    narrowed: narrowedRanking(props, rows.length, all.length),
    empty: all.length === 0 ? words.nobody : words.noneFound(address.q?.trim() ?? ''),
  }
  return withoutEmpty(table, ['missing'])
}

/** Group, search and order, in words; the same on paper and in files. */
export function narrowedRanking(
  { group, names, address }: Props,
  shown: number,
  all: number,
): readonly string[] {
  const words = summaryWords[names.language]
  const query = address.q?.trim() ?? ''
  const sort = address.sort?.replace(/^-/, '')
  const sorted = rankingSorts.find(each => each === sort)
  return [
    `${words.group}: ${group.name}`,
    query === ''
      ? words.rowsAll(names.count(all))
      : words.rowsSome(names.count(shown), names.count(all), query),
    ...(sorted
      ? [
          words.sortedBy(words.columns[sorted].toLocaleLowerCase(names.language)) +
            (address.sort?.startsWith('-') ? words.turned : ''),
        ]
      : []),
  ]
}

function rowOf(row: RankingRow, index: number, showsAreas: boolean, names: SummaryNames): DisplayedRow {
  const { language } = names
  const number = (shown: string, after = '') => numberCell(shown, language, { after })
  return {
    id: row.agencyId,
    kind: 'row',
    depth: 0,
    cells: [
      number(names.count(index + 1)),
      textCell(row.name),
      textCell(row.missing),
      number(row.self),
      number(row.first),
      number(row.final, `/${row.max}`),
      number(row.difference),
      number(row.percent),
      row.rank.text === ''
        ? textCell(row.rank.note)
        : number(row.rank.text, row.rank.note === null ? '' : ` ${row.rank.note}`),
      textCell(row.band),
      textCell(row.status),
      ...(showsAreas ? row.areas.map(area => number(area)) : []),
    ],
  }
}

/** Agencies without a score: neither a rank nor a zero. */
function apartRows({ group, names }: Props, width: number): readonly DisplayedRow[] {
  const words = summaryWords[names.language]
  if (group.apart.length === 0) return []
  const title = `${words.apartTitle(names.count(group.apart.length))}. ${words.apartHint}`
  return [
    headingRow(' apart', title),
    ...group.apart.map(({ agencyId, why, problems }): DisplayedRow => {
      const said = [words.apart[why], ...problems.map(each => each.message[names.language])].join(' ')
      const cells = Array.from({ length: width }, () => textCell())
      return {
        id: ` apart ${agencyId}`,
        kind: 'row',
        depth: 1,
        cells: cells.map((cell, at) =>
          at === 1 ? textCell(names.agency(agencyId)) : at === statusAt ? textCell(said) : cell,
        ),
      }
    }),
  ]
}

/** Place of the column of the status. */
const statusAt = 10
