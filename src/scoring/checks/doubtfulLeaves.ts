import type { CheckCode, Finding } from '../../model/checks.ts'
import type { Form } from '../../model/form.ts'
import { sharesOf } from './sharesOf.ts'

/** Doubts that say a share is more than it can be, so that its points are not earned yet. */
const tooMuch: ReadonlySet<CheckCode> = new Set([
  'numerator-above-denominator',
  'share-above-100',
  'part-above-whole',
])

/**
 * Leaves whose share an open doubt calls too large. A doubt stands once, where its figures are asked for first;
 * every leaf that counts the same share is meant.
 */
export function doubtfulLeaves(form: Form, findings: readonly Finding[]): ReadonlySet<string> {
  const items = form.areas.flatMap(area => area.items)
  const rules = new Map(items.map(item => [item.nodeId, item.rule]))
  const open = findings.filter(each => each.accepted === null && tooMuch.has(each.code))
  const placed = new Set(open.flatMap(({ place }) => place.nodeId ?? []))
  const shares = new Set(
    open.flatMap(({ code, place: { nodeId, metricId } }) => {
      const rule = rules.get(nodeId ?? '')
      if (!rule || code !== 'numerator-above-denominator') return []
      return sharesOf(rule).flatMap(share => (share.numerator === metricId ? [keyOf(share)] : []))
    }),
  )
  return new Set(
    items.flatMap(({ nodeId, rule }) =>
      placed.has(nodeId) || sharesOf(rule).some(share => shares.has(keyOf(share))) ? [nodeId] : [],
    ),
  )
}

function keyOf({ numerator, denominators }: ReturnType<typeof sharesOf>[number]): string {
  return [numerator, ...denominators].join('|')
}
