import { describe, expect, test } from 'vitest'
import { isReviewed } from '../../../src/scoring/review/reviewItem.ts'
import { agree, aPen, correction, figures, points } from './ledgerBuilders.ts'
import { review } from './reviewBuilders.ts'

const itemOf = (pen: ReturnType<typeof aPen>, nodeId: string) =>
  review({ entries: pen.entries }).itemOf(nodeId)

describe('a leaf under review', () => {
  test('shows claim, rule, what stands and the exact difference', () => {
    const pen = aPen()
    expect(itemOf(pen, 'a')).toMatchObject({
      status: 'open',
      isDone: false,
      claimed: '9',
      computed: { from: '7.5', to: '7.5' },
      standing: { from: '9', to: '9' },
      stood: '9',
      difference: '0',
    })
    pen.decide('a', { kind: 'byRule' })
    expect(itemOf(pen, 'a')).toMatchObject({
      status: 'changed',
      isDone: true,
      standing: { from: '7.5', to: '7.5' },
      difference: '-1.5',
    })
  })

  test('is open, not zero, while nobody gave its points', () => {
    expect(itemOf(aPen(), 'c')).toMatchObject({
      claimed: null,
      standing: { from: '0', to: '4' },
      stood: null,
      difference: null,
    })
  })

  test('is agreed, changed or not applicable as it was decided', () => {
    const pen = aPen()
    pen.decide('a', agree, { from: '9', to: '9' })
    pen.decide('d', points('1'), { from: '2', to: '1' })
    pen.decide('b', { kind: 'notApplicable' }, { from: '2.5' })
    const { itemOf: of } = review({ entries: pen.entries })
    expect(['a', 'd', 'b'].map(id => of(id).status)).toEqual(['agreed', 'changed', 'notApplicable'])
    expect(of('b')).toMatchObject({ standing: null, difference: null, isDone: true })
  })

  test('waits for the agency, then for whoever reads its answer', () => {
    const pen = aPen()
    pen.request('phieu', ['a'])
    pen.answer('phieu', ['a'])
    const ask = pen.decide('a', { kind: 'ask', question: 'Vì sao?' })
    expect(itemOf(pen, 'a')).toMatchObject({ status: 'asked', isDone: false })
    pen.answer('phieu', ['a'])
    expect(itemOf(pen, 'a')).toMatchObject({ status: 'answered', isDone: false })
    pen.decide('a', agree, { over: [ask.id], from: '9', to: '9' })
    expect(itemOf(pen, 'a')).toMatchObject({ status: 'agreed', isDone: true })
  })

  test('is in conflict while two reviewers say different things', () => {
    const [hoa, nam] = [aPen('hoa'), aPen('nam')]
    hoa.decide('d', points('1'), { from: '2' })
    nam.decide('d', points('3'), { from: '2' })
    const { itemOf: of, pointsOf } = review({ entries: [...hoa.entries, ...nam.entries] })
    expect(of('d')).toMatchObject({ status: 'conflict', isDone: false })
    expect(pointsOf('d')).toBe('2')
  })

  test('an agreement gets stale when a figure it rests on is corrected elsewhere, and counts by the new figure', () => {
    const pen = aPen()
    pen.decide('b', agree, { from: '2.5', to: '2.5' })
    expect(itemOf(pen, 'b').status).toBe('agreed')
    pen.decide('a', figures(correction('done', '30', '24')), { from: '9', to: '6' })
    expect(itemOf(pen, 'b')).toMatchObject({
      status: 'stale',
      isDone: false,
      stood: '2',
      standing: { from: '2', to: '2' },
    })
  })

  test('an agreement made after the correction is not stale', () => {
    const pen = aPen()
    pen.decide('a', figures(correction('done', '30', '24')), { from: '9', to: '6' })
    pen.decide('b', agree, { from: '2', to: '2' })
    expect(itemOf(pen, 'b')).toMatchObject({ status: 'agreed', isDone: true })
  })

  test('an agreement with the first result gets stale when that is decided anew', () => {
    const pen = aPen()
    const first = pen.decide('d', points('1'), { from: '2', to: '1' })
    pen.decide('d', agree, { stage: 'secondReview', from: '1', to: '1' })
    expect(itemOf(pen, 'd').status).toBe('agreed')
    pen.decide('d', points('3'), { from: '2', to: '3', over: [first.id] })
    expect(itemOf(pen, 'd')).toMatchObject({ status: 'stale', standing: { from: '3', to: '3' } })
  })

  test('in the second round only what the first left open is work, or what is taken up again', () => {
    const pen = aPen()
    pen.deadline('firstReview', '2026-11-09T17:00:00+07:00')
    const early = { at: '2026-11-08T02:00:00.000Z' }
    pen.decide('a', agree, { from: '9', to: '9' }, early)
    pen.decide('b', { kind: 'ask', question: 'Vì sao?' }, {}, early)
    const { itemOf: of, form } = review({ entries: pen.entries })
    const work = form.areas
      .flatMap(area => area.items)
      .filter(item => isReviewed(item, of(item.nodeId), 'secondReview'))
    expect(work.map(item => item.nodeId)).toEqual(['b', 'c', 'd', 'k'])
    expect(of('a')).toMatchObject({ status: 'agreed', isDone: false })
  })
})
