/** A colour as every SVG reader knows it: six hexadecimal digits and an opacity of its own. */
export type Colour = { readonly hex: string; readonly opacity: number }

/** Of a computed colour; null where nothing would be seen. */
export function readColour(computed: string): Colour | null {
  const numbers = [...computed.matchAll(/-?\d*\.?\d+(?:e-?\d+)?/g)].map(Number)
  const colour = /^rgba?\(/.test(computed)
    ? fromParts(numbers.slice(0, 3), numbers[3])
    : /^color\(srgb /.test(computed)
      ? fromParts(
          numbers.slice(0, 3).map(part => part * 255),
          numbers[3],
        )
      : fromPixel(computed)
  return colour.opacity === 0 ? null : colour
}

function fromParts(parts: readonly number[], opacity = 1): Colour {
  const hex = parts.map(part =>
    Math.round(Math.min(255, Math.max(0, part)))
      .toString(16)
      .padStart(2, '0'),
  )
  return { hex: `#${hex.join('')}`, opacity }
}

/** Any other notation: let the browser paint it and look. */
function fromPixel(computed: string): Colour {
  const canvas = document.createElement('canvas')
  canvas.width = canvas.height = 1
  const context = canvas.getContext('2d')
  if (!context) return { hex: '#000000', opacity: 1 }
  context.fillStyle = computed
  context.fillRect(0, 0, 1, 1)
  const [red = 0, green = 0, blue = 0, alpha = 255] = context.getImageData(0, 0, 1, 1).data
  return fromParts([red, green, blue], alpha / 255)
}
