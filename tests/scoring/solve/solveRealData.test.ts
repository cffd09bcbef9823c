import { describe, expect, test } from 'vitest'
import { ruleSetSchema } from '../../../src/io/ruleSetSchema.ts'
import { submissionSchema } from '../../../src/io/submissionSchema.ts'
import { type Scored, scoreForChanges } from '../../../src/scoring/scoreSubmission.ts'
import { solve, solveAny } from '../../../src/scoring/solve/solve.ts'
import { readJson } from '../../data/dataFiles.ts'
import { scoredAt } from '../builders.ts'
import { fullPoints, points, short, total } from './solveScenes.ts'

function load(ruleSet: string, submission: string): Scored {
  return scoreForChanges(
    ruleSetSchema.parse(readJson(`rule-sets/${ruleSet}.json`)),
    submissionSchema.parse(readJson(`submissions/${ruleSet}/${submission}.json`)),
    scoredAt,
  )
}

const leaf = (criterionId: string) => ({ kind: 'leaf', criterionId }) as const
const nextBand = { kind: 'nextBand' } as const

describe('H15.157 on 10 October 2026 under QĐ 766', () => {
  const scored = load('qd766-2022', '2026-10-10/h15-157')
  const ask = (
    criterionId: string,
    metricId: string,
    goal: Parameters<typeof solve>[1]['goal'] = fullPoints,
  ) => solve(scored, { target: leaf(criterionId), goal, metricId })

  test('64 more dossiers paid online give 6 points, one before the last', () => {
    // 1528/1529 = 99.9346% → 99.93%; 6 × 0.9993 = 5.9958 → 6.00
    // 1527/1529 = 99.8692% → 99.87%; 6 × 0.9987 = 5.9922 → 5.99
    expect(ask('PAY_DOSSIER', 'PAY_DOSSIER.numerator')).toEqual({
      status: 'reached',
      value: '1528',
      change: '64',
      from: '1464',
      pointsBefore: { kind: 'known', from: '5.75', to: '5.75' }, // 95.75% of 6 = 5.745
      pointsAfter: { kind: 'known', from: '6', to: '6' },
      bandId: null,
      method: 'bisection',
    })
  })

  test('the target of 80% of 38 procedures: 31, so 14 more', () => {
    expect(ask('PAY_TTHC', 'PAY_TTHC.numerator')).toMatchObject({
      value: '31',
      change: '14',
      method: 'closedForm',
    })
  })

  test('half of the points for re-used data: 40% of 1938 less what rounding gives', () => {
    // 2 × (n/1938 ÷ 80%) ≥ 0.995 (→ 1.00) from n = 771.3…
    expect(short(ask('REUSED_DIGITIZED_DATA', 'REUSED_DIGITIZED_DATA.numerator', points('1')))).toEqual([
      '772',
      '91', // 772 − 681
    ])
  })

  test('no single figure lifts 73.24 to 80', () => {
    const answers = solveAny(scored, { target: total, goal: nextBand })
    // All 82 procedures published in time bring 6 points.
    expect(answers[0]).toMatchObject({
      metricId: 'PUBLISH_ON_TIME.numerator',
      solution: { reason: { code: 'notEnough' }, best: { value: '82', points: { from: '79.24' } } },
    })
    expect(new Set(answers.map(answer => answer.solution.status))).toEqual(new Set(['impossible']))
  })

  test('points of online services are published, what is watched has none', () => {
    const first = (criterionId: string) =>
      solveAny(scored, { target: leaf(criterionId), goal: fullPoints }).map(answer => short(answer.solution))
    expect(first('ONLINE_SERVICE')).toEqual(['published'])
    expect(first('OVERDUE')).toEqual(['watchedOnly'])
    expect(first('PUBLIC_CONTENT_FULL')).toEqual(['already']) // 79 of 79
    expect(first('ELECTRONIC_CERTIFIED_COPY')).toEqual(['already']) // not published: full
    expect(first('PETITION_PROCESSING_ON_TIME')).toEqual(['already']) // 0 of 0: full
  })
})

describe('Đắk Lắk, the province, on 10 October 2026', () => {
  const scored = load('qd766-2022', '2026-10-10/tinh-dak-lak')

  test('online payment alone does not lift 65.49 to 70', () => {
    // 179 460 of 204 757 earn 5.26; full 6.00 from 99.915% (→ 99.92%, 5.9952): 204 757 × 0.99915 = 204 582.9…
    const question = { target: total, goal: nextBand, metricId: 'PAY_DOSSIER.numerator' } as const
    expect(solve(scored, question)).toMatchObject({
      status: 'impossible',
      reason: { code: 'notEnough' },
      best: { value: '204583', points: { kind: 'known', from: '66.23', to: '66.23' } },
    })
  })

  test('62 procedures published in time do', () => {
    // 4.51 more: 6 × n/82 ≥ 4.505 from n = 61.57
    const answers = solveAny(scored, { target: total, goal: nextBand })
    expect(answers[0]).toMatchObject({
      metricId: 'PUBLISH_ON_TIME.numerator',
      solution: {
        value: '62',
        change: '62',
        pointsBefore: { from: '65.49' },
        pointsAfter: { from: '70.03' }, // 65.49 + 4.54
        bandId: 'kha',
      },
    })
    expect(answers.filter(answer => answer.solution.status === 'reached')).toHaveLength(1)
  })

  test('one point more by online payment is more than it has', () => {
    const goal = points('66.2')
    const question = { target: total, goal, metricId: 'PAY_DOSSIER.numerator' } as const
    // 5.26 + 0.71 = 5.97: 99.42% → 5.9652 → 5.97; from 99.415% of 204 757 = 203 559.17…
    expect(short(solve(scored, question))).toEqual(['203560', '24100'])
  })
})

describe('Trà Vinh 2022: every point as published', () => {
  const scored = load('par-index-2022', '2022/tinh-tra-vinh')

  test('no figure wins anything back', () => {
    const question = { target: leaf('he-thong-thong-tin-bao-cao'), goal: fullPoints } as const
    expect(solve(scored, { ...question, metricId: 'so-che-do-bao-cao-da-ket-noi' })).toMatchObject({
      status: 'impossible',
      reason: { code: 'published', vi: 'Điểm lấy theo kết quả công bố, không tính từ số liệu' },
    })
    expect(solveAny(scored, question)).toHaveLength(1)
    expect(solveAny(scored, { target: total, goal: fullPoints })).toMatchObject([
      { metricId: null, solution: { reason: { code: 'published' } } },
    ])
    expect(solveAny(scored, { target: total, goal: nextBand })).toMatchObject([
      { metricId: null, solution: { reason: { code: 'noBands' } } },
    ])
  })
})
