/** Decimal text as a whole number of 10⁻¹², so that sums are exact without the engine's own arithmetic. */
export function scaled(text: string): bigint {
  const [whole = '', fraction = ''] = text.split('.')
  return BigInt(whole + fraction.padEnd(12, '0'))
}

export function scaledSum(texts: readonly string[]): bigint {
  return texts.reduce((total, text) => total + scaled(text), 0n)
}
