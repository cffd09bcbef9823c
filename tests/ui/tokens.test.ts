import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'

const css = readFileSync('src/ui/tokens.css', 'utf8')

/** Colour tokens of the rule that begins with a selector. */
function coloursAfter(selector: string): ReadonlyMap<string, string> {
  const start = css.indexOf(selector)
  if (start < 0) throw new Error(`no rule for ${selector}`)
  const block = css.slice(css.indexOf('{', start) + 1, css.indexOf('}', start))
  return new Map(
    [...block.matchAll(/--([a-z0-9-]+):\s*(#[0-9a-f]{6});/gi)].map(([, name = '', hex = '']) => [name, hex]),
  )
}

const themes = {
  light: coloursAfter('[data-theme="light"]'),
  dark: coloursAfter('[data-theme="dark"]'),
  contrast: coloursAfter('[data-theme="contrast"]'),
  print: coloursAfter('[data-theme] {'),
}
const themeNames = Object.keys(themes) as (keyof typeof themes)[]

/** Relative luminance as WCAG 2 defines it. */
function luminance(hex: string): number {
  const linear = [1, 3, 5]
    .map(at => Number.parseInt(hex.slice(at, at + 2), 16) / 255)
    .map(part => (part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4))
  const [red = 0, green = 0, blue = 0] = linear
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue
}

function contrast(one: string, other: string): number {
  const [low = 0, high = 0] = [luminance(one), luminance(other)].toSorted((a, b) => a - b)
  return (high + 0.05) / (low + 0.05)
}

/** Foregrounds, the backgrounds each of them stands on, and the least contrast between them. */
const pairs = [
  // Words: 7:1 for what is read most, 4.5:1 for the rest.
  { least: 7, on: ['paper', 'chrome', 'sunk'], of: ['ink'] },
  { least: 4.5, on: ['paper', 'chrome', 'sunk'], of: ['ink-2', 'ink-3'] },
  { least: 4.5, on: ['paper', 'lost-wash', 'actual-wash', 'sunk'], of: ['lost-text'] },
  { least: 4.5, on: ['actual-wash'], of: ['ink', 'ink-3'] },
  { least: 4.5, on: ['note-wash'], of: ['note', 'ink', 'ink-2'] },
  { least: 4.5, on: ['paper', 'note-wash', 'sunk'], of: ['link'] },
  { least: 4.5, on: ['actual'], of: ['on-actual'] },
  { least: 4.5, on: ['ink'], of: ['paper'] },
  { least: 4.5, on: ['heat-1', 'heat-2', 'heat-3'], of: ['ink'] },
  { least: 4.5, on: ['heat-4', 'heat-5'], of: ['paper'] },
  // Bars, marks and lines: 3:1.
  { least: 3, on: ['paper', 'actual-wash', 'sunk'], of: ['actual', 'lost'] },
  { least: 3, on: ['paper'], of: ['rule-2'] },
  { least: 3, on: ['paper', 'chrome'], of: ['focus'] },
].flatMap(({ least, on, of }) => of.flatMap(front => on.map(back => ({ front, back, least }))))

test('the measure itself: black on white is 21:1, #767676 on white just over 4.5:1', () => {
  expect(contrast('#000000', '#ffffff')).toBeCloseTo(21, 10)
  expect(contrast('#767676', '#ffffff')).toBeGreaterThan(4.5)
  expect(contrast('#777777', '#ffffff')).toBeLessThan(4.5)
})

describe.each(themeNames)('theme %s', name => {
  const colours = themes[name]
  const colour = (token: string) => {
    const hex = colours.get(token)
    if (hex === undefined) throw new Error(`theme ${name} has no --${token}`)
    return hex
  }

  test('names the same colours as the light one', () => {
    expect([...colours.keys()]).toEqual([...themes.light.keys()])
  })

  test.each(pairs)('$front on $back reaches $least:1', ({ front, back, least }) => {
    expect(contrast(colour(front), colour(back))).toBeGreaterThanOrEqual(least)
  })

  // Scored, lost and paper touch one another in every bar: each must part from both others.
  test('actual, lost and paper part from one another by 3:1', () => {
    const [actual, lost, paper] = [colour('actual'), colour('lost'), colour('paper')]
    for (const [one, other] of [
      [actual, lost],
      [actual, paper],
      [lost, paper],
    ] as const)
      expect(contrast(one, other)).toBeGreaterThanOrEqual(3)
  })

  test('the five heat steps only darken, or only lighten', () => {
    const steps = [1, 2, 3, 4, 5].map(step => luminance(colour(`heat-${step}`)))
    const sorted = steps.toSorted((a, b) => (name === 'dark' ? a - b : b - a))
    expect(steps).toEqual(sorted)
    expect(new Set(steps).size).toBe(5)
  })
})
