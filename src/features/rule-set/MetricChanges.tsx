import type { Metric } from '../../model/ruleSet.ts'
import type { RuleSetChange } from '../../model/ruleSetChange.ts'
import { unitText } from '../../receipt/ruleSections.ts'
import type { RuleSpeech } from '../../receipt/ruleSpeech.ts'
import { pickName, useLanguage, useText } from '../../ui/language.tsx'
import { changeWords } from './changeWords.ts'
import { type ChangeSpeech, fieldLines } from './fieldLines.ts'

/** Figures agencies must submit from now on, no longer, or otherwise. */
export function MetricChanges({
  change: { added, removed, changed },
  say,
  speech,
}: {
  change: RuleSetChange['metrics']
  say: RuleSpeech
  speech: ChangeSpeech
}) {
  const words = useText(changeWords)
  const language = useLanguage()
  if (added.length + removed.length + changed.length === 0) return null
  const name = (metric: Metric) => pickName(language, metric.name, metric.nameEn)
  const lists = [
    { title: words.metricAdded, entries: added.map(metric => ({ metric, note: unitText(metric, say) })) },
    { title: words.metricRemoved, entries: removed.map(metric => ({ metric, note: unitText(metric, say) })) },
    {
      title: words.metricChanged,
      entries: changed.map(({ to, fields }) => ({
        metric: to,
        note: fieldLines(fields, speech)
          .map(line => words.becomes(line.label, line.from ?? words.nothing, line.to ?? words.nothing))
          .join('; '),
      })),
    },
  ]
  return (
    <section aria-labelledby="changes-metrics">
      <div className="section-head">
        <h2 id="changes-metrics">{words.sections.metrics}</h2>
        <p className="sub">
          {lists
            .filter(list => list.entries.length > 0)
            .map(list => `${list.title} ${list.entries.length}`)
            .join(', ')}
        </p>
      </div>
      <dl className="metric-changes">
        {lists
          .filter(list => list.entries.length > 0)
          .map(list => (
            <div key={list.title}>
              <dt>{list.title}</dt>
              <dd>
                <ul>
                  {list.entries.map(({ metric, note }) => (
                    <li key={metric.id}>
                      {name(metric)} <span className="quiet">({note})</span>
                    </li>
                  ))}
                </ul>
              </dd>
            </div>
          ))}
      </dl>
    </section>
  )
}
