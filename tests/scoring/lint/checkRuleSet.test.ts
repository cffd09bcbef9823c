import { describe, expect, test } from 'vitest'
import type { RuleSet } from '../../../src/model/ruleSet.ts'
import { checkRuleSet, lintRuleSet } from '../../../src/scoring/lint/lintRuleSet.ts'
import { exampleResults } from '../../../src/scoring/lint/runExamples.ts'
import { loadData } from '../../data/dataFiles.ts'
import { aCriterion, aRuleSet } from '../builders.ts'
import { everyKind } from './everyKind.ts'

const areas = (ruleSet: RuleSet) =>
  Object.fromEntries(checkRuleSet(ruleSet, 'tep').map(check => [check.area, check]))

describe('the checks, group by group', () => {
  test('find what the linter finds, in its order', () => {
    const broken = everyKind({ scale: '45', bandsProvenance: null, metrics: [] })
    const checks = checkRuleSet(broken, 'tep')
    expect(checks.flatMap(check => check.problems)).toEqual(lintRuleSet(broken, 'tep'))
  })

  test('say how much they looked at', () => {
    const found = areas(everyKind())
    const count = (area: string) => found[area]?.places
    // 4 groups, 15 plain, 4 cohort, 4 others, 1 survey leaf
    expect(count('tree')).toBe(28)
    // 24 leaves, 2 parts of a sum, 2 cases of a best, 1 bonus
    expect(count('rules')).toBe(29)
    // 4 groups and the scale
    expect(count('sums')).toBe(5)
    expect(count('examples')).toBe(7)
    expect(count('calendars')).toBe(1)
    expect(Object.values(found).every(check => !check.skipped && check.problems.length === 0)).toBe(true)
  })

  test('leave examples out while there are errors', () => {
    const found = areas(everyKind({ scale: '45' }))
    expect(found['sums']?.problems.map(problem => problem.code)).toEqual(['sum-of-maxima'])
    expect(found['examples']).toMatchObject({ skipped: true, places: 7, problems: [] })
    // Nothing to run is nothing left out.
    expect(areas(aRuleSet({ scale: '5' }))['examples']).toMatchObject({ skipped: false, places: 0 })
  })
})

describe('worked examples', () => {
  test('stand beside what the engine gives', () => {
    const [result] = exampleResults(everyKind())
    expect(result?.holds).toBe(true)
    expect(result?.checks).toEqual([
      { nodeId: 'ratio', expected: '1.8', computed: '1.8', holds: true },
      { nodeId: 'formula', expected: '1.8', computed: '1.8', holds: true },
      { nodeId: 'growth', expected: '2', computed: '2', holds: true },
      { nodeId: 'shareOfBest', expected: '1', computed: '1', holds: true },
      { nodeId: 'lateness', expected: '1', computed: '1', holds: true },
      { nodeId: 'choice', expected: 'missing', computed: 'missing', holds: true },
      { nodeId: 'total', expected: 'missing', computed: 'missing', holds: true },
    ])
  })

  test('that differ, name nothing we have, or cannot be run', () => {
    const [example] = everyKind().examples ?? []
    if (!example) throw new Error('the set has an example')
    const run = (parts: Partial<typeof example>) =>
      exampleResults(
        aRuleSet({
          criteria: [aCriterion()],
          examples: [{ ...example, values: [], peers: undefined, ...parts }],
        }),
      )[0]
    const values = [
      { metricId: 'done', value: '27' },
      { metricId: 'all', value: '30' },
    ]
    expect(run({ values, previous: [], expect: [{ nodeId: 'leaf', points: '1' }] })).toMatchObject({
      holds: false,
      checks: [{ expected: '1', computed: '0.9', holds: false }],
    })
    expect(run({ values, previous: [], expect: [{ nodeId: 'khong-co', points: '1' }] })).toMatchObject({
      holds: false,
      checks: [{ nodeId: 'khong-co', computed: null, holds: false }],
    })
    const unknown = [{ metricId: 'khong-co', value: '1' }]
    expect(run({ values: unknown, previous: [] })).toMatchObject({ holds: false, checks: [] })
  })

  test('come out in every set we publish', () => {
    for (const ruleSet of loadData().ruleSets)
      for (const { example, holds } of exampleResults(ruleSet))
        expect(holds, `${ruleSet.id} ${example.id}`).toBe(true)
  })
})
