import { useState } from 'react'
import type { TasksState } from '../../state/tasks/useTasksView.ts'
import { download } from '../../ui/download.ts'
import { Icon } from '../../ui/Icon.tsx'
import { useLanguage, useText } from '../../ui/language.tsx'
import { Mark } from '../../ui/Mark.tsx'
import type { ViewProps } from './shared.ts'
import { tasksWords } from './words.ts'

type Progress =
  | { readonly kind: 'idle' | 'busy' }
  | { readonly kind: 'saved' | 'failed'; readonly about: string }

/** Paper, and files of exactly what is shown. */
export function Exports({
  view,
  today,
  title,
  ...props
}: ViewProps & {
  view: Extract<TasksState, { status: 'ready' }>
  today: string
  /** The sentence of the screen, as the title of the file. */
  title: string
}) {
  const language = useLanguage()
  const words = useText(tasksWords)
  const [progress, setProgress] = useState<Progress>({ kind: 'idle' })
  const save = async (format: 'csv' | 'xlsx') => {
    if (progress.kind === 'busy') return
    setProgress({ kind: 'busy' })
    try {
      // What writes files is loaded when one is asked for.
      const [{ exportTable }, { tableFile }] = await Promise.all([
        import('./exportTable.ts'),
        import('../../state/tasks/tableFile.ts'),
      ])
      const show = props.address.show ?? 'list'
      const source = { ...props, plans: view.plans, files: view.files, today }
      const file = await tableFile(exportTable(show, title, source, language), format)
      const name = `nhiem-vu-${fileWords[show]}-${props.on}.${format}`
      download(name, file)
      setProgress({ kind: 'saved', about: name })
    } catch (error) {
      setProgress({ kind: 'failed', about: error instanceof Error ? error.message : String(error) })
    }
  }
  return (
    <div className="tk-exports">
      {(['csv', 'xlsx'] as const).map(format => (
        <button
          key={format}
          type="button"
          className="link-button with-icon"
          aria-disabled={progress.kind === 'busy'}
          onClick={() => void save(format)}
        >
          <Icon name="download" size={16} />
          {words[format]}
        </button>
      ))}
      <button type="button" className="link-button with-icon" onClick={() => window.print()}>
        <Icon name="print" size={16} />
        {words.print}
      </button>
      <span role="status" className="visually-hidden">
        {progress.kind === 'busy' && words.writing}
        {progress.kind === 'saved' && words.written(progress.about)}
      </span>
      {progress.kind === 'failed' && (
        <span role="alert" className="tk-warning">
          <Mark kind="error" />
          {words.notWritten(progress.about)}
        </span>
      )}
    </div>
  )
}

const fileWords = {
  list: 'danh-sach',
  leads: 'chu-tri',
  phases: 'giai-doan',
  calendar: 'lich-bao-cao',
} as const
