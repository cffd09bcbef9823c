import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { RoundingStep } from '../../../src/model/ruleSet.ts'
import { type BulkScores, scoreTable } from '../../../src/scoring/bulk/scoreTable.ts'
import { tableOf, unscaled } from '../../../src/scoring/bulk/table.ts'
import { formatExact, parseExact, round } from '../../../src/scoring/exact.ts'
import { cohortOf } from '../../../src/scoring/scoreCohort.ts'
import { loadData } from '../../data/dataFiles.ts'
import { score } from '../builders.ts'
import { type BulkScene, bulkScene, kindsOf } from './scenes.ts'

const stateNames = ['scored', 'missing', 'notApplicable', 'pendingReview'] as const

/** Rounds exact text to whole units of 10^-places, as points are read where nothing rounds them. */
const toUnits = (exact: string, places: number, mode: RoundingStep['mode'] = 'halfUp') =>
  formatExact(round(parseExact(exact), { places, mode }))

/** What the bulk path says of a row, as text. */
function bulkRow(scores: BulkScores, row: number) {
  const { totals } = scores
  return {
    leaves: scores.leaves.map(leaf => {
      const state = stateNames[leaf.state[row] ?? 0]
      return [
        leaf.id,
        state,
        state === 'scored' ? formatExact(unscaled(leaf.points[row] ?? Number.NaN, leaf.places)) : null,
      ]
    }),
    from: formatExact(unscaled(totals.from[row] ?? Number.NaN, totals.places)),
    to: formatExact(unscaled(totals.to[row] ?? Number.NaN, totals.places)),
    max: formatExact(round(unscaled(totals.max[row] ?? Number.NaN, totals.maxPlaces), null)),
    missing: totals.missingLeaves[row],
    bands: [totals.lowBand[row], totals.highBand[row]],
  }
}

/** The same from the score sheet of the explaining path. */
function explainedRow({ ruleSet, submissions }: BulkScene, row: number, scores: BulkScores) {
  const submission = submissions[row]
  if (!submission) throw new Error(`no row ${row}`)
  const previous =
    submissions.find(
      each => each.agencyId === submission.agencyId && each.period === '2025' && submission.period === '2026',
    ) ?? null
  const cohortAt = cohortOf(
    ruleSet,
    submissions.filter(each => each.period === submission.period),
  )
  const sheet = score(ruleSet, submission, { previous, cohortAt })
  const { points, maxPoints, bandIds, missingLeaves } = sheet.total
  if (points.kind !== 'known') throw new Error('no pools here')
  const indexes = bandIds.map(id => ruleSet.bands.findIndex(band => band.id === id))
  return {
    leaves: scores.leaves.map(({ id, places, isRounded }) => {
      const outcome = sheet.nodes.find(node => node.criterionId === id)?.outcome
      const exact = outcome?.kind === 'scored' ? outcome.points : null
      return [id, outcome?.kind, exact === null ? null : isRounded ? exact : toUnits(exact, places)]
    }),
    from: toUnits(points.from, scores.totals.places),
    to: toUnits(points.to, scores.totals.places),
    max: toUnits(maxPoints, scores.totals.maxPlaces),
    missing: missingLeaves,
    bands: [indexes[0] ?? -1, indexes.at(-1) ?? -1],
  }
}

describe('the bulk path gives what the explaining path gives', () => {
  const met = new Set<string>()
  let [all, exactly] = [0, 0]

  test('for rule sets of every kind, states, exemptions, decisions, adjustments and roundings', () => {
    fc.assert(
      fc.property(bulkScene, scene => {
        const { ruleSet, submissions } = scene
        for (const kind of kindsOf(ruleSet)) met.add(kind)
        const scores = scoreTable(ruleSet, tableOf(ruleSet, submissions))
        all += scores.rows * scores.leaves.length
        exactly += scores.exactly
        submissions.forEach((_, row) => {
          expect(bulkRow(scores, row)).toEqual(explainedRow(scene, row, scores))
        })
      }),
      { numRuns: 1200, seed: 766 },
    )
  })

  test('and those rule sets used every kind, most leaves without the exact path', () => {
    expect(met.size).toBe(23)
    expect(exactly / all).toBeLessThan(0.5)
  })
})

test('every shipped submission comes out the same in one table', () => {
  const { ruleSets, submissions } = loadData()
  for (const ruleSet of ruleSets) {
    const own = submissions.filter(each => each.ruleSetId === ruleSet.id)
    const scores = scoreTable(ruleSet, tableOf(ruleSet, own))
    own.forEach((submission, row) => {
      const sheet = score(ruleSet, submission)
      const { points } = sheet.total
      if (points.kind !== 'known') throw new Error('the total is known')
      expect(bulkRow(scores, row)).toMatchObject({
        from: toUnits(points.from, scores.totals.places),
        to: toUnits(points.to, scores.totals.places),
      })
      for (const leaf of scores.leaves) {
        const outcome = sheet.nodes.find(node => node.criterionId === leaf.id)?.outcome
        expect(stateNames[leaf.state[row] ?? 0]).toBe(outcome?.kind)
        if (outcome?.kind === 'scored')
          expect(formatExact(unscaled(leaf.points[row] ?? Number.NaN, leaf.places))).toBe(outcome.points)
      }
    })
  }
})

test('an agency with two submissions for a period is refused', () => {
  const { ruleSets, submissions } = loadData()
  const [ruleSet, submission] = [ruleSets[0], submissions.find(each => each.ruleSetId === ruleSets[0]?.id)]
  if (!ruleSet || !submission) throw new Error('data is there')
  expect(() => tableOf(ruleSet, [submission, submission])).toThrow('two submissions')
})
