import { expect, test } from 'vitest'
import { readWorkbook, writeStyledWorkbook } from '../../../src/io/xlsx.ts'
import { type TaskTable, tableFile, workbookOf } from '../../../src/state/tasks/tableFile.ts'

const table: TaskTable = {
  title: 'Đến 21/11/2026: 1 nhiệm vụ đã quá hạn mà chưa có báo cáo',
  sheetName: 'Danh sách',
  columns: [
    { name: 'Nhiệm vụ', width: 60 },
    { name: 'Tổng', width: 10 },
  ],
  rows: [
    ['=HYPERLINK("http://x")', 12],
    ['+84 234; "một cửa"', 0],
  ],
  foot: ['Kế hoạch: Mọi kế hoạch (5)', 'ParBoard 0.1.0'],
}

test('the workbook has title, head, rows and what they are of; text stays text', async () => {
  const read = await readWorkbook(await writeStyledWorkbook(workbookOf(table)), 'tep.xlsx')
  if (!read.ok) throw new Error('not read')
  const [sheet] = read.value
  expect(sheet?.name).toBe('Danh_sách')
  const cell = (row: number, column: number) => JSON.stringify(sheet?.rows.get(row)?.get(column))
  expect(cell(1, 0)).toContain('Đến 21/11/2026')
  expect(cell(2, 1)).toContain('Tổng')
  expect(cell(3, 0)).toContain('=HYPERLINK')
  expect(cell(3, 0)).not.toContain('formula')
  expect(cell(3, 1)).toContain('12')
  expect(cell(7, 0)).toContain('ParBoard 0.1.0')
})

test('the CSV has the same cells, and nothing a spreadsheet would run', async () => {
  const text = await (await tableFile(table, 'csv')).text()
  expect(text.replace('\uFEFF', '').split('\r\n')).toEqual([
    'Đến 21/11/2026: 1 nhiệm vụ đã quá hạn mà chưa có báo cáo',
    '',
    'Nhiệm vụ;Tổng',
    `"'=HYPERLINK(""http://x"")";12`,
    `"'+84 234; ""một cửa""";0`,
    '',
    'Kế hoạch: Mọi kế hoạch (5)',
    'ParBoard 0.1.0',
    '',
  ])
})
