import type { RuleSet } from '../../model/ruleSet.ts'
import type { LossStep, ScoreSheet } from '../../model/scoreSheet.ts'
import { formatInterval, pointsFormat } from '../../receipt/pointsFormat.ts'
import { formatNumber } from '../../ui/formatNumber.ts'
import { pickName, useLanguage, useText } from '../../ui/language.tsx'
import { type OverviewWords, overviewWords } from './words.ts'

/** Table twin of the loss ladder: every step with the same figures the bars are drawn from. */
export function LossTable({ sheet, ruleSet }: { sheet: ScoreSheet; ruleSet: RuleSet }) {
  const words = useText(overviewWords)
  const language = useLanguage()
  const format = pointsFormat(ruleSet, language)
  const number = (value: string) => formatNumber(value, language)
  const item = pickName(language, ruleSet.itemWord, ruleSet.itemWordEn)
  return (
    <div className="table-scroll">
      <table className="figures">
        <caption className="visually-hidden">{words.ladder}</caption>
        <thead>
          <tr>
            <th scope="col">{words.code}</th>
            <th scope="col">{words.lossOrder(item)}</th>
            <th scope="col" className="number">
              {words.reached}
            </th>
            <th scope="col" className="number">
              {words.maxPoints}
            </th>
            <th scope="col" className="number">
              {words.lost}
            </th>
            <th scope="col" className="number">
              {words.level}
            </th>
            <th scope="col">{words.certainty}</th>
          </tr>
        </thead>
        <tbody>
          {sheet.losses.map(step => {
            const { code, name } = describeStep(step, sheet, language, words.roundingStep)
            return (
              <tr key={step.nodeId}>
                <td>{code}</td>
                <th scope="row">{name}</th>
                <td className="number">{step.points === null ? words.unscored : format(step.points)}</td>
                <td className="number">{number(step.maxPoints)}</td>
                <td className="number lost">
                  {step.kind === 'missing' ? `0–${format(step.lost)}` : `\u2212${format(step.lost)}`}
                </td>
                <td className="number">{format(step.to)}</td>
                <td>{certaintyText(step, sheet, words)}</td>
              </tr>
            )
          })}
        </tbody>
        <tfoot>
          <tr>
            <td />
            <th scope="row">{words.total}</th>
            <td className="number">
              {sheet.total.points.kind === 'known'
                ? formatInterval(sheet.total.points, format)
                : words.unscored}
            </td>
            <td className="number">{number(sheet.total.maxPoints)}</td>
            <td className="number lost">
              {sheet.total.gapToMax ? `\u2212${format(sheet.total.gapToMax.to)}` : ''}
            </td>
            <td />
            <td />
          </tr>
        </tfoot>
      </table>
    </div>
  )
}

/** Figures stated by a source, points computed from them, or points only inferred. */
function certaintyText(step: LossStep, sheet: ScoreSheet, words: OverviewWords): string {
  const node = sheet.nodes.find(entry => entry.criterionId === step.nodeId)
  const computed = step.kind === 'lost' && step.certainty === 'stated' && node?.ruleKind !== 'reported'
  const certainty =
    step.kind === 'missing' ? '' : computed ? words.fromFigures : words.certain[step.certainty]
  return [step.notIncurred ? words.notIncurredRow : words.kind[step.kind], certainty]
    .filter(Boolean)
    .join(', ')
}

function describeStep(step: LossStep, sheet: ScoreSheet, language: 'vi' | 'en', roundingName: string) {
  const node = sheet.nodes.find(entry => entry.criterionId === step.nodeId)
  if (node) return { code: node.code, name: pickName(language, node.name, node.nameEn) }
  const pool = sheet.pools.find(entry => entry.poolId === step.nodeId)
  return { code: '', name: pool ? pickName(language, pool.name, pool.nameEn) : roundingName }
}
