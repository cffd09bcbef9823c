import { TargetMark } from './GapBarMark.tsx'
import type { TargetBar } from './targetBarSeries.ts'

/** Bullet bar: reached share against the target mark, hollow while the figure is missing. */
export function TargetBarMark({ bar }: { bar: TargetBar }) {
  return (
    <svg className="target-bar" height="16" aria-hidden="true">
      {bar.actual === null ? (
        <rect
          x=".6"
          y="5.6"
          width="99.6%"
          height="8"
          fill="none"
          stroke="var(--ink-2)"
          strokeWidth="1.2"
          strokeDasharray="3 2.5"
        />
      ) : (
        <>
          <rect x="0" y="5" width="100%" height="9" fill="var(--chrome)" />
          <rect x="0" y="13.2" width="100%" height=".8" fill="var(--rule-2)" />
          <rect
            x="0"
            y="5.6"
            width={`${bar.actual * 100}%`}
            height="8"
            fill={bar.sure ? 'var(--actual)' : 'url(#hatch-actual)'}
            stroke="var(--actual)"
            strokeWidth="1.2"
          />
        </>
      )}
      <TargetMark x={`${bar.target * 100}%`} y={1} />
    </svg>
  )
}
