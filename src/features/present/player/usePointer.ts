import { type MouseEvent, type PointerEvent, useEffect, useRef, useState } from 'react'

/** Time without a movement after which pointer and controls leave the wall. */
const rest = 3000
/** A finger that went this far, sideways, turned a page. */
const swipe = 50
/** Edges of the room that turn pages on a press. */
const edge = 0.1

/** Pointer of the wall: hides when it rests, turns pages by edges and by swipes. */
export function usePointer(step: (by: 1 | -1) => void) {
  const [isResting, setResting] = useState(true)
  const timer = useRef(0)
  const down = useRef<{ readonly x: number; readonly y: number } | null>(null)
  const wasSwipe = useRef(false)
  useEffect(() => () => window.clearTimeout(timer.current), [])
  const wake = () => {
    setResting(false)
    window.clearTimeout(timer.current)
    timer.current = window.setTimeout(() => setResting(true), rest)
  }
  return {
    isResting,
    wake,
    handlers: {
      onPointerMove: (event: PointerEvent) => {
        if (event.pointerType === 'mouse') wake()
      },
      onPointerDown: (event: PointerEvent) => {
        wasSwipe.current = false
        down.current = event.pointerType === 'mouse' ? null : { x: event.clientX, y: event.clientY }
      },
      onPointerUp: (event: PointerEvent) => {
        const start = down.current
        down.current = null
        if (!start) return
        const [x, y] = [event.clientX - start.x, event.clientY - start.y]
        if (Math.abs(x) < swipe || Math.abs(x) < 1.5 * Math.abs(y)) return
        wasSwipe.current = true
        step(x < 0 ? 1 : -1)
      },
      onPointerCancel: () => {
        down.current = null
      },
      /** Before anything below hears the press: a swipe that ended on a row opens nothing. */
      onClickCapture: (event: MouseEvent) => {
        if (!wasSwipe.current) return
        wasSwipe.current = false
        event.stopPropagation()
        event.preventDefault()
      },
      onClick: (event: MouseEvent<HTMLElement>) => {
        if (event.target instanceof Element && event.target.closest('button, a') !== null) return
        const room = event.currentTarget.getBoundingClientRect()
        const at = (event.clientX - room.left) / room.width
        if (at < edge) step(-1)
        else if (at > 1 - edge) step(1)
        else wake()
      },
    },
  }
}
