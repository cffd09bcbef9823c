import { useId } from 'react'
import type { Reconciliation, ReconciliationCheck } from '../../model/scoreSheet.ts'
import { formatNumber } from '../../ui/formatNumber.ts'
import { pickName, useLanguage, useText } from '../../ui/language.tsx'
import { Mark } from '../../ui/Mark.tsx'
import { overviewWords } from './words.ts'

/** Where our sums and the published ones differ: both figures, the difference and the ways to read it. */
export function ReconciliationNotice({
  reconciliation,
  open,
  toggle,
}: {
  reconciliation: Reconciliation
  open: boolean
  toggle: () => void
}) {
  const words = useText(overviewWords)
  const language = useLanguage()
  const details = useId()
  const differing = reconciliation.checks.filter(check => !check.agrees)
  // The sum of named losses explains itself; otherwise the total says how far apart the results are.
  const first =
    differing.find(check => check.kind === 'namedLosses') ??
    differing.find(check => check.kind === 'total') ??
    differing[0]
  const count = (value: number) => formatNumber(String(value), language)
  if (!first) return null
  const number = (value: string) => formatNumber(value, language)
  const named = first.kind === 'namedLosses' && reconciliation.namedLosses !== null
  const hasReadings = reconciliation.readings.length > 0
  return (
    <div className="notice" role="status">
      <Mark kind="warning" size={17} />
      <div className="notice-text">
        <b>
          {first.kind === 'leaf' || first.kind === 'group'
            ? words.differsCount(count(differing.length))
            : words.differsTitle(number(unsigned(first.difference)))}
        </b>{' '}
        {named
          ? words.differsNamed(
              number(reconciliation.namedLosses ?? ''),
              number(first.computed),
              number(first.published),
            )
          : words.differsPlain}
      </div>
      <button
        type="button"
        className="link-button"
        aria-expanded={open}
        aria-controls={details}
        onClick={toggle}
      >
        {open ? words.hideReadings : hasReadings ? words.showReadings : words.showDifferences}
      </button>
      <div id={details} className="notice-details" hidden={!open}>
        {named && (
          <p>
            {words.readingSum(
              number(first.computed),
              number(first.published),
              number(unsigned(first.difference)),
            )}
          </p>
        )}
        <Differences checks={differing.filter(check => check.kind !== 'namedLosses')} />
        {hasReadings && (
          <ol>
            {reconciliation.readings.map(reading => (
              <li key={reading.id}>
                <b>{pickName(language, reading.title, reading.titleEn)}</b>{' '}
                {reading.id === 'namedLosses' ? number(first.computed) : number(first.published)}.{' '}
                {pickName(language, reading.text, reading.textEn)}
              </li>
            ))}
          </ol>
        )}
      </div>
    </div>
  )
}

function Differences({ checks }: { checks: readonly ReconciliationCheck[] }) {
  const words = useText(overviewWords)
  const language = useLanguage()
  if (checks.length === 0) return null
  return (
    <ul>
      {checks.map(check => (
        <li key={`${check.kind}-${check.nodeId}`}>
          {pickName(language, check.name, check.nameEn)}: {words.computed}{' '}
          {formatNumber(check.computed, language)}, {words.published}{' '}
          {formatNumber(check.published, language)}, {words.difference}{' '}
          {formatNumber(check.difference, language, { signed: true })}
        </li>
      ))}
    </ul>
  )
}

/** A difference without its direction, for "lệch 0,4996". */
function unsigned(value: string): string {
  return value.replace(/^-/, '')
}
