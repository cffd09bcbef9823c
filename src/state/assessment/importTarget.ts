import type { ImportTarget } from '../../io/figureImport/importTarget.ts'
import type { Agency } from '../../model/agency.ts'
import type { Assessment } from './assessment.ts'

export type { ImportTarget } from '../../io/figureImport/importTarget.ts'

/** What a file is read for, from the draft that is open. */
export function importTargetOf(
  { draft, ruleSet, form }: Pick<Assessment, 'draft' | 'ruleSet' | 'form'>,
  agencies: readonly Agency[],
): ImportTarget {
  const { agencyId, period } = draft
  return { ruleSet, ruleSetMark: draft.ruleSet, agencyId, period, form, agencies }
}
