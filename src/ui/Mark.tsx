/** The chart grammar in the size of a letter: the same signs stand in charts, legends, rows and receipts. */
export type MarkKind =
  | 'actual'
  | 'lost'
  | 'actualInferred'
  | 'lostInferred'
  | 'known'
  | 'inferred'
  | 'illustrative'
  | 'missing'
  | 'notApplicable'
  | 'max'
  | 'target'
  | 'targetInferred'
  | 'reached'
  | 'warning'
  | 'error'

/** Always stands beside the word or number it qualifies, so it is hidden from readers. */
export function Mark({ kind, size = 11 }: { kind: MarkKind; size?: number }) {
  return (
    <svg className="mark" width={size} height={size} viewBox="0 0 11 11" aria-hidden="true">
      {drawings[kind]}
    </svg>
  )
}

function square(fill: string, stroke?: string) {
  return stroke === undefined ? (
    <rect x=".5" y=".5" width="10" height="10" fill={fill} />
  ) : (
    <rect x=".75" y=".75" width="9.5" height="9.5" fill={fill} stroke={stroke} strokeWidth="1.3" />
  )
}

const drawings = {
  actual: square('var(--actual)'),
  lost: square('var(--lost)'),
  actualInferred: square('url(#hatch-actual)', 'var(--actual)'),
  lostInferred: square('url(#hatch-lost)', 'var(--lost)'),
  known: square('var(--ink-2)'),
  inferred: square('url(#hatch-ink)', 'var(--ink-2)'),
  // As unsure as what we infer; the word beside it tells them apart.
  illustrative: square('url(#hatch-ink)', 'var(--ink-2)'),
  missing: (
    <rect
      x="1"
      y="1"
      width="9"
      height="9"
      fill="none"
      stroke="var(--ink-2)"
      strokeWidth="1.4"
      strokeDasharray="2.2 1.6"
    />
  ),
  notApplicable: (
    <>
      <circle cx="5.5" cy="5.5" r="4.3" fill="none" stroke="var(--ink-2)" strokeWidth="1.3" />
      <path d="M2 9 9 2" stroke="var(--ink-2)" strokeWidth="1.3" />
    </>
  ),
  max: <path d="M9.5 0V11M0 5.5H9.5" stroke="var(--ink-2)" strokeWidth="1.4" fill="none" />,
  target: (
    <>
      <path d="M5.5 0 8.6 3.1 5.5 6.2 2.4 3.1Z" fill="var(--ink)" />
      <path d="M5.5 4V11" stroke="var(--ink)" strokeWidth="1.8" />
    </>
  ),
  targetInferred: (
    <>
      <path d="M5.5 4V11" stroke="var(--ink)" strokeWidth="1.8" />
      <path d="M5.5 .7 8 3.1 5.5 5.6 3 3.1Z" fill="var(--paper)" stroke="var(--ink)" strokeWidth="1.1" />
    </>
  ),
  reached: <path d="M1.2 5.8 4.3 9 9.8 2" fill="none" stroke="currentColor" strokeWidth="2" />,
  warning: (
    <>
      <path d="M5.5 .8 10.6 10.2H.4Z" fill="none" stroke="currentColor" strokeWidth="1.3" />
      <path d="M5.5 4V7" stroke="currentColor" strokeWidth="1.5" />
      <circle cx="5.5" cy="8.6" r=".8" fill="currentColor" />
    </>
  ),
  error: (
    <>
      <circle cx="5.5" cy="5.5" r="5" fill="currentColor" />
      <path d="M5.5 2.4V6.2" stroke="var(--paper)" strokeWidth="1.5" />
      <circle cx="5.5" cy="8.1" r=".85" fill="var(--paper)" />
    </>
  ),
} as const

/** Hatches used by marks and charts; one set for each themed root, drawn once by the shell. */
export function HatchPatterns() {
  return (
    <svg className="hatches" width="0" height="0" aria-hidden="true">
      <defs>
        {(['lost', 'actual', 'ink'] as const).map(hue => (
          <pattern
            key={hue}
            id={`hatch-${hue}`}
            width="6"
            height="6"
            patternUnits="userSpaceOnUse"
            patternTransform="rotate(45)"
          >
            <rect width="6" height="6" fill="var(--paper)" />
            <rect width="2.6" height="6" fill={hue === 'ink' ? 'var(--ink-2)' : `var(--${hue})`} />
          </pattern>
        ))}
      </defs>
    </svg>
  )
}
