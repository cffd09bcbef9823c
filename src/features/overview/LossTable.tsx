import type { RuleSet } from '../../model/ruleSet.ts'
import type { LossView, ScoreSheet } from '../../model/scoreSheet.ts'
import { pickName, useLanguage, useText } from '../../ui/language.tsx'
import { Mark } from '../../ui/Mark.tsx'
import { bodyWords } from './bodyWords.ts'
import { type LossRow, lossRows } from './lossRows.ts'

/**
 * Table twin of the loss ladder: every step with the figures the bars are drawn from, then the items
 * that lose nothing, so that the columns add up, then the groups.
 */
export function LossTable({
  sheet,
  ruleSet,
  losses,
  select,
}: {
  sheet: ScoreSheet
  ruleSet: RuleSet
  /** The ladder it is the twin of. */
  losses: LossView
  select: (nodeId: string) => void
}) {
  const words = useText(bodyWords)
  const language = useLanguage()
  const item = pickName(language, ruleSet.itemWord, ruleSet.itemWordEn)
  const { lost, total, groups } = lossRows(sheet, ruleSet, losses, language)
  return (
    <div className="table-scroll">
      <table className="figures">
        <caption className="visually-hidden">{words.ladder}</caption>
        <thead>
          <tr>
            <th scope="col">{words.code}</th>
            <th scope="col">{words.lossOrder(item)}</th>
            {[words.reached, words.maxPoints, words.stepChange, words.level].map(head => (
              <th key={head} scope="col" className="number">
                {head}
              </th>
            ))}
            <th scope="col">{words.certainty}</th>
          </tr>
        </thead>
        <tbody>
          {lost.map(figures => (
            <FigureRow key={figures.key} figures={figures} select={select} />
          ))}
          <tr className="sum">
            <td />
            <th scope="row">{words.total}</th>
            <td className="number">{total.points}</td>
            <td className="number">{total.max}</td>
            <td className="number lost">{total.lost}</td>
            <td />
            <td />
          </tr>
        </tbody>
        {groups.length > 0 && (
          <tbody>
            <tr className="group-head">
              <td />
              <th scope="rowgroup" colSpan={6}>
                {words.byGroup}
              </th>
            </tr>
            {groups.map(figures => (
              <FigureRow key={figures.key} figures={figures} select={select} />
            ))}
          </tbody>
        )}
      </table>
    </div>
  )
}

function FigureRow({ figures, select }: { figures: LossRow; select: (nodeId: string) => void }) {
  const { nodeId } = figures
  return (
    <tr>
      <td>{figures.code}</td>
      <th scope="row">
        {nodeId === null ? (
          figures.name
        ) : (
          <button type="button" id={`row-${nodeId}`} onClick={() => select(nodeId)}>
            {figures.name}
          </button>
        )}
      </th>
      <td className="number">{figures.points}</td>
      <td className="number">{figures.max}</td>
      <td className={/[1-9]/.test(figures.lost) && !figures.isIdle ? 'number lost' : 'number'}>
        {figures.isIdle && (
          <>
            <Mark kind="notApplicable" />{' '}
          </>
        )}
        {figures.lost}
      </td>
      <td className="number">{figures.level}</td>
      <td>{figures.certainty}</td>
    </tr>
  )
}
