import type { ChangeByNode, NodeChange, NodeEnd } from '../../model/trend.ts'
import { formatInterval, pointsFormat } from '../../receipt/pointsFormat.ts'
import type { TrendView } from '../../state/useTrendView.ts'
import { formatNumber, type Language } from '../../ui/formatNumber.ts'
import { pickName } from '../../ui/language.tsx'
import { apartWords } from './apartWords.ts'
import { isApart } from './sincePhrase.ts'
import { changeText } from './texts.ts'
import { trendWords } from './words.ts'

/** Words of the section; between a claim and a decision nothing moved, the two differ. */
export function moverWords(view: TrendView, language: Language) {
  const words = trendWords[language]
  const { movers, moversSub, noMovers, unmoved, wholeGap } = apartWords[language]
  return isApart(view) ? { ...words, movers, moversSub, noMovers, unmoved, whole: wholeGap } : words
}

/** Points were lost, whatever is missing. */
export const isLoss = ({ difference: { from, to } }: NodeChange) => from.startsWith('-') && to.startsWith('-')

/** Every criterion that moved, as the table writes it, with what remains and the whole. */
export function moverRows(view: TrendView, byNode: ChangeByNode, language: Language) {
  const words = moverWords(view, language)
  const end = (node: NodeEnd | null) => {
    if (node === null) return words.notThere
    if (node.points === null) return words.exempt
    const points = formatInterval(node.points, pointsFormat(view.ruleSet, language))
    return node.maxPoints === '0' ? points : `${points}/${formatNumber(node.maxPoints, language)}`
  }
  const number = (difference: NodeChange['difference']) =>
    changeText(difference, byNode.unit, view.ruleSet, language)
  return {
    rows: byNode.rows.map(row => ({
      id: `${row.kind} ${row.nodeId}`,
      name: `${row.code} ${pickName(language, row.name, row.nameEn)}`,
      before: end(row.before),
      after: end(row.after),
      moves: number(row.difference),
      isLoss: isLoss(row),
    })),
    rest: number(byNode.rest),
    whole: number(byNode.difference),
  }
}
