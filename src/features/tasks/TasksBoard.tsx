import { lazy, type ReactNode, Suspense, useCallback, useMemo, useState } from 'react'
import type { AgencyDirectory } from '../../model/agency.ts'
import { tasksSentence } from '../../sentences/tasksSentence.ts'
import { agenciesOn } from '../../state/tasks/agenciesOf.ts'
import { calendarOf } from '../../state/tasks/calendar.ts'
import type { TaskRow } from '../../state/tasks/tasksView.ts'
import { totalsOf } from '../../state/tasks/totalsOf.ts'
import type { TasksState } from '../../state/tasks/useTasksView.ts'
import { useLanguage, useText } from '../../ui/language.tsx'
import { Mark } from '../../ui/Mark.tsx'
import { CalendarView } from './CalendarView.tsx'
import { LeadsView } from './LeadsView.tsx'
import { PhasesView } from './PhasesView.tsx'
import type { TaskBooks } from './shared.ts'
import { TaskList } from './TaskList.tsx'
import { TasksFiles } from './TasksFiles.tsx'
import { TasksFoot } from './TasksFoot.tsx'
import { TasksNotes } from './TasksNotes.tsx'
import { TasksPickers } from './TasksPickers.tsx'
import { TasksTools } from './TasksTools.tsx'
import { narrow } from './taskFilter.ts'
import type { ChangeTasks, TasksAddress } from './tasksAddress.ts'
import { useMedia } from './useMedia.ts'
import { calendarTitle, phasesTitle } from './viewTitle.ts'
import { tasksWords } from './words.ts'
import './tasks.css'
import './tasksPrint.css'

const TaskDetail = lazy(() => import('./TaskDetail.tsx').then(module => ({ default: module.TaskDetail })))

const none: readonly never[] = []

/** The screen with everything loaded. */
export function TasksBoard({
  view,
  directory,
  groupsOf,
  on,
  today,
  address,
  change,
  book,
  linkToDocument,
}: {
  view: Extract<TasksState, { status: 'ready' }>
  directory: AgencyDirectory
  groupsOf: (agencyId: string) => readonly string[]
  on: string
  today: string
  address: TasksAddress
  change: ChangeTasks
  book: TaskBooks
  linkToDocument: (documentId: string, label: string) => ReactNode
}) {
  const language = useLanguage()
  const words = useText(tasksWords)
  const isWide = useMedia('(min-width: 1280px), print')
  const [isByKeyboard, setByKeyboard] = useState(false)
  const agencyOf = useMemo(() => agenciesOn(directory, on), [directory, on])
  const { plan, filter, kind, agency, criterion, sort, q } = address
  const narrowed = useMemo(
    () => narrow(view.rows, view.plans, { plan, filter, kind, agency, criterion, sort, q }, groupsOf),
    [view.rows, view.plans, plan, filter, kind, agency, criterion, sort, q, groupsOf],
  )
  const { wish, scope, shown } = narrowed
  const totals = useMemo(() => totalsOf(scope), [scope])
  const show = address.show ?? 'list'
  const year = Number(on.slice(0, 4))
  const isReportsOnly = address.rows !== 'all'
  // Nobody leads a commitment: it stands only where nothing is asked for but a plan.
  const files = narrowed.isNarrow ? none : view.files
  const calendar = useMemo(
    () => (show === 'calendar' ? calendarOf(shown, files, year, on, isReportsOnly) : null),
    [show, shown, files, year, on, isReportsOnly],
  )
  const title =
    show === 'phases'
      ? phasesTitle(wish.plan ? [wish.plan] : view.plans, on, language)
      : calendar
        ? calendarTitle(calendar, year, on, isReportsOnly, language)
        : tasksSentence(on, totals.total, totals.leads, agencyOf, wish.agency, language)
  const hasDetails = show === 'list' || show === 'calendar'
  const open = (hasDetails ? view.rows : []).find(row => row.key === address.task) ?? null
  const select = useCallback(
    (key: string, byKeyboard: boolean) => {
      setByKeyboard(byKeyboard)
      change({ task: key === address.task ? undefined : key })
    },
    [address.task, change],
  )
  const close = () => {
    change({ task: undefined })
    // Back to the row it was opened from, for whoever reads with the keyboard.
    document.querySelector<HTMLElement>(`[data-task="${CSS.escape(address.task ?? '')}"]`)?.focus()
  }
  const shared = {
    narrowed,
    on,
    address,
    change,
    agencyOf,
    openKey: open?.key ?? null,
    select,
    linkToDocument,
  }
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: Escape closes the details from anywhere in the view
    <div
      className={`view tasks-view${open ? ' with-panel' : ''}`}
      onKeyDown={event => {
        const isTyping = event.target instanceof HTMLInputElement && event.target.value !== ''
        if (event.key === 'Escape' && open && isWide && !isTyping) close()
      }}
    >
      <main className="content tasks" id="content" tabIndex={-1}>
        <h1>{title}</h1>
        <TasksNotes narrowed={narrowed} book={book} isCounted={show === 'list' || show === 'leads'} />
        {view.problems.map(({ file, path, message }) => (
          <p key={`${file} ${path}`} className="tk-warning" role="alert">
            <Mark kind="error" />
            {words.broken(file)} {message[language]}
            <button type="button" className="link-button" onClick={view.retry}>
              {words.retry}
            </button>
          </p>
        ))}
        <div className="tk-bar">
          <TasksPickers plans={view.plans} wish={wish} on={on} today={today} change={change} />
          <nav className="tk-views" aria-label={words.views}>
            {(['list', 'leads', 'phases', 'calendar'] as const).map(name => (
              <button
                key={name}
                type="button"
                {...(name === show && { 'aria-current': 'page' as const })}
                onClick={() => change({ show: name === 'list' ? undefined : name, sort: undefined })}
              >
                {words.show[name]}
              </button>
            ))}
          </nav>
          <TasksFiles plans={view.plans} calendar={calendar} title={title} show={show} {...shared} />
        </div>
        {show !== 'phases' && <TasksTools {...shared} show={show} />}
        {show === 'list' && <TaskList {...shared} />}
        {show === 'leads' && <LeadsView {...shared} totals={totalsOf(shown)} />}
        {show === 'phases' && <PhasesView plans={view.plans} {...shared} />}
        {calendar && <CalendarView calendar={calendar} {...shared} />}
        <TasksFoot {...shared} show={show} />
      </main>
      {open && (
        <Suspense fallback={<aside className={isWide ? 'receipt' : 'visually-hidden'} aria-busy="true" />}>
          <TaskDetail
            key={open.key}
            row={open}
            after={view.rows.find(row => row.plan === open.plan && row.task.id === afterId(open)) ?? null}
            takesFocus={isByKeyboard}
            on={on}
            today={today}
            book={book}
            covers={!isWide}
            close={close}
            linkToDocument={linkToDocument}
          />
        </Suspense>
      )}
    </div>
  )
}

/** Task whose end another waits for. */
function afterId({ task: { deadline } }: TaskRow): string | undefined {
  return deadline?.kind === 'event' ? deadline.taskId : undefined
}
