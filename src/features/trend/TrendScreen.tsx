import { type ReactNode, type RefObject, useMemo, useRef } from 'react'
import type { SubmissionEntry } from '../../model/catalogue.ts'
import { citation, documentName } from '../../receipt/citation.ts'
import { stageNames } from '../../receipt/stageNames.ts'
import { useOffer } from '../../state/exports/offers.ts'
import type { TrendView } from '../../state/useTrendView.ts'
import { ChartTools } from '../../ui/ChartTools.tsx'
import { formatNumber } from '../../ui/formatNumber.ts'
import { pickName, useLanguage, useText } from '../../ui/language.tsx'
import { Mark } from '../../ui/Mark.tsx'
import { ChangeSection } from './ChangeSection.tsx'
import { Movers } from './Movers.tsx'
import { PeriodFacts } from './PeriodFacts.tsx'
import { periodNotes } from './periodNotes.ts'
import { projectTrend } from './projectTrend.ts'
import { StatedSeries } from './StatedSeries.tsx'
import { criterionName } from './subjects.ts'
import { TrendChart } from './TrendChart.tsx'
import { TrendControls } from './TrendControls.tsx'
import { TrendLegend } from './TrendLegend.tsx'
import { TrendNotes } from './TrendNotes.tsx'
import { TrendTable } from './TrendTable.tsx'
import { periodPhrase } from './texts.ts'
import './trend.css'
import { showsTable, type TrendAddress, toggledTable } from './trendAddress.ts'
import type { TrendFrame } from './trendFrame.ts'
import { trendSentence } from './trendSentence.ts'
import { trendWords } from './words.ts'

/** Xu hướng: one agency through its periods, and what moved its score. */
export function TrendScreen({
  view,
  agencyName,
  state,
  change,
  hrefOf,
  linkToDocument,
}: {
  view: TrendView
  agencyName: string
  state: TrendAddress
  change: (next: TrendAddress) => void
  hrefOf: (entry: SubmissionEntry) => string
  linkToDocument: (documentId: string, label: string) => ReactNode
}) {
  const words = useText(trendWords)
  const language = useLanguage()
  const drawn = useRef<HTMLDivElement>(null)
  const { trend, ruleSet, ruleSets, documents, comparison, step } = view
  const sentence = trendSentence(view, language)
  const notes = useMemo(() => periodNotes(trend, ruleSets, language), [trend, ruleSets, language])
  const numbers = useMemo(
    () => new Map(notes.own.flatMap(({ keys }, index) => keys.map(key => [key, index + 1] as const))),
    [notes],
  )
  const noteOf = useMemo(() => {
    const texts = new Map(notes.own.flatMap(({ keys, text }) => keys.map(key => [key, text] as const)))
    return ({ ruleSetId, period }: { ruleSetId: string; period: string }) =>
      texts.get(`${ruleSetId} ${period}`) ?? ''
  }, [notes])
  const name = criterionName(ruleSets, ruleSet, trend.subject.criterionId, language)
  const unit =
    trend.unit === 'share'
      ? words.unitShare
      : trend.unit === 'percent'
        ? words.unitPercent
        : words.unitPoints(formatNumber(trend.end, language))
  const source = sourceText(view, language)
  const select = (entry: SubmissionEntry) =>
    change({ ruleSet: entry.ruleSetId, period: entry.period, since: undefined })
  const frame: TrendFrame = {
    state,
    change,
    select,
    hrefOf,
    pair: pairText(view, language),
    pictureOf: (element: RefObject<HTMLElement | null>, title: string, part: string) => ({
      element: () => element.current,
      title: part === 'xu-huong' ? sentence : `${title}: ${sentence}`,
      scope: scopeText(view, agencyName, language),
      source: [words.sources(source), ...certaintyWords(view, words)].join(' · '),
      fileName: [part, agencyName, view.selected.period].join(' '),
    }),
  }
  const showTable = showsTable(state, 'trend')
  const heading =
    name === null ? words.totalThrough(words.stepNames[step]) : words.through(name, words.stepNames[step])
  useOffer({
    kind: 'table',
    id: 'trend',
    name: heading,
    make: () =>
      projectTrend(
        view,
        {
          noteOf,
          heading,
          unit,
          title: sentence,
          notes: [...certaintyWords(view, words), ...notes.common.map(words.commonNote)],
        },
        language,
      ),
  })
  return (
    <div className="view">
      <main className="content trend" id="content" tabIndex={-1}>
        <Eyebrow view={view} />
        <h1>{sentence}</h1>
        <PeriodFacts view={view} select={select} hrefOf={hrefOf} />
        <Remarks view={view} />
        <section className="trend-main" aria-labelledby="trend-main">
          <div className="section-head">
            <h2 id="trend-main">{heading}</h2>
            <span className="sub">{unit}</span>
            <div className="section-actions">
              <ChartTools
                showTable={showTable}
                toggleTable={() => change(toggledTable(state, 'trend'))}
                picture={frame.pictureOf(drawn, heading, 'xu-huong')}
              />
            </div>
          </div>
          <div ref={drawn}>
            <div className="trend-bar">
              <TrendControls view={view} change={change} />
              {!showTable && <TrendLegend trend={trend} />}
            </div>
            {showTable ? (
              <TrendTable view={view} noteOf={noteOf} hrefOf={hrefOf} />
            ) : (
              <>
                <TrendChart view={view} noteNumbers={numbers} select={select} />
                <TrendNotes notes={notes} />
              </>
            )}
          </div>
        </section>
        <div className="trend-duo">
          <ChangeSection view={view} frame={frame} />
          {comparison?.kind === 'compared' && comparison.byNode && (
            <Movers view={view} byNode={comparison.byNode} frame={frame} />
          )}
        </div>
        <StatedSeries
          figures={view.figures}
          documents={documents}
          frame={frame}
          linkToDocument={linkToDocument}
        />
        <p className="trend-source">
          {[words.sources(source), ...notes.common.map(words.commonNote)].join(' · ')}
        </p>
      </main>
    </div>
  )
}

function Eyebrow({ view: { ruleSet, documents } }: { view: TrendView }) {
  const language = useLanguage()
  const decision = documents.find(entry => entry.id === ruleSet.decisionId)
  return (
    <p className="eyebrow">
      {[
        pickName(language, ruleSet.title, ruleSet.titleEn),
        ...(decision && decision.number !== null ? [documentName(decision, language)] : []),
      ].join(' · ')}
    </p>
  )
}

/** What must be known of the periods before anything is read from them, and what is still to come. */
function Remarks({ view }: { view: TrendView }) {
  const words = useText(trendWords)
  const language = useLanguage()
  const { trend, pending, failed, retry } = view
  const count = (number: number) => formatNumber(String(number), language)
  const said = certaintyWords(view, words)
  const asItStands = trend.points.filter(point => point.asItStands && point.state !== 'notSent').length
  if (said.length + asItStands + pending.length + failed.length === 0) return null
  return (
    <>
      {failed.length > 0 && (
        <div className="notice" role="status">
          <Mark kind="warning" size={16} />
          <p>
            <b>{words.failedTitle(count(failed.length))}</b>{' '}
            {failed
              .map(
                ({ entry, problems }) =>
                  `${periodPhrase(entry.period, language)}: ${problems[0]?.file} – ${problems[0]?.message[language]}`,
              )
              .join('; ')}
          </p>
          <button type="button" className="link-button" onClick={retry}>
            {words.retry}
          </button>
        </div>
      )}
      <ul className="remarks">
        {said.length > 0 && (
          <li className="warned">
            <Mark kind="warning" size={13} />
            <b>{said.join(' · ')}</b>
          </li>
        )}
        {asItStands > 0 && (
          <li>
            <Mark kind="missing" size={13} />
            {words.asItStands(count(asItStands))}
          </li>
        )}
        {pending.length > 0 && (
          <li>
            <span role="status">{words.waitsFor(count(pending.length))}</span>
          </li>
        )}
      </ul>
    </>
  )
}

/** "từ tháng 09/2026 đến tháng 10/2026" */
function pairText({ since, selected }: TrendView, language: 'vi' | 'en'): string {
  const now = periodPhrase(selected.period, language)
  return since ? trendWords[language].fromTo(periodPhrase(since.period, language), now) : now
}

function certaintyWords({ totals }: TrendView, words: (typeof trendWords)['vi']): readonly string[] {
  return [
    ...(totals.points.some(point => point.certainty === 'illustrative') ? [words.illustrative] : []),
    ...(totals.points.some(point => point.certainty === 'inferred') ? [words.inferredFigures] : []),
  ]
}

function scopeText(
  { ruleSets, selected, entries, totals }: TrendView,
  agencyName: string,
  language: 'vi' | 'en',
): string {
  const [first, last] = [entries[0], entries.at(-1)]
  const stage = totals.points.find(
    point => point.ruleSetId === selected.ruleSetId && point.period === selected.period,
  )?.stage
  return [
    agencyName,
    ruleSets.map(set => pickName(language, set.shortTitle, set.shortTitleEn)).join('; '),
    ...(first && last
      ? [[...new Set([first.period, last.period])].map(period => periodPhrase(period, language)).join('–')]
      : []),
    ...(stage ? [stageNames[language][stage]] : []),
  ].join(' · ')
}

/** Every document the periods cite, once each. */
function sourceText({ periods, documents }: TrendView, language: 'vi' | 'en'): string {
  const ids = new Set(periods.flatMap(({ submission }) => submission.provenance.source?.documentId ?? []))
  return [...ids]
    .flatMap(id => documents.find(document => document.id === id) ?? [])
    .map(document => citation(document, undefined, language))
    .join('; ')
}
