import { column, figureCell, textCell } from '../../exports/displayedCells.ts'
import type { DisplayedTable } from '../../model/displayedTable.ts'
import type { ChangeByNode } from '../../model/trend.ts'
import type { TrendView } from '../../state/useTrendView.ts'
import { formatNumber, type Language } from '../../ui/formatNumber.ts'
import { moverRows, moverWords } from './moverRows.ts'

/**
 * The twin of the movers: every criterion behind the change, also those the drawing folds.
 * @param pair the two periods, in words
 */
export function projectMovers(
  view: TrendView,
  byNode: ChangeByNode,
  pair: string,
  language: Language,
): DisplayedTable {
  const words = moverWords(view, language)
  const { rows, rest, whole } = moverRows(view, byNode, language)
  const figure = (shown: string) => figureCell(shown, language)
  const sum = (id: string, kind: 'row' | 'total', name: string, moves: string) => ({
    id,
    kind,
    depth: 0,
    cells: [textCell(name), textCell(), textCell(), figure(moves)],
  })
  return {
    id: 'movers',
    name: words.movers,
    title: `${words.movers}: ${pair}`,
    columns: [
      column('criterion', words.mover, 56),
      column('before', words.before, 18, 'right'),
      column('after', words.after, 18, 'right'),
      column('moves', words.moves, 20, 'right'),
    ],
    rows: [
      ...rows.map(row => ({
        id: row.id,
        kind: 'row' as const,
        depth: 0,
        cells: [textCell(row.name), figure(row.before), figure(row.after), figure(row.moves)],
      })),
      sum(' rest', 'row', words.restRounding, rest),
      sum(' whole', 'total', words.whole, whole),
    ],
    notes: [
      byNode.unit === 'points' ? words.moversSub : words.moversPercent,
      ...(byNode.unmoved > 0 ? [words.unmoved(formatNumber(String(byNode.unmoved), language))] : []),
    ],
    narrowed: [pair],
    empty: words.noMovers,
  }
}
