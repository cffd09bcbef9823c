import { crc32 } from 'node:zlib'
import { expect, test } from 'vitest'
import { readColour } from '../../../src/ui/picture/colour.ts'
import { escapeText, tag } from '../../../src/ui/picture/markup.ts'
import { withDensity } from '../../../src/ui/picture/pngDensity.ts'

test('text and attributes cannot end their element', () => {
  expect(escapeText('Sở <b> & "Ủy ban"\u0000\u0007')).toBe('Sở &lt;b&gt; &amp; &quot;Ủy ban&quot;')
  expect(tag('text', { x: 1.23456, y: null, 'aria-label': 'a"b' }, escapeText('1 < 2'))).toBe(
    '<text x="1.23" aria-label="a&quot;b">1 &lt; 2</text>',
  )
})

test.each([
  ['rgb(23, 54, 92)', { hex: '#17365c', opacity: 1 }],
  ['rgba(255, 0, 0, 0.5)', { hex: '#ff0000', opacity: 0.5 }],
  ['rgba(0, 0, 0, 0)', null],
  ['color(srgb 1 0.5 0 / 0.25)', { hex: '#ff8000', opacity: 0.25 }],
])('%s', (computed, colour) => {
  expect(readColour(computed)).toEqual(colour)
})

test('a PNG tells its density right behind its header', async () => {
  const head = Uint8Array.from({ length: 33 }, (_, place) => place)
  const file = await withDensity(new Blob([head, 'rest']), 192)
  const bytes = new DataView(await file.arrayBuffer())
  expect(bytes.getUint32(33)).toBe(9)
  // 192 dots per inch ÷ 0.0254 m = 7559.05…
  expect(bytes.getUint32(41)).toBe(7559)
  expect(bytes.getUint32(50)).toBe(crc32(new Uint8Array(bytes.buffer, 37, 13)))
  expect(await file.slice(54).text()).toBe('rest')
})
