import type { QueryClient } from '@tanstack/react-query'
import { catalogueQuery } from '../../io/queries.ts'
import type { ExportCheck, ExportOrigin } from '../../model/exportOrigin.ts'
import type { Problem } from '../../model/problem.ts'
import { type Offer, standingOffers, useOffers } from '../../state/exports/offers.ts'
import { compareExport } from '../../state/exports/openExport.ts'
import { takeOffer } from '../../state/exports/takeOffer.ts'
import { readSearch, type Search } from '../search.ts'
import { frozenSource } from './keptData.ts'
import { makeOrigin, type OriginView } from './makeOrigin.ts'
import { viewData } from './viewData.ts'

/** What came of holding a file against the page. */
export type CheckResult = {
  readonly origin: ExportOrigin
  /** Of the same view now; of what the page has now where the file's figures were frozen. */
  readonly now: ExportOrigin
  /** When the figures were frozen that the file was held against, ISO instant; null: they are the page's. */
  readonly frozenAt: string | null
  readonly check: ExportCheck
  /** May be more than are listed. */
  readonly count: number
}

/** What stands on screen at a moment. */
export type StandingView = Required<Pick<OriginView, 'pathname' | 'search' | 'language' | 'isOpening'>>

type Opened = { readonly file: File; readonly origin: ExportOrigin; readonly isCsv: boolean }

/** Longest wait for a view to be scored and drawn. */
const patience = 45_000
/** The view has to stand still for as long before it is taken. */
const settled = 400

/** The view of the file was left; what it would be compared with is another one's. */
const movedAway = new Error('the view was left')

/**
 * Waits until the opened view is at rest and offers what the file was made of, makes it again and compares. Never
 * with another view: before and after, the screen has to be the file's.
 * @param where what is on screen now
 * @returns null where the view does not offer it any more, "moved" as soon as it is not the file's
 * @throws (rejects) when it cannot be made or read, and with the reason of an aborted signal
 */
export async function runCheck(
  { file, origin, isCsv }: Opened,
  client: QueryClient,
  where: () => StandingView,
  signal: AbortSignal,
): Promise<CheckResult | { readonly problems: readonly Problem[] } | null | 'moved'> {
  const wanted = await viewOf(client, origin.kind, {
    pathname: origin.path,
    search: readSearch(origin.search),
    language: origin.language,
  })
  let seen: string | null = null
  const stays = async () => {
    const view = where()
    const address = textOf(view.pathname, view.search, view.language)
    if (address === seen) return
    if ((await viewOf(client, origin.kind, view)) !== wanted) throw movedAway
    seen = address
  }
  const compare = async () => {
    const offer = await offerOf(origin, client, where, stays, signal)
    if (!offer) return null
    // With the file's own origin: what differs is then a value and never the moment it was made at.
    const same = () => Promise.resolve(origin)
    const { blob } = await takeOffer(offer, isCsv ? 'csv-semicolon' : 'xlsx', same, { signal })
    await stays()
    return compareExport(file, blob, signal)
  }
  try {
    const first = await compare()
    if (!first) return null
    if (!first.ok) return { problems: first.problems }
    // Some parts of a view follow its headline: what differs is looked at once more when they had their time.
    const last = first.count === 0 ? first : await wait(1500, signal).then(compare)
    if (!last) return null
    if (!last.ok) return { problems: last.problems }
    const now = await originNow(client, origin, where())
    await stays()
    return { origin, ...now, check: last.check, count: last.count }
  } catch (error) {
    if (error === movedAway && !signal.aborted) return 'moved'
    throw error
  }
}

/** A view of frozen figures would only agree with itself: whether data changed is said by those of the page. */
async function originNow(client: QueryClient, { kind, offer }: ExportOrigin, view: StandingView) {
  const catalogue = await client.ensureQueryData(catalogueQuery())
  const frozen = view.pathname === '/present' ? await frozenSource(catalogue, view.search) : null
  const search = frozen ? { ...view.search, deck: undefined } : view.search
  const made = await makeOrigin({ ...view, search, client, now: Date.now() }, kind, offer)
  return { now: made(null), frozenAt: frozen?.frozenAt ?? null }
}

/** Screen, language and address with everything filled in that the page chooses: the same text for the same view. */
async function viewOf(
  client: QueryClient,
  kind: ExportOrigin['kind'],
  { pathname, search, language }: Omit<StandingView, 'isOpening'>,
): Promise<string> {
  const filled = await viewData(client, pathname, search, kind)
  return textOf(pathname, filled.search, language)
}

function textOf(pathname: string, search: Search, language: string): string {
  const said = Object.entries({ ...search, lang: language }).filter(([, value]) => value !== undefined)
  return JSON.stringify([pathname, said.toSorted(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0))])
}

/** What the file was made of, once the view is whole and has stood still. */
async function offerOf(
  { kind, offer: id }: ExportOrigin,
  client: QueryClient,
  where: () => StandingView,
  stays: () => Promise<void>,
  signal: AbortSignal,
): Promise<Offer | null> {
  const end = performance.now() + patience
  const find = () =>
    standingOffers(useOffers.getState().offers).find(each => each.kind === kind && each.id === id) ?? null
  let quietSince: number | null = null
  let shown: Offer | null = null
  while (performance.now() < end) {
    await wait(80, signal)
    await stays()
    const offer = find()
    const isQuiet = client.isFetching() === 0 && !where().isOpening && !isBusy()
    if (!isQuiet || offer !== shown || quietSince === null) quietSince = isQuiet ? performance.now() : null
    shown = offer
    if (quietSince === null) continue
    const stood = performance.now() - quietSince
    if (offer && stood > settled) return offer
    // Nothing is being read, and still it is not there.
    if (!offer && stood > 12_000) return null
  }
  return null
}

/** Parts that are worked out again say so to whoever listens. */
const isBusy = () =>
  document.querySelector('#content[aria-busy="true"], #content [aria-busy="true"]') !== null

function wait(milliseconds: number, signal: AbortSignal): Promise<void> {
  signal.throwIfAborted()
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => {
      signal.removeEventListener('abort', stop)
      resolve()
    }, milliseconds)
    const stop = () => {
      clearTimeout(timer)
      reject(signal.reason)
    }
    signal.addEventListener('abort', stop, { once: true })
  })
}
