/** How much an outer drawing is stretched: lines and letters keep their own thickness and shape. */
export type Scale = { readonly x: number; readonly y: number }

/** For each command: which of its numbers run across (x), down (y), or are neither (-). */
const shapes: Readonly<Record<string, string>> = {
  M: 'xy',
  L: 'xy',
  H: 'x',
  V: 'y',
  C: 'xyxyxy',
  S: 'xyxy',
  Q: 'xyxy',
  T: 'xy',
  // Radii of an arc stretch with the drawing; its turn and flags do not.
  A: 'xy---xy',
  Z: '',
}

/** Path data stretched across and down; unchanged, to the letter, when nothing is stretched. */
export function scalePath(path: string, scale: Scale): string {
  if (scale.x === 1 && scale.y === 1) return path
  return path.replace(/([a-df-zA-DF-Z])([^a-df-zA-DF-Z]*)/g, (whole, command: string, numbers: string) => {
    const shape = shapes[command.toUpperCase()]
    if (shape === undefined) return whole
    const values = shape === '' ? [] : (readNumbers(numbers, shape) ?? [])
    const scaled = values.map((value, place) => {
      const axis = shape[place % shape.length]
      const factor = axis === 'x' ? scale.x : axis === 'y' ? scale.y : 1
      return Math.round(value * factor * 1e3) / 1e3
    })
    return `${command}${scaled.join(' ')}`
  })
}

/** Numbers may stand without a space between them, and flags of an arc as single digits. */
function readNumbers(text: string, shape: string): readonly number[] {
  const values: number[] = []
  let rest = text
  for (;;) {
    rest = rest.replace(/^[\s,]+/, '')
    const place = values.length % shape.length
    const isFlag = shape === shapes['A'] && (place === 3 || place === 4)
    const found = rest.match(isFlag ? /^[01]/ : /^[+-]?(?:\d+\.?\d*|\.\d+)(?:e[+-]?\d+)?/i)?.[0]
    if (found === undefined) return values
    values.push(Number(found))
    rest = rest.slice(found.length)
  }
}
