import { useQueryClient } from '@tanstack/react-query'
import { useEffect, useState } from 'react'
import { ruleSetQuery } from '../../io/queries.ts'
import type { AgencyDirectory } from '../../model/agency.ts'
import type { Catalogue } from '../../model/catalogue.ts'
import { openPackage } from './openPackage.ts'
import type { PackageOpening } from './packageVerdict.ts'

export type OpenedPackageState =
  | { readonly status: 'reading' }
  | { readonly status: 'failed' }
  | { readonly status: 'read'; readonly opening: PackageOpening }

/** What a chosen submission file comes to; another file stops the reading of the one before. */
export function useOpenedPackage(
  file: File,
  catalogue: Catalogue,
  directory: Pick<AgencyDirectory, 'agencies'>,
): OpenedPackageState {
  const client = useQueryClient()
  const [state, setState] = useState<OpenedPackageState>({ status: 'reading' })
  useEffect(() => {
    setState({ status: 'reading' })
    const stop = new AbortController()
    const ruleSet = async (id: string) => {
      const entry = catalogue.ruleSets.find(each => each.id === id)
      return entry ? client.fetchQuery(ruleSetQuery(entry.path)) : null
    }
    openPackage(file, { directory, ruleSet }, stop.signal).then(
      opening => {
        if (!stop.signal.aborted) setState({ status: 'read', opening })
      },
      () => {
        if (!stop.signal.aborted) setState({ status: 'failed' })
      },
    )
    return () => stop.abort()
  }, [file, catalogue, directory, client])
  return state
}
