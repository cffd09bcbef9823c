import type { Slide } from '../../model/deck.ts'

/** In the address for "no slide at all"; absent means all of them. */
const noSlide = 'none'

/** The slides that are shown, in their order. What the address names and nobody makes any more is left out. */
export function chosenSlides(slides: readonly Slide[], address: string | undefined): readonly Slide[] {
  if (address === undefined) return slides
  if (address === noSlide) return []
  const byId = new Map(slides.map(slide => [slide.id, slide]))
  const chosen = [...new Set(address.split(','))].flatMap(id => byId.get(id) ?? [])
  // A link of another subject may name none of these; an empty deck would be nobody's wish.
  return chosen.length > 0 ? chosen : slides
}

/** A slide in the list it is chosen from. */
export type ListedSlide = { readonly slide: Slide; readonly isShown: boolean }

/** All slides as they are listed: the shown ones in their order, each hidden one after its natural neighbour. */
export function listedSlides(slides: readonly Slide[], address: string | undefined): readonly ListedSlide[] {
  const shown = chosenSlides(slides, address)
  const listed: ListedSlide[] = shown.map(slide => ({ slide, isShown: true }))
  slides.forEach((slide, at) => {
    if (shown.includes(slide)) return
    const before = slides[at - 1]
    const place = listed.findIndex(each => each.slide === before)
    listed.splice(place + 1, 0, { slide, isShown: false })
  })
  return listed
}

/** What the address says of a list; nothing where it is what everybody gets. */
export function addressOf(slides: readonly Slide[], listed: readonly ListedSlide[]): string | undefined {
  const shown = listed.filter(each => each.isShown).map(each => each.slide.id)
  if (shown.length === 0) return noSlide
  const isNatural = shown.length === slides.length && shown.every((id, at) => id === slides[at]?.id)
  return isNatural ? undefined : shown.join(',')
}

/** The list with one slide shown or hidden; its place stays. */
export function toggled(listed: readonly ListedSlide[], id: string): readonly ListedSlide[] {
  return listed.map(each => (each.slide.id === id ? { ...each, isShown: !each.isShown } : each))
}

/** The list with a slide moved past its neighbour among the shown ones; unchanged at either end. */
export function moved(listed: readonly ListedSlide[], id: string, step: 1 | -1): readonly ListedSlide[] {
  const at = listed.findIndex(each => each.slide.id === id)
  const own = listed[at]
  if (!own) return listed
  let to = at + step
  // Hidden ones are stepped over: past them the order that is shown would not change.
  while (listed[to] !== undefined && !listed[to]?.isShown) to += step
  if (listed[to] === undefined) return listed
  return listed.toSpliced(at, 1).toSpliced(to, 0, own)
}
