import { type ReactNode, type RefObject, useLayoutEffect, useRef, useState } from 'react'
import { Bar, BarChart, XAxis, YAxis } from 'recharts'
import { GapSegments } from './GapBarMark.tsx'
import type { Ladder, LadderRow } from './ladderSeries.ts'

type Size = { readonly width: number; readonly height: number }

/** Follows the box of an element; null until it has one. */
function useMeasuredSize(ref: RefObject<HTMLElement | null>): Size | null {
  const [size, setSize] = useState<Size | null>(null)
  useLayoutEffect(() => {
    const element = ref.current
    if (!element) return
    const measure = () => {
      const { width, height } = element.getBoundingClientRect()
      setSize(current =>
        current?.width === width && current.height === height ? current : { width, height },
      )
    }
    measure()
    const observer = new ResizeObserver(measure)
    observer.observe(element)
    return () => observer.disconnect()
  }, [ref])
  return size
}

type ShapeProps = { readonly y?: number; readonly height?: number; readonly payload?: LadderRow }

type Draw = (row: LadderRow, band: { top: number; height: number }, width: number) => ReactNode

/**
 * One Recharts bar for each ladder row, in bands as high as the HTML rows behind it. The rows carry
 * names, numbers, focus and clicks, so the drawing is silent and lets the pointer through.
 */
function RowChart({ rows, className, draw }: { rows: readonly LadderRow[]; className: string; draw: Draw }) {
  const box = useRef<HTMLDivElement>(null)
  const size = useMeasuredSize(box)
  return (
    <div ref={box} className={`ladder-chart ${className}`} aria-hidden="true">
      {size && size.width > 0 && size.height > 0 && (
        <BarChart
          layout="vertical"
          data={[...rows]}
          width={size.width}
          height={size.height}
          margin={{ top: 0, right: 0, bottom: 0, left: 0 }}
          barCategoryGap={0}
          barGap={0}
          accessibilityLayer={false}
          // Paper is another width than the screen the bars were measured on: stretch, never clip.
          {...{ preserveAspectRatio: 'none' }}
        >
          <XAxis type="number" domain={[0, 1]} allowDataOverflow hide />
          <YAxis type="category" dataKey="nodeId" hide />
          <Bar
            dataKey={fullWidth}
            isAnimationActive={false}
            shape={({ y = 0, height = 0, payload }: ShapeProps) => (
              <>{payload && draw(payload, { top: y, height }, size.width)}</>
            )}
          />
        </BarChart>
      )}
    </div>
  )
}

/** Every bar spans the chart; its shape draws what the row says. */
const fullWidth = () => 1

const barHeight = 18

/** Reached, lost and missing points of each row on one scale of points. */
export function GapBarsChart({ ladder }: { ladder: Ladder }) {
  return (
    <RowChart
      rows={ladder.rows}
      className="gaps"
      draw={(row, band, width) =>
        row.bar && (
          <GapSegments
            bar={row.bar}
            top={band.top + (band.height - barHeight) / 2}
            height={barHeight}
            // Leaves room for the end tick at the very end of the scale.
            place={share => share * (width - 2)}
          />
        )
      }
    />
  )
}

/** The falls from the maximum to the score: one block a row, joined by thin lines. */
export function WaterfallChart({ ladder }: { ladder: Ladder }) {
  return (
    <RowChart
      rows={ladder.rows}
      className="falls"
      draw={(row, band, width) => <Fall row={row} band={band} width={width} />}
    />
  )
}

/** Points on 0/0 say nothing of the work: ink, never the colour of a loss. */
function fallPaint({ notIncurred, sure }: LadderRow) {
  if (notIncurred)
    return { fill: 'url(#hatch-ink)', stroke: 'var(--ink-2)', strokeWidth: 1.2, strokeDasharray: '3 2.4' }
  return sure
    ? { fill: 'var(--lost)' }
    : { fill: 'url(#hatch-lost)', stroke: 'var(--lost)', strokeWidth: 1.2 }
}

function Fall({
  row,
  band,
  width,
}: {
  row: LadderRow
  band: { top: number; height: number }
  width: number
}) {
  const middle = band.top + band.height / 2
  // Rows as tall as on a phone keep the fall in a strip below their words.
  const thick = band.height > 60 ? 12 : Math.min(20, band.height * 0.6)
  const block = (from: number, to: number) => ({
    x: Math.min(from, to) * width,
    y: middle - thick / 2,
    width: Math.max(Math.abs(from - to) * width, 1),
    height: thick,
  })
  return (
    <g>
      <path
        d={`M${row.from * width} ${band.top}V${middle}M${row.to * width} ${middle}V${band.top + band.height}`}
        stroke="var(--rule-2)"
      />
      {row.lostSure !== '0' && <rect {...block(row.from, row.openFrom)} {...fallPaint(row)} />}
      {row.lostSure !== row.lost && (
        <rect
          {...block(row.openFrom, row.to)}
          fill="var(--paper)"
          stroke="var(--ink-2)"
          strokeWidth={1.4}
          strokeDasharray="3 2.4"
        />
      )}
    </g>
  )
}
