import { column, figureCell, textCell } from '../../exports/displayedCells.ts'
import type { ChangeDecomposition } from '../../model/change.ts'
import type { DisplayedTable } from '../../model/displayedTable.ts'
import type { Interval } from '../../model/exact.ts'
import { formatInterval, pointsFormat } from '../../receipt/pointsFormat.ts'
import type { TrendView } from '../../state/useTrendView.ts'
import { formatPercent, type Language } from '../../ui/formatNumber.ts'
import { apartWords } from './apartWords.ts'
import { isApart } from './sincePhrase.ts'
import { changeText } from './texts.ts'
import { trendWords } from './words.ts'

type Comparable = Extract<ChangeDecomposition, { kind: 'comparable' }>

/** Causes in the order they are told, with what each moves and where that leaves the score. */
export function causeRows(view: TrendView, decomposition: Comparable, language: Language) {
  const words = trendWords[language]
  const { unit } = decomposition
  const level = (total: Interval) =>
    formatInterval(
      total,
      unit === 'percent' ? value => formatPercent(value, language) : pointsFormat(view.ruleSet, language),
    )
  const moves = (difference: Comparable['difference']) => changeText(difference, unit, view.ruleSet, language)
  return {
    steps: decomposition.steps.map(step => ({
      id: step.cause,
      name: words.causes[step.cause],
      moves: moves(step.difference),
      level: level(step.total),
    })),
    whole: {
      name: isApart(view) ? apartWords[language].wholeGap : words.whole,
      moves: moves(decomposition.difference),
      level: level(decomposition.after),
    },
  }
}

/** The twin of the causes of a change. */
export function projectCauses(
  view: TrendView,
  decomposition: Comparable,
  heading: string,
  pair: string,
  language: Language,
): DisplayedTable {
  const words = trendWords[language]
  const { steps, whole } = causeRows(view, decomposition, language)
  const cells = ({ name, moves, level }: typeof whole) => [
    textCell(name),
    figureCell(moves, language),
    figureCell(level, language),
  ]
  return {
    id: 'causes',
    name: heading,
    title: `${heading}: ${pair}`,
    columns: [
      column('cause', words.cause, 40),
      column('moves', words.moves, 22, 'right'),
      column('level', words.levelAfter, 22, 'right'),
    ],
    rows: [
      ...steps.map(step => ({ id: step.id, kind: 'row' as const, depth: 0, cells: cells(step) })),
      { id: ' whole', kind: 'total', depth: 0, cells: cells(whole) },
    ],
    notes: [],
    narrowed: [pair],
    empty: words.nothingBefore,
  }
}
