import { compare, isZero, parseExact } from '../exact.ts'
import { type CheckContext, type CheckRun, enteredOf, found, run } from './checkContext.ts'
import { figureText, nameText, numberText } from './checkTexts.ts'
import { sharesOf } from './sharesOf.ts'

/** Fewer others with the same number may well be chance. */
const fewest = 3

/**
 * A number that every agency of the group reports alike: often one that stood in the template. What is only
 * counted against may well be the same for all, such as the services on a list of the province: a notice.
 */
export function peerChecks({ asked, items, entered, peers }: CheckContext): readonly CheckRun[] {
  const shares = items.flatMap(item => sharesOf(item.rule))
  const parts = new Set(shares.map(share => share.numerator))
  const wholes = new Set(shares.flatMap(share => share.denominators).filter(id => !parts.has(id)))
  const others = peers.map(peer => enteredOf(peer.values))
  const counts = asked.flatMap(({ item, field: { metric } }) => {
    const now = entered.get(metric.id)
    if (metric.valueType !== 'count' || now === undefined || isZero(parseExact(now))) return []
    const values = others.flatMap(each => each.get(metric.id) ?? [])
    return values.length >= fewest ? [{ item, metric, now, values }] : []
  })
  return run('same-everywhere', counts, ({ item, metric, now, values }) => {
    const own = parseExact(now)
    if (values.some(value => compare(parseExact(value), own) !== 0)) return null
    const [figure, count] = [figureText(now, metric), numberText(String(values.length))]
    return found(
      {
        code: 'same-everywhere',
        severity: wholes.has(metric.id) ? 'notice' : 'doubt',
        text: {
          vi: `${nameText(metric).vi} là ${figure.vi}, giống hệt ${count.vi} đơn vị khác cùng nhóm: có phải số của đơn vị mình?`,
          en: `${nameText(metric).en} is ${figure.en}, the same as ${count.en} other agencies of the group: is it your own?`,
        },
      },
      { nodeId: item.nodeId, metricId: metric.id, part: 'field' },
      [now, String(values.length)],
    )
  })
}
