import { describe, expect, test } from 'vitest'
import { linesIn, sizeThatFits, textWidth } from '../../../../src/io/exports/pptx/textWidth.ts'

describe('how wide a text is', () => {
  test('signs over letters take no room, whichever way they are written', () => {
    expect(textWidth('ấ', 20)).toBe(textWidth('a', 20))
    expect(textWidth('Trực tuyến'.normalize('NFD'), 20)).toBe(textWidth('Trực tuyến', 20))
  })

  test('grows with the size, bold is wider', () => {
    expect(textWidth('Sở', 40)).toBeCloseTo(2 * textWidth('Sở', 20), 10)
    expect(textWidth('Sở', 20, true)).toBeGreaterThan(textWidth('Sở', 20))
  })

  test('breaks at blanks, and inside of what has none', () => {
    const word = textWidth('trực', 20)
    expect(linesIn('trực trực trực', word * 1.1, 20)).toBe(3)
    expect(linesIn('trực trực trực', word * 5, 20)).toBe(1)
    expect(linesIn('trựctrựctrực', word * 1.1, 20)).toBe(3)
    expect(linesIn('', 1, 20)).toBe(1)
  })

  test('takes the largest size that fits, and the smallest where none does', () => {
    const sizes = { largest: 20, smallest: 12 }
    expect(sizeThatFits('Sở', { width: 5, height: 1 }, sizes)).toBe(20)
    expect(sizeThatFits('Sở Xây dựng '.repeat(40), { width: 1, height: 0.3 }, sizes)).toBe(12)
  })
})
