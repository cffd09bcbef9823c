import { isSettled, toPlotNumber } from '../model/exact.ts'
import type { AreaShares } from '../model/scoreSheet.ts'

type Point = { readonly x: number; readonly y: number }

/** One area on its spoke; coordinates are shares (−1…1) of the radius, up is −1. */
export type RadarSpoke = {
  readonly nodeId: string
  /** End of the spoke at 100%. */
  readonly end: Point
  /** What is surely reached; null where nobody knows, which is not zero. */
  readonly at: Point | null
  /** Where missing figures still allow it to reach; null when it is settled. */
  readonly open: Point | null
}

export type Radar = {
  readonly spokes: readonly RadarSpoke[]
  /** Lines between neighbours that are both known. */
  readonly edges: readonly { readonly from: Point; readonly to: Point; readonly sure: boolean }[]
  /** Corners of the filled shape; empty unless every area is known. */
  readonly shape: readonly Point[]
  /** Rings at 25, 50, 75 and 100%. */
  readonly rings: readonly (readonly Point[])[]
}

/** Fewer areas make no shape, more no readable one. */
export const radarAreas = { least: 3, most: 8 } as const

/** A radar of areas as shares of their maximum; null where it would say nothing. */
export function buildRadar({ areas }: AreaShares): Radar | null {
  if (areas.length < radarAreas.least || areas.length > radarAreas.most) return null
  if (areas.filter(area => area.percent !== null).length < radarAreas.least) return null
  const direction = (index: number): Point => {
    const angle = (2 * Math.PI * index) / areas.length - Math.PI / 2
    return { x: Math.cos(angle), y: Math.sin(angle) }
  }
  const along = ({ x, y }: Point, share: number): Point => ({ x: x * share, y: y * share })
  const share = (percent: string) => Math.min(Math.max(toPlotNumber(percent) / 100, 0), 1)
  const spokes = areas.map(({ criterionId, percent }, index): RadarSpoke => {
    const end = direction(index)
    return {
      nodeId: criterionId,
      end,
      at: percent && along(end, share(percent.from)),
      open: percent && !isSettled(percent) ? along(end, share(percent.to)) : null,
    }
  })
  const edges = spokes.flatMap((spoke, index) => {
    const next = spokes[(index + 1) % spokes.length]
    if (!spoke.at || !next?.at) return []
    return [{ from: spoke.at, to: next.at, sure: spoke.open === null && next.open === null }]
  })
  const corners = spokes.flatMap(spoke => spoke.at ?? [])
  return {
    spokes,
    edges,
    shape: corners.length === spokes.length ? corners : [],
    rings: [0.25, 0.5, 0.75, 1].map(each => spokes.map(spoke => along(spoke.end, each))),
  }
}
