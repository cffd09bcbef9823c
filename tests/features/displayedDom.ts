import type { DisplayedTable } from '../../src/model/displayedTable.ts'

/** What a table of the page says: whatever can be seen or heard, blanks made one, silent parts left out. */
export type DomTable = {
  /** Texts of each row of heads; one that goes over several columns stands in each of them. */
  readonly heads: readonly (readonly string[])[]
  /** One that goes over several columns stands in the first of them. */
  readonly rows: readonly (readonly string[])[]
}

/** @param skip cells that only hold a control */
export function domTable(table: HTMLTableElement, skip: (cell: Element) => boolean = () => false): DomTable {
  const cellsOf = (row: Element, isHead: boolean) =>
    [...row.children]
      .filter(cell => !skip(cell))
      .flatMap(cell => {
        const span = cell instanceof HTMLTableCellElement ? cell.colSpan : 1
        const text = textOf(cell)
        return [text, ...Array.from({ length: span - 1 }, () => (isHead ? text : ''))]
      })
  const lines = (part: string) =>
    [...table.querySelectorAll(`:scope > ${part} > tr`)].filter(
      row => row.getAttribute('aria-hidden') !== 'true',
    )
  return {
    heads: lines('thead').map(row => cellsOf(row, true)),
    rows: [...lines('tbody'), ...lines('tfoot')].map(row =>
      row.children.length === 1 && row.firstElementChild
        ? [textOf(row.firstElementChild)]
        : cellsOf(row, false),
    ),
  }
}

/** The projection in the same shape. */
export function shownRows(table: DisplayedTable): readonly (readonly string[])[] {
  return table.rows.map(row => row.cells.map(cell => cell.text))
}

function textOf(node: Node): string {
  return heard(node).replaceAll('\u200b', '').replace(/\s+/g, ' ').trim()
}

function heard(node: Node): string {
  if (node instanceof Element && node.getAttribute('aria-hidden') === 'true') return ''
  if (node.nodeType === Node.TEXT_NODE) return node.textContent ?? ''
  return [...node.childNodes].map(heard).join('')
}
