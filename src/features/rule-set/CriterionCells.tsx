import { ruleThresholds } from '../../receipt/ruleLines.ts'
import type { RuleSpeech } from '../../receipt/ruleSpeech.ts'
import type { RuleSetView } from '../../state/useRuleSetView.ts'
import { useText } from '../../ui/language.tsx'
import { Mark } from '../../ui/Mark.tsx'
import type { CriteriaRow } from './criteriaRows.ts'
import { figureTexts, formulaTexts, originTexts } from './criterionTexts.ts'
import type { RuleSetLinker } from './ruleSetState.ts'
import { ruleSetWords } from './words.ts'

/** Lines of thresholds and figures a row shows on the screen; paper and the details show every one. */
const linesShown = 5

/** How many lines stand on the screen: all, or one fewer than fit so that the rest can be named. */
function shownOf(lines: readonly unknown[]): number {
  return lines.length > linesShown ? linesShown - 1 : lines.length
}

/** The cases of a formula, which no sentence could say. */
export function Formula({ row, say }: { row: CriteriaRow; say: RuleSpeech }) {
  return (
    <ul className="cases">
      {formulaTexts(row, say).map(text => (
        <li key={text}>{text}</li>
      ))}
    </ul>
  )
}

export function Figures({
  row,
  view,
  say,
  metricIds,
}: {
  row: CriteriaRow
  view: RuleSetView
  say: RuleSpeech
  metricIds: readonly string[]
}) {
  const words = useText(ruleSetWords)
  const figures = figureTexts(row, metricIds, view, say)
  if (figures.length === 0) return null
  const shown = shownOf(figures)
  return (
    <ul>
      {figures.map(({ id, role, name, unit }, index) => (
        <li key={id} className={index < shown ? undefined : 'beyond'}>
          {role !== null && <span className="role">{role}: </span>}
          {name}
          {unit !== null && <span className="role"> ({unit})</span>}
        </li>
      ))}
      {shown < figures.length && <li className="role more">{words.moreFigures(figures.length - shown)}</li>}
    </ul>
  )
}

export function Thresholds({ row: { rule }, say }: { row: CriteriaRow; say: RuleSpeech }) {
  const words = useText(ruleSetWords)
  if (!rule) return null
  const lines = ruleThresholds(rule, say)
  const shown = shownOf(lines)
  return (
    <ul>
      {lines.map((line, index) => (
        <li key={line.value} className={index < shown ? undefined : 'beyond'}>
          {line.mark && <Mark kind={line.mark} />}
          {line.value}
        </li>
      ))}
      {shown < lines.length && <li className="role more">{words.more(lines.length - shown)}</li>}
    </ul>
  )
}

/** How sure, in which document and where in it. */
export function Origin({
  row,
  view: { documents },
  say,
  link,
}: {
  row: CriteriaRow
  view: RuleSetView
  say: RuleSpeech
  link: RuleSetLinker
}) {
  const words = useText(ruleSetWords)
  const origin = originTexts(row, documents, say)
  if (origin === null)
    return (
      <span className="unknown">
        <Mark kind="missing" />
        {words.noSource}
      </span>
    )
  return (
    <>
      <span className="place">
        {origin.sure !== null && (
          <span className="sure">
            <Mark kind="inferred" />
            {origin.sure}
            {origin.place !== undefined && ', '}
          </span>
        )}
        {origin.place}
      </span>
      <span className="document" title={origin.document}>
        {link({ to: 'document', documentId: origin.documentId }, origin.document)}
      </span>
    </>
  )
}
