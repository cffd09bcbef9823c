import { useState } from 'react'
import { useText } from '../../../ui/language.tsx'
import { SearchField } from '../../../ui/SearchField.tsx'
import { AllColumns } from './AllColumns.tsx'
import { AnnexFoot, AnnexHead } from './Annex.tsx'
import { ApartBlock } from './ApartBlock.tsx'
import { FileButtons, fileName } from './FileButtons.tsx'
import { fileNotes } from './fileNotes.ts'
import { RankingTable } from './RankingTable.tsx'
import {
  finalKind,
  foundRows,
  type RankingRow,
  rankingRows,
  rankingSorts,
  sortedRows,
} from './rankingRows.ts'
import type { GroupViewProps } from './summaryViews.ts'
import type { TableFile } from './tableFile.ts'
import { summaryWords } from './words.ts'

/** Agencies of one group, ranked and graded, with the totals of every stage; whoever has no score stands apart. */
export function RankingView(props: GroupViewProps) {
  const { open, consolidation, group, names, address, change, directory } = props
  const words = useText(summaryWords)
  const all = rankingRows(group, props, names)
  const rows = sortedRows(foundRows(all, address.q), address.sort)
  const showsAreas = address.area === 'all'
  const [showsAll, setShowsAll] = useState(false)
  const query = address.q?.trim() ?? ''
  const sortName = rankingSorts.find(each => each === address.sort?.replace(/^-/, ''))
  const scope = [
    group.name,
    query === ''
      ? words.rowsAll(names.count(all.length))
      : words.rowsSome(names.count(rows.length), names.count(all.length), query),
    ...(sortName ? [words.sortedBy(words.columns[sortName].toLocaleLowerCase(names.language))] : []),
  ].join(', ')
  const file = (): TableFile => ({
    language: names.language,
    title: `${words.annexTitle}: ${group.name}`,
    ...fileNotes(props, consolidation, names, scope),
    columns: columnsOf(props, showsAreas),
    rows: [
      ...rows.map((row, index) => cellsOf(row, index, showsAreas)),
      ...group.apart.map(({ agencyId, why }) => ['', names.agency(agencyId), words.apart[why]]),
    ],
  })
  return (
    <>
      <AnnexHead
        open={open}
        directory={directory}
        title={words.annexTitle}
        group={group.name}
        review={props.review}
      />
      <div className="rvs-tools">
        <SearchField
          label={words.search}
          hint={words.searchHint}
          value={address.q ?? ''}
          change={q => change({ q: q === '' ? undefined : q }, 'replace')}
        />
        <label className="rvs-check">
          <input
            type="checkbox"
            checked={showsAreas}
            onChange={event => change({ area: event.target.checked ? 'all' : undefined }, 'replace')}
          />
          {words.byArea}
        </label>
        <AllColumns isChecked={showsAll} check={setShowsAll} />
        <FileButtons name={fileName(open.round, ['xep-hang', group.groupId])} file={file} />
      </div>
      {all.length === 0 ? (
        <section className="empty">
          <p>{words.nobody}</p>
          <p>{words.nobodyHint}</p>
        </section>
      ) : rows.length === 0 ? (
        <p className="rvs-none" role="status">
          {words.noneFound(query)}{' '}
          <button type="button" className="link-button" onClick={() => change({ q: undefined }, 'replace')}>
            {words.showAll}
          </button>
        </p>
      ) : (
        <RankingTable {...props} rows={rows} showsAreas={showsAreas} showsAll={showsAll} />
      )}
      <BandCounts {...props} />
      <ApartBlock {...props} />
      <AnnexFoot {...props} engineVersion={consolidation.engineVersion} scope={scope} />
    </>
  )
}

function BandCounts({ group, names }: GroupViewProps) {
  const words = useText(summaryWords)
  const { bandCounts } = group.cohort
  if (bandCounts.every(each => each.agencyIds.length === 0)) return null
  return (
    <p className="rvs-bands">
      <b>{words.bandCounts}:</b>{' '}
      {bandCounts
        .filter(each => each.agencyIds.length > 0)
        .map(({ bandId, agencyIds }) => `${names.band(bandId)} ${names.count(agencyIds.length)}`)
        .join(', ')}
      .
    </p>
  )
}

function columnsOf(
  { names, group, consolidation, open }: GroupViewProps,
  showsAreas: boolean,
): TableFile['columns'] {
  const { columns } = summaryWords[names.language]
  const number = (name: string, width = 12) => ({ name, width, isNumber: true })
  return [
    number(columns.number, 6),
    { name: columns.agency, width: 44 },
    number(columns.self),
    number(columns.first),
    number(columns.final[finalKind(consolidation, open)], 16),
    number(summaryWords[names.language].maximum),
    number(columns.difference),
    number(columns.percent),
    number(columns.rank, 14),
    { name: columns.band, width: 18 },
    { name: columns.status, width: 28 },
    ...(showsAreas ? group.cohort.columns.map(column => number(names.node(column.criterionId), 16)) : []),
  ]
}

function rankCell({ text, note }: RankingRow['rank']): string {
  if (note === null) return text
  return text === '' ? note : `${text} (${note})`
}

function cellsOf(row: RankingRow, index: number, showsAreas: boolean): readonly string[] {
  return [
    String(index + 1),
    row.name,
    row.self,
    row.first,
    row.final,
    row.max,
    row.difference,
    row.percent,
    rankCell(row.rank),
    row.band,
    row.missing === null ? row.status : `${row.status}; ${row.missing}`,
    ...(showsAreas ? row.areas : []),
  ]
}
