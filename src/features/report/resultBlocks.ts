import { isSettled } from '../../model/exact.ts'
import type { ReportBlock } from '../../model/report.ts'
import { periodName } from '../../receipt/periodName.ts'
import { formatInterval } from '../../receipt/pointsFormat.ts'
import { bandsFromLowest } from '../../sentences/bandsFromLowest.ts'
import { missingText, overviewSentence } from '../../sentences/overviewSentence.ts'
import { formatNumber } from '../../ui/formatNumber.ts'
import { pickName } from '../../ui/language.tsx'
import type { Telling } from './telling.ts'

/** I. What was reached, and what places it. */
export function resultBlocks(telling: Telling): readonly ReportBlock[] {
  const { view, words, sheet, language, format, item } = telling
  const saysStage = view.stages.length > 1 || !['published', 'closed'].includes(sheet.stage)
  const sentence = overviewSentence(sheet, language, format, item, saysStage, view.parts?.completeness)
  return [
    { kind: 'heading', level: 1, text: words.result },
    { kind: 'text', text: `${keepUnits(sentence)}.` },
    {
      kind: 'list',
      items: [
        pointsText(telling),
        ...bandTexts(telling),
        rankText(telling),
        changeText(telling),
        ...completenessTexts(telling),
      ],
    },
  ]
}

/** Numbers stay on one line with what they count. */
const keepUnits = (text: string) => text.replaceAll(/(\d) (điểm|points)/g, '$1\u00a0$2')

/** The score with its maximum; while figures are missing an interval, and never a plain number. */
function pointsText(telling: Telling): string {
  const { sheet, words, format, number, view, language, item } = telling
  const { points, maxPoints, percent, missingLeaves } = sheet.total
  const max = number(maxPoints)
  if (points.kind === 'unknown') return words.pointsUnknown(format(points.atLeast), max)
  if (percent === null) return words.nothingApplies
  const share = formatInterval(percent, telling.percent)
  if (missingLeaves > 0) {
    const missing = missingText(sheet, language, item, view.parts?.completeness)
    return words.pointsOpen(format(points.from), format(points.to), max, share, missing)
  }
  return isSettled(points)
    ? words.points(format(points.to), max, share)
    : words.pointsRange(format(points.from), format(points.to), max, share)
}

function bandTexts({ sheet, ruleSet, language, words }: Telling): readonly string[] {
  const { bandIds, bandOverride } = sheet.total
  const names = bandsFromLowest(ruleSet.bands)
    .filter(band => bandIds.includes(band.id))
    .toReversed()
    .map(band => pickName(language, band.name, band.nameEn))
    .join(words.or)
  if (names === '') return []
  if (bandOverride) {
    const metric = ruleSet.metrics.find(each => each.id === bandOverride.metricId)
    return [
      words.bandForced(
        names,
        metric ? pickName(language, metric.name, metric.nameEn) : bandOverride.metricId,
      ),
    ]
  }
  return [ruleSet.bandsProvenance?.certainty === 'inferred' ? words.bandInferred(names) : words.band(names)]
}

function rankText({ view, sheet, words, count, language, input }: Telling): string {
  // A provisional total has no rank, whatever was published for another state of the figures.
  const published = sheet.total.missingLeaves > 0 ? undefined : view.submission.published?.rank
  if (published) {
    const say = published.provenance?.certainty === 'inferred' ? words.rankInferred : words.rank
    const among = pickName(language, published.among, published.amongEn)
    return say(count(published.rank), count(published.of), among)
  }
  return input.rank
    ? words.rankComputed(input.rank.rank, count(input.rank.of), input.rank.group)
    : words.rankOpen
}

function changeText({ view, words, ruleSet, language }: Telling): string {
  const signed = (points: string) =>
    formatNumber(points, language, { signed: true, minPlaces: ruleSet.pointsPlaces })
  const { change, parts, submission } = view
  if (change) {
    const period = periodName(change.previousPeriod, language)
    return change.difference === '0'
      ? words.sinceSame(period)
      : words.since(period, signed(change.difference))
  }
  const published = submission.published?.change
  if (published)
    return words.sincePublished(
      pickName(language, published.since, published.sinceEn),
      signed(published.points),
    )
  const comparison = parts?.comparison
  return comparison?.refusal
    ? words.notCompared(periodName(comparison.previousPeriod, language), words.refusal[comparison.refusal])
    : words.noBefore
}

function completenessTexts({ view, words, count }: Telling): readonly string[] {
  const completeness = view.parts?.completeness
  if (!completeness || completeness.entered + completeness.missing === 0) return []
  const { entered, missing, notApplicable } = completeness
  return [
    `${words.figures(count(entered), count(entered + missing))}${
      missing > 0 ? words.figuresMissing(count(missing)) : ''
    }${notApplicable > 0 ? words.figuresExempt(count(notApplicable)) : ''}.`,
  ]
}
