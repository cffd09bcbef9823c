import { Fragment, useState } from 'react'
import { useText } from '../../../ui/language.tsx'
import { TableScroll } from '../../../ui/TableScroll.tsx'
import { BandPips } from './BandPips.tsx'
import { gradeReason } from './gradeReason.ts'
import { finalKind, type RankingRow, type RankingSort } from './rankingRows.ts'
import { SortHead } from './SortHead.tsx'
import type { GroupViewProps } from './summaryViews.ts'
import { useIsPhone } from './useIsPhone.ts'
import { summaryWords } from './words.ts'

type Props = GroupViewProps & {
  readonly rows: readonly RankingRow[]
  readonly showsAreas: boolean
  /** Also on a phone, which otherwise shows rank, agency, points and grade alone. */
  readonly showsAll: boolean
}

/** The ranking as the official table; a name opens the agency on the desk, a grade its reason. */
export function RankingTable(props: Props) {
  const { rows, showsAreas, showsAll, group, names, address, change, consolidation, open } = props
  const words = useText(summaryWords)
  const [reasonOf, setReasonOf] = useState<string | null>(null)
  const { columns } = words
  const isShort = useIsPhone() && !showsAll
  const kind = finalKind(consolidation, open)
  const head = (key: RankingSort, isNumber: boolean, hint?: string) => (
    <SortHead
      column={key}
      name={columns[key]}
      hint={hint}
      isNumber={isNumber}
      sort={address.sort}
      change={sort => change({ sort: sort === 'rank' ? undefined : sort }, 'replace')}
    />
  )
  const width = (isShort ? 4 : 10) + (showsAreas ? group.cohort.columns.length : 0)
  return (
    <TableScroll label={words.annexTitle}>
      <table
        className={`${isShort ? 'rvs-short ' : ''}${showsAreas ? 'rvs-table rvs-ranking rvs-wide' : 'rvs-table rvs-ranking'}`}
      >
        <thead>
          <tr>
            {isShort ? (
              head('rank', true)
            ) : (
              <th scope="col" className="rvs-number">
                {columns.number}
              </th>
            )}
            {head('agency', false)}
            {!isShort && head('self', true)}
            {!isShort && head('first', true)}
            <th scope="col" className="rvs-number">
              {columns.final[kind]}
              {isShort && <small>{columns.percent}</small>}
            </th>
            {!isShort && head('difference', true, words.differenceHint[kind])}
            {!isShort && (
              <th scope="col" className="rvs-number">
                {columns.percent}
              </th>
            )}
            {!isShort && head('rank', true)}
            <th scope="col">{columns.band}</th>
            {!isShort && head('status', false)}
            {showsAreas &&
              group.cohort.columns.map(column => (
                <th key={column.criterionId} scope="col" className="rvs-number">
                  {names.node(column.criterionId)}
                  {column.maxPoints !== null && <small>/{names.number(column.maxPoints)}</small>}
                </th>
              ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row, index) => (
            <Fragment key={row.agencyId}>
              <Row
                {...props}
                row={row}
                isShort={isShort}
                number={index + 1}
                isExplained={reasonOf === row.agencyId}
                explain={() => setReasonOf(reasonOf === row.agencyId ? null : row.agencyId)}
              />
              {reasonOf === row.agencyId && (
                <tr className="rvs-why" id={`rvs-why-${row.agencyId}`}>
                  <td colSpan={width}>
                    {gradeReason(row.data, group.cohort.standings, props.open.ruleSet, names).join(' ')}
                  </td>
                </tr>
              )}
            </Fragment>
          ))}
        </tbody>
      </table>
    </TableScroll>
  )
}

function Row({
  row,
  number,
  isShort,
  isExplained,
  explain,
  showsAreas,
  group,
  names,
  open,
  change,
}: Props & { row: RankingRow; number: number; isShort: boolean; isExplained: boolean; explain: () => void }) {
  const words = useText(summaryWords)
  const { grade } = row.data.row
  const toDesk = () =>
    change({
      part: 'desk',
      agency: row.agencyId,
      group: group.groupId,
      filter: undefined,
      sort: undefined,
      q: undefined,
      area: undefined,
    })
  const rank = (
    <td className="rvs-number rvs-rank">
      {row.rank.text}
      {row.rank.note !== null && <small>{row.rank.note}</small>}
    </td>
  )
  return (
    <tr className={row.isOpen ? 'rvs-open' : undefined}>
      {isShort ? rank : <td className="rvs-number rvs-quiet-cell">{names.count(number)}</td>}
      <th scope="row">
        <button type="button" title={words.openDesk(row.name)} onClick={toDesk}>
          {row.name}
        </button>
        {row.missing !== null && <small>{row.missing}</small>}
        {isShort && row.waits && <small className="rvs-waits">{row.status}</small>}
      </th>
      {!isShort && (
        <>
          <td className="rvs-number">{row.self}</td>
          <td className={row.data.first ? 'rvs-number' : 'rvs-number rvs-none-yet'}>{row.first}</td>
        </>
      )}
      <td className="rvs-number rvs-final">
        <b>{row.final}</b>
        <small>/{row.max}</small>
        {isShort && row.percent !== '' && <small className="rvs-share">{row.percent}%</small>}
      </td>
      {!isShort && (
        <>
          <td className={row.data.difference === null ? 'rvs-number rvs-none-yet' : 'rvs-number'}>
            {row.difference}
          </td>
          <td className="rvs-number">{row.percent}</td>
          {rank}
        </>
      )}
      <td className="rvs-band">
        {grade && grade.bandIds.length > 0 ? (
          <button
            type="button"
            aria-expanded={isExplained}
            aria-controls={`rvs-why-${row.agencyId}`}
            aria-label={`${row.band}. ${words.whyBand(row.name)}`}
            onClick={explain}
          >
            <BandPips bands={open.ruleSet.bands} bandIds={grade.bandIds} />
            {row.band}
          </button>
        ) : (
          <span className="rvs-none-yet">{row.band}</span>
        )}
      </td>
      {!isShort && (
        <td className={row.waits ? 'rvs-status rvs-waits' : 'rvs-status rvs-done'}>{row.status}</td>
      )}
      {showsAreas &&
        row.areas.map((area, index) => (
          <td key={group.cohort.columns[index]?.criterionId ?? index} className="rvs-number">
            {area}
          </td>
        ))}
    </tr>
  )
}
