import { useId, useState } from 'react'
import { submissionText } from '../../io/encodeSubmissions.ts'
import type { ReconciledSubmission } from '../../model/portalImport.ts'
import type { RuleSet } from '../../model/ruleSet.ts'
import type { ReconciliationCheck } from '../../model/scoreSheet.ts'
import { formatInterval, pointsFormat } from '../../receipt/pointsFormat.ts'
import { download } from '../../ui/download.ts'
import { formatDate, formatNumber } from '../../ui/formatNumber.ts'
import { Icon } from '../../ui/Icon.tsx'
import { pickName, useLanguage, useText } from '../../ui/language.tsx'
import { Mark } from '../../ui/Mark.tsx'
import { exchangeWords } from './words.ts'

/** One unit: totals side by side; opened, every published figure with ours beside it. */
export function ReconciledUnit({
  unit: { submission, sheet, groupSum },
  ruleSet,
  name,
  isNew,
  showsPeriod,
}: {
  unit: ReconciledSubmission
  ruleSet: RuleSet
  name: string
  isNew: boolean
  showsPeriod: boolean
}) {
  const words = useText(exchangeWords)
  const language = useLanguage()
  const [isOpen, setOpen] = useState(false)
  const details = useId()
  const points = pointsFormat(ruleSet, language)
  const count = (value: number) => formatNumber(String(value), language)
  const { reconciliation, total } = sheet
  const checks = reconciliation?.checks ?? []
  const agreeing = reconciliation?.agreeing ?? 0
  const open = reconciliation?.notComparable ?? 0
  const differs = agreeing < checks.length
  const ofTotal = checks.find(check => check.kind === 'total')
  const published = submission.published?.total ?? groupSum?.points ?? null
  const difference = ofTotal?.difference ?? groupSum?.difference ?? null
  return (
    <>
      <tr className={differs ? 'differs' : undefined}>
        <th scope="row">
          <button
            type="button"
            className="unfold"
            aria-expanded={isOpen}
            aria-controls={details}
            onClick={() => setOpen(!isOpen)}
          >
            <Icon name="chevron" size={14} />
            <span>
              {name}
              {isNew && (
                <small>
                  <Mark kind="missing" />
                  {words.newUnit}
                </small>
              )}
            </span>
          </button>
        </th>
        {showsPeriod && <td data-label={words.date}>{formatDate(submission.period)}</td>}
        <td className="number" data-label={words.published}>
          {groupSum && <small>{words.groupSum}</small>}
          {published !== null ? points(published) : words.notPublished}
        </td>
        <td className="number" data-label={words.computed}>
          {total.points.kind === 'known' ? formatInterval(total.points, points) : ''}
        </td>
        <td
          className={difference !== null && difference !== '0' ? 'number lost' : 'number'}
          data-label={words.difference}
        >
          {difference !== null ? formatNumber(difference, language, { signed: true }) : ''}
        </td>
        <td className="number" data-label={words.agreement}>
          {open > 0 && <small>{words.leftOpen(count(open))}</small>}
          <Mark kind={differs ? 'warning' : 'reached'} size={13} />
          {count(agreeing)}/{count(checks.length)}
        </td>
      </tr>
      <tr id={details} className="unfolded" hidden={!isOpen}>
        {isOpen && (
          <td colSpan={showsPeriod ? 6 : 5}>
            <Checks checks={checks} codes={codes} points={points} label={words.checksOf(name)} />
            <button
              type="button"
              className="link-button"
              onClick={() => download(`${submission.agencyId}.json`, submissionText(submission))}
            >
              {words.downloadUnit}
            </button>
          </td>
        )}
      </tr>
    </>
  )

  function codes(nodeId: string): string {
    return sheet.nodes.find(node => node.criterionId === nodeId)?.code ?? ''
  }
}

function Checks({
  checks,
  codes,
  points,
  label,
}: {
  checks: readonly ReconciliationCheck[]
  codes: (nodeId: string) => string
  points: (value: string) => string
  label: string
}) {
  const words = useText(exchangeWords)
  const language = useLanguage()
  if (checks.length === 0) return <p>{words.noChecks}</p>
  return (
    <table className="figures checks" aria-label={label}>
      <thead>
        <tr>
          <th colSpan={2}>{words.item}</th>
          <th className="number">{words.published}</th>
          <th className="number">{words.computed}</th>
          <th className="number">{words.difference}</th>
        </tr>
      </thead>
      <tbody>
        {checks.map(check => (
          <tr key={`${check.kind} ${check.nodeId}`} className={check.kind}>
            <td>{check.kind === 'leaf' ? codes(check.nodeId) : ''}</td>
            <th scope="row">
              {check.kind === 'total' ? words.total : pickName(language, check.name, check.nameEn)}
            </th>
            <td className="number">{points(check.published)}</td>
            <td className="number">{points(check.computed)}</td>
            <td className={check.agrees ? 'number' : 'number lost'}>
              {check.agrees ? (
                <>
                  <Mark kind="reached" size={12} />
                  <span className="visually-hidden">{words.same}</span>
                </>
              ) : (
                formatNumber(check.difference, language, { signed: true })
              )}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
