import { describe, expect, test } from 'vitest'
import { projectLosses } from '../../src/features/overview/projectLosses.ts'
import type { Adjustment } from '../../src/model/ruleSet.ts'
import {
  aReportedLeaf,
  aRuleSet,
  aSubmission,
  roundingAt,
  score,
  stated,
  toPlaces,
} from '../scoring/builders.ts'
import { type Figures, valuesOf } from '../scoring/rules/leafScenes.ts'

const bonus: Adjustment = {
  id: 'thuong',
  name: 'Điểm thưởng sáng kiến',
  effect: 'bonus',
  ceiling: '3',
  rule: { kind: 'perUnit', metric: 'initiatives', pointsPerUnit: '1' },
  provenance: stated,
}
const penalty: Adjustment = {
  id: 'phat',
  name: 'Điểm trừ hồ sơ quá hạn không xin lỗi',
  effect: 'penalty',
  ceiling: '5',
  rule: { kind: 'perUnit', metric: 'late', pointsPerUnit: '0.5' },
  provenance: stated,
}

function rowsOf(figures: Figures, places = 2) {
  const ruleSet = aRuleSet({
    pointsPlaces: 2,
    criteria: [aReportedLeaf('a', '100', { name: 'Hồ sơ trực tuyến' })],
    adjustments: [bonus, penalty],
    rounding: roundingAt({ total: toPlaces(places) }),
  })
  const sheet = score(ruleSet, aSubmission({ values: valuesOf(figures), points: { a: '76.52' } }))
  const losses = { nodeId: null, ...sheet.total, losses: sheet.losses }
  const shown = projectLosses({ sheet, ruleSet, losses, title: 'Thác điểm mất' }, 'vi')
  return shown.rows.map(({ cells }) => cells.slice(1, 5).map(({ text }) => text))
}

describe('what stands beside the tree in the table of losses', () => {
  test('a penalty has its own name, the points that count and a ceiling instead of a maximum', () => {
    expect(rowsOf({ initiatives: '0', late: '2' })).toEqual([
      ['Hồ sơ trực tuyến', '76,52', '100', '−23,48'],
      ['Điểm trừ hồ sơ quá hạn không xin lỗi', '−1,00', 'đến 5', '−1,00'],
      ['Cộng', '75,52', '100', '−24,48'],
    ])
  })

  test('a bonus too, and it wins points', () => {
    expect(rowsOf({ initiatives: '2', late: '0' })[1]).toEqual([
      'Điểm thưởng sáng kiến',
      '+2,00',
      'đến 3',
      '+2,00',
    ])
  })

  test('only where its figure is missing it is not scored', () => {
    expect(rowsOf({ initiatives: '0', late: 'missing' })[1]).toEqual([
      'Điểm trừ hồ sơ quá hạn không xin lỗi',
      'chưa tính',
      'đến 5',
      '0–5,00',
    ])
  })

  test('rounding alone is called rounding, and has neither points nor maximum', () => {
    expect(rowsOf({ initiatives: '0', late: '1' }, 1)).toContainEqual(['Làm tròn khi cộng', '', '', '−0,02'])
  })
})
