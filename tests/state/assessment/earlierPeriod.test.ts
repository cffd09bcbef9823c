import { expect, test } from 'vitest'
import { draftsBefore } from '../../../src/state/assessment/earlierPeriod.ts'
import { aDraft } from '../draftBuilders.ts'

const subject = { ruleSetId: 'mau-tinh-cqs', agencyId: 'mh-phuong-ngan-minh', period: '2026-11' }

test('earlier drafts of the agency and rule set, the latest period and then the latest change first', () => {
  const of = (id: string, parts: Parameters<typeof aDraft>[0]) => aDraft({ id, ...parts })
  const drafts = [
    of('09', { period: '2026-09', updatedAt: '2026-11-20T00:00:00.000Z' }),
    of('10-old', { period: '2026-10', updatedAt: '2026-11-01T00:00:00.000Z' }),
    of('10-new', { period: '2026-10', updatedAt: '2026-11-02T00:00:00.000Z' }),
    of('same', { period: '2026-11' }),
    of('later', { period: '2026-12' }),
    of('quarter', { period: '2026-Q3' }),
    of('another', { period: '2026-10', agencyId: 'mh-so-xay-dung' }),
    of('rules', { period: '2026-10', ruleSet: { id: 'khac', version: '1', sha256: '' } }),
  ]
  expect(draftsBefore(drafts, subject).map(each => each.id)).toEqual(['10-new', '10-old', '09'])
})
