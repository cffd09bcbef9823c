import { describe, expect, test } from 'vitest'
import type { LedgerAct, LedgerEntry, Verdict } from '../../../src/model/review.ts'
import { type BulkPlan, bulkChunk, planBulk, writeBulk } from '../../../src/state/review/bulkAgree.ts'
import { totalOf } from '../../../src/state/review/deskFacts.ts'
import { stillCounting, undoStep, withdrawActs } from '../../../src/state/review/undoStep.ts'
import { decideAct, previewVerdict, verdictFaults } from '../../../src/state/review/verdicts.ts'
import {
  aDecision,
  type DeskRound,
  deskRound,
  deskSubmission,
  merged,
  openDesk,
  reviewDesk,
  written,
} from './deskRound.ts'

const me = 'Lê Thị Bình'
/** The builder names pens after whoever writes. */
const here = { pens: new Set([me]), begins: new Set<string>() }

/** What a screen would have at hand for one item of the first agency. */
function at(desk: DeskRound, criterionId: string, agencyId = 'co-quan-1') {
  const open = openDesk(desk, me)
  return { open, review: reviewDesk(open, desk.agencies), agencyId, criterionId }
}

function act(desk: DeskRound, criterionId: string, verdict: Verdict, reason: string | null = 'Căn cứ sổ') {
  const made = decideAct(at(desk, criterionId), { verdict, reason })
  if (!made) throw new Error(`no line for ${criterionId}`)
  return made
}

const item = (desk: DeskRound, criterionId: string) => {
  const place = at(desk, criterionId)
  const found = place.review.agencies.get(place.agencyId)?.items.get(criterionId)
  if (!found) throw new Error(`no item ${criterionId}`)
  return found
}

/** 80 of 100 instead of 90. */
const eighty: Verdict = {
  kind: 'figures',
  figures: [
    {
      metricId: 'online',
      was: { state: 'entered', value: '90' },
      to: { state: 'entered', value: '80' },
    },
  ],
}

describe('what keeps a verdict from being written', () => {
  const desk = deskRound()

  test('agreeing needs no reason', () => {
    expect(verdictFaults(at(desk, 'I.1'), { verdict: { kind: 'agree' }, reason: null })).toEqual([])
  })

  test.each<[string, Verdict]>([
    ['figures', eighty],
    ['notApplicable', { kind: 'notApplicable' }],
  ])('%s needs a reason, and blanks are none', (_, verdict) => {
    for (const reason of [null, '', '  \n'])
      expect(verdictFaults(at(desk, 'I.1'), { verdict, reason }).map(each => each.field)).toEqual(['reason'])
    expect(verdictFaults(at(desk, 'I.1'), { verdict, reason: 'sổ tiếp nhận' })).toEqual([])
  })

  test('a question must ask something', () => {
    const ask = (question: string) =>
      verdictFaults(at(desk, 'I.1'), { verdict: { kind: 'ask', question }, reason: null })
    expect(ask(' ').map(each => each.field)).toEqual(['question'])
    expect(ask('Căn cứ nào?')).toEqual([])
  })

  // judged from 0 to 4 in steps of 0,5
  test.each([
    ['-0.5', ['points']],
    ['0', []],
    ['3.5', []],
    ['3.75', ['points']],
    ['4', []],
    ['4.5', ['points']],
  ])('%s points where 0 to 4 in halves can be given', (points, faults) => {
    const found = verdictFaults(at(desk, 'II.1'), { verdict: { kind: 'points', points }, reason: 'xem' })
    expect(found.map(each => each.field)).toEqual(faults)
  })

  test('points of a rule cannot be given freely', () => {
    const found = verdictFaults(at(desk, 'I.1'), {
      verdict: { kind: 'points', points: '5' },
      reason: 'xem',
    })
    expect(found.map(each => each.field)).toEqual(['points'])
  })

  test('a wrong figure is named at its field, next to the missing reason', () => {
    const verdict: Verdict = {
      kind: 'figures',
      figures: [
        { metricId: 'online', was: { state: 'missing' }, to: { state: 'entered', value: '-3' } },
        { metricId: 'filed', was: { state: 'missing' }, to: { state: 'entered', value: '100' } },
      ],
    }
    expect(
      verdictFaults(at(desk, 'I.1'), { verdict, reason: '' }).map(({ field, metricId }) => [field, metricId]),
    ).toEqual([
      ['figures', 'online'],
      ['reason', null],
    ])
  })

  test('nothing can be agreed with where a figure is missing', () => {
    const missing = deskRound({
      submissions: [deskSubmission('co-quan-1', { values: [{ metricId: 'online', state: 'missing' }] })],
    })
    const [fault] = verdictFaults(at(missing, 'I.1'), { verdict: { kind: 'agree' }, reason: null })
    expect(fault?.field).toBe('verdict')
    expect(fault?.text.vi).toContain('thiếu số liệu')
  })

  test('what does not apply by the agency’s word can be agreed with', () => {
    const exempt = deskRound({
      submissions: [
        deskSubmission('co-quan-1', {
          notApplicable: [{ criterionId: 'I.2', reason: 'Không phát sinh' }],
        }),
      ],
    })
    expect(verdictFaults(at(exempt, 'I.2'), { verdict: { kind: 'agree' }, reason: null })).toEqual([])
  })
})

describe('points before a line is written', () => {
  test('a figure that counts at two items moves both and the total', () => {
    // filed 100 → 200: I.1 is 90/200 × 6 = 2,7 (was 5,4); I.2 is 45/200 × 2 = 0,45 (was 0,9)
    const preview = previewVerdict(at(deskRound(), 'I.2'), {
      verdict: {
        kind: 'figures',
        figures: [
          {
            metricId: 'filed',
            was: { state: 'entered', value: '100' },
            to: { state: 'entered', value: '200' },
          },
        ],
      },
    })
    expect(
      preview?.items.map(({ nodeId, from, to, difference }) => [nodeId, from?.to, to?.to, difference]),
    ).toEqual([
      ['I.2', '0.9', '0.45', '-0.45'],
      ['I.1', '5.4', '2.7', '-2.7'],
    ])
    // the judged leaf (4) and the survey (6) are open: 5,4 + 0,9 + 4 + 2 + 0,5 = 12,8
    expect(preview?.total.from).toEqual({ from: '12.8', to: '22.8' })
    expect(preview?.total.to).toEqual({ from: '9.65', to: '19.65' })
    expect(preview?.total.difference).toBeNull()
  })

  test('comes to what the round comes to when the line is written', () => {
    const desk = deskRound()
    const promised = previewVerdict(at(desk, 'I.1'), { verdict: eighty })
    const after = written(desk, [act(desk, 'I.1', eighty)], me).round
    // 80/100 × 6
    expect(item(after, 'I.1').standing).toEqual({ from: '4.8', to: '4.8' })
    expect(promised?.items[0]?.to).toEqual(item(after, 'I.1').standing)
  })

  test('changes nothing of what stands', () => {
    const place = at(deskRound(), 'I.1')
    const before = JSON.stringify([...(place.review.agencies.get('co-quan-1')?.items ?? [])])
    previewVerdict(place, { verdict: eighty })
    expect(JSON.stringify([...(place.review.agencies.get('co-quan-1')?.items ?? [])])).toBe(before)
  })
})

describe('the line of a verdict', () => {
  test('says points before and after, and trims its reason', () => {
    expect(act(deskRound(), 'I.1', eighty, '  sổ tiếp nhận \n')).toMatchObject({
      stage: 'firstReview',
      from: '5.4',
      to: '4.8',
      reason: 'sổ tiếp nhận',
      over: [],
    })
    expect(act(deskRound(), 'I.1', { kind: 'agree' }, null)).toMatchObject({ from: '5.4', to: '5.4' })
    expect(act(deskRound(), 'I.1', { kind: 'notApplicable' })).toMatchObject({ from: '5.4', to: null })
  })

  test('a second thought replaces the first', () => {
    const first = written(deskRound(), [act(deskRound(), 'I.1', { kind: 'agree' }, null)], me)
    const second = act(first.round, 'I.1', eighty)
    expect(second.over).toEqual(first.lines.map(({ id }) => id))
    expect(item(written(first.round, [second], me).round, 'I.1').status).toBe('changed')
  })

  test('one that names both sides of a conflict settles it', () => {
    const desk = deskRound()
    const hers = written(desk, [act(desk, 'I.1', eighty)], me).round
    const his = written(
      desk,
      [aDecision('I.1', { kind: 'agree' }, { from: '5.4', to: '5.4' })],
      'Ngô Văn An',
    ).round
    const both = merged(hers, his)
    expect(item(both, 'I.1').status).toBe('conflict')
    const choice = act(both, 'I.1', { kind: 'agree' }, null)
    expect(choice.over.toSorted()).toEqual([`${me}-1`, 'Ngô Văn An-1'])
    expect(item(written(both, [choice], me).round, 'I.1').status).toBe('agreed')
  })

  test('two who said the same are both replaced', () => {
    const desk = deskRound()
    const agreed = aDecision('I.1', { kind: 'agree' }, { from: '5.4', to: '5.4' })
    const both = merged(written(desk, [agreed], 'A').round, written(desk, [agreed], 'B').round)
    expect(item(both, 'I.1').status).toBe('agreed')
    const next = written(both, [act(both, 'I.1', eighty)], me).round
    expect(item(next, 'I.1').status).toBe('changed')
  })
})

/** Writes a plan as the desk does, chunk after chunk. */
async function agreed(desk: DeskRound, around: Parameters<typeof writeBulk>[0], plan: BulkPlan) {
  let round = desk
  const lines: LedgerEntry[] = []
  const told: number[] = []
  const count = await writeBulk(
    around,
    plan,
    acts => {
      const next = written(round, acts, me)
      round = next.round
      lines.push(...next.lines)
      return next.lines
    },
    done => told.push(done),
  )
  return { round, lines, told, count }
}

describe('agreeing to many at once', () => {
  test('takes only what asks for no eye', () => {
    const desk = deskRound()
    const { review } = at(desk, 'I.1')
    // II.1 has no points yet, II.2 comes from a survey
    const plan = planBulk(review, { kind: 'agency', agencyId: 'co-quan-1' })
    expect(plan.agencies).toEqual([
      { agencyId: 'co-quan-1', nodeIds: ['I.1', 'I.2', 'I.3', 'II.3', 'thuong'] },
    ])
    expect(plan.left).toBe(1)
  })

  test('leaves out missing evidence, findings, missing figures and decided items', () => {
    const desk = deskRound({
      submissions: [
        deskSubmission('co-quan-1', { evidence: [] }),
        // more scanned than filed: a finding at I.2
        deskSubmission('co-quan-2', {
          values: deskSubmission('co-quan-2').values.map(value =>
            value.metricId === 'scanned' ? { metricId: 'scanned', state: 'entered', value: '101' } : value,
          ),
        }),
      ],
    })
    const { review } = at(desk, 'I.1')
    const nodes = (id: string) =>
      planBulk(review, { kind: 'agency', agencyId: id }).agencies[0]?.nodeIds ?? []
    expect(nodes('co-quan-1')).not.toContain('I.1')
    expect(nodes('co-quan-2')).not.toContain('I.2')
    expect(nodes('co-quan-2')).toContain('I.1')
  })

  test('one leaf or area of every agency, as one step that one undo takes back', async () => {
    const desk = deskRound()
    const { open, review } = at(desk, 'I.1')
    const leaf = planBulk(review, { kind: 'leaf', nodeId: 'I.3' })
    expect(leaf.count).toBe(3)
    const area = planBulk(review, { kind: 'area', areaId: 'I' })
    expect(area.count).toBe(9)
    const done = await agreed(desk, { open, review }, area)
    expect(done.lines).toHaveLength(9)
    expect(item(done.round, 'I.1').status).toBe('agreed')

    const step = undoStep(openDesk(done.round, me), 'firstReview', 'co-quan-1', here)
    expect([step?.entries.length, step?.here.length]).toEqual([9, 3])
    const back = written(done.round, withdrawActs(step?.entries ?? []), me).round
    expect(item(back, 'I.1').status).toBe('open')
    expect(undoStep(openDesk(back, me), 'firstReview', 'co-quan-1', here)).toBeNull()
    // nothing is taken out of the ledger
    expect(back.entries).toHaveLength(desk.entries.length + 18)
  })
})

describe('a figure that counts at two items', () => {
  const filed = (was: string, to: string): Verdict => ({
    kind: 'figures',
    figures: [
      { metricId: 'filed', was: { state: 'entered', value: was }, to: { state: 'entered', value: to } },
    ],
  })
  const agreeing = (desk: DeskRound, criterionId: string) => {
    const line = act(desk, criterionId, { kind: 'agree' }, null)
    const after = item(written(desk, [line], me).round, criterionId)
    return [line.from, line.to, after.status, after.standing?.to]
  }

  test('agreeing where another item corrected it is about the points it makes here', () => {
    const desk = written(deskRound(), [act(deskRound(), 'I.2', filed('100', '200'))], me).round
    // 90 of 200 of 6 points
    expect(agreeing(desk, 'I.1')).toEqual(['2.7', '2.7', 'agreed', '2.7'])
  })

  test('agreeing instead of an own correction goes back to the figure as sent, or as others corrected it', () => {
    const own = written(deskRound(), [act(deskRound(), 'I.1', filed('100', '150'))], me).round
    // 90 of 100 of 6 points
    expect(agreeing(own, 'I.1')).toEqual(['5.4', '5.4', 'agreed', '5.4'])
    const both = written(own, [act(own, 'I.2', filed('150', '200'))], me).round
    expect(agreeing(both, 'I.1')).toEqual(['2.7', '2.7', 'agreed', '2.7'])
  })

  test('agreeing at one side of a clash is about what the other side makes of it', () => {
    const hers = written(deskRound(), [act(deskRound(), 'I.1', filed('100', '150'))], me).round
    const his = written(deskRound(), [act(deskRound(), 'I.2', filed('100', '200'))], 'Ngô Văn An').round
    const both = merged(hers, his)
    expect(item(both, 'I.1').status).toBe('conflict')
    expect(agreeing(both, 'I.1')).toEqual(['2.7', '2.7', 'agreed', '2.7'])
  })
})

describe('a plan of more lines than are written at a time', () => {
  const many = (count: number) => {
    const agencies = Array.from({ length: count }, (_, place) => ({
      id: `co-quan-${place + 1}`,
      code: null,
      name: `Cơ quan ${place + 1}`,
      level: 'department' as const,
    }))
    // Each with figures of its own: what is the same everywhere is a finding.
    const submissions = agencies.map(({ id }, place) => {
      const own = new Map([
        ['onTime', String(200 + place)],
        ['done', String(500 + place)],
      ])
      const { values } = deskSubmission(id)
      return deskSubmission(id, {
        values: values.map(value => {
          const figure = own.get(value.metricId)
          return figure === undefined ? value : { metricId: value.metricId, state: 'entered', value: figure }
        }),
      })
    })
    return deskRound({ agencies, submissions })
  }
  const writtenOf = async (count: number) => {
    const desk = many(count)
    const { open, review } = at(desk, 'I.1')
    return agreed(desk, { open, review }, planBulk(review, { kind: 'leaf', nodeId: 'I.3' }))
  }
  const stepIn = (desk: DeskRound) => undoStep(openDesk(desk, me), 'firstReview', 'co-quan-1', here)

  test.each([
    [bulkChunk, [bulkChunk]],
    [bulkChunk + 1, [bulkChunk, bulkChunk + 1]],
  ])('%i lines are written in chunks and taken back as one step', async (count, told) => {
    const done = await writtenOf(count)
    expect([done.count, done.told]).toEqual([count, told])
    expect(stepIn(done.round)?.entries).toHaveLength(count)
    // An agreement of its own afterwards is a step of its own.
    const single = written(done.round, [act(done.round, 'I.2', { kind: 'agree' }, null)], me)
    const begins = new Set(single.lines.map(({ id }) => id))
    const open = openDesk(single.round, me)
    expect(undoStep(open, 'firstReview', 'co-quan-1', { ...here, begins })?.entries).toEqual(single.lines)
  })

  test('stops where the ledger takes no more, and says how many were written', async () => {
    const desk = many(bulkChunk + 1)
    const { open, review } = at(desk, 'I.1')
    const plan = planBulk(review, { kind: 'leaf', nodeId: 'I.3' })
    let isTaken = true
    const count = await writeBulk(
      { open, review },
      plan,
      acts => {
        const lines = isTaken ? written(desk, acts, me).lines : []
        isTaken = false
        return lines
      },
      () => {},
    )
    expect(count).toBe(bulkChunk)
  })
})

describe('undoing', () => {
  test('takes back my last line of this agency and stage, and what stood before stands again', () => {
    const first = written(deskRound(), [act(deskRound(), 'I.1', { kind: 'agree' }, null)], me).round
    const second = written(first, [act(first, 'I.1', eighty)], me).round
    const step = undoStep(openDesk(second, me), 'firstReview', 'co-quan-1', here)
    expect(step?.entries.map(({ act: { verdict } }) => verdict.kind)).toEqual(['figures'])
    const back = written(second, withdrawActs(step?.entries ?? []), me).round
    expect(item(back, 'I.1').status).toBe('agreed')
  })

  test('never takes back lines of others, of other agencies or of another stage', () => {
    const desk = deskRound()
    const others = written(
      desk,
      [aDecision('I.1', { kind: 'agree' }, { from: '5.4', to: '5.4' })],
      'Ngô Văn An',
    ).round
    expect(undoStep(openDesk(others, me), 'firstReview', 'co-quan-1', here)).toBeNull()
    const mine = written(desk, [act(desk, 'I.1', { kind: 'agree' }, null)], me).round
    expect(undoStep(openDesk(mine, me), 'firstReview', 'co-quan-2', here)).toBeNull()
    expect(undoStep(openDesk(mine, me), 'secondReview', 'co-quan-1', here)).toBeNull()
  })
})

describe('undoing under a name that two machines use', () => {
  const mine = (pen: string, criterionId: string, desk: DeskRound) =>
    written(desk, [act(desk, criterionId, { kind: 'agree' }, null)], me, pen).round
  const step = (desk: DeskRound, pens: readonly string[]) =>
    undoStep(openDesk(desk, me), 'firstReview', 'co-quan-1', { ...here, pens: new Set(pens) })

  test('takes the line of this page although the other one is later', () => {
    const desk = mine('may2', 'I.2', mine('may1', 'I.1', deskRound()))
    expect(step(desk, ['may1'])).toMatchObject({ isOfThisPage: true, entries: [{ id: 'may1-1' }] })
    expect(step(desk, ['may2'])).toMatchObject({ isOfThisPage: true, entries: [{ id: 'may2-1' }] })
  })

  test('says that a line was not written here, so that nothing takes it back unasked', () => {
    const desk = mine('may2', 'I.2', mine('may1', 'I.1', deskRound()))
    expect(step(desk, [])).toMatchObject({ isOfThisPage: false, entries: [{ id: 'may2-1' }] })
  })
})

describe('what became of undoing', () => {
  const agreedOnce = written(deskRound(), [act(deskRound(), 'I.1', { kind: 'agree' }, null)], me)
  const left = (...acts: readonly LedgerAct[]) => {
    const { round } = written(agreedOnce.round, acts, 'Ngô Văn An')
    const back = written(round, withdrawActs(agreedOnce.lines), me)
    return stillCounting(openDesk(back.round, me).state, agreedOnce.lines, back.lines)
  }

  test('nothing is left to say where the line no longer counts', () => {
    expect(left()).toBeNull()
  })

  test('a line that a closing froze counts all the same, and why is said', () => {
    const close: LedgerAct = {
      kind: 'close',
      stage: 'firstReview',
      entryIds: agreedOnce.lines.map(({ id }) => id),
      sha256: 'f'.repeat(64),
    }
    expect(left(close)).toMatchObject({ entries: [{ id: `${me}-1` }], why: 'afterClosing' })
  })

  test('so does one whose deadline passed in between', () => {
    const [line] = agreedOnce.lines
    const deadline: LedgerAct = { kind: 'deadline', stage: 'firstReview', at: line?.at ?? null, reason: null }
    expect(left(deadline)).toMatchObject({ why: 'afterDeadline' })
  })
})

test('the total says what reviewing made of the self-assessment, and nothing while either is open', () => {
  const place = at(deskRound(), 'I.1')
  const agency = place.review.agencies.get('co-quan-1')
  if (!agency) throw new Error('no agency')
  expect(totalOf(agency)).toEqual({ total: { from: '12.8', to: '22.8' }, difference: null })
})
