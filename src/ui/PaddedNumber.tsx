/**
 * A number in a column that aligns on its comma: hidden zeros take the place of decimals the
 * source does not give, so none is invented.
 */
export function PaddedNumber({
  text,
  decimals,
  mark = ',',
}: {
  /** The number as shown. */
  text: string
  /** Decimals of the longest number in the column. */
  decimals: number
  /** Decimal mark of the language. */
  mark?: string | undefined
}) {
  const shown = text.includes(mark) ? text.length - text.lastIndexOf(mark) - 1 : 0
  const missing = decimals - shown
  const hidden = missing <= 0 ? '' : (shown === 0 ? mark : '') + '0'.repeat(missing)
  return (
    <>
      {text}
      {hidden !== '' && (
        <i className="pad" aria-hidden="true">
          {hidden}
        </i>
      )}
    </>
  )
}
