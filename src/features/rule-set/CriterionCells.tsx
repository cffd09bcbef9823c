import type { Metric } from '../../model/ruleSet.ts'
import type { Rule } from '../../model/rules.ts'
import { documentName } from '../../receipt/citation.ts'
import { ruleLines, ruleThresholds } from '../../receipt/ruleLines.ts'
import { metricRole, unitText } from '../../receipt/ruleSections.ts'
import type { RuleSpeech } from '../../receipt/ruleSpeech.ts'
import type { RuleSetView } from '../../state/useRuleSetView.ts'
import { useLanguage, useText } from '../../ui/language.tsx'
import { Mark } from '../../ui/Mark.tsx'
import { type CriteriaRow, surenessOf } from './criteriaRows.ts'
import type { RuleSetLinker } from './ruleSetState.ts'
import { ruleSetWords } from './words.ts'

/** Lines of thresholds and figures a row shows on the screen; paper and the details show every one. */
const linesShown = 5

/** How many lines stand on the screen: all, or one fewer than fit so that the rest can be named. */
function shownOf(lines: readonly unknown[]): number {
  return lines.length > linesShown ? linesShown - 1 : lines.length
}

/** The cases of a formula, which no sentence could say. */
export function Formula({ rule, say }: { rule: Rule; say: RuleSpeech }) {
  return (
    <ul className="cases">
      {ruleLines(rule, null, say).map(line => (
        <li key={line.value}>{line.value}</li>
      ))}
    </ul>
  )
}

export function Figures({
  row,
  view: { ruleSet },
  say,
  metricIds,
}: {
  row: CriteriaRow
  view: RuleSetView
  say: RuleSpeech
  metricIds: readonly string[]
}) {
  const words = useText(ruleSetWords)
  const { rule } = row
  if (!rule || metricIds.length === 0) return null
  const shown = shownOf(metricIds)
  return (
    <ul>
      {metricIds.map((id, index) => {
        const metric = ruleSet.metrics.find(each => each.id === id)
        const role = metricRole(id, rule, say)
        return (
          <li key={id} className={index < shown ? undefined : 'beyond'}>
            {role !== null && <span className="role">{role}: </span>}
            {say.metricName(id)}
            {metric && role === null && isAmount(metric) && (
              <span className="role"> ({unitText(metric, say)})</span>
            )}
          </li>
        )
      })}
      {shown < metricIds.length && (
        <li className="role more">{words.moreFigures(metricIds.length - shown)}</li>
      )}
    </ul>
  )
}

/** A unit says something of amounts; a date or a yes says what it is by its name. */
function isAmount({ valueType }: Metric): boolean {
  return valueType === 'count' || valueType === 'number' || valueType === 'percent'
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
  link,
}: {
  row: CriteriaRow
  view: RuleSetView
  link: RuleSetLinker
}) {
  const words = useText(ruleSetWords)
  const language = useLanguage()
  const sure = surenessOf(row)
  const { source } = row.provenance
  if (!source)
    return (
      <span className="unknown">
        <Mark kind="missing" />
        {words.noSource}
      </span>
    )
  const document = documents.find(each => each.id === source.documentId)
  const name = document ? documentName(document, language) : source.documentId
  return (
    <>
      <span className="place">
        {sure !== 'stated' && sure !== 'noSource' && (
          <span className="sure">
            <Mark kind="inferred" />
            {words.sourceKinds[sure]}
            {source.place !== undefined && ', '}
          </span>
        )}
        {source.place}
      </span>
      <span className="document" title={name}>
        {link({ to: 'document', documentId: source.documentId }, name)}
      </span>
    </>
  )
}
