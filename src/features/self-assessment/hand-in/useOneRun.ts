import { useEffect, useRef } from 'react'

/**
 * Runs one thing at a time, for as long as the part stands: a second click while it runs does nothing, and what
 * ends after the part was closed is told to nobody.
 */
export function useOneRun() {
  const running = useRef<AbortController | null>(null)
  useEffect(() => () => running.current?.abort(), [])
  const run = <T>(
    work: (signal: AbortSignal) => Promise<T>,
    done: (result: T) => void,
    failed: (error: unknown) => void,
  ): void => {
    if (running.current) return
    const stop = new AbortController()
    running.current = stop
    const settle = (tell: () => void) => {
      running.current = null
      if (!stop.signal.aborted) tell()
    }
    work(stop.signal).then(
      result => settle(() => done(result)),
      error => settle(() => failed(error)),
    )
  }
  return { run, isRunning: () => running.current !== null }
}
