import { describe, expect, test } from 'vitest'
import { formOf } from '../../../src/scoring/form/formOf.ts'
import { findingsOf } from '../../../src/state/review/findingsOf.ts'
import { score } from '../../scoring/builders.ts'
import { rulesSha } from '../../scoring/review/ledgerBuilders.ts'
import { handedIn, rules } from '../../scoring/review/reviewBuilders.ts'

const findings = (parts: Parameters<typeof handedIn>[0] = {}, peers: readonly string[] = []) => {
  const submission = handedIn(parts)
  return findingsOf({
    submission,
    sheet: score(rules, submission),
    ruleSet: rules,
    sha256: rulesSha,
    form: formOf(rules, null),
    receivedAt: '2027-01-05T02:00:00.000Z',
    previous: null,
    peers: peers.map(done => handedIn({ figures: { done, all: '40', other: '60' } })),
  }).findings
}
const codesAt = (nodeId: string, parts?: Parameters<typeof handedIn>[0], peers?: readonly string[]) =>
  findings(parts, peers).flatMap(each => (each.place.nodeId === nodeId ? [each.code] : []))

describe('checks of what came in', () => {
  test('doubt what the agency itself would have been asked about', () => {
    expect(codesAt('a')).toContain('claim-above-computed')
    const more = { figures: { done: '41', all: '40', other: '60', ideas: '2' } }
    expect(codesAt('a', more)).toContain('numerator-above-denominator')
  })

  test('a doubt that the agency let stand carries its reason', () => {
    const [open] = findings().filter(each => each.code === 'claim-above-computed')
    if (!open) throw new Error('the claim was not doubted')
    const accepted = [
      { findingId: open.id, criterionId: 'a', finding: open.text.vi, reason: 'Có biên bản thống nhất' },
    ]
    const again = findings({ accepted }).find(each => each.id === open.id)
    expect([open.accepted, again?.accepted]).toEqual([null, 'Có biên bản thống nhất'])
  })

  test('a number that every other agency reports alike is told', () => {
    const alike = (peers: readonly string[]) =>
      findings({}, peers).some(each => each.code === 'same-everywhere' && each.place.metricId === 'done')
    expect([alike(['30', '30', '30']), alike(['30', '30', '29'])]).toEqual([true, false])
  })

  test('a file of the rules of the round is never told that the rules changed', () => {
    expect(findings().map(each => each.code)).not.toContain('rule-set-changed')
  })
})
