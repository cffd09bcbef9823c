import { column, textCell } from '../../exports/displayedCells.ts'
import type { DisplayedTable } from '../../model/displayedTable.ts'
import type { NextAction } from '../../model/nextActions.ts'
import { numberCell } from '../../receipt/displayedCell.ts'
import { actionItem, type Telling } from './actionItems.ts'

/**
 * What to do first, with change and reason in full.
 * @param left what the list leaves out on purpose
 */
export function projectActions(
  actions: readonly NextAction[],
  left: readonly string[],
  telling: Telling,
): DisplayedTable {
  const { words, language, plan } = telling
  return {
    id: 'actions',
    name: words.actions,
    title: `${words.actions}: ${plan ? words.planned : words.byWorth}`,
    columns: [
      column('order', words.actionColumns.order, 6, 'right'),
      column('what', words.actionColumns.what, 56),
      column('who', words.actionColumns.who, 36),
      column('gain', words.actionColumns.gain, 16, 'right'),
      column('detail', words.actionColumns.detail, 80),
    ],
    rows: actions.map((action, index) => {
      const item = actionItem(action, telling)
      return {
        id: item.id,
        kind: 'row',
        depth: 0,
        cells: [
          numberCell(String(index + 1), language),
          textCell(item.name),
          textCell(item.who),
          numberCell(item.gain, language),
          textCell(item.full.join(' · ')),
        ],
      }
    }),
    notes: [
      ...(plan ? [] : [words.byWorthHow]),
      ...(left.length > 0 ? [words.outOfReach(left.join('; '))] : []),
    ],
    narrowed: [],
    empty: words.unrankedHow,
  }
}
