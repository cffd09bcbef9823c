/** What the keyboard needs to know of a row. */
export type KeyRow = {
  readonly id: string
  readonly parentId: string | null
  /** null: nothing to fold. */
  readonly isExpanded: boolean | null
}

export type KeyMove =
  | { readonly kind: 'go'; readonly index: number }
  | { readonly kind: 'fold'; readonly id: string }
  | { readonly kind: 'open'; readonly id: string }

/** Rows a page key goes past. */
const pageRows = 10

/**
 * What a key does on a row of a tree grid: arrows go up and down, Right opens a group or enters it, Left
 * folds it or goes to its parent, Enter and Space open the receipt.
 * @returns null where the key means nothing here
 */
export function treeKey(
  key: string,
  rows: readonly KeyRow[],
  index: number,
  canFold: boolean,
): KeyMove | null {
  const row = rows[index]
  if (!row) return null
  const go = (to: number): KeyMove => ({
    kind: 'go',
    index: Math.min(Math.max(to, 0), rows.length - 1),
  })
  switch (key) {
    case 'ArrowDown':
      return go(index + 1)
    case 'ArrowUp':
      return go(index - 1)
    case 'PageDown':
      return go(index + pageRows)
    case 'PageUp':
      return go(index - pageRows)
    case 'Home':
      return go(0)
    case 'End':
      return go(rows.length - 1)
    case 'ArrowRight': {
      if (row.isExpanded === null) return null
      if (row.isExpanded) return rows[index + 1]?.parentId === row.id ? go(index + 1) : null
      return canFold ? { kind: 'fold', id: row.id } : null
    }
    case 'ArrowLeft': {
      if (row.isExpanded === true && canFold) return { kind: 'fold', id: row.id }
      const parent = rows.findIndex(each => each.id === row.parentId)
      return parent < 0 ? null : go(parent)
    }
    case 'Enter':
    case ' ':
      return { kind: 'open', id: row.id }
    default:
      return null
  }
}
