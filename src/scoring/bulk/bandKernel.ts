import type { BandTable, PointBand } from '../../model/rules.ts'
import { parseExact } from '../exact.ts'
import { inUnits, type KernelContext } from './context.ts'
import { commonDivisor, fraction, type Kernel, kernelOf, type Lane, longest, writeLong } from './lane.ts'
import { isMeasuredAt } from './subjectKernel.ts'

/** Turns a measured value into the points of its band. */
export function bandKernel(table: BandTable, subject: Kernel, context: KernelContext): Kernel {
  return kernelOf(prepareBands(table, subject, context), bandLoop)
}

function prepareBands({ bands, otherwise }: BandTable, subject: Kernel, context: KernelContext) {
  const count = bands.length
  const [low, high] = [edgesOf(bands, 'from', -1), edgesOf(bands, 'to', 1)]
  const worth = [...bands.map(band => band.points), ...(otherwise === undefined ? [] : [otherwise])].map(
    points => inUnits(context, parseExact(points)),
  )
  const scale = worth.reduce((common, { bottom }) => (common / commonDivisor(common, bottom)) * bottom, 1)
  const points = Float64Array.from(worth, ({ top, bottom }) => top * (scale / bottom))
  const edges = [...low.top, ...low.bottom, ...high.top, ...high.bottom].map(Math.abs)
  const widest = Math.max(...edges, 1)
  const room = longest / widest
  return { subject, count, low, high, points, scale, room, isWhole: scale === 1 && context.max.bottom === 1 }
}

/** The first band whose edges a value passes. */
function bandLoop(
  { subject, count, low, high, points, scale, room, isWhole }: ReturnType<typeof prepareBands>,
  from: number,
  rows: number,
  out: Lane,
): boolean {
  subject(from, rows, out)
  const { top, bottom } = out
  for (let at = 0; at < rows; at += 1) {
    const value = top[at] as number
    if (Number.isNaN(value)) {
      isMeasuredAt(out, at)
      continue
    }
    const below = bottom[at] as number
    let band = 0
    for (; band < count; band += 1) {
      // value ÷ below against the edges, multiplied out; an open edge is -1 ÷ 0 or 1 ÷ 0.
      const past = value * (low.bottom[band] as number) - (low.top[band] as number) * below
      const short = (high.top[band] as number) * below - value * (high.bottom[band] as number)
      if (
        (past > 0 || (past === 0 && low.inclusive[band] === 1)) &&
        (short > 0 || (short === 0 && high.inclusive[band] === 1))
      )
        break
    }
    // A gap in the table leaves the points open; the exact path says how.
    if (!(Math.abs(value) <= room && below <= room) || band === points.length) writeLong(out, at)
    else {
      top[at] = points[band] as number
      bottom[at] = scale
    }
  }
  return isWhole
}

function edgesOf(bands: readonly PointBand[], side: 'from' | 'to', open: 1 | -1) {
  const edges = bands.map(band => {
    const text = band[side]
    return text === undefined ? { top: open, bottom: 0 } : fraction(parseExact(text))
  })
  return {
    top: Float64Array.from(edges, edge => edge.top),
    bottom: Float64Array.from(edges, edge => edge.bottom),
    inclusive: Uint8Array.from(bands, band =>
      (side === 'from' ? !band.fromExclusive : band.toInclusive) ? 1 : 0,
    ),
  }
}
