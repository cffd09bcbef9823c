import { walkCriteria } from '../model/criteria.ts'
import { isSettled } from '../model/exact.ts'
import type { Certainty } from '../model/provenance.ts'
import type { NodeScore, PoolScore } from '../model/scoreSheet.ts'
import type { Stage } from '../model/submission.ts'
import { formatNumber } from '../ui/formatNumber.ts'
import { pickName } from '../ui/language.tsx'
import {
  decision,
  type Explained,
  figures,
  givenElsewhere,
  method,
  outcomeWord,
  possibleLines,
  rounding,
} from './leafSections.ts'
import { certaintyMark, formulaLine, noteLines, pair, roundingLines } from './lines.ts'
import { formatInterval } from './pointsFormat.ts'
import type { Receipt, ReceiptContext, ReceiptLine, ReceiptSection } from './receipt.ts'
import {
  pointsSource,
  publishedLines,
  remarks,
  ruleSource,
  source,
  stage,
  stages,
  targetSections,
} from './sections.ts'
import { type Speech, speechOf } from './speech.ts'
import { hasExempt, intervalText, isExempt, membersOf, sumText } from './sums.ts'
import { thresholds } from './thresholds.ts'

/** Everything a receipt says about a leaf, in order, in one language. Panel and copied text both come from it. */
export function describeReceipt(node: NodeScore, context: ReceiptContext): Receipt {
  const { sheet, documents } = context
  const say = speechOf(context)
  const { words, language } = say
  const { explanation } = node
  const isWatched = node.ruleKind === 'monitor'
  const settled = node.outcome?.kind === 'scored' && !isWatched ? node.outcome.points : null
  const points = settled === null ? outcomeWord(node, say) : say.points(settled)
  const max = node.maxPoints === null ? words.unknown : formatNumber(node.maxPoints, language)
  return {
    nodeId: node.criterionId,
    code: node.code,
    title: pickName(language, node.name, node.nameEn),
    scope: context.scope,
    points,
    maxPoints: isWatched || node.outcome?.kind === 'notApplicable' ? null : max,
    lost: node.gapToMax && settled !== null && node.gapToMax.to !== '0' ? say.points(node.gapToMax.to) : null,
    isFull: settled !== null && node.gapToMax?.to === '0',
    sections: explanation
      ? [
          ...calculation({ ...node, explanation }, say),
          ...decision(explanation, say),
          ...(isWatched ? [] : [pointsSection(node, points, max, context, say)]),
          stage(sheet, node.publishedPoints !== null, say, explanation.decision),
          pointsSource(explanation, documents, say),
          ...ruleSource(explanation, documents, say),
          ...remarks(node, say),
          ...targetSections(context.targets, say),
          stages(stageOf(node, context), settled === null ? null : points, say),
        ]
      : [],
  }
}

/** Figures, formula, thresholds and rounding; only who gives the points where nothing is computed. */
function calculation(node: Explained, say: Speech): readonly ReceiptSection[] {
  const { explanation, outcome } = node
  if (givenElsewhere(node, say) !== null) return [method(node, say)]
  return [
    ...figures(explanation, say),
    method(node, say),
    ...thresholds(explanation.rule, outcome?.kind !== 'notApplicable', say),
    ...rounding(node, say),
  ]
}

/** Points, what is still open, the maximum, and what somebody else published. */
function pointsSection(
  node: NodeScore,
  points: string,
  max: string,
  { sheet }: ReceiptContext,
  say: Speech,
): ReceiptSection {
  const { words } = say
  const { outcome, explanation } = node
  const poolId = outcome?.kind === 'missing' ? outcome.poolId : undefined
  const pool = sheet.pools.find(entry => entry.poolId === poolId)
  return {
    id: 'points',
    title: null,
    lines: [
      pair(words.score, points, {
        mark:
          outcome?.kind === 'scored'
            ? certaintyMark(pointsCertainty(node))
            : outcome?.kind === 'notApplicable'
              ? 'notApplicable'
              : 'missing',
        strong: true,
      }),
      ...(explanation ? possibleLines({ ...node, explanation }, say) : []),
      ...noteLines(pool && words.inPool(pickName(say.language, pool.name, pool.nameEn))),
      outcome?.kind === 'notApplicable' && explanation
        ? pair(words.max, words.notCounted(formatNumber(explanation.rule.maxPoints, say.language)), {
            mark: 'notApplicable',
            strong: true,
          })
        : pair(words.max, max, {
            mark: node.maxPoints === null ? 'missing' : certaintyMark(node.maxProvenance.certainty),
            strong: true,
          }),
      ...publishedLines('leaf', node.criterionId, sheet, say),
    ],
  }
}

/** The stage that a leaf's points belong to; none where we recomputed them from published figures. */
function stageOf(node: NodeScore, { sheet }: ReceiptContext): Stage | null {
  const decided = node.explanation?.decision?.stage ?? null
  const own = sheet.stage === 'published' && node.publishedPoints === null ? null : sheet.stage
  return decided ?? own
}

/** Points computed by an inferred rule are inferred until somebody decides or publishes the same leaf. */
function pointsCertainty({ explanation, publishedPoints, ruleKind }: NodeScore): Certainty {
  if (explanation === null) return 'stated'
  const taken = ruleKind === 'reported' || publishedPoints !== null || explanation.decision !== null
  const byRule = taken ? 'stated' : explanation.ruleProvenance.certainty
  return byRule === 'stated' ? explanation.pointsProvenance.certainty : byRule
}

/** The receipt of a group: what it is made up of and how that adds up. */
export function describeGroupReceipt(node: NodeScore, context: ReceiptContext): Receipt {
  const { sheet, ruleSet } = context
  const say = speechOf(context)
  const { words, language } = say
  const exempt = isExempt(node, sheet.nodes)
  const known = node.points?.kind === 'known' && !exempt ? node.points : null
  const lost = known && node.gapToMax && node.gapToMax.to !== '0' ? node.gapToMax : null
  const points = exempt ? words.notApplicable : known ? formatInterval(known, say.points) : words.unknown
  const max = node.maxPoints === null ? words.unknown : formatNumber(node.maxPoints, language)
  const members = membersOf(node.criterionId, context, say)
  const sum = node.sumRounding
    ? intervalText({ from: node.sumRounding.before, to: node.sumRounding.before }, say)
    : known && intervalText(known, say)
  const openStep = known && !isSettled(known) ? ruleSet.rounding.group : null
  const full = walkCriteria(ruleSet).find(place => place.criterion.id === node.criterionId)?.criterion
    .maxPoints
  return {
    nodeId: node.criterionId,
    code: node.code,
    title: pickName(language, node.name, node.nameEn),
    scope: context.scope,
    points,
    maxPoints: exempt ? null : max,
    lost: lost && formatInterval(lost, say.points),
    isFull: known !== null && lost === null,
    sections: [
      { id: 'members', title: words.members, lines: members.map(member => member.line) },
      ...(members.filter(member => member.term !== null).length < 2 || sum === null
        ? []
        : [
            {
              id: 'method',
              title: words.sum,
              lines: [
                formulaLine(`${sumText(members)} = ${sum}`),
                ...noteLines(openStep && words.sumRounded(words.places(openStep.places))),
              ],
            },
          ]),
      ...(node.sumRounding && !exempt
        ? [{ id: 'rounding', title: words.rounding, lines: roundingLines(node.sumRounding, say) }]
        : []),
      {
        id: 'points',
        title: null,
        lines: [
          pair(words.score, points, { strong: true }),
          ...maximumLines(exempt, hasExempt(node.criterionId, sheet.nodes), full ?? null, max, say),
          ...publishedLines('group', node.criterionId, sheet, say),
        ],
      },
      stage(sheet, node.publishedPoints !== null, say),
    ],
  }
}

/** The maximum of what applies, and of the whole where something does not. */
function maximumLines(
  exempt: boolean,
  partly: boolean,
  full: string | null,
  max: string,
  { words, language }: Speech,
): readonly ReceiptLine[] {
  const whole = full && formatNumber(full, language)
  if (exempt && whole)
    return [pair(words.max, words.notCounted(whole), { mark: 'notApplicable', strong: true })]
  return [pair(words.max, max, { strong: true }), ...noteLines(partly && whole ? words.ofFull(whole) : null)]
}

/** The receipt of leaves that are only known together. */
export function describePoolReceipt(pool: PoolScore, context: ReceiptContext): Receipt {
  const { sheet, documents } = context
  const say = speechOf(context)
  const { words, language } = say
  const settled = isSettled(pool.points)
  const points = settled ? say.points(pool.points.to) : words.notScored
  const members = sheet.nodes.filter(node => pool.criterionIds.includes(node.criterionId))
  return {
    nodeId: pool.poolId,
    code: '',
    title: pickName(language, pool.name, pool.nameEn),
    scope: context.scope,
    points,
    maxPoints: formatNumber(pool.maxPoints, language),
    lost: settled && pool.gapToMax.to !== '0' ? say.points(pool.gapToMax.to) : null,
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
          pair(words.score, points, {
            mark: settled ? certaintyMark(pool.pointsProvenance?.certainty ?? 'inferred') : 'missing',
            strong: true,
          }),
          ...(settled
            ? []
            : [
                pair(words.possible, words.range(say.points(pool.points.from), say.points(pool.points.to)), {
                  mark: 'missing',
                }),
              ]),
          ...noteLines(pool.pointsProvenance?.note),
          pair(words.max, formatNumber(pool.maxPoints, language), {
            mark: certaintyMark(pool.maxProvenance.certainty),
            strong: true,
          }),
          ...noteLines(pool.maxProvenance.note),
        ],
      },
      stage(sheet, true, say),
      source(words.source, pool.pointsProvenance ?? pool.maxProvenance, documents, [], say),
    ],
  }
}
