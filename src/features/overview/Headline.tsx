import type { ReactNode } from 'react'
import type { Completeness } from '../../model/nextActions.ts'
import type { RuleSet } from '../../model/ruleSet.ts'
import type { Change, Comparison, ScoreSheet } from '../../model/scoreSheet.ts'
import type { Submission } from '../../model/submission.ts'
import { periodName } from '../../receipt/periodName.ts'
import { formatInterval, pointsFormat } from '../../receipt/pointsFormat.ts'
import { stageNames } from '../../receipt/stageNames.ts'
import { missingText } from '../../sentences/overviewSentence.ts'
import { formatNumber, formatPercent, type Language } from '../../ui/formatNumber.ts'
import { pickName, useLanguage, useText } from '../../ui/language.tsx'
import { Mark } from '../../ui/Mark.tsx'
import { forcedBand } from './forcedBand.ts'
import { overviewWords } from './words.ts'

/** Score, maximum and the few facts that place it. */
export function Headline({
  sheet,
  ruleSet,
  submission,
  change,
  comparison = null,
  completeness,
  computedRank,
}: {
  sheet: ScoreSheet
  ruleSet: RuleSet
  submission: Submission
  change: Change | null
  /** Why there is no change to tell, where an earlier period is known. */
  comparison?: Comparison | null | undefined
  completeness?: Completeness | undefined
  /** Stands where nobody published a rank. */
  computedRank?: ReactNode
}) {
  const words = useText(overviewWords)
  const language = useLanguage()
  const format = pointsFormat(ruleSet, language)
  const { points, percent, maxPoints, missingLeaves, items } = sheet.total
  const item = pickName(language, ruleSet.itemWord, ruleSet.itemWordEn)
  // A provisional total has no rank, whatever was published for another state of the figures.
  const rank = missingLeaves > 0 ? undefined : submission.published?.rank
  // Where no earlier period is loaded, the change the source itself publishes.
  const published = submission.published?.change
  const allScored = items.scored === items.total
  return (
    <dl className="headline">
      <div className={missingLeaves > 0 ? 'score open' : 'score'}>
        <dt className="visually-hidden">{words.reached}</dt>
        <dd>
          <p>
            <b>{points.kind === 'unknown' ? '?' : percent === null ? '–' : formatInterval(points, format)}</b>
            <span>
              /{formatNumber(maxPoints, language)} {words.points}
            </span>
          </p>
          {missingLeaves > 0 && (
            <em>
              <Mark kind="missing" size={13} />
              {missingText(sheet, language, item, completeness)}
            </em>
          )}
        </dd>
      </div>
      <div className="fact">
        <dt>{words.share}</dt>
        <dd>
          {percent === null
            ? words.noBands
            : formatInterval(percent, value => formatPercent(value, language))}
        </dd>
      </div>
      <div className="fact">
        <dt>
          {words.rank}
          {rank?.provenance?.certainty === 'inferred' && <Inferred note={rank.provenance.note} />}
        </dt>
        {rank ? (
          <dd title={words.publishedRank}>
            {formatNumber(String(rank.rank), language)}/{formatNumber(String(rank.of), language)}{' '}
            <small>{pickName(language, rank.among, rank.amongEn)}</small>
          </dd>
        ) : (
          (computedRank ?? (
            <dd className="quiet">
              <Mark kind="missing" size={13} />
              {words.notPublished}
            </dd>
          ))
        )}
      </div>
      <div className="fact">
        {change ? (
          <>
            <dt>{sinceText(change.previousPeriod, comparison, sheet, language)}</dt>
            <dd>
              {change.difference === '0'
                ? words.sameAsBefore
                : formatNumber(change.difference, language, {
                    signed: true,
                    minPlaces: ruleSet.pointsPlaces,
                  })}
            </dd>
          </>
        ) : published ? (
          <>
            <dt>{words.publishedChange(pickName(language, published.since, published.sinceEn))}</dt>
            <dd>
              {formatNumber(published.points, language, { signed: true, minPlaces: ruleSet.pointsPlaces })}
            </dd>
          </>
        ) : comparison?.refusal ? (
          <>
            <dt>{sinceText(comparison.previousPeriod, comparison, sheet, language)}</dt>
            <dd
              className="quiet refused"
              title={`${words.notCompared}: ${words.refusal[comparison.refusal]}`}
            >
              <Mark kind="notApplicable" size={13} />
              {words.notCompared}
              <small>{words.refusal[comparison.refusal]}</small>
            </dd>
          </>
        ) : (
          <>
            <dt>{words.previousPeriod}</dt>
            <dd className="quiet">
              <Mark kind="missing" size={13} />
              {words.notLoaded}
            </dd>
          </>
        )}
      </div>
      <Band sheet={sheet} ruleSet={ruleSet} />
      <div className="fact">
        <dt>{allScored ? words.atMax(item) : words.ownPoints(item)}</dt>
        <dd className={items.total > mostPips ? undefined : 'quiet'}>
          {!allScored && (
            <>
              <Mark kind="inferred" />
              <span className="visually-hidden">{words.inferred}</span>
            </>
          )}
          <Pips
            count={items.total}
            on={allScored ? items.atMax : items.scored}
            upTo={allScored ? 0 : items.total}
          />
          {allScored ? items.atMax : items.scored}/{items.total}
        </dd>
      </div>
    </dl>
  )
}

/** "So với tháng 05/2026", with the stage where the earlier result was read at another one. */
function sinceText(
  period: string,
  comparison: Comparison | null,
  sheet: ScoreSheet,
  language: Language,
): string {
  const words = overviewWords[language]
  const stage = comparison?.previousStage
  const name = periodName(period, language)
  return stage && stage !== sheet.stage
    ? words.changeStage(name, stageNames[language][stage])
    : words.change(name)
}

function Band({ sheet, ruleSet }: { sheet: ScoreSheet; ruleSet: RuleSet }) {
  const words = useText(overviewWords)
  const language = useLanguage()
  if (ruleSet.bands.length === 0)
    return (
      <div className="fact roomy">
        <dt>{words.band}</dt>
        <dd className="quiet">
          <Mark kind="notApplicable" size={13} />
          {words.noBands}
        </dd>
      </div>
    )
  const bands = sheet.total.bandIds.flatMap(id => ruleSet.bands.find(band => band.id === id) ?? [])
  const names = bands.map(band => pickName(language, band.name, band.nameEn))
  const [lowest] = bands
  // Bands are listed from the best down: the more stand at or below, the better the grade.
  const placeOf = (band: typeof lowest) => (band ? ruleSet.bands.length - ruleSet.bands.indexOf(band) : 0)
  const [place, possible] = [placeOf(lowest), placeOf(bands.at(-1))]
  const forced = forcedBand({ sheet, ruleSet }, language)
  return (
    <div className="fact">
      <dt>
        {words.band}
        {ruleSet.bandsProvenance?.certainty === 'inferred' && (
          <Inferred note={ruleSet.bandsProvenance.note} />
        )}
      </dt>
      <dd>
        {names.length > 2 ? `${names[0]}–${names.at(-1)}` : names.join(` ${words.orBand} `)}{' '}
        <Pips count={ruleSet.bands.length} on={place} upTo={possible} />
        {forced && (
          <small className="forced" title={[forced.metric, forced.note].filter(Boolean).join('. ')}>
            {words.forced}
          </small>
        )}
      </dd>
    </div>
  )
}

/** The sign and the word for what no document states. */
function Inferred({ note }: { note: string | undefined }) {
  const words = useText(overviewWords)
  return (
    <span className="inferred" title={note}>
      <Mark kind="inferred" />
      {words.inferred}
    </span>
  )
}

/** More boxes than this are a texture, not a count. */
const mostPips = 14

/** Small counted boxes, dashed up to where it is open; the number or word always stands beside them. */
function Pips({ count, on, upTo }: { count: number; on: number; upTo: number }) {
  if (count > mostPips) return null
  return (
    <span className="pips" aria-hidden="true">
      {Array.from({ length: count }, (_, place) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the boxes are their places
        <i key={place} className={place < on ? 'on' : place < upTo ? 'dashed' : 'off'} />
      ))}
    </span>
  )
}
