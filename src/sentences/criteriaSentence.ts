import type { ScoreSheet } from '../model/scoreSheet.ts'
import { formatNumber, type Language } from '../ui/formatNumber.ts'
import { dictionary, pickName } from '../ui/language.tsx'
import { lowerFirst } from './lowerFirst.ts'

const criteriaWords = dictionary({
  vi: {
    reached: (points: string, max: string) => `Đạt ${points}/${max} điểm`,
    reachedMost: (points: string, max: string, name: string, lost: string) =>
      `Đạt ${points}/${max} điểm, mất nhiều nhất ở ${name}: ${lost} điểm`,
    full: (max: string) => `Đạt tối đa ${max}/${max} điểm`,
    open: (from: string, to: string, max: string, count: string) =>
      `Đạt từ ${from} đến ${to}/${max} điểm, còn ${count} tiêu chí thiếu số liệu`,
    nothingSent: (from: string, to: string, max: string) =>
      `Chưa nộp số liệu: điểm còn có thể từ ${from} đến ${to}/${max}`,
    nothingKnown: 'Chưa tính được điểm: có phần không văn bản nào nêu',
    nothingApplies: 'Không có tiêu chí nào áp dụng cho đơn vị',
  },
  en: {
    reached: (points: string, max: string) => `${points}/${max} points`,
    reachedMost: (points: string, max: string, name: string, lost: string) =>
      `${points}/${max} points, most lost in ${name}: ${lost} points`,
    full: (max: string) => `Full points: ${max}/${max}`,
    open: (from: string, to: string, max: string, count: string) =>
      `${from} to ${to}/${max} points, ${count} criteria still without figures`,
    nothingSent: (from: string, to: string, max: string) =>
      `Nothing sent yet: ${from} to ${to}/${max} points are still possible`,
    nothingKnown: 'Not scored: a part is stated in no document',
    nothingApplies: 'No criterion applies to the agency',
  },
})

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
