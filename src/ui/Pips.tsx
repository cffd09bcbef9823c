/** One box a grade: filled up to the one that is held, dashed where it is still open. */
export function Pips({
  count,
  sure,
  possible,
  className,
}: {
  count: number
  sure: number
  possible: number
  className: string
}) {
  return (
    <svg
      className={className}
      width={count * 7}
      height="12"
      viewBox={`0 0 ${count * 7} 12`}
      aria-hidden="true"
    >
      {Array.from({ length: count }, (_, index) => (
        <rect
          // biome-ignore lint/suspicious/noArrayIndexKey: boxes never move
          key={index}
          x={index * 7 + 0.7}
          y="0.7"
          width="4.8"
          height="10.6"
          fill={index < sure ? 'var(--ink-2)' : 'none'}
          stroke="var(--ink-2)"
          strokeWidth="1.2"
          {...(index >= sure && index < possible ? { strokeDasharray: '2 1.4' } : {})}
        />
      ))}
    </svg>
  )
}
