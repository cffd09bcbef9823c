import type { ExplainedRule } from '../../model/scoreSheet.ts'
import type { Inputs } from './readInput.ts'

/**
 * Points taken as published for a leaf or pool, never computed
 * (PAR Index 2022 area 7; QĐ 766 group "Dịch vụ công trực tuyến", whose split is not public).
 * @returns points null when nobody published them
 */
export function explainReported(
  nodeId: string,
  inputs: Inputs,
): Extract<ExplainedRule, { kind: 'reported' }> {
  const { published } = inputs.submission
  const entry = published?.points.find(points => points.nodeId === nodeId)
  return {
    kind: 'reported',
    points: entry?.points ?? null,
    provenance: entry ? (entry.provenance ?? published?.provenance ?? null) : null,
  }
}
