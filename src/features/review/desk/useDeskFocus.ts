import { type RefObject, useCallback, useEffect, useLayoutEffect, useMemo, useRef } from 'react'

/**
 * Keeps the keyboard where the work is: on the row of the current item, or on its heading where the list is not
 * drawn.
 */
export function useDeskFocus(currentId: string | null, wantsFocus: RefObject<boolean>) {
  const body = useRef<HTMLDivElement>(null)
  /** Item that gets the keyboard as soon as it is the current one; a render on the way to it must not take that. */
  const wanted = useRef<string | null>(null)
  const latest = useRef(currentId)
  useLayoutEffect(() => {
    latest.current = currentId
  })
  const toDetail = useCallback(() => body.current?.querySelector<HTMLElement>('[data-detail]')?.focus(), [])
  const toRow = useCallback(
    (id: string | null) => {
      const row =
        id === null ? null : body.current?.querySelector<HTMLElement>(`[data-item="${CSS.escape(id)}"]`)
      if (row && row.offsetParent !== null) row.focus()
      else toDetail()
    },
    [toDetail],
  )
  useEffect(() => {
    if (wantsFocus.current) {
      wantsFocus.current = false
      toRow(currentId)
    } else if (wanted.current !== null && wanted.current === currentId) {
      wanted.current = null
      toRow(currentId)
    }
  })
  return useMemo(
    () => ({
      body,
      want: (id: string) => {
        wanted.current = id
      },
      toDetail: () => {
        wanted.current = null
        requestAnimationFrame(toDetail)
      },
      /** After what lay over the desk is gone. */
      back: () => requestAnimationFrame(() => toRow(latest.current)),
    }),
    [toRow, toDetail],
  )
}
