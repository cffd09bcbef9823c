import { useMemo } from 'react'
import type { AgencyDirectory } from '../../model/agency.ts'
import type { TaskKind } from '../../model/plan.ts'
import type { SourceDocument } from '../../model/provenance.ts'
import { documentName } from '../../receipt/citation.ts'
import { formatDate } from '../../ui/formatNumber.ts'
import { pickName, useLanguage, useText } from '../../ui/language.tsx'
import { Mark } from '../../ui/Mark.tsx'
import { AgencyTable } from './AgencyTable.tsx'
import { FigureTable } from './FigureTable.tsx'
import type { SourcesLinker } from './links.ts'
import { PhaseTable } from './PhaseTable.tsx'
import { PublishedList } from './PublishedList.tsx'
import { RulePartTable } from './RulePartTable.tsx'
import { TargetTable } from './TargetTable.tsx'
import { TaskList } from './TaskList.tsx'
import { type Cited, isEmpty, takenFrom } from './takenFrom.ts'
import { sourcesWords } from './words.ts'

const taskKinds: readonly TaskKind[] = ['task', 'report', 'duty', 'channel']

/** One document: what it is, and everything taken from it with its place. */
export function DocumentDetail({
  document,
  documents,
  directory,
  cited,
  search,
  setSearch,
  link,
}: {
  document: SourceDocument
  documents: readonly SourceDocument[]
  directory: AgencyDirectory
  cited: Cited
  search: string
  setSearch: (text: string) => void
  link: SourcesLinker
}) {
  const words = useText(sourcesWords)
  const language = useLanguage()
  const taken = useMemo(() => takenFrom(document.id, cited), [document.id, cited])
  const founded = cited.ruleSets.filter(ruleSet => ruleSet.decisionId === document.id)
  const facts: readonly (readonly [string, string | null])[] = [
    [words.kind, words.kinds[document.kind]],
    [words.number, document.number],
    [words.issuer, document.issuer],
    [words.date, document.date && formatDate(document.date)],
    ...(document.fileName === undefined ? [] : [[words.fileName, document.fileName] as const]),
    [words.checkedOn, document.read ? formatDate(document.checkedOn) : words.notRead],
  ]
  return (
    <article>
      {document.number !== null && <p className="eyebrow">{documentName(document, language)}</p>}
      <h1>{document.title}</h1>
      <dl className="facts-line">
        {facts.map(([name, value]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>
              {(value === null || (name === words.checkedOn && !document.read)) && <Mark kind="missing" />}
              {value ?? words.unknown}
            </dd>
          </div>
        ))}
      </dl>
      {document.url !== undefined && (
        <p>
          <a href={document.url} rel="noreferrer" target="_blank">
            {document.url}
          </a>
        </p>
      )}
      {document.note !== undefined && <p className="note">{document.note}</p>}
      {founded.length > 0 && (
        <p>
          {words.basis}:{' '}
          {founded.map(({ id, shortTitle, shortTitleEn }, index) => (
            <span key={id}>
              {index > 0 && ', '}
              {link({ to: 'ruleSet', ruleSetId: id }, pickName(language, shortTitle, shortTitleEn))}
            </span>
          ))}
        </p>
      )}
      {isEmpty(taken) && founded.length === 0 && <p className="note">{words.nothing}</p>}
      {taken.targets.length + taken.commitments.length > 0 && (
        <TargetTable
          targets={taken.targets}
          commitments={taken.commitments}
          source={documentName(document, language)}
        />
      )}
      {taken.phases.length > 0 && <PhaseTable phases={taken.phases} />}
      {taskKinds.map(kind => {
        const own = taken.tasks.filter(({ task }) => task.kind === kind)
        return (
          own.length > 0 && (
            <TaskList
              key={kind}
              kind={kind}
              tasks={own}
              ruleSets={cited.ruleSets}
              directory={directory}
              search={search}
              setSearch={setSearch}
            />
          )
        )
      })}
      {taken.figures.length > 0 && (
        <FigureTable
          figures={taken.figures}
          documentId={document.id}
          documents={documents}
          agencies={directory.agencies}
        />
      )}
      {taken.agencies.length > 0 && <AgencyTable agencies={taken.agencies} />}
      {taken.published.length > 0 && (
        <PublishedList
          published={taken.published}
          ruleSets={cited.ruleSets}
          agencies={directory.agencies}
          link={link}
        />
      )}
      {taken.ruleSets.map(({ ruleSet, parts }) => (
        <RulePartTable key={`${ruleSet.id} ${ruleSet.version}`} ruleSet={ruleSet} parts={parts} link={link} />
      ))}
    </article>
  )
}
