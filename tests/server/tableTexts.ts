import type { DisplayedTable } from '../../src/model/displayedTable.ts'
import { useOffers } from '../../src/state/exports/offers.ts'

/** What the screen offers under an id, as it is displayed at this moment. */
export async function offeredTable(id: string): Promise<DisplayedTable> {
  const offer = [...useOffers.getState().offers.values()].find(each => each.id === id)
  if (offer?.kind !== 'table') throw new Error(`no table ${id} is offered`)
  return offer.make()
}

/** Signs between parts of a cell that a drawing sets on lines of their own. */
const bare = (text: string) => text.replace(/[\s;“”]+/g, '')

/**
 * Rows of a drawn table, each as the texts of its cells without blanks.
 * @param unseen parts that this drawing does not show
 * @param heard parts of which the name for readers of the screen counts
 */
export function drawnRows(
  table: Element,
  { unseen = '', heard = '' }: { readonly unseen?: string; readonly heard?: string } = {},
): readonly (readonly string[])[] {
  return [...table.querySelectorAll('tbody tr, tfoot tr')].map(row =>
    [...row.children].map(cell => {
      const copy = cell.cloneNode(true)
      if (!(copy instanceof Element)) return ''
      if (unseen !== '') for (const part of copy.querySelectorAll(unseen)) part.remove()
      if (heard !== '')
        for (const part of copy.querySelectorAll(heard)) part.textContent = part.getAttribute('aria-label')
      return bare(copy.textContent ?? '')
    }),
  )
}

/**
 * Rows of a projection in the same form.
 * @param cells columns that one drawn cell holds, in order; those that are not in the table are passed over
 */
export function projectedRows(
  { columns, rows }: DisplayedTable,
  cells: readonly (readonly string[])[],
): readonly (readonly string[])[] {
  const placeOf = new Map(columns.map(({ id }, index) => [id, index]))
  return rows.map(({ kind, cells: own }) =>
    kind === 'heading' || kind === 'gap'
      ? own.map(({ text }) => bare(text))
      : cells.map(ids =>
          bare(
            ids
              .map(id => placeOf.get(id))
              .map(place => (place === undefined ? '' : (own[place]?.text ?? '')))
              .join(''),
          ),
        ),
  )
}

/** Columns that no cell of the drawing was named for: nothing may stand in a file that is nowhere on screen. */
export function unplaced(
  { columns }: DisplayedTable,
  cells: readonly (readonly string[])[],
): readonly string[] {
  const placed = new Set(cells.flat())
  return columns.map(({ id }) => id).filter(id => !placed.has(id))
}
