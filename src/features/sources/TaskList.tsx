import { type AgencyDirectory, membersOf } from '../../model/agency.ts'
import { walkCriteria } from '../../model/criteria.ts'
import type { Plan, PlanTask, TaskKind } from '../../model/plan.ts'
import type { RuleSet } from '../../model/ruleSet.ts'
import { foldText } from '../../ui/foldText.ts'
import { useText } from '../../ui/language.tsx'
import { SearchField } from '../../ui/SearchField.tsx'
import { deadlineText } from './deadlineText.ts'
import { Unsure } from './Unsure.tsx'
import { type SourcesWords, sourcesWords } from './words.ts'

type Listed = { readonly task: PlanTask; readonly plan: Plan }

/** Lists of this many entries get a search field. */
const searchFrom = 12

/** Tasks of one kind in the order of the document, under its headings. */
export function TaskList({
  kind,
  tasks,
  ruleSets,
  directory,
  search,
  setSearch,
}: {
  kind: TaskKind
  tasks: readonly Listed[]
  ruleSets: readonly RuleSet[]
  directory: AgencyDirectory
  search: string
  setSearch: (text: string) => void
}) {
  const words = useText(sourcesWords)
  const isSearched = tasks.length >= searchFrom
  const wanted = isSearched ? foldText(search) : ''
  const found = tasks.filter(({ task }) => foldText(searchText(task, directory)).includes(wanted))
  const codes = criterionCodes(ruleSets)
  const inferred = tasks.some(
    ({ task, plan }) => task.criterionIds.length > 0 && plan.linksCertainty === 'inferred',
  )
  return (
    <section aria-labelledby={`list-${kind}`}>
      <div className="section-head">
        <h2 id={`list-${kind}`}>
          {words.taskLists[kind]} ({tasks.length})
        </h2>
        <p className="sub">{dueSummary(tasks, words)}</p>
      </div>
      {isSearched && (
        <SearchField
          label={words.taskSearch}
          hint={
            wanted === '' ? words.taskSearchHint : words.shownOf(String(found.length), String(tasks.length))
          }
          value={search}
          change={setSearch}
        />
      )}
      {inferred && <p className="note">{words.inferredLinks}</p>}
      {found.length === 0 && <p className="none-found">{words.noTaskFound(search)}</p>}
      <ol className="task-list">
        {found.map(({ task, plan }, index) => (
          <li key={`${plan.id} ${task.id}`}>
            {task.section !== undefined && task.section !== found[index - 1]?.task.section && (
              <h3>{task.section}</h3>
            )}
            <div className="task">
              <span className="task-number">{task.number ?? ''}</span>
              <div>
                <p>{task.name}</p>
                {task.product !== undefined && <Fact name={words.product} value={task.product} />}
                {task.criterionIds.length > 0 && (
                  <Fact name={words.serves} value={servesText(task, plan, codes)} />
                )}
                <Unsure certainty={task.provenance.certainty} note={task.provenance.note} />
              </div>
              <div>
                <Fact name={words.lead} value={task.lead} />
                {task.partners !== undefined && <Fact name={words.partners} value={task.partners} />}
              </div>
              <div>
                <p className="due">
                  <span className="visually-hidden">{words.deadline}: </span>
                  {task.deadline ? deadlineText(task.deadline, words) : words.noDate}
                </p>
                {task.deadline && <p className="note">{words.writtenAs(task.deadline.written)}</p>}
                <p className="note">{task.provenance.source?.place}</p>
              </div>
            </div>
          </li>
        ))}
      </ol>
    </section>
  )
}

function Fact({ name, value }: { name: string; value: string }) {
  return (
    <p className="task-fact">
      <span>{name}: </span>
      {value}
    </p>
  )
}

/** What a reader may look for: also the short names and aliases of the agencies. */
function searchText(task: PlanTask, directory: AgencyDirectory): string {
  const agencies = [...task.leadIds, ...(task.partnerIds ?? [])].flatMap(id =>
    // A collective name stands for too many to be found by each of them.
    directory.groups.some(group => group.id === id) ? [] : membersOf(directory, id),
  )
  const names = agencies.flatMap(({ name, shortName, aliases }) => [
    name,
    shortName ?? '',
    ...(aliases ?? []),
  ])
  return [
    task.number,
    task.name,
    task.lead,
    task.partners,
    task.product,
    task.deadline?.written,
    ...names,
  ].join(' ')
}

/** "17 thường xuyên · 5 theo tháng", the most frequent first. */
function dueSummary(tasks: readonly Listed[], words: SourcesWords): string {
  const counts = new Map<string, number>()
  for (const { task } of tasks) {
    const word = task.deadline ? words.deadlines[task.deadline.kind] : words.noDate
    counts.set(word, (counts.get(word) ?? 0) + 1)
  }
  return [...counts]
    .toSorted(([, a], [, b]) => b - a)
    .map(([word, count]) => `${count} ${word}`)
    .join(' · ')
}

function criterionCodes(ruleSets: readonly RuleSet[]): ReadonlyMap<string, string> {
  return new Map(
    ruleSets.flatMap(ruleSet =>
      walkCriteria(ruleSet).map(({ criterion }): [string, string] => [
        `${ruleSet.id} ${criterion.id}`,
        [criterion.code, criterion.shortName ?? criterion.name].join(' '),
      ]),
    ),
  )
}

function servesText(task: PlanTask, plan: Plan, codes: ReadonlyMap<string, string>): string {
  return task.criterionIds.map(id => codes.get(`${plan.ruleSetId} ${id}`) ?? id).join('; ')
}
