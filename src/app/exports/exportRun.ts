import { create } from 'zustand'
import { fileNameOf } from '../../io/fileName.ts'
import type { ExportOrigin } from '../../model/exportOrigin.ts'
import type { Offer } from '../../state/exports/offers.ts'
import type { MakeOrigin } from '../../state/exports/originContext.ts'
import type { TableFormat } from '../../state/exports/tableFile.ts'
import { takeOffer } from '../../state/exports/takeOffer.ts'
import { download } from '../../ui/download.ts'
import { foldText } from '../../ui/foldText.ts'

/** What is being made or was made last. Goes on when the list is closed: a file that was asked for comes. */
export type ExportRun =
  | { readonly status: 'idle' }
  | {
      readonly status: 'busy'
      readonly name: string
      readonly done: number | null
      readonly cancel: () => void
    }
  | { readonly status: 'saved'; readonly fileName: string }
  | { readonly status: 'cancelled' }
  /** `instead`: a simpler form of the same that may still come out. */
  | { readonly status: 'failed'; readonly name: string; readonly reason: string; readonly hasCsv: boolean }

export const useExportRun = create<{ readonly run: ExportRun }>()(() => ({ run: { status: 'idle' } }))

const show = (run: ExportRun) => useExportRun.setState({ run })

/** Forgets what was said of the last file. */
export function clearRun(): void {
  if (useExportRun.getState().run.status !== 'busy') show({ status: 'idle' })
}

/**
 * Makes the file of an offer and hands it over; nothing while another one is being made. What it is of and what
 * stands in it are both taken at once: the view may be left while the file is made.
 */
export async function saveOffer(
  offer: Offer,
  format: TableFormat,
  name: string,
  makeOrigin: MakeOrigin,
): Promise<void> {
  if (useExportRun.getState().run.status === 'busy') return
  const controller = new AbortController()
  const cancel = () => controller.abort()
  const tell = (done: number | null) => {
    if (!controller.signal.aborted) show({ status: 'busy', name, done, cancel })
  }
  tell(null)
  try {
    const pending = makeOrigin(offer.kind, offer.id)
    const origins: ExportOrigin[] = []
    const originFor = async (narrowed?: readonly string[]) => {
      const origin = await pending(narrowed)
      origins.push(origin)
      return origin
    }
    const { blob, extension } = await takeOffer(offer, format, originFor, {
      signal: controller.signal,
      progress: tell,
    })
    controller.signal.throwIfAborted()
    const fileName = exportFileName(offer.name, origins[0], extension)
    download(fileName, blob)
    show({ status: 'saved', fileName })
  } catch (error) {
    if (controller.signal.aborted) return show({ status: 'cancelled' })
    const reason = error instanceof Error ? error.message : String(error)
    show({ status: 'failed', name, reason, hasCsv: offer.kind === 'table' && format === 'xlsx' })
  }
}

type Part = 'ruleSet' | 'period' | 'group' | 'agency' | 'round' | 'plan'

/** What a screen shows of: a list of every agency, or of none, is not named after the chosen one. */
const partsOf: Readonly<Record<string, readonly Part[]>> = {
  '/agencies': ['ruleSet', 'period', 'group'],
  '/rule-sets': ['ruleSet'],
  '/tasks': ['plan'],
  '/sources': [],
  '/exchange': [],
}
const ofOneAgency: readonly Part[] = ['ruleSet', 'period', 'agency', 'round', 'plan']

/** Letters of a name that a list of files has room for. */
const longestName = 60

/** "bang-cham-diem_mau-tinh-cqs_2026-10_mh-so-noi-vu.xlsx": what it is, as the list names it, and of which view. */
export function exportFileName(
  offerName: string,
  origin: Pick<ExportOrigin, 'search' | 'path'> | undefined,
  extension: string,
): string {
  const parts = (partsOf[origin?.path ?? ''] ?? ofOneAgency).flatMap(key => origin?.search[key] ?? [])
  return fileNameOf([slugOf(offerName), ...parts], extension)
}

/** Words without accents and blanks; cut between two of them. */
function slugOf(name: string): string {
  const words = foldText(name)
    .split(/[^a-z0-9]+/)
    .filter(word => word !== '')
  let slug = words[0]?.slice(0, longestName) ?? 'tep'
  for (const word of words.slice(1)) {
    if (slug.length + 1 + word.length > longestName) break
    slug += `-${word}`
  }
  return slug
}
