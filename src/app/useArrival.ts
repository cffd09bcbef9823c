import { useRouter } from '@tanstack/react-router'
import { useEffect, useState } from 'react'

/**
 * Keeps focus and scroll sensible from view to view; loaded after the first one, which needs none of it.
 * @returns path of the screen just arrived at; null until the first change
 */
export function useArrival(): string | null {
  const router = useRouter()
  const [arrivedAt, setArrivedAt] = useState<string | null>(null)
  useEffect(() => {
    let end = () => {}
    let isOver = false
    void import('./arrival.ts').then(
      ({ watchArrivals }) => {
        if (!isOver) end = watchArrivals(router, setArrivedAt)
      },
      // Without it the page still works as a plain one does.
      () => undefined,
    )
    return () => {
      isOver = true
      end()
    }
  }, [router])
  return arrivedAt
}
