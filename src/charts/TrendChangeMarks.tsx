import type { ChangeStepBar, Stretch } from './trendChangeSeries.ts'

const across = (share: number) => `${share * 100}%`

/** A total at its place on the scale of the levels; a dashed stretch while figures are missing. */
export function LevelMark({ level: { from, to } }: { level: Stretch }) {
  return (
    <svg className="change-mark" width="100%" height="100%" aria-hidden="true">
      {from === to ? (
        <rect
          className="change-level"
          x={across(from)}
          y="12%"
          width="4"
          height="76%"
          transform="translate(-2 0)"
        />
      ) : (
        <rect className="change-open" x={across(from)} y="22%" width={across(to - from)} height="56%" />
      )}
    </svg>
  )
}

/** What one cause moves: from the level before to the level after. */
export function StepMark({ step: { bar, level } }: { step: ChangeStepBar }) {
  return (
    <svg className="change-mark" width="100%" height="100%" aria-hidden="true">
      {bar === null && level.from === level.to ? (
        <rect
          className="change-level"
          x={across(level.from)}
          y="20%"
          width="4"
          height="60%"
          transform="translate(-2 0)"
        />
      ) : bar === null ? (
        <rect
          className="change-open"
          x={across(Math.min(level.from, level.to))}
          y="22%"
          width={across(Math.abs(level.to - level.from))}
          height="56%"
        />
      ) : (
        <>
          <rect
            className={`change-step ${bar.direction}`}
            x={across(bar.from)}
            y="20%"
            width={across(bar.to - bar.from)}
            height="60%"
          />
          <line className="change-join" x1={across(level.to)} x2={across(level.to)} y1="80%" y2="130%" />
        </>
      )}
    </svg>
  )
}

/** One criterion to the left of zero (lost) or to the right (won). */
export function MoverMark({ bar: { from, to } }: { bar: { readonly from: number; readonly to: number } }) {
  const place = (share: number) => 0.5 + share / 2
  const [left, right] = [Math.min(from, to, 0), Math.max(from, to, 0)]
  const isOpen = from !== to
  return (
    <svg className="change-mark" width="100%" height="100%" aria-hidden="true">
      <rect
        className={isOpen ? 'change-open' : `change-step ${to < 0 ? 'down' : 'up'}`}
        x={across(place(left))}
        y="22%"
        width={across(place(right) - place(left))}
        height="56%"
      />
      <line className="change-zero" x1="50%" x2="50%" y1="0" y2="100%" />
    </svg>
  )
}
