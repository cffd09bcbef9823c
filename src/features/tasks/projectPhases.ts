import { column, headingRow, textCell, withoutEmpty } from '../../exports/displayedCells.ts'
import type { DisplayedRow, DisplayedTable } from '../../model/displayedTable.ts'
import { phasesOf } from '../../state/tasks/phasesOf.ts'
import type { TaskPlan } from '../../state/tasks/tasksView.ts'
import { formatDate, formatNumber, type Language } from '../../ui/formatNumber.ts'
import { narrowedTasks } from './narrowedTasks.ts'
import { phasesSentence } from './phaseTexts.ts'
import type { Narrowed } from './taskFilter.ts'
import { planName, planSource } from './texts.ts'
import { tasksWords } from './words.ts'

/** Phases of every plan shown that has them, under the name of their plan, with what runs at the same time. */
export function projectPhases(
  plans: readonly TaskPlan[],
  narrowed: Narrowed,
  on: string,
  title: string,
  language: Language,
): DisplayedTable {
  const words = tasksWords[language]
  const { plan: wanted } = narrowed.wish
  const shown = plans.filter(({ id, phases }) => phases.length > 0 && (wanted === null || id === wanted.id))
  const table: DisplayedTable = {
    id: 'phases',
    name: words.show.phases,
    title,
    columns: [
      column('phase', words.phase, 16),
      column('period', words.period, 24),
      column('written', words.writtenDeadline, 26),
      column('covers', words.covers, 60),
      column('note', words.note, 40),
      column('overlaps', words.overlapsWith, 48),
      column('place', words.source, 26),
    ],
    rows: shown.flatMap((plan): readonly DisplayedRow[] => {
      const { phases, overlaps } = phasesOf(plan.phases)
      const nameOf = (id: string) => phases.find(phase => phase.id === id)?.name ?? id
      const own = phases.map(({ id, name, from, to, written, covers, provenance }): DisplayedRow => {
        const pairs = overlaps.filter(({ firstId, secondId }) => firstId === id || secondId === id)
        return {
          id: `${plan.id} ${id}`,
          kind: 'row',
          depth: 1,
          cells: [
            textCell(name),
            textCell(words.between(formatDate(from), formatDate(to))),
            textCell(words.asWritten(written)),
            textCell(covers),
            textCell(provenance.note),
            textCell(
              pairs.length === 0
                ? words.noOverlap
                : pairs
                    .map(pair => {
                      const other = pair.firstId === id ? pair.secondId : pair.firstId
                      const days = words.overlapDays(formatNumber(String(pair.days), language))
                      return `${words.overlap(nameOf(other), formatDate(pair.from), formatDate(pair.to))} ${days}`
                    })
                    .join('; '),
            ),
            textCell(provenance.source?.place),
          ],
        }
      })
      return [headingRow(plan.id, planName(plan, words, language)), ...own]
    }),
    notes: shown.flatMap(plan => [
      `${planName(plan, words, language)}: ${phasesSentence(phasesOf(plan.phases), words)}`,
      ...(plan.document ? [`${words.source}: ${planSource(plan, words, language)}`] : []),
    ]),
    narrowed: narrowedTasks(narrowed, on, 'phases', undefined, words, language),
    empty: words.noPhases,
  }
  return withoutEmpty(table, ['note'])
}
