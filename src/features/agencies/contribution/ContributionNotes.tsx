import type { Contribution, ContributionLeaf } from '../../../model/attribution.ts'
import type { RuleSet } from '../../../model/ruleSet.ts'
import { stageNames } from '../../../receipt/stageNames.ts'
import { formatNumber, type Language } from '../../../ui/formatNumber.ts'
import { pickName, useLanguage, useText } from '../../../ui/language.tsx'
import { Mark } from '../../../ui/Mark.tsx'
import { type ContributionWords, contributionWords } from './words.ts'

/** Whose figures the whole's are, and how sure; one sentence each. */
export function originText(
  { origin, agencyIds }: Pick<Contribution, 'origin' | 'agencyIds'>,
  whole: string,
  words: ContributionWords,
  language: Language,
): readonly string[] {
  return [
    origin.kind === 'gathered'
      ? words.gathered(formatNumber(String(agencyIds.length), language))
      : words.submitted(whole, stageNames[language][origin.stage]),
    ...(origin.certainty === 'illustrative' ? [words.illustrative] : []),
  ]
}

/** What the shares rest on: whose figures, whose not, and how sure. */
export function ContributionNotes({
  contribution: { origin, agencyIds, expected, silent, parentId },
  leaf,
  ruleSet,
  nameOf,
}: {
  contribution: Contribution
  leaf: ContributionLeaf | null
  ruleSet: RuleSet
  nameOf: (agencyId: string) => string
}) {
  const words = useText(contributionWords)
  const language = useLanguage()
  const count = (number: number) => formatNumber(String(number), language)
  const metricName = (id: string) => {
    const metric = ruleSet.metrics.find(each => each.id === id)
    return metric ? pickName(language, metric.name, metric.nameEn) : id
  }
  const figuresOf = (ids: readonly string[]) =>
    ids.length === 0 ? '' : words.absentFigures(ids.map(metricName).join(', '))
  const hasOffsets = leaf?.rows.some(row => row.contribution.startsWith('-')) ?? false
  return (
    <div className="contribution-notes">
      <p>
        {origin.kind === 'gathered' && <Mark kind="inferred" />}
        {originText({ origin, agencyIds }, nameOf(parentId), words, language).join(' ')}
        {expected
          ? ` ${words.loaded(count(agencyIds.length), count(expected.count))}`
          : ` ${
              leaf && leaf.rows.length < agencyIds.length
                ? words.everyGroupPart(count(leaf.rows.length), count(agencyIds.length))
                : words.everyGroup(count(agencyIds.length))
            }`}
        {hasOffsets && ` ${words.offsets}`}
      </p>
      {silent.length > 0 && (
        <p>
          <Mark kind="missing" />
          {words.silent(count(silent.length), silent.map(nameOf).join(', '))}
        </p>
      )}
      {leaf && leaf.absent.length > 0 && (
        <details>
          <summary>{words.absentTitle(count(leaf.absent.length))}</summary>
          <ul>
            {leaf.absent.map(each => (
              <li key={each.agencyId}>
                {nameOf(each.agencyId)}: {words.absent[each.because]}
                {figuresOf(each.metricIds)}
              </li>
            ))}
          </ul>
        </details>
      )}
    </div>
  )
}
