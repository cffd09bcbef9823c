import { expect, test } from 'vitest'
import { roundReport } from '../../../src/features/report/roundReport.ts'
import type { Report } from '../../../src/model/report.ts'
import type { RemedyTask } from '../../../src/model/review.ts'
import { pointsFormat } from '../../../src/receipt/pointsFormat.ts'
import { aRoundInput } from './views.ts'

const input = aRoundInput()
const report = roundReport(input)

const saidBy = ({ blocks }: Report): readonly string[] =>
  blocks.flatMap(block =>
    block.kind === 'list'
      ? block.items
      : block.kind === 'table'
        ? block.table.rows.flatMap(row => row.cells.map(cell => cell.text))
        : [block.text],
  )

test('head: the province above, the issuer left to fill in, the placing body never guessed', () => {
  expect([report.superior, report.issuer, report.place, report.signer]).toEqual([
    'UBND TỈNH MINH HỌA',
    null,
    'Minh Họa',
    null,
  ])
  expect(report.warnings).toContain('Số liệu minh họa, không phải số liệu của cơ quan nào')
})

test('an annex for each group, numbered where there are several', () => {
  expect(report.annexes.map(annex => [annex.name, annex.title])).toEqual([
    ['Phụ lục I', 'Bảng xếp hạng nhóm Sở, ban, ngành'],
    ['Phụ lục II', 'Bảng xếp hạng nhóm Xã, phường'],
  ])
  const one = roundReport({ ...input, rankings: input.rankings.slice(0, 1) })
  expect(one.annexes.map(annex => annex.name)).toEqual(['Phụ lục'])
})

test('every criterion that lost points stands in the table with what all lost', () => {
  const format = pointsFormat(input.ruleSet, 'vi')
  const table = report.blocks.find(
    block => block.kind === 'table' && block.caption === 'Điểm mất theo tiêu chí, toàn đợt',
  )
  const rows = table?.kind === 'table' ? table.table.rows.map(row => row.cells.map(cell => cell.text)) : []
  expect(rows.map(row => row[1])).toEqual(input.consolidation.losses.items.map(item => format(item.lost)))
})

test('who has no result is named with the reason, and is no zero', () => {
  expect(saidBy(report)).toContain('mh-chua-nop: chưa nộp, không có điểm và không xếp hạng.')
})

test('provisional until the round is closed', () => {
  expect(saidBy(report)).toContain('Kết quả tạm tính: đợt thẩm định chưa chốt.')
  expect(saidBy(roundReport({ ...input, isClosed: true }))).toContain('Kết quả đã chốt.')
})

test('remedial tasks of the round stand at their criterion and in a table', () => {
  const [largest] = input.consolidation.losses.items
  const task: RemedyTask = {
    name: 'Kiểm tra hồ sơ quá hạn',
    criterionIds: [largest?.nodeId ?? ''],
    agencyId: null,
    leadIds: [],
    lead: '',
    product: null,
    due: null,
  }
  const said = saidBy(roundReport({ ...input, remedies: [{ id: 'a', task, lead: '', state: null }] }))
  expect(said).toContain('Khắc phục: Kiểm tra hồ sơ quá hạn; chủ trì: chưa giao; hạn: chưa đặt hạn.')
  expect(said).toContain('ghi khác nhau')
  expect(said).toContain('cả đợt')
})

test('nothing is said that is no text, in either language', () => {
  for (const language of ['vi', 'en'] as const) {
    const said = saidBy(roundReport({ ...input, language }))
    expect(said.filter(each => /undefined|NaN|\[object/.test(each))).toEqual([])
  }
})
