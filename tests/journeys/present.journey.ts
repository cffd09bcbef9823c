import { readFileSync } from 'node:fs'
import { type Download, expect, type Page } from '@playwright/test'
import { unzipSync, zipSync } from 'fflate'
import { openAt, test } from '../server/journey.ts'

const department = 'ruleSet=mau-tinh-cqs&period=2026-09&agency=mh-so-gddt'
const traVinh = 'ruleSet=par-index-2022&period=2022&agency=tinh-tra-vinh'

const playerOf = (page: Page) => page.getByRole('dialog', { name: 'Trình chiếu' })
const panelOf = (page: Page) => page.getByRole('dialog', { name: 'Tải về' })

/** Builds and saves one thing of the panel of the screen that stands. */
async function take(page: Page, button: string | RegExp): Promise<Download> {
  await page.getByRole('button', { name: 'Tải về', exact: true }).click()
  const download = page.waitForEvent('download')
  await panelOf(page).getByRole('button', { name: button }).click()
  const file = await download
  await page.keyboard.press('Escape')
  return file
}

async function bytesOf(file: Download): Promise<Uint8Array> {
  return new Uint8Array(readFileSync(await file.path()))
}

/** Hands a file to "Kiểm tra tệp", from the screen that takes files in. */
async function check(page: Page, name: string, bytes: Uint8Array): Promise<void> {
  await openAt(page, '/exchange')
  await page
    .getByRole('region', { name: 'Kiểm tra tệp' })
    .locator('input[type=file]')
    .setInputFiles({ name, mimeType: 'application/octet-stream', buffer: Buffer.from(bytes) })
}

/** The file with one text replaced where it stands first; the rest byte for byte. */
function edited(bytes: Uint8Array, part: RegExp, from: string, to: string): Uint8Array {
  const parts = unzipSync(bytes)
  for (const [path, content] of Object.entries(parts)) {
    const text = new TextDecoder().decode(content)
    if (!part.test(path) || !text.includes(from)) continue
    return zipSync({ ...parts, [path]: new TextEncoder().encode(text.replace(from, to)) })
  }
  throw new Error(`${from} stands nowhere`)
}

for (const [place, search] of [
  ['the demonstration province', department],
  ['Trà Vinh 2022', traVinh],
] as const)
  test(`a deck of ${place} is played with the keyboard, frozen, and left where it was started`, async ({
    page,
  }) => {
    await openAt(page, `/present?${search}`)
    const slides = page.getByRole('checkbox', { name: /^Chiếu trang/ })
    await expect.poll(() => slides.count()).toBeGreaterThanOrEqual(12)
    const count = await slides.count()
    await page.getByRole('button', { name: /^Bắt đầu trình chiếu/ }).press('Enter')

    const player = playerOf(page)
    const title = player.getByRole('heading', { level: 1 })
    await expect(title).toBeVisible()
    await expect(page).toHaveURL(/[?&]deck=/)
    const seen = [await title.innerText()]
    for (let place = 1; place < count; place++) {
      await page.keyboard.press(place % 2 === 0 ? 'PageDown' : 'ArrowRight')
      await expect(title).not.toHaveText(seen.at(-1) ?? '')
      seen.push(await title.innerText())
      await expect(player).toContainText(/Số liệu chốt lúc \d\d\/\d\d\/\d{4}\s\d\d:\d\d/)
    }
    const frozen = await player
      .getByText(/Số liệu chốt/)
      .first()
      .innerText()
    await page.reload()
    await expect(title).toHaveText(seen.at(-1) ?? '')
    expect(
      await player
        .getByText(/Số liệu chốt/)
        .first()
        .innerText(),
    ).toBe(frozen)

    await page.keyboard.press('Escape')
    await expect(player).toBeHidden()
    await expect(page.getByRole('button', { name: /^Bắt đầu trình chiếu/ })).toBeVisible()
  })

test('PowerPoint of a deck comes back: khớp, and one changed title is named', async ({ page }) => {
  await openAt(page, `/present?${traVinh}`)
  await expect(page.getByRole('button', { name: /^Bắt đầu trình chiếu/ })).toBeVisible()
  const file = await take(page, 'Tải PowerPoint')
  expect(file.suggestedFilename()).toMatch(/\.pptx$/)
  const bytes = await bytesOf(file)
  await check(page, 'a.pptx', bytes)
  await expect(page.getByText(/^Khớp: đã so/)).toBeVisible({ timeout: 60_000 })
  await check(page, 'b.pptx', edited(bytes, /slides\/slide\d+\.xml$/, '10,1352', '11,1352'))
  await expect(page.getByText(/^Lệch ở 1 ô/)).toBeVisible({ timeout: 60_000 })
  await expect(page.getByText(/trang chiếu \d+/i).first()).toBeVisible()
})

test('the report and the workbook come back: khớp, and one changed figure is named', async ({ page }) => {
  await openAt(page, `/criteria?${department}`)
  const report = await take(page, 'Tải báo cáo')
  expect(report.suggestedFilename()).toMatch(/\.docx$/)
  const words = await bytesOf(report)
  const workbook = await take(page, 'Tải sổ tính')
  expect(workbook.suggestedFilename()).toMatch(/\.xlsx$/)
  await check(page, 'bao-cao.docx', words)
  await expect(page.getByText(/^Khớp: đã so/)).toBeVisible({ timeout: 60_000 })
  await check(page, 'so-tinh.xlsx', await bytesOf(workbook))
  await expect(page.getByText(/^Khớp: đã so/)).toBeVisible({ timeout: 60_000 })
  await check(page, 'sua.docx', edited(words, /document\.xml$/, 'Sở Giáo dục', 'Sở Giáo thụ'))
  await expect(page.getByText(/^Lệch ở 1 ô/)).toBeVisible({ timeout: 60_000 })
})
