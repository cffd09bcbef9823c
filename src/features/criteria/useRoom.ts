import { type RefObject, useLayoutEffect, useState } from 'react'

/** Width inside a box, in letters (em) of the table's rows; endless until it is measured. */
export function useRoom(box: RefObject<HTMLElement | null>): number {
  const [room, setRoom] = useState(Number.POSITIVE_INFINITY)
  useLayoutEffect(() => {
    const element = box.current
    if (!element) return
    const measure = () => {
      const style = getComputedStyle(element)
      const inside =
        element.clientWidth - Number.parseFloat(style.paddingLeft) - Number.parseFloat(style.paddingRight)
      const letter = Number.parseFloat(style.getPropertyValue('--fs-sm'))
      // Whole letters: a scrollbar that comes and goes must not move columns.
      if (letter > 0) setRoom(Math.floor(inside / letter))
    }
    measure()
    const observer = new ResizeObserver(measure)
    observer.observe(element)
    return () => observer.disconnect()
  }, [box])
  return room
}
