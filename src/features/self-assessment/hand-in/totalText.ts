import type { NodePoints } from '../../../model/scoreSheet.ts'
import { formatInterval } from '../../../receipt/pointsFormat.ts'

/** "67,49–73,49", or "ít nhất 41,2" where a part is nowhere stated. */
export function totalText(
  points: NodePoints,
  format: (points: string) => string,
  atLeast: (points: string) => string,
): string {
  return points.kind === 'known' ? formatInterval(points, format) : atLeast(format(points.atLeast))
}
