/** Keeps the length of the table while rows out of sight are not drawn. */
export function Gap({ height }: { height: number }) {
  return (
    // biome-ignore lint/a11y/noAriaHiddenOnFocusable: nothing in it takes the keyboard
    <tr className="gap-row" aria-hidden="true" style={{ height }}>
      <td />
    </tr>
  )
}

/** Room before each drawn row, and after the last one. */
export function gapsAround(
  items: readonly { readonly start: number; readonly end: number }[],
  total: number,
): readonly number[] {
  const before = items.map((item, place) => item.start - (items[place - 1]?.end ?? 0))
  return [...before, total - (items.at(-1)?.end ?? 0)]
}
