import { isSettled } from '../model/exact.ts'
import type { AdjustmentScore } from '../model/scoreSheet.ts'
import { formatNumber } from '../ui/formatNumber.ts'
import { pickName } from '../ui/language.tsx'
import { decision, figures, method, outcomeWord, possibleLines, rounding } from './leafSections.ts'
import { certaintyMark, pair } from './lines.ts'
import type { Receipt, ReceiptContext } from './receipt.ts'
import { pointsSource, ruleSource, stage } from './sections.ts'
import { type Speech, speechOf } from './speech.ts'
import { thresholds } from './thresholds.ts'

/** The receipt of a bonus or penalty beside the tree: how it came about, its sign and its ceiling. */
export function describeAdjustmentReceipt(adjustment: AdjustmentScore, context: ReceiptContext): Receipt {
  const { sheet, documents } = context
  const say = speechOf(context)
  const { words, language } = say
  const { explanation, outcome, ceiling } = adjustment
  const node = { outcome, explanation, ruleKind: explanation.rule.kind, maxPoints: ceiling }
  const points = outcome.kind === 'scored' ? signed(adjustment, say) : outcomeWord(node, say)
  return {
    nodeId: adjustment.adjustmentId,
    code: '',
    title: pickName(language, adjustment.name, adjustment.nameEn),
    scope: context.scope,
    points,
    maxPoints: outcome.kind === 'notApplicable' ? null : formatNumber(ceiling, language),
    lost: null,
    isFull: false,
    sections: [
      ...figures(explanation, say),
      method(node, say),
      ...thresholds(explanation.rule, outcome.kind !== 'notApplicable', say),
      ...rounding(node, say),
      ...decision(explanation, say),
      {
        id: 'points',
        title: null,
        lines: [
          pair(adjustment.effect === 'bonus' ? words.bonus : words.penalty, points, {
            mark: outcome.kind === 'scored' ? certaintyMark(outcome.certainty) : 'missing',
            strong: true,
          }),
          ...possibleLines(node, say),
          pair(words.ceiling, formatNumber(ceiling, language), { strong: true }),
        ],
      },
      stage(sheet, false, say, explanation.decision),
      pointsSource(explanation, documents, say),
      ...ruleSource(explanation, documents, say),
    ],
  }
}

/** "+1,5", "−2" or "+0–1,5" while it is open; what is nothing has no sign. */
export function signed({ effect, points }: AdjustmentScore, say: Speech): string {
  const sign = effect === 'bonus' ? '+' : '−'
  if (isSettled(points)) return points.to === '0' ? say.points('0') : `${sign}${say.points(points.to)}`
  return `${sign}(${say.points(points.from)}–${say.points(points.to)})`
}
