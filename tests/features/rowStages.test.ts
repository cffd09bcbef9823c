import { expect, test } from 'vitest'
import { rowStages } from '../../src/features/agencies/rowStages.ts'
import type { CohortGroup, CohortRow } from '../../src/model/cohort.ts'
import type { Stage } from '../../src/model/submission.ts'

const groupAt = (...stages: readonly Stage[]): Pick<CohortGroup, 'rows'> => ({
  rows: stages.map(stage => ({ stage }) as CohortRow),
})

test.each([null, 'closed'] as const)(
  'rows that all stand at the stage asked for (%s) need no words',
  asked => {
    expect(rowStages(groupAt('closed', 'closed'), asked, 'vi')).toEqual({ names: 'chốt', note: null })
  },
)

test('a stage nobody stood at is not what the points are called', () => {
  expect(rowStages(groupAt(...Array(20).fill('closed')), 'selfAssessment', 'vi')).toEqual({
    names: 'chốt',
    note: '20\u00a0đơn vị không có giai đoạn tự chấm, lấy giai đoạn hiện có: chốt.',
  })
  expect(rowStages(groupAt('closed'), 'selfAssessment', 'en').note).toBe(
    '1 agency has no self-assessment; shown as it stands: closed.',
  )
})

test('a stage only some stood at: how many are read at another one', () => {
  expect(rowStages(groupAt('closed', 'firstReview', 'explanation'), 'firstReview', 'vi')).toEqual({
    names: 'thẩm định lần 1, giải trình, chốt',
    note: '2\u00a0đơn vị không có giai đoạn thẩm định lần 1, lấy giai đoạn hiện có: giải trình, chốt.',
  })
})

test('rows that differ without a wish: how many stand where', () => {
  expect(rowStages(groupAt('closed', 'selfAssessment', 'closed'), null, 'vi').note).toBe(
    'Các đơn vị không cùng giai đoạn: 1\u00a0đơn vị ở giai đoạn tự chấm, 2\u00a0đơn vị ở giai đoạn chốt.',
  )
})

test('nobody with points: no stage to name', () => {
  expect(rowStages(groupAt(), 'closed', 'vi')).toEqual({ names: null, note: null })
})
