import { type Exact, toPlotNumber } from '../../../model/exact.ts'
import type { PeerRange } from '../../../model/roundState.ts'

/** Where the agencies of the group lie and where this one does; the numbers stand beside it. */
export function PeerRangeMark({
  peers,
  own,
  max,
}: {
  peers: PeerRange
  /** null: open. */
  own: Exact | null
  /** null: unknown; then the highest of the group is the end. */
  max: Exact | null
}) {
  const end = Math.max(toPlotNumber(max ?? peers.highest), toPlotNumber(peers.highest))
  const start = Math.min(0, toPlotNumber(peers.lowest))
  const at = (value: Exact) =>
    end === start ? 0 : Math.max(0, Math.min(100, ((toPlotNumber(value) - start) / (end - start)) * 100))
  const [low, mid, high] = [at(peers.lowest), at(peers.median), at(peers.highest)]
  return (
    <svg className="rvd-range" width="100%" height="7" aria-hidden="true">
      <line x1="0%" x2="100%" y1="3.5" y2="3.5" className="rvd-range-all" />
      <line x1={`${low}%`} x2={`${high}%`} y1="3.5" y2="3.5" className="rvd-range-span" />
      <line x1={`${mid}%`} x2={`${mid}%`} y1="0.5" y2="6.5" className="rvd-range-mid" />
      {own !== null && <circle cx={`${at(own)}%`} cy="3.5" r="2.6" className="rvd-range-own" />}
    </svg>
  )
}
