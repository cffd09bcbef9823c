/**
 * Whether two values made of objects, lists, maps and texts say the same. What is the same object needs no look
 * inside, so that comparing what mostly stayed is cheap.
 */
export function isSame(a: unknown, b: unknown): boolean {
  if (a === b) return true
  if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null) return false
  if (Array.isArray(a) || Array.isArray(b))
    return (
      Array.isArray(a) &&
      Array.isArray(b) &&
      a.length === b.length &&
      a.every((each, index) => isSame(each, b[index]))
    )
  if (a instanceof Map || b instanceof Map)
    return (
      a instanceof Map &&
      b instanceof Map &&
      a.size === b.size &&
      [...a].every(([key, value]) => b.has(key) && isSame(value, b.get(key)))
    )
  const [mine, yours] = [Object.entries(a), new Map(Object.entries(b))]
  return (
    mine.length === yours.size &&
    mine.every(([key, value]) => yours.has(key) && isSame(value, yours.get(key)))
  )
}

/** The earlier value where the later one says the same: whoever drew it has nothing to draw again. */
export function keep<Value>(before: Value | undefined, after: Value): Value {
  return before !== undefined && isSame(before, after) ? before : after
}

/** A map whose entries stay the objects they were where they say the same. */
export function keepEach<Value>(
  before: ReadonlyMap<string, Value> | undefined,
  after: ReadonlyMap<string, Value>,
): ReadonlyMap<string, Value> {
  if (!before) return after
  const kept = new Map([...after].map(([id, value]) => [id, keep(before.get(id), value)]))
  const isUntouched = kept.size === before.size && [...kept].every(([id, value]) => before.get(id) === value)
  return isUntouched ? before : kept
}
