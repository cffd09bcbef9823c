import { useMemo } from 'react'
import type { Rule } from '../../model/rules.ts'
import type { RuleSpeech } from '../../receipt/ruleSpeech.ts'
import { useOffer } from '../../state/exports/offers.ts'
import type { RuleSetView } from '../../state/useRuleSetView.ts'
import { useText } from '../../ui/language.tsx'
import { SearchField } from '../../ui/SearchField.tsx'
import { AreaBar } from './AreaBar.tsx'
import { CriteriaTable } from './CriteriaTable.tsx'
import {
  type CriteriaRow,
  criteriaRows,
  isFiltering,
  type RowFilter,
  surenessOf,
  visibleRows,
} from './criteriaRows.ts'
import { narrowedCriteria, projectCriteria } from './projectCriteria.ts'
import { ruleSetSentence } from './ruleSetSentence.ts'
import type { ChangeState, RuleSetLinker, RuleSetState } from './ruleSetState.ts'
import { ruleSetWords } from './words.ts'

const onlyChoices = ['inferred', 'illustrative', 'noSource'] as const

/** The maxima on one scale, then the official table with what finds a line in it. */
export function CriteriaView({
  view,
  say,
  state,
  change,
  openId,
  select,
  link,
}: {
  view: RuleSetView
  say: RuleSpeech
  state: RuleSetState
  change: ChangeState
  openId: string | undefined
  select: (id: string) => void
  link: RuleSetLinker
}) {
  const words = useText(ruleSetWords)
  const { ruleSet, facts } = view
  const rows = useMemo(() => criteriaRows(ruleSet), [ruleSet])
  const kind = facts.kinds.some(each => each.kind === state.kind) ? state.kind : undefined
  const filter: RowFilter = {
    search: state.q ?? '',
    only: state.only,
    kind,
    closed: new Set(state.closed?.split(',') ?? []),
  }
  const figures = useMemo(() => new Map(facts.figures.map(each => [each.nodeId, each.metricIds])), [facts])
  const metricNames = (id: string) => (figures.get(id) ?? []).map(say.metricName)
  const shown = visibleRows(rows, filter, metricNames)
  useOffer({
    kind: 'table',
    id: 'criteria',
    name: words.table,
    make: () =>
      projectCriteria(view, say, {
        rows: shown,
        all: rows.length,
        filter,
        figures,
        title: ruleSetSentence('criteria', view, say.language),
      }),
  })
  const groups = rows.filter(row => row.kind === 'group')
  const fold = (ids: readonly string[]) => change({ closed: ids.length === 0 ? undefined : ids.join(',') })
  const toggle = (id: string) =>
    fold(filter.closed.has(id) ? [...filter.closed].filter(each => each !== id) : [...filter.closed, id])
  const showGroup = (id: string) => {
    // A folded or filtered group is brought back before it is gone to.
    change({ closed: undefined, q: undefined, only: undefined, kind: undefined })
    requestAnimationFrame(() => {
      const row = document.getElementById(`row-${id}`)
      row?.scrollIntoView({ block: 'start' })
      document.getElementById(`open-${id}`)?.focus({ preventScroll: true })
    })
  }
  return (
    <>
      <AreaBar view={view} showGroup={showGroup} />
      <section aria-label={words.table}>
        <div className="tool-row">
          <SearchField
            label={words.search}
            hint={words.searchHint}
            value={filter.search}
            change={text => change({ q: text === '' ? undefined : text }, 'replace')}
          />
          <OnlyFilter rows={rows} only={filter.only} choose={only => change({ only })} />
          <label className="kind-filter">
            <span>{words.kind}</span>
            <select
              value={kind ?? ''}
              onChange={event => change({ kind: event.target.value === '' ? undefined : event.target.value })}
            >
              <option value="">{words.anyKind}</option>
              {facts.kinds.map(each => (
                <option key={each.kind} value={each.kind}>
                  {kindName(each.kind, say)} ({each.count})
                </option>
              ))}
            </select>
          </label>
          {groups.length > 0 && !isFiltering(filter) && (
            <button
              type="button"
              className="link-button"
              onClick={() => fold(filter.closed.size > 0 ? [] : groups.map(row => row.id))}
            >
              {filter.closed.size > 0 ? words.openAll : words.closeAll}
            </button>
          )}
        </div>
        {shown.length < rows.length && (
          <p className="print-only">{narrowedCriteria(filter, shown.length, rows.length, say).join(' · ')}</p>
        )}
        {shown.length === 0 ? (
          <div className="none-found" role="status">
            <p>{words.noneFound}</p>
            <button
              type="button"
              className="button"
              onClick={() => change({ q: undefined, only: undefined, kind: undefined })}
            >
              {words.clearSearch}
            </button>
          </div>
        ) : (
          <CriteriaTable
            view={view}
            say={say}
            rows={shown}
            all={rows.length}
            closed={isFiltering(filter) ? new Set() : filter.closed}
            canFold={!isFiltering(filter)}
            toggle={toggle}
            figures={figures}
            openId={openId}
            select={select}
            link={link}
          />
        )}
      </section>
    </>
  )
}

function kindName(kind: Rule['kind'], say: RuleSpeech): string {
  return say.words.kinds[kind]
}

/** All lines, or only those of one certainty; only certainties the set has. */
function OnlyFilter({
  rows,
  only,
  choose,
}: {
  rows: readonly CriteriaRow[]
  only: RowFilter['only']
  choose: (only: RowFilter['only']) => void
}) {
  const words = useText(ruleSetWords)
  const count = (wanted: (typeof onlyChoices)[number]) =>
    rows.filter(row => surenessOf(row) === wanted).length
  // "No source" always stands there: that there is none is worth saying.
  const choices = onlyChoices.filter(each => each === 'noSource' || each === only || count(each) > 0)
  return (
    <fieldset className="segments">
      <legend className="visually-hidden">{words.filter}</legend>
      <button type="button" aria-pressed={only === undefined} onClick={() => choose(undefined)}>
        {words.all} <b>{rows.length}</b>
      </button>
      {choices.map(each => (
        <button
          key={each}
          type="button"
          aria-pressed={only === each}
          onClick={() => choose(only === each ? undefined : each)}
        >
          {words.only[each]} <b>{count(each)}</b>
        </button>
      ))}
    </fieldset>
  )
}
