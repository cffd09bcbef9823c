/** The seed of the published files; another one makes another province. */
export const demoSeed = 20241101

/** Numbers from 0 up to but not including 1, the same for the same seed and key. */
export type Random = () => number

/** A stream of its own for every key, so that one more draw in one place moves nothing elsewhere. */
export function randomFor(seed: number, key: string): Random {
  return mulberry32(hash(seed, key))
}

/** mulberry32: whole-number arithmetic only, so every machine draws the same. */
function mulberry32(start: number): Random {
  let state = start
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296
  }
}

/** FNV-1a with a last stir, so that keys that differ in one letter start far apart. */
function hash(seed: number, key: string): number {
  let value = 0x811c9dc5 ^ seed
  for (let index = 0; index < key.length; index += 1)
    value = Math.imul(value ^ key.charCodeAt(index), 0x01000193)
  value = Math.imul(value ^ (value >>> 16), 0x85ebca6b)
  value = Math.imul(value ^ (value >>> 13), 0xc2b2ae35)
  return value ^ (value >>> 16)
}

export function between(random: Random, low: number, high: number): number {
  return low + random() * (high - low)
}

/** A whole number, both ends included. */
export function wholeBetween(random: Random, low: number, high: number): number {
  return low + Math.floor(random() * (high - low + 1))
}

export function happens(random: Random, probability: number): boolean {
  return random() < probability
}

/** @throws when there is nothing to pick from */
export function pick<T>(random: Random, list: readonly T[]): T {
  const chosen = list[Math.floor(random() * list.length)]
  if (chosen === undefined) throw new Error('nothing to pick from')
  return chosen
}

/** Around 0, from −1 to 1, near 0 more often. */
export function spread(random: Random): number {
  return random() + random() - 1
}

/** How many of a number of things, given their share: a fraction of one is decided by the stream. */
export function countOf(random: Random, all: number, share: number): number {
  const exact = all * limited(share, 0, 1)
  const whole = Math.floor(exact)
  return Math.min(all, whole + (happens(random, exact - whole) ? 1 : 0))
}

export function limited(value: number, least: number, most: number): number {
  return Math.min(most, Math.max(least, value))
}
