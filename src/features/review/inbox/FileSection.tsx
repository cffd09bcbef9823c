import { useState } from 'react'
import type { LedgerAct, ReviewRound } from '../../../model/review.ts'
import type { AgencyState, FileState } from '../../../model/roundState.ts'
import { instantText } from '../../../ui/instants.ts'
import { useLanguage, useText } from '../../../ui/language.tsx'
import { Mark } from '../../../ui/Mark.tsx'
import { choosing } from './chooseVersion.ts'
import { FileFacts } from './FileFacts.tsx'
import { ReceivedAtForm, SetAsideForm } from './FileForms.tsx'
import { filesWords } from './filesWords.ts'
import { inboxWords } from './words.ts'

/** One file: what it says of itself, what checking it came to, and what can be done about it. */
export function FileSection({
  state,
  letter,
  round,
  canBeRead,
  agency,
  canWrite,
  write,
}: {
  state: FileState
  letter: string
  round: ReviewRound
  canBeRead: boolean
  agency: AgencyState
  canWrite: boolean
  write: (acts: readonly LedgerAct[]) => void
}) {
  const words = useText(filesWords)
  const inbox = useText(inboxWords)
  const language = useLanguage()
  const [form, setForm] = useState<'none' | 'time' | 'aside'>('none')
  const { file, setAside } = state
  const isUsed = agency.choice?.base === file.sha256
  const { chooseOnly } = choosing(agency, write)
  return (
    <li className={isUsed ? 'rvi-file used' : 'rvi-file'}>
      <div className="rvi-file-head">
        <h3>
          <span className="rvi-letter">{letter}</span> {file.fileName}
        </h3>
        {isUsed && <Used agency={agency} />}
      </div>
      {setAside !== null && (
        <p className="rvi-note">
          {words.wasSetAside(setAside.by, setAside.act.reason)}{' '}
          {canWrite && (
            <button
              type="button"
              className="link-button"
              onClick={() => write([{ kind: 'withdraw', entryId: setAside.id, reason: null }])}
            >
              {words.takeBack}
            </button>
          )}
        </p>
      )}
      {file.outcome === 'refused' ? (
        <div className="rvi-file-refused">
          <p>
            <Mark kind="error" size={14} />
            <b>{inbox.why[file.why]}.</b> {inbox.way[file.why]}
          </p>
          <ul>
            {file.problems.map((problem, index) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: two problems may be word for word the same
              <li key={index}>{problem[language]}</li>
            ))}
          </ul>
        </div>
      ) : (
        state.isOtherRules && (
          <p className="rvi-note">
            <Mark kind="warning" size={13} />
            {words.otherRules(file.ruleSet.version, round.ruleSet.version)}{' '}
            {canBeRead ? words.carriedHint : words.notCarried}
          </p>
        )
      )}
      <FileFacts state={state} />
      {canWrite && setAside === null && (
        <p className="rvi-file-acts">
          {canBeRead && !isUsed && (
            <button type="button" className="button" onClick={() => chooseOnly(state)}>
              {state.isOtherRules ? words.useCarried : words.use}
            </button>
          )}
          <button
            type="button"
            className="link-button"
            aria-expanded={form === 'time'}
            onClick={() => setForm(form === 'time' ? 'none' : 'time')}
          >
            {words.correctTime}
          </button>
          <button
            type="button"
            className="link-button"
            title={words.setAsideHint}
            aria-expanded={form === 'aside'}
            onClick={() => setForm(form === 'aside' ? 'none' : 'aside')}
          >
            {words.setAside}
          </button>
        </p>
      )}
      {form === 'time' && <ReceivedAtForm files={[state]} write={write} close={() => setForm('none')} />}
      {form === 'aside' && <SetAsideForm files={[state]} write={write} close={() => setForm('none')} />}
    </li>
  )
}

function Used({ agency: { choice, chosenBy } }: { agency: AgencyState }) {
  const words = useText(filesWords)
  return (
    <p className="rvi-used">
      <Mark kind="reached" />
      <b>{choice && choice.picks.length > 0 ? words.usedBase : words.used}</b>{' '}
      <small>
        {chosenBy.kind === 'settled'
          ? words.usedBy(chosenBy.entry.by, instantText(chosenBy.entry.at))
          : words.onlyOne}
      </small>
    </p>
  )
}
