import type { FigureCorrection } from '../../../model/review.ts'
import type { OpenRound } from '../../../state/review/openRound.ts'
import { instantText } from '../../../ui/instants.ts'
import { useLanguage, useText } from '../../../ui/language.tsx'
import { figureChanges } from './correctionTexts.ts'
import type { DeskLine } from './deskLines.ts'
import { detailWords } from './detailWords.ts'
import { Document } from './EvidenceSection.tsx'
import { Section } from './Section.tsx'

/** What the agency answered; its figures and claims are proposals that a reviewer takes or leaves. */
export function AnswerSection({
  line,
  fileOf,
  points,
  takeFigures,
}: {
  line: DeskLine
  fileOf: OpenRound['fileOf']
  points: (value: string) => string
  /** Opens the form of the change with these figures; null: nothing can be written now. */
  takeFigures: ((figures: readonly FigureCorrection[]) => void) | null
}) {
  const words = useText(detailWords)
  const language = useLanguage()
  const { answers } = line.item.state
  if (answers.length === 0) return null
  return (
    <Section title={words.answers}>
      {answers.toReversed().map(({ entry, answer }) => (
        <div key={entry.id} className="rvd-answer">
          <p className="rvd-who">
            <span>{instantText(entry.at)}</span>
          </p>
          <p>{answer.text ?? words.noAnswerText}</p>
          {answer.figures.length > 0 && (
            <>
              <p>{words.proposes}</p>
              <ul className="rvd-list">
                {figureChanges(answer.figures, line, language).map(text => (
                  <li key={text}>{text}</li>
                ))}
              </ul>
              {takeFigures !== null && (
                <button type="button" className="link-button" onClick={() => takeFigures(answer.figures)}>
                  {words.takeFigures}
                </button>
              )}
            </>
          )}
          {answer.claim !== null && <p>{words.proposesClaim(points(answer.claim))}</p>}
          {answer.evidence.map(item => (
            <Document key={item.id} item={item} fileOf={fileOf} packages={[entry.act.sha256]} />
          ))}
        </div>
      ))}
    </Section>
  )
}
