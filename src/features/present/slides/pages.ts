/**
 * A list in pages of nearly the same length, so that no page holds a single row.
 * @param most pages; what is past them is left out
 */
export function pagesOf<Row>(
  rows: readonly Row[],
  perPage: number,
  most: number,
): readonly (readonly Row[])[] {
  const shown = rows.slice(0, perPage * most)
  const count = Math.ceil(shown.length / perPage)
  const size = Math.ceil(shown.length / Math.max(count, 1))
  return Array.from({ length: count }, (_, page) => shown.slice(page * size, (page + 1) * size))
}
