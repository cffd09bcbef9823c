import type { ShiftPlaces } from './shiftSeries.ts'

/** Two discs joined by a line: A before (solid), B after (hollow). Its row carries the numbers. */
export function ShiftMark({ places: { from, to } }: { places: ShiftPlaces }) {
  return (
    <svg className="shift-mark" height="18" aria-hidden="true">
      <line x1="0" x2="100%" y1="9" y2="9" stroke="var(--rule)" />
      {from !== null && to !== null && (
        <line x1={percent(from)} x2={percent(to)} y1="9" y2="9" stroke="var(--ink)" strokeWidth="2.4" />
      )}
      {from !== null && <Disc at={from} letter="A" fill="var(--actual)" ink="var(--on-actual)" />}
      {to !== null && <Disc at={to} letter="B" fill="var(--paper)" ink="var(--actual)" />}
    </svg>
  )
}

const percent = (share: number) => `${share * 100}%`

function Disc({ at, letter, fill, ink }: { at: number; letter: string; fill: string; ink: string }) {
  return (
    <svg x={percent(at)} y="9" overflow="visible" aria-hidden="true">
      <circle r="8" fill={fill} stroke="var(--actual)" strokeWidth="1.6" />
      <text y="4" textAnchor="middle" fontSize="11.5" fontWeight="600" fill={ink}>
        {letter}
      </text>
    </svg>
  )
}
