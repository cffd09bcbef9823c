import { walkCriteria } from '../../model/criteria.ts'
import type { ExampleValue, RuleSet, WorkedExample } from '../../model/ruleSet.ts'
import type { ExampleCheck, ExampleResult } from '../../model/ruleSetReport.ts'
import { periodName } from '../../receipt/periodName.ts'
import type { RuleSetView } from '../../state/useRuleSetView.ts'
import { formatDate, formatNumber, type Language } from '../../ui/formatNumber.ts'
import { pickName, useLanguage, useText } from '../../ui/language.tsx'
import { Mark } from '../../ui/Mark.tsx'
import { type RuleSetWords, ruleSetWords } from './words.ts'

/** Figures an example shows before the rest folds away. */
const valuesShown = 4

/** Cases somebody worked out by hand, beside what the engine gives for the same figures. */
export function ExamplesView({ view, select }: { view: RuleSetView; select: (id: string) => void }) {
  const words = useText(ruleSetWords)
  const { examples, ruleSet } = view
  if (examples.length === 0)
    return (
      <div className="empty">
        <p>{(ruleSet.examples ?? []).length === 0 ? words.noExamplesHint : words.examplesNotRun}</p>
      </div>
    )
  const { exampleColumns } = words
  return (
    <section aria-label={words.examples}>
      <table className="figures list-table examples-table">
        <thead>
          <tr>
            <th scope="col">{exampleColumns.example}</th>
            <th scope="col">{exampleColumns.values}</th>
            <th scope="col">{exampleColumns.item}</th>
            <th scope="col" className="number">
              {exampleColumns.expected}
            </th>
            <th scope="col" className="number">
              {exampleColumns.got}
            </th>
          </tr>
        </thead>
        {examples.map(result => (
          <Example key={result.example.id} result={result} ruleSet={ruleSet} select={select} />
        ))}
      </table>
    </section>
  )
}

function Example({
  result: { example, checks, holds },
  ruleSet,
  select,
}: {
  result: ExampleResult
  ruleSet: RuleSet
  select: (id: string) => void
}) {
  const words = useText(ruleSetWords)
  const language = useLanguage()
  const rows = checks.length === 0 ? [null] : checks
  return (
    <tbody>
      {rows.map((check, index) => (
        <tr key={check?.nodeId ?? ''}>
          {index === 0 && (
            <>
              <th scope="rowgroup" rowSpan={rows.length}>
                <span className={holds ? 'verdict' : 'verdict bad'}>
                  <Mark kind={holds ? 'reached' : 'error'} />
                  <span className="visually-hidden">
                    {holds ? words.holds : checks.length === 0 ? words.notRun : words.differs}:{' '}
                  </span>
                  {example.name}
                </span>
                {example.period !== undefined && (
                  <small>{words.period(periodName(example.period, language))}</small>
                )}
              </th>
              <td rowSpan={rows.length}>
                <Values values={example.values} ruleSet={ruleSet} />
                {example.published && (
                  <>
                    <small>{words.publishedPoints}:</small>
                    <Published points={example.published} ruleSet={ruleSet} />
                  </>
                )}
                {example.previous && example.previous.length > 0 && (
                  <>
                    <small>{words.previousPeriod}:</small>
                    <Values values={example.previous} ruleSet={ruleSet} />
                  </>
                )}
                {example.peers && <small>{words.peers(example.peers.length)}</small>}
              </td>
            </>
          )}
          {check ? (
            <CheckCells check={check} ruleSet={ruleSet} select={select} />
          ) : (
            <td colSpan={3}>{words.notRun}</td>
          )}
        </tr>
      ))}
    </tbody>
  )
}

function CheckCells({
  check: { nodeId, expected, computed, holds },
  ruleSet,
  select,
}: {
  check: ExampleCheck
  ruleSet: RuleSet
  select: (id: string) => void
}) {
  const words = useText(ruleSetWords)
  const language = useLanguage()
  const criterion = walkCriteria(ruleSet).find(place => place.criterion.id === nodeId)?.criterion
  return (
    <>
      <td>
        {nodeId === 'total' ? (
          words.total
        ) : criterion ? (
          <button type="button" className="row-link" onClick={() => select(criterion.id)}>
            {criterion.code}{' '}
            {pickName(language, criterion.shortName ?? criterion.name, criterion.shortNameEn)}
          </button>
        ) : (
          nodeId
        )}
      </td>
      <td className="number" data-label={words.exampleColumns.expected}>
        {resultText(expected, words, language)}
      </td>
      <td className={holds ? 'number' : 'number lost'} data-label={words.exampleColumns.got}>
        <Mark kind={holds ? 'reached' : 'error'} />
        {computed === null ? words.results.unknown : resultText(computed, words, language)}
      </td>
    </>
  )
}

function resultText(result: string, words: RuleSetWords, language: Language): string {
  return result === 'missing' || result === 'notApplicable'
    ? words.results[result]
    : formatNumber(result, language)
}

/** Figures by name; a long list folds after the first few. */
function Values({ values, ruleSet }: { values: readonly ExampleValue[]; ruleSet: RuleSet }) {
  const words = useText(ruleSetWords)
  const isLong = values.length > valuesShown + 1
  const first = isLong ? values.slice(0, valuesShown) : values
  return (
    <>
      <ValueList values={first} ruleSet={ruleSet} />
      {isLong && (
        <details>
          <summary>{words.moreFigures(values.length - first.length)}</summary>
          <ValueList values={values.slice(valuesShown)} ruleSet={ruleSet} />
        </details>
      )}
    </>
  )
}

function ValueList({ values, ruleSet }: { values: readonly ExampleValue[]; ruleSet: RuleSet }) {
  const words = useText(ruleSetWords)
  const language = useLanguage()
  return (
    <ul className="values">
      {values.map(({ metricId, value }) => {
        const metric = ruleSet.metrics.find(each => each.id === metricId)
        return (
          <li key={metricId}>
            <span>{metric ? pickName(language, metric.name, metric.nameEn) : metricId}</span>
            <b>
              {value === null ? (
                <>
                  <Mark kind="missing" />
                  {words.missing}
                </>
              ) : (
                valueText(value, metricId, ruleSet, words, language)
              )}
            </b>
          </li>
        )
      })}
    </ul>
  )
}

/** Points that are taken as they stand, by criterion or joint maximum. */
function Published({
  points,
  ruleSet,
}: {
  points: NonNullable<WorkedExample['published']>
  ruleSet: RuleSet
}) {
  const language = useLanguage()
  const named = [...walkCriteria(ruleSet).map(place => place.criterion), ...ruleSet.pools]
  return (
    <ul className="values">
      {points.map(({ nodeId, points: taken }) => {
        const node = named.find(each => each.id === nodeId)
        return (
          <li key={nodeId}>
            <span>{node ? pickName(language, node.name, node.nameEn) : nodeId}</span>
            <b>{formatNumber(taken, language)}</b>
          </li>
        )
      })}
    </ul>
  )
}

/** "có", "05/03/2026", the option a value stands for, or the number. */
function valueText(
  value: string,
  metricId: string,
  ruleSet: RuleSet,
  words: RuleSetWords,
  language: Language,
): string {
  const type = ruleSet.metrics.find(each => each.id === metricId)?.valueType
  switch (type) {
    case 'flag':
      return value === '1' ? words.yes : words.no
    case 'date':
      return formatDate(value)
    case 'option': {
      const options = walkCriteria(ruleSet).flatMap(({ criterion: { rule } }) =>
        rule?.kind === 'choice' && rule.metric === metricId ? rule.options : [],
      )
      const option = options.find(each => each.value === value)
      return option ? pickName(language, option.label, option.labelEn) : value
    }
    case 'percent':
      return `${formatNumber(value, language)}%`
    default:
      return formatNumber(value, language)
  }
}
