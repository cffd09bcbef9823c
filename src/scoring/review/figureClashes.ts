import type { FigureCorrection } from '../../model/review.ts'
import type { EntryOf } from '../../model/roundState.ts'
import { isSameFigure } from './whatItSays.ts'

type Correcting = EntryOf<'decide'> | EntryOf<'survey'>

/** Lines that correct one figure to different values at one stage without knowing of each other. */
export type FigureClash = {
  readonly metricId: string
  readonly entries: readonly Correcting[]
}

/** Figures that a line corrects; none where it says something else. */
export function correctionsIn({ act }: Correcting): readonly FigureCorrection[] {
  const said = act.kind === 'decide' ? act.verdict : act.given
  return said.kind === 'figures' ? said.figures : []
}

/**
 * One figure may count at several leaves. A later correction stands where its writer saw the earlier one (its `was`
 * is what the earlier made of it) or replaces it by name; otherwise nobody knows which is meant.
 * @param entries settled lines of one agency and stage
 */
export function figureClashes(entries: readonly Correcting[]): readonly FigureClash[] {
  const byMetric = new Map<string, { readonly entry: Correcting; readonly figure: FigureCorrection }[]>()
  for (const entry of entries)
    for (const figure of correctionsIn(entry)) {
      const known = byMetric.get(figure.metricId)
      if (known) known.push({ entry, figure })
      else byMetric.set(figure.metricId, [{ entry, figure }])
    }
  return [...byMetric].flatMap(([metricId, corrections]) => {
    const knows = corrections.every(({ entry, figure }, index) => {
      const before = corrections[index - 1]
      if (!before) return true
      return (
        isSameFigure(before.figure.to, figure.to) ||
        isSameFigure(before.figure.to, figure.was) ||
        corrections.slice(0, index).every(each => entry.act.over.includes(each.entry.id))
      )
    })
    return knows ? [] : [{ metricId, entries: corrections.map(each => each.entry) }]
  })
}
