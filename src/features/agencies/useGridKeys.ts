import { type FocusEvent, type KeyboardEvent, type RefObject, useEffect, useRef, useState } from 'react'

/** A cell of the grid; line −1 is the head. */
export type GridPlace = { readonly line: number; readonly col: number }

/**
 * One stop of Tab for a whole table: arrows, Home, End, Page Up and Page Down move between cells, Ctrl with
 * Home and End to the ends. Lines carry `data-line`, what takes the focus in a cell `data-col`.
 */
export function useGridKeys({
  grid,
  columns,
  lines,
  canStand,
  show,
}: {
  grid: RefObject<HTMLElement | null>
  columns: number
  lines: number
  /** Lines that only part others are passed over. */
  canStand: (line: number) => boolean
  /** Brings a line that is not drawn yet into view. */
  show: (line: number) => void
}) {
  const [active, setActive] = useState<GridPlace>({ line: -1, col: 1 })
  const wanted = useRef<GridPlace | null>(null)

  // Without dependencies: a line that was scrolled to is drawn one render later.
  useEffect(() => {
    if (!wanted.current) return
    const { line, col } = wanted.current
    const target = grid.current?.querySelector<HTMLElement>(`[data-line="${line}"] [data-col="${col}"]`)
    if (!target) return
    wanted.current = null
    target.focus()
  })

  const step = (from: number, by: 1 | -1, count: number) => {
    let line = from
    for (let left = count; left > 0; left -= 1) {
      let next = line + by
      while (next >= 0 && next < lines && !canStand(next)) next += by
      if (next < -1 || next >= lines) break
      line = next
    }
    return line
  }

  const onKeyDown = (event: KeyboardEvent<HTMLElement>) => {
    if (event.altKey || event.metaKey) return
    const { line, col } = active
    const places: Partial<Record<string, GridPlace>> = {
      ArrowLeft: { line, col: Math.max(col - 1, 0) },
      ArrowRight: { line, col: Math.min(col + 1, columns - 1) },
      ArrowUp: { line: step(line, -1, 1), col },
      ArrowDown: { line: step(line, 1, 1), col },
      PageUp: { line: step(line, -1, 10), col },
      PageDown: { line: step(line, 1, 10), col },
      Home: event.ctrlKey ? { line: -1, col: 0 } : { line, col: 0 },
      End: event.ctrlKey ? { line: step(lines, -1, 1), col: columns - 1 } : { line, col: columns - 1 },
    }
    const next = places[event.key]
    if (!next) return
    event.preventDefault()
    if (next.line === line && next.col === col) return
    wanted.current = next
    if (next.line >= 0) show(next.line)
    setActive(next)
  }

  const onFocus = (event: FocusEvent<HTMLElement>) => {
    const cell = event.target.closest<HTMLElement>('[data-col]')
    const line = cell?.closest<HTMLElement>('[data-line]')
    if (!cell || !line) return
    const place = { line: Number(line.dataset['line']), col: Number(cell.dataset['col']) }
    if (place.line !== active.line || place.col !== active.col) setActive(place)
  }

  return { active, onKeyDown, onFocus }
}
