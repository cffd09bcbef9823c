import { expect, test } from 'vitest'
import { isLeaf, looksBack, walkCriteria } from '../../src/model/criteria.ts'
import { aCriterion, aGroup, aRuleSet } from '../scoring/builders.ts'

test('walks in document order, parents first, any depth, each with its place in the file', () => {
  const leaf = (id: string) => aCriterion({ id })
  const ruleSet = aRuleSet({
    criteria: [aGroup('I', [leaf('I.1'), aGroup('I.2', [leaf('I.2a'), leaf('I.2b')])]), leaf('II')],
  })
  expect(
    walkCriteria(ruleSet).map(({ criterion, parentId, depth, path }) => [
      criterion.id,
      parentId,
      depth,
      path,
    ]),
  ).toEqual([
    ['I', null, 0, 'criteria[0]'],
    ['I.1', 'I', 1, 'criteria[0].subCriteria[0]'],
    ['I.2', 'I', 1, 'criteria[0].subCriteria[1]'],
    ['I.2a', 'I.2', 2, 'criteria[0].subCriteria[1].subCriteria[0]'],
    ['I.2b', 'I.2', 2, 'criteria[0].subCriteria[1].subCriteria[1]'],
    ['II', null, 0, 'criteria[1]'],
  ])
})

test('a leaf has no children, be the list absent or empty', () => {
  expect(isLeaf(aCriterion())).toBe(true)
  expect(isLeaf({ ...aCriterion(), subCriteria: [] })).toBe(true)
  expect(isLeaf(aGroup('g', [aCriterion()]))).toBe(false)
})

test('a set looks back when a rule, or a part of one, compares with the period before', () => {
  const growth = {
    kind: 'growth',
    metric: 'm',
    bands: [{ points: '1' }],
    whenPreviousZero: 'zero',
  } as const
  const sum = { kind: 'sum', parts: [{ label: 'Tăng', maxPoints: '1', rule: growth }] } as const
  expect(looksBack(aRuleSet({ criteria: [aCriterion()] }))).toBe(false)
  expect(looksBack(aRuleSet({ criteria: [aCriterion(), aCriterion({ id: 'g', rule: growth })] }))).toBe(true)
  expect(looksBack(aRuleSet({ criteria: [aGroup('I', [aCriterion({ rule: sum })])] }))).toBe(true)
})
