import { useState } from 'react'
import type { Agency } from '../../../model/agency.ts'
import type { Catalogue } from '../../../model/catalogue.ts'
import { type Backup, backUpEverything } from '../../../state/assessment/backup.ts'
import { backupDays } from '../../../state/assessment/backupReminder.ts'
import type { DraftLibrary } from '../../../state/assessment/draftLibrary.ts'
import { download } from '../../../ui/download.ts'
import { FileButton } from '../../../ui/FileButton.tsx'
import { formatNumber } from '../../../ui/formatNumber.ts'
import { Icon } from '../../../ui/Icon.tsx'
import { useLanguage, useText } from '../../../ui/language.tsx'
import { Mark } from '../../../ui/Mark.tsx'
import { momentText, sizeText } from './moments.ts'
import { Restoring } from './Restoring.tsx'
import { draftsWords } from './words.ts'

/** Where drafts are kept, what nobody can promise of it, and how to have them in a file as well. */
export function Keeping({
  library: { status, drafts, unreadable, storage, backup },
  catalogue,
  agencies,
}: {
  library: DraftLibrary
  catalogue: Catalogue
  agencies: ReadonlyMap<string, Agency>
}) {
  const words = useText(draftsWords)
  const language = useLanguage()
  const [state, setState] = useState<'idle' | 'making' | 'failed'>('idle')
  const [made, setMade] = useState<Backup | null>(null)
  const [file, setFile] = useState<File | null>(null)
  const count = (number: number) => formatNumber(String(number), language)
  const isWorthIt = drafts.length + unreadable.length > 0
  const backUp = async () => {
    setState('making')
    setMade(null)
    try {
      const backup = await backUpEverything()
      download(backup.fileName, backup.blob)
      setMade(backup)
      setState('idle')
    } catch {
      setState('failed')
    }
  }
  return (
    <section className="sa-keeping" aria-labelledby="sa-keeping">
      <div className="section-head">
        <h2 id="sa-keeping">{words.keeping}</h2>
      </div>
      {backup.isDue && (
        <p className="sa-reminder">
          <Mark kind="warning" size={14} />
          {words.reminder(count(backup.changed), count(backupDays))}
        </p>
      )}
      <div className="sa-keeping-acts">
        {isWorthIt && (
          <div>
            <button
              type="button"
              className="button"
              aria-disabled={state === 'making'}
              onClick={() => {
                if (state !== 'making') void backUp()
              }}
            >
              <Icon name="download" />
              {state === 'making' ? words.downloading : words.backUp}
            </button>
            <small>{words.backUpHint}</small>
          </div>
        )}
        <FileButton accept=".json,application/json" take={([chosen]) => setFile(chosen)}>
          {words.restore}
        </FileButton>
      </div>
      {isWorthIt && (
        <p role="status">
          {backup.at === null
            ? words.neverBackedUp
            : words.backedUp(momentText(backup.at, new Date(), language))}{' '}
          {made && `${words.backupHas(count(made.drafts))} `}
          {backup.changed > 0 && !backup.isDue && words.changedSinceBackup(count(backup.changed))}
        </p>
      )}
      {state === 'failed' && (
        <p role="alert" className="lost">
          {words.backupFailed}
        </p>
      )}
      {made && made.leftOut > 0 && (
        <p role="alert" className="lost">
          {words.leftOut(count(made.leftOut))}
        </p>
      )}
      {file && (
        <Restoring file={file} catalogue={catalogue} agencies={agencies} close={() => setFile(null)} />
      )}
      {status !== 'blocked' && (
        <>
          <p>{words.where}</p>
          <p>{words.whereLimits}</p>
        </>
      )}
      {status !== 'blocked' && storage && (
        <p>
          {storage.isPersistent === null
            ? words.persistenceUnknown
            : storage.isPersistent
              ? words.persistent
              : words.notPersistent}{' '}
          {storage.used !== null &&
            storage.allowed !== null &&
            words.room(sizeText(storage.used, language), sizeText(storage.allowed, language))}
        </p>
      )}
    </section>
  )
}
