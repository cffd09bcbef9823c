import { describe, expect, test } from 'vitest'
import { periodNotes } from '../../src/features/trend/periodNotes.ts'
import { pointName } from '../../src/features/trend/pointName.ts'
import { sincePhrase } from '../../src/features/trend/sincePhrase.ts'
import { criterionName, subjectGroups } from '../../src/features/trend/subjects.ts'
import { showsTable, toggledTable } from '../../src/features/trend/trendAddress.ts'
import { trendSentence } from '../../src/features/trend/trendSentence.ts'
import type { TrendPeriod, TrendSubject } from '../../src/model/trend.ts'
import { aPeriod, manyMonths, newer, older, trendView } from '../gallery/trendSample.ts'

const say = (periods: readonly TrendPeriod[], read?: number, subject?: TrendSubject) =>
  trendSentence(
    trendView(periods, { read: read ?? periods.length - 1, ...(subject && { subject }) }),
    'vi',
  ).replaceAll('\u00a0', ' ')

// On time out of 10 points, online out of 6: 80 of 100 and 40 of 100 are 8 + 2.4 = 10.4.
describe('the sentence of the screen', () => {
  test('a rise names what brought it', () => {
    // + 0.6 − 0.06 = 0.54
    expect(say(manyMonths)).toBe(
      'Tăng 0,54 điểm so với tháng 05/2026, nhiều nhất ở “Hồ sơ giải quyết đúng hạn” (+0,60)',
    )
  })

  test('a fall names where most of it was', () => {
    expect(say([aPeriod('2026-01', {}), aPeriod('2026-02', { onTime: '70', online: '45' })])).toBe(
      'Giảm 0,70 điểm so với tháng 01/2026, nhiều nhất ở “Hồ sơ giải quyết đúng hạn”: −1,00',
    )
  })

  test('a claim after a decision is no change over time, in either order', () => {
    const claimed = (period: string) => aPeriod(period, { onTime: '90' }, newer, undefined, 'selfAssessment')
    const decided = (period: string) => aPeriod(period, {})
    // 9 + 2.4 = 11.4 beside 10.4
    expect(say([decided('2026-05'), claimed('2026-06')])).toBe(
      'Tháng 06/2026 đạt 11,40/16 điểm; không so với tháng 05/2026 vì khác giai đoạn: một bên là tự chấm',
    )
    expect(say([claimed('2026-05'), decided('2026-06')])).toBe(
      'Tháng 06/2026 đạt 10,40/16 điểm; không so với tháng 05/2026 vì khác giai đoạn: một bên là tự chấm',
    )
    expect(say([claimed('2026-05'), claimed('2026-06')])).toBe('Giữ nguyên so với tháng 05/2026')
  })

  test('a criterion tells no change between a claim and a decision either', () => {
    const periods = [
      aPeriod('2026-05', {}),
      aPeriod('2026-06', { onTime: '90' }, newer, undefined, 'selfAssessment'),
    ]
    expect(say(periods, 1, { criterionId: 'dung-han', measure: 'points' })).toBe(
      'Hồ sơ giải quyết đúng hạn: 9,00/10 điểm tháng 06/2026',
    )
  })

  test('a month between that was not sent is said beside the month that is compared', () => {
    // 2 + 0.6 = 2.6 after 7.6 + 2.4 = 10; on time 2 after 7.6
    expect(say(manyMonths, 4)).toBe(
      'Giảm 7,40 điểm so với tháng 01/2026 (tháng 02/2026 chưa nộp số liệu), nhiều nhất ở “Hồ sơ giải quyết đúng hạn”: −5,60',
    )
  })

  test('months between that nobody published, or too many to name, are said too', () => {
    expect(say([aPeriod('2026-01', {}), aPeriod('2026-03', {})])).toBe(
      'Giữ nguyên so với tháng 01/2026 (không phải kỳ liền trước: kỳ ở giữa không có số liệu)',
    )
    const silent = ['2026-02', '2026-03', '2026-04'].map(period => aPeriod(period, null))
    expect(say([aPeriod('2026-01', {}), ...silent, aPeriod('2026-05', {})])).toBe(
      'Giữ nguyên so với tháng 01/2026 (3 kỳ ở giữa không có điểm)',
    )
  })

  test('of a period that was chosen, with scores between, nothing more is said', () => {
    const view = trendView(manyMonths, { read: 7 })
    expect(sincePhrase('2026-03', view, 'vi')).toBe('tháng 03/2026')
    // An earlier date is the one before, however many days lie between.
    const days = trendView([aPeriod('2026-09-17', {}), aPeriod('2026-10-10', {})])
    expect(sincePhrase('2026-09-17', days, 'vi')).toBe('ngày 17/09/2026')
  })

  test('nothing moved', () => {
    expect(say([aPeriod('2026-01', {}), aPeriod('2026-02', {})])).toBe('Giữ nguyên so với tháng 01/2026')
  })

  test('one date has nothing to be compared with', () => {
    expect(say([aPeriod('2026-10-10', {})])).toBe('Mới có một kỳ số liệu: 10,40/16 điểm ngày 10/10/2026')
  })

  test('a month that was not sent points to the last one with a score', () => {
    expect(say(manyMonths, 3)).toBe(
      'Chưa nộp số liệu tháng 02/2026; kỳ gần nhất có điểm là tháng 01/2026: 10,00/16 điểm',
    )
  })

  test('figures missing: an interval, never a plain number', () => {
    expect(say(manyMonths, 5)).toBe('Tháng 04/2026: 3,00–9,00/16 điểm, còn 1 tiêu chí thiếu số liệu')
  })

  test('an open month before leaves it open whether it rose', () => {
    expect(say([aPeriod('2026-01', { online: null }), aPeriod('2026-02', {})])).toBe(
      'Tháng 02/2026 đạt 10,40/16 điểm; tháng 01/2026 còn thiếu số liệu nên chưa rõ tăng hay giảm',
    )
  })

  test('two rule sets are said', () => {
    // 7.5 + 3 = 10.5 by the older rules; 7.6 + 2.4 = 10 by the newer
    expect(say(manyMonths, 2)).toBe(
      'Giảm 0,50 điểm so với tháng 12/2025; hai kỳ theo hai bộ chỉ số khác nhau',
    )
  })

  test('a share stands against its target', () => {
    const share = { criterionId: 'truc-tuyen', measure: 'share' } as const
    expect(say(manyMonths, 7, share)).toBe(
      'Hồ sơ trực tuyến toàn trình: 44% tháng 06/2026, chưa đạt mục tiêu tối thiểu 100%',
    )
    expect(say([aPeriod('2025-12', { online: '80' }, older)], 0, share)).toBe(
      'Hồ sơ trực tuyến toàn trình: 80% tháng 12/2025, đạt mục tiêu tối thiểu 80%',
    )
  })

  test('a criterion says its points and since when they moved', () => {
    expect(say(manyMonths, 7, { criterionId: 'truc-tuyen', measure: 'points' })).toBe(
      'Hồ sơ trực tuyến toàn trình: 2,64/6 điểm tháng 06/2026; giảm 0,06 điểm so với tháng 05/2026',
    )
  })
})

test('a point is read aloud with everything it stands for', () => {
  const view = trendView(manyMonths)
  const names = view.trend.points.map(point => pointName(point, view, 'vi').replaceAll('\u00a0', ' '))
  expect(names[2]).toBe('tháng 01/2026: 10,00/16 điểm, 62,5%, Khá, không so: đổi bộ chỉ số')
  expect(names[3]).toBe('tháng 02/2026: chưa nộp, không so: không có điểm')
  expect(names[5]).toBe(
    'tháng 04/2026: 3,00–9,00/16 điểm, 18,75%–56,25%, 1 tiêu chí thiếu số liệu, Yếu, không so: thiếu số liệu',
  )
})

describe('notes', () => {
  const points = (notes: readonly (string | undefined)[]) =>
    trendView(notes.map((note, index) => aPeriod(`2026-0${index + 1}`, {}, newer, note))).trend

  test('of single periods stand apart from what most repeat', () => {
    const notes = periodNotes(points(['Mẫu', 'Mẫu', 'Mẫu', 'Mất kết nối']), [newer], 'vi')
    expect(notes.common).toEqual(['Mẫu'])
    expect(notes.own).toEqual([{ keys: ['set 2026-04'], periods: ['2026-04'], text: 'Mất kết nối' }])
  })

  test('in the same words are said once for all their periods', () => {
    const { own } = periodNotes(points(['Sắp xếp', undefined, undefined, 'Sắp xếp']), [newer], 'vi')
    expect(own.map(({ periods }) => periods)).toEqual([['2026-01', '2026-04']])
  })
})

describe('what can be followed', () => {
  test('areas and their criteria; what only another rule set has stands apart', () => {
    const other = {
      ...older,
      criteria: older.criteria.map(area => ({ ...area, id: 'khac', subCriteria: [] })),
    }
    const groups = subjectGroups([other, newer], newer, name => `Chỉ có trong ${name}`, 'vi')
    expect(groups.map(({ label, choices }) => [label, choices.map(choice => choice.id)])).toEqual([
      ['1 Nhóm 1', ['1', 'dung-han', 'truc-tuyen']],
      ['Chỉ có trong Bộ 2025 · thử', ['khac']],
    ])
  })

  test('the total has no name of its own', () => {
    expect(criterionName([newer], newer, null, 'vi')).toBeNull()
    expect(criterionName([newer], newer, 'truc-tuyen', 'vi')).toBe('Hồ sơ trực tuyến toàn trình')
  })
})

test('tables are turned one by one', () => {
  const one = toggledTable({}, 'trend')
  expect(one).toEqual({ tables: 'trend' })
  const two = toggledTable(one, 'causes')
  expect(showsTable(two, 'trend') && showsTable(two, 'causes')).toBe(true)
  expect(toggledTable(toggledTable(two, 'trend'), 'causes')).toEqual({ tables: undefined })
})
