import { createRoot, type Root } from 'react-dom/client'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { saveOffer, useExportRun } from '../../../src/app/exports/exportRun.ts'
import { TableButtons } from '../../../src/exports/TableButtons.tsx'
import { type Offer, standingOffers, useOffer, useOffers } from '../../../src/state/exports/offers.ts'
import { type MakeOrigin, OriginProvider } from '../../../src/state/exports/originContext.ts'
import { LanguageProvider } from '../../../src/ui/language.tsx'
import { madeOrigin, offeredTable } from '../../gallery/exportCases.tsx'

let root: Root | null = null

beforeEach(() => {
  // Nothing is saved to the disk of whoever runs this.
  vi.spyOn(HTMLAnchorElement.prototype, 'click').mockImplementation(() => undefined)
})
afterEach(() => {
  root?.unmount()
  root = null
  document.body.replaceChildren()
  vi.restoreAllMocks()
  useExportRun.setState({ run: { status: 'idle' } })
})

/** Holds what waits for it until it is opened. */
function aGate() {
  let resolve: () => void = () => undefined
  const promise = new Promise<void>(done => {
    resolve = done
  })
  return { promise, resolve: () => resolve() }
}

/** The address as the app would name it, and what asks it. */
function anAddress() {
  const address = { agency: 'so-a' }
  const origin: MakeOrigin = () => {
    const { agency } = address
    return async () => ({ ...madeOrigin, path: '/criteria', search: { agency } })
  }
  return { address, origin }
}

test('a file is of the view its button was pressed on, though another one is opened while it is made', async () => {
  const { address, origin } = anAddress()
  const gate = aGate()
  const asked: string[] = []
  const offer: Offer = {
    kind: 'table',
    id: 't',
    name: 'Bảng',
    make: () => {
      asked.push(address.agency)
      return gate.promise.then(() => offeredTable)
    },
  }
  const saving = saveOffer(offer, 'csv-comma', 'Bảng', origin)
  address.agency = 'so-b'
  gate.resolve()
  await saving
  expect(asked).toEqual(['so-a'])
  expect(useExportRun.getState().run).toEqual({ status: 'saved', fileName: 'bang_so-a.csv' })
})

test('so it is with the buttons of a table', async () => {
  const { address, origin } = anAddress()
  const begun: string[] = []
  const seen: MakeOrigin = (...asked) => {
    begun.push(address.agency)
    return origin(...asked)
  }
  const gate = aGate()
  const host = document.body.appendChild(document.createElement('div'))
  root = createRoot(host)
  root.render(
    <LanguageProvider language="vi">
      <OriginProvider value={seen}>
        <TableButtons
          id="t"
          name="Bảng"
          fileName="bang"
          make={() => gate.promise.then(() => offeredTable)}
          className="x"
        />
      </OriginProvider>
    </LanguageProvider>,
  )
  await vi.waitFor(() => expect(host.querySelector('button')).not.toBeNull())
  host.querySelector('button')?.click()
  address.agency = 'so-b'
  gate.resolve()
  await vi.waitFor(() => expect(host.textContent).toContain('Đã tải bang.csv'))
  expect(begun).toEqual(['so-a'])
})

function Offering({ name, id = 't' }: { name: string; id?: string }) {
  useOffer({ kind: 'table', id, name, make: () => ({ ...offeredTable, title: name }) })
  return null
}

const namesOffered = () => standingOffers(useOffers.getState().offers).map(({ name }) => name)

test('an offer whose name changes keeps its place in the list', async () => {
  root = createRoot(document.body.appendChild(document.createElement('div')))
  const draw = (first: string) =>
    root?.render(
      <>
        <Offering key="a" id="a" name={first} />
        <Offering key="b" id="b" name="Hai" />
      </>,
    )
  draw('Một')
  await vi.waitFor(() => expect(namesOffered()).toEqual(['Một', 'Hai']))
  draw('Một (2026)')
  await vi.waitFor(() => expect(namesOffered()).toEqual(['Một (2026)', 'Hai']))
  root.render(null)
  await vi.waitFor(() => expect(namesOffered()).toEqual([]))
})

test('of two offers of one kind and id the last stands, and the first again when that goes', async () => {
  root = createRoot(document.body.appendChild(document.createElement('div')))
  root.render([<Offering key="a" name="Cũ" />, <Offering key="b" name="Mới" />])
  await vi.waitFor(() => expect(namesOffered()).toEqual(['Mới']))
  root.render([<Offering key="a" name="Cũ" />])
  await vi.waitFor(() => expect(namesOffered()).toEqual(['Cũ']))
})
