import { column, headingRow, textCell } from '../../../exports/displayedCells.ts'
import type { Consolidation } from '../../../model/consolidation.ts'
import type { DisplayedRow, DisplayedTable } from '../../../model/displayedTable.ts'
import { numberCell } from '../../../receipt/displayedCell.ts'
import type { ReviewProps } from '../reviewProps.ts'
import type { SummaryNames } from '../summary/summaryNames.ts'
import { tableNotes } from '../summary/tableNotes.ts'
import type { LostRow, RemedyRow } from './remedyRows.ts'
import { remedyWords } from './words.ts'

/** The remedial plan as it is shown: a line a task; a lost point without one says so. */
export function projectRemedy(
  props: Pick<ReviewProps, 'open' | 'review'>,
  consolidation: Consolidation,
  {
    rows,
    numberOf,
    others,
    title,
    narrowed,
    names,
  }: {
    readonly rows: readonly LostRow[]
    /** Among everything that took points, also what is not shown. */
    readonly numberOf: (row: LostRow) => number
    /** Tasks for criteria that cost no points. */
    readonly others: readonly RemedyRow[]
    readonly title: string
    readonly narrowed: readonly string[]
    readonly names: SummaryNames
  },
): DisplayedTable {
  const words = remedyWords[names.language]
  const { columns } = words
  const cellsOf = ({ task, product, lead, due, state }: RemedyRow) =>
    [
      task.name,
      task.agencyId === null ? words.wholeRound : names.agency(task.agencyId),
      product,
      lead,
      due,
      state,
    ].map(text => textCell(text))
  const blank = Array.from({ length: 5 }, () => textCell())
  const line = (id: string, cells: DisplayedRow['cells']): DisplayedRow => ({
    id,
    kind: 'row',
    depth: 0,
    cells,
  })
  return {
    id: 'remedy',
    name: words.annexTitle,
    title,
    columns: [
      column('number', columns.number, 6, 'right'),
      column('criterion', columns.criterion, 40),
      column('lost', columns.lost, 14, 'right'),
      column('by', columns.by, 44),
      column('task', columns.task, 60),
      column('scope', columns.scope, 36),
      column('product', columns.product, 36),
      column('lead', columns.lead, 36),
      column('due', columns.due, 14),
      column('state', columns.state, 18),
    ],
    rows: [
      ...rows.flatMap(row => {
        const lead = [
          numberCell(names.count(numberOf(row)), names.language),
          textCell(row.name),
          numberCell(row.lost, names.language, { after: `/${row.max}` }),
          textCell(row.by && `${words.lostBy(row.by.count)}; ${words.mostBy(row.by.most)}`),
        ]
        if (row.tasks.length === 0) return [line(row.nodeId, [...lead, textCell(words.noTask), ...blank])]
        // Points and shares stand once, beside the first of the tasks of a criterion.
        return row.tasks.map((task, at) =>
          line(`${row.nodeId} ${task.id}`, [
            ...(at === 0 ? lead : [textCell(), textCell(row.name), textCell(), textCell()]),
            ...cellsOf(task),
          ]),
        )
      }),
      ...(others.length === 0 ? [] : [headingRow(' others', words.others)]),
      ...others.map(task =>
        line(` other ${task.id}`, [
          textCell(),
          textCell(task.task.criterionIds.map(names.node).join('; ')),
          textCell(),
          textCell(),
          ...cellsOf(task),
        ]),
      ),
    ],
    notes: tableNotes(props, consolidation, names),
    narrowed,
    empty: words.noneFound,
  }
}
