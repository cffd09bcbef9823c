import { create } from 'zustand'
import { fileNameOf } from '../../io/fileName.ts'
import type { ExportOrigin } from '../../model/exportOrigin.ts'
import type { Offer } from '../../state/exports/offers.ts'
import type { MakeOrigin } from '../../state/exports/originContext.ts'
import type { TableFormat } from '../../state/exports/tableFile.ts'
import { download } from '../../ui/download.ts'

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

/** Makes the file of an offer and hands it over; nothing while another one is being made. */
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
    const { takeOffer } = await import('../../state/exports/takeOffer.ts')
    const origins: ExportOrigin[] = []
    const originFor = async (narrowed?: readonly string[]) => {
      const origin = await makeOrigin(offer.kind, offer.id, narrowed)
      origins.push(origin)
      return origin
    }
    const { blob, extension } = await takeOffer(offer, format, originFor, {
      signal: controller.signal,
      progress: tell,
    })
    controller.signal.throwIfAborted()
    const fileName = exportFileName(offer.id, origins[0], extension)
    download(fileName, blob)
    show({ status: 'saved', fileName })
  } catch (error) {
    if (controller.signal.aborted) return show({ status: 'cancelled' })
    const reason = error instanceof Error ? error.message : String(error)
    show({ status: 'failed', name, reason, hasCsv: offer.kind === 'table' && format === 'xlsx' })
  }
}

const named = ['ruleSet', 'period', 'group', 'agency', 'round', 'plan'] as const

/** "tieu-chi_mau-tinh-cqs_2026-10_mh-so-noi-vu.xlsx": what it is, and of which view. */
export function exportFileName(
  offerId: string,
  origin: Pick<ExportOrigin, 'search' | 'path'> | undefined,
  extension: string,
): string {
  const ofGroup = origin?.path === '/agencies'
  const parts = named.flatMap(key => {
    const value = origin?.search[key]
    if (value === undefined) return []
    if (key === 'agency' && ofGroup) return []
    if (key === 'group' && !ofGroup) return []
    return [value]
  })
  return fileNameOf([offerId, ...parts], extension)
}
