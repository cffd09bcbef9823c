import type { FormItem } from '../../../model/form.ts'
import type { ExchangeQuestion } from '../../../state/review/exchange.ts'
import type { OpenRound } from '../../../state/review/openRound.ts'
import { useLanguage, useText } from '../../../ui/language.tsx'
import { figureChanges } from '../desk/correctionTexts.ts'
import { Document } from '../desk/EvidenceSection.tsx'
import '../desk/deskDetail.css'
import { questionsWords } from './words.ts'

/** What an agency answered to one question; its figures and points are proposals. */
export function AnswerView({
  question: { answer, state },
  item,
  byFigures,
  withMaximum,
  sha256,
  open,
}: {
  question: ExchangeQuestion
  item: FormItem | undefined
  /** What the proposed figures come to by rule; null: no figure is proposed, or they leave it open. */
  byFigures: string | null
  withMaximum: (points: string) => string
  /** The answer file. */
  sha256: string
  open: Pick<OpenRound, 'fileOf'>
}) {
  const words = useText(questionsWords)
  const language = useLanguage()
  if (state === 'silent' || !answer) return <p className="rvq-silent">{words.silentText}</p>
  return (
    <div className="rvq-answer">
      {answer.text !== null && <p className="rvq-answer-text">{answer.text}</p>}
      {answer.figures.length > 0 && item && (
        <ul>
          {figureChanges(answer.figures, { form: item }, language).map(text => (
            <li key={text}>{text}</li>
          ))}
        </ul>
      )}
      {byFigures !== null && <p>{words.byFigures(byFigures)}</p>}
      {answer.claim !== null && <p>{words.proposed(withMaximum(answer.claim))}</p>}
      {answer.dropsClaim && <p>{words.dropped}</p>}
      {answer.evidence.map(each => (
        <Document key={each.id} item={each} fileOf={open.fileOf} packages={[sha256]} />
      ))}
    </div>
  )
}
