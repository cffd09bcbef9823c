import { appVersion } from '../../model/appVersion.ts'
import { useLanguage, useText } from '../../ui/language.tsx'
import { footLines } from './footLines.ts'
import type { TasksShow, ViewProps } from './shared.ts'
import { tasksWords } from './words.ts'

/** What is shown, of what, and by which version: the same under the screen, the print and the files. */
export function TasksFoot({ narrowed, on, today, show }: ViewProps & { today: string; show: TasksShow }) {
  const language = useLanguage()
  const words = useText(tasksWords)
  return (
    <footer className="tk-foot">
      {footLines(narrowed, on, today, show, appVersion, words, language).map(line => (
        <span key={line}>{line}</span>
      ))}
    </footer>
  )
}
