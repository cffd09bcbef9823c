import type { Verdict } from '../../../model/review.ts'
import type { EntryOf } from '../../../model/roundState.ts'
import { instantText } from '../../../ui/instants.ts'
import { useLanguage, useText } from '../../../ui/language.tsx'
import { Mark } from '../../../ui/Mark.tsx'
import { correctionTexts } from './correctionTexts.ts'
import type { DeskLine } from './deskLines.ts'
import { detailWords } from './detailWords.ts'
import { decisionText } from './ledgerText.ts'

/** Verdicts that did not know of each other, side by side; one is chosen or another one is written. */
export function ConflictChoice({
  line,
  entries,
  points,
  choose,
}: {
  line: DeskLine
  entries: readonly EntryOf<'decide'>[]
  points: (value: string) => string
  /** null: nothing can be written now. */
  choose: ((verdict: Verdict, reason: string | null) => void) | null
}) {
  const words = useText(detailWords)
  const language = useLanguage()
  return (
    <section className="rvd-conflict" aria-label={words.conflict}>
      <p className="rvd-conflict-head">
        <Mark kind="error" size={14} />
        <b>{words.conflict}</b>
      </p>
      <p>{words.conflictHint}</p>
      <ul>
        {entries.map(({ id, by, at, act }) => (
          <li key={id}>
            <p className="rvd-who">
              <b>{by}</b> <span>{instantText(at)}</span>
            </p>
            <p>{decisionText(act, points, words)}</p>
            {correctionTexts(act.verdict, line, language).map(text => (
              <p key={text}>{text}</p>
            ))}
            {act.verdict.kind === 'ask' && <p className="rvd-reason">{act.verdict.question}</p>}
            {act.reason !== null && <p className="rvd-reason">{act.reason}</p>}
            <button
              type="button"
              className="button"
              disabled={choose === null}
              onClick={() => choose?.(act.verdict, act.reason)}
            >
              {words.chooseNamed(by)}
            </button>
          </li>
        ))}
      </ul>
    </section>
  )
}
