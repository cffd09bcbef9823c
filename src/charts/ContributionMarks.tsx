import type { ContributionBar, ContributionBars } from './contributionSeries.ts'

const percent = (share: number) => `${share * 100}%`

/**
 * One agency's part in a loss, or (`nobody`) the part no agency explains. Its row carries name and numbers.
 * @param sure false where the whole was deduced: hatched in the same hue
 */
export function ContributionMark({
  bar: { from, to, offsets, shortened },
  zero,
  sure,
  nobody = false,
}: {
  bar: ContributionBar
  zero: number
  sure: boolean
  nobody?: boolean
}) {
  const hue = offsets ? 'actual' : 'lost'
  const look = nobody
    ? { fill: 'url(#hatch-ink)', stroke: 'var(--ink-2)', strokeWidth: 1.4, strokeDasharray: '3 2.4' }
    : sure
      ? { fill: `var(--${hue})` }
      : { fill: `url(#hatch-${hue})`, stroke: `var(--${hue})`, strokeWidth: 1.3 }
  const cutAt = offsets ? from : to
  return (
    <svg className="contribution-mark" height="14" aria-hidden="true">
      <rect x={percent(from)} y="1" width={percent(to - from)} height="12" {...look} />
      {from === to && <rect x={percent(from)} y="1" width="1.5" height="12" fill="var(--ink-2)" />}
      <line x1={percent(zero)} x2={percent(zero)} y1="0" y2="14" stroke="var(--ink-2)" />
      {shortened && (
        <svg x={percent(cutAt)} overflow="visible" aria-hidden="true">
          <path
            d={offsets ? 'M10 15 15 -1M15 15 20 -1' : 'M-20 15 -15 -1M-15 15 -10 -1'}
            stroke="var(--paper)"
            strokeWidth="2.4"
          />
        </svg>
      )}
    </svg>
  )
}

/** The whole loss as one bar: what agencies with figures carry, and what the rest does. */
export function LossPartsMark({
  parts: { known },
  sure,
}: {
  parts: NonNullable<ContributionBars['parts']>
  sure: boolean
}) {
  return (
    <svg className="loss-parts-mark" height="18" aria-hidden="true">
      <rect
        x="0.7"
        y="0.7"
        width="calc(100% - 1.4px)"
        height="16.6"
        fill="none"
        stroke="var(--ink-2)"
        strokeWidth="1.4"
        strokeDasharray="3 2.4"
      />
      <rect
        width={percent(Math.min(known, 1))}
        height="18"
        fill={sure ? 'var(--lost)' : 'url(#hatch-lost)'}
        {...(sure ? {} : { stroke: 'var(--lost)', strokeWidth: 1.3 })}
      />
    </svg>
  )
}
