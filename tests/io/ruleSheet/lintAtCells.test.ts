import { expect, test } from 'vitest'
import { atCells, placeOf } from '../../../src/io/ruleSheet/sheetProblem.ts'
import type { RuleSet } from '../../../src/model/ruleSet.ts'
import { lintRuleSet } from '../../../src/scoring/lint/lintRuleSet.ts'
import { everyKind } from '../../scoring/lint/everyKind.ts'
import { type Edits, edited } from './workbooks.ts'

/** What the linter finds in the rule set, at the cells of its workbook. */
async function findings(edits: Edits, ruleSet: RuleSet = everyKind()) {
  const { decoded, places, problems } = await edited(edits, {}, undefined, ruleSet)
  if (!decoded.ok) throw new Error(problems.map(({ path, message }) => `${path}: ${message.vi}`).join('\n'))
  return atCells(lintRuleSet(decoded.value, 'bo-thu.xlsx'), places)
}

test('a sound rule set has nothing to say', async () => {
  expect(await findings({})).toEqual([])
})

test.each<readonly [string, Edits, string, RegExp]>([
  [
    'sums that do not add up',
    { 'Tiêu chí!F3': 3 },
    'Tiêu chí!F2 [sum-of-maxima]',
    /cộng lại là 31, khác 30 đã nêu/,
  ],
  [
    'a total that is another',
    { 'Thông tin chung!B12': 50 },
    'Thông tin chung!B12 [sum-of-maxima]',
    /khác 50 đã nêu/,
  ],
  ['two rows with one number', { 'Tiêu chí!A4': 'RATIO' }, 'Tiêu chí!A4 [duplicate-code]', /cùng số RATIO/],
  [
    'a metric that is not listed',
    { 'Tiêu chí!J3': 'khong-co' },
    'Tiêu chí!J3 [unknown-metric]',
    /không có số liệu “khong-co”/,
  ],
  [
    'a leaf without a way to score',
    { 'Tiêu chí!H4': null, 'Tiêu chí!I4': null },
    'Tiêu chí!H4 [leaf-without-rule]',
    /phải có cách tính điểm/,
  ],
  [
    'a metric listed twice',
    { 'Số liệu!A3': 'done' },
    'Số liệu!A3 [duplicate-id]',
    /mã “done” đã dùng ở Số liệu!B2/,
  ],
  [
    'points above the maximum in an option',
    { 'Bậc và mục!J2': 9 },
    'Tiêu chí!H5 [above-maximum]',
    /có thể được 9 điểm/,
  ],
  ['bands that overlap', { 'Bậc và mục!I8': 5 }, 'Bậc và mục!', /./],
  [
    'an example that comes out otherwise',
    { 'Ví dụ!E15': 1.7 },
    'Ví dụ!E15 [example-differs]',
    /nêu 1,7 điểm, tính ra 1,8 điểm/,
  ],
])('%s', async (_, edits, at, words) => {
  const lines = (await findings(edits)).map(({ path, code, message }) => `${path} [${code}] ${message.vi}`)
  const line = lines.find(each => each.startsWith(at))
  expect(line, lines.join('\n')).toMatch(words)
})

test('a finding says what the cell shows', async () => {
  const [finding] = await findings({ 'Tiêu chí!F3': 3 })
  expect(finding?.place).toEqual({
    sheet: 'Tiêu chí',
    row: 2,
    column: 5,
    title: 'Điểm tối đa',
    isLine: false,
    found: '30',
  })
})

test('a place without a cell of its own is that of the nearest block', async () => {
  const { places } = await edited({})
  expect(placeOf(places, 'criteria[0].subCriteria[4].rule.bands[1].to')).toMatchObject({ row: 8, column: 8 })
  expect(placeOf(places, 'criteria[0].subCriteria[4].rule.bands')).toMatchObject({ row: 7, column: 7 })
  expect(placeOf(places, 'criteria[0].subCriteria[4].rule')).toMatchObject({ sheet: 'Tiêu chí', row: 7 })
  expect(placeOf(places, 'declaredCounts[1].count')).toMatchObject({
    sheet: 'Thông tin chung',
    title: 'Số mục theo tầng',
  })
  expect(placeOf(places, 'nothing.like.it')).toMatchObject({ sheet: '', row: 0 })
})
