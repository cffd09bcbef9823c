import type { RuleSet } from '../../model/ruleSet.ts'
import type { NodeScore } from '../../model/scoreSheet.ts'
import type { MetricValue, Submission } from '../../model/submission.ts'
import { changeFigures, type Scored, scoreForChanges } from '../../scoring/scoreSubmission.ts'

/** A scored draft, to start from at the next change. */
export type Kept = {
  readonly scored: Scored
  readonly nodes: ReadonlyMap<string, NodeScore>
  /** What scoring started from; `scored` holds a copy. */
  readonly from: Submission
}

/**
 * Scores a submission, starting from what was scored before where only figures differ. Nodes that come out the
 * same are the same objects, however it was scored.
 * @param before the period right before, for growth
 */
export function rescore(
  kept: Kept | null,
  ruleSet: RuleSet,
  submission: Submission,
  scoredAt: string,
  before: Submission | null,
): Kept {
  const last =
    kept && kept.scored.ruleSet === ruleSet && (kept.scored.context.previous ?? null) === before ? kept : null
  if (last && isSameFrame(last.from, submission)) {
    const was = new Map(last.from.values.map(value => [value.metricId, value]))
    const changed = submission.values.filter(value => !isSameValue(was.get(value.metricId), value))
    if (changed.length === 0 && last.scored.sheet.scoredAt === scoredAt) return { ...last, from: submission }
    return { ...withNodes(changeFigures(last.scored, changed, scoredAt)), from: submission }
  }
  const scored = scoreForChanges(ruleSet, submission, scoredAt, { previous: before })
  return { ...withNodes(last ? keepNodes(scored, last.nodes) : scored), from: submission }
}

function withNodes(scored: Scored): Pick<Kept, 'scored' | 'nodes'> {
  return { scored, nodes: new Map(scored.sheet.nodes.map(node => [node.criterionId, node])) }
}

/** Whether nothing but figures can score otherwise. */
function isSameFrame(a: Submission, b: Submission): boolean {
  return (
    a.id === b.id &&
    a.stage === b.stage &&
    isSame(a.provenance, b.provenance) &&
    isSame(a.decisions, b.decisions) &&
    isSame(a.notApplicable, b.notApplicable)
  )
}

function isSameValue(a: MetricValue | undefined, b: MetricValue): boolean {
  return a === b || isSame(a, b)
}

function keepNodes(scored: Scored, before: ReadonlyMap<string, NodeScore>): Scored {
  const nodes = scored.sheet.nodes.map(node => {
    const was = before.get(node.criterionId)
    return was && isSame(was, node) ? was : node
  })
  return { ...scored, sheet: { ...scored.sheet, nodes } }
}

/** Whether two plain values, made of objects, lists and texts, say the same. */
function isSame(a: unknown, b: unknown): boolean {
  if (a === b) return true
  if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null) return false
  if (Array.isArray(a) !== Array.isArray(b)) return false
  const [mine, yours] = [Object.entries(a), new Map(Object.entries(b))]
  return (
    mine.length === yours.size &&
    mine.every(([key, value]) => yours.has(key) && isSame(value, yours.get(key)))
  )
}
