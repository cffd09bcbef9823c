import { useLanguage, useText } from '../../ui/language.tsx'
import { leadSorts } from './leadOrder.ts'
import { narrowedTasks } from './narrowedTasks.ts'
import type { TasksShow, ViewProps } from './shared.ts'
import { tasksWords } from './words.ts'

/** Of what the rows are, and where their standings come from; the same under the screen, on paper and in files. */
export function TasksFoot({ narrowed, on, address, show }: ViewProps & { show: TasksShow }) {
  const language = useLanguage()
  const words = useText(tasksWords)
  const order = leadSorts.find(id => id === address.sort) ?? 'overdue'
  const lines = [
    ...narrowedTasks(
      narrowed,
      on,
      show,
      show === 'leads' ? words.leadSorts[order] : undefined,
      words,
      language,
    ),
    ...(narrowed.scope.some(({ reports }) => reports.length > 0) ? [words.stateSource] : []),
  ]
  return (
    <footer className="tk-foot">
      {lines.map(line => (
        <span key={line}>{line}</span>
      ))}
    </footer>
  )
}
