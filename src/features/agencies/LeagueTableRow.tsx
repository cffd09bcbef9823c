import { memo } from 'react'
import { useLanguage, useText } from '../../ui/language.tsx'
import { Mark } from '../../ui/Mark.tsx'
import { BandCell } from './BandCell.tsx'
import { ChangeCell } from './ChangeCell.tsx'
import { HeatCell } from './HeatCell.tsx'
import type { LeagueRow } from './leagueRows.ts'
import { noBandText, percentText, publishedText, rankText, totalText, workloadText } from './leagueTexts.ts'
import { TotalBar } from './TotalBar.tsx'
import type { LeagueFrame } from './useLeague.ts'
import { agenciesWords } from './words.ts'

/** One agency; drawn anew only when something of it changes. */
export const LeagueTableRow = memo(function LeagueTableRow({
  row,
  frame,
  line,
  rowIndex,
  activeCol,
  isChosen,
}: {
  row: LeagueRow
  frame: LeagueFrame
  /** Place among the lines of the grid. */
  line: number
  /** Place in the whole table, heads included, from 1. */
  rowIndex: number
  /** Column that Tab stops at, if it is in this row. */
  activeCol: number | null
  isChosen: boolean
}) {
  const words = useText(agenciesWords)
  const language = useLanguage()
  const place = (id: string) => frame.columnIds.indexOf(id)
  const has = (id: string) => frame.columnIds.includes(id)
  /** Makes a cell without anything to press a stop of the arrows. */
  const stop = (id: string) => ({ 'data-col': place(id), tabIndex: activeCol === place(id) ? 0 : -1 })
  const firstHeat = frame.columnIds.length - frame.heat.length
  const published = publishedText(row)
  return (
    <tr
      data-line={line}
      aria-rowindex={rowIndex}
      className={`league-row ${row.place}${isChosen ? ' chosen' : ''}`}
    >
      <td className="with">
        <label data-picture="skip">
          <input
            type="checkbox"
            value={row.agencyId}
            checked={isChosen}
            readOnly
            aria-label={words.compareRow(row.name)}
            {...stop('with')}
          />
        </label>
      </td>
      <td className="rank" {...stop('rank')}>
        <RankText row={row} />
      </td>
      <th scope="row" className="agency">
        <a
          href={frame.hrefOf({ screen: '/', agencyId: row.agencyId })}
          title={row.name}
          data-col={place('agency')}
          tabIndex={activeCol === place('agency') ? 0 : -1}
        >
          {row.shortName}
        </a>
      </th>
      <td className="total" {...stop('total')}>
        <span className="total-cell">
          <TotalText row={row} frame={frame} />
          <TotalBar row={row} />
        </span>
      </td>
      {has('percent') && (
        <td className="percent number" {...stop('percent')}>
          {percentText(row, language)}
        </td>
      )}
      {has('band') && (
        <td className="band-cell" {...stop('band')}>
          {row.grade ? (
            <BandCell grade={row.grade} bands={frame.bands} />
          ) : (
            <span className="quiet">{noBandText(row, words)}</span>
          )}
        </td>
      )}
      {has('workload') && (
        <td className="number" {...stop('workload')}>
          {workloadText(row, language)}
        </td>
      )}
      {has('published') && (
        <td className="number" {...stop('published')}>
          {published.text}
          {published.of}
        </td>
      )}
      {has('change') && (
        <td className="change-cell" {...stop('change')}>
          <ChangeCell row={row} frame={frame} />
        </td>
      )}
      {frame.heat.map((column, index) => (
        <HeatCell
          key={column.criterionId}
          row={row}
          column={column}
          frame={frame}
          col={firstHeat + index}
          isActive={activeCol === firstHeat + index}
        />
      ))}
    </tr>
  )
})

/** Place in the ranking, or the sign of what is not ranked. */
export function RankText({ row }: { row: LeagueRow }) {
  const words = useText(agenciesWords)
  const { kind, text, tied } = rankText(row, words)
  if (kind === 'none')
    return (
      <>
        {row.place === 'idle' ? <Mark kind="notApplicable" /> : <span aria-hidden="true">–</span>}
        <span className="visually-hidden">{text}</span>
      </>
    )
  if (kind === 'open') return <span title={words.openRank}>{text}</span>
  return (
    <>
      {text}
      {tied !== '' && (
        <>
          {' '}
          <small>{tied}</small>
        </>
      )}
    </>
  )
}

/** Points; with their maximum where the head of the column cannot say it for all. */
export function TotalText({
  row,
  frame,
}: {
  row: LeagueRow
  frame: Pick<LeagueFrame, 'ruleSet' | 'maximum'>
}) {
  const { text, of } = totalText(row, frame, useLanguage())
  return (
    <span className="points">
      <b>{text}</b>
      {of !== '' && <small>{of}</small>}
    </span>
  )
}
