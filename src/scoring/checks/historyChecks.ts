import { ruleLooksBack } from '../../model/criteria.ts'
import type { Decimal } from '../../model/exact.ts'
import type { FormItem } from '../../model/form.ts'
import { parsePeriod, precedes } from '../../model/period.ts'
import type { Metric } from '../../model/ruleSet.ts'
import {
  compare,
  divide,
  isZero,
  larger,
  multiply,
  negate,
  parseExact,
  type Rational,
  smaller,
  whole,
} from '../exact.ts'
import { type CheckContext, type CheckRun, enteredOf, found, run } from './checkContext.ts'
import { figureText, nameText, numberText, periodText, timesText } from './checkTexts.ts'

/** What does not go with the period before. */
export function historyChecks(context: CheckContext): readonly CheckRun[] {
  const { previous, draft } = context
  const failed = notLoaded(context)
  if (!previous || parsePeriod(previous.period)?.kind !== parsePeriod(draft.period)?.kind) return failed
  const pairs = pairsOf(context)
  const sameYear = parsePeriod(previous.period)?.year === parsePeriod(draft.period)?.year
  const before = periodText(previous.period)
  return [
    ...failed,
    ...run('tenfold-jump', pairs, pair => tenfold(pair, before)),
    ...run('cumulative-falls', sameYear ? pairs.filter(({ metric }) => metric.isCumulative) : [], pair =>
      falls(pair, before),
    ),
    ...repeats(pairs, before),
  ]
}

/** Said once for the draft, and at every leaf that waits for it. */
function notLoaded({ previousFailed, items, draft }: CheckContext): readonly CheckRun[] {
  if (previousFailed === undefined) return []
  const code = 'previous-not-loaded'
  const before = periodText(previousFailed)
  const whole = found(
    {
      code,
      severity: 'notice',
      text: {
        vi: `Chưa tải được số liệu kỳ trước (${before.vi}), nên chưa đối chiếu với kỳ đó`,
        en: `The figures of the period before (${before.en}) could not be loaded, so nothing is compared with it`,
      },
    },
    { part: 'whole' },
    [previousFailed],
  )
  // Growth only means the period right before; another one would not have told it anyway.
  const waiting = precedes(previousFailed, draft.period)
    ? items.filter(({ rule }) => ruleLooksBack(rule))
    : []
  const leaves = waiting.map(({ nodeId }) =>
    found(
      {
        code,
        severity: 'notice',
        text: {
          vi: `chưa tính được mức tăng, giảm vì chưa tải được số liệu ${before.vi}`,
          en: `the change cannot be told: the figures of ${before.en} could not be loaded`,
        },
      },
      { nodeId, part: 'field' },
      [previousFailed],
    ),
  )
  return [{ code, findings: [...leaves, whole] }]
}

type Period = ReturnType<typeof periodText>

/** One figure of this period and of the one before. */
type Pair = {
  readonly item: FormItem
  readonly metric: Metric
  readonly now: Decimal
  readonly was: Decimal
}

function pairsOf({ asked, entered, previous }: CheckContext): readonly Pair[] {
  if (!previous) return []
  const earlier = enteredOf(previous.values)
  return asked.flatMap(({ item, field: { metric } }) => {
    const [now, was] = [entered.get(metric.id), earlier.get(metric.id)]
    const counts = metric.valueType === 'count' || metric.valueType === 'number'
    return counts && now !== undefined && was !== undefined ? [{ item, metric, now, was }] : []
  })
}

const ten = whole(10)
const small = whole(10)
const notLarge = whole(100)

/**
 * Ten times as much, or a tenth: a digit too many or too few. Nothing against something says nothing of digits,
 * and neither do small numbers: from 2 conferences to 25 is a busy month. So a jump counts from 10 on, or where
 * it ends (or began) at 100 or more.
 */
function tenfold({ item, metric, now, was }: Pair, before: Period) {
  const [today, earlier] = [now, was].map(value => size(parseExact(value)))
  if (!today || !earlier || isZero(today) || isZero(earlier)) return null
  const [low, high] = [smaller(today, earlier), larger(today, earlier)]
  if (compare(high, multiply(low, ten)) < 0) return null
  if (compare(low, small) < 0 && compare(high, notLarge) < 0) return null
  const times = timesText(divide(high, low))
  const isUp = compare(today, earlier) > 0
  const [new_, old] = [figureText(now, metric), figureText(was, metric)]
  return found(
    {
      code: 'tenfold-jump',
      severity: 'doubt',
      text: {
        vi: `${nameText(metric).vi} là ${new_.vi}, ${isUp ? 'gấp' : 'giảm'} ${times.vi} lần so với ${before.vi} (${old.vi})`,
        en: `${nameText(metric).en} is ${new_.en}, ${times.en} times ${isUp ? 'as much as' : 'less than'} in ${before.en} (${old.en})`,
      },
    },
    { nodeId: item.nodeId, metricId: metric.id, part: 'field' },
    [now, was],
  )
}

function size(value: Rational): Rational {
  return larger(value, negate(value))
}

function falls({ item, metric, now, was }: Pair, before: Period) {
  if (compare(parseExact(now), parseExact(was)) >= 0) return null
  const [new_, old] = [figureText(now, metric), figureText(was, metric)]
  return found(
    {
      code: 'cumulative-falls',
      severity: 'doubt',
      text: {
        vi: `${nameText(metric).vi} là số lũy kế nhưng giảm từ ${old.vi} (${before.vi}) xuống ${new_.vi}`,
        en: `${nameText(metric).en} is counted up over the year, yet it falls from ${old.en} (${before.en}) to ${new_.en}`,
      },
    },
    { nodeId: item.nodeId, metricId: metric.id, part: 'field' },
    [now, was],
  )
}

/** Fewer equal numbers may well be chance. */
const fewest = 3

/** A form that was copied from the period before and sent as it was. */
function repeats(pairs: readonly Pair[], before: Period): readonly CheckRun[] {
  const counts = pairs.filter(
    ({ metric, now, was }) =>
      metric.valueType === 'count' && !(isZero(parseExact(now)) && isZero(parseExact(was))),
  )
  if (counts.length < fewest) return []
  const isSame = counts.every(({ now, was }) => compare(parseExact(now), parseExact(was)) === 0)
  const count = numberText(String(counts.length))
  const finding = found(
    {
      code: 'same-as-last-period',
      severity: 'doubt',
      text: {
        vi: `Cả ${count.vi} số đếm khác 0 đều giống hệt ${before.vi}: đã nhập số mới chưa?`,
        en: `All ${count.en} counts that are not 0 are the same as in ${before.en}: are these the new ones?`,
      },
    },
    { part: 'whole' },
    counts.map(({ metric, now }) => `${metric.id}=${now}`),
  )
  return [{ code: 'same-as-last-period', findings: isSame ? [finding] : [] }]
}
