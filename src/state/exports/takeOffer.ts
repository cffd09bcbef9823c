import type { ExportOrigin } from '../../model/exportOrigin.ts'
import { deckFile } from './deckFile.ts'
import type { ExportJob } from './exportJob.ts'
import type { Offer } from './offers.ts'
import { reportFile } from './reportFile.ts'
import { scoreWorkbook } from './scoreWorkbook.ts'
import { type TableFormat, tableFile } from './tableFile.ts'

/** What is made of an offer: its file, and how that ends. */
export type TakenFile = { readonly blob: Blob; readonly extension: string }

/** Origin of what was made: known once its content is, for a table says what narrows it. */
type OriginFor = (narrowed?: readonly string[]) => Promise<ExportOrigin>

/**
 * Makes the file of an offer from what is displayed at this moment.
 * @param format of a table; the others have one form only
 * @throws (rejects) when it cannot be made, and with the reason of an aborted signal
 */
export async function takeOffer(
  offer: Offer,
  format: TableFormat,
  originFor: OriginFor,
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
