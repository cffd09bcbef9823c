import { useMemo, useState } from 'react'
import type { AgencyDirectory } from '../../../model/agency.ts'
import type { LedgerAct } from '../../../model/review.ts'
import { versionsOf } from '../../../state/review/agencyVersions.ts'
import type { OpenRound } from '../../../state/review/openRound.ts'
import { Dialog } from '../../../ui/Dialog.tsx'
import { Icon } from '../../../ui/Icon.tsx'
import { instantText } from '../../../ui/instants.ts'
import { useText } from '../../../ui/language.tsx'
import { Mark } from '../../../ui/Mark.tsx'
import { FileSection } from './FileSection.tsx'
import { filesWords } from './filesWords.ts'
import { VersionChoiceSection } from './VersionChoiceSection.tsx'
import { choiceName, lettersOf } from './versionLetters.ts'
import './dialogs.css'

/** Every file of one agency: what each is, which is read, and what has to be put right about it. */
export function FilesDialog({
  open,
  directory,
  agencyId,
  close,
}: {
  open: OpenRound
  directory: AgencyDirectory
  agencyId: string
  close: () => void
}) {
  const words = useText(filesWords)
  const [said, setSaid] = useState('')
  const agency = open.state.agencies.get(agencyId)
  const letters = useMemo(() => lettersOf(agency?.files ?? []), [agency])
  const versions = useMemo(() => (agency ? versionsOf(agency, open) : []), [agency, open])
  if (!agency) return null
  const inDirectory = directory.agencies.find(each => each.id === agencyId)?.name
  const first = agency.files.find(({ file }) => file.outcome === 'read')?.file
  const name = inDirectory ?? (first?.outcome === 'read' ? first.agencyName : null) ?? agencyId
  const isClosed = open.state.stages.selfAssessment.closed !== null
  const write = (acts: readonly LedgerAct[]) => {
    if (open.append(acts).length > 0) setSaid(words.saved)
  }
  const canWrite = open.me !== '' && !isClosed
  const { chosenBy } = agency
  return (
    <Dialog label={words.title(name)} className="rvi-dialog wide" close={close}>
      <div className="rvi-dialog-head">
        <h2>{words.title(name)}</h2>
        <button type="button" className="icon-button" aria-label={words.close} onClick={close}>
          <Icon name="close" size={16} />
        </button>
      </div>
      {open.me === '' && <p className="rvi-note">{words.needName}</p>}
      {isClosed && <p className="rvi-note">{words.closed}</p>}
      {chosenBy.kind === 'conflict' && (
        <div className="rvi-conflict">
          <p>
            <Mark kind="warning" size={14} />
            <b>{words.conflict}</b>
          </p>
          <ul>
            {chosenBy.entries.map(({ id, by, at, act }) => (
              <li key={id}>
                {words.conflictOf(by, choiceName(act.choice, letters, words), instantText(at))}
                {act.reason !== null && `: ${act.reason}`}
              </li>
            ))}
          </ul>
        </div>
      )}
      <ul className="rvi-files">
        {agency.files.map(file => (
          <FileSection
            key={file.file.sha256}
            state={file}
            letter={letters.get(file.file.sha256) ?? '?'}
            round={open.round}
            canBeRead={versions.some(each => each.file === file && each.submission !== null)}
            agency={agency}
            canWrite={canWrite}
            write={write}
          />
        ))}
      </ul>
      {versions.length > 1 && (
        <VersionChoiceSection
          // What is being chosen begins anew when the files or what stands change.
          key={[...versions.map(each => each.file.file.sha256), chosenBy.kind].join(' ')}
          open={open}
          agency={agency}
          versions={versions}
          letters={letters}
          canWrite={canWrite}
          write={write}
        />
      )}
      <p className="rvi-saved" role="status">
        {said}
      </p>
    </Dialog>
  )
}
