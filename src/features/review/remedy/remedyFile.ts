import type { Consolidation } from '../../../model/consolidation.ts'
import type { ReviewProps } from '../reviewProps.ts'
import { fileNotes } from '../summary/fileNotes.ts'
import type { SummaryNames } from '../summary/summaryNames.ts'
import type { TableFile } from '../summary/tableFile.ts'
import type { LostRow, RemedyRow } from './remedyRows.ts'
import { remedyWords } from './words.ts'

/** The remedial plan as it is shown: a line a task; a lost point without one says so. */
export function remedyFile(
  props: Pick<ReviewProps, 'open' | 'review'>,
  consolidation: Consolidation,
  rows: readonly LostRow[],
  others: readonly RemedyRow[],
  scope: string,
  names: SummaryNames,
): TableFile {
  const words = remedyWords[names.language]
  const { columns } = words
  const cells = ({ task, product, lead, due, state }: RemedyRow) => [
    task.name,
    product,
    lead,
    due,
    state,
    task.agencyId === null ? words.wholeRound : names.agency(task.agencyId),
  ]
  return {
    language: names.language,
    title: words.annexTitle,
    ...fileNotes(props, consolidation, names, scope),
    columns: [
      { name: columns.number, width: 6, isNumber: true },
      { name: columns.criterion, width: 40 },
      { name: columns.lost, width: 12, isNumber: true },
      { name: columns.task, width: 60 },
      { name: columns.product, width: 36 },
      { name: columns.lead, width: 36 },
      { name: columns.due, width: 14 },
      { name: columns.state, width: 18 },
      { name: columns.scope, width: 36 },
    ],
    rows: [
      ...rows.flatMap((row, index) => {
        const lead = [String(index + 1), row.name, row.lost]
        return row.tasks.length === 0
          ? [[...lead, words.noTask]]
          : row.tasks.map((task, at) => [...(at === 0 ? lead : ['', row.name, '']), ...cells(task)])
      }),
      ...others.map(task => ['', task.task.criterionIds.map(names.node).join('; '), '', ...cells(task)]),
    ],
  }
}
