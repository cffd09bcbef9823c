import { useState } from 'react'
import { TableButtons } from '../../../exports/TableButtons.tsx'
import { useText } from '../../../ui/language.tsx'
import { SearchField } from '../../../ui/SearchField.tsx'
import { AllColumns } from './AllColumns.tsx'
import { AnnexFoot, AnnexHead } from './Annex.tsx'
import { ApartBlock } from './ApartBlock.tsx'
import { narrowedRanking, projectRanking } from './projectRanking.ts'
import { RankingTable } from './RankingTable.tsx'
import { foundRows, rankingRows, sortedRows } from './rankingRows.ts'
import { summaryFileName } from './summaryFileName.ts'
import type { GroupViewProps } from './summaryViews.ts'
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
  const scope = narrowedRanking(props, rows.length, all.length).join(', ')
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
        <TableButtons
          className="rvs-files"
          id="ranking"
          name={words.view.ranking}
          fileName={summaryFileName(open.round, ['xep-hang', group.groupId])}
          make={() => projectRanking(props)}
        />
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
