import { column, headingRow, textCell } from '../../exports/displayedCells.ts'
import type { DisplayedRow, DisplayedTable } from '../../model/displayedTable.ts'
import type { RuleSet } from '../../model/ruleSet.ts'
import type { LossView, ScoreSheet } from '../../model/scoreSheet.ts'
import { numberCell } from '../../receipt/displayedCell.ts'
import type { Language } from '../../ui/formatNumber.ts'
import { pickName } from '../../ui/language.tsx'
import { bodyWords } from './bodyWords.ts'
import { type LossRow, lossRows } from './lossRows.ts'

/** The twin of the ladder, whole: also while the drawing is shown, and its last rows are folded. */
export function projectLosses(
  {
    sheet,
    ruleSet,
    losses,
    title,
  }: {
    readonly sheet: ScoreSheet
    readonly ruleSet: RuleSet
    readonly losses: LossView
    readonly title: string
  },
  language: Language,
): DisplayedTable {
  const words = bodyWords[language]
  const { lost, total, groups } = lossRows(sheet, ruleSet, losses, language)
  const item = pickName(language, ruleSet.itemWord, ruleSet.itemWordEn)
  const area = sheet.nodes.find(node => node.criterionId === losses.nodeId)
  const isByArea = losses.nodeId === null && losses.losses !== sheet.losses
  const number = (shown: string) => numberCell(shown, language)
  const rowOf = (row: LossRow, prefix: string, depth: number): DisplayedRow => ({
    id: prefix + row.key,
    kind: 'row',
    depth,
    cells: [
      textCell(row.code),
      textCell(row.name),
      number(row.points),
      number(row.max),
      number(row.lost),
      number(row.level),
      textCell(row.certainty),
    ],
  })
  const all = [...lost, ...groups]
  return {
    id: 'losses',
    name: words.ladder,
    title,
    columns: [
      column('code', words.code, 9),
      column('name', words.lossOrder(item), 52),
      column('reached', words.reached, 13, 'right'),
      column('max', words.maxPoints, 13, 'right'),
      column('lost', words.stepChange, 13, 'right'),
      column('level', words.level, 13, 'right'),
      column('certainty', words.certainty, 32),
    ],
    rows:
      all.length === 0
        ? []
        : [
            ...lost.map(row => rowOf(row, '', 0)),
            {
              id: ' total',
              kind: 'total',
              depth: 0,
              cells: [
                textCell(),
                textCell(words.total),
                number(total.points),
                number(total.max),
                number(total.lost),
                textCell(),
                textCell(),
              ],
            },
            ...(groups.length === 0 ? [] : [headingRow(' groups', words.byGroup)]),
            ...groups.map(row => rowOf(row, 'group ', 1)),
          ],
    notes: [],
    narrowed: [
      ...(area ? [words.ladderIn(pickName(language, area.shortName, area.shortNameEn))] : []),
      ...(isByArea ? [words.byArea] : []),
    ],
    empty: words.nothingLost,
  }
}
