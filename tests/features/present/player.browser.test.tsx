import axe from 'axe-core'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { page, userEvent } from 'vitest/browser'
import { usePreferences } from '../../../src/state/preferences.ts'
import { LanguageProvider } from '../../../src/ui/language.tsx'
import { HatchPatterns } from '../../../src/ui/Mark.tsx'
import { PlayerSample, playedDeck } from '../../gallery/presentCases.tsx'
import '../../gallery/styles.ts'
import { type Mounted, mount } from '../../server/mount.ts'
import { severeFindings } from '../../server/severeFindings.ts'

let drawn: Mounted | undefined
let addresses: string[] = []
let left = 0

async function play(props: Parameters<typeof PlayerSample>[0] = {}) {
  drawn = mount(
    <LanguageProvider language="vi">
      <HatchPatterns />
      <button type="button">Phía sau</button>
      <PlayerSample
        onAddress={id => addresses.push(id)}
        onLeave={() => {
          left += 1
        }}
        {...props}
      />
    </LanguageProvider>,
  )
  await expect.poll(title).not.toBe('')
}

const slides = playedDeck.slides
const shown = () => document.querySelector('.ps-frame:not([data-away])')
const title = () => shown()?.querySelector('h1')?.textContent ?? ''
const region = () => document.querySelector('.ps-room')?.getAttribute('aria-label')
const blank = () => document.querySelector('.ps-blank')?.className
const keys = (text: string) => userEvent.keyboard(text)
/** Letters typed one after the other with time between them are keys of their own. */
const pause = () => new Promise(done => setTimeout(done, 650))

beforeEach(async () => {
  addresses = []
  left = 0
  usePreferences.setState({ letterKeys: true })
  await page.viewport(1366, 768)
})
afterEach(() => {
  drawn?.unmount()
  expect(drawn?.errors).toEqual([])
  drawn = undefined
})

describe('turning pages', () => {
  test.each([
    ['{ArrowRight}', 1],
    ['{ArrowDown}', 1],
    ['{PageDown}', 1],
    [' ', 1],
    ['{Enter}', 1],
    ['{End}', slides.length - 1],
    ['{End}{ArrowLeft}', slides.length - 2],
    ['{End}{ArrowUp}', slides.length - 2],
    ['{End}{PageUp}', slides.length - 2],
    ['{End}{Home}', 0],
    ['{ArrowLeft}', 0],
    ['{End}{ArrowRight}', slides.length - 1],
    ['5{Enter}', 4],
    ['5{Escape}{ArrowRight}', 1],
  ])('%s leads to slide %i, counted from 0', async (pressed, at) => {
    await play()
    await keys(pressed)
    await expect.poll(title).toBe(slides[at]?.title)
    expect(region()).toBe(`Trang chiếu ${at + 1}/${slides.length}`)
    if (at > 0) expect(addresses.at(-1)).toBe(slides[at]?.id)
    expect(left).toBe(0)
  })

  test('fast presses lose none, and the address ends where the wall does', async () => {
    await play()
    await keys('{ArrowRight}{ArrowRight}{ArrowRight}{ArrowLeft}{ArrowRight}')
    await expect.poll(title).toBe(slides[3]?.title)
    expect(addresses.at(-1)).toBe(slides[3]?.id)
  })

  test('the slides that may come next are laid out and out of reach', async () => {
    await play({ opening: 'headline' })
    const away = [...document.querySelectorAll('.ps-frame[data-away]')]
    expect(away).toHaveLength(2)
    for (const each of away) expect(each.hasAttribute('inert')).toBe(true)
  })

  test('only the chosen slides, in their order', async () => {
    await play({ opening: 'heat', slides: 'heat,cover' })
    expect(region()).toBe('Trang chiếu 1/2')
    await keys('{ArrowRight}')
    await expect.poll(title).toBe(slides[0]?.title)
  })

  test('a press at the edges turns pages, a press on the slide does not', async () => {
    await play()
    const room = page.getByRole('region', { name: /Trang chiếu/ })
    await room.click({ position: { x: 1350, y: 400 } })
    await expect.poll(title).toBe(slides[1]?.title)
    await room.click({ position: { x: 700, y: 600 } })
    expect(title()).toBe(slides[1]?.title)
    await room.click({ position: { x: 10, y: 400 } })
    await expect.poll(title).toBe(slides[0]?.title)
  })
})

describe('blank walls', () => {
  test.each([
    ['b', 'ps-black'],
    ['.', 'ps-black'],
    ['w', 'ps-white'],
  ])('%s, and any key brings the slide back without moving', async (key, look) => {
    for (const back of [key, '{ArrowRight}', ' ', '{Escape}', 'x']) {
      await play()
      await keys(key)
      expect(blank()).toContain(look)
      await pause()
      await keys(back)
      expect(blank()).toBeUndefined()
      expect(title()).toBe(slides[0]?.title)
      expect(left).toBe(0)
      drawn?.unmount()
    }
  })

  test('w on a black wall makes it white', async () => {
    await play()
    await keys('b')
    await pause()
    await keys('w')
    expect(blank()).toContain('ps-white')
  })
})

describe('jumping', () => {
  test('letters without accents find an agency; Escape goes back to the slide that was left', async () => {
    await play({ opening: 'league' })
    await keys('so noi')
    await expect.element(page.getByRole('combobox')).toHaveValue('so noi')
    await expect.element(page.getByRole('option').first()).toHaveTextContent('Sở Nội vụ')
    await keys('{Enter}')
    await expect.poll(title).toBe('so-noi-vu 0')
    expect(addresses.at(-1)).toBe('agency.so-noi-vu')
    // Whose figures these are stands on the slide, not only in the title.
    expect(shown()?.querySelector('.ps-foot')?.textContent).toContain('Phạm vi của so-noi-vu')
    expect(shown()?.querySelector('.ps-kicker')).not.toBeNull()
    await keys('{ArrowRight}')
    await expect.poll(title).toBe('so-noi-vu 1')
    await keys('{Escape}')
    await expect.poll(title).toBe(slides[4]?.title)
    expect(left).toBe(0)
  })

  test('Backspace goes back too', async () => {
    await play({ opening: 'league' })
    await keys('/')
    await keys('h15.20{Enter}')
    await expect.poll(title).toBe('dak-lak-kkt 0')
    await keys('{Backspace}')
    await expect.poll(title).toBe(slides[4]?.title)
  })

  test('a letter that is a key acts at once and never becomes the beginning of a word', async () => {
    await play({ opening: 'waterfall' })
    await keys('ttn')
    expect(page.getByRole('combobox').query()).toBeNull()
    expect(shown()?.querySelector('.ps-bars')).not.toBeNull()
    await expect.element(page.getByRole('complementary', { name: 'Ghi chú' })).toBeVisible()
  })

  test('a number beyond the last slide says so and stays', async () => {
    await play({ opening: 'waterfall' })
    await keys('99{Enter}')
    await expect.element(page.getByText('Không có trang\u00a099')).toBeVisible()
    expect(title()).toBe(slides[2]?.title)
  })

  test('a word that begins with the letter of a key begins with a stroke', async () => {
    await play()
    await keys('/')
    await keys('bql')
    await expect.element(page.getByRole('combobox')).toHaveValue('bql')
    expect(blank()).toBeUndefined()
    await keys('{Enter}')
    await expect.poll(title).toBe('dak-lak-kkt 0')
  })

  test('slides are found by name; Escape closes the box and nothing else', async () => {
    await play()
    await keys('/')
    await keys('{Escape}')
    expect(page.getByRole('combobox').query()).toBeNull()
    expect(left).toBe(0)
    await keys('xep hang{Enter}')
    await expect.poll(title).toBe(slides[4]?.title)
    await expect.poll(() => document.activeElement?.className).toBe('ps-room')
  })

  test('an agency without figures says so', async () => {
    await play()
    await keys('/')
    await keys('im lang{Enter}')
    await expect.element(page.getByText('Chưa có số liệu của Sở Im lặng')).toBeVisible()
    expect(title()).toBe(slides[0]?.title)
  })

  test('a reload on an agency’s slide stays there', async () => {
    await play({ opening: 'agency.so-noi-vu.2' })
    await expect.poll(title).toBe('so-noi-vu 1')
  })
})

describe('what lies over the slide', () => {
  test('a press on a row opens its receipt; Escape closes it, the next one leaves', async () => {
    await play({ opening: 'waterfall' })
    await page.getByRole('button', { name: 'Hồ sơ trực tuyến toàn trình' }).click()
    await expect.element(page.getByRole('dialog', { name: 'Phiếu tính điểm' })).toBeVisible()
    await keys('{ArrowRight}')
    expect(title()).toBe(slides[2]?.title)
    await keys('{Escape}')
    await expect.poll(() => document.querySelector('dialog.receipt')).toBeNull()
    expect(left).toBe(0)
    // The focus is on the wall again: Space turns the page.
    await keys(' ')
    await expect.poll(title).toBe(slides[3]?.title)
    await keys('{Escape}')
    expect(left).toBe(1)
  })

  test('by keyboard: Tab to a row, Enter opens it', async () => {
    await play({ opening: 'waterfall' })
    await keys('{Tab}')
    expect(document.activeElement?.className).toBe('ps-open')
    await keys('{Enter}')
    await expect.element(page.getByRole('dialog', { name: 'Phiếu tính điểm' })).toBeVisible()
  })

  test('by keyboard: rows of the table behind the chart come before the controls and open too', async () => {
    await play({ opening: 'waterfall' })
    await keys('t{Tab}')
    expect(document.activeElement?.closest('.ps-table')).not.toBeNull()
    await keys('{Enter}')
    await expect.element(page.getByRole('dialog', { name: 'Phiếu tính điểm' })).toBeVisible()
  })

  test('a row of an agency leads to its slides', async () => {
    await play({ opening: 'headline' })
    await page.getByRole('button', { name: 'Điểm đạt' }).click()
    await expect.element(page.getByRole('dialog', { name: 'Phiếu tính điểm' })).toBeVisible()
  })

  test('t shows the table in place of the chart, n what to say, d the dark, ? the keys', async () => {
    await play({ opening: 'waterfall' })
    await keys('t')
    await expect.poll(() => shown()?.querySelector('.ps-table tbody')?.textContent).toContain('suy ra 5,75')
    await pause()
    await keys('t')
    expect(shown()?.querySelector('.ps-bars')).not.toBeNull()
    await pause()
    await keys('n')
    await expect.element(page.getByRole('complementary', { name: 'Ghi chú' })).toBeVisible()
    await pause()
    await keys('n')
    expect(document.querySelector('.ps-side')).toBeNull()
    await pause()
    await keys('d')
    expect(document.documentElement.dataset['theme']).toBe('dark')
    await pause()
    await keys('d')
    expect(document.documentElement.dataset['theme']).toBe('light')
    await keys('?')
    await expect.element(page.getByRole('region', { name: 'Phím khi trình chiếu' })).toBeVisible()
    await keys('{Escape}')
    expect(document.querySelector('.ps-keys')).toBeNull()
    expect(left).toBe(0)
  })

  test('letters that are switched off do nothing, arrows go on', async () => {
    usePreferences.setState({ letterKeys: false })
    await play()
    await keys('bwtnd.x5/?')
    expect(blank()).toBeUndefined()
    expect(page.getByRole('combobox').query()).toBeNull()
    expect(document.querySelector('.ps-side')).toBeNull()
    expect(title()).toBe(slides[0]?.title)
    await keys('{ArrowRight}')
    await expect.poll(title).toBe(slides[1]?.title)
  })

  test('keys of the page behind rest', async () => {
    const heard: string[] = []
    const listen = (event: KeyboardEvent) => {
      if (!event.defaultPrevented) heard.push(event.key)
    }
    document.addEventListener('keydown', listen)
    await play()
    await keys('g')
    await keys('{Escape}{ArrowRight}')
    document.removeEventListener('keydown', listen)
    expect(heard).toEqual([])
  })

  test('the theme of the reader comes back when the show is over', async () => {
    document.documentElement.dataset['theme'] = 'dark'
    await play()
    expect(document.documentElement.dataset['theme']).toBe('light')
    drawn?.unmount()
    expect(document.documentElement.dataset['theme']).toBe('dark')
    delete document.documentElement.dataset['theme']
  })
})

describe.each([
  [1920, 1080, 'wide'],
  [1366, 768, 'wide'],
  [1024, 768, 'narrow'],
  [390, 844, 'narrow'],
  [844, 390, 'wide'],
] as const)('on %i × %i', (width, height, shape) => {
  test('every slide stands whole, in letters of at least 24 px', async () => {
    await page.viewport(width, height)
    await play()
    await document.fonts.ready
    for (const slide of slides) {
      await expect.poll(title).toBe(slide.title)
      const stage = shown()?.querySelector<HTMLElement>('.ps-slide')
      const body = stage?.querySelector<HTMLElement>('.ps-body')
      expect(stage?.dataset['shape']).toBe(shape)
      if (!stage || !body) throw new Error('no slide')
      expect(body.scrollHeight).toBeLessThanOrEqual(body.clientHeight + 1)
      expect(body.scrollWidth).toBeLessThanOrEqual(body.clientWidth + 1)
      for (const part of stage.querySelectorAll('*:not(svg *)'))
        if ([...part.childNodes].some(node => node.nodeType === Node.TEXT_NODE && node.textContent?.trim()))
          expect(Number.parseFloat(getComputedStyle(part).fontSize)).toBeGreaterThanOrEqual(24)
      const frame = shown()?.getBoundingClientRect()
      expect(frame?.width).toBeLessThanOrEqual(width + 1)
      expect(frame?.height).toBeLessThanOrEqual(height + 1)
      await keys('{PageDown}')
    }
  })
})

test.each(['waterfall', 'league', 'heat', 'actions', 'headline'])(
  'axe finds nothing serious on %s',
  async id => {
    await play({ opening: id })
    await keys('n')
    expect(severeFindings(await axe.run('.ps-player'))).toEqual([])
  },
)
