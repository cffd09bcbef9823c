import fc from 'fast-check'
import { expect, test } from 'vitest'
import { allNamed, elementAt, elementsIn, readXml, textIn } from '../../../src/io/exports/xmlText.ts'

test('elements, attributes and text as they stand', () => {
  const root = readXml(
    '\ufeff<?xml version="1.0"?>\n<!-- a > b --><w:a x="1" y=\'hai\'><w:b>m &amp; n</w:b><w:b/>\n<c><![CDATA[<x>]]></c></w:a >\n',
  )
  expect(root.name).toBe('w:a')
  expect([...root.attributes]).toEqual([
    ['x', '1'],
    ['y', 'hai'],
  ])
  expect(elementsIn(root).map(each => each.name)).toEqual(['w:b', 'w:b', 'c'])
  expect(elementsIn(root, 'w:b').map(textIn)).toEqual(['m & n', ''])
  expect(textIn(elementAt(root, 'c') ?? root)).toBe('<x>')
  expect(elementAt(root, 'c', 'none')).toBeNull()
  expect(allNamed(readXml('<a><b><b/></b></a>'), 'b')).toHaveLength(2)
})

test('the five entities and numbers', () => {
  expect(textIn(readXml('<a>&lt;&gt;&quot;&apos;&amp;&#272;&#x1ea1;</a>'))).toBe('<>"\'&Đạ')
})

test.each([
  ['a document type', '<!DOCTYPE a [<!ENTITY b "cc">]><a>&b;</a>'],
  ['an unknown entity', '<a>&nbsp;</a>'],
  ['a lone ampersand', '<a>1 & 2</a>'],
  ['tags that cross', '<a><b></a></b>'],
  ['an element that does not end', '<a><b>'],
  ['two roots', '<a/><b/>'],
  ['nothing', ''],
  ['text outside', '<a/>x'],
  ['an attribute twice', '<a x="1" x="2"/>'],
  ['a tag without a name', '<a>< b/></a>'],
  ['a comment without end', '<a><!-- </a>'],
  ['a closing tag alone', '</a>'],
])('refuses %s', (_, text) => {
  expect(() => readXml(text)).toThrow('XML')
})

test('refuses nesting without end, and takes what our files have', () => {
  const nested = (depth: number) => `${'<a>'.repeat(depth)}${'</a>'.repeat(depth)}`
  expect(readXml(nested(200)).name).toBe('a')
  expect(() => readXml(nested(202))).toThrow('too much')
})

test('any text comes back as it went in', () => {
  const escaped = (text: string) =>
    text.replace(/[&<>"]/g, letter => `&#${letter.charCodeAt(0)};`).replaceAll('\r', '&#13;')
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), text => {
      const root = readXml(`<a x="${escaped(text)}">${escaped(text)}</a>`)
      expect(textIn(root)).toBe(text)
      expect(root.attributes.get('x')).toBe(text)
    }),
  )
})
