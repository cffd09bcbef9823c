import { type RefObject, useLayoutEffect, useState } from 'react'
import { type StageShape, scaleFor, shapeFor, stageSize } from '../stage/stageSize.ts'

export type Stage = { readonly shape: StageShape; readonly scale: number }

/** Shape and scale of the stage for the room it stands in; null until the room was measured. */
export function useStage(room: RefObject<HTMLElement | null>): Stage | null {
  const [stage, setStage] = useState<Stage | null>(null)
  useLayoutEffect(() => {
    const element = room.current
    if (!element) return
    const measure = () => {
      const { clientWidth: width, clientHeight: height } = element
      if (width === 0 || height === 0) return
      const shape = shapeFor(width, height)
      setStage({ shape, scale: scaleFor(shape, width, height) })
    }
    measure()
    const observer = new ResizeObserver(measure)
    observer.observe(element)
    return () => observer.disconnect()
  }, [room])
  return stage
}

/** Size that a scaled stage takes up. */
export function frameSize({ shape, scale }: Stage) {
  return { width: stageSize[shape].width * scale, height: stageSize[shape].height * scale }
}
