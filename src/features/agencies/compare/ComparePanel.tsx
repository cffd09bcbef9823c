import type { AgencyDirectory } from '../../../model/agency.ts'
import type { Catalogue } from '../../../model/catalogue.ts'
import type { CohortGroup, CohortView } from '../../../model/cohort.ts'
import type { RuleSet } from '../../../model/ruleSet.ts'
import type { AgenciesState, AgencyTarget } from '../agenciesState.ts'
import { useSourceText } from '../useSourceText.ts'
import { CompareBlock } from './CompareBlock.tsx'

/** Two to five agencies of the group beside each other. */
export function ComparePanel({
  catalogue,
  ...shown
}: {
  view: CohortView
  ruleSet: RuleSet
  group: CohortGroup
  catalogue: Catalogue
  directory: AgencyDirectory
  state: AgenciesState
  change: (next: AgenciesState, how?: 'push' | 'replace') => void
  hrefOf: (target: AgencyTarget) => string
}) {
  return <CompareBlock {...shown} source={useSourceText(catalogue, shown.view, shown.group)} />
}
