import type { ReportedRule } from '../../model/rules.ts'
import { formatExact, parseExact, zero } from '../exact.ts'
import { blank, type RuleKind } from './ruleKind.ts'

/**
 * Points taken as published for a leaf or pool, never computed
 * (PAR Index 2022 area 7; QĐ 766 group "Dịch vụ công trực tuyến", whose split is not public).
 * Points are null when nobody published them.
 */
export const reportedKind: RuleKind<ReportedRule> = {
  run(_, { inputs, nodeId, maxPoints }) {
    const { published } = inputs.submission
    const entry = published?.points.find(points => points.nodeId === nodeId)
    const points = entry ? parseExact(entry.points) : null
    return {
      points,
      detail: {
        ...blank('reported', maxPoints, { least: zero, most: maxPoints }, []),
        points: points && formatExact(points),
        provenance: entry ? (entry.provenance ?? published?.provenance ?? null) : null,
      },
    }
  },
  figures: () => [],
  bounds: (_, maxPoints) => ({ least: zero, most: maxPoints }),
  trend: () => 'rising',
}
