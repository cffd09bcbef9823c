import type { ReceivedSubmission } from '../../../src/model/review.ts'
import type { EvidenceItem, MetricValue, Submission } from '../../../src/model/submission.ts'
import { demoRuleSet } from '../../server/demoPackages.ts'
import { stated } from '../builders.ts'

export const rules = demoRuleSet()

export const entered = (metricId: string, value: string): MetricValue => ({
  metricId,
  state: 'entered',
  value,
})

export function aVersion(parts: Partial<Submission> = {}): Submission {
  return {
    id: 'mau-tinh-cqs.2026-10.mh-so-noi-vu',
    ruleSetId: rules.id,
    ruleSetVersion: rules.version,
    agencyId: 'mh-so-noi-vu',
    period: '2026-10',
    stage: 'selfAssessment',
    provenance: stated,
    values: [],
    ...parts,
  }
}

export const document = (id: string, criterionIds: readonly string[], title = id): EvidenceItem => ({
  id,
  criterionIds,
  title,
})

/** Files by a one-letter name that stands for their hash. */
export function receivedAs(
  versions: Readonly<Record<string, Submission | Omit<ReceivedSubmission, 'sha256'>>>,
): ReadonlyMap<string, ReceivedSubmission> {
  return new Map(
    Object.entries(versions).map(([name, version]) => {
      const parts = 'submission' in version ? version : { submission: version, previous: null }
      return [sha(name), { ...parts, sha256: sha(name) }]
    }),
  )
}

export const sha = (name: string) => name.repeat(64).slice(0, 64)
