import { toPlotNumber } from '../../model/exact.ts'
import type { LintCheck } from '../../model/ruleSetReport.ts'
import type { RuleSetView } from '../../state/useRuleSetView.ts'
import { formatNumber, formatPercent } from '../../ui/formatNumber.ts'
import { useLanguage, useText } from '../../ui/language.tsx'
import { Mark } from '../../ui/Mark.tsx'
import { checkWords } from './checkWords.ts'
import { ruleSetWords } from './words.ts'

const sourceKinds = ['stated', 'inferred', 'illustrative', 'none'] as const

/** What the linter looked at and what it found, then how sure the values are. */
export function ChecksView({ view }: { view: RuleSetView }) {
  const words = useText(checkWords)
  const language = useLanguage()
  const { checks } = view
  const problems = checks.flatMap(check => check.problems)
  return (
    <div className="checks">
      {problems.length > 0 && (
        <section aria-labelledby="findings">
          <div className="section-head">
            <h2 id="findings">{words.findings}</h2>
          </div>
          <ul className="findings">
            {problems.map(({ path, code, severity, message }) => (
              <li key={`${path} ${code} ${message.vi}`} className={severity}>
                <Mark kind={severity} size={15} />
                <div>
                  <p>
                    <b>{words[severity]}: </b>
                    {message[language]}
                  </p>
                  <p className="place">
                    <code>{path}</code> [{code}]
                  </p>
                </div>
              </li>
            ))}
          </ul>
        </section>
      )}
      <section aria-labelledby="checks">
        <div className="section-head">
          <h2 id="checks">{words.checks}</h2>
        </div>
        <table className="figures list-table">
          <thead>
            <tr>
              <th scope="col">{words.checkColumns.check}</th>
              <th scope="col" className="number">
                {words.checkColumns.places}
              </th>
              <th scope="col">{words.checkColumns.result}</th>
            </tr>
          </thead>
          <tbody>
            {checks.map(check => (
              <tr key={check.area}>
                <th scope="row">{words.checkAreas[check.area]}</th>
                <td className="number">{formatNumber(String(check.places), language)}</td>
                <td>
                  <Verdict check={check} />
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </section>
      <Sureness view={view} />
    </div>
  )
}

function Verdict({ check: { problems, places, skipped } }: { check: LintCheck }) {
  const words = useText(checkWords)
  const count = (severity: 'error' | 'warning') => problems.filter(each => each.severity === severity).length
  const [errors, warnings] = [count('error'), count('warning')]
  if (skipped)
    return (
      <>
        <Mark kind="missing" />
        {words.skipped}
      </>
    )
  if (errors > 0)
    return (
      <span className="lost">
        <Mark kind="error" />
        {words.errors(errors)}
      </span>
    )
  if (warnings > 0)
    return (
      <>
        <Mark kind="warning" />
        {words.warnings(warnings)}
      </>
    )
  return places === 0 ? (
    <span className="quiet">{words.nothingToCheck}</span>
  ) : (
    <>
      <Mark kind="reached" />
      {words.passed}
    </>
  )
}

/** Every place that must name a source, by how sure it is. */
function Sureness({ view: { facts } }: { view: RuleSetView }) {
  const words = useText(checkWords)
  const { sourceKinds: sourceKindNames } = useText(ruleSetWords)
  const language = useLanguage()
  const { sources } = facts
  const share = (count: number) => `${count * 100}/${Math.max(sources.total, 1)}`
  return (
    <section aria-labelledby="sureness">
      <div className="section-head">
        <h2 id="sureness">{words.sources}</h2>
      </div>
      <table className="figures list-table sureness-table">
        <thead>
          <tr>
            <th scope="col">{words.sourceColumns.sure}</th>
            <th scope="col" className="number">
              {words.sourceColumns.places}
            </th>
            <th scope="col" className="number">
              {words.sourceColumns.share}
            </th>
            <th scope="col" className="bar">
              <span className="visually-hidden">{words.sourceColumns.share}</span>
            </th>
          </tr>
        </thead>
        <tbody>
          {sourceKinds.map(kind => (
            <tr key={kind}>
              <th scope="row">
                <Mark kind={kind === 'stated' ? 'known' : kind === 'none' ? 'missing' : 'inferred'} />
                {sourceKindNames[kind]}
              </th>
              <td className="number">{formatNumber(String(sources[kind]), language)}</td>
              <td className="number">{formatPercent(share(sources[kind]), language, 1)}</td>
              <td className="bar">
                <svg aria-hidden="true" height="12">
                  {sources[kind] > 0 && (
                    <rect
                      width={`${toPlotNumber(share(sources[kind]))}%`}
                      height="12"
                      fill={kind === 'stated' ? 'var(--ink-2)' : kind === 'none' ? 'none' : 'url(#hatch-ink)'}
                      stroke="var(--ink-2)"
                      strokeWidth="1.4"
                      {...(kind === 'none' ? { strokeDasharray: '3 2.4' } : {})}
                    />
                  )}
                </svg>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}
