import type { Contribution, ContributionLeaf } from '../../../model/attribution.ts'
import type { RuleSet } from '../../../model/ruleSet.ts'
import { formatNumber } from '../../../ui/formatNumber.ts'
import { pickName, useLanguage, useText } from '../../../ui/language.tsx'
import { Mark } from '../../../ui/Mark.tsx'
import { restsOn, silentText } from './shareNotes.ts'
import { contributionWords } from './words.ts'

/** What the shares rest on: whose figures, whose not, and how sure. */
export function ContributionNotes({
  contribution,
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
  const silent = silentText(contribution, nameOf, language)
  return (
    <div className="contribution-notes">
      <p>
        {contribution.origin.kind === 'gathered' && <Mark kind="inferred" />}
        {restsOn(contribution, leaf, nameOf, language)}
      </p>
      {silent !== '' && (
        <p>
          <Mark kind="missing" />
          {silent}
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
