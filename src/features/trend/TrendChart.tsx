import { type CSSProperties, type KeyboardEvent, useMemo, useRef } from 'react'
import { TrendMarks } from '../../charts/TrendMarks.tsx'
import { buildTrend, type TrendDrawing, type TrendSlot } from '../../charts/trendSeries.ts'
import type { SubmissionEntry } from '../../model/catalogue.ts'
import type { RuleSet } from '../../model/ruleSet.ts'
import type { TrendView } from '../../state/useTrendView.ts'
import { formatNumber } from '../../ui/formatNumber.ts'
import { pickName, useLanguage, useText } from '../../ui/language.tsx'
import { pointName } from './pointName.ts'
import { labelText, periodShort } from './texts.ts'
import { targetText } from './trendSentence.ts'
import { trendWords } from './words.ts'

/** The periods on one time axis: marks below, and a button for each period laid over them. */
export function TrendChart({
  view,
  noteNumbers,
  select,
}: {
  view: TrendView
  /** Number of the note of a period, where it has one. */
  noteNumbers: ReadonlyMap<string, number>
  select: (entry: SubmissionEntry) => void
}) {
  const { trend, entries, selected } = view
  const drawing = useMemo(() => buildTrend(trend, entries, selected), [trend, entries, selected])
  return (
    <div className={`trend-chart ${drawing.density}`}>
      <Segments drawing={drawing} view={view} />
      <div className="trend-body">
        <Scale view={view} drawing={drawing} />
        <div className="trend-plot">
          <TrendMarks drawing={drawing} />
          <LevelNames drawing={drawing} view={view} />
          <Periods drawing={drawing} view={view} noteNumbers={noteNumbers} select={select} />
        </div>
      </div>
      <Axis drawing={drawing} />
    </div>
  )
}

const at = (x: number, y?: number): CSSProperties =>
  ({ '--x': `${x * 100}%`, ...(y !== undefined && { '--y': `${y * 100}%`, '--h': y }) }) as CSSProperties

/** Which rules hold over which stretch; the break between two stands on the line that parts them. */
function Segments({ drawing, view: { ruleSets } }: { drawing: TrendDrawing; view: TrendView }) {
  const language = useLanguage()
  if (drawing.segments.length < 2) return null
  return (
    <ul className="trend-segments">
      {drawing.segments.map(({ ruleSetId, from, to }) => {
        const set = ruleSets.find(each => each.id === ruleSetId)
        const name = set ? pickName(language, set.shortTitle, set.shortTitleEn) : ruleSetId
        return (
          <li key={ruleSetId} style={{ left: `${from * 100}%`, width: `${(to - from) * 100}%` }} title={name}>
            {name.split(' · ')[0]}
          </li>
        )
      })}
    </ul>
  )
}

function Scale({ view: { trend, ruleSet }, drawing }: { view: TrendView; drawing: TrendDrawing }) {
  const language = useLanguage()
  const suffix = trend.unit === 'points' ? '' : '%'
  return (
    <div className="trend-scale" aria-hidden="true">
      <span style={at(0, 1)}>
        {formatNumber(trend.end, language, { places: ruleSet.pointsPlaces ?? 2 })}
        {suffix}
      </span>
      <span style={at(0, drawing.zero)}>0</span>
    </div>
  )
}

/** The newest rule set names its levels at the right edge; an earlier one only where it differs. */
function LevelNames({ drawing, view }: { drawing: TrendDrawing; view: TrendView }) {
  const words = useText(trendWords)
  const language = useLanguage()
  const last = drawing.segments.at(-1)?.ruleSetId
  const named = drawing.levels.filter(
    level =>
      level.ruleSetId === last ||
      !drawing.levels.some(
        other => other.ruleSetId === last && other.kind === level.kind && other.percent === level.percent,
      ),
  )
  const nameOf = (level: TrendDrawing['levels'][number]) => {
    const percent = `${formatNumber(level.percent, language)}%`
    if (level.kind === 'target') return targetText(level.percent, level.direction, language)
    if (level.kind === 'plan')
      return level.direction === 'higherIsBetter' ? words.planTarget(percent) : words.planTargetMost(percent)
    const set = view.ruleSets.find(each => each.id === level.ruleSetId)
    return (
      <>
        {bandName(set, level.id, language)} <span>{words.from(percent)}</span>
      </>
    )
  }
  return (
    <ul className="trend-level-names">
      {named.map(level => (
        <li
          key={`${level.ruleSetId} ${level.kind} ${level.id}`}
          className={`${level.kind} ${level.ruleSetId === last ? 'last' : 'earlier'}`}
          style={at(level.ruleSetId === last ? 1 : level.clearX, level.y)}
        >
          {nameOf(level)}
        </li>
      ))}
    </ul>
  )
}

function bandName(set: RuleSet | undefined, id: string, language: 'vi' | 'en'): string {
  const band = set?.bands.find(each => each.id === id)
  return band ? pickName(language, band.name, band.nameEn) : id
}

function Periods({
  drawing,
  view,
  noteNumbers,
  select,
}: {
  drawing: TrendDrawing
  view: TrendView
  noteNumbers: ReadonlyMap<string, number>
  select: (entry: SubmissionEntry) => void
}) {
  const words = useText(trendWords)
  const list = useRef<HTMLUListElement>(null)
  const move = (event: KeyboardEvent) => {
    const buttons: readonly Element[] = [...(list.current?.querySelectorAll('button') ?? [])]
    const here = document.activeElement ? buttons.indexOf(document.activeElement) : -1
    const target = { ArrowLeft: here - 1, ArrowRight: here + 1, Home: 0, End: buttons.length - 1 }[event.key]
    if (here < 0 || target === undefined) return
    event.preventDefault()
    const next = buttons[Math.max(0, Math.min(target, buttons.length - 1))]
    if (next instanceof HTMLElement) next.focus()
  }
  // Tab reaches the list once, at the period that is read; arrows go on from there.
  const stop =
    drawing.slots.find(slot => slot.isSelected && slot.point)?.key ??
    drawing.slots.find(slot => slot.point)?.key
  return (
    <ul className="trend-periods" aria-label={words.chart} ref={list} onKeyDown={move}>
      {drawing.slots.map((slot, index) => {
        const entry = view.entries[index]
        return (
          <li
            key={slot.key}
            style={
              { ...at(slot.x, slot.high ?? drawing.zero), '--w': `${slot.width * 100}%` } as CSSProperties
            }
          >
            {slot.point && entry ? (
              <button
                type="button"
                aria-pressed={slot.isSelected}
                tabIndex={slot.key === stop ? 0 : -1}
                onClick={() => select(entry)}
                className={classOf(slot)}
              >
                <span className="visually-hidden">
                  <PointName slot={slot} view={view} />
                </span>
                <SlotLabel slot={slot} view={view} note={noteNumbers.get(slot.key)} />
              </button>
            ) : (
              <Absent slot={slot} view={view} />
            )}
          </li>
        )
      })}
    </ul>
  )
}

function classOf(slot: TrendSlot): string {
  return [
    'trend-period',
    slot.labelBelow ? 'below' : 'above',
    slot.isKey ? 'telling' : 'passing',
    ...(slot.isSelected ? ['selected'] : []),
    ...(slot.x > 0.94 ? ['edge'] : []),
  ].join(' ')
}

function PointName({ slot, view }: { slot: TrendSlot; view: TrendView }) {
  const language = useLanguage()
  return slot.point && pointName(slot.point, view, language)
}

/** A period whose file is on its way or could not be read. */
function Absent({ slot, view }: { slot: TrendSlot; view: TrendView }) {
  const words = useText(trendWords)
  const language = useLanguage()
  const isFailed = view.failed.some(
    ({ entry }) => entry.ruleSetId === slot.ruleSetId && entry.period === slot.period,
  )
  return (
    <span className="trend-wait">
      <span className="visually-hidden">
        {periodShort(slot.period, language)}: {isFailed ? words.unreadable : words.loading}
      </span>
      <span aria-hidden="true">{isFailed ? words.failedShort : '…'}</span>
    </span>
  )
}

/** The number beside the point, or the word for why there is none. */
function SlotLabel({ slot, view, note }: { slot: TrendSlot; view: TrendView; note: number | undefined }) {
  const words = useText(trendWords)
  const language = useLanguage()
  const { point } = slot
  if (!point) return null
  const set = view.ruleSets.find(each => each.id === slot.ruleSetId) ?? view.ruleSet
  const mark = note !== undefined && <sup>{note}</sup>
  if (point.drawn === null)
    return point.state === 'notSent' ? (
      <span className="trend-word silent" aria-hidden="true">
        {words.notSent}
        {mark}
      </span>
    ) : null
  const open = point.drawn.from !== point.drawn.to
  return (
    <span className={open ? 'trend-word' : 'trend-number'} aria-hidden="true">
      {open
        ? words.missing(formatNumber(String(point.missing), language))
        : labelText(point, view.trend.unit, set, language)}
      {mark}
    </span>
  )
}

function Axis({ drawing }: { drawing: TrendDrawing }) {
  const language = useLanguage()
  return (
    <div className="trend-ticks" aria-hidden="true">
      {drawing.ticks.map(({ period, x, rank }) => (
        <span key={period} className={rank === 0 ? undefined : 'passing'} style={at(x)}>
          {periodShort(period, language)}
        </span>
      ))}
    </div>
  )
}
