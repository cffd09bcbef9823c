import type { RoundStage } from '../../../model/review.ts'
import type { OpenAgency } from '../../../state/review/closingObstacles.ts'
import { formatNumber } from '../../../ui/formatNumber.ts'
import { useLanguage, useText } from '../../../ui/language.tsx'
import { Mark } from '../../../ui/Mark.tsx'
import type { EntryNames } from './entryNames.ts'
import { stageWords } from './stageWords.ts'

/** So many agencies without a file are one line that opens. */
const foldFrom = 6

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
  const silent = matters.filter(isSilent)
  const isFolded = silent.length >= foldFrom
  const rows = isFolded ? matters.filter(each => !isSilent(each)) : matters
  return (
    <section className="rvl-matters">
      <h3>{words.openByAgency}</h3>
      {isFolded && (
        <details>
          <summary>{words.notReceived(count(silent.length))}</summary>
          <ul>
            {silent.map(({ agencyId }) => (
              <li key={agencyId}>{names.agency(agencyId)}</li>
            ))}
          </ul>
        </details>
      )}
      {rows.length > 0 && <MattersTable matters={rows} stage={stage} names={names} />}
    </section>
  )
}

/** Nothing came from it, and that is all there is to say. */
function isSilent({ state, unanswered, conflicts }: OpenAgency): boolean {
  return state === 'notReceived' && unanswered === 0 && conflicts === 0
}

function MattersTable({
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
  const decides = stage !== 'selfAssessment' && stage !== 'explanation'
  return (
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
  )
}
