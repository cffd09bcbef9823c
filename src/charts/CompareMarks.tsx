import { type RefObject, useLayoutEffect, useRef, useState } from 'react'
import type { ComparedRow } from '../model/comparison.ts'
import { buildCompareSpan } from './compareSeries.ts'

const percent = (share: number) => `${share * 100}%`
const letters = ['A', 'B', 'C', 'D', 'E'] as const
const radius = 8

/** What stands for an agency in pictures and words. */
export function letterOf(index: number): string {
  return letters[index] ?? String(index + 1)
}

/**
 * One agency's disc: its letter, and a shape of its own so that neither colour nor reading is needed to
 * follow it: solid, hollow, hollow square, solid square, double ring. While its figure is open it is dashed.
 */
function DiscShape({ index, open = false }: { index: number; open?: boolean }) {
  const solid = !open && (index === 0 || index === 3)
  const square = index === 2 || index === 3
  const look = open
    ? { fill: 'var(--paper)', stroke: 'var(--ink-2)', strokeWidth: 1.4, strokeDasharray: '3 2.4' }
    : { fill: solid ? 'var(--actual)' : 'var(--paper)', stroke: 'var(--actual)', strokeWidth: 1.6 }
  return (
    <>
      {square ? (
        <rect x={-7.4} y={-7.4} width={14.8} height={14.8} {...look} />
      ) : (
        <circle r={index === 4 ? 8.4 : radius} {...look} />
      )}
      {index === 4 && !open && <circle r={5.9} fill="none" stroke="var(--actual)" strokeWidth={0.8} />}
      <text
        y="4"
        textAnchor="middle"
        fontSize={index === 4 ? 9.5 : 11.5}
        fontWeight="600"
        fill={solid ? 'var(--on-actual)' : 'var(--actual)'}
      >
        {letterOf(index)}
      </text>
    </>
  )
}

/** The disc beside the name it stands for. */
export function CompareLetter({ index }: { index: number }) {
  return (
    <svg className="compare-letter" width="18" height="18" viewBox="-9 -9 18 18" aria-hidden="true">
      <DiscShape index={index} />
    </svg>
  )
}

/** Width of an element as it changes; 0 until it has one. */
function useWidth(ref: RefObject<Element | null>): number {
  const [width, setWidth] = useState(0)
  useLayoutEffect(() => {
    const element = ref.current
    if (!element) return
    const measure = () => setWidth(element.getBoundingClientRect().width)
    measure()
    const observer = new ResizeObserver(measure)
    observer.observe(element)
    return () => observer.disconnect()
  }, [ref])
  return width
}

/** Discs of one row on a scale from 0 to full points, joined by a line; a dashed stretch is still open. */
export function CompareMark({ row }: { row: ComparedRow }) {
  const box = useRef<SVGSVGElement>(null)
  const width = useWidth(box)
  // Discs at the very ends keep their whole shape: the scale is inset by one radius.
  const scale = Math.max(width - radius * 2 - 2, 0)
  const { discs, line } = buildCompareSpan(row, scale === 0 ? 0 : (radius * 2) / scale)
  return (
    <svg className="compare-mark" height="20" ref={box} aria-hidden="true">
      <svg x="9" y="10" width={Math.max(scale, 0)} height="1" overflow="visible" aria-hidden="true">
        <line x1="0" x2="100%" y1="0" y2="0" stroke="var(--rule-2)" />
        <path d="M0 -4V4" stroke="var(--rule-2)" />
        <line x1="100%" x2="100%" y1="-4" y2="4" stroke="var(--rule-2)" />
        {line && (
          <line
            x1={percent(line.from)}
            x2={percent(line.to)}
            y1="0"
            y2="0"
            stroke="var(--actual)"
            strokeWidth="2.4"
          />
        )}
        {discs.map(({ index, value, openTo }) =>
          openTo === null ? null : (
            <rect
              key={index}
              x={percent(value)}
              y="-4"
              width={percent(openTo - value)}
              height="8"
              fill="var(--paper)"
              stroke="var(--ink-2)"
              strokeWidth="1.4"
              strokeDasharray="3 2.4"
            />
          ),
        )}
        {discs.map(({ index, at, openTo }) => (
          <svg key={index} x={percent(at)} overflow="visible" aria-hidden="true">
            <DiscShape index={index} open={openTo !== null} />
          </svg>
        ))}
      </svg>
    </svg>
  )
}
