import { useRef } from 'react'
import { Area, ComposedChart, Line, XAxis, YAxis } from 'recharts'
import { ChartTools, type ChartTools as Tools } from '../../src/ui/ChartTools.tsx'
import { Mark } from '../../src/ui/Mark.tsx'
import { useWholeTable } from '../../src/ui/picture/wholeTables.ts'
import { TableScroll } from '../../src/ui/TableScroll.tsx'
import type { GalleryCase } from './cases.tsx'
import './pictureCases.css'

type Words = Partial<Parameters<typeof Tools>[0]['picture']>

const longUnit = 'Ban Quản lý các khu kinh tế và các khu công nghiệp Đắk Lắk'

const words = {
  title: 'Mất 4,5 điểm, nhiều nhất ở hồ sơ trực tuyến toàn trình: 2,25 điểm',
  scope: 'Xã Liên Sơn Lắk · Bộ chỉ số 766 · 10/10/2026 · Kết quả công bố',
  source: 'Nguồn: Quyết định 766/QĐ-TTg, số liệu ngày 10/10/2026. Phần gạch chéo là suy ra.',
  fileName: 'thac-diem-mat_xa-lien-son-lak_2026-10-10',
}

/** Months of one unit: known, then inferred; one month nothing was sent. */
const months = [
  { month: '01/2026', points: 61.5, target: 80 },
  { month: '02/2026', points: 64.25, target: 80 },
  { month: '03/2026', points: null, target: 80 },
  { month: '04/2026', points: 70, target: 80 },
  { month: '05/2026', points: 72.75, target: 80 },
]

/** A chart drawn by the charts library: dashes, a hatch, letters on its axes. */
export function LineExample({ picture = {} }: { picture?: Words }) {
  const block = useRef<HTMLElement>(null)
  return (
    <section ref={block} className="example-chart" aria-label="Điểm theo tháng">
      <div className="section-head">
        <h2>Điểm theo tháng</h2>
        <div className="legend">
          <span>
            <Mark kind="actual" />
            điểm đạt
          </span>
        </div>
        <ChartTools picture={{ ...words, element: () => block.current, ...picture }} />
      </div>
      <ComposedChart
        data={months}
        width={Math.min(700, window.innerWidth - 60)}
        height={220}
        accessibilityLayer={false}
      >
        <XAxis dataKey="month" />
        <YAxis domain={[50, 90]} ticks={[50, 70, 90]} />
        <Area dataKey="points" isAnimationActive={false} fill="url(#hatch-actual)" stroke="none" />
        <Line dataKey="points" isAnimationActive={false} stroke="var(--actual)" strokeWidth={2} />
        <Line
          dataKey="target"
          isAnimationActive={false}
          stroke="var(--ink)"
          strokeDasharray="6 3"
          dot={false}
        />
      </ComposedChart>
    </section>
  )
}

const areas = ['Công khai', 'Tiến độ', 'Trực tuyến', 'Thanh toán', 'Số hóa', 'Hài lòng'] as const
const units = ['Xã Liên Sơn Lắk', longUnit, 'Phường Buôn Ma Thuột'] as const

/** A heat table as wide as it needs to be, in a box that scrolls; one cell inferred, one missing. */
export function HeatExample({ picture = {}, rows = 3 }: { picture?: Words; rows?: number }) {
  const block = useRef<HTMLElement>(null)
  return (
    <section ref={block} className="example-chart narrow" aria-label="Bảng nhiệt">
      <div className="section-head">
        <h2>Bảng nhiệt</h2>
        <ChartTools
          picture={{
            ...words,
            fileName: `bang-nhiet_${rows}-don-vi`,
            element: () => block.current,
            ...picture,
          }}
          showTable={false}
          toggleTable={() => {}}
        />
      </div>
      <TableScroll label="Bảng nhiệt">
        <table className="figures example-heat">
          <thead>
            <tr>
              <th scope="col">Đơn vị</th>
              {areas.map(area => (
                <th key={area} scope="col" className="number">
                  {area}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {Array.from({ length: rows }, (_, row) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: rows never move
              <tr key={row}>
                <th scope="row">
                  {units[row % units.length]}
                  <span className="visually-hidden"> chỉ để đọc thành tiếng</span>
                </th>
                {areas.map((area, column) => (
                  <HeatCell key={area} row={row} column={column} />
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </TableScroll>
    </section>
  )
}

function HeatCell({ row, column }: { row: number; column: number }) {
  if (row === 1 && column === 2)
    return (
      <td className="number">
        <Mark kind="missing" />
        thiếu
      </td>
    )
  const step = ((row * 2 + column) % 5) + 1
  return (
    <td className={`number heat-${step}${column === 4 ? ' inferred' : ''}`}>
      {step * 3},{row}
      {column}
    </td>
  )
}

/** Draws ten rows and keeps room for the rest, unless a picture asks for all. */
export function LongTableExample({ rows }: { rows: number }) {
  const isWhole = useWholeTable(rows)
  const drawn = isWhole ? rows : 10
  return (
    <section className="example-chart">
      <table className="figures" aria-rowcount={rows + 1} aria-label="Bảng dài">
        <thead>
          <tr>
            <th scope="col">Đơn vị</th>
          </tr>
        </thead>
        <tbody>
          {Array.from({ length: drawn }, (_, row) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: rows never move
            <tr key={row}>
              <td>Đơn vị thứ {row + 1}</td>
            </tr>
          ))}
          {drawn < rows && (
            <tr>
              <td style={{ height: (rows - drawn) * 28 }} />
            </tr>
          )}
        </tbody>
      </table>
    </section>
  )
}

const LongName = () => (
  <HeatExample
    picture={{
      title: `${longUnit} mất 41,25 điểm, nhiều nhất ở Cung cấp dịch vụ công trực tuyến và nộp hồ sơ trực tuyến toàn trình: 12,50 điểm`,
      scope: `${longUnit} · Bộ chỉ số chỉ đạo, điều hành và đánh giá chất lượng phục vụ người dân, doanh nghiệp · 10/10/2026`,
    }}
  />
)

export const pictureCases: readonly GalleryCase[] = [
  {
    id: 'picture-line',
    part: 'charts',
    title: 'Chart with its tools: PNG and SVG',
    draw: () => <LineExample />,
  },
  { id: 'picture-heat', part: 'charts', title: 'Table with its tools', draw: () => <HeatExample /> },
  {
    id: 'picture-long',
    part: 'charts',
    title: 'Picture with the longest names',
    draw: () => <LongName />,
  },
  {
    id: 'picture-rows',
    part: 'charts',
    title: 'A table that draws only the rows in view',
    draw: () => <LongTableExample rows={40} />,
  },
  {
    id: 'picture-gone',
    part: 'charts',
    title: 'A chart that cannot be drawn says why',
    draw: () => <LineExample picture={{ element: () => null }} />,
  },
]
