import { expect, test } from 'vitest'
import { hollowCriteria, type Incurred } from '../../../src/scoring/cohort/hollow.ts'

const group = (criterionId: string, parentId: string | null = null): Incurred => ({
  criterionId,
  parentId,
  isLeaf: false,
  applies: true,
  notIncurred: false,
})
const leaf = (criterionId: string, parentId: string, parts: Partial<Incurred> = {}): Incurred => ({
  criterionId,
  parentId,
  isLeaf: true,
  applies: true,
  notIncurred: false,
  ...parts,
})
const nothing = { notIncurred: true }
const exempt = { applies: false }

test('a leaf on 0/0 is hollow, and a group all of whose leaves that apply are', () => {
  const criteria = [group('I'), leaf('1', 'I', nothing), leaf('2', 'I', exempt), leaf('3', 'I', nothing)]
  expect([...hollowCriteria(criteria)].toSorted()).toEqual(['1', '3', 'I'])
})

test('one leaf with something to count makes everything above it solid', () => {
  const criteria = [
    group('I'),
    group('I.1', 'I'),
    leaf('a', 'I.1', nothing),
    group('I.2', 'I'),
    leaf('b', 'I.2'),
  ]
  expect([...hollowCriteria(criteria)].toSorted()).toEqual(['I.1', 'a'])
})

test('what does not apply says nothing: a group of exempt leaves is no gift', () => {
  expect(hollowCriteria([group('I'), leaf('1', 'I', exempt)]).size).toBe(0)
})
