import { deckFile } from './deckFile.ts'
import type { ExportJob } from './exportJob.ts'
import type { Offer } from './offers.ts'
import type { PendingOrigin } from './originContext.ts'
import { reportFile } from './reportFile.ts'
import { scoreWorkbook } from './scoreWorkbook.ts'
import { type TableFormat, tableFile } from './tableFile.ts'

/** What is made of an offer: its file, and how that ends. */
export type TakenFile = { readonly blob: Blob; readonly extension: string }

/**
 * Makes the file of an offer from what is displayed at this moment: the offer is asked at once, before anything is
 * waited for.
 * @param format of a table; the others have one form only
 * @param originFor begun at the same moment
 * @throws (rejects) when it cannot be made, and with the reason of an aborted signal
 */
export async function takeOffer(
  offer: Offer,
  format: TableFormat,
  originFor: PendingOrigin,
  job: Omit<ExportJob, 'origin'>,
): Promise<TakenFile> {
  switch (offer.kind) {
    case 'table': {
      const table = await offer.make()
      const origin = await originFor(table.narrowed)
      job.signal?.throwIfAborted()
      const blob = await tableFile(table, format, { ...job, origin })
      return { blob, extension: format === 'xlsx' ? '.xlsx' : '.csv' }
    }
    case 'workbook': {
      const parts = await offer.make()
      const origin = await originFor()
      job.signal?.throwIfAborted()
      return { blob: await scoreWorkbook(parts, { ...job, origin }), extension: '.xlsx' }
    }
    case 'report': {
      const report = await offer.make()
      const origin = await originFor()
      job.signal?.throwIfAborted()
      return { blob: await reportFile(report, { ...job, origin }), extension: '.docx' }
    }
    case 'deck': {
      const deck = await offer.make()
      const origin = await originFor()
      job.signal?.throwIfAborted()
      return { blob: await deckFile(deck, { ...job, origin }), extension: '.pptx' }
    }
  }
}
