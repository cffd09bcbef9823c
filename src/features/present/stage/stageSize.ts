/** 16:9 or 4:3, whichever the wall is nearer to. */
export type StageShape = 'wide' | 'narrow'

/** Slides are laid out at this size and scaled as a whole: a wall of any size shows the same lines. */
export const stageSize = {
  wide: { width: 1920, height: 1080 },
  narrow: { width: 1440, height: 1080 },
} as const satisfies Record<StageShape, { width: number; height: number }>

/** Half-way between 4:3 and 16:9. */
const between = 1.55

/** The shape that leaves less of a room unused. */
export function shapeFor(width: number, height: number): StageShape {
  return width >= between * height ? 'wide' : 'narrow'
}

/** How much a stage is scaled to stand in a room whole. */
export function scaleFor(shape: StageShape, width: number, height: number): number {
  const stage = stageSize[shape]
  return Math.min(width / stage.width, height / stage.height)
}
