import { lazy, Suspense, useState } from 'react'
import { TableButtons } from '../../../exports/TableButtons.tsx'
import { randomId } from '../../../io/drafts/randomId.ts'
import type { RemedyTask } from '../../../model/review.ts'
import { useConsolidation } from '../../../state/review/useConsolidation.ts'
import { useLanguage, useText } from '../../../ui/language.tsx'
import { SearchField } from '../../../ui/SearchField.tsx'
import type { ReviewProps } from '../reviewProps.ts'
import { AnnexFoot, AnnexHead } from '../summary/Annex.tsx'
import { standingLine } from '../summary/Standing.tsx'
import { summaryFileName } from '../summary/summaryFileName.ts'
import { summaryNames } from '../summary/summaryNames.ts'
import { LostBlock } from './LostBlock.tsx'
import { suggestionsFor, usePlans } from './planSuggestions.ts'
import { projectRemedy } from './projectRemedy.ts'
import { RemedyConflicts } from './RemedyConflicts.tsx'
import {
  filteredRows,
  lostRows,
  noLossSentence,
  type RemedyFilter,
  type RemedyRow,
  remediesOf,
} from './remedyRows.ts'
import { TaskLine } from './TaskLine.tsx'
import { remedyWords } from './words.ts'
import '../summary/summary.css'
import '../summary/summaryPrint.css'
import './remedy.css'

const TaskDialog = lazy(() => import('./TaskDialog.tsx').then(each => ({ default: each.TaskDialog })))

/** A task that is being written: a new one, or one with lines that it replaces. */
type Editing = { readonly id: string | null; readonly task: RemedyTask; readonly heads: readonly string[] }

const filters: readonly RemedyFilter[] = ['all', 'without', 'with']

/** What follows from lost points: every criterion that cost points, largest first, with its tasks. */
export function RemedyPart(props: ReviewProps) {
  const { open, review, catalogue, directory, address, change } = props
  const words = useText(remedyWords)
  const language = useLanguage()
  const { consolidation, isOlder, failure } = useConsolidation(open, review, catalogue, directory)
  const plans = usePlans(catalogue, open.round.ruleSet.id)
  const [editing, setEditing] = useState<Editing | null>(null)
  const [said, setSaid] = useState<string | null>(null)
  const names = summaryNames({ open, review }, language)
  const { tasks, conflicts } = remediesOf(open.state, names)
  const known = new Set(consolidation?.losses.agencies.map(each => each.agencyId))
  const agencyId = address.agency !== undefined && known.has(address.agency) ? address.agency : null
  const rows = consolidation ? lostRows(consolidation, agencyId, tasks, names) : []
  const filter = filters.find(each => each === address.filter) ?? 'all'
  const query = address.q ?? ''
  const shown = filteredRows(rows, filter, query)
  const without = rows.filter(row => row.tasks.length === 0).length
  const placed = new Set(rows.flatMap(row => row.tasks.map(each => each.id)))
  const others =
    agencyId === null && filter === 'all' && query === '' ? tasks.filter(each => !placed.has(each.id)) : []
  const sentence =
    !consolidation || rows.length === 0
      ? consolidation
        ? noLossSentence(consolidation, agencyId, names)
        : words.title
      : without === 0
        ? words.allCovered(names.count(rows.length))
        : words.sentence(names.count(without), names.count(rows.length))
  const scope = agencyId === null ? words.wholeRound : names.agency(agencyId)
  const write = (id: string, task: RemedyTask | null, over: readonly string[]) =>
    open.append([{ kind: 'remedy', taskId: id, task, over }]).length > 0
  const edit = (row: RemedyRow) => setEditing({ id: row.id, task: row.task, heads: row.heads })
  const remove = ({ id, task, heads }: RemedyRow) =>
    setSaid(write(id, null, heads) ? words.removed(task.name) : words.needName)
  const narrowedBy = [
    words.fileScope(scope, names.count(shown.length), names.count(rows.length)),
    ...(filter === 'all' ? [] : [filter === 'without' ? words.without : words.withTasks]),
    ...(query.trim() === '' ? [] : [words.searched(query.trim())]),
  ]
  return (
    <section className="rvs rvm" aria-busy={isOlder}>
      <AnnexHead {...props} title={words.annexTitle} group={scope} />
      <h1>{`${agencyId === null ? '' : words.ofAgency(names.agency(agencyId))}${sentence}`}</h1>
      <div className="rvs-standing">
        <p>{open.state.stages.closed.closed ? standingLine(props, language) : words.provisional}</p>
        <p role="status" className="rvs-older">
          {failure === null && consolidation && isOlder && (rows.length > 0 ? words.older : words.again)}
        </p>
        {failure !== null && (
          <p className="rvs-failed" role="alert">
            {words.failed(failure)}
          </p>
        )}
      </div>
      <div className="rvs-tools">
        <label className="rvs-group">
          <span>{words.scope}</span>
          <select
            value={agencyId ?? ''}
            onChange={event =>
              change({ agency: event.target.value === '' ? undefined : event.target.value }, 'replace')
            }
          >
            <option value="">{words.wholeRound}</option>
            {[...(consolidation?.losses.agencies ?? [])]
              .map(each => ({ id: each.agencyId, name: names.agency(each.agencyId) }))
              .toSorted((a, b) => collator.compare(a.name, b.name))
              .map(each => (
                <option key={each.id} value={each.id}>
                  {each.name}
                </option>
              ))}
          </select>
        </label>
        <fieldset className="rvs-switch" aria-label={words.show}>
          {filters.map(each => (
            <button
              key={each}
              type="button"
              aria-pressed={filter === each}
              onClick={() => change({ filter: each === 'all' ? undefined : each }, 'replace')}
            >
              {each === 'all' ? words.all : each === 'without' ? words.without : words.withTasks}{' '}
              <b>
                {names.count(
                  each === 'all' ? rows.length : each === 'without' ? without : rows.length - without,
                )}
              </b>
            </button>
          ))}
        </fieldset>
        <SearchField
          label={words.search}
          hint={words.searchHint}
          value={query}
          change={q => change({ q: q === '' ? undefined : q }, 'replace')}
        />
        {consolidation && rows.length > 0 && (
          <TableButtons
            className="rvs-files"
            id="remedy"
            name={words.annexTitle}
            fileName={summaryFileName(open.round, ['khac-phuc', ...(agencyId === null ? [] : [agencyId])])}
            make={() =>
              projectRemedy(props, consolidation, {
                rows: shown,
                numberOf: row => rows.indexOf(row) + 1,
                others,
                title: sentence,
                narrowed: narrowedBy,
                names,
              })
            }
          />
        )}
        <a className="rvm-to-tasks" href={tasksHref(open.round.id, language)}>
          {words.toTasks}
        </a>
      </div>
      <p role="status" className="rvs-older">
        {said}
      </p>
      <RemedyConflicts open={open} conflicts={conflicts} names={names} />
      {!consolidation ? (
        failure === null && <p role="status">{words.computing}</p>
      ) : rows.length === 0 ? (
        <section className="empty">
          <p>{words.noLossHint}</p>
        </section>
      ) : shown.length === 0 ? (
        <p className="rvs-none" role="status">
          {words.noneFound}{' '}
          <button
            type="button"
            className="link-button"
            onClick={() => change({ filter: undefined, q: undefined }, 'replace')}
          >
            {words.showAll}
          </button>
        </p>
      ) : (
        <ol className="rvm-list">
          {shown.map(row => (
            <LostBlock
              key={row.nodeId}
              row={row}
              number={rows.indexOf(row) + 1}
              names={names}
              suggestions={suggestionsFor(plans, open.ruleSet, row.nodeId)}
              agencyId={agencyId}
              add={task => setEditing({ id: null, task, heads: [] })}
              edit={edit}
              remove={remove}
            />
          ))}
        </ol>
      )}
      {others.length > 0 && (
        <section className="rvm-others">
          <div className="section-head">
            <h2>{words.others}</h2>
          </div>
          <ul>
            {others.map(row => (
              <TaskLine key={row.id} row={row} names={names} edit={edit} remove={remove} />
            ))}
          </ul>
        </section>
      )}
      {consolidation && (
        <AnnexFoot
          {...props}
          engineVersion={consolidation.engineVersion}
          names={names}
          scope={narrowedBy.join(', ')}
        />
      )}
      {editing && (
        <Suspense fallback={null}>
          <TaskDialog
            first={editing.task}
            isNew={editing.id === null}
            criteria={rows.map(row => ({
              id: row.nodeId,
              name: row.name,
              lost: words.lost(row.lost, row.max),
            }))}
            nodeName={names.node}
            directory={directory}
            agency={agencyId === null ? null : { id: agencyId, name: names.agency(agencyId) }}
            save={task =>
              write(editing.id ?? `nv-${randomId()}`, task, editing.heads) ? null : words.needName
            }
            close={() => setEditing(null)}
          />
        </Suspense>
      )}
    </section>
  )
}

const collator = new Intl.Collator('vi')

/** The remedial plan among all tasks; addresses live behind the # so that any web folder serves them. */
function tasksHref(roundId: string, language: 'vi' | 'en'): string {
  const search = new URLSearchParams({
    plan: `remedy-${roundId}`,
    ...(language === 'en' ? { lang: 'en' } : {}),
  })
  return `#/tasks?${search.toString()}`
}
