import type { CohortGroup, CohortView } from '../../model/cohort.ts'
import { useLanguage, useText } from '../../ui/language.tsx'
import { Mark } from '../../ui/Mark.tsx'
import { listIds } from './elsewhere.ts'
import { agenciesWords } from './words.ts'

/** Who has no score: sent nothing, or sent a file that cannot be used. Never a zero, never a rank. */
export function Leftovers({
  view,
  group,
  memberIds,
  nameOf,
}: {
  view: CohortView
  group: CohortGroup
  memberIds: ReadonlySet<string>
  nameOf: (agencyId: string) => string
}) {
  const words = useText(agenciesWords)
  const language = useLanguage()
  const refused = view.refused.filter(each => memberIds.has(each.agencyId))
  return (
    <>
      {group.notSubmitted.length > 0 && (
        <section className="leftovers" aria-labelledby={listIds.notSubmitted}>
          <div className="section-head">
            <h2 id={listIds.notSubmitted} tabIndex={-1}>
              {words.notSubmitted} ({group.notSubmitted.length})
            </h2>
            <span className="sub">{words.notSubmittedWhy}</span>
          </div>
          <ul>
            {group.notSubmitted.map(id => (
              <li key={id}>
                <Mark kind="missing" />
                {nameOf(id)}
              </li>
            ))}
          </ul>
        </section>
      )}
      {refused.length > 0 && (
        <section className="leftovers refused" aria-labelledby={listIds.refused}>
          <div className="section-head">
            <h2 id={listIds.refused} tabIndex={-1}>
              {words.refused} ({refused.length})
            </h2>
            <span className="sub">{words.refusedWhy}</span>
          </div>
          <ul>
            {refused.map(({ agencyId, problems }) => (
              <li key={agencyId}>
                <Mark kind="error" />
                <b>{nameOf(agencyId)}</b>
                <ul>
                  {problems
                    .filter(problem => problem.severity === 'error')
                    .map((problem, index) => (
                      // biome-ignore lint/suspicious/noArrayIndexKey: two problems may be word for word the same
                      <li key={index}>
                        {problem.message[language]}{' '}
                        <code>{[problem.file, problem.path].filter(Boolean).join(', ')}</code>
                      </li>
                    ))}
                </ul>
              </li>
            ))}
          </ul>
        </section>
      )}
    </>
  )
}
