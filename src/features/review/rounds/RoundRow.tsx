import type { Catalogue } from '../../../model/catalogue.ts'
import { periodName } from '../../../receipt/periodName.ts'
import { stageTitle } from '../../../receipt/stageNames.ts'
import type { RoundSummary } from '../../../state/review/roundSummary.ts'
import { formatNumber } from '../../../ui/formatNumber.ts'
import { instantText } from '../../../ui/instants.ts'
import { useLanguage, useText } from '../../../ui/language.tsx'
import { Mark } from '../../../ui/Mark.tsx'
import { roundName, ruleSetName } from './roundName.ts'
import { SaveFile } from './SaveFile.tsx'
import { roundsWords } from './words.ts'

/** One round: what it is, how far it has come, and what can be done with it. */
export function RoundRow({
  summary,
  catalogue,
  openRound,
  remove,
}: {
  summary: RoundSummary
  catalogue: Catalogue
  openRound: (id: string) => void
  remove: () => void
}) {
  const words = useText(roundsWords)
  const { column } = words
  const language = useLanguage()
  const { round, expected, received, decided, conflicts, stage, last, lines, isOnlyHere } = summary
  const count = (number: number) => formatNumber(String(number), language)
  const name = roundName(round, catalogue, words, language)
  const published = catalogue.ruleSets.find(each => each.id === round.ruleSet.id)
  return (
    <tr>
      <th scope="row">
        <button type="button" className="rvr-name" onClick={() => openRound(round.id)}>
          {name}
        </button>
        <p className="rvr-about">
          {round.name !== null && (
            <span>
              {words.nameOf(
                ruleSetName(catalogue, round.ruleSet.id, language),
                periodName(round.period, language),
              )}
            </span>
          )}
          <span>{words.units(count(expected))}</span>
          {round.provenance.certainty === 'illustrative' && (
            <span>
              <Mark kind="illustrative" />
              {words.illustrative}
            </span>
          )}
        </p>
        {isOnlyHere && <Warning text={words.onlyHere} />}
        {!published && <Warning text={words.noRuleSet(round.ruleSet.id, round.ruleSet.version)} />}
        {published && published.version !== round.ruleSet.version && (
          <p className="rvr-note">{words.otherVersion(round.ruleSet.version, published.version)}</p>
        )}
        {/* biome-ignore lint/a11y/useSemanticElements: a fieldset would ask for a legend */}
        <div className="rvr-acts" role="group" aria-label={words.actionsOf(name)}>
          <button type="button" className="link-button" onClick={() => openRound(round.id)}>
            {words.open}
          </button>
          <SaveFile round={round} catalogue={catalogue} />
          <button type="button" className="link-button" onClick={remove}>
            {words.remove}
          </button>
        </div>
      </th>
      <td className="number" data-label={column.received}>
        {words.of(count(received), count(expected))}
      </td>
      <td className="number" data-label={column.decided}>
        {count(decided)}
        {conflicts > 0 && (
          <small className="rvr-conflicts">
            <Mark kind="warning" />
            {words.conflicts(count(conflicts))}
          </small>
        )}
      </td>
      <td data-label={column.stage}>
        {stage === null ? (
          <>
            <Mark kind="reached" />
            {words.closed}
          </>
        ) : (
          stageTitle(stage, language)
        )}
      </td>
      <td data-label={column.last}>
        {last ? (
          <>
            {instantText(last.at)}
            <small>{words.by(last.by)}</small>
            <small>{words.lines(count(lines))}</small>
          </>
        ) : (
          words.noLines
        )}
      </td>
    </tr>
  )
}

function Warning({ text }: { text: string }) {
  return (
    <p className="rvr-warning">
      <Mark kind="warning" size={14} />
      {text}
    </p>
  )
}
