import type { SvgPicture } from './elementToSvg.ts'
import { withDensity } from './pngDensity.ts'
import { troubleOf } from './trouble.ts'

/** Two dots for each pixel of the screen: sharp on a projector and on paper. */
const sharpness = 2

/** Browsers refuse canvases that are longer on a side, or larger, than this. */
const longestSide = 16_000
const largestArea = 120_000_000

/**
 * Paints a picture as PNG.
 *
 * @throws when it is too large for the browser even at the screen's own sharpness
 */
export async function pngOf({ text, width, height }: SvgPicture): Promise<Blob> {
  const scale = Math.min(
    sharpness,
    longestSide / width,
    longestSide / height,
    Math.sqrt(largestArea / (width * height)),
  )
  if (scale < 1) throw troubleOf('tooLarge')
  const url = URL.createObjectURL(new Blob([text], { type: 'image/svg+xml' }))
  try {
    const image = new Image()
    image.src = url
    await image.decode()
    const canvas = document.createElement('canvas')
    canvas.width = Math.round(width * scale)
    canvas.height = Math.round(height * scale)
    const context = canvas.getContext('2d')
    if (!context) throw troubleOf('noCanvas')
    // Some browsers paint the first time before the picture's own fonts are ready.
    context.drawImage(image, 0, 0, canvas.width, canvas.height)
    await new Promise(resolve => setTimeout(resolve, 60))
    context.drawImage(image, 0, 0, canvas.width, canvas.height)
    const blob = await new Promise<Blob | null>(resolve => canvas.toBlob(resolve, 'image/png'))
    if (!blob) throw troubleOf('noCanvas')
    return await withDensity(blob, 96 * scale)
  } finally {
    URL.revokeObjectURL(url)
  }
}
