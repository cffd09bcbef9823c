import { type ReactNode, useEffect, useRef } from 'react'
import { occurrencesOf } from '../../state/tasks/calendar.ts'
import type { TaskRow } from '../../state/tasks/tasksView.ts'
import { formatDate, formatNumber } from '../../ui/formatNumber.ts'
import { Icon } from '../../ui/Icon.tsx'
import { pickName, useLanguage, useText } from '../../ui/language.tsx'
import { Mark } from '../../ui/Mark.tsx'
import { SidePanel } from '../../ui/SidePanel.tsx'
import { CriterionLinks } from './CriterionLinks.tsx'
import { detailWords } from './detailWords.ts'
import { StandingMark } from './StandingMark.tsx'
import { StateForm } from './StateForm.tsx'
import { StateHistory } from './StateHistory.tsx'
import type { TaskBooks } from './shared.ts'
import { StandingWords, Successors } from './TaskLine.tsx'
import { deadlineText, planName, planSource, standingTexts } from './texts.ts'
import { tasksWords } from './words.ts'
import '../../receipt/receipt.css'
import './detail.css'

/** Due days of a recurring task that are listed. */
const mostOccurrences = 8

/** Everything known of a task, and where its state is written. */
export function TaskDetail({
  row,
  after,
  takesFocus,
  on,
  today,
  book,
  covers,
  close,
  linkToDocument,
}: {
  row: TaskRow
  /** The task it waits for. */
  after: TaskRow | null
  /** Opened by keyboard: the way to the form is next. */
  takesFocus: boolean
  on: string
  today: string
  book: TaskBooks
  covers: boolean
  close: () => void
  linkToDocument: (documentId: string, label: string) => ReactNode
}) {
  const language = useLanguage()
  const words = useText(tasksWords)
  const said = useText(detailWords)
  const { task, plan, criteria } = row
  const { deadline, provenance } = task
  const jump = useRef<HTMLButtonElement>(null)
  const body = useRef<HTMLDivElement>(null)
  useEffect(() => {
    if (takesFocus) jump.current?.focus()
  }, [takesFocus])
  const toForm = () => {
    const form = body.current?.querySelector('form')
    if (!form || !body.current) return
    // Only the panel scrolls, not what lies around it.
    body.current.scrollTop = form.offsetTop
    form.querySelector<HTMLElement>('input:checked')?.focus({ preventScroll: true })
  }
  return (
    <SidePanel label={said.detail} covers={covers} close={close}>
      <div className="receipt-head">
        <div className="receipt-top">
          <span>
            {planName(plan, words, language)}
            {task.number !== undefined && ` · ${said.numbered(task.number)}`}
          </span>
          <button
            type="button"
            className="icon-button"
            aria-label={said.close}
            title={said.close}
            onClick={close}
          >
            <Icon name="close" />
          </button>
        </div>
        <h2>{pickName(language, task.shortName, task.shortNameEn)}</h2>
        <button ref={jump} type="button" className="link-button tk-jump" onClick={toForm}>
          {said.form}
        </button>
      </div>
      <div ref={body} className="tk-detail">
        {task.name !== task.shortName && <p className="tk-whole">{task.name}</p>}
        <dl className="tk-facts">
          <Fact name={said.standing(formatDate(on))}>
            <StandingWords row={row} />
            {row.standing.kind === 'overdue' && row.standing.days !== null && (
              <small>{said.daysPast(formatNumber(String(row.standing.days), language))}</small>
            )}
          </Fact>
          <Fact name={said.deadline}>
            {deadlineText(deadline, words)}
            {deadline && plan.round === null && <small>{said.written(deadline.written)}</small>}
            {after && (
              <small>
                {said.afterTask(
                  pickName(language, after.task.shortName, after.task.shortNameEn),
                  after.standing.due === null ? '' : formatDate(after.standing.due),
                )}
                {'; '}
                {standingTexts(after.standing, words, language)[0]}
              </small>
            )}
          </Fact>
          <Fact name={said.lead}>
            {pickName(language, task.lead, task.leadEn)}
            <Successors agencies={row.leads} />
          </Fact>
          {task.partners !== undefined && (
            <Fact name={said.partners}>
              {task.partners}
              <Successors agencies={row.partners} />
            </Fact>
          )}
          {task.product !== undefined && <Fact name={said.product}>{task.product}</Fact>}
          {task.section !== undefined && <Fact name={said.section}>{task.section}</Fact>}
          {criteria.length > 0 && (
            <Fact name={said.criteria}>
              <CriterionLinks
                criteria={criteria}
                plan={plan}
                isInferred={plan.linksCertainty === 'inferred'}
                isWhole
              />
            </Fact>
          )}
          <Fact name={said.source}>
            {plan.document
              ? linkToDocument(plan.document.id, planSource(plan, words, language))
              : said.noSource}
            {provenance.source?.place !== undefined && <small>{provenance.source.place}</small>}
          </Fact>
          {provenance.note !== undefined && <Fact name={said.note}>{provenance.note}</Fact>}
        </dl>
        <Occurrences row={row} on={on} />
        {row.conflicts.length > 0 && (
          <p className="tk-warning" role="status">
            <Mark kind="error" />
            {said.conflict}
          </p>
        )}
        <StateForm row={row} on={on} today={today} book={book} />
        <StateHistory row={row} book={book} />
      </div>
    </SidePanel>
  )
}

function Fact({ name, children }: { name: string; children: ReactNode }) {
  return (
    <div>
      <dt>{name}</dt>
      <dd>{children}</dd>
    </div>
  )
}

/** Each due day of a recurring task with how it ended. */
function Occurrences({ row, on }: { row: TaskRow; on: string }) {
  const language = useLanguage()
  const words = useText(tasksWords)
  const said = useText(detailWords)
  const all = occurrencesOf(row, on)
  if (all.length === 0) return null
  return (
    <section>
      <h3>{said.occurrences}</h3>
      <ul className="tk-occurrences">
        {all.slice(0, mostOccurrences).map(({ occurrence, standing }) => {
          const [main, ...others] = standingTexts({ ...standing, occurrence: null }, words, language)
          return (
            <li key={occurrence.day}>
              <b>{formatDate(occurrence.day)}</b>
              <span>
                <StandingMark kind={standing.kind} />
                {[main, ...others].join(', ')}
              </span>
            </li>
          )
        })}
      </ul>
      {all.length > mostOccurrences && (
        <p className="tk-note">
          {said.olderOccurrences(formatNumber(String(all.length - mostOccurrences), language))}
        </p>
      )}
    </section>
  )
}
