import { readFileSync } from 'node:fs'
import { type Download, expect, type Locator, type Page } from '@playwright/test'
import { findSevere, ladderOf, openAt, openOverview, tabTo, test } from '../server/journey.ts'

const opener = (block: Locator) => block.getByRole('button', { name: 'Tải ảnh' })

/** Presses through the menu of a chart and waits for the file. */
async function take(page: Page, block: Locator, kind: 'PNG' | 'SVG'): Promise<Download> {
  await opener(block).click()
  const download = page.waitForEvent('download')
  await block.getByRole('button', { name: new RegExp(`^Ảnh ${kind}`) }).click()
  return download
}

const textOf = async (download: Download) => readFileSync(await download.path(), 'utf8')

/** Texts of the picture in the order of painting. */
const textsIn = (svg: string) => [...svg.matchAll(/<text[^>]*>([^<]*)</g)].map(found => found[1] ?? '')

test.describe('a picture of the losses', () => {
  test('is a PNG of its own name, without a word of complaint from the security policy', async ({ page }) => {
    await openOverview(page)
    const download = await take(page, ladderOf(page), 'PNG')
    expect(download.suggestedFilename()).toMatch(/^thac-diem-mat[a-z0-9_.-]*tra-vinh[a-z0-9_.-]*2022\.png$/)
    const bytes = readFileSync(await download.path())
    expect(bytes.subarray(1, 4).toString()).toBe('PNG')
    // Twice as many dots as the sheet has pixels: at least 960 and a margin of 24 on either side.
    expect(bytes.readUInt32BE(16)).toBeGreaterThanOrEqual(2 * (960 + 48))
    await expect(page.getByRole('status').filter({ hasText: 'Đã tải ảnh thac-diem-mat' })).toBeAttached()
  })

  test('is an SVG with the sentence, the scope, the source and every number of the rows', async ({
    page,
  }) => {
    await openOverview(page)
    const svg = await textOf(await take(page, ladderOf(page), 'SVG'))
    const texts = textsIn(svg)
    const drawn = texts.join('\n')
    expect(texts[0]).toMatch(/^Mất .*1,2266/)
    expect(drawn).toContain('Trà Vinh')
    expect(drawn).toMatch(/ảnh tạo ngày \d{2}\/\d{2}\/\d{4}/)
    const rows = await ladderOf(page).getByRole('listitem').getByRole('button').allInnerTexts()
    const numbers = rows.flatMap(row => row.match(/\d+,\d+/g) ?? [])
    expect(numbers.length).toBeGreaterThan(12)
    for (const number of numbers) expect(drawn).toContain(number)
    expect(svg).not.toMatch(/<foreignObject|<script|https?:\/\/(?!www\.w3\.org\/2000\/svg)/)
  })

  test('is the same from a dark screen and from forced colours', async ({ page }) => {
    // The foot says when it was drawn.
    await page.clock.setFixedTime(new Date('2026-11-22T09:00:00+07:00'))
    await openOverview(page)
    const light = await textOf(await take(page, ladderOf(page), 'SVG'))
    await page.emulateMedia({ colorScheme: 'dark' })
    await expect(page.locator('html')).toHaveAttribute('data-theme', 'dark')
    expect(await textOf(await take(page, ladderOf(page), 'SVG'))).toBe(light)
    await page.emulateMedia({ colorScheme: 'light', forcedColors: 'active' })
    expect(await textOf(await take(page, ladderOf(page), 'SVG'))).toBe(light)
  })

  test('can be opened alone, and looks as it should', async ({ page, context }) => {
    await openOverview(page)
    const download = await take(page, ladderOf(page), 'SVG')
    const svg = await textOf(download)
    const alone = await context.newPage()
    await alone.setContent(svg.slice(svg.indexOf('<svg')))
    await alone.evaluate(() => document.fonts.ready)
    const picture = alone.locator('svg')
    await expect(picture).toHaveAccessibleName(/^Mất .*1,2266/)
    // Numbers stand where the screen has them: right of the names, ending on one line.
    const ends = await picture
      .locator('text')
      .evaluateAll(texts =>
        texts
          .filter(text => /^−\d/.test(text.textContent ?? '') && text.getAttribute('font-size') === '13')
          .map(text => text.getBoundingClientRect().left),
      )
    expect(ends.length).toBeGreaterThan(5)
    expect(Math.max(...ends) - Math.min(...ends)).toBeLessThan(2)
    await alone.close()
  })
})

test.describe('the menu', () => {
  test('works by keyboard alone; Escape leaves all as it was', async ({ page }) => {
    await openOverview(page)
    const address = page.url()
    const button = opener(ladderOf(page))
    await tabTo(page, button)
    await page.keyboard.press('Enter')
    await expect(button).toHaveAttribute('aria-expanded', 'true')
    await page.keyboard.press('Tab')
    await expect(ladderOf(page).getByRole('button', { name: /^Ảnh PNG/ })).toBeFocused()
    await page.keyboard.press('Escape')
    await expect(button).toBeFocused()
    await expect(button).toHaveAttribute('aria-expanded', 'false')

    await page.keyboard.press('Enter')
    await page.keyboard.press('Tab')
    const download = page.waitForEvent('download')
    await page.keyboard.press('Enter')
    expect((await download).suggestedFilename()).toMatch(/\.png$/)
    await expect(button).toBeFocused()
    expect(page.url()).toBe(address)
  })

  test('closes when something else is pressed, and shows over the chart', async ({ page }) => {
    await openOverview(page)
    await opener(ladderOf(page)).click()
    const choice = ladderOf(page).getByRole('button', { name: /^Ảnh SVG/ })
    await expect(choice).toBeVisible()
    await page.getByRole('heading', { level: 1 }).click()
    await expect(choice).toBeHidden()
  })

  for (const theme of ['light', 'dark'] as const)
    test(`has nothing axe finds serious in ${theme}`, async ({ page }) => {
      await page.emulateMedia({ colorScheme: theme })
      await openOverview(page)
      await opener(ladderOf(page)).click()
      await expect(ladderOf(page).getByRole('button', { name: /^Ảnh PNG/ })).toBeVisible()
      expect(await findSevere(page)).toEqual([])
    })

  test('has targets for a thumb on a phone', async ({ page }) => {
    await page.setViewportSize({ width: 390, height: 844 })
    await openOverview(page)
    const button = opener(ladderOf(page))
    await button.click()
    for (const target of [button, ladderOf(page).getByRole('button', { name: /^Ảnh PNG/ })]) {
      const box = await target.boundingBox()
      expect(Math.min(box?.width ?? 0, box?.height ?? 0)).toBeGreaterThanOrEqual(44)
      expect(box?.x ?? -1).toBeGreaterThanOrEqual(0)
      expect((box?.x ?? 0) + (box?.width ?? 999)).toBeLessThanOrEqual(390)
    }
  })
})

test.describe('when the drawing part cannot be had', () => {
  test.use({ expectedErrors: /savePicture|Failed to load resource/ })

  test('says so and loses nothing', async ({ page }) => {
    await page.route('**/savePicture-*.js', route => route.abort())
    await openOverview(page)
    await opener(ladderOf(page)).click()
    await ladderOf(page)
      .getByRole('button', { name: /^Ảnh PNG/ })
      .click()
    await expect(page.getByRole('alert')).toHaveText(
      /^Không vẽ được ảnh: không tải được phần vẽ ảnh; hãy thử lại\./,
    )
    await expect(ladderOf(page).getByRole('listitem')).toHaveCount(8)
    await page.getByRole('button', { name: 'Đóng thông báo' }).click()
    await expect(page.getByRole('alert')).toHaveCount(0)
  })
})

test('a table of units tells how many of its rows a picture holds, or holds all', async ({ page }) => {
  await openAt(page, '/agencies?ruleSet=mau-tinh-cqs&period=2026-06&group=minh-hoa-xa-phuong')
  const league = page.getByRole('region', { name: /^Xếp hạng/ })
  await expect(league.getByRole('row').nth(10)).toBeVisible()
  const drawn = textsIn(await textOf(await take(page, league, 'SVG')))
  const ranked = drawn.filter(text => /^(Xã|Phường) /.test(text)).length
  const remark = drawn.join(' ').match(/Ảnh chỉ có (\d+)\/(\d+) dòng/)
  if (remark) expect(ranked).toBeLessThan(Number(remark[2]))
  else expect(ranked).toBeGreaterThanOrEqual(120)
})
