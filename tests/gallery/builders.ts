import type { Provenance } from '../../src/model/provenance.ts'
import type { Criterion, RuleSet } from '../../src/model/ruleSet.ts'
import type { RatioRule } from '../../src/model/rules.ts'
import type { MetricValue, Submission } from '../../src/model/submission.ts'

const stated: Provenance = { certainty: 'stated', source: { documentId: 'doc', place: 'mục 1' } }

/** Ratio of `n` over `d`; full from 100%, share × max below, nothing for nothing. */
export function aRatioRule(rest: Partial<RatioRule> = {}): RatioRule {
  return {
    kind: 'ratio',
    numerator: 'n',
    denominator: 'd',
    direction: 'higherIsBetter',
    targetPercent: '100',
    scaling: 'share',
    whenDenominatorZero: 'zero',
    whenMissing: 'missing',
    ...rest,
  }
}

/** A leaf worth one point, scored by the plain ratio. */
export function aLeaf(id: string, rest: Partial<Criterion> = {}): Criterion {
  return {
    id,
    code: id,
    name: `Tiêu chí ${id}`,
    maxPoints: '1',
    provenance: stated,
    rule: aRatioRule(),
    ...rest,
  }
}

/** A leaf whose points are taken as published. */
export function aReportedLeaf(
  id: string,
  maxPoints: string | null,
  rest: Partial<Criterion> = {},
): Criterion {
  return aLeaf(id, { maxPoints, rule: { kind: 'reported' }, ...rest })
}

export function aGroup(id: string, maxPoints: string | null, subCriteria: readonly Criterion[]): Criterion {
  return { id, code: id, name: `Nhóm ${id}`, maxPoints, provenance: stated, subCriteria }
}

/** A rule set without rounding, bands or pools over the criteria given. */
export function aRuleSet(criteria: readonly Criterion[], rest: Partial<RuleSet> = {}): RuleSet {
  return {
    id: 'set',
    version: '1',
    title: 'Bộ chỉ số thử',
    shortTitle: 'Bộ thử',
    decisionId: 'doc',
    validFrom: '2026-01-01',
    scale: '1',
    itemWord: 'tiêu chí',
    itemDepth: 0,
    rounding: { ratio: null, leaf: null, group: null, total: null },
    roundingProvenance: stated,
    bands: [],
    bandsProvenance: null,
    tieStyle: 'competition',
    metrics: ['n', 'd', 'n2', 'd2', 'flag', 'flag2'].map(id => ({
      id,
      name: `Số liệu ${id}`,
      unit: 'hồ sơ',
      valueType: id.startsWith('flag') ? 'flag' : 'count',
    })),
    criteria,
    pools: [],
    ...rest,
  }
}

/** Figures by metric id; null stands for a figure the agency did not give. */
export function aSubmission(
  values: Readonly<Record<string, string | null>>,
  rest: Partial<Submission> = {},
): Submission {
  return {
    id: 'sub',
    ruleSetId: 'set',
    ruleSetVersion: '1',
    agencyId: 'agency',
    period: '2026-10-10',
    stage: 'selfAssessment',
    provenance: stated,
    values: Object.entries(values).map(
      ([metricId, value]): MetricValue =>
        value === null ? { metricId, state: 'missing' } : { metricId, state: 'entered', value },
    ),
    ...rest,
  }
}

/** Points somebody published, by node id. */
export function published(points: Readonly<Record<string, string>>, total: string | null = null) {
  return {
    provenance: stated,
    total,
    points: Object.entries(points).map(([nodeId, value]) => ({ nodeId, points: value })),
  }
}

export const scoredAt = '2026-11-20T00:00:00.000Z'
