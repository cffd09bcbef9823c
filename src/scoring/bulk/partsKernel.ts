import type { RulePart } from '../../model/rules.ts'
import {
  compareFractions,
  type Kernel,
  kernelOf,
  type Lane,
  longest,
  missing,
  newLane,
  writeLong,
  writeOpen,
} from './lane.ts'

export type PartKernels = readonly { readonly part: RulePart; readonly kernel: Kernel }[]

/** Kernels of parts, each with scratch of its own. */
type Parts = readonly { readonly kernel: Kernel; readonly lane: Lane }[]

const withLanes = (parts: PartKernels): Parts => parts.map(({ kernel }) => ({ kernel, lane: newLane() }))

/** Sum of parts over one bottom; a part that does not apply goes the exact way. */
export function sumKernel(parts: PartKernels): Kernel {
  return kernelOf(withLanes(parts), sumLoop)
}

function sumLoop(parts: Parts, from: number, count: number, out: Lane): boolean {
  for (const { kernel, lane } of parts) kernel(from, count, lane)
  for (let at = 0; at < count; at += 1) {
    let least = 0
    let most = 0
    let bottom = 1
    let isOpen = false
    for (let index = 0; index < parts.length; index += 1) {
      const { lane } = parts[index] as Parts[number]
      const below = lane.bottom[at] as number
      let low = lane.top[at] as number
      let high = low
      if (Number.isNaN(low)) {
        isOpen = true
        low = lane.state[at] === missing ? (lane.least[at] as number) : Number.NaN
        high = lane.most[at] as number
      }
      low *= bottom
      high *= bottom
      // Two long terms could cancel out and hide that neither was exact.
      const fits = Math.abs(low) <= longest && Math.abs(high) <= longest && Math.abs(most * below) <= longest
      least = fits ? least * below + low : Number.NaN
      most = most * below + high
      bottom *= below
    }
    if (!(Math.abs(least) <= longest && Math.abs(most) <= longest && bottom <= longest)) writeLong(out, at)
    else if (isOpen) writeOpen(out, at, least, most, bottom)
    else {
      out.top[at] = least
      out.bottom[at] = bottom
    }
  }
  return false
}

/** The largest part; where one is not scored the row goes the exact way. */
export function bestOfKernel(parts: PartKernels): Kernel {
  return kernelOf(withLanes(parts), bestOfLoop)
}

function bestOfLoop(parts: Parts, from: number, count: number, out: Lane): boolean {
  for (const { kernel, lane } of parts) kernel(from, count, lane)
  for (let at = 0; at < count; at += 1) {
    let top = Number.NEGATIVE_INFINITY
    let bottom = 1
    for (let index = 0; index < parts.length; index += 1) {
      const { lane } = parts[index] as Parts[number]
      const own = lane.top[at] as number
      const below = lane.bottom[at] as number
      if (Number.isNaN(own)) {
        top = Number.NaN
        break
      }
      if (top === Number.NEGATIVE_INFINITY || compareFractions(own, below, top, bottom) > 0) {
        top = own
        bottom = below
      }
    }
    if (Number.isNaN(top)) writeLong(out, at)
    else {
      out.top[at] = top
      out.bottom[at] = bottom
    }
  }
  return false
}
