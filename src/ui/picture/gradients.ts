import { readColour } from './colour.ts'
import { type Box, type Drawing, define } from './drawing.ts'
import { tag } from './markup.ts'

/** Clockwise from upwards, as CSS counts. */
const directions: Readonly<Record<string, number>> = {
  'to top': 0,
  'to right': 90,
  'to bottom': 180,
  'to left': 270,
}

/** Commas between arguments, not those inside a colour. */
const argumentCommas = /,\s*(?![^(]*\))/

/** Reference to a linear gradient, plain or repeating (hatches in cells); null for any other background. */
export function gradientFill(image: string, box: Box, drawing: Drawing): string | null {
  const found = image.match(/^(repeating-)?linear-gradient\((.*)\)$/)
  if (!found) return null
  const parts = (found[2] ?? '').split(argumentCommas)
  const turn = angleOf(parts[0] ?? '')
  const radians = ((turn ?? 180) * Math.PI) / 180
  const [right, down] = [Math.sin(radians), -Math.cos(radians)]
  const length = Math.abs(box.width * right) + Math.abs(box.height * down)
  const stops = readStops(turn === null ? parts : parts.slice(1), length)
  const first = stops[0]?.at ?? 0
  const last = stops.at(-1)?.at ?? length
  // A plain gradient runs from edge to edge; a repeating one from its first stop to its last.
  const [from, to] = found[1] ? [first, last] : [0, length]
  if (to <= from) return null
  const [middleX, middleY] = [box.x + box.width / 2, box.y + box.height / 2]
  const along = (at: number) => ({
    x: middleX + right * (at - length / 2),
    y: middleY + down * (at - length / 2),
  })
  const [start, end] = [along(from), along(to)]
  return define(drawing, `${image} ${box.x} ${box.y} ${box.width} ${box.height}`, id =>
    tag(
      'linearGradient',
      {
        id,
        gradientUnits: 'userSpaceOnUse',
        x1: start.x,
        y1: start.y,
        x2: end.x,
        y2: end.y,
        spreadMethod: found[1] ? 'repeat' : null,
      },
      stops.map(stop =>
        tag('stop', {
          offset: String(Math.round(((stop.at - from) / (to - from)) * 1e4) / 1e4),
          'stop-color': stop.hex,
          'stop-opacity': stop.opacity === 1 ? null : stop.opacity,
        }),
      ),
    ),
  )
}

function angleOf(text: string): number | null {
  const degrees = text.match(/^(-?[\d.]+)deg$/)?.[1]
  return degrees === undefined ? (directions[text] ?? null) : Number(degrees)
}

function readStops(parts: readonly string[], length: number) {
  const last = Math.max(1, parts.length - 1)
  return parts.flatMap((part, place) => {
    const name = part.match(/^(?:[a-z]+\([^)]*\)|\S+)/)?.[0] ?? ''
    const colour = readColour(name) ?? { hex: '#ffffff', opacity: 0 }
    const places = [...part.slice(name.length).matchAll(/(-?[\d.]+)(px|%)/g)].map(([, value, unit]) =>
      unit === '%' ? (Number(value) / 100) * length : Number(value),
    )
    return (places.length > 0 ? places : [(place / last) * length]).map(at => ({ ...colour, at }))
  })
}
