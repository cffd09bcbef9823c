import type { ParsedLocation, RegisteredRouter } from '@tanstack/react-router'
import { screenAt } from './screens.ts'

/** Where a reader was on a view: what was scrolled how far, and what had the focus. */
type Place = {
  readonly scrolled: readonly { readonly selector: string; readonly left: number; readonly top: number }[]
  readonly focus: { readonly selector: string; readonly text: string } | null
}

const wholePage = 'html'
/** Data may come after the screen; later than this nobody waits for the old place. */
const patience = 3000

/**
 * What a page load would do for a reader and a change of the address does not: a new screen begins at its top
 * with the focus on its heading, back and forward lead to the place that was left. Opening something on the same
 * screen moves nothing.
 * @param arrived told the path of every new screen, to be said aloud
 * @returns ends it
 */
export function watchArrivals(router: RegisteredRouter, arrived: (pathname: string) => void): () => void {
  const places = new Map<string, Place>()
  const scrolled = new Set<Element>()
  let stop = () => {}
  const note = (event: Event) => {
    scrolled.add(event.target instanceof Element ? event.target : document.documentElement)
  }
  document.addEventListener('scroll', note, true)
  const follow = (event: MouseEvent) => followPlainLink(router, event)
  document.addEventListener('click', follow)
  const leave = router.subscribe('onBeforeNavigate', ({ fromLocation }) => {
    if (fromLocation) places.set(keyOf(fromLocation), placeNow(scrolled))
  })
  const arrive = router.subscribe('onRendered', ({ fromLocation, toLocation }) => {
    if (!fromLocation || keyOf(fromLocation) === keyOf(toLocation)) return
    stop()
    const isNewScreen = fromLocation.pathname !== toLocation.pathname
    const place = places.get(keyOf(toLocation))
    if (isNewScreen) {
      scrolled.clear()
      document.documentElement.scrollTo(0, 0)
      if (screenAt(toLocation.pathname)) arrived(toLocation.pathname)
    }
    if (isNewScreen || place) stop = settle(place, isNewScreen)
  })
  return () => {
    stop()
    leave()
    arrive()
    document.removeEventListener('scroll', note, true)
    document.removeEventListener('click', follow)
  }
}

/** The browser would make an entry of the history that has no key, so nobody could tell later which one it is. */
function followPlainLink(router: RegisteredRouter, event: MouseEvent): void {
  if (event.defaultPrevented || event.button !== 0) return
  if (event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return
  const link = event.target instanceof Element ? event.target.closest('a[href^="#/"]') : null
  if (!link || link.hasAttribute('target') || link.hasAttribute('download')) return
  event.preventDefault()
  router.history.push(link.getAttribute('href')?.slice(1) ?? '/')
}

/** Each entry of the history has a key of its own. */
function keyOf({ state, href }: ParsedLocation): string {
  return state.__TSR_key ?? href
}

function placeNow(scrolled: ReadonlySet<Element>): Place {
  const active = document.activeElement
  return {
    scrolled: [...scrolled]
      .filter(element => element.isConnected)
      .map(element => ({ selector: pathTo(element), left: element.scrollLeft, top: element.scrollTop })),
    focus:
      active && active !== document.body
        ? { selector: pathTo(active), text: active.textContent?.slice(0, 200) ?? '' }
        : null,
  }
}

/** The way down to an element, by position. */
function pathTo(element: Element): string {
  if (element === document.documentElement) return wholePage
  const parent = element.parentElement
  if (!parent) return element.localName
  const place = [...parent.children].indexOf(element) + 1
  return `${pathTo(parent)} > ${element.localName}:nth-child(${place})`
}

/** Tries every frame until the content is there; gives way to whatever the reader does first. */
function settle(place: Place | undefined, isNewScreen: boolean): () => void {
  const start = performance.now()
  const focusedBefore = document.activeElement
  let frame = 0
  let focusDone = false
  const stop = () => {
    cancelAnimationFrame(frame)
    for (const kind of ['wheel', 'pointerdown', 'keydown', 'touchmove'])
      document.removeEventListener(kind, stop, true)
  }
  const attempt = () => {
    const waits = (place?.scrolled ?? []).filter(each => !scrollBack(each))
    if (!focusDone) focusDone = focusArrival(place, isNewScreen, focusedBefore)
    if ((waits.length > 0 || !focusDone) && performance.now() - start < patience)
      frame = requestAnimationFrame(attempt)
    else stop()
  }
  for (const kind of ['wheel', 'pointerdown', 'keydown', 'touchmove'])
    document.addEventListener(kind, stop, { capture: true, passive: true })
  frame = requestAnimationFrame(attempt)
  return stop
}

function scrollBack({ selector, left, top }: Place['scrolled'][number]): boolean {
  const element = document.querySelector(selector)
  if (!element) return false
  element.scrollTo({ left, top, behavior: 'instant' })
  return Math.abs(element.scrollTop - top) < 2 && Math.abs(element.scrollLeft - left) < 2
}

/** Whether nothing more is to be done for the focus. */
function focusArrival(place: Place | undefined, isNewScreen: boolean, before: Element | null): boolean {
  const active = document.activeElement
  const isLost = active === null || active === document.body
  // On the same screen the focus is moved only when what had it is gone.
  if (!isLost && (!isNewScreen || active !== before)) return true
  const left = place?.focus && document.querySelector<HTMLElement>(place.focus.selector)
  if (left && left.textContent?.slice(0, 200) === place.focus?.text) {
    left.focus({ preventScroll: true })
    return true
  }
  const heading = document.querySelector<HTMLElement>('.view h1')
  if (!heading) return false
  heading.tabIndex = -1
  heading.focus({ preventScroll: true })
  return true
}
