import { describe, expect, test } from 'vitest'
import type { CohortGroup } from '../../../src/model/cohort.ts'
import type { RuleSet } from '../../../src/model/ruleSet.ts'
import type { Submission } from '../../../src/model/submission.ts'
import { compareAgencies } from '../../../src/scoring/cohort/compareAgencies.ts'
import { scoreGroups } from '../../../src/scoring/cohort/scoreGroups.ts'
import { aCriterion, aGroup, aRatioRule, aRuleSet, aSubmission, scoredAt } from '../builders.ts'
import { deepFreeze } from '../fractions.ts'

/** An area of 10 and 6 points, and a leaf of 4 beside it. */
const rules = aRuleSet({
  criteria: [
    aGroup('area', [
      aCriterion({
        id: 'online',
        maxPoints: '10',
        rule: aRatioRule({ numerator: 'online', denominator: 'all' }),
      }),
      aCriterion({
        id: 'petitions',
        maxPoints: '6',
        rule: aRatioRule({ numerator: 'answered', denominator: 'petitions', whenDenominatorZero: 'full' }),
      }),
    ]),
    aCriterion({
      id: 'copies',
      maxPoints: '4',
      rule: aRatioRule({ numerator: 'copied', denominator: 'copies' }),
    }),
  ],
})

const figures = (online: string, answered: string, petitions: string, copied: string | null) => ({
  online,
  all: '10',
  answered,
  petitions,
  copied,
  copies: '10',
})

function groupOf(
  submissions: readonly Submission[],
  ruleSet: RuleSet = rules,
  workloadMetricId: string | null = null,
): CohortGroup {
  const [group] = scoreGroups(
    {
      ruleSet,
      period: '2026',
      stage: null,
      submissions: submissions.map(submission => ({ file: `${submission.agencyId}.json`, submission })),
      previous: [],
      groups: [{ groupId: 'nhom', agencyIds: submissions.map(each => each.agencyId) }],
      workloadMetricId,
    },
    scoredAt,
  ).groups
  if (!group) throw new Error('no group')
  return deepFreeze(group)
}

const agency = (agencyId: string, values: Readonly<Record<string, string | null>>, rest = {}) =>
  aSubmission({ id: agencyId, agencyId, figures: values, ...rest })

describe('agencies beside each other', () => {
  const group = groupOf([
    agency('a', figures('9', '2', '4', '10')),
    agency('b', figures('4', '4', '4', '5')),
    agency('c', figures('9', '1', '4', null)),
  ])

  test('distance and leader at every criterion and in all, in the order they were chosen', () => {
    const { agencyIds, total, rows, widest } = compareAgencies(group, ['b', 'a'])
    expect(agencyIds).toEqual(['b', 'a'])
    // a: 9 + 3 + 4 = 16 of 20, b: 4 + 6 + 2 = 12
    expect(total).toMatchObject({
      criterionId: null,
      cells: [{ behind: '20' }, { behind: '0' }],
      distance: { ahead: ['a'], last: ['b'], percentPoints: '20', points: '4' },
    })
    expect(rows.map(row => [row.criterionId, row.distance])).toEqual([
      // 12 of 16 against 10 of 16
      ['area', { ahead: ['a'], last: ['b'], percentPoints: '12.5', points: '2' }],
      ['online', { ahead: ['a'], last: ['b'], percentPoints: '50', points: '5' }],
      ['petitions', { ahead: ['b'], last: ['a'], percentPoints: '50', points: '3' }],
      ['copies', { ahead: ['a'], last: ['b'], percentPoints: '50', points: '2' }],
    ])
    // Of the criteria at the top: 12.5 and 50.
    expect(widest?.criterionId).toBe('copies')
  })

  test('a missing figure is an interval that neither leads nor trails', () => {
    const { rows } = compareAgencies(group, ['a', 'b', 'c'])
    expect(rows[3]).toMatchObject({
      cells: [
        { state: 'settled', behind: '0' },
        { state: 'settled', behind: '50' },
        { state: 'open', percent: { from: '0', to: '100' }, behind: null },
      ],
      span: { from: '0', to: '100' },
    })
    expect(compareAgencies(group, ['a', 'c']).rows[3]?.distance).toBeNull()
  })

  test.each([
    ['2', 'a', '20'], // 9 + 3 + 0…4 of 20 is 60…80%: as far as b and a, and no further
    ['1', null, null], // 9 + 1.5 + 0…4 is 52.5…72.5%: may trail b
    ['4', null, null], // 9 + 6 + 0…4 is 75…95%: may lead a
  ])('an interval that reaches past an end leaves open who leads: %s answered', (answered, first, points) => {
    const three = groupOf([
      agency('a', figures('9', '2', '4', '10')),
      agency('b', figures('4', '4', '4', '5')),
      agency('c', figures('9', answered, '4', null)),
    ])
    const { distance } = compareAgencies(three, ['a', 'b', 'c']).total
    expect(distance?.ahead[0] ?? null).toBe(first)
    expect(distance?.percentPoints ?? null).toBe(points)
  })

  test('equals lead together', () => {
    const { rows } = compareAgencies(group, ['a', 'b', 'c'])
    expect(rows[1]?.distance).toEqual({ ahead: ['a', 'c'], last: ['b'], percentPoints: '50', points: '5' })
  })

  test('all equal: a distance of zero, and no widest', () => {
    const twins = groupOf([
      agency('a', figures('9', '2', '4', '10')),
      agency('b', figures('9', '2', '4', '10')),
    ])
    const { rows, widest } = compareAgencies(twins, ['a', 'b'])
    expect(rows[0]?.distance).toEqual({
      ahead: ['a', 'b'],
      last: ['a', 'b'],
      percentPoints: '0',
      points: '0',
    })
    expect(widest).toBeNull()
  })

  test('who has no row in the group is not compared', () => {
    expect(compareAgencies(group, ['a', 'xa']).agencyIds).toEqual(['a'])
  })
})

describe('what cannot be compared', () => {
  test('full points for 0/0 do not lead; an area only partly on 0/0 does compare', () => {
    const group = groupOf([
      agency('a', figures('5', '0', '0', '10')),
      agency('b', figures('4', '3', '4', '10')),
    ])
    const [area, , petitions] = compareAgencies(group, ['a', 'b']).rows
    expect(petitions).toMatchObject({
      cells: [
        { points: { to: '6' }, restsOnNothing: true, behind: null },
        { restsOnNothing: false, behind: '0' },
      ],
      distance: null,
    })
    // a: 5 + 6 = 11, b: 4 + 4.5 = 8.5 of 16
    expect(area).toMatchObject({
      cells: [{ notIncurred: true, restsOnNothing: false }, {}],
      distance: { ahead: ['a'], percentPoints: '15.625', points: '2.5' },
    })
  })

  test('an agency where nothing came in is drawn and takes no part', () => {
    const group = groupOf(
      [
        agency('a', figures('9', '4', '4', '10')),
        agency('b', figures('4', '2', '4', '5')),
        agency('idle', { ...figures('0', '0', '0', '1'), all: '0' }),
      ],
      aRuleSet({
        criteria: rules.criteria.map(criterion =>
          criterion.subCriteria
            ? {
                ...criterion,
                subCriteria: criterion.subCriteria.map(leaf =>
                  leaf.id === 'online'
                    ? {
                        ...leaf,
                        rule: aRatioRule({
                          numerator: 'online',
                          denominator: 'all',
                          whenDenominatorZero: 'zero',
                        }),
                      }
                    : leaf,
                ),
              }
            : criterion,
        ),
      }),
      'all',
    )
    const { total, rows } = compareAgencies(group, ['a', 'b', 'idle'])
    expect(total.distance).toMatchObject({ ahead: ['a'], last: ['b'] })
    expect(total.cells[2]).toMatchObject({ notIncurred: true, restsOnNothing: true, behind: null })
    expect(rows.every(row => row.distance?.last.includes('idle') !== true)).toBe(true)
  })

  test('other maxima: a distance in percent, none in points', () => {
    const group = groupOf([
      agency('a', figures('9', '4', '4', '10')),
      agency('b', figures('9', '4', '4', null), {
        notApplicable: [{ criterionId: 'copies', reason: 'Không làm' }],
      }),
    ])
    const { total, rows } = compareAgencies(group, ['a', 'b'])
    // 19 of 20 and 15 of 16: 95 − 93.75
    expect(total.distance).toEqual({ ahead: ['a'], last: ['b'], percentPoints: '1.25', points: null })
    expect(rows[3]).toMatchObject({ cells: [{}, { state: 'notApplicable', behind: null }], distance: null })
  })
})

test('a group whose rows and columns do not belong together is refused', () => {
  const group = groupOf([agency('a', figures('9', '2', '4', '10')), agency('b', figures('1', '2', '4', '1'))])
  const broken = { ...group, rows: group.rows.map(row => ({ ...row, cells: [] })) }
  expect(() => compareAgencies(broken, ['a', 'b'])).toThrow('"a" has no cell at "area"')
})
