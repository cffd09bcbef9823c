import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { page } from 'vitest/browser'
import { findPartialTable } from '../../../src/ui/picture/shownRows.ts'
import { askWholeTables } from '../../../src/ui/picture/wholeTables.ts'
import { cases } from '../../gallery/cases.tsx'
import { HeatExample, LineExample, LongTableExample } from '../../gallery/pictureCases.tsx'
import {
  colours,
  draw,
  drawnTexts,
  light,
  parse,
  show,
  showLadder,
  sorted,
  takeDown,
  visibleTexts,
  words,
} from './pictured.tsx'

/** Ladders with rows in them, whatever the gallery shows of them. */
const ladders = cases.map(({ id }) => id).filter(id => /^ladder-/.test(id) && !/nothing|full/.test(id))

afterEach(takeDown)
beforeEach(() => page.viewport(1366, 768))

describe('a picture', () => {
  test('is plain SVG that needs nothing else', async () => {
    const svg = parse(await draw(await showLadder()))
    const names = new Set([...svg.querySelectorAll('*')].map(node => node.localName))
    const plain = [
      'svg',
      'title',
      'desc',
      'style',
      'defs',
      'pattern',
      'clipPath',
      'g',
      'rect',
      'line',
      'path',
      'text',
    ]
    expect([...names].filter(name => ![...plain, 'circle'].includes(name))).toEqual([])
    const text = svg.documentElement.outerHTML.replace('xmlns="http://www.w3.org/2000/svg"', '')
    expect(text).not.toMatch(/https?:|var\(|javascript:|\son[a-z]+=|@import/)
    expect([...text.matchAll(/url\(([^)]{5})/g)].map(found => found[1]?.slice(0, 2))).not.toContain('ht')
  })

  test('carries heading, scope and source, as text and for screen readers', async () => {
    const svg = parse(await draw(await showLadder()))
    expect(svg.documentElement.getAttribute('role')).toBe('img')
    expect(svg.querySelector('title')?.textContent).toBe(words.title)
    expect(svg.querySelector('desc')?.textContent).toBe(`${words.scope}\n${words.source}`)
    drawnTexts(svg)
  })

  test.each(ladders)('%s: has every word and number of the screen, and no other', async id => {
    const element = await showLadder(id)
    expect(drawnTexts(parse(await draw(element)))).toEqual(sorted(visibleTexts(element)))
  })

  test('is light on white whatever the screen is', async () => {
    const element = await showLadder()
    const before = (await draw(element)).text
    document.documentElement.dataset['theme'] = 'dark'
    const picture = await draw(element)
    expect(picture.text).toBe(before)
    const used = colours(parse(picture))
    for (const colour of Object.values(light)) expect(used).toContain(colour)
    expect(getComputedStyle(element).getPropertyValue('--paper')).toBe('#10181f')
  })

  test('copies its hatches under names of its own', async () => {
    const element = await show(<LineExample />, '.example-chart')
    const svg = parse(await draw(element))
    const ids = [...svg.querySelectorAll('[id]')].map(node => node.id)
    expect(new Set(ids).size).toBe(ids.length)
    const named = [...svg.documentElement.outerHTML.matchAll(/url\(#([^)]+)\)/g)].map(found => found[1] ?? '')
    expect(named.length).toBeGreaterThan(0)
    expect(named.filter(id => !ids.includes(id))).toEqual([])
    expect(svg.querySelectorAll('pattern rect')[1]?.getAttribute('fill')).toBe(light.actual)
  })

  test('copies what is used at several scales once for each', async () => {
    const element = await show(
      <section className="example-chart">
        <svg width="0" height="0" aria-hidden="true">
          <clipPath id="example-half">
            <rect width="10" height="10" />
          </clipPath>
        </svg>
        {[200, 50, 100].map(width => (
          // Stretched to double, to half, and not at all.
          <svg key={width} width={width} height="20" viewBox="0 0 100 20" preserveAspectRatio="none">
            <title>{width}</title>
            <rect width="30" height="20" fill="var(--actual)" clipPath="url(#example-half)" />
          </svg>
        ))}
      </section>,
      '.example-chart',
    )
    const svg = parse(await draw(element))
    const uses = [...svg.querySelectorAll('rect[clip-path]')].map(
      rect => rect.getAttribute('clip-path')?.match(/^url\(#(.+)\)$/)?.[1],
    )
    expect(new Set(uses).size).toBe(3)
    const widthOf = (id = '') => svg.querySelector(`clipPath[id="${id}"] rect`)?.getAttribute('width')
    expect(uses.map(widthOf)).toEqual(['20', '5', '10'])
  })

  test('leaves nothing behind on the page', async () => {
    const element = await showLadder()
    const before = document.documentElement.outerHTML
    await draw(element)
    expect(document.documentElement.outerHTML).toBe(before)
    takeDown()
    await expect(draw(element)).rejects.toThrow('gone')
    expect(document.querySelector('iframe[aria-hidden]')).toBeNull()
  })
})

describe('its layout', () => {
  test('stretches a chart of the charts library with the sheet, but not its letters and dots', async () => {
    const element = await show(<LineExample />, '.example-chart')
    const picture = await draw(element)
    expect(picture.width).toBe(960 + 2 * 24)
    const svg = parse(picture)
    // The wider block has no fluid box of 700 pixels: the drawing keeps its size, centred or not.
    expect(svg.querySelectorAll('circle').length).toBeGreaterThan(0)
    expect(
      [...svg.querySelectorAll('[stroke-dasharray]')].map(node => node.getAttribute('stroke-dasharray')),
    ).toContain('6, 3')
    expect(drawnTexts(svg)).toEqual(sorted(visibleTexts(element)))
  })

  test('draws a table that scrolls on the screen whole', async () => {
    const element = await show(<HeatExample />, '.example-chart')
    const scroller = element.querySelector('.table-scroll')
    expect(scroller && scroller.scrollWidth > scroller.clientWidth).toBe(true)
    const svg = parse(await draw(element))
    expect(drawnTexts(svg)).toEqual(sorted(visibleTexts(element)))
    const right = [...svg.querySelectorAll('text')].map(text => Number(text.getAttribute('x')))
    expect(Math.max(...right)).toBeLessThanOrEqual(1008)
    // The hatch of the inferred cell, the dashes of the missing one.
    expect(svg.querySelector('linearGradient[spreadMethod="repeat"]')).not.toBeNull()
    expect(svg.querySelector('[stroke-dasharray]')).not.toBeNull()
  })

  test('leaves out what is folded away and what only works on a screen', async () => {
    const element = await show(
      <section className="example-chart">
        <details>
          <summary>Hai tiêu chí</summary>
          <p>không tách được</p>
        </details>
        <details open>
          <summary>Một đơn vị</summary>
          <p>thiếu số liệu</p>
        </details>
        <p data-picture="skip">Tìm đơn vị</p>
        <p style={{ display: 'none' }}>ẩn</p>
        <label>
          Lọc <input defaultValue="phường" />
        </label>
      </section>,
      '.example-chart',
    )
    expect(drawnTexts(parse(await draw(element)))).toEqual(
      sorted(['Hai tiêu chí', 'Một đơn vị', 'thiếu số liệu', 'Lọc', 'phường']),
    )
  })

  test('puts what is laid over, moved and turned where the screen has it', async () => {
    const element = await show(
      <section className="example-chart">
        <p className="example-turns">
          <i className="moved">giữa</i>
          <i className="turned" />
        </p>
      </section>,
      '.example-chart',
    )
    const svg = parse(await draw(element))
    expect(drawnTexts(svg)).toEqual(sorted(['▲', 'giữa']))
    // 40 wide and moved to the left by half of it; the bar before it is 4 wide.
    expect(svg.querySelector('rect[fill="#00ff00"]')?.closest('g')?.getAttribute('transform')).toContain(
      'matrix(1 0 0 1 -20 0)',
    )
    const bar = svg.querySelector('rect[fill="#0000ff"]')
    expect(['width', 'height'].map(name => bar?.getAttribute(name))).toEqual(['4', '20'])
    const turned = svg.querySelector('rect[fill="#ff00ff"]')?.closest('g')?.getAttribute('transform')
    expect(turned).toMatch(/matrix\(0(\.0+\d*)?(e-\d+)? 1 -1 /)
  })

  test('follows lengths that stand in a stylesheet', async () => {
    const element = await show(
      <section className="example-chart">
        <svg width="100" height="20" aria-hidden="true">
          <rect x="10" y="1" width="50%" style={{ height: 'calc(100% - 6px)' }} fill="red" />
        </svg>
      </section>,
      '.example-chart',
    )
    const rect = parse(await draw(element)).querySelector('rect[fill="#ff0000"]')
    expect(['x', 'y', 'width', 'height'].map(name => rect?.getAttribute(name))).toEqual([
      '10',
      '1',
      '50',
      '14',
    ])
  })

  test('is laid out for a desk also on a phone, and on paper', async () => {
    const element = await showLadder()
    const wide = drawnTexts(parse(await draw(element)))
    await page.viewport(390, 844)
    await expect.poll(() => element.getBoundingClientRect().width).toBeLessThan(391)
    const picture = await draw(element)
    expect(picture.width).toBe(1008)
    expect(drawnTexts(parse(picture))).toEqual(wide)
  })

  test('draws all of 140 rows', async () => {
    const element = await show(<HeatExample rows={140} />, '.example-chart')
    const picture = await draw(element)
    expect(parse(picture).querySelectorAll('text').length).toBeGreaterThan(140 * 7)
  })
})

describe('a table that draws only the rows in view', () => {
  test('draws all of them while a picture is made, and then as before', async () => {
    const element = await show(<LongTableExample rows={120} />, '.example-chart')
    expect(findPartialTable(element)).toEqual({ shown: 10, all: 120 })
    const release = await askWholeTables()
    expect(findPartialTable(element)).toBeNull()
    expect(drawnTexts(parse(await draw(element)))).toContain('120')
    release()
    await expect.poll(() => findPartialTable(element)).toEqual({ shown: 10, all: 120 })
  })

  test('too long for a picture: leaves no blank room for what is not drawn', async () => {
    const element = await show(<LongTableExample rows={3400} />, '.example-chart')
    const release = await askWholeTables()
    expect(findPartialTable(element)).toEqual({ shown: 10, all: 3400 })
    const picture = await draw(element)
    release()
    expect(picture.height).toBeLessThan(600)
  })
})
