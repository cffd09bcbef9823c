import { useRef } from 'react'
import { LevelMark, StepMark } from '../../charts/TrendChangeMarks.tsx'
import { buildChangeBars, type Stretch } from '../../charts/trendChangeSeries.ts'
import type { ChangeDecomposition } from '../../model/change.ts'
import type { Interval } from '../../model/exact.ts'
import type { TrendPoint } from '../../model/trend.ts'
import { formatInterval, pointsFormat } from '../../receipt/pointsFormat.ts'
import { stageNames } from '../../receipt/stageNames.ts'
import { useOffer } from '../../state/exports/offers.ts'
import type { TrendView } from '../../state/useTrendView.ts'
import { ChartTools } from '../../ui/ChartTools.tsx'
import { formatNumber, formatPercent } from '../../ui/formatNumber.ts'
import { pickName, useLanguage, useText } from '../../ui/language.tsx'
import { Mark } from '../../ui/Mark.tsx'
import { TableScroll } from '../../ui/TableScroll.tsx'
import { apartWords } from './apartWords.ts'
import { PeriodPair } from './PeriodPair.tsx'
import { causeRows, projectCauses } from './projectCauses.ts'
import { isApart } from './sincePhrase.ts'
import { changeText, periodPhrase } from './texts.ts'
import { showsTable, toggledTable } from './trendAddress.ts'
import type { TrendFrame } from './trendFrame.ts'
import { trendWords } from './words.ts'

type Comparable = Extract<ChangeDecomposition, { kind: 'comparable' }>

/** "Điều gì làm điểm thay đổi": the change between two periods by cause, or why there is none to tell. */
export function ChangeSection({ view, frame }: { view: TrendView; frame: TrendFrame }) {
  const words = useText(trendWords)
  const apart = useText(apartWords)
  const language = useLanguage()
  const drawn = useRef<HTMLDivElement>(null)
  const { comparison } = view
  const { state, change } = frame
  const showTable = showsTable(state, 'causes')
  const decomposition = comparison?.kind === 'compared' ? comparison.decomposition : null
  const heading = isApart(view) ? apart.whatDiffers : words.whatMoved
  useOffer(
    decomposition?.kind === 'comparable'
      ? {
          kind: 'table',
          id: 'causes',
          name: heading,
          make: () => projectCauses(view, decomposition, heading, frame.pair, language),
        }
      : null,
  )
  return (
    <section className="trend-change" aria-labelledby="trend-change">
      <div className="section-head">
        <h2 id="trend-change">{heading}</h2>
        <div className="section-actions">
          {decomposition?.kind === 'comparable' && (
            <ChartTools
              showTable={showTable}
              toggleTable={() => change(toggledTable(state, 'causes'))}
              picture={frame.pictureOf(drawn, heading, 'nguyen-nhan')}
            />
          )}
        </div>
      </div>
      <PeriodPair view={view} frame={frame} />
      <Notices view={view} />
      {decomposition?.kind === 'comparable' &&
        (showTable ? (
          <CauseTable view={view} decomposition={decomposition} />
        ) : (
          <div ref={drawn}>
            <Causes view={view} decomposition={decomposition} />
          </div>
        ))}
    </section>
  )
}

/** What must be known before a number is read, or the reason why there is none. */
function Notices({ view }: { view: TrendView }) {
  const words = useText(trendWords)
  const apart = useText(apartWords)
  const language = useLanguage()
  const { since, selected, comparison, ruleSets, pending } = view
  const refused = (reason: string) => (
    <p className="trend-refused">
      <Mark kind="notApplicable" size={14} />
      <span>
        <b>{words.refusedTitle}:</b> {reason}
      </span>
    </p>
  )
  if (!since) {
    return (
      <p className="trend-quiet">
        {pending.some(entry => entry.period < selected.period) ? words.waiting : words.nothingBefore}
      </p>
    )
  }
  if (!comparison) return <p className="trend-quiet">{words.waiting}</p>
  if (comparison.kind === 'refused')
    return refused(words.refusedNotSent(periodPhrase(comparison.period, language)))
  const { decomposition, sameRules, otherStage } = comparison
  if (decomposition.kind === 'incomparable')
    return refused(decomposition.because === 'nothingApplies' ? words.refusedNothing : words.refusedUnknown)
  const nameOf = (id: string) => {
    const set = ruleSets.find(each => each.id === id)
    return set ? pickName(language, set.shortTitle, set.shortTitleEn) : id
  }
  const [then, now] = [pointOf(view, since), pointOf(view, selected)]
  const isOpen = decomposition.steps.some(({ total }) => total.from !== total.to)
  const max = (point: TrendPoint | undefined) => formatNumber(point?.maxPoints ?? '', language)
  const end = (entry: TrendView['selected'], point: TrendPoint | undefined) =>
    apart.end(periodPhrase(entry.period, language), point ? stageNames[language][point.stage] : '')
  if (sameRules && !otherStage && decomposition.unit === 'points' && !isOpen) return null
  return (
    <ul className="trend-notices">
      {otherStage && (
        <li>
          <b>{words.refusedTitle}:</b> {apart.otherStage}. {apart.gap(end(since, then), end(selected, now))}
        </li>
      )}
      {!sameRules && <li>{words.betweenRules(nameOf(since.ruleSetId), nameOf(selected.ruleSetId))}</li>}
      {decomposition.unit === 'percent' && <li>{words.byPercent(max(then), max(now))}</li>}
      {isOpen && <li>{words.openEnds}</li>}
    </ul>
  )
}

/** The total of a period as the trend of totals has it. */
function pointOf({ totals }: TrendView, entry: TrendView['selected']): TrendPoint | undefined {
  return totals.points.find(point => point.ruleSetId === entry.ruleSetId && point.period === entry.period)
}

function Causes({ view, decomposition }: { view: TrendView; decomposition: Comparable }) {
  const words = useText(trendWords)
  const apart = useText(apartWords)
  const language = useLanguage()
  const { since, selected, ruleSet } = view
  const bars = buildChangeBars(decomposition)
  const number = (difference: Comparable['difference']) =>
    changeText(difference, decomposition.unit, ruleSet, language, false)
  return (
    <ol className="causes" aria-label={words.cause}>
      {since && (
        <Total
          when={since.period}
          level={bars.before}
          total={decomposition.before}
          unit={decomposition.unit}
          view={view}
          entry={since}
        />
      )}
      {decomposition.steps.map((step, index) => {
        const bar = bars.steps[index]
        const still = step.difference.from === '0' && step.difference.to === '0'
        return (
          <li key={step.cause} className={still ? 'cause still' : 'cause'}>
            <span className="cause-name">
              {words.causes[step.cause]} <small>{words.causeHints[step.cause]}</small>
            </span>
            <b className={isLoss(step.difference) ? 'cause-number lost' : 'cause-number'}>
              {still ? words.same : number(step.difference)}
            </b>
            <span className="cause-bar">{bar && <StepMark step={bar} />}</span>
          </li>
        )
      })}
      <Total
        when={selected.period}
        level={bars.after}
        total={decomposition.after}
        unit={decomposition.unit}
        view={view}
        entry={selected}
      />
      <li className="cause whole">
        <span className="cause-name">{isApart(view) ? apart.wholeGap : words.whole}</span>
        <b className={isLoss(decomposition.difference) ? 'cause-number lost' : 'cause-number'}>
          {decomposition.difference.from === '0' && decomposition.difference.to === '0'
            ? words.same
            : changeText(decomposition.difference, decomposition.unit, ruleSet, language)}
        </b>
      </li>
    </ol>
  )
}

const isLoss = ({ from, to }: Comparable['difference']) => from.startsWith('-') && to.startsWith('-')

function Total({
  when,
  level,
  total,
  unit,
  view,
  entry,
}: {
  when: string
  level: Stretch
  total: Interval
  unit: 'points' | 'percent'
  view: TrendView
  entry: TrendView['selected']
}) {
  const language = useLanguage()
  const point = pointOf(view, entry)
  const set = view.ruleSets.find(each => each.id === entry.ruleSetId) ?? view.ruleSet
  const score =
    point?.points && point.maxPoints !== null
      ? `${formatInterval(point.points, pointsFormat(set, language))}/${formatNumber(point.maxPoints, language)}`
      : ''
  return (
    <li className="cause total">
      <span className="cause-name">
        {upperFirst(periodPhrase(when, language))} {unit === 'percent' && <small>{score}</small>}
      </span>
      <b className="cause-number">
        {unit === 'percent' ? formatInterval(total, value => formatPercent(value, language)) : score}
      </b>
      <span className="cause-bar">
        <LevelMark level={level} />
      </span>
    </li>
  )
}

const upperFirst = (text: string) => text.slice(0, 1).toLocaleUpperCase('vi') + text.slice(1)

function CauseTable({ view, decomposition }: { view: TrendView; decomposition: Comparable }) {
  const words = useText(trendWords)
  const apart = useText(apartWords)
  const language = useLanguage()
  const { steps, whole } = causeRows(view, decomposition, language)
  return (
    <TableScroll label={isApart(view) ? apart.whatDiffers : words.whatMoved}>
      <table className="figures">
        <thead>
          <tr>
            <th scope="col">{words.cause}</th>
            <th scope="col" className="number">
              {words.moves}
            </th>
            <th scope="col" className="number">
              {words.levelAfter}
            </th>
          </tr>
        </thead>
        <tbody>
          {steps.map(step => (
            <tr key={step.id}>
              <th scope="row">{step.name}</th>
              <td className="number">{step.moves}</td>
              <td className="number">{step.level}</td>
            </tr>
          ))}
          <tr className="sum">
            <th scope="row">{whole.name}</th>
            <td className="number">{whole.moves}</td>
            <td className="number">{whole.level}</td>
          </tr>
        </tbody>
      </table>
    </TableScroll>
  )
}
