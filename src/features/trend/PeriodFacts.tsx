import type { TrendPoint } from '../../model/trend.ts'
import { formatInterval, pointsFormat } from '../../receipt/pointsFormat.ts'
import { stageTitle } from '../../receipt/stageNames.ts'
import type { TrendView } from '../../state/useTrendView.ts'
import { formatNumber, formatPercent } from '../../ui/formatNumber.ts'
import { Icon } from '../../ui/Icon.tsx'
import { useLanguage, useText } from '../../ui/language.tsx'
import { Mark } from '../../ui/Mark.tsx'
import { apartWords } from './apartWords.ts'
import { isApart, sincePhrase } from './sincePhrase.ts'
import { bandText, changeText, periodPhrase, shareText } from './texts.ts'
import { trendWords } from './words.ts'

/** What the period that is read says of the subject, and the way to its neighbours and to its overview. */
export function PeriodFacts({
  view,
  select,
  hrefOf,
}: {
  view: TrendView
  select: (entry: TrendView['selected']) => void
  hrefOf: (entry: TrendView['selected']) => string
}) {
  const words = useText(trendWords)
  const language = useLanguage()
  const { trend, selected, ruleSet, entries } = view
  const when = periodPhrase(selected.period, language)
  const point = trend.points.find(
    each => each.ruleSetId === selected.ruleSetId && each.period === selected.period,
  )
  const place = entries.indexOf(selected)
  return (
    <section className="trend-facts" aria-label={words.facts(when)} aria-live="polite">
      <dl>
        <div className="score">
          <dt>{when}</dt>
          <dd>
            {point ? <Score point={point} view={view} /> : <Quiet kind="missing" text={words.unreadable} />}
          </dd>
        </div>
        {point?.percent && (
          <div>
            <dt>{words.columns.percent}</dt>
            <dd>{formatInterval(point.percent, value => formatPercent(value, language))}</dd>
          </div>
        )}
        {point && point.share !== null && (
          <div>
            <dt>
              {words.share}
              {point.shareInferred && ` (${words.inferred})`}
            </dt>
            <dd>{shareText(point.share, language)}</dd>
          </div>
        )}
        {point && trend.subject.criterionId === null && point.points && (
          <div>
            <dt>
              {words.band}
              {point.forcedBy !== null && ` (${words.forced})`}
            </dt>
            <dd className={point.bandIds.length === 0 ? 'quiet' : undefined}>
              {point.forcedBy !== null && <Mark kind="warning" size={14} />}
              {point.bandIds.length === 0 ? words.noBand : bandText(point.bandIds, ruleSet, language)}
            </dd>
          </div>
        )}
        {point && <Since point={point} view={view} />}
        {point && point.state !== 'notSent' && (
          <div className="stage">
            <dt>{words.stage}</dt>
            <dd className="quiet">{stageTitle(point.stage, language)}</dd>
          </div>
        )}
      </dl>
      <p className="trend-steps">
        <Step entry={entries[place - 1]} label={words.previous} icon="back" select={select} />
        <Step entry={entries[place + 1]} label={words.next} icon="forward" select={select} />
        <a href={hrefOf(selected)}>{words.openOverview(when)}</a>
      </p>
    </section>
  )
}

function Score({ point, view: { trend, ruleSet } }: { point: TrendPoint; view: TrendView }) {
  const words = useText(trendWords)
  const language = useLanguage()
  if (point.state === 'notSent') return <Quiet kind="missing" text={words.notSent} />
  if (!point.points || point.maxPoints === null)
    return (
      <Quiet
        kind={point.state === 'notApplicable' ? 'notApplicable' : 'missing'}
        text={words.states[point.state]}
      />
    )
  const isOpen = point.points.from !== point.points.to
  return (
    <>
      <b className={isOpen ? 'open' : undefined}>
        {formatInterval(point.points, pointsFormat(ruleSet, language))}
      </b>
      <span>
        /{formatNumber(point.maxPoints, language)} {words.points}
      </span>
      {point.missing > 0 && (
        <em>
          <Mark kind="missing" size={13} />
          {trend.subject.criterionId !== null && point.missing === 1
            ? words.states[point.state]
            : words.missing(formatNumber(String(point.missing), language))}
        </em>
      )}
    </>
  )
}

/** For the total the difference the comparison below takes apart; for a criterion that to the point before. */
function Since({ point, view }: { point: TrendPoint; view: TrendView }) {
  const words = useText(trendWords)
  const language = useLanguage()
  const { trend, since, comparison, ruleSet } = view
  const across = comparison?.kind === 'compared' && !comparison.sameRules
  const fact = (label: string, text: string, quiet: boolean) => (
    <div>
      <dt>
        {label}
        {across && trend.subject.criterionId === null && ` (${words.twoRuleSets})`}
      </dt>
      <dd className={quiet ? 'quiet' : undefined}>{text}</dd>
    </div>
  )
  if (trend.subject.criterionId !== null) {
    if (!point.change)
      return fact(words.sinceNone, point.noChange ? words.noChange[point.noChange] : '', true)
    const { since: from, difference } = point.change
    const unit = trend.unit === 'share' ? 'percent' : 'points'
    return fact(
      words.since(sincePhrase(from, view, language)),
      difference === '0'
        ? words.same
        : changeText({ from: difference, to: difference }, unit, ruleSet, language, unit === 'percent'),
      false,
    )
  }
  const mayCome = view.pending.some(entry => entry.period < view.selected.period)
  if (!since) return fact(words.sinceNone, mayCome ? words.loading : words.sinceNothing, true)
  const label = words.since(sincePhrase(since.period, view, language))
  if (isApart(view)) return fact(label, apartWords[language].otherStage, true)
  if (comparison?.kind !== 'compared' || comparison.decomposition.kind !== 'comparable')
    return fact(label, comparison ? words.refusedTitle : words.loading, true)
  if (comparison.change) {
    const { difference } = comparison.change
    return fact(
      label,
      difference === '0'
        ? words.same
        : changeText({ from: difference, to: difference }, 'points', ruleSet, language, false),
      false,
    )
  }
  const { difference, unit } = comparison.decomposition
  const isOpen = difference.from !== difference.to
  return fact(label, changeText(difference, unit, ruleSet, language, unit === 'percent'), isOpen)
}

function Quiet({ kind, text }: { kind: 'missing' | 'notApplicable'; text: string }) {
  return (
    <span className="quiet">
      <Mark kind={kind} size={16} />
      {text}
    </span>
  )
}

function Step({
  entry,
  label,
  icon,
  select,
}: {
  entry: TrendView['selected'] | undefined
  label: string
  icon: 'back' | 'forward'
  select: (entry: TrendView['selected']) => void
}) {
  return (
    <button
      type="button"
      className={`trend-step ${icon}`}
      disabled={entry === undefined}
      aria-label={label}
      title={label}
      onClick={() => entry && select(entry)}
    >
      <Icon name="back" size={16} />
    </button>
  )
}
