import type { RuleSetView } from '../../state/useRuleSetView.ts'
import { formatNumber } from '../../ui/formatNumber.ts'
import { pickName, useLanguage, useText } from '../../ui/language.tsx'
import { changeCounts } from './changeText.ts'
import { changeWords } from './changeWords.ts'
import type { RuleSetLinker } from './ruleSetState.ts'

/** From the older scale to the newer one: what went, what came, what changed. */
export function PointsLedger({
  view: { comparison, ruleSet },
  link,
}: {
  view: RuleSetView
  link: RuleSetLinker
}) {
  const words = useText(changeWords)
  const language = useLanguage()
  if (!comparison) return null
  const { older, change } = comparison
  const counts = changeCounts(change)
  const { points } = change
  const number = (exact: string) => formatNumber(exact, language)
  const signed = (exact: string) => formatNumber(exact, language, { signed: true })
  const negative = (exact: string) =>
    exact === '0' ? exact : exact.startsWith('-') ? exact.slice(1) : `-${exact}`
  const steps = [
    { label: `${words.removedPoints} ${counts.removed}`, value: signed(negative(points.removed)) },
    { label: `${words.addedPoints} ${counts.added}`, value: signed(points.added) },
    // A group that became a leaf changes points without changing a maximum.
    {
      label: [words.changedPoints, ...(counts.maxima > 0 ? [counts.maxima] : [])].join(' '),
      value: signed(points.changed),
    },
    ...(points.unknown === '0' ? [] : [{ label: words.unknownPoints, value: signed(points.unknown) }]),
  ]
  return (
    <section className="ledger" aria-label={words.versions}>
      <div>
        <span className="disc" aria-hidden="true">
          A
        </span>
        <p>
          <span>{words.before}</span>
          {link(
            { to: 'ruleSet', ruleSetId: older.id, compare: ruleSet.id },
            pickName(language, older.shortTitle, older.shortTitleEn),
          )}
        </p>
        <b>{number(older.scale)}</b>
      </div>
      {steps.map(step => (
        <div key={step.label} className="step">
          <span>{step.label}</span>
          <b>{step.value}</b>
        </div>
      ))}
      <div>
        <span className="disc hollow" aria-hidden="true">
          B
        </span>
        <p>
          <span>{words.after}</span>
          {pickName(language, ruleSet.shortTitle, ruleSet.shortTitleEn)}
        </p>
        <b>{number(ruleSet.scale)}</b>
      </div>
    </section>
  )
}
