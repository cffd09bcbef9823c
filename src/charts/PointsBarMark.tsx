import type { PointsSegment } from './pointsBarSeries.ts'

/** Outlined as every maximum; hatched where it is not written in a document, dashed where nobody knows whose it is. */
export function PointsBarMark({ state }: Pick<PointsSegment, 'state'>) {
  const isOpen = state === 'shared'
  const isSure = state === 'stated' || state === 'partial'
  return (
    <svg className="points-bar-mark" aria-hidden="true">
      <rect
        width="100%"
        height="100%"
        fill={isOpen ? 'none' : isSure ? 'var(--actual-wash)' : 'url(#hatch-ink)'}
        stroke="var(--ink-2)"
        strokeWidth="2.6"
        {...(isOpen ? { strokeDasharray: '4 3' } : {})}
      />
    </svg>
  )
}
