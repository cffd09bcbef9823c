import type { QueryClient } from '@tanstack/react-query'
import type { ExportCheck, ExportOrigin } from '../../model/exportOrigin.ts'
import type { Problem } from '../../model/problem.ts'
import { type Offer, useOffers } from '../../state/exports/offers.ts'
import { compareExport } from '../../state/exports/openExport.ts'
import type { MakeOrigin } from '../../state/exports/originContext.ts'
import { takeOffer } from '../../state/exports/takeOffer.ts'

/** What came of holding a file against the page. */
export type CheckResult = {
  readonly origin: ExportOrigin
  /** Of the same view now. */
  readonly now: ExportOrigin
  readonly check: ExportCheck
  /** May be more than are listed. */
  readonly count: number
}

type Opened = { readonly file: File; readonly origin: ExportOrigin; readonly isCsv: boolean }

/** Longest wait for a view to be scored and drawn. */
const patience = 45_000
/** The view has to stand still for as long before it is taken. */
const settled = 400

/**
 * Waits until the opened view offers what the file was made of, makes it again and compares.
 * @returns null where the view does not offer it any more
 * @throws (rejects) when it cannot be made or read, and with the reason of an aborted signal
 */
export async function runCheck(
  { file, origin, isCsv }: Opened,
  client: QueryClient,
  makeOrigin: MakeOrigin,
  signal: AbortSignal,
): Promise<CheckResult | { readonly problems: readonly Problem[] } | null> {
  const offer = await offerOf(origin, client, signal)
  if (!offer) return null
  const compare = async () => {
    // With the file's own origin: what differs is then a value and never the moment it was made at.
    const same = () => Promise.resolve(origin)
    const { blob } = await takeOffer(offer, isCsv ? 'csv-semicolon' : 'xlsx', same, { signal })
    return compareExport(file, blob, signal)
  }
  const first = await compare()
  if (!first.ok) return { problems: first.problems }
  // Some parts of a view follow its headline: what differs is looked at once more when they had their time.
  const last = first.count === 0 ? first : await wait(1500, signal).then(compare)
  if (!last.ok) return { problems: last.problems }
  const now = await makeOrigin(origin.kind, origin.offer)
  return { origin, now, check: last.check, count: last.count }
}

async function offerOf(
  origin: ExportOrigin,
  client: QueryClient,
  signal: AbortSignal,
): Promise<Offer | null> {
  const end = performance.now() + patience
  const find = () =>
    [...useOffers.getState().offers.values()].find(
      each => each.kind === origin.kind && each.id === origin.offer,
    ) ?? null
  let quietSince: number | null = null
  let shown: Offer | null = null
  while (performance.now() < end) {
    await wait(80, signal)
    const offer = find()
    const isQuiet = client.isFetching() === 0
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
