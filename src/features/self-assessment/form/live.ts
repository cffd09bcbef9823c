import type { Interval } from '../../../model/exact.ts'
import type { FormItem } from '../../../model/form.ts'
import type { FigureChange } from '../../../model/nextActions.ts'
import type { AdjustmentScore, NodeScore } from '../../../model/scoreSheet.ts'
import { pointsFormat } from '../../../receipt/pointsFormat.ts'
import type { Assessment, ItemNeed } from '../../../state/assessment/assessment.ts'
import { formatDate, formatNumber, formatPercent, type Language } from '../../../ui/formatNumber.ts'
import { pickName } from '../../../ui/language.tsx'
import { isNotProposed } from './notProposed.ts'
import { adjustmentBar, type BarParts, barOf } from './pointsBar.ts'
import type { FormWords } from './words.ts'

/** A sentence with the one thing in it that counts. */
export type Stressed = { readonly before: string; readonly amount: string; readonly after: string }

/** What stands beside the fields of an item. */
export type Live = {
  readonly kind: 'scored' | 'open' | 'waits' | 'notApplicable' | 'watched'
  /** Points, or the word that stands for them. */
  readonly points: string
  /** After the slash; null where there is none. */
  readonly maximum: string | null
  /** "mất 0,88" */
  readonly lost: string | null
  readonly isFull: boolean
  readonly bar: BarParts | null
  readonly note: Stressed | string | null
}

/** Points, bar and need of one item, as far as its figures go. */
export function liveOf(
  item: FormItem,
  assessment: Pick<Assessment, 'nodes' | 'sheet' | 'needs' | 'submission' | 'ruleSet' | 'doubtful'>,
  words: FormWords,
  language: Language,
): Live | null {
  const format = pointsFormat(assessment.ruleSet, language)
  const need = assessment.needs.get(item.nodeId) ?? null
  if (item.effect !== 'criterion') {
    const score = assessment.sheet.adjustments.find(each => each.adjustmentId === item.nodeId)
    return score
      ? adjustmentLive(score, isNotProposed(score, item, assessment.submission), words, language)
      : null
  }
  const node = assessment.nodes.get(item.nodeId)
  if (!node) return null
  const live = nodeLive(node, item, need, assessment.submission, words, language, format)
  return assessment.doubtful.has(item.nodeId) && live.kind === 'scored'
    ? { ...live, isFull: false, note: words.doubtful }
    : live
}

type Format = (points: string) => string

function nodeLive(
  node: NodeScore,
  item: FormItem,
  need: ItemNeed | null,
  submission: Assessment['submission'],
  words: FormWords,
  language: Language,
  format: Format,
): Live {
  const { outcome, maxPoints } = node
  const maximum = maxPoints === null ? null : formatNumber(maxPoints, language)
  const base = { maximum, lost: null, isFull: false, bar: null, note: null }
  const plain = (value: string) => formatNumber(value, language)
  if (item.filledBy === 'watched') return { ...base, kind: 'watched', points: words.watched, maximum: null }
  const waiting = (whom: 'survey' | 'review', range: Interval): Live => ({
    ...base,
    kind: 'waits',
    points: words.waits,
    bar: barOf(range, maxPoints, true),
    note: (whom === 'survey' ? words.waitsSurvey : words.waitsReview)(plain(range.from), plain(range.to)),
  })
  switch (outcome?.kind) {
    case 'scored': {
      const { gapToMax } = node
      const isFull = gapToMax?.to === '0'
      const lost = gapToMax && !isFull ? gapToMax.to : null
      return {
        ...base,
        kind: 'scored',
        points: format(outcome.points),
        lost: lost === null ? null : words.lost(format(lost)),
        isFull,
        bar: barOf({ from: outcome.points, to: outcome.points }, maxPoints, outcome.certainty === 'stated'),
        note:
          claimText(node, outcome.points, need, words, format) ??
          (node.notIncurred
            ? words.notIncurred
            : lost === null || need === null
              ? null
              : needText(need, lost, item, submission, words, language, format)),
      }
    }
    case 'notApplicable':
      return {
        ...base,
        kind: 'notApplicable',
        points: words.notApplicable,
        maximum: null,
        note: outcome.reason[language],
      }
    case 'pendingReview':
      return waiting(outcome.assessedBy, outcome.range)
    default: {
      // Whose figures they are decides what is waited for.
      if (outcome && (item.filledBy === 'survey' || item.filledBy === 'review'))
        return waiting(item.filledBy, outcome.range)
      const range = outcome?.range
      const isClaim = item.filledBy === 'claim'
      return {
        ...base,
        kind: 'open',
        points: words.notScored,
        bar: range ? barOf(range, maxPoints, true) : null,
        note:
          range && maxPoints !== null
            ? (isClaim ? words.waitsForClaim : words.waitsFor)(plain(range.from), plain(range.to))
            : isClaim
              ? words.waitsForUnknownClaim
              : words.waitsForUnknown,
      }
    }
  }
}

function adjustmentLive(
  { effect, ceiling, outcome, points }: AdjustmentScore,
  isNotProposed: boolean,
  words: FormWords,
  language: Language,
): Live {
  const base = {
    maximum: formatNumber(ceiling, language),
    lost: null,
    isFull: false,
    bar: adjustmentBar(effect, points, ceiling, outcome.kind !== 'scored' || outcome.certainty === 'stated'),
    note: null,
  }
  const plain = (value: string) => formatNumber(value, language)
  if (outcome.kind === 'scored')
    return {
      ...base,
      kind: 'scored',
      note: isNotProposed ? words.notProposed : null,
      points: formatNumber(
        effect === 'penalty' && points.to !== '0' ? `-${points.to}` : points.to,
        language,
        {
          signed: effect === 'bonus',
        },
      ),
    }
  if (outcome.kind === 'notApplicable')
    return {
      ...base,
      kind: 'notApplicable',
      points: words.notApplicable,
      maximum: null,
      bar: null,
      note: outcome.reason[language],
    }
  return {
    ...base,
    kind: outcome.kind === 'missing' ? 'open' : 'waits',
    points: outcome.kind === 'missing' ? words.notScored : words.waits,
    note: words.waitsFor(plain(points.from), plain(points.to)),
  }
}

/** That a claim is not what the figures come to, and what that is. */
function claimText(
  { explanation }: NodeScore,
  points: string,
  need: ItemNeed | null,
  words: FormWords,
  format: Format,
): string | null {
  const decision = explanation?.decision
  if (decision?.stage !== 'selfAssessment' || decision.computed === null || decision.computed === points)
    return null
  // A need says "decided" where the figures alone would give more.
  const say = need?.reason.kind === 'decided' ? words.claimedBelow : words.claimedAbove
  return say(format(decision.computed))
}

/** "Còn 14 thủ tục để đạt tối đa (31/38)", as far as one figure decides it. */
function needText(
  { change, points, reason }: ItemNeed,
  lost: string,
  item: FormItem,
  submission: Assessment['submission'],
  words: FormWords,
  language: Language,
  format: Format,
): Stressed | string {
  if (change === null || points === null) {
    if (reason.kind !== 'belowTarget') return words.reasons[reason.kind]
    const say = reason.direction === 'higherIsBetter' ? words.percentOfTarget : words.percentAboveTarget
    return say(formatPercent(reason.percent, language), formatPercent(reason.targetPercent, language))
  }
  const unit = pickName(language, change.unit, change.unitEn)
  const name = pickName(language, change.name, change.nameEn)
  if (change.valueType === 'flag')
    return {
      before: `${(change.to === '0' ? words.answerNo : words.answerYes)(name)} `,
      amount: words.wins(format(points)),
      after: '',
    }
  if (change.change === null || change.valueType === 'option')
    return { before: `${name}: `, amount: words.wins(format(points)), after: '' }
  const isLess = change.change.startsWith('-')
  const amount = formatNumber(change.change.replace('-', ''), language)
  if (change.valueType === 'date')
    return {
      before: `${(isLess ? words.earlier : words.later)(amount)} (${formatDate(change.to)}): `,
      amount: words.wins(format(points)),
      after: '',
    }
  const counted = unit.trim() === '%' ? `${amount}%` : `${amount}\u00a0${unit}`
  if (points !== lost) return (isLess ? words.fewerWins : words.moreWins)(counted, format(points))
  const said = (isLess ? words.fewer : words.more)(counted)
  return { ...said, after: `${said.after}${shareAfter(change, item, submission, language)}` }
}

/** " (31/38)": the share as it would be, where the figure is one half of one. */
function shareAfter(
  { metricId, to }: FigureChange,
  { groups }: FormItem,
  { values }: Assessment['submission'],
  language: Language,
): string {
  const fraction = groups.find(
    group => group.layout === 'fraction' && group.fields.some(field => field.metric.id === metricId),
  )
  if (!fraction) return ''
  const figures = fraction.fields.map(({ metric }) => {
    if (metric.id === metricId) return to
    const value = values.find(each => each.metricId === metric.id)
    return value?.state === 'entered' ? value.value : null
  })
  return figures.every(figure => figure !== null)
    ? ` (${figures.map(figure => formatNumber(figure, language)).join('/')})`
    : ''
}
