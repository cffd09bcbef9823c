import './rounds.css'
import { lazy, Suspense, useState } from 'react'
import type { AgencyDirectory } from '../../../model/agency.ts'
import type { Catalogue } from '../../../model/catalogue.ts'
import { useRounds } from '../../../state/review/useRounds.ts'
import { formatNumber } from '../../../ui/formatNumber.ts'
import { Icon } from '../../../ui/Icon.tsx'
import { useLanguage, useText } from '../../../ui/language.tsx'
import { NoRounds } from './NoRounds.tsx'
import { Blocked, Keeping, Removed, Unreadable } from './Notices.tsx'
import { OpenFileButton } from './OpenFileButton.tsx'
import { RoundList } from './RoundList.tsx'
import { roundsWords } from './words.ts'

const NewRoundDialog = lazy(() =>
  import('./NewRoundDialog.tsx').then(each => ({ default: each.NewRoundDialog })),
)
const OpenedFileDialog = lazy(() =>
  import('./OpenedFileDialog.tsx').then(each => ({ default: each.OpenedFileDialog })),
)

/** Rounds of this machine: list, new, take over from a file, delete. */
export function RoundsScreen({
  catalogue,
  directory,
  openRound,
  suggested,
}: {
  catalogue: Catalogue
  directory: AgencyDirectory
  openRound: (id: string) => void
  suggested: { readonly ruleSetId?: string | undefined; readonly period?: string | undefined }
}) {
  const words = useText(roundsWords)
  const language = useLanguage()
  const { status, rounds, unreadable, removed } = useRounds()
  const [isMaking, setMaking] = useState(false)
  const [file, setFile] = useState<File | null>(null)
  const count = (number: number) => formatNumber(String(number), language)
  const open = rounds.filter(({ stage }) => stage !== null).length
  const isEmpty = status !== 'loading' && rounds.length === 0 && unreadable.length === 0
  const title =
    status === 'loading'
      ? words.titleLoading
      : rounds.length === 0
        ? words.titleEmpty
        : open === 0
          ? words.title(count(rounds.length))
          : words.titleOpen(count(rounds.length), count(open))
  return (
    <main className="content rvr-screen" id="content" tabIndex={-1}>
      <div className="rvr-head">
        <h1>{title}</h1>
        <div className="rvr-ways">
          <button type="button" className="button primary" onClick={() => setMaking(true)}>
            <Icon name="add" size={16} /> {words.make}
          </button>
          <OpenFileButton take={setFile} />
        </div>
      </div>
      {status === 'blocked' && <Blocked />}
      <Removed removed={removed} catalogue={catalogue} />
      {isEmpty && <NoRounds catalogue={catalogue} directory={directory} openRound={openRound} />}
      {rounds.length > 0 && <RoundList rounds={rounds} catalogue={catalogue} openRound={openRound} />}
      <Unreadable rounds={unreadable} />
      {status !== 'loading' && <Keeping />}
      <Suspense fallback={null}>
        {isMaking && (
          <NewRoundDialog
            catalogue={catalogue}
            directory={directory}
            suggested={suggested}
            made={openRound}
            close={() => setMaking(false)}
          />
        )}
        {file && (
          <OpenedFileDialog
            file={file}
            catalogue={catalogue}
            directory={directory}
            openRound={openRound}
            close={() => setFile(null)}
          />
        )}
      </Suspense>
    </main>
  )
}
