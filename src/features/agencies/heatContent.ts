import { heatStep } from '../../charts/heatSteps.ts'
import type { CohortCell } from '../../model/cohort.ts'
import type { DisplayedCell } from '../../model/displayedTable.ts'
import { isSettled } from '../../model/exact.ts'
import { numberCell } from '../../receipt/displayedCell.ts'
import { formatInterval, pointsFormat } from '../../receipt/pointsFormat.ts'
import { formatNumber, type Language } from '../../ui/formatNumber.ts'
import { pickName } from '../../ui/language.tsx'
import type { HeatColumn, LeagueRow } from './leagueRows.ts'
import type { LeagueFrame } from './useLeague.ts'
import type { AgenciesWords } from './words.ts'

export type HeatSign = { readonly kind: 'lost' | 'notApplicable' | 'inferred'; readonly word: string }

/** Everything a cell of the heat table says, in the table, on a phone and in files. */
export type HeatContent = {
  readonly look: string
  readonly text: string
  /** What the number is of, where the head of the column says another maximum. */
  readonly of: string
  readonly title: string
  readonly marks: readonly HeatSign[]
}

export function heatContent(
  cell: CohortCell,
  row: LeagueRow,
  column: HeatColumn,
  { ruleSet, measure, maximum }: Pick<LeagueFrame, 'ruleSet' | 'measure' | 'maximum'>,
  words: AgenciesWords,
  language: Language,
): HeatContent {
  const name = pickName(language, column.name, column.nameEn)
  const where = `${row.name} · ${column.code} ${name}`
  if (cell.state === 'notApplicable')
    return {
      look: 'none',
      text: '',
      of: '',
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
  const marks: readonly HeatSign[] = [
    ...(isMostLost && row.place !== 'idle' ? [{ kind: 'lost', word: words.mostLostHere } as const] : []),
    ...(cell.notIncurred ? [{ kind: 'notApplicable', word: words.notIncurred } as const] : []),
    ...(cell.isInferred ? [{ kind: 'inferred', word: words.inferred } as const] : []),
  ]
  const isDistance = measure === 'behind'
  return {
    look:
      row.place === 'idle'
        ? 'idle-cell'
        : isOpen || !cell.percent
          ? 'open-cell'
          : `heat-${heatStep(cell.percent.from)}`,
    text: isDistance ? behindText(cell, words, format) : points.replace('–', '–\u200b'),
    // Less than the column's maximum applies: the cell says of how much.
    of: !isDistance && otherMax ? max : '',
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

/** The same as one cell of a file. */
export function heatCell({ text, of, marks }: HeatContent, language: Language): DisplayedCell {
  return numberCell(text, language, { words: marks.map(mark => mark.word), after: of })
}
