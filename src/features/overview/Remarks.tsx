import type { RuleSet } from '../../model/ruleSet.ts'
import type { Reconciliation, ScoreSheet } from '../../model/scoreSheet.ts'
import { formatNumber } from '../../ui/formatNumber.ts'
import { pickName, useLanguage, useText } from '../../ui/language.tsx'
import { Mark, type MarkKind } from '../../ui/Mark.tsx'
import { overviewWords } from './words.ts'

/** What the score rests on, in one quiet line: agreement with published figures, 0/0, points without figures. */
export function Remarks({
  sheet,
  ruleSet,
  said,
}: {
  sheet: ScoreSheet
  ruleSet: RuleSet
  /** What must be known of the whole sheet, in bold before the rest. */
  said: readonly string[]
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
  if (shown.length === 0 && said.length === 0) return null
  return (
    <ul className="remarks">
      {said.length > 0 && (
        <li className="warned">
          <Mark kind="warning" size={13} />
          <b>{said.join(' · ')}</b>
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
