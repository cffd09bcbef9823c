import { memo } from 'react'
import type { BarParts } from './pointsBar.ts'

/** Below this share a paper gap between the parts would hide the smaller one. */
const smallestWithGap = 0.06

const percent = (share: number) => `${share * 100}%`

/** Reached, open and lost points on one line; the numbers beside it say the same. */
export const PointsBar = memo(function PointsBar({
  bar,
  size,
}: {
  bar: BarParts
  size: 'small' | 'normal' | 'large'
}) {
  const { reached, open, lost, isSure } = bar
  const openEnd = reached + open
  const isParted = lost >= smallestWithGap && openEnd >= smallestWithGap
  return (
    <svg className={`sa-bar ${size}${isSure ? '' : ' unsure'}`} aria-hidden="true">
      <rect className="sa-bar-track" width="100%" height="100%" />
      {lost > 0 && <rect className="sa-bar-lost" x={percent(openEnd)} width={percent(lost)} height="100%" />}
      {reached > 0 && <rect className="sa-bar-reached" width={percent(reached)} height="100%" />}
      {open > 0 && (
        // In a box of its own: the dashes keep inside whatever the width is.
        <svg x={percent(reached)} width={percent(open)} height="100%" overflow="visible" aria-hidden="true">
          <rect className="sa-bar-gap" width="100%" height="100%" />
          <rect className="sa-bar-open" y=".7" width="100%" />
        </svg>
      )}
      {isParted && isSure && <rect className="sa-bar-gap" x={percent(openEnd)} width="1.5" height="100%" />}
    </svg>
  )
})
