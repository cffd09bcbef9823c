import type { RuleSet } from '../../../src/model/ruleSet.ts'
import type { ScoreSheet } from '../../../src/model/scoreSheet.ts'
import { formatExact, parseExact, round } from '../../../src/scoring/exact.ts'
import type { CalculatedForm } from './calculatedForm.ts'

/** Decimals to which points that nothing rounds are compared. */
export const openPlaces = 9

/**
 * What a cell of doubles says, written with some places; a negative zero is a zero. What is not rounded may be
 * a tie at the last place written, which a double holds a hair too low.
 */
export function writtenCell(value: unknown, places: number): string {
  if (typeof value !== 'number') return String(value)
  return (value * (1 + 1e-13)).toFixed(places).replace(/^-(0\.?0*)$/, '$1')
}

/** What the engine says, written with the same places. */
export function writtenExact(exact: string, places: number): string {
  const rounded = formatExact(round(parseExact(exact), { places, mode: 'halfUp' }))
  const [whole = '', decimals = ''] = rounded.split('.')
  return places === 0 ? whole : `${whole}.${decimals.padEnd(places, '0')}`
}

const kinds = ['scored', 'missing', 'notApplicable'] as const

/** Kind, points and maximum of every node and of the whole: what the sheet says, and what the engine does. */
export function compareWithEngine({ formulas, read }: CalculatedForm, ruleSet: RuleSet, sheet: ScoreSheet) {
  const said = new Map<string, string>()
  const expected = new Map<string, string>()
  const ends = (
    id: string,
    points: { from: string; to: string },
    cells: typeof points,
    places = openPlaces,
  ) => {
    expected.set(id, `${writtenExact(points.from, places)} … ${writtenExact(points.to, places)}`)
    said.set(id, `${writtenCell(read(cells.from), places)} … ${writtenCell(read(cells.to), places)}`)
  }
  const maximum = (id: string, exact: string, cell: string) => {
    expected.set(`${id} of`, writtenExact(exact, openPlaces))
    said.set(`${id} of`, writtenCell(read(cell), openPlaces))
  }
  for (const { criterionId, outcome, explanation, points, maxPoints } of sheet.nodes) {
    const leaf = formulas.leaves.get(criterionId)
    const group = formulas.nodes.get(criterionId)
    if (leaf && outcome) {
      expected.set(`${criterionId} is`, outcome.kind === 'pendingReview' ? 'missing' : outcome.kind)
      said.set(`${criterionId} is`, String(kinds[Number(read(leaf.kind))]))
      const range = outcome.kind === 'scored' ? { from: outcome.points, to: outcome.points } : null
      const open = 'range' in outcome ? outcome.range : null
      const both = range ?? open
      if (both) ends(criterionId, both, leaf, explanation?.leafRounding?.places)
    } else if (group) {
      if (points?.kind === 'known') ends(criterionId, points, group, ruleSet.rounding.group?.places)
      if (maxPoints !== null && group.maxPoints !== null) maximum(criterionId, maxPoints, group.maxPoints)
    }
  }
  const { points, maxPoints, missingLeaves } = sheet.total
  if (points.kind === 'known') ends('total', points, formulas.total, ruleSet.rounding.total?.places)
  maximum('total', maxPoints, formulas.total.maxPoints ?? '0')
  expected.set('missing', String(missingLeaves))
  said.set('missing', String(read(formulas.total.open)))
  return { said: Object.fromEntries(said), expected: Object.fromEntries(expected) }
}
