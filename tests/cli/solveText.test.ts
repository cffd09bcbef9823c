import { describe, expect, test } from 'vitest'
import { solutionLines } from '../../src/cli/solveText.ts'
import type { Metric } from '../../src/model/ruleSet.ts'
import type { Rule } from '../../src/model/rules.ts'
import type { MetricSolution, SolveGoal } from '../../src/model/solution.ts'
import { solveAny } from '../../src/scoring/solve/solve.ts'
import { aRatioRule, stated } from '../scoring/builders.ts'
import { fullPoints, leafScored, leafTarget, points } from '../scoring/solve/solveScenes.ts'

type Scene = Parameters<typeof leafScored>[0]

function linesFor(scene: Scene, goal: SolveGoal = fullPoints): readonly string[] {
  const scored = leafScored(scene)
  const question = { target: leafTarget, goal }
  const answers: readonly MetricSolution[] = solveAny(scored, question)
  return solutionLines(scored, question, answers).slice(1)
}

describe('an answer as a Vietnamese sentence', () => {
  test('a missing figure has no change', () => {
    // 80% of 38 is 30.4
    expect(
      linesFor({ rule: aRatioRule({ targetPercent: '80' }), figures: { done: null, all: '38' } }),
    ).toEqual([
      'Số liệu done [done]: cần 31 hồ sơ (chưa có số liệu); điểm 0–2 → 2',
      'Số liệu all [all]: còn thiếu số liệu hoặc điểm khác nên chưa chắc đạt hay không; thiếu: Số liệu done [done]',
    ])
  })

  test('a flag and an answer by name', () => {
    const flag: Rule = { kind: 'yesNo', metric: 'f' }
    expect(linesFor({ rule: flag, figures: { f: '0' } })).toEqual([
      'Số liệu f [f]: cần chuyển không → có; điểm 0 → 2',
    ])
    const choice: Rule = {
      kind: 'choice',
      metric: 'o',
      options: [
        { value: '1', label: 'Cấp 4', points: '2' },
        { value: '2', label: 'Cấp 3', points: '0.5' },
      ],
    }
    expect(linesFor({ rule: choice, figures: { o: '2' } })).toEqual([
      'Số liệu o [o]: cần chuyển “Cấp 3” → “Cấp 4”; điểm 0,5 → 2',
    ])
  })

  test('days, sooner', () => {
    const rule: Rule = {
      kind: 'lateness',
      since: { date: '2026-03-02' },
      done: 'day',
      allowedDays: 3,
      calendar: 'lich',
      bands: [{ to: '0', toInclusive: true, points: '2' }],
      otherwise: '0',
    }
    const calendar = {
      id: 'lich',
      name: 'Tháng 3/2026',
      from: '2026-03-01',
      to: '2026-03-31',
      holidays: [],
      workedDays: [],
      provenance: stated,
    }
    // Monday 2, three working days later is Thursday 5
    expect(linesFor({ rule, figures: { day: '2026-03-10' }, ruleSet: { calendars: [calendar] } })).toEqual([
      'Số liệu day [day]: cần sớm hơn 5 ngày: 10/03/2026 → 05/03/2026; điểm 0 → 2',
    ])
  })

  test('decimals with a comma, what is reached, what cannot be', () => {
    const metric: Metric = { id: 'm', name: 'Điểm khảo sát', unit: 'điểm', valueType: 'number' }
    const scene: Scene = {
      rule: { kind: 'surveyMean', metric: 'm', scaleFrom: '1', scaleTo: '5' },
      figures: { m: '4.2' },
      ruleSet: { metrics: [metric] },
    }
    // (4.5 − 1)/4 × 2
    expect(linesFor(scene, points('1.75'))).toEqual([
      'Điểm khảo sát [m]: cần thêm 0,3 điểm: 4,2 → 4,5; điểm 1,6 → 1,75',
    ])
    expect(linesFor(scene, points('1.5'))).toEqual(['đã đạt: 1,6 điểm'])
    expect(linesFor(scene, points('3'))).toEqual(['cách tính chỉ cho nhiều nhất 2 điểm'])
  })
})
