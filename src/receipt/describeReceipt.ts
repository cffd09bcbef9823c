import type { NodeScore, PoolScore } from '../model/scoreSheet.ts'
import { formatNumber } from '../ui/formatNumber.ts'
import { pickName } from '../ui/language.tsx'
import { pointsFormat } from './pointsFormat.ts'
import type { Receipt, ReceiptContext } from './receipt.ts'
import {
  certaintyMark,
  figures,
  method,
  noteLines,
  outcomeWord,
  pair,
  publishedLine,
  quoteOf,
  remarks,
  rounding,
  ruleSource,
  source,
  stage,
  stages,
  thresholds,
} from './sections.ts'
import { receiptWords } from './words.ts'

/** Everything a receipt says about a leaf, in order, in one language. Panel and copied text both come from it. */
export function describeReceipt(node: NodeScore, context: ReceiptContext): Receipt {
  const { language, ruleSet, sheet } = context
  const words = receiptWords[language]
  const format = pointsFormat(ruleSet, language)
  const settled = node.outcome?.kind === 'scored' ? node.outcome.points : null
  return {
    nodeId: node.criterionId,
    code: node.code,
    title: pickName(language, node.name, node.nameEn),
    points: settled === null ? outcomeWord(node, words) : format(settled),
    maxPoints: node.maxPoints === null ? words.unknown : formatNumber(node.maxPoints, language),
    lost: node.gapToMax && settled !== null && node.gapToMax.to !== '0' ? format(node.gapToMax.to) : null,
    isFull: settled !== null && node.gapToMax?.to === '0',
    sections: node.explanation
      ? [
          ...figures(node.explanation, words, language),
          method(node, node.explanation, words, language),
          thresholds(node.explanation, words, language),
          rounding(node, node.explanation, words, language),
          {
            id: 'points',
            title: null,
            lines: [
              pair(words.score, settled === null ? outcomeWord(node, words) : format(settled), {
                mark:
                  settled === null ? 'missing' : certaintyMark(node.explanation.pointsProvenance.certainty),
                strong: true,
              }),
              pair(
                words.max,
                node.maxPoints === null ? words.unknown : formatNumber(node.maxPoints, language),
                {
                  mark: node.maxPoints === null ? 'missing' : certaintyMark(node.maxProvenance.certainty),
                  strong: true,
                },
              ),
              ...publishedLine(node, sheet, words, language),
            ],
          },
          stage(sheet, words, language),
          source(
            words.source,
            words,
            node.explanation.pointsProvenance,
            context.documents,
            [
              ...quoteOf(node.explanation.cause),
              ...(node.explanation.pointsProvenance.note ? [node.explanation.pointsProvenance.note] : []),
            ],
            language,
          ),
          ...ruleSource(node.explanation, words, context.documents, language),
          ...remarks(node, words),
          ...context.targets.map(target => ({
            id: `target-${target.text}`,
            title: null,
            lines: [pair(words.target(String(target.year)), target.text, { mark: 'target', strong: true })],
          })),
          stages(sheet, settled === null ? outcomeWord(node, words) : format(settled), words, language),
        ]
      : [],
  }
}

/** The receipt of leaves that are only known together. */
export function describePoolReceipt(pool: PoolScore, context: ReceiptContext): Receipt {
  const { language, ruleSet, sheet } = context
  const words = receiptWords[language]
  const format = pointsFormat(ruleSet, language)
  const settled = pool.points.from === pool.points.to
  const members = sheet.nodes.filter(node => pool.criterionIds.includes(node.criterionId))
  return {
    nodeId: pool.poolId,
    code: '',
    title: pickName(language, pool.name, pool.nameEn),
    points: settled ? format(pool.points.to) : words.notScored,
    maxPoints: formatNumber(pool.maxPoints, language),
    lost: settled && pool.gapToMax.to !== '0' ? format(pool.gapToMax.to) : null,
    isFull: settled && pool.gapToMax.to === '0',
    sections: [
      {
        id: 'members',
        title: words.poolMembers(members.length),
        lines: members.map(node => ({
          kind: 'pair',
          label: `${node.code} ${pickName(language, node.shortName, node.shortNameEn)}`,
          value: words.unknown,
          mark: 'missing',
        })),
      },
      {
        id: 'points',
        title: null,
        lines: [
          pair(words.score, settled ? format(pool.points.to) : words.notScored, {
            mark: certaintyMark(pool.pointsProvenance?.certainty ?? 'inferred'),
            strong: true,
          }),
          ...noteLines(pool.pointsProvenance?.note),
          pair(words.max, formatNumber(pool.maxPoints, language), {
            mark: certaintyMark(pool.maxProvenance.certainty),
            strong: true,
          }),
          ...noteLines(pool.maxProvenance.note),
        ],
      },
      stage(sheet, words, language),
      source(
        words.source,
        words,
        pool.pointsProvenance ?? pool.maxProvenance,
        context.documents,
        [],
        language,
      ),
    ],
  }
}
