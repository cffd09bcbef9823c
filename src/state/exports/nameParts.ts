import type { QueryClient } from '@tanstack/react-query'
import { documentsQuery } from '../../io/queries.ts'
import type { AgencyDirectory } from '../../model/agency.ts'
import type { Catalogue } from '../../model/catalogue.ts'
import type { DataPart } from './dataHash.ts'

/** What names are printed from: agencies and documents, whole, so that no screen has to say which it names. */
export async function nameParts(
  client: QueryClient,
  catalogue: Catalogue,
  directory: AgencyDirectory,
): Promise<readonly DataPart[]> {
  // Screens show figures without their documents too.
  const documents = await client.ensureQueryData(documentsQuery(catalogue.documents)).catch(() => null)
  return [
    { name: 'directory', value: directory },
    ...(documents ? [{ name: 'documents', value: documents }] : []),
  ]
}
