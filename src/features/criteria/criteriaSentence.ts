import type { ScoreSheet } from '../../model/scoreSheet.ts'
import { formatNumber, type Language } from '../../ui/formatNumber.ts'
import { pickName } from '../../ui/language.tsx'
import { criteriaWords } from './words.ts'

/**
 * The message of the table: what was reached and where most was lost. With missing figures it says the
 * interval, never a plain score.
 *
 * @param format how the rule set shows points
 */
export function criteriaSentence(
  sheet: Pick<ScoreSheet, 'total' | 'nodes' | 'losses'>,
  language: Language,
  format: (points: string) => string,
): string {
  const words = criteriaWords[language]
  const { points, percent, maxPoints, missingLeaves, gapToMax } = sheet.total
  if (points.kind === 'unknown') return words.nothingKnown
  if (percent === null) return words.nothingApplies
  const max = formatNumber(maxPoints, language)
  const [from, to] = [format(points.from), format(points.to)]
  if (missingLeaves > 0 && sheet.nodes.every(node => node.outcome?.kind !== 'scored'))
    return words.nothingSent(from, to, max)
  if (missingLeaves > 0) return words.open(from, to, max, formatNumber(String(missingLeaves), language))
  if (gapToMax?.to === '0') return words.full(max)
  const [largest] = sheet.losses
  const node = sheet.nodes.find(entry => entry.criterionId === largest?.nodeId)
  if (!largest || !node) return words.reached(to, max)
  const name = lowerFirst(pickName(language, node.shortName, node.shortNameEn))
  const sentence = words.reachedMost(to, max, name, format(largest.lost))
  return largest.notIncurred ? `${sentence} (0/0)` : sentence
}

/** Lower-cases the first letter inside a sentence, but leaves acronyms ("TTHC") alone. */
function lowerFirst(name: string): string {
  const [first = '', second = ''] = name
  const isAcronym = second !== second.toLocaleLowerCase('vi')
  return isAcronym ? name : first.toLocaleLowerCase('vi') + name.slice(1)
}
