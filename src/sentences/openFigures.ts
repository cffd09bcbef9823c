import type { ScoreSheet } from '../model/scoreSheet.ts'

/**
 * What leaves the total open, as far as a sheet tells: how many figures, and how many items without any figure to
 * wait for (points that somebody else has to give).
 */
export function openFigures({ nodes, adjustments }: Pick<ScoreSheet, 'nodes' | 'adjustments'>): {
  readonly figures: number
  readonly items: number
} {
  const missing = [...nodes, ...adjustments].flatMap(({ outcome }) =>
    outcome?.kind === 'missing' ? [outcome] : [],
  )
  return {
    figures: new Set(missing.flatMap(outcome => outcome.metricIds)).size,
    items: missing.filter(outcome => outcome.metricIds.length === 0).length,
  }
}
