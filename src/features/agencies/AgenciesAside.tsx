import { memo } from 'react'
import type { AgencyDirectory } from '../../model/agency.ts'
import type { Catalogue } from '../../model/catalogue.ts'
import type { CohortGroup, CohortView } from '../../model/cohort.ts'
import type { RuleSet } from '../../model/ruleSet.ts'
import type { AgenciesState, ChangeState, HrefOf } from './agenciesState.ts'
import { ComparePanel } from './compare/ComparePanel.tsx'
import { ContributionPanel } from './contribution/ContributionPanel.tsx'
import { DistributionSection } from './DistributionSection.tsx'
import { FullMarks } from './FullMarks.tsx'
import type { HeatColumn } from './leagueRows.ts'

/** Parts beside the table; sorting, searching and filtering it leave them as they are. */
export const AgenciesAside = memo(function AgenciesAside({
  heat,
  scope,
  source,
  nameOf,
  ...panel
}: {
  view: CohortView
  ruleSet: RuleSet
  group: CohortGroup
  catalogue: Catalogue
  directory: AgencyDirectory
  /** What of the address these parts read. */
  state: AgenciesState
  change: ChangeState
  hrefOf: HrefOf
  heat: readonly HeatColumn[]
  scope: string
  source: string
  nameOf: (agencyId: string) => string
}) {
  const { ruleSet, group, state, change } = panel
  return (
    <div className="agencies-aside">
      <DistributionSection
        group={group}
        ruleSet={ruleSet}
        nameOf={nameOf}
        state={state}
        change={change}
        scope={scope}
        source={source}
      />
      <FullMarks columns={heat} ruleSet={ruleSet} nameOf={nameOf} />
      <ContributionPanel {...panel} />
      <ComparePanel {...panel} />
    </div>
  )
})
