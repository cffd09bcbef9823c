import { useMemo } from 'react'
import type { RuleSpeech } from '../../receipt/ruleSpeech.ts'
import { useOffer } from '../../state/exports/offers.ts'
import type { RuleSetView } from '../../state/useRuleSetView.ts'
import { pickName, useLanguage, useText } from '../../ui/language.tsx'
import { Mark } from '../../ui/Mark.tsx'
import { SearchField } from '../../ui/SearchField.tsx'
import { foundMetrics, summingText, typeText, unusedText, userLabel, usersOf } from './metricTexts.ts'
import { narrowedMetrics, projectMetrics } from './projectMetrics.ts'
import { ruleSetSentence } from './ruleSetSentence.ts'
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
  const shown = foundMetrics(ruleSet.metrics, state.q ?? '')
  useOffer({
    kind: 'table',
    id: 'metrics',
    name: words.views.metrics,
    make: () => projectMetrics(view, say, state.q ?? '', ruleSetSentence('metrics', view, language)),
  })
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
      {shown.length < ruleSet.metrics.length && (
        <p className="print-only">
          {narrowedMetrics(state.q ?? '', shown.length, ruleSet.metrics.length, language).join(' · ')}
        </p>
      )}
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
                <td className="sum">{summingText(metric, say)}</td>
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

function Users({
  ids,
  say,
  view,
  select,
}: {
  ids: readonly string[]
  say: RuleSpeech
  view: RuleSetView
  select: (id: string) => void
}) {
  if (ids.length === 0)
    return (
      <>
        <Mark kind="notApplicable" />
        {unusedText(view, say)}
      </>
    )
  return ids.map(id => (
    <button key={id} type="button" className="link-button" onClick={() => select(id)}>
      {userLabel(id, view, say)}
    </button>
  ))
}
