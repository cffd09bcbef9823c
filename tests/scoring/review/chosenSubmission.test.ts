import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { VersionPick } from '../../../src/model/review.ts'
import { carryToRound } from '../../../src/scoring/review/carryToRound.ts'
import { chosenPrevious, chosenSubmission } from '../../../src/scoring/review/chosenSubmission.ts'
import { otherVersion } from '../../server/demoPackages.ts'
import { aVersion, document, entered, receivedAs, rules, sha } from './versionBuilders.ts'

const [a, b, c] = ['a', 'b', 'c'].map(sha) as [string, string, string]
const choose = (received: ReturnType<typeof receivedAs>, picks: readonly VersionPick[] = [], base = a) =>
  chosenSubmission({ base, picks }, received, rules)

describe('one file', () => {
  test('is read as it came', () => {
    const first = aVersion({ values: [entered('vb-phai-xu-ly', '10')] })
    expect(choose(receivedAs({ a: first }))).toBe(first)
  })

  test('that is not here is not read', () => {
    expect(choose(receivedAs({}))).toBeNull()
  })

  test('of another rule set is not read', () => {
    expect(choose(receivedAs({ a: aVersion({ ruleSetId: 'par-index-2022' }) }))).toBeNull()
  })
})

describe('single fields of another file', () => {
  const first = aVersion({ values: [entered('m1', '10'), entered('m2', '20'), entered('m3', '30')] })

  test('a figure takes the place of the one it replaces', () => {
    const second = aVersion({ values: [entered('m1', '11'), entered('m2', '21'), entered('m3', '31')] })
    const chosen = choose(receivedAs({ a: first, b: second }), [{ part: 'value', id: 'm2', from: b }])
    expect(chosen?.values).toEqual([entered('m1', '10'), entered('m2', '21'), entered('m3', '30')])
  })

  test('a figure the other file does not have goes, and is missing then, not zero', () => {
    const second = aVersion({ values: [entered('m1', '11')] })
    const chosen = choose(receivedAs({ a: first, b: second }), [{ part: 'value', id: 'm2', from: b }])
    expect(chosen?.values.map(value => value.metricId)).toEqual(['m1', 'm3'])
  })

  test('the last pick of a field stands', () => {
    const received = receivedAs({
      a: first,
      b: aVersion({ values: [entered('m1', '11')] }),
      c: aVersion({ values: [entered('m1', '12')] }),
    })
    const chosen = choose(received, [
      { part: 'value', id: 'm1', from: b },
      { part: 'value', id: 'm1', from: c },
    ])
    expect(chosen?.values[0]).toEqual(entered('m1', '12'))
  })

  test('a claim replaces the claims of its criterion and no other', () => {
    const claim = (criterionId: string, points: string) =>
      ({ criterionId, stage: 'selfAssessment', points }) as const
    const one = aVersion({ decisions: [claim('x', '1'), claim('y', '2')] })
    const other = aVersion({ decisions: [claim('x', '1.5'), claim('y', '0')] })
    const chosen = choose(receivedAs({ a: one, b: other }), [{ part: 'claim', id: 'x', from: b }])
    expect(chosen?.decisions).toEqual([claim('x', '1.5'), claim('y', '2')])
    const without = choose(receivedAs({ a: one, b: aVersion() }), [{ part: 'claim', id: 'x', from: b }])
    expect(without?.decisions).toEqual([claim('y', '2')])
  })

  test('exemptions and explanations go criterion by criterion', () => {
    const one = aVersion({
      notApplicable: [{ criterionId: 'x', reason: 'chưa đến kỳ' }],
      explanations: [{ criterionId: 'x', text: 'cũ' }],
    })
    const other = aVersion({ explanations: [{ criterionId: 'x', text: 'mới' }] })
    const chosen = choose(receivedAs({ a: one, b: other }), [
      { part: 'notApplicable', id: 'x', from: b },
      { part: 'explanation', id: 'x', from: b },
    ])
    expect(chosen?.notApplicable).toBeUndefined()
    expect(chosen?.explanations).toEqual([{ criterionId: 'x', text: 'mới' }])
  })
})

describe('evidence of one criterion', () => {
  const pick: readonly VersionPick[] = [{ part: 'evidence', id: 'x', from: b }]

  test('what a document backs elsewhere, it goes on backing', () => {
    const received = receivedAs({
      a: aVersion({ evidence: [document('t1', ['x', 'y']), document('t2', ['x'])] }),
      b: aVersion({ evidence: [document('t3', ['x', 'z'])] }),
    })
    expect(choose(received, pick)?.evidence).toEqual([document('t1', ['y']), document('t3', ['x'])])
  })

  test('the same document in both files stays one', () => {
    const received = receivedAs({
      a: aVersion({ evidence: [document('t1', ['y'])] }),
      b: aVersion({ evidence: [document('t1', ['x', 'y'])] }),
    })
    expect(choose(received, pick)?.evidence).toEqual([document('t1', ['y', 'x'])])
  })

  test('two documents of one id both stay, under ids of their own', () => {
    const received = receivedAs({
      a: aVersion({ evidence: [document('t1', ['y'], 'Quyết định 12')] }),
      b: aVersion({ evidence: [document('t1', ['x'], 'Quyết định 15')] }),
    })
    const evidence = choose(received, pick)?.evidence ?? []
    expect(evidence.map(item => item.title)).toEqual(['Quyết định 12', 'Quyết định 15'])
    expect(new Set(evidence.map(item => item.id)).size).toBe(2)
  })
})

describe('a file of another version of the rules', () => {
  const older = otherVersion(rules, '2')
  const sent = aVersion({
    ruleSetVersion: '2',
    values: [entered('hs-tiep-nhan', '100'), entered('bo-di', '5')],
    evidence: [document('t1', ['khong-con'])],
  })
  const carried = carryToRound(sent, sent, older, rules)
  const received = receivedAs({ a: { submission: sent, previous: sent, carried } })

  test('counts for nothing until somebody has it carried over', () => {
    expect(choose(received)).toBeNull()
    expect(chosenPrevious({ base: a, picks: [] }, received, rules)).toBeNull()
  })

  test('is read under the rules of the round where the choice says so; what they do not know is left out', () => {
    const chosen = chosenSubmission({ base: a, picks: [], carried: true }, received, rules)
    expect(chosen?.ruleSetVersion).toBe(rules.version)
    expect(chosen?.values).toEqual([entered('hs-tiep-nhan', '100')])
    expect(chosen?.evidence).toEqual([])
    expect(chosenPrevious({ base: a, picks: [], carried: true }, received, rules)?.ruleSetVersion).toBe('3')
  })

  test('gives no single field either where nobody said so', () => {
    const both = receivedAs({ a: aVersion(), b: { submission: sent, previous: null, carried } })
    const pick = { part: 'value', id: 'hs-tiep-nhan', from: b } as const
    expect(choose(both, [pick])).toBeNull()
    const chosen = chosenSubmission({ base: a, picks: [pick], carried: true }, both, rules)
    expect(chosen?.values).toEqual([entered('hs-tiep-nhan', '100')])
  })
})

test('picks from a file that is not here leave nothing to read: half a choice is none', () => {
  const received = receivedAs({ a: aVersion({ values: [entered('m1', '1')] }) })
  expect(choose(received, [{ part: 'value', id: 'm1', from: b }])).toBeNull()
})

test('property: picking every figure of another file gives its figures, in whatever order they are picked', () => {
  const figures = fc.dictionary(fc.constantFrom('m1', 'm2', 'm3', 'm4', '__proto__'), fc.nat(999), {
    noNullPrototype: true,
  })
  fc.assert(
    fc.property(figures, figures, fc.nat(), (one, other, turn) => {
      const values = (figure: Readonly<Record<string, number>>) =>
        Object.entries(figure).map(([id, value]) => entered(id, String(value)))
      const ids = [...new Set([...Object.keys(one), ...Object.keys(other)])]
      const at = ids.length > 0 ? turn % ids.length : 0
      const picks = [...ids.slice(at), ...ids.slice(0, at)].map(
        (id): VersionPick => ({ part: 'value', id, from: b }),
      )
      const received = receivedAs({
        a: aVersion({ values: values(one) }),
        b: aVersion({ values: values(other) }),
      })
      const said = (list: ReturnType<typeof values>) => list.map(each => JSON.stringify(each)).toSorted()
      expect(said([...(choose(received, picks)?.values ?? [])])).toEqual(said(values(other)))
    }),
  )
})
