import { useLanguage, useText } from '../../ui/language.tsx'
import { Mark } from '../../ui/Mark.tsx'
import { type HeatSign, heatContent } from './heatContent.ts'
import type { HeatColumn, LeagueRow } from './leagueRows.ts'
import type { LeagueFrame } from './useLeague.ts'
import { agenciesWords } from './words.ts'

/** One agency at one criterion: number, step of the scale, marks; a link to where it can be read whole. */
export function HeatCell({
  row,
  column,
  frame,
  col,
  isActive,
}: {
  row: LeagueRow
  column: HeatColumn
  frame: LeagueFrame
  /** Place among the columns of the grid. */
  col: number
  isActive: boolean
}) {
  const words = useText(agenciesWords)
  const language = useLanguage()
  const cell = row.cells[column.place]
  if (!cell) return <td data-col={col} />
  const content = heatContent(cell, row, column, frame, words, language)
  return (
    <td className={`heat ${content.look}`}>
      <a
        href={frame.hrefOf({ screen: '/criteria', agencyId: row.agencyId, criterionId: column.criterionId })}
        data-col={col}
        tabIndex={isActive ? 0 : -1}
        title={content.title}
      >
        {content.marks.map(mark => (
          <HeatMark key={mark.word} {...mark} />
        ))}
        {content.text}
        {content.of}
      </a>
    </td>
  )
}

/** The sign and its word, for who cannot see it. */
function HeatMark({ kind, word }: HeatSign) {
  return (
    <>
      {kind === 'lost' ? <MostLostSign /> : <Mark kind={kind} size={10} />}
      <span className="visually-hidden">{word} </span>
    </>
  )
}

export function MostLostSign() {
  return (
    <svg className="most-lost" width="8" height="8" viewBox="0 0 8 8" aria-hidden="true">
      <path d="M0 1h8L4 7.4Z" fill="currentColor" />
    </svg>
  )
}
