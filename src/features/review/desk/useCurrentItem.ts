import { useCallback, useEffect, useRef, useState } from 'react'
import type { ChangeReviewAddress } from '../reviewProps.ts'

/** The address follows a moment later: walking through items must not wait for it. */
const calm = 250

/**
 * Which item is looked at. It changes at once; the address, which a link or the way back may change as well,
 * follows when the reviewer rests.
 */
export function useCurrentItem(
  addressed: string | undefined,
  first: string | null,
  change: ChangeReviewAddress,
): readonly [current: string | null, choose: (id: string) => void] {
  const [current, setCurrent] = useState(addressed ?? first)
  const seen = useRef(addressed)
  /** On their way into the address: one that arrives late is no wish of anybody's. */
  const sent = useRef<readonly string[]>([])
  useEffect(() => {
    if (addressed === seen.current) return
    seen.current = addressed
    if (addressed === undefined) return
    const place = sent.current.indexOf(addressed)
    if (place === -1) setCurrent(addressed)
    else sent.current = sent.current.slice(place + 1)
  }, [addressed])
  useEffect(() => {
    if (current === null || current === seen.current) return
    const timer = setTimeout(() => {
      sent.current = [...sent.current, current]
      change({ criterion: current }, 'replace')
    }, calm)
    return () => clearTimeout(timer)
  }, [current, change])
  return [current, useCallback((id: string) => setCurrent(id), [])]
}
