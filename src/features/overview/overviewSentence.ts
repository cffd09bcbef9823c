import type { ScoreSheet } from '../../model/scoreSheet.ts'
import { formatNumber, type Language } from '../../ui/formatNumber.ts'
import { pickName } from '../../ui/language.tsx'
import { overviewWords } from './words.ts'

/**
 * The message of the screen in one sentence: how much is lost and where most of it.
 * With missing figures it says the interval, never a plain score.
 *
 * @param format how the rule set shows points
 */
export function overviewSentence(
  sheet: ScoreSheet,
  language: Language,
  format: (points: string) => string,
): string {
  const words = overviewWords[language]
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
      formatNumber(String(missingLeaves), language),
    )
  const lost = sheet.total.gapToMax?.to
  if (lost === undefined || lost === '0') return words.full(max)
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

/** Lower-cases the first letter inside a sentence, but leaves acronyms ("TTHC") alone. */
function lowerFirst(name: string): string {
  const [first = '', second = ''] = name
  const isAcronym = second !== second.toLocaleLowerCase('vi')
  return isAcronym ? name : first.toLocaleLowerCase('vi') + name.slice(1)
}
