import { type FigureReading, readFigure } from '../../io/figures/readFigure.ts'
import type { Claim, Draft } from '../../model/draft.ts'
import type { Form, FormItem } from '../../model/form.ts'
import type { Decision } from '../../model/submission.ts'
import type { RefusedClaim } from '../../scoring/checks/checkInput.ts'
import { compare, parseExact, sum, zero } from '../../scoring/exact.ts'
import { en, vi } from '../../scoring/lint/report.ts'

/** Points an agency claims: what the texts say, which of them count, and why others do not. */
export type ReadClaims = {
  readonly readings: ReadonlyMap<string, FigureReading>
  readonly decisions: readonly Decision[]
  readonly refused: readonly RefusedClaim[]
}

const points = { valueType: 'number', unit: 'điểm' } as const

/**
 * Reads the claims of a draft in the order of the form.
 *
 * A claim above the maximum counts for nothing until it is mended, and neither do claims of a pool that come
 * to more than the pool: nobody knows which of them is wrong. A doubtful text has the one reading that is not
 * above the maximum ("2,125" of at most 6).
 */
export function readClaims(draft: Pick<Draft, 'claims'>, form: Form): ReadClaims {
  const readings = new Map<string, FigureReading>()
  const refused: RefusedClaim[] = []
  const counted: { readonly item: FormItem; readonly decision: Decision }[] = []
  for (const item of form.areas.flatMap(area => area.items)) {
    const claim = draft.claims.get(item.nodeId)
    if (!claim || !item.canClaim) continue
    const reading = readClaim(claim, item)
    readings.set(item.nodeId, reading)
    if (reading.kind !== 'value') continue
    const fault = faultOf(item, reading.value)
    if (fault) refused.push(fault)
    else counted.push({ item, decision: decisionOf(item, claim, reading.value) })
  }
  const overfull = overfullPools(counted)
  return {
    readings,
    decisions: counted.flatMap(({ item, decision }) =>
      item.pool && overfull.has(item.pool.id) ? [] : [decision],
    ),
    refused: [...refused, ...counted.flatMap(({ item }) => overfullClaim(item, overfull))],
  }
}

function readClaim({ text }: Claim, item: FormItem): FigureReading {
  const reading = readFigure(text, points)
  const most = mostOf(item)
  if (reading.kind !== 'unclear' || most === null) return reading
  const possible = reading.choices.filter(choice => compare(parseExact(choice.value), parseExact(most)) <= 0)
  const [only, other] = possible
  return only && !other ? { kind: 'value', value: only.value, isRead: true } : reading
}

/** Most that one leaf can earn; of a pool all of it. */
function mostOf({ maxPoints, pool }: FormItem): string | null {
  return maxPoints ?? pool?.maxPoints ?? null
}

function decisionOf({ nodeId }: FormItem, { reason = '' }: Claim, value: string): Decision {
  return {
    criterionId: nodeId,
    stage: 'selfAssessment',
    points: value,
    ...(reason.trim() !== '' && { reason }),
  }
}

function faultOf(item: FormItem, value: string): RefusedClaim | null {
  const most = mostOf(item)
  const claimed = parseExact(value)
  if (most !== null && compare(claimed, parseExact(most)) > 0)
    return {
      criterionId: item.nodeId,
      code: 'claim-above-maximum',
      message: aboveMaximum(value, most, item.maxPoints === null),
    }
  if (compare(claimed, zero) < 0 && item.rule.kind !== 'bonusPenalty')
    return {
      criterionId: item.nodeId,
      code: 'unreadable-figure',
      message: {
        vi: `điểm tự chấm ${vi(value)} không được âm`,
        en: `claimed points must not be negative: ${en(value)}`,
      },
    }
  return null
}

/** @param isShared the maximum is of several criteria together, and nobody knows that of this one */
function aboveMaximum(value: string, most: string, isShared: boolean): RefusedClaim['message'] {
  const limit = isShared
    ? {
        vi: `vượt ${vi(most)}\u00a0điểm, mức chung của các tiêu chí chưa rõ điểm tối đa riêng`,
        en: `above the ${en(most)}\u00a0points shared by the criteria whose own maximum is not known`,
      }
    : { vi: `vượt điểm tối đa ${vi(most)}`, en: `above the maximum ${en(most)}` }
  return {
    vi: `tự chấm ${vi(value)}\u00a0điểm, ${limit.vi}; chưa tính điểm này`,
    en: `${en(value)}\u00a0points claimed, ${limit.en}; they do not count yet`,
  }
}

type Counted = { readonly item: FormItem; readonly decision: Decision }

/** Pools whose claims together exceed their maximum, with what they come to. */
function overfullPools(counted: readonly Counted[]) {
  const byPool = new Map<string, Counted[]>()
  for (const each of counted)
    if (each.item.pool) byPool.set(each.item.pool.id, [...(byPool.get(each.item.pool.id) ?? []), each])
  return new Map(
    [...byPool].flatMap(([id, members]) => {
      const together = sum(members.map(({ decision }) => parseExact(decision.points)))
      const max = members[0]?.item.pool?.maxPoints ?? '0'
      return compare(together, parseExact(max)) > 0 ? [[id, together] as const] : []
    }),
  )
}

function overfullClaim(
  { nodeId, pool }: FormItem,
  overfull: ReturnType<typeof overfullPools>,
): readonly RefusedClaim[] {
  const together = pool && overfull.get(pool.id)
  if (!together) return []
  return [
    {
      criterionId: nodeId,
      code: 'claim-above-maximum',
      message: {
        vi: `các tiêu chí cùng nhóm tự chấm ${vi(together)}\u00a0điểm, vượt điểm tối đa chung ${vi(pool.maxPoints)}; chưa tính điểm nào của nhóm`,
        en: `the criteria that share a maximum claim ${en(together)}\u00a0points, above the ${en(pool.maxPoints)} they have together; none of them counts yet`,
      },
    },
  ]
}
