import { useRef } from 'react'
import type { Agency } from '../../../model/agency.ts'
import type { Contribution, ContributionSplit } from '../../../model/attribution.ts'
import { walkCriteria } from '../../../model/criteria.ts'
import type { SourceDocument } from '../../../model/provenance.ts'
import type { RuleSet } from '../../../model/ruleSet.ts'
import { citation } from '../../../receipt/citation.ts'
import { periodName } from '../../../receipt/periodName.ts'
import { pointsFormat } from '../../../receipt/pointsFormat.ts'
import { contributionSentence, nobodysName } from '../../../sentences/contributionSentence.ts'
import { useOffer } from '../../../state/exports/offers.ts'
import { ChartTools } from '../../../ui/ChartTools.tsx'
import { formatNumber } from '../../../ui/formatNumber.ts'
import { pickName, useLanguage, useText } from '../../../ui/language.tsx'
import { Mark } from '../../../ui/Mark.tsx'
import type { AgenciesState, AgencyTarget } from '../agenciesState.ts'
import { ContributionNotes } from './ContributionNotes.tsx'
import { ContributionRows } from './ContributionRows.tsx'
import { ContributionTable } from './ContributionTable.tsx'
import { isOpen, toggled } from './openParts.ts'
import { projectContribution } from './projectContribution.ts'
import { originText, restsOn, silentText } from './shareNotes.ts'
import { UnsplitCriteria } from './UnsplitCriteria.tsx'
import { contributionWords } from './words.ts'
import './contribution.css'

/** In the address: all criteria together. */
const allTogether = 'all'

/** Opened parts of this panel in the address. */
const parts = { table: 'contribution', all: 'contribution.all' } as const

/** Sentence, bars or table, and what could not be split. */
export function ContributionView({
  contribution,
  total,
  ruleSet,
  agencies,
  documents,
  state,
  change,
  hrefOf,
}: {
  contribution: Contribution
  total: ContributionSplit
  ruleSet: RuleSet
  agencies: readonly Agency[]
  documents: readonly SourceDocument[]
  state: AgenciesState
  change: (next: AgenciesState, how?: 'push' | 'replace') => void
  hrefOf: (target: AgencyTarget) => string
}) {
  const words = useText(contributionWords)
  const language = useLanguage()
  const figure = useRef<HTMLElement>(null)
  const format = pointsFormat(ruleSet, language)
  const criteria = new Map(walkCriteria(ruleSet).map(({ criterion }) => [criterion.id, criterion]))
  const criterionName = (id: string) => {
    const criterion = criteria.get(id)
    if (!criterion) return id
    const { name, nameEn, shortName = name, shortNameEn = nameEn } = criterion
    return pickName(language, shortName, shortNameEn)
  }
  const coded = (id: string) => `${criteria.get(id)?.code ?? ''} ${criterionName(id)}`.trim()
  const agencyOf = new Map(agencies.map(agency => [agency.id, agency]))
  const nameOf = (id: string) => agencyOf.get(id)?.shortName ?? agencyOf.get(id)?.name ?? id

  const isTotal = state.criterion === allTogether
  const asked = contribution.leaves.find(leaf => leaf.criterionId === state.criterion)
  const leaf = isTotal ? null : (asked ?? contribution.leaves[0] ?? null)
  const refused = contribution.unsplit.find(each => each.criterionId === state.criterion)
  const split = leaf ?? total
  const parent = agencyOf.get(contribution.parentId)
  const whole =
    parent?.level !== 'province'
      ? nameOf(contribution.parentId)
      : /thành phố/i.test(parent.name)
        ? words.city
        : words.province
  const nobody = nobodysName(contribution, leaf?.absent.length ?? 0, language)
  const sentence = contributionSentence({
    split,
    whole,
    where: leaf ? { name: criterionName(leaf.criterionId) } : { count: contribution.leaves.length },
    lost: `${format(split.lost)}/${formatNumber(split.maxPoints, language)}`,
    nobody,
    nameOf,
    language,
  })
  const showTable = isOpen(state.tables, parts.table)
  const shown = {
    split,
    leaf,
    ruleSet,
    sure: contribution.origin.certainty === 'stated',
    nobody,
    nameOf,
    fullNameOf: (id: string) => agencyOf.get(id)?.name ?? id,
    hrefOf: (agencyId: string) => hrefOf({ screen: '/criteria', agencyId, criterionId: leaf?.criterionId }),
  }
  const scope = [
    parent?.name ?? contribution.parentId,
    pickName(language, ruleSet.shortTitle, ruleSet.shortTitleEn),
    periodName(contribution.period, language),
  ].join(' · ')
  const source =
    documents.length === 0
      ? ''
      : `${words.source}: ${documents.map(document => citation(document, undefined, language)).join('; ')}`
  const origin = originText(contribution, nameOf(contribution.parentId), words, language)
  useOffer({
    kind: 'table',
    id: parts.table,
    name: words.title,
    make: () =>
      projectContribution(
        shown,
        {
          title: sentence,
          notes: [
            `${scope}.`,
            restsOn(contribution, leaf, nameOf, language),
            ...[silentText(contribution, nameOf, language)].filter(Boolean),
            ...(source === '' ? [] : [`${source}.`]),
          ],
        },
        language,
      ),
  })
  return (
    <section className="contribution" aria-labelledby="contribution-title" ref={figure}>
      <div className="section-head">
        <h2 id="contribution-title">{words.title}</h2>
        <span className="sub">{words.scope(nameOf(contribution.parentId))}</span>
        <div className="section-actions">
          <ChartTools
            showTable={showTable}
            toggleTable={() => change({ tables: toggled(state.tables, parts.table) })}
            picture={{
              element: () => figure.current,
              title: sentence,
              scope,
              source: [source, ...origin].filter(Boolean).join('. '),
              fileName: `${words.title} ${nameOf(contribution.parentId)} ${leaf ? coded(leaf.criterionId) : ''} ${contribution.period}`,
            }}
          />
        </div>
      </div>
      <label className="contribution-choice" data-picture="skip">
        <span>{words.criterion}</span>
        <select
          value={leaf?.criterionId ?? allTogether}
          onChange={event => change({ criterion: event.target.value }, 'replace')}
        >
          <option value={allTogether}>
            {words.all(formatNumber(String(contribution.leaves.length), language), format(total.lost))}
          </option>
          {contribution.leaves.map(each => (
            <option key={each.criterionId} value={each.criterionId}>
              {words.option(coded(each.criterionId), format(each.lost))}
            </option>
          ))}
        </select>
      </label>
      {refused && leaf && (
        <p className="contribution-warning" data-picture="skip">
          <Mark kind="warning" />
          {words.notThis(coded(refused.criterionId), words.reasons[refused.reason], coded(leaf.criterionId))}
        </p>
      )}
      <p className="contribution-sentence" data-picture="skip">
        {sentence}
      </p>
      {showTable ? (
        <ContributionTable {...shown} />
      ) : (
        <ContributionRows
          {...shown}
          showAll={isOpen(state.tables, parts.all)}
          toggleAll={() => change({ tables: toggled(state.tables, parts.all) }, 'replace')}
        />
      )}
      <ContributionNotes contribution={contribution} leaf={leaf} ruleSet={ruleSet} nameOf={nameOf} />
      <UnsplitCriteria contribution={contribution} nameOf={coded} format={format} />
    </section>
  )
}
