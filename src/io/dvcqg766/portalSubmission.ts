import { isLeaf, walkCriteria } from '../../model/criteria.ts'
import type { Provenance } from '../../model/provenance.ts'
import type { RuleSet } from '../../model/ruleSet.ts'
import type {
  MetricValue,
  PublishedPoints,
  Submission,
  SubmissionTable,
  TableRow,
} from '../../model/submission.ts'
import { type GroupKind, groups, portalFileName, portalRuleSetIds } from './portalShape.ts'
import type { PortalFigure, PortalUnit } from './readPortalUnit.ts'

/** What the files of one day know of a unit, by group. */
export type UnitRecords = ReadonlyMap<GroupKind, PortalUnit>

/** Document the figures of a day are cited from. */
export function portalDocumentId(period: string): string {
  return `so-lieu-dvcqg-766-${period}`
}

/** A figure of the portal is stated at the unit it is of. */
function statedAt(period: string, place: string): Provenance {
  return { certainty: 'stated', source: { documentId: portalDocumentId(period), place } }
}

/**
 * One unit's figures and published points of one day as a submission. What the portal returned empty for the
 * unit is withheld; what was not handed in or cannot be read is missing and says why. The total stays open: the
 * portal's group files do not state it.
 * @param loaded groups whose file was handed in for this day
 */
export function submissionOf(
  records: UnitRecords,
  loaded: ReadonlySet<GroupKind>,
  unit: { readonly code: string; readonly agencyId: string; readonly period: string },
  ruleSet: RuleSet,
): Submission {
  const { code, agencyId, period } = unit
  const provenance = statedAt(period, `đơn vị ${code}`)
  return {
    id: `${ruleSet.id}.${period}.${agencyId}`,
    ruleSetId: ruleSet.id,
    ruleSetVersion: ruleSet.version,
    agencyId,
    period,
    stage: 'published',
    provenance,
    values: ruleSet.metrics.map(({ id }) => metricValue(id, records, loaded, provenance)),
    published: { provenance, total: null, points: pointsOf(records, provenance, ruleSet) },
  }
}

function metricValue(
  metricId: string,
  records: UnitRecords,
  loaded: ReadonlySet<GroupKind>,
  provenance: Provenance,
): MetricValue {
  const cut = metricId.lastIndexOf('.')
  const [leaf, part] = [metricId.slice(0, cut), metricId.slice(cut + 1)]
  const group = groups.find(
    ({ codes, fields }) => codes.includes(leaf) || fields.some(({ code }) => code === leaf),
  )
  const figure = group && (part === 'numerator' || part === 'denominator') ? figureOf(group.kind, part) : null
  if (!figure) return { metricId, state: 'missing', note: 'Các tệp của Cổng không có số liệu này' }
  if (figure.value === null)
    return { metricId, state: figure.isWithheld ? 'withheld' : 'missing', note: figure.note }
  const { note } = figure
  if (note === undefined) return { metricId, state: 'entered', value: figure.value }
  const certainty = figure.isInferred ? 'inferred' : provenance.certainty
  return { metricId, state: 'entered', value: figure.value, provenance: { ...provenance, certainty, note } }

  function figureOf(kind: GroupKind, which: 'numerator' | 'denominator'): PortalFigure | null {
    const name = portalFileName(kind).vi
    if (!loaded.has(kind)) return { value: null, note: `Chưa nạp tệp “${name}” của Cổng` }
    const record = records.get(kind)
    if (!record) return { value: null, note: `Tệp “${name}” của Cổng không có đơn vị này` }
    return record.pairs.get(leaf)?.[which] ?? null
  }
}

/**
 * Points in the order of the rule set, those of a group before those of its leaves. A leaf takes the points of its
 * group only where nothing else could score it; elsewhere one published figure would be checked twice.
 */
function pointsOf(
  records: UnitRecords,
  provenance: Provenance,
  ruleSet: RuleSet,
): readonly PublishedPoints[] {
  return ruleSet.criteria.flatMap(criterion => {
    const group = groups.find(({ groupId }) => groupId === criterion.id)
    const record = group && records.get(group.kind)
    if (!record) return []
    const ofGroup = record.total === null ? [] : [{ nodeId: criterion.id, points: record.total }]
    const leaves = walkCriteria({ criteria: criterion.subCriteria ?? [] })
      .map(place => place.criterion)
      .filter(isLeaf)
    const ofLeaves = leaves.flatMap(({ id, rule }): readonly PublishedPoints[] => {
      const own = record.pairs.get(id)?.points ?? null
      if (own !== null) return [{ nodeId: id, points: own }]
      const points = id === group.onlyLeaf && rule?.kind === 'reported' ? record.total : null
      if (points === null) return []
      const note = 'Cổng chỉ công bố điểm của cả nhóm; nhóm chỉ có một chỉ tiêu này.'
      return [{ nodeId: id, points, provenance: { ...provenance, note } }]
    })
    return [...ofGroup, ...ofLeaves]
  })
}

/** The ranking of provinces of one day: group scores as they are published, nothing to score them from. */
export function rankingTable(
  provinces: readonly { readonly agencyId: string; readonly record: PortalUnit }[],
  period: string,
  ruleSetVersion: string,
): SubmissionTable {
  const place = 'bảng xếp hạng các tỉnh, thành phố'
  const rows = provinces.map(({ agencyId, record }): TableRow => {
    const provenance = statedAt(period, `${place}, đơn vị ${record.code}`)
    const points = groups.flatMap(({ groupId }) => {
      const value = record.groupPoints.get(groupId)
      return value === undefined ? [] : [{ nodeId: groupId, points: value }]
    })
    const change =
      record.change === null
        ? {}
        : {
            change: {
              points: record.change,
              since: 'năm trước (theo Cổng)',
              sinceEn: 'the year before (as the portal says)',
            },
          }
    return { agencyId, cells: [], published: { provenance, total: record.total, points, ...change } }
  })
  return {
    ruleSetId: portalRuleSetIds.ranking,
    ruleSetVersion,
    period,
    stage: 'published',
    provenance: statedAt(period, place),
    metricIds: [],
    rows,
  }
}
