import { createContext, useContext } from 'react'
import type { ExportKind, ExportOrigin } from '../../model/exportOrigin.ts'

/**
 * Says what a file taken from the present screen is of.
 * @param offerId id of the table, deck, workbook or report
 * @param narrowed what narrows or orders it, in words, as its table says
 * @throws (rejects) when the files the view rests on cannot be read
 */
export type MakeOrigin = (
  kind: ExportKind,
  offerId: string,
  narrowed?: readonly string[],
) => Promise<ExportOrigin>

const OriginContext = createContext<MakeOrigin>(() =>
  Promise.reject(new Error('no screen is open that files could be of')),
)

/** Supplied by the app, which knows the address and what it opens. */
export const OriginProvider = OriginContext.Provider

/** The same origins for buttons of a screen and for the list of everything that can be taken away. */
export function useMakeOrigin(): MakeOrigin {
  return useContext(OriginContext)
}
