import { useEffect, useState } from 'react'

/** Rest after which what was typed counts as finished. */
const pause = 900

/**
 * A reading, told once its owner is done: half a number is no mistake yet, and a page that moves under a writing
 * hand is one. What was told before stays until then.
 */
export function useSettled<Reading>(reading: Reading, isWriting: boolean) {
  const [held, hold] = useState(reading)
  useEffect(() => {
    if (!isWriting || held === reading) return
    const timer = setTimeout(() => hold(reading), pause)
    return () => clearTimeout(timer)
  }, [reading, held, isWriting])
  return [isWriting ? held : reading, hold] as const
}
