/** A decimal or fraction text as numerator and denominator, without the engine's own arithmetic. */
function fractionOf(text: string): { readonly n: bigint; readonly d: bigint } {
  const [top = '', bottom] = text.split('/')
  if (bottom !== undefined) return { n: BigInt(top), d: BigInt(bottom) }
  const [whole = '', decimals = ''] = top.split('.')
  return { n: BigInt(whole + decimals), d: 10n ** BigInt(decimals.length) }
}

/** Whether exact texts add up to another one, to the last digit. */
export function addsUpTo(parts: readonly string[], total: string): boolean {
  const sum = parts
    .map(fractionOf)
    .reduce((a, b) => ({ n: a.n * b.d + b.n * a.d, d: a.d * b.d }), { n: 0n, d: 1n })
  const { n, d } = fractionOf(total)
  return sum.n * d === n * sum.d
}

/** Whether `a` × `b` ÷ `c` is exactly `result`. */
export function isProportion(a: string, b: string, c: string, result: string): boolean {
  const [x, y, z, r] = [a, b, c, result].map(fractionOf)
  if (!x || !y || !z || !r) return false
  return x.n * y.n * z.d * r.d === r.n * x.d * y.d * z.n
}

/** Freezes an object and everything in it, so that writing anywhere throws. */
export function deepFreeze<T>(value: T): T {
  if (typeof value === 'object' && value !== null) {
    for (const inner of Object.values(value)) deepFreeze(inner)
    Object.freeze(value)
  }
  return value
}
