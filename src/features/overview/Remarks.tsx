import type { Completeness } from '../../model/nextActions.ts'
import type { RuleSet } from '../../model/ruleSet.ts'
import type { Reconciliation, ScoreSheet } from '../../model/scoreSheet.ts'
import { formatNumber } from '../../ui/formatNumber.ts'
import { pickName, useLanguage, useText } from '../../ui/language.tsx'
import { Mark, type MarkKind } from '../../ui/Mark.tsx'
import { forcedBand } from './forcedBand.ts'
import { overviewWords } from './words.ts'

/** What the score rests on, in one quiet line: agreement with published figures, 0/0, points without figures. */
export function Remarks({
  sheet,
  ruleSet,
  said,
  completeness,
  missing,
}: {
  sheet: ScoreSheet
  ruleSet: RuleSet
  /** What must be known of the whole sheet, in bold before the rest. */
  said: readonly string[]
  completeness?: Completeness | undefined
  /** Whether the missing figures are listed, and how to change that. */
  missing?: { readonly isOpen: boolean; readonly toggle: () => void } | undefined
}) {
  const words = useText(overviewWords)
  const language = useLanguage()
  const item = pickName(language, ruleSet.itemWord, ruleSet.itemWordEn)
  const count = (value: number) => formatNumber(String(value), language)
  const { notIncurredLeaves, scoredWithoutFigures, notApplicableLeaves } = sheet.total
  const remarks: readonly (readonly [MarkKind, string, boolean])[] = [
    ['reached', agreement(sheet.reconciliation, words, count), agrees(sheet.reconciliation)],
    ['notApplicable', words.notIncurred(count(notIncurredLeaves), item), notIncurredLeaves > 0],
    ['notApplicable', words.notApplicableItems(count(notApplicableLeaves), item), notApplicableLeaves > 0],
    ['missing', words.withoutFigures(count(scoredWithoutFigures), item), scoredWithoutFigures > 0],
  ]
  const shown = remarks.filter(([, , isShown]) => isShown)
  const figures = completeness && completeness.entered + completeness.missing > 0 ? completeness : null
  const forced = forcedBand({ sheet, ruleSet }, language)
  if (shown.length === 0 && said.length === 0 && !figures && !forced) return null
  return (
    <ul className="remarks">
      {said.length > 0 && (
        <li className="warned">
          <Mark kind="warning" size={13} />
          <b>{said.join(' · ')}</b>
        </li>
      )}
      {forced && (
        <li title={forced.note}>
          <Mark kind="warning" size={13} />
          {words.forcedBy(forced.band, forced.metric)}
        </li>
      )}
      {figures && (
        <li>
          <Mark kind={figures.missing > 0 ? 'missing' : 'reached'} size={13} />
          {words.entered(count(figures.entered), count(figures.entered + figures.missing))}
          {figures.missing > 0 && ' · '}

          {figures.missing > 0 && missing && (
            <button
              type="button"
              className="link-button"
              aria-expanded={missing.isOpen}
              aria-label={words.listMissing(count(figures.missing))}
              onClick={missing.toggle}
            >
              {words.missingShort(count(figures.missing))}
            </button>
          )}
          {figures.notApplicable > 0 && ` · ${words.exempt(count(figures.notApplicable))}`}
        </li>
      )}
      {shown.map(([kind, text]) => (
        <li key={text}>
          <Mark kind={kind} size={13} />
          {text}
        </li>
      ))}
    </ul>
  )
}

function agrees(reconciliation: Reconciliation | null): boolean {
  return (
    reconciliation !== null &&
    reconciliation.checks.length > 0 &&
    reconciliation.agreeing === reconciliation.checks.length
  )
}

function agreement(
  reconciliation: Reconciliation | null,
  words: (typeof overviewWords)['vi'],
  count: (value: number) => string,
): string {
  if (reconciliation === null) return ''
  const { agreeing, checks, takenAsPublished, notComparable } = reconciliation
  return [
    words.agreesAll(count(agreeing), count(checks.length)),
    ...(takenAsPublished > 0 ? [words.taken(count(takenAsPublished))] : []),
    ...(notComparable > 0 ? [words.notComparable(count(notComparable))] : []),
  ].join(' ')
}
