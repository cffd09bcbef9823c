import { expect, test } from 'vitest'
import type { RuleSet } from '../../src/model/ruleSet.ts'
import type { Submission } from '../../src/model/submission.ts'
import { type BulkProgress, scoreTable } from '../../src/scoring/bulk/scoreTable.ts'
import { tableOf } from '../../src/scoring/bulk/table.ts'
import { scoreTableInWorker } from '../../src/state/scoreTableInWorker.ts'
import { aCriterion, aRatioRule, aRuleSet, aSubmission, roundingAt, toPlaces } from '../scoring/builders.ts'

const leaves = ['a', 'b', 'c']
const ruleSet: RuleSet = aRuleSet({
  criteria: leaves.map(id =>
    aCriterion({
      id,
      maxPoints: '2',
      rule: aRatioRule({ numerator: `${id}-done`, denominator: `${id}-all` }),
    }),
  ),
  rounding: roundingAt({ leaf: toPlaces(2) }),
})

/** 1 of 3 is 0.67 of 2 points; 2 of 3 is 1.33; a missing figure leaves 0 to 2 open. */
const submissions: readonly Submission[] = ['1', '2', null].map((done, index) =>
  aSubmission({
    agencyId: `don-vi-${index}`,
    figures: Object.fromEntries(
      leaves.flatMap(id => [
        [`${id}-done`, done],
        [`${id}-all`, '3'],
      ]),
    ),
  }),
)

test('a worker gives what the page would, and says how far it is', async () => {
  const told: BulkProgress[] = []
  const table = tableOf(ruleSet, submissions)
  const scores = await scoreTableInWorker(ruleSet, table, { onProgress: progress => told.push(progress) })
  expect(scores).toEqual(scoreTable(ruleSet, table))
  expect([...scores.totals.from]).toEqual([201, 399, 0]) // 3 × 0.67, 3 × 1.33, nothing sure, in hundredths
  expect([...scores.totals.to]).toEqual([201, 399, 600])
  expect(told).toEqual([1, 2, 3].map(done => ({ done, leaves: 3 })))
  expect(table.rows).toBe(3)
})

test('work that is called off stops with the reason, before or during it', async () => {
  const table = tableOf(ruleSet, submissions)
  const reason = new Error('người dùng dừng')
  const before = AbortSignal.abort(reason)
  await expect(scoreTableInWorker(ruleSet, table, { signal: before })).rejects.toBe(reason)
  const during = new AbortController()
  const stopped = scoreTableInWorker(ruleSet, table, {
    signal: during.signal,
    onProgress: () => during.abort(reason),
  })
  await expect(stopped).rejects.toBe(reason)
})

test('what the engine throws comes back by its message', async () => {
  const broken = { ...tableOf(ruleSet, submissions), columns: new Map() }
  await expect(scoreTableInWorker(ruleSet, broken)).rejects.toThrow('no column "a-done"')
})
