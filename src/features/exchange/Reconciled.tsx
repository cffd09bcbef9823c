import { useState } from 'react'
import { submissionTableText, tableOfSubmissions } from '../../io/encodeSubmissions.ts'
import { isLeaf, walkCriteria } from '../../model/criteria.ts'
import type { ReconciledSet, ReconciledSubmission } from '../../model/portalImport.ts'
import type { RuleSet } from '../../model/ruleSet.ts'
import type { SubmissionTable } from '../../model/submission.ts'
import { download } from '../../ui/download.ts'
import { formatDate, formatNumber } from '../../ui/formatNumber.ts'
import { pickName, useLanguage, useText } from '../../ui/language.tsx'
import { ReconciledUnit } from './ReconciledUnit.tsx'
import { exchangeWords } from './words.ts'

/** More units than this are folded away until somebody asks. */
const shownUnits = 15

/** Published and computed points of every unit side by side, those that differ first. */
export function Reconciled({
  ruleSet,
  set,
  tables,
  nameOf,
  isNew,
}: {
  ruleSet: RuleSet
  set: ReconciledSet
  /** Tables the units were read from, where they stood in one. */
  tables: readonly SubmissionTable[]
  nameOf: (agencyId: string) => string
  isNew: (agencyId: string) => boolean
}) {
  const words = useText(exchangeWords)
  const language = useLanguage()
  const [showsAll, setShowsAll] = useState(false)
  const count = (value: number) => formatNumber(String(value), language)
  const { units, agreement, problems } = set
  const differing = units.filter(hasDifference)
  const ordered = [...differing, ...units.filter(unit => !hasDifference(unit))]
  const shown = showsAll ? ordered : ordered.slice(0, Math.max(shownUnits, differing.length))
  const periods = [...new Set(units.map(unit => unit.submission.period))]
  const sentence =
    agreement.checks === 0
      ? words.nothingToCompare
      : differing.length === 0
        ? words.agree(count(agreement.agreeing), count(agreement.checks), count(units.length))
        : words.differ(
            count(agreement.checks - agreement.agreeing),
            count(agreement.checks),
            count(differing.length),
          )
  const refused = problems.filter(problem => problem.severity === 'error')
  return (
    <section className="sheet" aria-labelledby={`reconciled-${set.ruleSetId}`}>
      <div className="section-head">
        <h2 id={`reconciled-${set.ruleSetId}`}>{sentence}</h2>
        <div className="section-actions">
          {periods.map(period => (
            <button
              key={period}
              type="button"
              className="link-button"
              onClick={() => download(`${set.ruleSetId}-${period}.json`, tableText(period))}
            >
              {words.downloadTable(formatDate(period))}
            </button>
          ))}
        </div>
      </div>
      <p className="visually-hidden" role="status">
        {sentence}
      </p>
      <p className="section-note">
        {[
          (isAllReported(ruleSet) ? words.reconcileSums : words.reconcileSub)(
            pickName(language, ruleSet.shortTitle, ruleSet.shortTitleEn),
          ),
          ...(units.some(unit => unit.groupSum) ? [words.groupSumNote] : []),
          ...(agreement.takenAsPublished > 0 ? [words.taken(count(agreement.takenAsPublished))] : []),
          ...(agreement.notComparable > 0 ? [words.open(count(agreement.notComparable))] : []),
        ].join('; ')}
      </p>
      <div className="table-scroll">
        <table className="figures reconciled">
          <thead>
            <tr>
              <th>{words.unit}</th>
              {periods.length > 1 && <th>{words.date}</th>}
              <th className="number">{words.published}</th>
              <th className="number">{words.computed}</th>
              <th className="number">{words.difference}</th>
              <th className="number">{words.agreement}</th>
            </tr>
          </thead>
          <tbody>
            {shown.map(unit => (
              <ReconciledUnit
                key={unit.submission.id}
                unit={unit}
                ruleSet={ruleSet}
                name={nameOf(unit.submission.agencyId)}
                isNew={isNew(unit.submission.agencyId)}
                showsPeriod={periods.length > 1}
              />
            ))}
          </tbody>
        </table>
      </div>
      {units.length > shown.length || showsAll ? (
        <button type="button" className="link-button more" onClick={() => setShowsAll(!showsAll)}>
          {showsAll ? words.showFewer : words.showAll(count(units.length))}
        </button>
      ) : null}
      {refused.length > 0 && (
        <div className="notice" role="alert">
          <div className="notice-text">
            <b>{words.refused}</b>
            <ul>
              {refused.map(problem => (
                <li key={`${problem.file} ${problem.path} ${problem.code}`}>
                  {nameOf(problem.file)}: {problem.message[language]}
                </li>
              ))}
            </ul>
          </div>
        </div>
      )}
    </section>
  )

  function tableText(period: string): string {
    const table = tables.find(each => each.ruleSetId === set.ruleSetId && each.period === period)
    const own = units.map(unit => unit.submission).filter(each => each.period === period)
    return submissionTableText(table ?? tableOfSubmissions(own))
  }
}

/** Nothing is scored from figures then; only sums are compared. */
function isAllReported(ruleSet: RuleSet): boolean {
  return walkCriteria(ruleSet).every(
    ({ criterion }) => !isLeaf(criterion) || criterion.rule?.kind === 'reported',
  )
}

function hasDifference({ sheet }: ReconciledSubmission): boolean {
  return sheet.reconciliation?.checks.some(check => !check.agrees) ?? false
}
