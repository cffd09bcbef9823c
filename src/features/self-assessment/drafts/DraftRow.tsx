import { useRef, useState } from 'react'
import type { Agency } from '../../../model/agency.ts'
import type { Catalogue } from '../../../model/catalogue.ts'
import type { Draft } from '../../../model/draft.ts'
import { backUpDraft } from '../../../state/assessment/backup.ts'
import { type DraftSummary, deleteDraft } from '../../../state/assessment/draftLibrary.ts'
import { download } from '../../../ui/download.ts'
import { formatNumber } from '../../../ui/formatNumber.ts'
import { useLanguage, useText } from '../../../ui/language.tsx'
import { Mark } from '../../../ui/Mark.tsx'
import { DueText } from '../asked/DueText.tsx'
import { askedWords } from '../asked/words.ts'
import { CopyForm } from './CopyForm.tsx'
import { draftNames } from './draftNames.ts'
import { momentText } from './moments.ts'
import { RenameForm } from './RenameForm.tsx'
import { draftsWords } from './words.ts'

type Act = 'copy' | 'rename'

/** One draft: what it is, how far it has come, and what can be done with it. */
export function DraftRow({
  summary: { draft, filled, isOnlyHere },
  catalogue,
  agencies,
  openDraft,
  compare,
}: {
  summary: DraftSummary
  catalogue: Catalogue
  agencies: ReadonlyMap<string, Agency>
  openDraft: (id: string) => void
  compare: (draft: Draft) => void
}) {
  const words = useText(draftsWords)
  const asked = useText(askedWords)
  const language = useLanguage()
  const [act, setAct] = useState<Act | null>(null)
  const [isMaking, setMaking] = useState(false)
  const back = useRef<HTMLButtonElement | null>(null)
  const { title, about, short } = draftNames(draft, { catalogue, agencies, words, language })
  const today = catalogue.ruleSets.find(each => each.id === draft.ruleSet.id)
  const now = new Date()
  const count = (number: number) => formatNumber(String(number), language)
  const last = draft.handedIn.at(-1)
  const take = async () => {
    setMaking(true)
    const backup = await backUpDraft(draft).catch(() => null)
    if (backup) download(backup.fileName, backup.blob)
    setMaking(false)
  }
  const done = () => {
    setAct(null)
    back.current?.focus()
  }
  const button = (kind: Act, label: string) => (
    <button
      type="button"
      className="link-button"
      aria-expanded={act === kind}
      onClick={event => {
        back.current = event.currentTarget
        setAct(act === kind ? null : kind)
      }}
    >
      {label}
    </button>
  )
  return (
    <tr>
      <th scope="row">
        {today ? (
          <button type="button" className="sa-draft-name" onClick={() => openDraft(draft.id)}>
            {title}
          </button>
        ) : (
          <b className="sa-draft-name">{title}</b>
        )}
        <p className="sa-draft-about">
          <span>{about}</span>
          {draft.provenance.certainty === 'illustrative' && (
            <span>
              <Mark kind="illustrative" />
              {words.illustrative}
            </span>
          )}
        </p>
        {draft.asked && (
          <p className="sa-draft-note">
            {asked.inList(count(draft.asked.request.questions.length))}
            {'. '}
            {asked.due}: <DueText dueAt={draft.asked.request.dueAt} />
          </p>
        )}
        {isOnlyHere && <Warning text={words.onlyHere} />}
        {!today && <Warning text={words.noRuleSet(draft.ruleSet.id, draft.ruleSet.version)} />}
        {today && today.version !== draft.ruleSet.version && (
          <p className="sa-draft-note">{words.otherVersion(draft.ruleSet.version, today.version)}</p>
        )}
        {/* biome-ignore lint/a11y/useSemanticElements: a fieldset would ask for a legend */}
        <div className="sa-draft-acts" role="group" aria-label={words.actionsOf(short)}>
          {today && (
            <button type="button" className="link-button" onClick={() => openDraft(draft.id)}>
              {words.open}
            </button>
          )}
          {button('copy', words.duplicate)}
          {button('rename', words.rename)}
          {today && (
            <button type="button" className="link-button" onClick={() => compare(draft)}>
              {words.compare}
            </button>
          )}
          <button
            type="button"
            className="link-button"
            aria-disabled={isMaking}
            onClick={() => {
              if (!isMaking) void take()
            }}
          >
            {isMaking ? words.downloading : words.download}
          </button>
          <button type="button" className="link-button" onClick={() => void deleteDraft(draft)}>
            {words.remove}
          </button>
        </div>
        {act === 'rename' && <RenameForm draft={draft} done={done} />}
        {act === 'copy' && <CopyForm draft={draft} done={done} />}
      </th>
      <td data-label={words.column.filled}>
        {words.filled(count(filled))}
        {draft.evidence.length > 0 && <small>{words.evidence(count(draft.evidence.length))}</small>}
      </td>
      <td data-label={words.column.changed}>{momentText(draft.updatedAt, now, language)}</td>
      <td data-label={words.column.handedIn}>
        {last ? words.handedIn(momentText(last.at, now, language)) : words.notHandedIn}
        {last && isChangedSince(last.revision, draft.revision) && <small>{words.changedSince}</small>}
      </td>
    </tr>
  )
}

/** Noting that a file was made is a revision too. */
function isChangedSince(made: number, now: number): boolean {
  return now > made + 1
}

function Warning({ text }: { text: string }) {
  return (
    <p className="sa-draft-warning">
      <Mark kind="warning" size={14} />
      {text}
    </p>
  )
}
