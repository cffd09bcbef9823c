import type { ReactNode } from 'react'
import type { Agency } from '../model/agency.ts'
import type { Catalogue } from '../model/catalogue.ts'
import type { Problem } from '../model/problem.ts'
import type { Stage } from '../model/submission.ts'
import { EmptySelection, Failed, Loading } from './ScreenStates.tsx'
import { TopBar } from './TopBar.tsx'
import type { useSelection } from './useSelection.ts'

/** How far a screen of one agency is. */
type Loadable =
  | { readonly status: 'loading' | 'empty' | 'ready' }
  | { readonly status: 'failed'; readonly problems: readonly Problem[]; readonly retry: () => void }

/** Top bar of a screen of one agency, and what is said while there is nothing to show; `children` once there is. */
export function SelectionFrame({
  catalogue,
  agencies,
  selected: { selection, go, choose },
  stages,
  stage,
  state,
  children,
}: {
  catalogue: Catalogue
  agencies: readonly Agency[]
  selected: Pick<ReturnType<typeof useSelection>, 'selection' | 'go' | 'choose'>
  stages: readonly Stage[]
  stage: Stage | null
  state: Loadable
  children: ReactNode
}) {
  return (
    <>
      <TopBar
        catalogue={catalogue}
        agencies={agencies}
        selection={selection}
        stages={stages}
        stage={stage}
        choose={choose}
      />
      {state.status === 'loading' && <Loading />}
      {state.status === 'failed' && <Failed problems={state.problems} retry={state.retry} />}
      {state.status === 'empty' && (
        <EmptySelection catalogue={catalogue} agencies={agencies} selection={selection} go={go} />
      )}
      {children}
    </>
  )
}
