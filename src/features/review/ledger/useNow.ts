import { useEffect, useState } from 'react'

/** The clock of this machine, looked at twice a minute: whether a deadline has passed. */
export function useNow(): Date {
  const [now, setNow] = useState(() => new Date())
  useEffect(() => {
    const timer = setInterval(() => setNow(new Date()), 30_000)
    return () => clearInterval(timer)
  }, [])
  return now
}
