/** What is shown, where other screens choose it. */
export function FixedFact({
  label,
  value,
  title = value,
  className,
}: {
  label: string
  value: string
  title?: string | undefined
  className: string
}) {
  return (
    <p className={`picker fixed ${className}`} title={title}>
      <span className="picker-label">{label}</span>
      <b>{value}</b>
    </p>
  )
}
