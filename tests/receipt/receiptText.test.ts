import { expect, test } from 'vitest'
import { receiptText } from '../../src/receipt/receiptText.ts'
import { linesOf, receiptOf, shipped } from './receipts.ts'

test.each([
  ['vi', ['Phiếu tính điểm · mục 3.6', 'Tỷ lệ hồ sơ thanh toán trực tuyến', '5,75/6 điểm, mất 0,25']],
  ['en', ['Score receipt · item 3.6', 'Share of dossiers paid online', '5.75/6 points, lost 0.25']],
] as const)(
  'copied in %s it begins with what it is, of whom, and how much',
  (language, [what, name, points]) => {
    const receipt = receiptOf(shipped('h15-157', language), 'PAY_DOSSIER')
    expect(receiptText(receipt, language).split('\n').slice(0, 4)).toEqual([
      what,
      name,
      'Đơn vị thử · 2026',
      points,
    ])
  },
)

test('it says everything the receipt says but the list of stages, marks in words', () => {
  const receipt = receiptOf(shipped('h15-157', 'vi'), 'PAY_DOSSIER')
  const text = receiptText(receipt, 'vi')
  const sections = receipt.sections.filter(section => section.id !== 'stages')
  for (const line of linesOf({ ...receipt, sections })) expect(text).toContain(line.replaceAll('\n', '; '))
  expect(text).toContain('1.464 ÷ 1.529 = 95,7488…%; 95,75% × 6 = 5,745')
  expect(text).toContain('dưới 100%: tỷ lệ × điểm tối đa (đã áp dụng)')
  expect(text).toContain('Điểm tối đa: 6 (suy ra)')
  expect(text).not.toMatch(/undefined|null|NaN/)
})

test('each section has its number once', () => {
  const receipt = receiptOf(shipped('h15-157', 'vi'), 'PAY_DOSSIER')
  const numbers = [...receiptText(receipt, 'vi').matchAll(/^(\d+)\. /gm)].map(([, number]) => Number(number))
  const copied = receipt.sections.filter(section => section.id !== 'stages')
  expect(numbers).toEqual(copied.map((_, index) => index + 1))
})

test('a watched-only leaf has no "/0 điểm"', () => {
  const text = receiptText(receiptOf(shipped('h15-157', 'vi'), 'OVERDUE'), 'vi')
  expect(text.split('\n')[3]).toBe('chỉ theo dõi, không tính điểm')
})
