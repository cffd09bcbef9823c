import type { ReactNode } from 'react'
import type { Agency, AgencyDirectory } from '../model/agency.ts'
import type { Catalogue } from '../model/catalogue.ts'
import { useCatalogue } from '../state/useScoredView.ts'
import { Failed, Loading } from './ScreenStates.tsx'

export type LoadedCatalogue = {
  readonly catalogue: Catalogue
  /** Empty until the directory is loaded: names follow, the score does not wait for them. */
  readonly agencies: readonly Agency[]
  readonly directory: AgencyDirectory | null
}

/** Waits for the list of what is published; says what is wrong with it or with the directory of agencies. */
export function WithCatalogue({ children }: { children: (loaded: LoadedCatalogue) => ReactNode }) {
  const { catalogue, agencies, directory, problems, directoryProblems, retry } = useCatalogue()
  const found = [...problems, ...directoryProblems]
  if (found.length > 0) return <Failed problems={found} retry={retry} />
  return catalogue ? children({ catalogue, agencies, directory }) : <Loading />
}
