import { isSettled } from '../model/exact.ts'
import type { Certainty } from '../model/provenance.ts'
import type { NodeScore, PoolScore } from '../model/scoreSheet.ts'
import { formatNumber } from '../ui/formatNumber.ts'
import { pickName } from '../ui/language.tsx'
import { formatInterval, pointsFormat } from './pointsFormat.ts'
import type { Receipt, ReceiptContext } from './receipt.ts'
import {
  certaintyMark,
  checkLine,
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
  const isWatched = node.ruleKind === 'monitor'
  const settled = node.outcome?.kind === 'scored' && !isWatched ? node.outcome.points : null
  const isPublished = node.publishedPoints !== null
  return {
    nodeId: node.criterionId,
    code: node.code,
    title: pickName(language, node.name, node.nameEn),
    scope: context.scope,
    points: settled === null ? outcomeWord(node, words) : format(settled),
    maxPoints: isWatched
      ? null
      : node.maxPoints === null
        ? words.unknown
        : formatNumber(node.maxPoints, language),
    lost: node.gapToMax && settled !== null && node.gapToMax.to !== '0' ? format(node.gapToMax.to) : null,
    isFull: settled !== null && node.gapToMax?.to === '0',
    sections: node.explanation
      ? [
          ...figures(node.explanation, words, language),
          method(node, node.explanation, words, language),
          ...thresholds(node.explanation, words, language),
          ...(isWatched ? [] : [rounding(node, node.explanation, words, language)]),
          ...(isWatched
            ? []
            : [
                {
                  id: 'points',
                  title: null,
                  lines: [
                    pair(words.score, settled === null ? outcomeWord(node, words) : format(settled), {
                      mark: settled === null ? 'missing' : certaintyMark(pointsCertainty(node)),
                      strong: true,
                    }),
                    pair(
                      words.max,
                      node.maxPoints === null ? words.unknown : formatNumber(node.maxPoints, language),
                      {
                        mark:
                          node.maxPoints === null ? 'missing' : certaintyMark(node.maxProvenance.certainty),
                        strong: true,
                      },
                    ),
                    ...publishedLine(node, sheet, words, language, format),
                  ],
                },
              ]),
          stage(sheet, isPublished, words, language),
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
          stages(sheet, settled !== null && isPublished ? format(settled) : null, words, language),
        ]
      : [],
  }
}

/** Points computed by an inferred rule are inferred until somebody publishes the same leaf. */
function pointsCertainty({ explanation, publishedPoints, ruleKind }: NodeScore): Certainty {
  if (explanation === null) return 'stated'
  const byRule =
    ruleKind === 'reported' || publishedPoints !== null ? 'stated' : explanation.ruleProvenance.certainty
  return byRule === 'stated' ? explanation.pointsProvenance.certainty : byRule
}

/** The receipt of a group: its points and what they are made up of. */
export function describeGroupReceipt(node: NodeScore, context: ReceiptContext): Receipt {
  const { language, ruleSet, sheet } = context
  const words = receiptWords[language]
  const format = pointsFormat(ruleSet, language)
  const known = node.points?.kind === 'known' ? node.points : null
  const lost = node.gapToMax && node.gapToMax.to !== '0' ? formatInterval(node.gapToMax, format) : null
  const max = node.maxPoints === null ? words.unknown : formatNumber(node.maxPoints, language)
  const check = sheet.reconciliation?.checks.find(entry => entry.nodeId === node.criterionId)
  return {
    nodeId: node.criterionId,
    code: node.code,
    title: pickName(language, node.name, node.nameEn),
    scope: context.scope,
    points: known ? formatInterval(known, format) : words.unknown,
    maxPoints: max,
    lost,
    isFull: known !== null && lost === null,
    sections: [
      {
        id: 'members',
        title: words.members,
        lines: sheet.nodes
          .filter(entry => entry.parentId === node.criterionId)
          .map(entry => ({
            kind: 'pair',
            label: `${entry.code} ${pickName(language, entry.shortName, entry.shortNameEn)}`,
            value:
              entry.points?.kind === 'known'
                ? `${formatInterval(entry.points, format)}/${entry.maxPoints === null ? words.unknown : formatNumber(entry.maxPoints, language)}`
                : words.unknown,
            mark: entry.points?.kind === 'known' ? undefined : 'missing',
          })),
      },
      {
        id: 'points',
        title: null,
        lines: [
          pair(words.score, known ? formatInterval(known, format) : words.unknown, { strong: true }),
          pair(words.max, max, { strong: true }),
          ...(check ? [checkLine(check, words, language, format)] : []),
        ],
      },
      stage(sheet, node.publishedPoints !== null, words, language),
    ],
  }
}

/** The receipt of leaves that are only known together. */
export function describePoolReceipt(pool: PoolScore, context: ReceiptContext): Receipt {
  const { language, ruleSet, sheet } = context
  const words = receiptWords[language]
  const format = pointsFormat(ruleSet, language)
  const settled = isSettled(pool.points)
  const members = sheet.nodes.filter(node => pool.criterionIds.includes(node.criterionId))
  return {
    nodeId: pool.poolId,
    code: '',
    title: pickName(language, pool.name, pool.nameEn),
    scope: context.scope,
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
      stage(sheet, true, words, language),
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
