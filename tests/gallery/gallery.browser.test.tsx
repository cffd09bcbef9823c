import axe from 'axe-core'
import { afterEach, describe, expect, test } from 'vitest'
import { page } from 'vitest/browser'
import entryText from '../../src/app/main.tsx?raw'
import { lintRuleSet } from '../../src/scoring/lint/lintRuleSet.ts'
import { lintSubmission } from '../../src/scoring/lint/lintSubmission.ts'
import { LanguageProvider } from '../../src/ui/language.tsx'
import { HatchPatterns } from '../../src/ui/Mark.tsx'
import { type Mounted, mount } from '../server/mount.ts'
import { severeFindings } from '../server/severeFindings.ts'
import { cases } from './cases.tsx'
import { Frame, showPrintLook } from './GalleryPage.tsx'
import { leaves, views } from './samples.ts'
import './styles.ts'
import stylesText from './styles.ts?raw'
import './gallery.css'

const office = { width: 1366, height: 768 }
const phone = { width: 390, height: 844 }

const looks = [
  { name: 'light', theme: 'light', language: 'vi', size: office },
  { name: 'dark, in English', theme: 'dark', language: 'en', size: office },
  { name: 'high contrast, on a phone', theme: 'contrast', language: 'vi', size: phone },
] as const

let drawn: Mounted | undefined

afterEach(() => {
  drawn?.unmount()
  drawn = undefined
})

/** Draws one case in its frame and waits for the charts that are loaded late and for what moves. */
async function draw(shown: (typeof cases)[number], language: 'vi' | 'en'): Promise<HTMLElement> {
  document.documentElement.lang = language
  drawn = mount(
    <LanguageProvider language={language}>
      <HatchPatterns />
      <div className="gallery">
        <Frame shown={shown} />
      </div>
    </LanguageProvider>,
  )
  const { box } = drawn
  await expect.poll(() => box.querySelector('.frame')?.childElementCount).toBeGreaterThan(0)
  if (box.querySelector('.ladder-rows li'))
    await expect.poll(() => box.querySelectorAll('.recharts-surface').length, { timeout: 10_000 }).toBe(2)
  const frame = box.querySelector<HTMLElement>('.frame')
  if (!frame) throw new Error('the case has no frame')
  await Promise.all(frame.getAnimations({ subtree: true }).map(animation => animation.finished))
  return frame
}

/** The frame or boxes inside it that could be scrolled sideways, with what sticks out; wide tables may. */
function tooWide(frame: HTMLElement): readonly string[] {
  const boxes = [frame, ...frame.querySelectorAll('*')].filter(
    box => box === frame || (!box.matches('.table-scroll') && getComputedStyle(box).overflowX === 'auto'),
  )
  return boxes
    .filter(box => box.scrollWidth > box.clientWidth)
    .map(box => {
      const edge = box.getBoundingClientRect().right + 1
      const [text] = textBoxes(box).find(([, { right }]) => right > edge) ?? []
      return `${box.className} by ${box.scrollWidth - box.clientWidth}: ${text}`
    })
}

/** Pairs of texts of the score row that are written over each other. */
function overlaps(frame: HTMLElement): readonly string[] {
  return [...frame.querySelectorAll('.end-row')].flatMap(row => {
    const texts = textBoxes(row)
    return texts.flatMap(([text, box], place) =>
      texts
        .slice(place + 1)
        .filter(([, other]) => box.left < other.right - 1 && other.left < box.right - 1)
        .map(([other]) => `${text} over ${other}`),
    )
  })
}

function textBoxes(element: Element): readonly (readonly [string, DOMRect])[] {
  const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT)
  const boxes: (readonly [string, DOMRect])[] = []
  while (walker.nextNode()) {
    const range = document.createRange()
    range.selectNodeContents(walker.currentNode)
    const box = range.getBoundingClientRect()
    if (box.width > 0) boxes.push([range.toString(), box])
  }
  return boxes
}

describe.each(looks)('$name', ({ theme, language, size }) => {
  test.each(cases)('$id: draws, fits and is accessible', async shown => {
    await page.viewport(size.width, size.height)
    document.documentElement.dataset['theme'] = theme
    const frame = await draw(shown, language)
    expect(drawn?.errors).toEqual([])
    expect(tooWide(frame), 'too wide').toEqual([])
    expect(overlaps(frame)).toEqual([])
    const results = await axe.run(frame, {
      resultTypes: ['violations'],
      // Parts are looked at outside their page: headings and landmarks are the page's own matter.
      rules: { 'heading-order': { enabled: false }, region: { enabled: false } },
    })
    expect(severeFindings(results)).toEqual([])
  })
})

test('no points draw no bar', async () => {
  await page.viewport(office.width, office.height)
  const nothing = cases.find(each => each.id === 'ladder-nothing')
  if (!nothing) throw new Error('the case is gone')
  const frame = await draw(nothing, 'vi')
  expect(frame.querySelector('.end-row.score .reached')?.getBoundingClientRect().width).toBeLessThanOrEqual(1)
})

describe('the gallery', () => {
  test('shows each case under an id of its own', () => {
    const ids = cases.map(each => each.id)
    expect(ids).toEqual([...new Set(ids)])
  })

  test('is drawn with the styles of the product, in the same order', () => {
    const stylesheets = (text: string, from: string) =>
      [...text.matchAll(/import '(.*\.css)'/g)].map(
        ([, path = '']) => new URL(path, `http://x/${from}`).pathname,
      )
    expect(stylesheets(stylesText, 'tests/gallery/')).toEqual(stylesheets(entryText, 'src/app/'))
  })

  test.each(Object.entries({ ...views, ...leaves }))('scores files that hold: %s', (_, view) => {
    const problems = [
      ...lintRuleSet(view.ruleSet, 'rules'),
      ...lintSubmission(view.submission, view.ruleSet, 'figures'),
    ]
    // Metrics that only other samples use are warned about.
    expect(problems.filter(problem => problem.severity === 'error')).toEqual([])
  })
})

// Last: the rules for paper stay in force until the page is gone.
describe('printed', () => {
  test.each(cases)('$id: draws and fits', async shown => {
    await page.viewport(1032, 690) // A4 landscape within its margins
    document.documentElement.dataset['theme'] = 'light'
    showPrintLook()
    const frame = await draw(shown, 'vi')
    expect(drawn?.errors).toEqual([])
    expect(tooWide(frame), 'too wide').toEqual([])
  })
})
