import { createContext, useContext } from 'react'
import type { ExportKind, ExportOrigin } from '../../model/exportOrigin.ts'

/**
 * Says what a file taken from the present screen is of. Called when somebody asks for the file, before its content is
 * made: address, language and data are those of that moment, whatever is opened meanwhile.
 * @param offerId id of the table, deck, workbook or report
 */
export type MakeOrigin = (kind: ExportKind, offerId: string) => PendingOrigin

/**
 * The origin, once the content says what narrows or orders it, in words.
 * @throws (rejects) when the files the view rests on cannot be read, or the view was not the one of the address
 */
export type PendingOrigin = (narrowed?: readonly string[]) => Promise<ExportOrigin>

const OriginContext = createContext<MakeOrigin>(
  () => () => Promise.reject(new Error('no screen is open that files could be of')),
)

/** Supplied by the app, which knows the address and what it opens. */
export const OriginProvider = OriginContext.Provider

/** The same origins for buttons of a screen and for the list of everything that can be taken away. */
export function useMakeOrigin(): MakeOrigin {
  return useContext(OriginContext)
}
