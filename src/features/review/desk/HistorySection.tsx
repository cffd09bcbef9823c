import type { ReactNode } from 'react'
import type { LedgerEntry } from '../../../model/review.ts'
import type { NotCounted } from '../../../model/roundState.ts'
import { instantText } from '../../../ui/instants.ts'
import { useText } from '../../../ui/language.tsx'
import { detailWords } from './detailWords.ts'
import { actText, decisionText } from './ledgerText.ts'
import { Section } from './Section.tsx'

/** Every line of the ledger about the item, the latest first; what does not count is struck and says why. */
export function HistorySection({
  history,
  notCounted,
  points,
}: {
  history: readonly LedgerEntry[]
  notCounted: ReadonlyMap<string, NotCounted>
  points: (value: string) => string
}) {
  const words = useText(detailWords)
  return (
    <Section title={words.history} note={history.length === 0 ? null : words.clockNote}>
      {history.length === 0 ? (
        <p className="rvd-quiet">{words.noHistory}</p>
      ) : (
        <ol className="rvd-history">
          {history.toReversed().map(entry => {
            const why = notCounted.get(entry.id)
            return (
              <li key={entry.id} {...(why === undefined ? {} : { 'data-off': why })}>
                <p className="rvd-who">
                  <b>{entry.by}</b> <span>{instantText(entry.at)}</span>
                  {entry.act.kind === 'decide' && <span>{words.stage[entry.act.stage]}</span>}
                </p>
                <p>
                  <Struck isOff={why !== undefined}>
                    {entry.act.kind === 'decide'
                      ? decisionText(entry.act, points, words)
                      : actText(entry, words)}
                  </Struck>
                  {why !== undefined && <em className="rvd-off"> {words.notCounted[why]}</em>}
                </p>
                <Said entry={entry} />
              </li>
            )
          })}
        </ol>
      )}
    </Section>
  )
}

function Struck({ isOff, children }: { isOff: boolean; children: ReactNode }) {
  return isOff ? <s>{children}</s> : children
}

function Said({ entry: { act } }: { entry: LedgerEntry }) {
  if (act.kind !== 'decide' && act.kind !== 'withdraw') return null
  const question = act.kind === 'decide' && act.verdict.kind === 'ask' ? act.verdict.question : null
  const said = [question, act.reason].filter(text => text !== null && text !== '')
  return said.map(text => (
    <p key={text} className="rvd-reason">
      {text}
    </p>
  ))
}
