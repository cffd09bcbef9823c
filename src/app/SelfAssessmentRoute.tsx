import { useNavigate, useSearch } from '@tanstack/react-router'
import { lazy, type ReactNode, Suspense, useCallback, useState } from 'react'
import { SelfAssessmentScreen } from '../features/self-assessment/SelfAssessmentScreen.tsx'
import type { AgencyDirectory } from '../model/agency.ts'
import type { Catalogue } from '../model/catalogue.ts'
import type { OpenDraft } from '../state/assessment/openDraft.ts'
import { useAssessment } from '../state/assessment/useAssessment.ts'
import { useOpenDraft } from '../state/assessment/useOpenDraft.ts'
import { useText } from '../ui/language.tsx'
import { DraftFrame, ToDrafts } from './DraftFrame.tsx'
import { DraftNotFound } from './DraftNotFound.tsx'
import { linkToDocument } from './OverviewRoute.tsx'
import { ScreenBar } from './ScreenBar.tsx'
import { Failed, Loading } from './ScreenStates.tsx'
import type { Search } from './search.ts'
import { useChangeAddress } from './useChangeAddress.ts'
import { useIsWide } from './useIsWide.ts'
import { useTitle } from './useTitle.ts'
import { WithCatalogue } from './WithCatalogue.tsx'
import { appWords } from './words.ts'

const DraftsScreen = lazy(() =>
  import('../features/self-assessment/drafts/DraftsScreen.tsx').then(module => ({
    default: module.DraftsScreen,
  })),
)
const OpenedPackage = lazy(() =>
  import('../features/self-assessment/hand-in/OpenedPackage.tsx').then(module => ({
    default: module.OpenedPackage,
  })),
)
const OtherVersion = lazy(() =>
  import('../features/self-assessment/hand-in/OtherVersion.tsx').then(module => ({
    default: module.OtherVersion,
  })),
)

/** Tự chấm: the drafts of this machine, or the one the address names. */
export function SelfAssessmentRoute() {
  const { draft } = useSearch({ from: '__root__' })
  return draft === undefined ? <Drafts /> : <OneDraft key={draft} id={draft} />
}

function Drafts() {
  const { selfAssessment } = useText(appWords)
  const { ruleSet, agency } = useSearch({ from: '__root__' })
  const openOther = useOpenOther()
  const [file, setFile] = useState<File | null>(null)
  useTitle(selfAssessment)
  return (
    <WithCatalogue>
      {({ catalogue, agencies, directory }) => (
        <>
          <ScreenBar>
            <p className="screen-name">{selfAssessment}</p>
          </ScreenBar>
          <Suspense fallback={<Loading />}>
            <DraftsScreen
              catalogue={catalogue}
              agencies={agencies}
              directory={directory}
              openDraft={openOther}
              openFile={setFile}
              suggested={{ ruleSetId: ruleSet, agencyId: agency }}
            />
          </Suspense>
          {file && directory && (
            <Suspense fallback={null}>
              <OpenedPackage
                file={file}
                catalogue={catalogue}
                agencies={directory}
                openDraft={openOther}
                close={() => setFile(null)}
              />
            </Suspense>
          )}
        </>
      )}
    </WithCatalogue>
  )
}

function OneDraft({ id }: { id: string }) {
  const openOther = useOpenOther()
  const state = useOpenDraft(id, openOther)
  if (state.status === 'ready')
    return (
      <WithCatalogue>
        {({ catalogue, directory }) =>
          directory ? (
            <Opened open={state.open} catalogue={catalogue} directory={directory} />
          ) : (
            <DraftFrame draft={state.open.draft} catalogue={catalogue} agencies={[]}>
              <Loading />
            </DraftFrame>
          )
        }
      </WithCatalogue>
    )
  return <Named>{state.status === 'loading' ? <Loading /> : <DraftNotFound state={state} />}</Named>
}

/** While nothing of the draft is known. */
function Named({ children }: { children: ReactNode }) {
  const { selfAssessment } = useText(appWords)
  useTitle(selfAssessment)
  return (
    <>
      <ScreenBar>
        <p className="screen-name">{selfAssessment}</p>
        <ToDrafts />
      </ScreenBar>
      {children}
    </>
  )
}

function Opened({
  open,
  catalogue,
  directory,
}: {
  open: OpenDraft
  catalogue: Catalogue
  directory: AgencyDirectory
}) {
  const search = useSearch({ from: '__root__' })
  const change = useChangeAddress()
  const isWide = useIsWide()
  const leave = useLeave()
  const state = useAssessment(open, catalogue, directory)
  return (
    <DraftFrame draft={open.draft} catalogue={catalogue} agencies={directory.agencies}>
      {state.status === 'loading' && <Loading />}
      {state.status === 'failed' && <Failed problems={state.problems} retry={state.retry} />}
      {state.status === 'noRuleSet' && (
        <Suspense fallback={<Loading />}>
          <OtherVersion
            open={open}
            other={state.other}
            agency={directory.agencies.find(each => each.id === open.draft.agencyId) ?? null}
            leave={leave}
          />
        </Suspense>
      )}
      {state.status === 'ready' && (
        <SelfAssessmentScreen
          open={open}
          assessment={state.assessment}
          address={search}
          change={change}
          isWide={isWide}
          linkToDocument={linkToDocument}
        />
      )}
    </DraftFrame>
  )
}

/** Back to the list. */
function useLeave() {
  const navigate = useNavigate()
  return () => void navigate({ to: '/self-assessment', search: ({ lang }: Search) => ({ lang }) })
}

/** Another draft, in the place of this one. */
function useOpenOther() {
  const navigate = useNavigate()
  return useCallback(
    (draft: string) =>
      void navigate({
        to: '/self-assessment',
        search: ({ lang }: Search) => ({ lang, draft }),
      }),
    [navigate],
  )
}
