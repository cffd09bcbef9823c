import { describe, expect, test } from 'vitest'
import { submissionsOf } from '../../../src/model/submission.ts'
import { lintSubmission } from '../../../src/scoring/lint/lintSubmission.ts'
import { loadData } from '../../data/dataFiles.ts'
import { agree, aPen, aRound, correction, figures, points } from './ledgerBuilders.ts'
import { review } from './reviewBuilders.ts'

const data = loadData()
const ruleSet = data.ruleSets.find(each => each.id === 'mau-tinh-cqs')
const submission = data.tables
  .flatMap(submissionsOf)
  .find(
    each =>
      each.ruleSetId === 'mau-tinh-cqs' && each.period === '2026-10' && each.agencyId === 'mh-vp-ubnd-tinh',
  )
if (!ruleSet || !submission) throw new Error('the demonstration province is not shipped')

const round = aRound({
  ruleSet: { id: 'mau-tinh-cqs', version: '3', sha256: 'a'.repeat(64) },
  period: '2026-10',
  groups: [{ groupId: 'cac-so', name: 'Các sở', agencyIds: ['mh-vp-ubnd-tinh'] }],
  provenance: submission.provenance,
})
const own = { agencyId: 'mh-vp-ubnd-tinh' }
const reviewWith = (pen: ReturnType<typeof aPen>) => {
  const entries = pen.entries
  return review({ entries, submission, ruleSet, round, agencyId: 'mh-vp-ubnd-tinh', level: 'department' })
}
const exactly = (value: string) => ({ kind: 'known', from: value, to: value })

describe('a department of the demonstration province', () => {
  test('a corrected count moves its leaf and the total by the same hundredths', () => {
    const pen = aPen()
    expect(reviewWith(pen).sheet.total.points).toEqual(exactly('54.43'))
    // 191 of 258 is 74,03%, 180 of 258 is 69,77%; full points from 80%: 5,55 and 5,23 of 6.
    pen.decide('van-ban-mang', figures(correction('vb-xu-ly-mang', '191', '180')), { ...own, from: '5.55' })
    const { sheet, pointsOf, submission: reviewed } = reviewWith(pen)
    expect(pointsOf('van-ban-mang')).toBe('5.23')
    expect(sheet.total.points).toEqual(exactly('54.11'))
    expect(lintSubmission(reviewed, ruleSet, 'ho-so.json')).toEqual([])
  })

  test('the denominator of a share counts as well as its numerator', () => {
    const pen = aPen()
    // 6 of 14 received is 42,86% and earns 8,57 of 10; of 12 received it is half, where full points begin.
    pen.decide('ho-so-truc-tuyen', figures(correction('hs-tiep-nhan', '14', '12')), own)
    const { pointsOf, steps } = reviewWith(pen)
    expect(pointsOf('ho-so-truc-tuyen')).toBe('10')
    expect([...steps.firstReview.refused]).toEqual([])
  })

  test('every leaf agreed to changes no point, whatever was not incurred', () => {
    const before = reviewWith(aPen())
    const pen = aPen()
    for (const { nodeId } of before.form.areas.flatMap(area => area.items)) {
      const { stood, freedom } = before.itemOf(nodeId)
      if (stood !== null && stood !== undefined && freedom.kind !== 'survey')
        pen.decide(nodeId, agree, { ...own, from: stood, to: stood })
    }
    const { sheet, submission: reviewed } = reviewWith(pen)
    expect(sheet.total.points).toEqual(before.sheet.total.points)
    expect(sheet.total.maxPoints).toBe(before.sheet.total.maxPoints)
    expect(sheet.total.notIncurredLeaves).toBe(before.sheet.total.notIncurredLeaves)
    expect(sheet.total.bandIds).toEqual(before.sheet.total.bandIds)
    expect(lintSubmission(reviewed, ruleSet, 'ho-so.json')).toEqual([])
  })

  test('what is for communes alone takes no points here', () => {
    const pen = aPen()
    pen.decide('chung-thuc-dien-tu', points('1'), own)
    expect(reviewWith(pen).itemOf('chung-thuc-dien-tu').invalid?.vi).toContain('xã')
  })
})
