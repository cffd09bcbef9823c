import type { PeerRange, ReviewedAgency } from '../../model/roundState.ts'
import { peerRange } from '../../scoring/review/peerRange.ts'

/** Ranges by group and leaf, kept until a sheet of the group changes. */
export function createPeers() {
  type Known = { readonly group: readonly ReviewedAgency[]; readonly ranges: Map<string, PeerRange | null> }
  const known = new Map<string, Known>()
  return (agencies: ReadonlyMap<string, ReviewedAgency>, workloadMetricId: string | null) => {
    const fresh = new Map<string, Known>()
    const ofGroup = (groupId: string): Known => {
      const looked = fresh.get(groupId)
      if (looked) return looked
      const group = [...agencies.values()].filter(each => each.groupId === groupId)
      const was = known.get(groupId)
      const isSameGroup =
        was?.group.length === group.length &&
        group.every((each, index) => each.sheet === was.group[index]?.sheet)
      const now = was && isSameGroup ? was : { group, ranges: new Map<string, PeerRange | null>() }
      known.set(groupId, now)
      fresh.set(groupId, now)
      return now
    }
    return (groupId: string, nodeId: string): PeerRange | null => {
      const { group, ranges } = ofGroup(groupId)
      const found = ranges.get(nodeId)
      if (found !== undefined) return found
      const range = peerRange(group, nodeId, workloadMetricId)
      ranges.set(nodeId, range)
      return range
    }
  }
}
