import type { DisplayedCell, DisplayedTable } from '../../../src/model/displayedTable.ts'
import type { ExportOrigin } from '../../../src/model/exportOrigin.ts'
import { type TableFormat, tableFile } from '../../../src/state/exports/tableFile.ts'

// A table of 3,400 rows and 25 columns, as a heat table of every commune would be, taken away as a file. The page
// draws a number all the while, so that a block of its thread is seen as a gap between frames.

const origin: ExportOrigin = {
  format: 1,
  kind: 'table',
  offer: 'do-toc-do',
  path: '/agencies',
  search: {},
  language: 'vi',
  appVersion: '0',
  madeAt: '2026-01-01T00:00:00+07:00',
  ruleSet: null,
  dataHash: null,
  lines: [{ label: 'Số liệu', text: 'đo tốc độ, không có thật' }],
}

function cellAt(row: number, column: number): DisplayedCell {
  if (column === 0) return { text: `Xã số ${row + 1}` }
  const hundredths = (row * 7919 + column * 104_729) % 1000
  if (hundredths % 50 === 0) return { text: 'thiếu' }
  const value = `${Math.floor(hundredths / 100)}.${String(hundredths % 100).padStart(2, '0')}`
  const before = hundredths % 7 === 0 ? 'suy ra ' : ''
  return { text: `${before}${value.replace('.', ',')}`, number: { value, places: 2, before } }
}

function tableOf(rows: number, columns: number): DisplayedTable {
  return {
    id: 'do-toc-do',
    name: 'Đo tốc độ',
    title: 'Bảng đo tốc độ',
    columns: Array.from({ length: columns }, (_, column) => ({
      id: `c${column}`,
      head: column === 0 ? 'Đơn vị' : `Tiêu chí ${column}`,
      align: column === 0 ? 'left' : 'right',
      width: column === 0 ? 30 : 8,
    })),
    rows: Array.from({ length: rows }, (_, row) => ({
      id: `r${row}`,
      kind: 'row',
      depth: 0,
      cells: Array.from({ length: columns }, (_, column) => cellAt(row, column)),
    })),
    notes: [],
    narrowed: [],
    empty: 'Không có dòng nào.',
  }
}

export type Measured = {
  readonly bytes: number
  readonly all: number
  readonly longestTask: number
  /** Between two frames, less than the page needs for one anyway. */
  readonly longestGap: number
  readonly steps: number
}

const table = tableOf(3400, 25)

async function measure(format: TableFormat): Promise<Measured> {
  let longestTask = 0
  const observer = new PerformanceObserver(list => {
    for (const entry of list.getEntries()) longestTask = Math.max(longestTask, entry.duration)
  })
  observer.observe({ type: 'longtask' })
  let longestGap = 0
  let isOver = false
  let before = performance.now()
  const frame = () => {
    const now = performance.now()
    longestGap = Math.max(longestGap, now - before)
    before = now
    if (!isOver) requestAnimationFrame(frame)
  }
  await new Promise(requestAnimationFrame)
  before = performance.now()
  requestAnimationFrame(frame)
  const shown = document.querySelector('#state')
  const told = new Set<number>()
  const started = performance.now()
  const blob = await tableFile(table, format, {
    origin,
    progress: done => {
      told.add(done)
      if (shown) shown.textContent = done.toFixed(2)
    },
  })
  const all = performance.now() - started
  await new Promise(resolve => setTimeout(resolve, 200))
  isOver = true
  observer.disconnect()
  return { bytes: blob.size, all, longestTask, longestGap, steps: told.size }
}

Object.assign(globalThis, { measureTable: measure })
