import type { ReactNode } from 'react'
import type { Catalogue } from '../model/catalogue.ts'
import { useCatalogue } from '../state/useScoredView.ts'
import { ScreenBar } from './ScreenBar.tsx'
import { Failed, Loading } from './ScreenStates.tsx'

/** Frame of a screen that selects nothing: its name stands where others have their pickers. */
export function PlainScreen({
  name,
  children,
}: {
  name: string
  children: (catalogue: Catalogue) => ReactNode
}) {
  const { catalogue, problems, retry } = useCatalogue()
  return (
    <>
      <ScreenBar>
        <p className="screen-name">{name}</p>
      </ScreenBar>
      {problems.length > 0 ? (
        <Failed problems={problems} retry={retry} />
      ) : catalogue ? (
        children(catalogue)
      ) : (
        <Loading />
      )}
    </>
  )
}
