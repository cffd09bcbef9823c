import type { AgencyComparison } from '../../../model/comparison.ts'
import { formatNumber, type Language } from '../../../ui/formatNumber.ts'
import { compareWords } from './words.ts'

/** "A hơn B nhiều nhất ở …: 17,22 điểm phần trăm (3,44 điểm)". */
export function compareSentence(
  { rows, widest }: Pick<AgencyComparison, 'rows' | 'widest'>,
  names: {
    readonly agency: (agencyId: string) => string
    readonly criterion: (criterionId: string) => string
    readonly points: (points: string) => string
  },
  language: Language,
): string {
  const words = compareWords[language]
  const distance = widest?.distance
  if (!widest || !distance) {
    const isKnown = rows.some(row => row.parentId === null && row.distance !== null)
    return `${isKnown ? words.allEqual : words.nothingSettled}.`
  }
  const namesOf = (ids: readonly string[]) => ids.map(names.agency).join(words.and)
  const points = distance.points === null ? '' : words.inPoints(names.points(distance.points))
  const at = widest.criterionId === null ? words.total : names.criterion(widest.criterionId)
  const percent = formatNumber(distance.percentPoints, language, { places: 2 })
  return `${words.widest(namesOf(distance.ahead), namesOf(distance.last), at, percent)}${points}.`
}
