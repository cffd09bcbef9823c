import { lazy, Suspense, useMemo } from 'react'
import { documentName } from '../../receipt/citation.ts'
import { ruleSpeechOf } from '../../receipt/ruleSpeech.ts'
import type { RuleSetView } from '../../state/useRuleSetView.ts'
import { pickName, useLanguage, useText } from '../../ui/language.tsx'
import { Mark } from '../../ui/Mark.tsx'
import { ChecksView } from './ChecksView.tsx'
import { CompareView } from './CompareView.tsx'
import { CriteriaView } from './CriteriaView.tsx'
import { checkWords } from './checkWords.ts'
import { Downloads } from './Downloads.tsx'
import { ExamplesView } from './ExamplesView.tsx'
import { Facts } from './Facts.tsx'
import { MetricsView } from './MetricsView.tsx'
import { partCount, ruleSetSentence } from './ruleSetSentence.ts'
import {
  type ChangeState,
  type RuleSetLinker,
  type RuleSetPart,
  type RuleSetState,
  ruleSetParts,
} from './ruleSetState.ts'
import { ruleSetWords } from './words.ts'
import './ruleSet.css'
import './compare.css'
import './criteriaTable.css'
import './tables.css'
import './narrowTables.css'

const CriterionDetail = lazy(() =>
  import('./CriterionDetail.tsx').then(module => ({ default: module.CriterionDetail })),
)

/** Bộ chỉ số: what a rule set is made of, where each value comes from, whether it is sound, what a new version changed. */
export function RuleSetScreen({
  view,
  state,
  change,
  isWide,
  link,
}: {
  view: RuleSetView
  state: RuleSetState
  change: ChangeState
  /** Room enough to dock the details of a criterion beside the table. */
  isWide: boolean
  link: RuleSetLinker
}) {
  const language = useLanguage()
  const words = useText(ruleSetWords)
  const { ruleSet, facts, checks } = view
  const say = useMemo(() => ruleSpeechOf(ruleSet, language), [ruleSet, language])
  const part: RuleSetPart = state.view ?? 'criteria'
  const openId = hasDetail(view, state.criterion) ? state.criterion : undefined
  const errors = checks
    .flatMap(check => check.problems)
    .filter(problem => problem.severity === 'error').length

  const close = () => {
    const inPanel = document.activeElement?.closest('aside.receipt')
    change({ criterion: 'none' })
    if (inPanel) document.getElementById(`open-${openId}`)?.focus()
  }
  const select = (id: string) => change({ criterion: id === openId ? 'none' : id })

  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: Escape closes the details from anywhere in the view
    <div
      className={`view${openId === undefined ? '' : ' with-panel'}`}
      onKeyDown={event => {
        if (event.key === 'Escape' && openId !== undefined && isWide) close()
      }}
    >
      <main className="content rule-set" id="content" tabIndex={-1}>
        <Eyebrow view={view} />
        <h1>{ruleSetSentence(part, view, language)}</h1>
        {facts.sources.illustrative > 0 && (
          <p className="notice illustrative">
            <Mark kind="warning" size={17} />
            <span>
              <b>{words.illustrative}</b> {words.illustrativeHint}
            </span>
          </p>
        )}
        {view.isRefused && (
          <p className="notice" role="alert">
            <Mark kind="error" size={17} />
            <b>{words.refused(errors)}</b>
            <button type="button" className="link-button" onClick={() => change({ view: 'checks' })}>
              {words.seeChecks}
            </button>
          </p>
        )}
        <Facts view={view} link={link} say={say} />
        <div className="part-bar">
          <nav className="segments" aria-label={words.parts}>
            {ruleSetParts.map(name => (
              <button
                key={name}
                type="button"
                {...(name === part ? { 'aria-current': 'page' as const } : {})}
                onClick={() => change({ view: name === 'criteria' ? undefined : name, q: undefined })}
              >
                {words.views[name]} <PartCount part={name} view={view} />
              </button>
            ))}
          </nav>
          <Downloads view={view} />
        </div>
        {part === 'criteria' && (
          <CriteriaView
            view={view}
            say={say}
            state={state}
            change={change}
            openId={openId}
            select={select}
            link={link}
          />
        )}
        {part === 'metrics' && (
          <MetricsView view={view} say={say} state={state} change={change} select={select} />
        )}
        {part === 'examples' && <ExamplesView view={view} select={select} />}
        {part === 'checks' && <ChecksView view={view} />}
        {part === 'compare' && <CompareView view={view} say={say} select={select} link={link} />}
        {ruleSet.note !== undefined && (
          <p className="foot-note">
            <b>{words.note}.</b> {ruleSet.note}
          </p>
        )}
        <PrintedEngine view={view} />
      </main>
      {openId !== undefined && (
        <Suspense fallback={isWide ? <aside className="receipt" /> : null}>
          <CriterionDetail
            key={openId}
            view={view}
            say={say}
            id={openId}
            close={close}
            covers={!isWide}
            link={link}
          />
        </Suspense>
      )}
    </div>
  )
}

function hasDetail({ ruleSet, facts }: RuleSetView, id: string | undefined): boolean {
  if (id === undefined || facts.criteria === 0) return false
  const isIn = (criteria: typeof ruleSet.criteria): boolean =>
    criteria.some(each => each.id === id || isIn(each.subCriteria ?? []))
  return (
    isIn(ruleSet.criteria) || [...ruleSet.pools, ...(ruleSet.adjustments ?? [])].some(each => each.id === id)
  )
}

/** How much a part holds; of the checks what they found, a tick where that is nothing. */
function PartCount({ part, view }: { part: RuleSetPart; view: RuleSetView }) {
  const words = useText(checkWords)
  const count = partCount(part, view)
  if (part !== 'checks' || count !== 0) return <b>{count}</b>
  return (
    <>
      <Mark kind="reached" />
      <span className="visually-hidden">{words.passed}</span>
    </>
  )
}

/** The full title and the decision it rests on; a long title gives way, the decision does not. */
function Eyebrow({ view: { ruleSet, documents } }: { view: RuleSetView }) {
  const language = useLanguage()
  const decision = documents.find(each => each.id === ruleSet.decisionId)
  const title = pickName(language, ruleSet.title, ruleSet.titleEn)
  return (
    <p className="eyebrow split">
      <span title={title}>{title}</span>
      {decision && decision.number !== null && <span>&nbsp;· {documentName(decision, language)}</span>}
    </p>
  )
}

/** The engine that checked the set, on paper; the foot of every page says the rest. */
function PrintedEngine({ view: { engineVersion } }: { view: RuleSetView }) {
  const words = useText(ruleSetWords)
  return <p className="print-only">{words.engine(engineVersion)}</p>
}
