import { useSyncExternalStore } from 'react'

/** More rows than this would make a picture nobody can read, and a long wait. */
const mostRows = 400

let asking = 0
const listeners = new Set<() => void>()

/** Whether a table that draws only the rows in view must draw all of them, because a picture is being made. */
export function useWholeTable(rows: number): boolean {
  const asked = useSyncExternalStore(subscribe, () => asking > 0)
  return asked && rows <= mostRows
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener)
  return () => listeners.delete(listener)
}

/** Asks every table on the screen for all its rows; what it gives back ends that. */
export async function askWholeTables(): Promise<() => void> {
  change(1)
  // React draws on its own time.
  await new Promise(resolve => setTimeout(resolve, 80))
  return () => change(-1)
}

function change(by: number): void {
  asking += by
  for (const listener of listeners) listener()
}
