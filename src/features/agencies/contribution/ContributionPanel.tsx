import type { AgencyDirectory } from '../../../model/agency.ts'
import type { Contribution } from '../../../model/attribution.ts'
import type { Catalogue } from '../../../model/catalogue.ts'
import type { CohortGroup, CohortView } from '../../../model/cohort.ts'
import type { RuleSet } from '../../../model/ruleSet.ts'
import { useContribution } from '../../../state/useContribution.ts'
import { useDocuments } from '../../../state/useScoredView.ts'
import { useLanguage, useText } from '../../../ui/language.tsx'
import type { AgenciesState, AgencyTarget } from '../agenciesState.ts'
import { ContributionView } from './ContributionView.tsx'
import { contributionWords } from './words.ts'
import './contribution.css'

/** What each agency cost the agency above all of them, criterion by criterion or in all. */
export function ContributionPanel({
  view,
  ruleSet,
  group,
  catalogue,
  directory,
  state,
  change,
  hrefOf,
}: {
  view: CohortView
  ruleSet: RuleSet
  /** The group shown; agencies of all groups under the same agency take part. */
  group: CohortGroup
  catalogue: Catalogue
  directory: AgencyDirectory
  state: AgenciesState
  change: (next: AgenciesState, how?: 'push' | 'replace') => void
  hrefOf: (target: AgencyTarget) => string
}) {
  const words = useText(contributionWords)
  const language = useLanguage()
  const loaded = useContribution(catalogue, directory, ruleSet, view, group)
  const { documents } = useDocuments(catalogue)
  if (loaded.status === 'ready' && loaded.contribution.total)
    return (
      <ContributionView
        contribution={loaded.contribution}
        total={loaded.contribution.total}
        ruleSet={ruleSet}
        agencies={directory.agencies}
        documents={documentsOf(catalogue, loaded.contribution, view).flatMap(
          id => documents?.find(each => each.id === id) ?? [],
        )}
        state={state}
        change={change}
        hrefOf={hrefOf}
      />
    )
  return (
    <section className="contribution" aria-labelledby="contribution-title">
      <div className="section-head">
        <h2 id="contribution-title">{words.title}</h2>
      </div>
      {loaded.status === 'loading' && (
        <p className="contribution-note" role="status">
          {words.loading}
        </p>
      )}
      {loaded.status === 'noParent' && <p className="contribution-empty">{words.noParent}</p>}
      {loaded.status === 'ready' && (
        <p className="contribution-empty">
          {loaded.contribution.agencyIds.length === 0 ? words.nobody : words.nothing}
        </p>
      )}
      {loaded.status === 'failed' && (
        <div className="contribution-failed" role="alert">
          <p>{words.failed}</p>
          <ul>
            {loaded.problems.map(problem => (
              <li key={`${problem.file} ${problem.path} ${problem.code}`}>
                <b>{problem.file}</b> {problem.path} {problem.message[language]}
              </li>
            ))}
          </ul>
          <button type="button" className="button" onClick={loaded.retry}>
            {words.retry}
          </button>
        </div>
      )}
    </section>
  )
}

/** Documents the figures of the whole and its agencies come from, as the catalogue says. */
function documentsOf(
  { submissions }: Catalogue,
  { parentId, agencyIds }: Contribution,
  view: CohortView,
): readonly string[] {
  const members = new Set([parentId, ...agencyIds])
  return [
    ...new Set(
      submissions.flatMap(entry =>
        entry.ruleSetId === view.ruleSetId && entry.period === view.period && members.has(entry.agencyId)
          ? (entry.documentId ?? [])
          : [],
      ),
    ),
  ]
}
