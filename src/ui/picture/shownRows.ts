/** How many rows of a long table are drawn, and how many it has. */
export type ShownRows = { readonly shown: number; readonly all: number }

/**
 * The first table of a block that leaves rows out because they are out of view; null when all are there.
 * Such a table says how many rows it has (`aria-rowcount`), its head included.
 */
export function findPartialTable(element: HTMLElement): ShownRows | null {
  for (const table of element.querySelectorAll<HTMLElement>('[aria-rowcount]')) {
    const heads = table.querySelectorAll('thead tr').length
    const all = Number(table.getAttribute('aria-rowcount')) - heads
    const shown = [...table.querySelectorAll('tbody tr')].filter(row => !isRoom(row)).length
    if (shown > 0 && shown < all) return { shown, all }
  }
  return null
}

/** A row without words that only holds the place of rows out of view. */
export function isRoom(row: Element): boolean {
  return row.textContent?.trim() === '' && row.querySelector('svg, input, button') === null
}
