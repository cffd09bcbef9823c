import { column, headingRow, textCell, withoutEmpty } from '../../exports/displayedCells.ts'
import type { DisplayedRow, DisplayedTable } from '../../model/displayedTable.ts'
import type { TaskRow } from '../../state/tasks/tasksView.ts'
import { formatNumber, type Language } from '../../ui/formatNumber.ts'
import { pickName } from '../../ui/language.tsx'
import { narrowedTasks } from './narrowedTasks.ts'
import type { Narrowed } from './taskFilter.ts'
import { groupTasks } from './taskGroups.ts'
import { deadlineTexts, disputeText, planPlace, planSource, standingTexts, successorTexts } from './texts.ts'
import { type TasksWords, tasksWords } from './words.ts'

/** Columns that stand only where a row has something to say in them. */
const optional = ['name', 'product', 'plan', 'kind', 'successor', 'partners', 'written', 'criteria', 'sure']

/** The list as it is read: groups, order and filters of the screen, all columns that paper has. */
export function projectTasks(
  narrowed: Narrowed,
  on: string,
  title: string,
  language: Language,
): DisplayedTable {
  const words = tasksWords[language]
  const { shown, wish } = narrowed
  const groups = groupTasks(shown, wish.sort, words, language)
  const hasPlan = wish.sort !== 'plan' && wish.plan === null
  const table: DisplayedTable = {
    id: 'tasks',
    name: words.table,
    title,
    columns: [
      column('number', words.number, 7),
      column('task', words.task, 50),
      column('name', words.fullName, 60),
      column('product', words.product, 30),
      column('plan', words.plan, 30),
      column('kind', words.kind, 16),
      column('lead', words.lead, 32),
      column('successor', words.successor, 28),
      column('partners', words.partners, 30),
      column('due', words.deadline, 22),
      column('written', words.writtenDeadline, 24),
      column('standing', words.standing, 24),
      column('more', words.standingMore, 26),
      column('criteria', words.criteria, 30),
      column('sure', words.linksSure, 12),
      column('source', words.source, 26),
      column('place', words.place, 22),
    ],
    rows: groups.flatMap((group): readonly DisplayedRow[] => {
      const depth = group.level - 1
      const count = group.rows.length === 0 ? '' : formatNumber(String(group.rows.length), language)
      const head = group.name === '' ? [] : [headingRow(group.id, `${group.name} ${count}`, depth)]
      const own = group.rows.map(
        (row): DisplayedRow => ({
          id: `${group.id} ${row.key}`,
          kind: 'row',
          depth: group.name === '' ? depth : depth + 1,
          cells: cellsOf(row, hasPlan, words, language),
        }),
      )
      return [...head, ...own]
    }),
    notes: shown.some(({ reports }) => reports.length > 0) ? [words.stateSource] : [],
    narrowed: narrowedTasks(narrowed, on, 'list', undefined, words, language),
    empty: words.noneTitle,
  }
  return withoutEmpty(table, optional)
}

function cellsOf(row: TaskRow, hasPlan: boolean, words: TasksWords, language: Language) {
  const { task, plan, criteria, leads, standing } = row
  const shortName = pickName(language, task.shortName, task.shortNameEn)
  const [due, written] = deadlineTexts(row, words)
  const [main, ...others] = standingTexts(standing, words, language)
  return [
    textCell(task.number),
    textCell(shortName),
    textCell(task.name),
    textCell(task.product),
    textCell(hasPlan && planPlace(plan, words)),
    textCell(task.kind !== 'task' && words.kinds[task.kind]),
    textCell(pickName(language, task.lead, task.leadEn)),
    textCell(successorTexts(leads, words).join('; ')),
    textCell(task.partners),
    textCell(due),
    textCell(written),
    textCell(main),
    textCell([...others, disputeText(row, words)].filter(Boolean).join('; ')),
    textCell(
      criteria
        .map(each => [each.code, pickName(language, each.name, each.nameEn)].join(' ').trim())
        .join('; '),
    ),
    textCell(criteria.length > 0 && plan.linksCertainty === 'inferred' && words.inferred),
    textCell(plan.document && planSource(plan, words, language)),
    textCell(task.provenance.source?.place),
  ]
}
