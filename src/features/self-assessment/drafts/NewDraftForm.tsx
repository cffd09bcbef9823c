import { useId, useMemo, useState } from 'react'
import type { Agency, AgencyLevel } from '../../../model/agency.ts'
import type { Catalogue } from '../../../model/catalogue.ts'
import { parsePeriod } from '../../../model/period.ts'
import { periodName } from '../../../receipt/periodName.ts'
import type { DraftSummary } from '../../../state/assessment/draftLibrary.ts'
import {
  type PeriodKind,
  periodAt,
  periodKindOf,
  suggestPeriod,
} from '../../../state/assessment/suggestPeriod.ts'
import { useMakeDraft } from '../../../state/assessment/useMakeDraft.ts'
import { pickName, useLanguage, useText } from '../../../ui/language.tsx'
import { AgencyField } from './AgencyField.tsx'
import { localDay } from './moments.ts'
import { PeriodField } from './PeriodField.tsx'
import { draftsWords } from './words.ts'

const kinds: readonly PeriodKind[] = ['month', 'quarter', 'year', 'date']

/** Rule set, agency, period: all a new draft needs. */
export function NewDraftForm({
  catalogue,
  agencies,
  isLoading,
  drafts,
  suggested,
  openDraft,
}: {
  catalogue: Catalogue
  agencies: readonly Agency[]
  isLoading: boolean
  drafts: readonly DraftSummary[]
  suggested?: { readonly ruleSetId?: string | undefined; readonly agencyId?: string | undefined } | undefined
  openDraft: (id: string) => void
}) {
  const words = useText(draftsWords)
  const language = useLanguage()
  const id = useId()
  const make = useMakeDraft(catalogue)
  const today = localDay(new Date())
  // Until something is chosen: what was looked at before, or what the latest draft is of.
  const [wantedRuleSet, setRuleSetId] = useState(suggested?.ruleSetId)
  const [wantedAgency, setChosen] = useState<string | null | undefined>(suggested?.agencyId)
  const latestDraft = drafts[0]?.draft
  const ruleSetId = firstRuleSet(catalogue, wantedRuleSet ?? latestDraft?.ruleSet.id)
  const chosen = wantedAgency === undefined ? (latestDraft?.agencyId ?? null) : wantedAgency
  const [kindWanted, setKindWanted] = useState<PeriodKind>('month')
  const [typed, setTyped] = useState<{ readonly period: string | null } | null>(null)
  const [state, setState] = useState<'idle' | 'making' | 'failed'>('idle')
  const [isAsked, setAsked] = useState(false)
  const published = useMemo(() => agenciesOf(catalogue, ruleSetId), [catalogue, ruleSetId])
  const levels = useMemo(() => levelsOf(agencies, published), [agencies, published])
  const offered = useMemo(
    () => (levels.length === 0 ? agencies : agencies.filter(each => levels.includes(each.level))),
    [agencies, levels],
  )
  const agency = offered.find(each => each.id === chosen) ?? null
  const ownKind = periodKindOf(catalogue, ruleSetId)
  const kind = ownKind ?? kindWanted
  const suggestion = useMemo(() => {
    const drafted = drafts.flatMap(({ draft }) =>
      draft.ruleSet.id === ruleSetId && draft.agencyId === chosen ? [draft.period] : [],
    )
    const next = suggestPeriod(catalogue, { ruleSetId, agencyId: chosen, drafted, today })
    return parsePeriod(next)?.kind === kind ? next : periodAt(kind, today)
  }, [catalogue, ruleSetId, chosen, kind, today, drafts])
  const period = typed ? typed.period : suggestion
  const latest = latestOf(catalogue, ruleSetId, chosen)
  const already = drafts.filter(
    ({ draft }) => draft.ruleSet.id === ruleSetId && draft.agencyId === chosen && draft.period === period,
  )
  const submit = async () => {
    setAsked(true)
    if (agency === null || period === null || state === 'making') return
    setState('making')
    const made = await make({ ruleSetId, agency, period })
    setState(made.ok ? 'idle' : 'failed')
    if (made.ok) openDraft(made.id)
  }
  return (
    <form
      className="sa-new"
      aria-labelledby={`${id}-title`}
      onSubmit={event => {
        event.preventDefault()
        void submit()
      }}
    >
      <div className="section-head">
        <h2 id={`${id}-title`}>{words.fresh}</h2>
      </div>
      <label className="sa-new-field">
        <span>{words.ruleSet}</span>
        <select
          value={ruleSetId}
          onChange={event => {
            setRuleSetId(event.target.value)
            setTyped(null)
          }}
        >
          {catalogue.ruleSets.map(each => (
            <option key={each.id} value={each.id}>
              {pickName(language, each.shortTitle, each.shortTitleEn)}
            </option>
          ))}
        </select>
      </label>
      <AgencyField
        agencies={offered}
        levels={levels}
        first={published}
        value={agency}
        choose={each => {
          setChosen(each?.id ?? null)
          setTyped(null)
        }}
        problem={isAsked && agency === null && !isLoading ? words.agencyMissing : null}
      />
      {ownKind === null && (
        <label className="sa-new-field">
          <span>{words.periodKind}</span>
          <select
            value={kind}
            onChange={event => {
              setKindWanted(kinds.find(each => each === event.target.value) ?? 'month')
              setTyped(null)
            }}
          >
            {kinds.map(each => (
              <option key={each} value={each}>
                {words.kinds[each]}
              </option>
            ))}
          </select>
        </label>
      )}
      <PeriodField
        key={`${kind} ${suggestion}`}
        label={words.period}
        kind={kind}
        value={suggestion}
        change={next => setTyped({ period: next })}
        hint={latest === null ? undefined : words.latest(periodName(latest, language))}
      />
      {already.length > 0 && (
        <div className="sa-already" role="status">
          <p>{words.already}</p>
          {already.map(({ draft }) => (
            <button key={draft.id} type="button" className="link-button" onClick={() => openDraft(draft.id)}>
              {words.open} {draft.name ?? agency?.shortName ?? agency?.name}
            </button>
          ))}
        </div>
      )}
      {state === 'failed' && (
        <p className="lost" role="alert">
          {words.makeFailed}
        </p>
      )}
      <button type="submit" className="button primary" aria-disabled={state === 'making'}>
        {state === 'making' ? words.making : words.make}
      </button>
    </form>
  )
}

function firstRuleSet({ ruleSets, opening }: Catalogue, wanted: string | undefined): string {
  const ids = ruleSets.map(each => each.id)
  const [first = ''] = [wanted, opening.ruleSetId, ...ids].filter(id => id !== undefined && ids.includes(id))
  return first
}

function agenciesOf({ submissions }: Catalogue, ruleSetId: string): ReadonlySet<string> {
  return new Set(submissions.flatMap(entry => (entry.ruleSetId === ruleSetId ? [entry.agencyId] : [])))
}

/** Levels of agencies a rule set was published for; nobody else is scored by it. */
function levelsOf(agencies: readonly Agency[], published: ReadonlySet<string>): readonly AgencyLevel[] {
  return [...new Set(agencies.flatMap(each => (published.has(each.id) ? [each.level] : [])))]
}

/** Latest period published for the agency; of anybody while none is chosen. */
function latestOf({ submissions }: Catalogue, ruleSetId: string, agencyId: string | null): string | null {
  const entry = submissions.find(
    each => each.ruleSetId === ruleSetId && (agencyId === null || each.agencyId === agencyId),
  )
  return entry?.period ?? null
}
