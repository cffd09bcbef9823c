import axe from 'axe-core'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { page, userEvent } from 'vitest/browser'
import { Handout } from '../../../src/features/present/handout/Handout.tsx'
import { LanguageProvider } from '../../../src/ui/language.tsx'
import { HatchPatterns } from '../../../src/ui/Mark.tsx'
import { BuilderSample } from '../../gallery/presentCases.tsx'
import { sampleDeck } from '../../gallery/presentSample.ts'
import '../../gallery/styles.ts'
import { type Mounted, mount } from '../../server/mount.ts'
import { severeFindings } from '../../server/severeFindings.ts'

let drawn: Mounted | undefined
let addresses: (string | undefined)[] = []
let started: string[] = []

const keys = (text: string) => userEvent.keyboard(text)
const heading = page.getByRole('heading', { level: 1 })

beforeEach(async () => {
  addresses = []
  started = []
  await page.viewport(1366, 768)
  drawn = mount(
    <LanguageProvider language="vi">
      <HatchPatterns />
      <main>
        <BuilderSample onAddress={next => addresses.push(next)} start={id => started.push(id)} />
      </main>
    </LanguageProvider>,
  )
  await expect.element(heading).toBeVisible()
})
afterEach(() => {
  drawn?.unmount()
  expect(drawn?.errors).toEqual([])
})

test('says how many slides on what, and what stays on the machine', async () => {
  await expect.element(heading).toHaveTextContent('8 trang chiếu về Tỉnh Trà Vinh: PAR Index 2022')
  await expect.element(page.getByText('Không có gì được gửi ra ngoài máy.')).toBeVisible()
})

test('hidden slides leave the address, keep their place and come back to it', async () => {
  const box = page.getByRole('checkbox', { name: 'Chiếu trang Xếp hạng' })
  await box.click()
  expect(addresses.at(-1)).toBe('cover,headline,waterfall,waterfall.2,heat,actions,sources')
  await expect.element(heading).toHaveTextContent('7 trang chiếu')
  expect(box.element()).toBe(document.activeElement)
  await box.click()
  expect(addresses.at(-1)).toBeUndefined()
})

test('Alt and arrows move a slide, the focus goes with it and the place is said', async () => {
  page.getByRole('checkbox', { name: 'Chiếu trang Kết quả chung' }).element().focus()
  await keys('{Alt>}{ArrowUp}{/Alt}')
  expect(addresses.at(-1)).toBe('headline,cover,waterfall,waterfall.2,league,heat,actions,sources')
  await expect
    .element(page.getByRole('status').first())
    .toHaveTextContent('Kết quả chung: thứ 1 trong 8 trang')
  expect(document.activeElement?.getAttribute('aria-label')).toBe('Chiếu trang Kết quả chung')
  // At the front it stays where it is.
  await keys('{Alt>}{ArrowUp}{/Alt}')
  expect(addresses).toHaveLength(1)
  await keys('{Alt>}{ArrowDown}{/Alt}')
  expect(addresses.at(-1)).toBeUndefined()
})

test('buttons move by one and keep the focus', async () => {
  await page.getByRole('button', { name: 'Đưa trang Trang đầu ra sau' }).click()
  expect(addresses.at(-1)).toMatch(/^headline,cover,/)
  expect(document.activeElement?.getAttribute('aria-label')).toBe('Đưa trang Trang đầu ra sau')
  await page.getByRole('button', { name: 'Chọn lại như ban đầu' }).click()
  expect(addresses.at(-1)).toBeUndefined()
})

test('Enter starts with the first slide, a preview with its own', async () => {
  await keys('{Enter}')
  expect(started).toEqual(['cover'])
  await page.getByRole('button', { name: 'Trình chiếu từ trang Bảng nhiệt' }).click()
  expect(started).toEqual(['cover', 'heat'])
})

test('without a slide there is a sentence and a way back, and nothing to start', async () => {
  for (const box of page.getByRole('checkbox').elements()) await userEvent.click(box)
  expect(addresses.at(-1)).toBe('none')
  await expect.element(heading).toHaveTextContent('Chưa chọn trang chiếu nào')
  expect(page.getByRole('button', { name: 'Bắt đầu trình chiếu' }).query()).toBeNull()
  await keys('{Enter}')
  expect(started).toEqual([])
  await page.getByRole('button', { name: 'Chọn tất cả' }).click()
  await expect.element(heading).toHaveTextContent('8 trang chiếu')
})

test.each([1366, 390])('axe finds nothing serious at %i, and nothing sticks out', async width => {
  await page.viewport(width, 844)
  expect(severeFindings(await axe.run(document.body))).toEqual([])
  expect(document.documentElement.scrollWidth).toBeLessThanOrEqual(width)
})

test('the hand-out holds every slide with its notes and its whole table, once', async () => {
  drawn?.unmount()
  drawn = mount(
    <LanguageProvider language="vi">
      <Handout deck={sampleDeck} isShort={false} />
    </LanguageProvider>,
  )
  await expect.poll(() => document.querySelectorAll('.ps-sheet').length).toBe(sampleDeck.slides.length)
  for (const [at, sheet] of [...document.querySelectorAll('.ps-sheet')].entries()) {
    const slide = sampleDeck.slides[at]
    expect(sheet.textContent).toContain(slide?.title)
    expect(sheet.textContent).toContain(`${at + 1}/${sampleDeck.slides.length}`)
    for (const note of slide?.notes ?? []) expect(sheet.textContent).toContain(note)
    const tables = slide?.table && slide.body.kind !== 'list' ? 1 : 0
    expect(sheet.querySelectorAll('.ps-sheet-table tbody')).toHaveLength(tables)
  }
})

test('the short hand-out holds every slide alone', async () => {
  drawn?.unmount()
  drawn = mount(
    <LanguageProvider language="vi">
      <Handout deck={sampleDeck} isShort={true} />
    </LanguageProvider>,
  )
  await expect.poll(() => document.querySelectorAll('.ps-sheet').length).toBe(sampleDeck.slides.length)
  expect(document.querySelectorAll('.ps-sheet-notes, .ps-sheet-table')).toHaveLength(0)
  // Tied to the next one, no slide would stand on the first page.
  for (const each of document.querySelectorAll('.ps-sheet-slide'))
    expect(getComputedStyle(each).breakAfter).toBe('auto')
})

test('previews come one by one, all of them in the end', async () => {
  expect(document.querySelectorAll('.ps-tile').length).toBe(8)
  await expect.poll(() => document.querySelectorAll('.ps-preview .ps-slide').length).toBe(8)
})
