import { expect, test } from 'vitest'
import { totalId } from '../../src/receipt/describeTotalReceipt.ts'
import { receiptFor } from '../../src/receipt/receiptFor.ts'
import { receiptText } from '../../src/receipt/receiptText.ts'
import { everyShipped, linesOf, receiptOf, shipped } from './receipts.ts'

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
  for (const line of linesOf({ ...receipt, sections }).flatMap(each => each.split('\n')))
    expect(text).toContain(line)
  expect(text).toContain('\n   1.464 ÷ 1.529 = 95,7488…%\n   95,75% × 6 = 5,745\n')
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

test('every receipt of every shipped sheet, in both languages, is said in words', () => {
  for (const language of ['vi', 'en'] as const)
    for (const context of everyShipped(language)) {
      const { sheet } = context
      const ids = [
        totalId,
        ...sheet.nodes.map(node => node.criterionId),
        ...sheet.pools.map(pool => pool.poolId),
        ...sheet.adjustments.map(adjustment => adjustment.adjustmentId),
      ]
      for (const id of ids) {
        const receipt = receiptFor(id, context)
        expect(receipt, `${sheet.submissionId} ${id}`).not.toBeNull()
        const text = receipt ? receiptText(receipt, language) : ''
        expect(text, `${sheet.submissionId} ${id}`).not.toMatch(/undefined|null|NaN|\[object|: $|: \n/)
      }
    }
})

test('what is not on the sheet has no receipt', () => {
  expect(receiptFor('khong-co', shipped('h15-157', 'vi'))).toBeNull()
})
