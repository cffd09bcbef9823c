import { useMemo } from 'react'
import type { Metric } from '../../model/ruleSet.ts'
import type { RuleSpeech } from '../../receipt/ruleSpeech.ts'
import type { RuleSetView } from '../../state/useRuleSetView.ts'
import { foldText } from '../../ui/foldText.ts'
import { pickName, useLanguage, useText } from '../../ui/language.tsx'
import { Mark } from '../../ui/Mark.tsx'
import { SearchField } from '../../ui/SearchField.tsx'
import type { ChangeState, RuleSetState } from './ruleSetState.ts'
import { ruleSetWords } from './words.ts'

/** The dictionary of figures: what an agency submits, in which unit, for which criteria. */
export function MetricsView({
  view,
  say,
  state,
  change,
  select,
}: {
  view: RuleSetView
  say: RuleSpeech
  state: RuleSetState
  change: ChangeState
  select: (id: string) => void
}) {
  const words = useText(ruleSetWords)
  const language = useLanguage()
  const { ruleSet, facts } = view
  const users = useMemo(() => usersOf(facts.figures), [facts])
  const wanted = foldText(state.q ?? '').trim()
  const shown = ruleSet.metrics.filter(metric =>
    foldText(`${metric.name} ${metric.nameEn ?? ''} ${metric.unit} ${metric.definition ?? ''}`).includes(
      wanted,
    ),
  )
  const { metricColumns } = words
  return (
    <section aria-label={words.views.metrics}>
      <div className="tool-row">
        <SearchField
          label={words.searchMetric}
          hint={words.searchHint}
          value={state.q ?? ''}
          change={text => change({ q: text === '' ? undefined : text }, 'replace')}
        />
      </div>
      {shown.length === 0 ? (
        <div className="none-found" role="status">
          <p>{words.noMetricFound}</p>
          <button type="button" className="button" onClick={() => change({ q: undefined })}>
            {words.clearSearch}
          </button>
        </div>
      ) : (
        <table className="figures list-table metrics-table">
          <thead>
            <tr>
              <th scope="col">{metricColumns.name}</th>
              <th scope="col">{metricColumns.unit}</th>
              <th scope="col">{metricColumns.type}</th>
              <th scope="col" className="definition">
                {metricColumns.definition}
              </th>
              <th scope="col" className="sum">
                {metricColumns.sum}
              </th>
              <th scope="col">{metricColumns.usedBy}</th>
            </tr>
          </thead>
          <tbody>
            {shown.map(metric => (
              <tr key={metric.id}>
                <th scope="row">{pickName(language, metric.name, metric.nameEn)}</th>
                <td>{pickName(language, metric.unit, metric.unitEn)}</td>
                <td className="type">{typeText(metric, say)}</td>
                <td className="definition">{metric.definition}</td>
                <td className="sum">{summing(metric, words)}</td>
                <td>
                  <Users ids={users.get(metric.id) ?? []} say={say} view={view} select={select} />
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </section>
  )
}

/** "số đếm, lũy kế" */
function typeText({ valueType, isCumulative }: Metric, { words }: RuleSpeech): string {
  return isCumulative ? words.cumulative(words.valueTypes[valueType]) : words.valueTypes[valueType]
}

function summing({ aggregation, valueType }: Metric, { summed }: { summed: Record<'sum' | 'none', string> }) {
  return summed[aggregation ?? (valueType === 'count' ? 'sum' : 'none')]
}

function usersOf(figures: RuleSetView['facts']['figures']): ReadonlyMap<string, readonly string[]> {
  const users = new Map<string, string[]>()
  for (const { nodeId, metricIds } of figures)
    for (const id of metricIds) users.set(id, [...(users.get(id) ?? []), nodeId])
  return users
}

function Users({
  ids,
  say,
  view: { ruleSet },
  select,
}: {
  ids: readonly string[]
  say: RuleSpeech
  view: RuleSetView
  select: (id: string) => void
}) {
  const words = useText(ruleSetWords)
  const language = useLanguage()
  const isOverride = ruleSet.grading?.overrides !== undefined
  if (ids.length === 0)
    return (
      <>
        <Mark kind="notApplicable" />
        {isOverride ? words.bands : words.unused}
      </>
    )
  return ids.map(id => {
    const adjustment = ruleSet.adjustments?.find(each => each.id === id)
    const label = adjustment ? pickName(language, adjustment.name, adjustment.nameEn) : say.codeOf(id)
    return (
      <button key={id} type="button" className="link-button" onClick={() => select(id)}>
        {label}
      </button>
    )
  })
}
