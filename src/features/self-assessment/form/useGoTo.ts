import { type RefObject, useCallback, useLayoutEffect, useRef } from 'react'
import type { Form } from '../../../model/form.ts'
import type { ChangeAddress } from '../assessmentProps.ts'
import { findPlace, focusPlace, type Place } from './goTo.ts'

type Aim =
  | { readonly kind: 'place'; readonly nodeId: string; readonly place: Place }
  | { readonly kind: 'title' | 'first' | 'last' }

/** Moves about the form: to a field wherever it is, to another area. The area stands in the address. */
export function useGoTo(
  main: RefObject<HTMLElement | null>,
  form: Form,
  areaId: string | undefined,
  change: ChangeAddress,
) {
  const title = useRef<HTMLHeadingElement>(null)
  const aim = useRef<Aim | null>(null)
  const latest = useRef({ form, areaId, change })
  useLayoutEffect(() => {
    latest.current = { form, areaId, change }
  })

  // The area is drawn: what was on the way there arrives.
  // biome-ignore lint/correctness/useExhaustiveDependencies: runs when another area was drawn
  useLayoutEffect(() => {
    const wanted = aim.current
    aim.current = null
    if (wanted && main.current) arrive(main.current, title.current, wanted)
  }, [areaId])

  const showArea = useCallback((next: string, at: 'title' | 'first' | 'last' = 'title') => {
    const { areaId: shown, change: go } = latest.current
    if (next === shown) return
    aim.current = { kind: at }
    // A receipt of the area that is left would explain what is out of sight.
    go({ area: next, criterion: undefined, panel: undefined })
  }, [])

  const goTo = useCallback(
    (place: Place) => {
      const { form: asked, areaId: shown, change: go } = latest.current
      const found = findPlace(asked, place)
      if (!found || !main.current) return
      const next: Aim = { kind: 'place', nodeId: found.item.nodeId, place }
      if (found.area.id !== shown) {
        aim.current = next
        go({ area: found.area.id, criterion: undefined, panel: undefined })
        return
      }
      const page = main.current
      afterDialogs(() => arrive(page, title.current, next))
    },
    [main],
  )
  return { goTo, title, showArea }
}

/** Frames a dialog that was told to close may take to be gone. */
const mostFrames = 60

/** A dialog that was pressed in hands the keyboard back when it goes; whatever wants it comes after. */
function afterDialogs(run: () => void, left = mostFrames) {
  if (left === 0 || document.querySelector('dialog[open]') === null) run()
  else requestAnimationFrame(() => afterDialogs(run, left - 1))
}

const first = '[data-metric], [data-claim], [data-exempt]'

function arrive(main: HTMLElement, title: HTMLElement | null, aim: Aim) {
  if (aim.kind === 'place') {
    focusPlace(main, aim.nodeId, aim.place)
    return
  }
  scrollUp(main, title)
  if (aim.kind === 'title') title?.focus({ preventScroll: true })
  else {
    const all = [...main.querySelectorAll<HTMLElement>(first)]
    ;(aim.kind === 'first' ? all[0] : all.at(-1))?.focus()
  }
}

/** A new area begins at its top, whichever part of the page scrolls. */
function scrollUp(main: HTMLElement, title: HTMLElement | null) {
  main.querySelector('.sa-form')?.scrollTo(0, 0)
  main.scrollTo(0, 0)
  if (title && title.getBoundingClientRect().top < 0) title.scrollIntoView({ block: 'start' })
}
