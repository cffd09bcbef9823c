import { describe, expect, test } from 'vitest'
import type { Agency } from '../../../src/model/agency.ts'
import type { ReceivedSubmission } from '../../../src/model/review.ts'
import type { RuleSet } from '../../../src/model/ruleSet.ts'
import type { Submission } from '../../../src/model/submission.ts'
import { foldLedger } from '../../../src/scoring/review/foldLedger.ts'
import { createReviewer, type Reviewer } from '../../../src/state/review/createReviewer.ts'
import { aCriterion, aRatioRule, aRuleSet, aSubmission } from '../../scoring/builders.ts'
import { agree, aPen, aRound, correction, figures, points, sha } from '../../scoring/review/ledgerBuilders.ts'
import { handedIn, rules } from '../../scoring/review/reviewBuilders.ts'

const agencyIds = ['so-mot', 'so-hai', 'xa-mot']
const agencies = new Map(
  agencyIds.map((id): [string, Agency] => [
    id,
    { id, code: null, name: id, level: id === 'xa-mot' ? 'commune' : 'department' },
  ]),
)

/** A page on which agencies hand in and reviewers write. */
function aPage({
  ruleSet = rules,
  published = new Map<string, Submission>(),
}: {
  ruleSet?: RuleSet
  published?: ReadonlyMap<string, Submission> | null
} = {}) {
  const pen = aPen()
  const received = new Map<string, ReceivedSubmission>()
  const reviewer: Reviewer = createReviewer()
  const handIn = (agencyId: string, submission: Submission = handedIn({ agencyId }), name = agencyId) => {
    received.set(sha(name), { sha256: sha(name), submission, previous: null })
    return pen.receive(agencyId, name)
  }
  const take = (now = '2026-11-10T02:00:00.000Z', before = published) =>
    reviewer.take({
      state: foldLedger(aRound(), pen.entries),
      ruleSet,
      received: new Map(received),
      agencies,
      published: before,
      workloadMetricId: null,
      now,
    })
  const view = (now?: string) => {
    take(now)
    while (reviewer.work(() => true));
    return reviewer.view()
  }
  const total = (agencyId = 'so-mot') => view().agencies.get(agencyId)?.sheet.total.points
  return { pen, handIn, take, view, total, reviewer }
}

describe('a round being scored', () => {
  test('an agency that handed nothing in has no score: it is not there, not zero', () => {
    const page = aPage()
    page.handIn('so-mot')
    const view = page.view()
    expect([...view.agencies.keys()]).toEqual(['so-mot'])
    expect(view.scoring).toEqual({ done: 1, of: 1 })
  })

  test('an agency whose version nobody chose is not scored by a guess', () => {
    const page = aPage()
    page.handIn('so-mot')
    page.handIn('so-mot', handedIn(), 'ban-hai')
    expect(page.view().agencies.size).toBe(0)
  })

  test('the page gets its turn between agencies, and what is done is there already', () => {
    const page = aPage()
    for (const id of agencyIds) page.handIn(id)
    page.take()
    expect(page.reviewer.view().scoring).toEqual({ done: 0, of: 3 })
    const counts: number[] = []
    while (page.reviewer.work(() => false)) counts.push(page.reviewer.view().agencies.size)
    expect(new Set(counts)).toEqual(new Set([0, 1, 2, 3]))
    expect(page.reviewer.view().scoring).toEqual({ done: 3, of: 3 })
  })

  test('what no line touched stays the very same object', () => {
    const page = aPage()
    for (const id of agencyIds) page.handIn(id)
    const before = page.view()
    page.pen.decide('d', points('1'), { from: '2', to: '1' })
    const after = page.view()
    expect(after.agencies.get('so-hai')).toBe(before.agencies.get('so-hai'))
    expect(after.agencies.get('xa-mot')).toBe(before.agencies.get('xa-mot'))
    const [was, now] = [before.agencies.get('so-mot'), after.agencies.get('so-mot')]
    expect(now).not.toBe(was)
    expect(now?.items.get('a')).toBe(was?.items.get('a'))
    expect(now?.nodes.get('a')).toBe(was?.nodes.get('a'))
    expect(now?.checks).toBe(was?.checks)
    expect(now?.selfSheet).toBe(was?.selfSheet)
    expect(now?.items.get('d')).not.toBe(was?.items.get('d'))
  })

  test('a line, its undo, and another file come to the same as scoring anew', () => {
    const page = aPage()
    page.handIn('so-mot')
    page.view()
    const line = page.pen.decide('a', figures(correction('done', '30', '24')))
    page.view()
    page.pen.withdraw(line.id)
    page.pen.write({ kind: 'setAside', sha256: sha('so-mot'), reason: 'Gửi nhầm' })
    page.handIn('so-mot', handedIn({ decisions: undefined }), 'ban-hai')
    // a by rule 7,5; b 2,5; k 2; d nobody claims.
    expect(page.total()).toEqual({ kind: 'known', from: '12', to: '25' })
  })

  test('a submission that cannot be scored is left out and named, the others are scored', () => {
    const page = aPage()
    page.handIn('so-mot', handedIn({ values: [{ metricId: 'done', state: 'entered', value: 'hỏng' }] }))
    page.handIn('so-hai')
    const view = page.view()
    expect([...view.agencies.keys()]).toEqual(['so-hai'])
    expect([...(view.unscored?.keys() ?? [])]).toEqual(['so-mot'])
    expect(view.scoring).toEqual({ done: 2, of: 2 })
  })

  test('nothing is scored before the period before is known, so that nothing is scored twice', () => {
    const page = aPage({ published: null })
    page.handIn('so-mot')
    expect(page.view().agencies.size).toBe(0)
    page.take('2026-11-10T02:00:00.000Z', new Map())
    while (page.reviewer.work(() => true));
    expect(page.reviewer.view().agencies.size).toBe(1)
  })

  test('points of the period before stand beside', () => {
    const published = new Map([
      ['so-mot', handedIn({ period: '2025', figures: { done: '20', all: '40', other: '60' } })],
    ])
    const page = aPage({ published })
    page.handIn('so-mot')
    const items = page.view().agencies.get('so-mot')?.items
    // 20/60 of 5 is 1,67; a was claimed at 9 in both.
    expect([items?.get('b')?.before, items?.get('a')?.before]).toEqual(['1.67', '9'])
  })
})

describe('the clock', () => {
  test('moves the round on to the second review, without a point changing', () => {
    const page = aPage()
    page.handIn('so-mot')
    page.pen.deadline('firstReview', '2026-11-25T17:00:00+07:00')
    page.pen.decide('d', points('1'), { from: '2', to: '1' })
    const before = page.view('2026-11-25T10:00:00.000Z')
    const after = page.view('2026-11-25T10:00:00.001Z')
    expect([before.stage, after.stage]).toEqual(['firstReview', 'secondReview'])
    expect([before, after].map(each => each.agencies.get('so-mot')?.items.get('d')?.isDone)).toEqual([
      true,
      false,
    ])
    expect(after.agencies.get('so-mot')?.sheet).toBe(before.agencies.get('so-mot')?.sheet)
  })
})

describe('progress', () => {
  test('counts what reviewers decide: not what a survey gives', () => {
    const page = aPage()
    page.handIn('so-mot')
    page.pen.decide('d', points('1'), { from: '2', to: '1' })
    page.pen.decide('a', { kind: 'ask', question: 'Vì sao?' })
    expect(page.view().agencies.get('so-mot')?.progress).toEqual({ of: 5, done: 1, asked: 1, conflicts: 0 })
  })
})

describe('peers', () => {
  test('are of the same group only, and follow what is decided', () => {
    const page = aPage()
    page.handIn('so-mot')
    page.handIn('so-hai', handedIn({ agencyId: 'so-hai', figures: { done: '6', all: '40', other: '60' } }))
    page.handIn('xa-mot')
    expect(page.view().peersAt('cac-so', 'b')).toEqual({
      lowest: '0.5',
      median: '1.5',
      highest: '2.5',
      of: 2,
    })
    expect(page.view().peersAt('cac-xa', 'b')).toBeNull()
    page.pen.decide('b', figures(correction('done', '30', '18')))
    expect(page.view().peersAt('cac-so', 'b')).toEqual({ lowest: '0.5', median: '1', highest: '1.5', of: 2 })
  })
})

describe('rules that compare agencies', () => {
  const comparing = aRuleSet({
    criteria: [
      aCriterion({
        id: 'm',
        maxPoints: '10',
        rule: { kind: 'shareOfBest', measure: { of: 'value', metric: 'amount' }, whenAllZero: 'zero' },
      }),
      aCriterion({ id: 'r', maxPoints: '5', rule: aRatioRule() }),
    ],
  })
  const submission = (agencyId: string, amount: string) =>
    aSubmission({ agencyId, figures: { amount, done: '1', all: '1' } })

  test('score everybody again when the best is corrected', () => {
    const page = aPage({ ruleSet: comparing })
    page.handIn('so-mot', submission('so-mot', '80'))
    page.handIn('so-hai', submission('so-hai', '40'))
    // 40 of 80 is half of 10 points, and 5 for the rest.
    expect(page.total('so-hai')).toEqual({ kind: 'known', from: '10', to: '10' })
    page.pen.decide('m', figures(correction('amount', '80', '50')))
    expect(page.total('so-hai')).toEqual({ kind: 'known', from: '13', to: '13' })
    expect(page.total('so-mot')).toEqual({ kind: 'known', from: '15', to: '15' })
  })

  test('an agreement stands though the others move', () => {
    const page = aPage({ ruleSet: comparing })
    page.handIn('so-mot', submission('so-mot', '80'))
    page.handIn('so-hai', submission('so-hai', '40'))
    page.pen.decide('r', agree, { agencyId: 'so-hai', from: '5', to: '5' })
    page.pen.decide('m', figures(correction('amount', '80', '50')))
    expect(page.view().agencies.get('so-hai')?.items.get('r')?.status).toBe('agreed')
  })
})
