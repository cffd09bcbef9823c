import { useId, useState } from 'react'
import type { Provenance } from '../../model/provenance.ts'
import { formatInterval } from '../../receipt/pointsFormat.ts'
import { formatNumber } from '../../ui/formatNumber.ts'
import { Icon } from '../../ui/Icon.tsx'
import { pickName, useLanguage, useText } from '../../ui/language.tsx'
import { Mark } from '../../ui/Mark.tsx'
import { BandCell } from './BandCell.tsx'
import { ChangeText } from './ChangeCell.tsx'
import { MostLostSign } from './HeatCell.tsx'
import { heatContent } from './heatContent.ts'
import { RankText, TotalText } from './LeagueTableRow.tsx'
import type { LeagueRow } from './leagueRows.ts'
import { notLoadedText } from './projectLeague.ts'
import { TotalBar } from './TotalBar.tsx'
import type { League, LeagueFrame } from './useLeague.ts'
import { agenciesWords } from './words.ts'

/** As many blocks as a phone draws at once without stalling. */
const blocksAtOnce = 40

/** One block an agency, for screens too narrow for a table. */
export function AgencyBlocks({
  league: { frame, items },
  chosen,
  toggle,
}: {
  league: League
  chosen: readonly string[]
  toggle: (agencyId: string) => void
}) {
  const words = useText(agenciesWords)
  const language = useLanguage()
  const [most, setMost] = useState(blocksAtOnce)
  const rest = items.length - most
  return (
    <>
      <ul className="agency-blocks">
        {items.slice(0, most).map(item => {
          if (item.kind === 'row')
            return (
              <Block
                key={item.row.agencyId}
                row={item.row}
                frame={frame}
                isChosen={chosen.includes(item.row.agencyId)}
                toggle={() => toggle(item.row.agencyId)}
              />
            )
          if (item.kind === 'notLoaded')
            return (
              <li key="notLoaded" className="not-loaded">
                <span>
                  <Mark kind="missing" />
                  {notLoadedText(item, language)}
                </span>
              </li>
            )
          return (
            <li key={item.place} className="block-head">
              <b>{item.place === 'idle' ? words.idle : words.unranked}</b>{' '}
              {item.place === 'idle' ? words.idleWhy : words.unrankedWhy}
            </li>
          )
        })}
      </ul>
      {rest > 0 && (
        <button type="button" className="button" onClick={() => setMost(most + blocksAtOnce)}>
          {words.moreBlocks(Math.min(rest, blocksAtOnce))}
        </button>
      )}
    </>
  )
}

function Block({
  row,
  frame,
  isChosen,
  toggle,
}: {
  row: LeagueRow
  frame: LeagueFrame
  isChosen: boolean
  toggle: () => void
}) {
  const words = useText(agenciesWords)
  const language = useLanguage()
  // Facts of the ranking stand for all; a whole group's cells would be metres of screen.
  const [isOpen, setIsOpen] = useState(false)
  const cellsId = useId()
  const what = frame.heat.some(column => column.depth > 0) ? words.blockLeaves : words.blockAreas
  const { percent } = row.total
  const inferred = (name: string, provenance: Pick<Provenance, 'certainty'> | null | undefined) =>
    provenance?.certainty === 'inferred' ? (
      <>
        {name} <Mark kind="inferred" size={10} />
        {words.inferred}
      </>
    ) : (
      name
    )
  return (
    <li className={`agency-block ${row.place}`}>
      <span className="rank">
        <RankText row={row} />
      </span>
      <a className="agency" href={frame.hrefOf({ screen: '/', agencyId: row.agencyId })}>
        {row.name}
      </a>
      <TotalText row={row} frame={{ ...frame, maximum: null }} />
      <TotalBar row={row} />
      <dl>
        {frame.maximum === null && percent && (
          <div>
            <dt>{words.columns.percent}</dt>
            <dd>{formatInterval(percent, value => formatNumber(value, language, { places: 2 }))}%</dd>
          </div>
        )}
        {row.grade && frame.bands.length > 0 && (
          <div>
            <dt>{inferred(words.columns.band, frame.ruleSet.bandsProvenance)}</dt>
            <dd>
              <BandCell grade={row.grade} bands={frame.bands} />
            </dd>
          </div>
        )}
        {row.workload !== null && (
          <div>
            <dt>{words.columns.workload}</dt>
            <dd>{formatNumber(row.workload, language)}</dd>
          </div>
        )}
        {row.published?.rank && (
          <div>
            <dt>{inferred(words.columns.published, row.published.rank.provenance)}</dt>
            <dd>{`${row.published.rank.rank}/${row.published.rank.of}`}</dd>
          </div>
        )}
        {frame.changes !== null && (
          <div>
            <dt>{words.columns.change}</dt>
            <dd>
              <ChangeText row={row} frame={frame} />
            </dd>
          </div>
        )}
      </dl>
      <button
        type="button"
        className="block-fold"
        aria-expanded={isOpen}
        aria-controls={cellsId}
        aria-label={words.blockOf(what, row.name)}
        onClick={() => setIsOpen(!isOpen)}
      >
        <Icon name="chevron" size={12} />
        {what}
      </button>
      <label className="block-with">
        <input type="checkbox" checked={isChosen} onChange={toggle} aria-label={words.compareRow(row.name)} />
        {words.columns.with}
      </label>
      <ul className="block-cells" id={cellsId} hidden={!isOpen}>
        {frame.heat.map(column => {
          const cell = row.cells[column.place]
          if (!cell) return null
          const content = heatContent(cell, row, column, frame, words, language)
          return (
            <li key={column.criterionId}>
              <a
                className={content.look}
                href={frame.hrefOf({
                  screen: '/criteria',
                  agencyId: row.agencyId,
                  criterionId: column.criterionId,
                })}
              >
                <span>{pickName(language, column.shortName, column.shortNameEn)}</span>
                <span className="number">
                  {content.marks.map(mark =>
                    mark.kind === 'lost' ? (
                      <MostLostSign key={mark.word} />
                    ) : (
                      <Mark key={mark.word} kind={mark.kind} />
                    ),
                  )}
                  {content.text}
                  {content.of}
                  {cell.maxPoints !== null && frame.measure === 'points' && content.of === '' && (
                    <small>/{formatNumber(cell.maxPoints, language)}</small>
                  )}
                  <span className="visually-hidden"> {content.marks.map(mark => mark.word).join(', ')}</span>
                </span>
              </a>
            </li>
          )
        })}
      </ul>
    </li>
  )
}
