import type { BarSegment } from '../../../model/deck.ts'

/** Below this share a paper gap between the parts would hide the smaller one. */
const smallestWithGap = 0.06
const percent = (share: number) => `${share * 100}%`

/**
 * The segments of one row after the chart grammar: solid where it is known, hatched where it is inferred, dashed and
 * hollow where something is missing. They carry no words; their row does.
 */
export function Segments({
  segments,
  height,
  isIdle,
}: {
  segments: readonly BarSegment[]
  height: number
  /** Rests on nothing that came in: the whole scale is a dashed frame. */
  isIdle: boolean
}) {
  return (
    <>
      {isIdle && <Frame from={0} to={1} height={height} isDashed />}
      {segments.map((segment, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: segments have no other name and never move
        <Segment key={at} segment={segment} height={height} />
      ))}
      {segments.slice(1).map((segment, at) => {
        const before = segments[at]
        const isParted =
          before !== undefined &&
          before.to === segment.from &&
          [before, segment].every(part => part.isSure && part.to - part.from >= smallestWithGap)
        return isParted ? (
          <rect
            key={segment.from}
            x={percent(segment.from)}
            y={-height / 2}
            width="4"
            height={height}
            fill="var(--paper)"
          />
        ) : null
      })}
    </>
  )
}

function Segment({ segment: { from, to, paint, isSure }, height }: { segment: BarSegment; height: number }) {
  if (to <= from) return null
  if (paint === 'max' || paint === 'open')
    return <Frame from={from} to={to} height={height} isDashed={paint === 'open'} />
  const hue = paint === 'idle' ? 'ink' : paint
  const ink = paint === 'idle' ? 'var(--ink-2)' : `var(--${paint})`
  const isHatched = !isSure || paint === 'idle'
  return (
    <svg
      className="ps-segment"
      x={percent(from)}
      y={-height / 2}
      width={percent(to - from)}
      height={height}
      aria-hidden="true"
    >
      {isHatched ? (
        <>
          {/* Hatches are drawn for letters; at the size of a wall they are two and a half times as large. */}
          <rect transform="scale(2.5)" width="40%" height="40%" fill={`url(#hatch-${hue})`} />
          <rect width="100%" height="100%" fill="none" stroke={ink} strokeWidth="6" />
        </>
      ) : (
        <rect width="100%" height="100%" fill={ink} />
      )}
    </svg>
  )
}

function Frame({
  from,
  to,
  height,
  isDashed,
}: {
  from: number
  to: number
  height: number
  isDashed: boolean
}) {
  return (
    <rect
      x={percent(from)}
      y={-height / 2}
      width={percent(to - from)}
      height={height}
      fill="none"
      stroke="var(--ink-2)"
      strokeWidth="3"
      {...(isDashed ? { strokeDasharray: '10 7' } : {})}
    />
  )
}

/** The line that comes down from the step above and goes on to the one below. */
export function JointLines({ above, below }: { above: number | null; below: number | null }) {
  return (
    <>
      {above !== null && <JointLine at={above} y1="0" y2="50%" />}
      {below !== null && <JointLine at={below} y1="50%" y2="100%" />}
    </>
  )
}

function JointLine({ at, y1, y2 }: { at: number; y1: string; y2: string }) {
  return <line x1={percent(at)} x2={percent(at)} y1={y1} y2={y2} stroke="var(--rule-2)" strokeWidth="2" />
}

/** Ink diamond on a line, above every hue. */
export function TargetDiamond({ at, height }: { at: number; height: number }) {
  return (
    <svg x={percent(at)} y="50%" overflow="visible" aria-hidden="true">
      <line y1={-height / 2 - 5} y2={height / 2 + 5} stroke="var(--ink)" strokeWidth="4" />
      <g transform={`translate(0 ${-height / 2 - 5})`}>
        <SlideDiamond />
      </g>
    </svg>
  )
}

/** The sign of a target. */
export function SlideDiamond() {
  return <path d="M0-11 11 0 0 11-11 0Z" fill="var(--ink)" stroke="var(--paper)" strokeWidth="2" />
}
