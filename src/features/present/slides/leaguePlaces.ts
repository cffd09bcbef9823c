/** A place of a list from 0, or places that are left out together. */
export type Place = number | { readonly from: number; readonly to: number }

/** How many from the top, around the subject and from the end; each tried until it fits. */
const shapes = [
  { head: 5, around: 1, tail: 3 },
  { head: 4, around: 1, tail: 2 },
  { head: 3, around: 1, tail: 1 },
  { head: 3, around: 0, tail: 1 },
  { head: 2, around: 0, tail: 1 },
  { head: 1, around: 0, tail: 0 },
] as const

/**
 * Which places of a long list are shown in so many lines: the first, those around the subject, the last, and a line
 * for each stretch between them.
 * @param own place of the subject; -1 where it is not in the list
 */
export function pickPlaces(count: number, own: number, room: number): readonly Place[] {
  if (count <= room) return Array.from({ length: count }, (_, place) => place)
  const picked = shapes.map(shape => picksOf(count, own, shape))
  return picked.find(places => places.length <= room) ?? picked.at(-1) ?? []
}

function picksOf(
  count: number,
  own: number,
  { head, around, tail }: { readonly head: number; readonly around: number; readonly tail: number },
): readonly Place[] {
  const isShown = (place: number) =>
    place < head || place >= count - tail || (own >= 0 && Math.abs(place - own) <= around)
  const places: Place[] = []
  for (let place = 0; place < count; place += 1) {
    if (isShown(place)) {
      places.push(place)
      continue
    }
    const from = place
    while (place + 1 < count && !isShown(place + 1)) place += 1
    // A line for one agency may as well be that agency.
    places.push(from === place ? place : { from, to: place })
  }
  return places
}
