import type { ReactNode } from 'react'
import { expect } from 'vitest'
import { LanguageProvider } from '../../../src/ui/language.tsx'
import { HatchPatterns } from '../../../src/ui/Mark.tsx'
import { elementToSvg, type SvgPicture } from '../../../src/ui/picture/elementToSvg.ts'
import { cases } from '../../gallery/cases.tsx'
import '../../gallery/styles.ts'
import { type Mounted, mount } from '../../server/mount.ts'

export const light = { actual: '#17365c', lost: '#d2622a', ink: '#14202b', paper: '#ffffff' }
export const words = {
  title: 'Mất 4,5 điểm & <nhiều nhất> ở "hồ sơ trực tuyến"',
  scope: 'Xã Liên Sơn Lắk · Bộ chỉ số 766 · 10/10/2026',
  source: 'Nguồn: Quyết định 766/QĐ-TTg; phần gạch chéo là suy ra.',
  made: 'ParBoard, ảnh tạo ngày 21/11/2026',
}

let shown: Mounted | undefined

/** After each test: whatever was drawn threw nothing and is gone. */
export function takeDown(): void {
  shown?.unmount()
  expect(shown?.errors ?? []).toEqual([])
  shown = undefined
  document.documentElement.dataset['theme'] = 'light'
}

export async function show(node: ReactNode, selector: string): Promise<HTMLElement> {
  shown = mount(
    <LanguageProvider language="vi">
      <HatchPatterns />
      {node}
    </LanguageProvider>,
  )
  const { box } = shown
  await expect.poll(() => box.querySelector(selector)).not.toBeNull()
  const element = box.querySelector<HTMLElement>(selector)
  if (!element) throw new Error(`nothing matches ${selector}`)
  return element
}

/** The ladder of a gallery case, with the charts that arrive last. */
export async function showLadder(id = 'ladder'): Promise<HTMLElement> {
  const found = cases.find(each => each.id === id)
  if (!found) throw new Error(`no gallery case ${id}`)
  const element = await show(found.draw(), '.ladder-section')
  await expect.poll(() => element.querySelectorAll('.recharts-surface').length, { timeout: 10_000 }).toBe(2)
  return element
}

export const draw = (element: HTMLElement) => elementToSvg({ ...words, element })

/** Parsed as strictly as a drawing program would. */
export function parse({ text }: SvgPicture): XMLDocument {
  const parsed = new DOMParser().parseFromString(text, 'image/svg+xml')
  expect(parsed.querySelector('parsererror')?.textContent).toBeUndefined()
  return parsed
}

/** Words without white space, sorted: lines may break elsewhere, and the order of painting is not that of reading. */
export const sorted = (texts: readonly string[]) =>
  texts
    .flatMap(text => text.split(/[ \n]+/))
    .filter(word => word !== '')
    .toSorted()

/** What the eye finds on the screen in a block. */
export function visibleTexts(element: HTMLElement): readonly string[] {
  const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT)
  const texts: string[] = []
  while (walker.nextNode()) {
    const parent = walker.currentNode.parentElement
    if (!parent || parent.closest('.visually-hidden, .section-actions, [data-picture="skip"], title, desc'))
      continue
    if (getComputedStyle(parent).visibility !== 'visible') continue
    const range = document.createRange()
    range.selectNodeContents(walker.currentNode)
    const before = getComputedStyle(parent, '::before').content.match(/^"(.*)"$/)?.[1] ?? ''
    if (before.trim() !== '') texts.push(before)
    if (range.getBoundingClientRect().width > 0) texts.push(range.toString())
  }
  return texts
}

/** Texts of the picture without its heading and foot. */
export function drawnTexts(svg: XMLDocument): readonly string[] {
  const around = sorted([words.title, words.scope, words.source, words.made])
  const all = sorted([...svg.querySelectorAll('text')].map(text => text.textContent ?? ''))
  for (const word of around) {
    const at = all.indexOf(word)
    expect(at, `${word} of the heading or foot`).toBeGreaterThanOrEqual(0)
    all.splice(at, 1)
  }
  return all
}

/** Every colour that is painted with. */
export const colours = (svg: XMLDocument) =>
  new Set(
    [...svg.querySelectorAll('[fill], [stroke]')].flatMap(node =>
      ['fill', 'stroke'].map(name => node.getAttribute(name) ?? 'none'),
    ),
  )
