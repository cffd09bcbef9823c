import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { decodeRuleSet, decodeSubmissions } from '../../src/io/decode.ts'
import type { Decoded } from '../../src/model/problem.ts'
import { scoreSubmission } from '../../src/scoring/scoreSubmission.ts'
import { countByHand, totalByHand } from '../server/handCount.ts'

const read = <T>(path: string, decode: (text: string, file: string) => Decoded<T>): T => {
  const decoded = decode(readFileSync(`data/${path}`, 'utf8'), path)
  if (!decoded.ok) throw new Error(path)
  return decoded.value
}
const ruleSet = read('rule-sets/mau-tinh-cqs.json', decodeRuleSet)

test.each(['2026-09', '2026-10'])('paper and calculator come to what the engine says of %s', period => {
  const submissions = read(`submissions/mau-tinh-cqs/${period}.json`, decodeSubmissions)
  for (const submission of submissions.filter(each => each.submittedOn !== undefined)) {
    const plain = { ...submission, decisions: [] }
    const sheet = scoreSubmission(ruleSet, plain, '2026-01-01T00:00:00.000Z', { previous: null })
    const figures = new Map(plain.values.map(value => [value.metricId, value]))
    const exempt = new Set((plain.notApplicable ?? []).map(each => each.criterionId))
    const counted = countByHand(figures, exempt)
    for (const node of sheet.nodes.filter(each => each.isLeaf)) {
      const { outcome } = node
      const ours = counted.get(node.criterionId)
      const theirs =
        outcome?.kind === 'scored'
          ? Math.round(Number(outcome.points) * 100)
          : outcome?.kind === 'notApplicable'
            ? null
            : 'missing'
      expect([plain.agencyId, node.criterionId, ours]).toEqual([plain.agencyId, node.criterionId, theirs])
    }
    const total = totalByHand(counted)
    if (total && sheet.total.points.kind === 'known') {
      expect(sheet.total.points.from).toBe(sheet.total.points.to)
      expect(total.points).toBe(Math.round(Number(sheet.total.points.from) * 100))
      expect(total.max).toBe(Math.round(Number(sheet.total.maxPoints) * 100))
    }
  }
})
