import { describe, expect, test } from 'vitest'
import { isOpen, toggled } from '../../src/features/agencies/contribution/openParts.ts'
import { contributionSentence, nobodysName } from '../../src/sentences/contributionSentence.ts'
import { lossText, shareText } from '../../src/sentences/lossText.ts'

const names: Readonly<Record<string, string>> = { a: 'Sở Tư pháp', b: 'Xã An Bình' }

const say = (parts: Partial<Parameters<typeof contributionSentence>[0]> = {}) =>
  contributionSentence({
    split: {
      leading: { agencyIds: ['a', 'b'], count: 2, shortfall: '9', contribution: '1', percentOfLoss: '185/3' },
      unallocated: null,
    },
    whole: 'Toàn tỉnh',
    where: { name: 'Giải quyết hồ sơ đúng hạn' },
    lost: '3,11/20',
    nobody: '102 đơn vị chưa nạp',
    nameOf: id => names[id] ?? id,
    language: 'vi',
    ...parts,
  })

describe('the sentence', () => {
  test('names what was lost, where, and who carries it', () => {
    // 185 ÷ 3 = 61.666…
    expect(say()).toBe(
      'Toàn tỉnh mất 3,11/20 điểm ở Giải quyết hồ sơ đúng hạn; 2 đơn vị gây 61,67%: Sở Tư pháp, Xã An Bình.',
    )
    expect(say({ language: 'en', whole: 'The province', lost: '3.11/20' })).toBe(
      'The province lost 3.11/20 points at Giải quyết hồ sơ đúng hạn; 2 agencies account for 61.67%: Sở Tư pháp, Xã An Bình.',
    )
  })

  test('one agency, or none, or a rest', () => {
    const one = { agencyIds: ['a'], count: 1, shortfall: '9', contribution: '1', percentOfLoss: '70' }
    expect(say({ split: { leading: one, unallocated: null } })).toMatch(/hạn; Sở Tư pháp gây 70%\.$/)
    expect(say({ split: { leading: null, unallocated: null } })).toMatch(/đúng hạn\.$/)
    const rest = { shortfall: '1', contribution: '2', percentOfLoss: '95.04' }
    expect(say({ split: { leading: null, unallocated: rest } })).toMatch(/; 102 đơn vị chưa nạp: 95,04%\.$/)
    // A rest that gives back carries nothing.
    const back = { shortfall: '-1', contribution: '-2', percentOfLoss: '-10' }
    expect(say({ split: { leading: one, unallocated: back } })).toMatch(/gây 70%\.$/)
  })

  test('what nobody loaded explains stands first where it is the larger part', () => {
    const few = { agencyIds: ['a'], count: 1, shortfall: '9', contribution: '1', percentOfLoss: '5.47' }
    const rest = { shortfall: '1', contribution: '2', percentOfLoss: '92.09' }
    expect(say({ split: { leading: few, unallocated: rest } })).toMatch(
      /hạn; 102 đơn vị chưa nạp: 92,09%; Sở Tư pháp gây 5,47%\.$/,
    )
    const equal = { ...rest, percentOfLoss: '5.47' }
    expect(say({ split: { leading: few, unallocated: equal } })).toMatch(
      /5,47%; 102 đơn vị chưa nạp: 5,47%\.$/,
    )
  })

  test('all criteria together', () => {
    expect(say({ where: { count: 9 } })).toMatch(/^Toàn tỉnh mất 3,11\/20 điểm ở 9 tiêu chí tách được;/)
  })

  test('who holds the rest', () => {
    const expected = { count: 116, notLoaded: 102 }
    expect(nobodysName({ expected }, 0, 'vi')).toBe('102 đơn vị chưa nạp')
    expect(nobodysName({ expected }, 2, 'vi')).toBe('102 đơn vị chưa nạp và 2 đơn vị không có số liệu')
    expect(nobodysName({ expected: null }, 0, 'vi')).toBe('Chưa phân bổ cho đơn vị nào')
    expect(nobodysName({ expected: { count: 3, notLoaded: 0 } }, 1, 'en')).toBe('1 agency without figures')
  })
})

describe('numbers too small for their decimals are not zero', () => {
  test.each([
    ['0', '0'],
    ['0.179', '−0,179'],
    ['0.0005', '−0,001'], // half up
    ['1/3000', '<\u00a00,001'],
    ['-1/3000', '<\u00a00,001'],
    ['-0.021', '+0,021'],
  ])('%s points are %s', (points, text) => {
    expect(lossText(points, { pointsPlaces: 2 }, 'vi')).toBe(text)
  })

  test.each([
    ['0', '0%'],
    ['4.976', '4,98%'],
    ['-45.44', '−45,44%'],
    ['0.001', '<\u00a00,01%'],
  ])('%s percent are %s', (percent, text) => {
    expect(shareText(percent, 'vi')).toBe(text)
  })
})

test('opened parts of the screen in the address', () => {
  expect(toggled(undefined, 'compare')).toBe('compare')
  expect(toggled('compare', 'contribution')).toBe('compare,contribution')
  expect(toggled('compare,contribution', 'compare')).toBe('contribution')
  expect(toggled('compare', 'compare')).toBeUndefined()
  expect(isOpen('compare.MDSH', 'compare')).toBe(false)
  expect(isOpen('x,compare', 'compare')).toBe(true)
  expect(isOpen(undefined, 'compare')).toBe(false)
})
