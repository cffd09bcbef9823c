import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'

const css = readFileSync('src/ui/tokens.css', 'utf8')

type Colours = ReadonlyMap<string, readonly number[]>

/** Colour tokens of the rule that begins with a selector, as shares of red, green and blue. */
function coloursAfter(selector: string): Colours {
  const start = css.indexOf(selector)
  if (start < 0) throw new Error(`no rule for ${selector}`)
  const block = css.slice(css.indexOf('{', start) + 1, css.indexOf('}', start))
  return new Map(
    [...block.matchAll(/--([a-z0-9-]+):\s*#([0-9a-f]{6});/gi)].map(([, name = '', hex = '']) => [
      name,
      [0, 2, 4].map(at => Number.parseInt(hex.slice(at, at + 2), 16) / 255),
    ]),
  )
}

const themes = [
  ['light', coloursAfter('[data-theme="light"]')],
  ['dark', coloursAfter('[data-theme="dark"]')],
  ['contrast', coloursAfter('[data-theme="contrast"]')],
  ['print', coloursAfter('[data-theme] {')],
] as const

/** Relative luminance as WCAG 2 defines it; a grey copy of a colour has the same. */
function luminanceOf(colours: Colours, token: string): number {
  const parts = colours.get(token)
  if (!parts) throw new Error(`no --${token}`)
  const [red = 0, green = 0, blue = 0] = parts.map(part =>
    part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4,
  )
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue
}

function contrast(colours: Colours, front: string, back: string): number {
  const [low = 0, high = 0] = [luminanceOf(colours, front), luminanceOf(colours, back)].toSorted(
    (a, b) => a - b,
  )
  return (high + 0.05) / (low + 0.05)
}

/** Perceived lightness (CIE L*, 0–100): what is left of a colour on a grey printer. */
function lightness(colours: Colours, token: string): number {
  const share = luminanceOf(colours, token)
  return share > 0.008856 ? 116 * Math.cbrt(share) - 16 : 903.3 * share
}

/** Words as they stand in and around charts, beyond the pairs that tokens.test.ts measures. */
const words = [
  ['ink', 'lost-wash'],
  ['ink-2', 'lost-wash'],
  ['ink-2', 'actual-wash'],
  ['link', 'actual-wash'],
  ['link', 'lost-wash'],
  ['link', 'sunk'],
  ['ink-2', 'heat-1'],
  ['ink-2', 'heat-2'],
  ['lost-text', 'heat-1'],
  ['lost-text', 'heat-2'],
] as const

/** Bars, signs and outlines on what they lie on. */
const graphics = [
  // The sign of the largest loss in a heat cell.
  ['lost-text', 'heat-1'],
  ['lost-text', 'heat-2'],
  ['lost-text', 'heat-3'],
  ['paper', 'heat-4'],
  ['paper', 'heat-5'],
  // Marks of the chart grammar: missing, end tick, target.
  ['ink-2', 'paper'],
  ['ink-2', 'actual-wash'],
  ['ink-2', 'heat-3'],
  ['ink', 'lost'],
  ['paper', 'lost'],
  ['paper', 'actual'],
  // Bars on a selected row and on the track of a target.
  ['actual', 'actual-wash'],
  ['lost', 'actual-wash'],
  ['actual', 'chrome'],
  ['actual', 'lost'],
  ['rule-2', 'sunk'],
  ['rule-2', 'actual-wash'],
  ['focus', 'sunk'],
  ['focus', 'actual-wash'],
] as const

describe.each(themes)('charts in theme %s', (_, colours) => {
  test.each(words)('words: %s on %s reaches 4.5:1', (front, back) => {
    expect(contrast(colours, front, back)).toBeGreaterThanOrEqual(4.5)
  })

  test.each(graphics)('marks: %s on %s reaches 3:1', (front, back) => {
    expect(contrast(colours, front, back)).toBeGreaterThanOrEqual(3)
  })

  test('without hue: reached and lost points stay apart, and so do the five heat steps', () => {
    expect(Math.abs(lightness(colours, 'actual') - lightness(colours, 'lost'))).toBeGreaterThan(25)
    for (const step of [1, 2, 3, 4])
      expect(
        Math.abs(lightness(colours, `heat-${step}`) - lightness(colours, `heat-${step + 1}`)),
        `heat ${step} and ${step + 1}`,
      ).toBeGreaterThan(5)
  })
})

test('paper has no hue at all', () => {
  const [, print] = themes[3]
  for (const [name, [red, green, blue]] of print) expect([green, blue], name).toEqual([red, red])
})
