import { type Form, type FormArea, type FormItem, isAsked } from '../../model/form.ts'
import type { Submission } from '../../model/submission.ts'

/** How far one area is filled in. */
export type Progress = {
  /** Figures and claims; each is entered or missing. */
  readonly asked: number
  readonly entered: number
  readonly missing: number
  /** Of the entered ones those said not to apply. */
  readonly notApplicable: number
  /** Of the missing ones points that were not claimed. */
  readonly unclaimed: number
}

type Answer = 'entered' | 'notApplicable' | 'missing' | 'unclaimed'

/**
 * How far each area is filled in, by area: every figure once, where it is asked for first, and points of leaves
 * that have no figures of their own. What does not apply is not asked; a figure kept back or not there yet is missing.
 * Of a leaf that does not apply only what was answered counts; nothing of it is missing.
 * @param exempt criteria the agency is exempt from, with all below them
 * @param aside leaves that do not apply by what was entered, see `setAside`
 */
export function progressOf(
  form: Form,
  { values, decisions = [] }: Pick<Submission, 'values' | 'decisions'>,
  exempt: ReadonlySet<string>,
  aside: ReadonlySet<string>,
): ReadonlyMap<string, Progress> {
  const states = new Map(values.map(value => [value.metricId, value.state]))
  const claimed = new Set(decisions.map(decision => decision.criterionId))
  const seen = new Set<string>()
  return new Map(form.areas.map(area => [area.id, progressOfArea(area)]))

  function progressOfArea({ items }: FormArea): Progress {
    const answers = items.filter(item => isAsked(item) && !exempt.has(item.nodeId)).flatMap(answersOf)
    const count = (...wanted: readonly Answer[]) => answers.filter(answer => wanted.includes(answer)).length
    return {
      asked: answers.length,
      entered: count('entered', 'notApplicable'),
      missing: count('missing', 'unclaimed'),
      notApplicable: count('notApplicable'),
      unclaimed: count('unclaimed'),
    }
  }

  function answersOf({ nodeId, filledBy, groups }: FormItem): readonly Answer[] {
    if (filledBy === 'claim') return [claimed.has(nodeId) ? 'entered' : 'unclaimed']
    return groups.flatMap(group =>
      group.fields.flatMap(({ metric }): readonly Answer[] => {
        if (seen.has(metric.id)) return []
        const state = states.get(metric.id)
        const answer = state === 'entered' || state === 'notApplicable' ? state : 'missing'
        // Another leaf may still ask for it.
        if (answer === 'missing' && aside.has(nodeId)) return []
        seen.add(metric.id)
        return [answer]
      }),
    )
  }
}
