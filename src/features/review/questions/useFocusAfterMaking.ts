import { type RefObject, useEffect, useRef } from 'react'

/** Where the page says what was made. */
export const resultId = 'rvq-result'

/**
 * The button that makes a file goes away with what it was for; the keyboard goes on to what stays, or to the result
 * where all of it is gone.
 */
export function useFocusAfterMaking(isGone: boolean, stays: RefObject<HTMLElement | null>) {
  const waits = useRef(false)
  useEffect(() => {
    if (!waits.current || !isGone) return
    waits.current = false
    focusIfLost(stays.current)
  }, [isGone, stays])
  // A filter may take the whole agency away.
  useEffect(
    () => () => {
      if (waits.current) focusIfLost(document.getElementById(resultId))
    },
    [],
  )
  return {
    pressed: () => {
      waits.current = true
    },
  }
}

/** Somebody who has gone elsewhere in the meantime stays there. */
function focusIfLost(target: HTMLElement | null) {
  if (document.activeElement === document.body) target?.focus()
}
