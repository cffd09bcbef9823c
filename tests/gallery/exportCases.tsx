import '../../src/app/exports/exports.css'
import '../../src/app/exports/check.css'
import type { ReactNode } from 'react'
import { CheckPanel, type CheckState } from '../../src/app/exports/CheckPanel.tsx'
import type { ExportRun } from '../../src/app/exports/exportRun.ts'
import { RunStatus } from '../../src/app/exports/RunStatus.tsx'
import { TableOffer } from '../../src/app/exports/TableOffer.tsx'
import { appVersion } from '../../src/model/appVersion.ts'
import type { DisplayedTable } from '../../src/model/displayedTable.ts'
import type { ExportOrigin } from '../../src/model/exportOrigin.ts'
import type { GalleryCase } from './cases.tsx'

const nothing = () => undefined

export const madeOrigin: ExportOrigin = {
  format: 1,
  kind: 'table',
  offer: 'criteria',
  path: '/criteria',
  search: {},
  language: 'vi',
  appVersion,
  madeAt: '2026-11-21T19:05:42+07:00',
  ruleSet: { id: 'mau-tinh-cqs', version: '3', sha256: 'c'.repeat(64) },
  dataHash: 'ed108827b69c0000',
  lines: [],
}

/** A check that came to an end, with that many cells that differ. */
export function doneWith(count: number, now: Partial<ExportOrigin> = {}): CheckState {
  const differences = Array.from({ length: Math.min(count, 500) }, (_, index) => ({
    place: `trang tính Bảng chấm điểm theo tiêu chí, ô E${index + 5}`,
    expected: index === 1 ? null : '5,55',
    found: index === 2 ? null : index === 3 ? '' : '5,75',
  }))
  return {
    status: 'done',
    result: {
      origin: madeOrigin,
      now: { ...madeOrigin, ...now },
      frozenAt: null,
      check: { compared: 206, differences },
      count,
    },
  }
}

/** In the flow of the gallery instead of over a corner of the page. */
function Panel({
  state,
  fileName = 'criteria_mau-tinh-cqs_2026-10.xlsx',
}: {
  state: CheckState
  fileName?: string
}) {
  return (
    <div style={{ transform: 'translate(0)', height: 420 }}>
      <CheckPanel fileName={fileName} state={state} consent={nothing} retry={nothing} close={nothing} />
    </div>
  )
}

const problem = {
  file: 'khac.csv',
  path: '',
  code: 'no-origin',
  severity: 'error',
  message: { vi: 'tệp không do trang này tạo ra', en: 'the file was not made by this page' },
} as const

const panels: readonly (readonly [string, string, CheckState])[] = [
  ['reading', 'Đang đọc', { status: 'reading' }],
  ['asking', 'Hỏi trước khi rời bản đang nhập', { status: 'asking' }],
  ['same', 'Khớp', doneWith(0)],
  ['one', 'Lệch ở một ô', doneWith(1)],
  [
    'many',
    'Lệch ở nhiều ô, số liệu và bộ chỉ số đã đổi',
    doneWith(1234, { dataHash: '0'.repeat(64), ruleSet: null }),
  ],
  ['refused', 'Không phải tệp của trang', { status: 'refused', problems: [problem] }],
  ['round', 'Đợt không có trên máy', { status: 'obstacle', obstacle: { why: 'round' }, origin: madeOrigin }],
  ['moved', 'Khung nhìn đã đổi', { status: 'moved', origin: madeOrigin }],
  ['failed', 'Không chạy được', { status: 'failed', reason: 'the worker could not be loaded' }],
]

export const offeredTable: DisplayedTable = {
  id: 'criteria',
  name: 'Tiêu chí',
  title: 'Đạt 54,43/86 điểm',
  columns: [
    { id: 'name', head: 'Tiêu chí', align: 'left', width: 40 },
    { id: 'points', head: 'Điểm', align: 'right', width: 8 },
  ],
  rows: [
    { id: 'a', kind: 'row', depth: 0, cells: [{ text: 'Hồ sơ trực tuyến' }, { text: '5,55' }] },
    { id: 'h', kind: 'heading', depth: 0, cells: [{ text: 'Lĩnh vực 2' }] },
  ],
  notes: [],
  narrowed: ['chỉ mục mất điểm', 'sắp theo Mất, lớn nhất trước', 'ẩn cột Ghi chú'],
  empty: 'Không có tiêu chí nào.',
}

function Offer({ table }: { table: DisplayedTable }) {
  return (
    <div className="ex-body">
      <section>
        <ul>
          <TableOffer
            offer={{ kind: 'table', id: table.id, name: table.name, make: () => table }}
            isBusy={false}
            save={nothing}
            copy={nothing}
          />
        </ul>
      </section>
    </div>
  )
}

const longest = 'Ban Quản lý các khu kinh tế và các khu công nghiệp Đắk Lắk, bảng chấm điểm theo tiêu chí'

const others: readonly (readonly [string, string, () => ReactNode])[] = [
  ['offer', 'Bảng tải về được', () => <Offer table={offeredTable} />],
  ['offer-empty', 'Bảng không có dòng', () => <Offer table={{ ...offeredTable, rows: [], name: longest }} />],
]

const runs: readonly (readonly [string, string, ExportRun])[] = [
  ['busy', 'Đang lập tệp', { status: 'busy', name: longest, done: 0.4, cancel: nothing }],
  ['saved', 'Đã tải', { status: 'saved', fileName: 'criteria_mau-tinh-cqs_2026-10_mh-so-noi-vu.xlsx' }],
  ['run-failed', 'Không lập được', { status: 'failed', name: longest, reason: 'hết bộ nhớ', hasCsv: true }],
]

export const exportCases: readonly GalleryCase[] = [
  ...panels.map(
    ([id, title, state]): GalleryCase => ({
      id: `check-${id}`,
      part: 'screens',
      title: `Kiểm tra tệp: ${title}`,
      draw: () => <Panel state={state} />,
    }),
  ),
  ...others.map(
    ([id, title, draw]): GalleryCase => ({
      id: `export-${id}`,
      part: 'screens',
      title: `Tải về: ${title}`,
      draw,
    }),
  ),
  ...runs.map(
    ([id, title, run]): GalleryCase => ({
      id: `export-${id}`,
      part: 'screens',
      title: `Tải về: ${title}`,
      draw: () => <RunStatus run={run} copied={null} />,
    }),
  ),
]
