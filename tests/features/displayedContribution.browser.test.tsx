import { afterEach, beforeEach, expect, test } from 'vitest'
import { page } from 'vitest/browser'
import type { DisplayedTable } from '../../src/model/displayedTable.ts'
import { useOffers } from '../../src/state/exports/offers.ts'
import { LanguageProvider } from '../../src/ui/language.tsx'
import { contributionCases } from '../gallery/contributionCases.tsx'
import '../gallery/styles.ts'
import { type Mounted, mount } from '../server/mount.ts'
import { domTable, shownRows } from './displayedDom.ts'

let drawn: Mounted | undefined

beforeEach(() => page.viewport(1366, 768))
afterEach(() => {
  drawn?.unmount()
  expect(drawn?.errors).toEqual([])
  drawn = undefined
})

async function offered(id: string): Promise<DisplayedTable> {
  const find = () => [...useOffers.getState().offers.values()].find(offer => offer.id === id)
  await expect.poll(() => find()?.id).toBe(id)
  const offer = find()
  if (offer?.kind !== 'table') throw new Error(`${id} is not offered`)
  return offer.make()
}

test.each([
  ['contribution', 'contribution-table'],
  ['compare', 'compare-table'],
])('%s says what its table says', async (id, caseId) => {
  const example = contributionCases.find(each => each.id === caseId)
  drawn = mount(<LanguageProvider language="vi">{example?.draw()}</LanguageProvider>)
  const find = () => document.querySelector<HTMLTableElement>(`table.${id}-table`)
  await expect.poll(find).not.toBeNull()
  const table = find()
  if (!table) throw new Error('nothing is drawn')
  const [shown, dom] = [await offered(id), domTable(table)]
  expect(shown.columns.map(column => column.head)).toEqual(dom.heads[0])
  expect(shownRows(shown)).toEqual(dom.rows)
})
