import { useEffect, useRef } from 'react'
import type { AgencyDirectory } from '../../../model/agency.ts'
import type { CohortGroup, CohortRow, CohortView } from '../../../model/cohort.ts'
import type { RuleSet } from '../../../model/ruleSet.ts'
import { periodName } from '../../../receipt/periodName.ts'
import { pointsFormat } from '../../../receipt/pointsFormat.ts'
import { compareInGroup } from '../../../state/agencyComparison.ts'
import { useOffer } from '../../../state/exports/offers.ts'
import { ChartTools } from '../../../ui/ChartTools.tsx'
import { formatNumber } from '../../../ui/formatNumber.ts'
import { pickName, useLanguage, useText } from '../../../ui/language.tsx'
import { type AgenciesState, type AgencyTarget, chosenAgencies, mostCompared } from '../agenciesState.ts'
import { isOpen, toggled } from '../contribution/openParts.ts'
import { ChosenAgencies } from './ChosenAgencies.tsx'
import { CompareRows } from './CompareRows.tsx'
import { CompareTable } from './CompareTable.tsx'
import { compareSentence } from './compareSentence.ts'
import { projectCompare } from './projectCompare.ts'
import { compareWords } from './words.ts'
import './chosen.css'
import './compare.css'

/** Opened parts in the address: the table twin, and `compare.<area>` for an unfolded area. */
const tablePart = 'compare'

/** The comparison once there are two; until then an invitation with one press to a first one. */
export function CompareBlock({
  view,
  ruleSet,
  group,
  directory,
  source,
  state,
  change,
  hrefOf,
}: {
  view: CohortView
  ruleSet: RuleSet
  group: CohortGroup
  directory: AgencyDirectory
  /** Documents the figures come from, for a downloaded picture. */
  source: string
  state: AgenciesState
  change: (next: AgenciesState, how?: 'push' | 'replace') => void
  hrefOf: (target: AgencyTarget) => string
}) {
  const words = useText(compareWords)
  const language = useLanguage()
  const format = pointsFormat(ruleSet, language)
  const figure = useRef<HTMLDivElement>(null)
  const agencyOf = new Map(directory.agencies.map(agency => [agency.id, agency]))
  const nameOf = (id: string) => agencyOf.get(id)?.shortName ?? agencyOf.get(id)?.name ?? id
  const criterionName = (id: string) => {
    const column = group.columns.find(each => each.criterionId === id)
    return column ? pickName(language, column.shortName, column.shortNameEn) : id
  }
  const chosen = chosenAgencies(state, group).slice(0, mostCompared)
  const { heading, field, choose } = useChoice(chosen, change)
  const comparison = chosen.length > 1 ? compareInGroup(group, chosen) : null
  const sentence =
    comparison &&
    compareSentence(comparison, { agency: nameOf, criterion: criterionName, points: format }, language)
  const title = comparison ? words.titleOf(formatNumber(String(chosen.length), language)) : words.title
  // What is only watched (0 points) has nothing to compare.
  const columns = group.columns.filter(column => column.maxPoints !== '0')
  const showTable = isOpen(state.tables, tablePart)
  const ownGroup = directory.groups.find(each => each.id === group.groupId)
  const scope = [
    ownGroup ? pickName(language, ownGroup.name, ownGroup.nameEn) : group.groupId,
    pickName(language, ruleSet.shortTitle, ruleSet.shortTitleEn),
    periodName(view.period, language),
  ].join(' · ')
  useOffer(
    comparison === null || sentence === null
      ? null
      : {
          kind: 'table',
          id: tablePart,
          name: title,
          make: () =>
            projectCompare(
              { comparison, columns, nameOf, format },
              { title: sentence, notes: [`${scope}.`, ...(source === '' ? [] : [source])] },
              language,
            ),
        },
  )
  // The list keeps its place among its siblings, so that its field keeps the focus from one agency to two.
  return (
    <section className="compare-block" id="compare" aria-labelledby="compare-title">
      <div className="compare-figure" ref={figure}>
        <div className="section-head">
          <h2 id="compare-title" tabIndex={-1} ref={heading}>
            {title}
          </h2>
          <span className="sub">{words.scale}</span>
          {sentence !== null && (
            <div className="section-actions">
              <ChartTools
                showTable={showTable}
                toggleTable={() => change({ tables: toggled(state.tables, tablePart) })}
                picture={{
                  element: () => figure.current,
                  title: sentence,
                  scope,
                  source,
                  fileName: `${title} ${chosen.map(nameOf).join(' ')} ${view.period}`,
                }}
              />
            </div>
          )}
        </div>
        {sentence !== null ? (
          <p className="compare-sentence" data-picture="skip">
            {sentence}
          </p>
        ) : (
          <Invitation
            chosen={chosen}
            rows={group.rows}
            nameOf={nameOf}
            choose={ids => choose(ids, 'button')}
          />
        )}
        {group.rows.length > 1 && (
          <ChosenAgencies
            chosen={chosen}
            group={group}
            ruleSet={ruleSet}
            nameOf={nameOf}
            fullNameOf={id => agencyOf.get(id)?.name ?? id}
            hrefOf={agencyId => hrefOf({ screen: '/criteria', agencyId })}
            choose={choose}
            field={field}
          />
        )}
        {comparison &&
          (showTable ? (
            <CompareTable
              comparison={comparison}
              columns={columns}
              nameOf={nameOf}
              hrefOf={(agencyId, criterionId) => hrefOf({ screen: '/criteria', agencyId, criterionId })}
              format={format}
            />
          ) : (
            <CompareRows
              comparison={comparison}
              columns={columns}
              isUnfolded={id => isOpen(state.tables, `${tablePart}.${id}`)}
              fold={id => change({ tables: toggled(state.tables, `${tablePart}.${id}`) }, 'replace')}
            />
          ))}
      </div>
    </section>
  )
}

/** What was pressed to choose: the field stays, a button goes. */
export type ChosenBy = 'field' | 'button'

/**
 * Changes who is compared without losing the focus: it stays in the field for the next agency, and goes to
 * the heading where the pressed button, or the field, is no longer there. (To the field it would bring up a
 * phone's keyboard that nobody asked for.)
 */
function useChoice(chosen: readonly string[], change: (next: AgenciesState) => void) {
  const heading = useRef<HTMLHeadingElement>(null)
  const field = useRef<HTMLInputElement>(null)
  const by = useRef<ChosenBy | null>(null)
  const key = chosen.join(',')
  // biome-ignore lint/correctness/useExhaustiveDependencies: runs when another choice was drawn
  useEffect(() => {
    if (by.current === null) return
    const target = by.current === 'field' ? (field.current ?? heading.current) : heading.current
    by.current = null
    target?.focus()
  }, [key])
  const choose = (ids: readonly string[], how: ChosenBy) => {
    by.current = how
    change({ with: ids.length === 0 ? undefined : ids.join(',') })
  }
  return { heading, field, choose }
}

/** One press to a first comparison. */
function Invitation({
  chosen,
  rows,
  nameOf,
  choose,
}: {
  chosen: readonly string[]
  /** Best first. */
  rows: readonly CohortRow[]
  nameOf: (agencyId: string) => string
  choose: (ids: readonly string[]) => void
}) {
  const words = useText(compareWords)
  const [one] = chosen
  const [first, second] = rows.filter(row => row.agencyId !== one)
  if (rows.length < 2) return <p className="compare-empty">{words.tooFew}</p>
  return (
    <div className="compare-empty">
      <p>{one === undefined ? words.invite : words.inviteOne(nameOf(one))}</p>
      {one !== undefined && first && (
        <button type="button" className="button" onClick={() => choose([one, first.agencyId])}>
          {words.withLeader(nameOf(one), nameOf(first.agencyId))}
        </button>
      )}
      {one === undefined && first && second && (
        <button type="button" className="button" onClick={() => choose([first.agencyId, second.agencyId])}>
          {words.bestTwo(nameOf(first.agencyId), nameOf(second.agencyId))}
        </button>
      )}
    </div>
  )
}
