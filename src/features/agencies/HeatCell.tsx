import { heatStep } from '../../charts/heatSteps.ts'
import type { CohortCell } from '../../model/cohort.ts'
import { isSettled } from '../../model/exact.ts'
import { formatInterval, pointsFormat } from '../../receipt/pointsFormat.ts'
import { formatNumber, type Language } from '../../ui/formatNumber.ts'
import { pickName, useLanguage, useText } from '../../ui/language.tsx'
import { Mark } from '../../ui/Mark.tsx'
import type { HeatColumn, LeagueRow } from './leagueRows.ts'
import type { LeagueFrame } from './useLeague.ts'
import { type AgenciesWords, agenciesWords } from './words.ts'

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
      </a>
    </td>
  )
}

type ShownMark = { readonly kind: 'lost' | 'notApplicable' | 'inferred'; readonly word: string }

/** The sign and its word, for who cannot see it. */
function HeatMark({ kind, word }: ShownMark) {
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

/** Everything a cell says, in the table as on a phone. */
export function heatContent(
  cell: CohortCell,
  row: LeagueRow,
  column: HeatColumn,
  { ruleSet, measure, maximum }: Pick<LeagueFrame, 'ruleSet' | 'measure' | 'maximum'>,
  words: AgenciesWords,
  language: Language,
): { look: string; text: string; title: string; marks: readonly ShownMark[] } {
  const name = pickName(language, column.name, column.nameEn)
  const where = `${row.name} · ${column.code} ${name}`
  if (cell.state === 'notApplicable')
    return {
      look: 'none',
      text: '',
      title: `${where}: ${words.notApplicable}`,
      marks: [{ kind: 'notApplicable', word: words.notApplicable }],
    }
  const format = pointsFormat(ruleSet, language)
  const points = cell.points ? formatInterval(cell.points, format) : '–'
  const max = cell.maxPoints === null ? '' : `/${formatNumber(cell.maxPoints, language)}`
  const stateWord = { settled: '', open: words.missing, pending: words.pending, unknown: words.unknown }[
    cell.state
  ]
  const isMostLost = [...row.mostLost.areas, ...row.mostLost.leaves].includes(column.criterionId)
  const isOpen = cell.state !== 'settled'
  const otherMax = maximum === null && cell.maxPoints !== column.maxPoints
  const behind = behindText(cell, words, format)
  const marks: readonly ShownMark[] = [
    ...(isMostLost && row.place !== 'idle' ? [{ kind: 'lost', word: words.mostLost } as const] : []),
    ...(cell.notIncurred ? [{ kind: 'notApplicable', word: words.notIncurred } as const] : []),
    ...(cell.isInferred ? [{ kind: 'inferred', word: words.inferred } as const] : []),
  ]
  return {
    look:
      row.place === 'idle'
        ? 'idle-cell'
        : isOpen || !cell.percent
          ? 'open-cell'
          : `heat-${heatStep(cell.percent.from)}`,
    text:
      measure === 'behind'
        ? behind
        : // Less than the column's maximum applies: the cell says of how much.
          `${points.replace('–', '–\u200b')}${otherMax ? max : ''}`,
    title: [
      `${where}: ${points}${max}`,
      ...(cell.percent && isSettled(cell.percent)
        ? [`${formatNumber(cell.percent.to, language, { places: 2 })}%`]
        : []),
      ...(stateWord === '' ? [] : [stateWord]),
      ...(cell.behindLeaderPoints === null || cell.behindLeaderPoints === '0'
        ? []
        : [words.behind(format(cell.behindLeaderPoints))]),
      ...marks.map(mark => mark.word),
    ].join(' · '),
    marks,
  }
}

function behindText(cell: CohortCell, words: AgenciesWords, format: (points: string) => string): string {
  if (cell.behindLeaderPoints === null) return '–'
  return cell.behindLeaderPoints === '0' ? words.leads : `\u2212${format(cell.behindLeaderPoints)}`
}
