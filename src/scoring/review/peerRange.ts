import type { PeerRange, ReviewedAgency } from '../../model/roundState.ts'
import { add, compare, divide, formatExact, parseExact, whole } from '../exact.ts'
import { leavesIn, settledPoints } from './leafPoints.ts'

/**
 * Lowest, middle and highest points of one leaf among the agencies of a group. Who had nothing to count in the
 * period ("không phát sinh") says nothing of the others.
 * @param workloadMetricId count that says how much came in; null: none
 * @returns null where fewer than two have settled points
 */
export function peerRange(
  agencies: readonly Pick<ReviewedAgency, 'sheet' | 'values'>[],
  nodeId: string,
  workloadMetricId: string | null,
): PeerRange | null {
  const points = agencies
    .flatMap(agency => {
      if (isIdle(agency, workloadMetricId)) return []
      const settled = settledAt(agency.sheet, nodeId)
      return settled === null ? [] : [parseExact(settled)]
    })
    .toSorted(compare)
  const [lowest, highest] = [points[0], points.at(-1)]
  const [low, high] = [points[(points.length - 1) >> 1], points[points.length >> 1]]
  if (points.length < 2 || !lowest || !highest || !low || !high) return null
  return {
    lowest: formatExact(lowest),
    median: formatExact(low === high ? low : divide(add(low, high), whole(2))),
    highest: formatExact(highest),
    of: points.length,
  }
}

/** As in the comparison of agencies: nothing came in and points rest on 0/0. */
export function isIdle(
  { sheet, values }: Pick<ReviewedAgency, 'sheet' | 'values'>,
  workloadMetricId: string | null,
): boolean {
  const workload = workloadMetricId === null ? undefined : values.get(workloadMetricId)
  return workload?.state === 'entered' && workload.value === '0' && sheet.total.notIncurredLeaves > 0
}

/** Looked up leaf by leaf for a hundred agencies, so each sheet is taken apart once. */
const known = new WeakMap<ReviewedAgency['sheet'], ReturnType<typeof leavesIn>>()

function settledAt(sheet: ReviewedAgency['sheet'], nodeId: string) {
  const leaves = known.get(sheet) ?? leavesIn(sheet)
  known.set(sheet, leaves)
  return settledPoints(leaves.get(nodeId))
}
