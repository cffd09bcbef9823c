import type { RuleSet } from '../../model/ruleSet.ts'
import type { RuleSetIndex } from '../ruleSetIndex.ts'
import type { Scorable } from '../scoreLeaf.ts'
import type { ClaimCells } from './leafCells.ts'
import { added, literal, type Workings } from './workings.ts'

/**
 * Claims that count: numbers up to the maximum, not negative unless the rule gives negative points; claims of
 * a pool that come to more than the pool count for nothing.
 * @param claim cell of a claim; null where none may be made
 */
export function claimsOf(
  ruleSet: RuleSet,
  leaves: readonly Pick<Scorable, 'id' | 'maxPoints' | 'rule'>[],
  { poolOf }: RuleSetIndex,
  claim: (nodeId: string) => string | null,
  { put }: Workings,
): ReadonlyMap<string, ClaimCells> {
  const pools = new Map(ruleSet.pools.map(pool => [pool.id, pool]))
  const claims = leaves.flatMap(({ id, maxPoints, rule }) => {
    const cell = claim(id)
    if (cell === null) return []
    const pool = pools.get(poolOf.get(id) ?? '')
    const most = maxPoints ?? pool?.maxPoints ?? null
    const limits = [
      ...(most === null ? [] : [`${cell}<=${literal(most)}`]),
      ...(rule.kind === 'bonusPenalty' ? [] : [`${cell}>=0`]),
    ]
    const fits = limits.length === 0 ? 'TRUE()' : `AND(${limits.join(',')})`
    const counts = put(`${id}: điểm tự chấm hợp lệ`, `IF(ISNUMBER(${cell}),${fits},FALSE())`)
    return [{ id, cell, counts, pool }]
  })
  const fits = new Map(
    ruleSet.pools.map(pool => {
      const members = claims.filter(each => each.pool === pool)
      const together = added(members.map(({ cell, counts }) => `IF(${counts},${cell},0)`))
      return [
        pool,
        put(`${pool.name}: không vượt điểm chung`, `(${together})-${literal(pool.maxPoints)}<=0.00000000001`),
      ]
    }),
  )
  return new Map(
    claims.map(({ id, cell, counts, pool }) => {
      const inPool = pool && fits.get(pool)
      return [
        id,
        {
          points: cell,
          counts: inPool ? put(`${id}: điểm tự chấm được tính`, `AND(${counts},${inPool})`) : counts,
        },
      ]
    }),
  )
}
