import { expect, test } from 'vitest'
import { readPasted } from '../../../src/io/figureImport/readPasted.ts'
import { figuresOf, problemsOf, readText, ward } from './targets.ts'

// Of several columns of figures the one of this period is taken, or none.

const csv = (...rows: readonly (readonly string[])[]) => rows.map(row => row.join(';')).join('\r\n')
const received = ['1', 'Hồ sơ tiếp nhận trong tháng', 'hồ sơ', '900', '1000'] as const
const reported = (before: string, now: string) =>
  readText(csv(['TT', 'Nội dung', 'ĐVT', before, now], received), 'bang.csv')

test.each([
  ['Tháng trước', 'Tháng này'],
  ['Tháng 10', 'Tháng 11'],
  ['Tháng 10/2026', 'Tháng 11/2026'],
  ['Lũy kế', 'Trong tháng'],
  ['Trong quý', 'Trong tháng'],
  ['Kế hoạch', 'Thực hiện'],
  ['Tháng 11/2025', 'Tháng 11'],
])('of “%s” and “%s” the second is this month', async (before, now) => {
  const read = await reported(before, now)
  expect(figuresOf(read)).toEqual({ 'hs-tiep-nhan': '1000' })
  expect(problemsOf(read)).toEqual([])
})

test('where the titles say nothing, no figure is taken and the row is named', () => {
  const read = readPasted(['Hồ sơ tiếp nhận trong tháng', 'hồ sơ', '900', '1000'].join('\t'), ward, null)
  expect(figuresOf(read)).toEqual({})
  expect(problemsOf(read)).toEqual(['C1 which-figure'])
  expect(read.problems[0]?.message.vi).toBe(
    '“Hồ sơ tiếp nhận trong tháng” có 2 số, không rõ số nào của kỳ này; chỉ để lại một cột số, hoặc đặt tên cột “Kỳ này”',
  )
})

test('one figure with a remark behind it is no riddle', () => {
  const read = readPasted(['Hồ sơ tiếp nhận trong tháng', '900', 'theo hệ thống'].join('\t'), ward, null)
  expect(figuresOf(read)).toEqual({ 'hs-tiep-nhan': '900' })
  expect(problemsOf(read)).toEqual(['(C1 too-many-cells)'])
})

test.each(['#N/A', '#DIV/0!', '#REF!'])('%s is a fault of a formula and no state', found => {
  const read = readPasted(`Nhiệm vụ hoàn thành đúng hạn\t${found}`, ward, null)
  expect(figuresOf(read)).toEqual({})
  expect(problemsOf(read)).toEqual(['B1 not-a-number'])
})

test('“n/a” without the sign of a formula is a word', () => {
  expect(figuresOf(readPasted('Nhiệm vụ hoàn thành đúng hạn\tn/a', ward, null))).toEqual({
    'nv-dung-han': 'notApplicable',
  })
})
