import type { Completeness } from '../model/nextActions.ts'
import type { ScoreSheet } from '../model/scoreSheet.ts'
import { stageTitle } from '../receipt/stageNames.ts'
import { formatNumber, type Language } from '../ui/formatNumber.ts'
import { dictionary, pickName } from '../ui/language.tsx'
import { lowerFirst } from './lowerFirst.ts'
import { openFigures } from './openFigures.ts'

const sentenceWords = dictionary({
  vi: {
    missing: (count: string) => `thiếu ${count} số liệu`,
    missingItems: (count: string, item: string) => `${count} ${item} chưa có điểm`,
    lostMost: (lost: string, name: string, most: string) =>
      `Mất ${lost} điểm, nhiều nhất ở ${name}: ${most} điểm`,
    lostUnnamed: (lost: string) => `Mất ${lost} điểm`,
    lostIdle: (unit: string, lost: string, idle: string) =>
      `Không phát sinh${unit === '' ? '' : ` ${unit}`}: mất ${lost} điểm, trong đó ${idle} điểm ở các mục 0/0`,
    atStage: (stage: string, sentence: string) => `${stage}: ${sentence}`,
    full: (max: string) => `Đạt điểm tối đa ${max}/${max}`,
    open: (from: string, to: string, max: string, missing: string) =>
      `Đạt từ ${from} đến ${to} trên ${max} điểm, còn ${missing}`,
    nothingKnown: 'Chưa đủ căn cứ để cộng điểm',
    nothingSent: (from: string, to: string, max: string) =>
      `Chưa có số liệu nào: điểm còn để ngỏ từ ${from} đến ${to} trên ${max}`,
    nothingApplies: 'Không xét: không tiêu chí nào áp dụng',
  },
  en: {
    missing: (count: string) => `${count} figures missing`,
    missingItems: (count: string, item: string) => `without points: ${count} ${item}`,
    lostMost: (lost: string, name: string, most: string) =>
      `${lost} points lost, most in ${name}: ${most} points`,
    lostUnnamed: (lost: string) => `${lost} points lost`,
    lostIdle: (unit: string, lost: string, idle: string) =>
      `No ${unit === '' ? 'cases' : unit} incurred: ${lost} points lost, ${idle} of them on 0/0`,
    atStage: (stage: string, sentence: string) => `${stage}: ${sentence}`,
    full: (max: string) => `Full points: ${max}/${max}`,
    open: (from: string, to: string, max: string, missing: string) =>
      `From ${from} to ${to} of ${max} points; ${missing}`,
    nothingKnown: 'Not enough is known to add the points up',
    nothingSent: (from: string, to: string, max: string) =>
      `No figures yet: anything from ${from} to ${to} out of ${max}`,
    nothingApplies: 'Not assessed: no criterion applies',
  },
})

/**
 * The message of the screen in one sentence: how much is lost and where most of it.
 * With missing figures it says the interval, never a plain score; where a submission has been through several
 * stages it says which one is read.
 *
 * @param format how the rule set shows points
 * @param item what one counted item is called
 */
export function overviewSentence(
  sheet: ScoreSheet,
  language: Language,
  format: (points: string) => string,
  item: string,
  saysStage: boolean,
  completeness?: Completeness | undefined,
): string {
  const sentence = sentenceOf(sheet, language, format, item, completeness)
  if (!saysStage) return sentence
  return sentenceWords[language].atStage(stageTitle(sheet.stage, language), lowerFirst(sentence))
}

function sentenceOf(
  sheet: ScoreSheet,
  language: Language,
  format: (points: string) => string,
  item: string,
  completeness: Completeness | undefined,
): string {
  const words = sentenceWords[language]
  const { points, maxPoints, missingLeaves } = sheet.total
  if (points.kind === 'unknown') return words.nothingKnown
  if (sheet.total.percent === null) return words.nothingApplies
  const max = formatNumber(maxPoints, language)
  if (missingLeaves > 0 && sheet.nodes.every(node => node.outcome?.kind !== 'scored'))
    return words.nothingSent(format(points.from), format(points.to), max)
  if (missingLeaves > 0)
    return words.open(
      format(points.from),
      format(points.to),
      max,
      missingText(sheet, language, item, completeness),
    )
  const lost = sheet.total.gapToMax?.to
  if (lost === undefined || lost === '0') return words.full(max)
  const idle = completeness?.notIncurredLoss
  if (idle?.isMost) return words.lostIdle(idleUnit(sheet, language), format(lost), format(idle.lost))
  const [largest] = sheet.losses
  const node = sheet.nodes.find(entry => entry.criterionId === largest?.nodeId)
  if (!largest || !node) return words.lostUnnamed(format(lost))
  const sentence = words.lostMost(
    format(lost),
    lowerFirst(pickName(language, node.shortName, node.shortNameEn)),
    format(largest.lost),
  )
  return largest.notIncurred ? `${sentence} (0/0)` : sentence
}

/** What did not come in, as the largest loss on 0/0 counts it: "hồ sơ"; empty where it does not say. */
function idleUnit({ losses, nodes }: ScoreSheet, language: Language): string {
  const step = losses.find(each => each.notIncurred)
  const rule = nodes.find(node => node.criterionId === step?.nodeId)?.explanation?.rule
  return rule?.kind === 'ratio' ? pickName(language, rule.denominator.unit, rule.denominator.unitEn) : ''
}

/** "thiếu 3 số liệu", or how many items wait for somebody else's points. */
export function missingText(
  sheet: ScoreSheet,
  language: Language,
  item: string,
  completeness?: Completeness | undefined,
): string {
  const words = sentenceWords[language]
  const { figures: named, items } = openFigures(sheet)
  // All that are missing, as everywhere on the screen, as soon as points wait for any of them.
  const figures = completeness ? (completeness.open > 0 ? completeness.missing : 0) : named
  const count = (value: number) => formatNumber(String(value), language)
  return figures > 0
    ? words.missing(count(figures))
    : words.missingItems(count(items > 0 ? items : sheet.total.missingLeaves), item)
}
