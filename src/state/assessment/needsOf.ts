import type { NodeScore } from '../../model/scoreSheet.ts'
import { itemNeed } from '../../scoring/actions/itemNeed.ts'
import type { Scored } from '../../scoring/scoreSubmission.ts'
import type { ItemNeed } from './assessment.ts'

/**
 * What each leaf still needs, worked out when it is asked for: a search takes longer than a key stroke should,
 * and only the leaves in sight are asked. A leaf that did not change answers with the same object.
 */
export function needsOf(
  scored: Scored,
  nodes: ReadonlyMap<string, NodeScore>,
): ReadonlyMap<string, ItemNeed> {
  const get = (id: string): ItemNeed | undefined => {
    const node = nodes.get(id)
    return (node && itemNeed(scored, node)) ?? undefined
  }
  const all = () =>
    new Map(
      [...nodes.keys()].flatMap(id => {
        const need = get(id)
        return need ? [[id, need] as const] : []
      }),
    )
  return {
    get,
    has: id => get(id) !== undefined,
    get size() {
      return all().size
    },
    forEach: (each, thisArg) => all().forEach(each, thisArg),
    entries: () => all().entries(),
    keys: () => all().keys(),
    values: () => all().values(),
    [Symbol.iterator]: () => all()[Symbol.iterator](),
  }
}
