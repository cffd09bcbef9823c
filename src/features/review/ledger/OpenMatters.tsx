import type { RoundStage } from '../../../model/review.ts'
import type { OpenAgency } from '../../../state/review/closingObstacles.ts'
import { formatNumber } from '../../../ui/formatNumber.ts'
import { useLanguage, useText } from '../../../ui/language.tsx'
import { Mark } from '../../../ui/Mark.tsx'
import type { EntryNames } from './entryNames.ts'
import { stageWords } from './stageWords.ts'

/** What is still open, agency by agency; agencies without a file are said, never counted as zero. */
export function OpenMatters({
  matters,
  stage,
  names,
}: {
  matters: readonly OpenAgency[]
  stage: RoundStage
  names: EntryNames
}) {
  const words = useText(stageWords)
  const language = useLanguage()
  const count = (number: number) => formatNumber(String(number), language)
  if (matters.length === 0)
    return (
      <p>
        <Mark kind="reached" size={13} />
        {words.allDone}
      </p>
    )
  const decides = stage !== 'selfAssessment' && stage !== 'explanation'
  return (
    <section className="rvl-matters">
      <h3>{words.stillOpen(count(matters.length))}</h3>
      <table className="figures">
        <thead>
          <tr>
            <th scope="col">{words.agency}</th>
            <th scope="col">{words.file}</th>
            {decides && (
              <th scope="col" className="number">
                {words.undecided}
              </th>
            )}
            {stage !== 'selfAssessment' && (
              <th scope="col" className="number">
                {words.asked}
              </th>
            )}
            <th scope="col" className="number">
              {words.conflictsShort}
            </th>
          </tr>
        </thead>
        <tbody>
          {matters.map(({ agencyId, state, undecided, unanswered, conflicts }) => (
            <tr key={agencyId}>
              <th scope="row">{names.agency(agencyId)}</th>
              <td>
                {state !== 'chosen' && <Mark kind="missing" size={11} />}
                {words.agencyState[state]}
              </td>
              {decides && <td className="number">{undecided === null ? '–' : count(undecided)}</td>}
              {stage !== 'selfAssessment' && <td className="number">{count(unanswered)}</td>}
              <td className="number">
                {conflicts > 0 && <Mark kind="warning" size={11} />}
                {count(conflicts)}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}
