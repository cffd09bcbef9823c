import type { ImportTarget } from '../../io/figureImport/importTarget.ts'
import type { Agency } from '../../model/agency.ts'
import type { Draft } from '../../model/draft.ts'
import type { Assessment } from './assessment.ts'

export type { ImportTarget } from '../../io/figureImport/importTarget.ts'

/** What a file is read for, from the draft that is open. */
export function importTargetOf(
  {
    draft,
    ruleSet,
    form,
  }: Pick<Assessment, 'ruleSet' | 'form'> & { draft: Pick<Draft, 'ruleSet' | 'agencyId' | 'period'> },
  agencies: readonly Agency[],
): ImportTarget {
  const { agencyId, period } = draft
  return { ruleSet, ruleSetMark: draft.ruleSet, agencyId, period, form, agencies }
}
