import { readFileSync } from 'node:fs'
import { expect, type Page } from '@playwright/test'
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate'
import { findSevere, openAt, tabTo, test } from '../server/journey.ts'

type Taken = { readonly name: string; readonly mimeType: string; readonly buffer: Buffer }

/** Filtered, sorted and with a hidden column: what leaves is this view and no other. */
const view = 'ruleSet=mau-tinh-cqs&period=2026-06&agency=mh-so-xay-dung&filter=lost&sort=-lost&hide=note'

const panelOf = (page: Page) => page.getByRole('dialog', { name: 'Tải về' })
const answerOf = (page: Page) => page.getByRole('region', { name: 'Kết quả kiểm tra tệp' })
const searchOf = (page: Page) => Object.fromEntries(new URLSearchParams(page.url().split('?')[1] ?? ''))

async function takeAway(page: Page, button: string): Promise<Taken> {
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    panelOf(page).getByRole('button', { name: button }).click(),
  ])
  await expect(panelOf(page).getByRole('status')).toContainText(`Đã tải ${download.suggestedFilename()}`)
  return {
    name: download.suggestedFilename(),
    mimeType: 'application/octet-stream',
    buffer: readFileSync(await download.path()),
  }
}

/** Hands a file to Nạp tệp as a file dialog would. */
async function check(page: Page, file: Taken): Promise<void> {
  await openAt(page, '/exchange')
  await page.locator('section[aria-labelledby="check-file"]').getByLabel('Chọn tệp').setInputFiles(file)
}

/** The same workbook with one text of one sheet changed, as by a program that keeps everything else. */
function withText(file: Taken, was: string, is: string): Taken {
  const entries = unzipSync(new Uint8Array(file.buffer))
  const changed = Object.entries(entries).map(([path, bytes]) => {
    const text = /^xl\/.*\.xml$/.test(path) ? strFromU8(bytes) : null
    const at = text?.indexOf(was) ?? -1
    return [
      path,
      text === null || at < 0 ? bytes : strToU8(text.slice(0, at) + is + text.slice(at + was.length)),
    ] as const
  })
  return { ...file, buffer: Buffer.from(zipSync(Object.fromEntries(changed))) }
}

test.describe('a table that leaves the page and comes back', () => {
  test('is found again as it was: as a workbook and as CSV', async ({ page }) => {
    await openAt(page, `/criteria?${view}`)
    await expect(page.getByRole('treegrid')).toBeVisible()
    const shown = await page.getByRole('heading', { level: 1 }).textContent()
    await page.getByRole('button', { name: 'Tải về', exact: true }).click()
    await expect(panelOf(page)).toContainText('cột')
    expect(await findSevere(page)).toEqual([])
    const files = [
      await takeAway(page, 'Excel: Bảng chấm điểm theo tiêu chí'),
      await takeAway(page, 'CSV (;): Bảng chấm điểm theo tiêu chí'),
      await takeAway(page, 'CSV (,): Bảng chấm điểm theo tiêu chí'),
    ]
    for (const file of files) {
      await check(page, file)
      await expect(answerOf(page).getByRole('status')).toHaveText(/^Khớp: đã so \d+ ô, không ô nào lệch$/)
      await expect(answerOf(page)).toContainText('số liệu trong ứng dụng chưa đổi từ khi xuất tệp')
      // The view itself lies under the answer.
      await expect(page.getByRole('heading', { level: 1 })).toHaveText(shown ?? '')
      expect(page.url()).toContain('#/criteria?')
      expect(searchOf(page)).toMatchObject(Object.fromEntries(new URLSearchParams(view)))
    }
    expect(await findSevere(page)).toEqual([])
  })

  test('with one cell changed is told to differ in that cell alone', async ({ page }) => {
    await openAt(page, `/criteria?${view}`)
    await page.getByRole('button', { name: 'Tải về', exact: true }).click()
    const csv = await takeAway(page, 'CSV (;): Bảng chấm điểm theo tiêu chí')
    const workbook = await takeAway(page, 'Excel: Bảng chấm điểm theo tiêu chí')
    // The first row of the body: its code, its name, and then points.
    const lines = csv.buffer.toString('utf8').split('\r\n')
    const head = lines.findIndex(line => line.startsWith('STT;'))
    const line = lines[head + 2] ?? ''
    const name = line.split(';')[1] ?? ''
    expect(name.length).toBeGreaterThan(5)

    await check(page, {
      ...csv,
      buffer: Buffer.from(csv.buffer.toString('utf8').replace(name, `${name} đã sửa`)),
    })
    await expect(answerOf(page).getByRole('status')).toHaveText(/^Lệch ở 1 ô trong \d+ ô đã so$/)
    await expect(answerOf(page).getByRole('row').nth(1)).toHaveText(
      `dòng ${head + 3}, cột 2${name} đã sửa${name}`,
    )

    await check(page, withText(workbook, name, `${name} đã sửa`))
    await expect(answerOf(page).getByRole('status')).toHaveText(/^Lệch ở 1 ô trong \d+ ô đã so$/)
    await expect(answerOf(page).getByRole('row').nth(1)).toContainText(/ô B\d+/)
    await expect(answerOf(page).getByRole('row').nth(1)).toContainText(`${name} đã sửa${name}`)
    await expect(answerOf(page)).toContainText('do tệp bị sửa sau khi tải về')
    expect(await findSevere(page)).toEqual([])
  })
})

test('a view that is left during the check is never compared with', async ({ page }) => {
  await openAt(page, `/criteria?${view}`)
  await page.getByRole('button', { name: 'Tải về', exact: true }).click()
  const csv = await takeAway(page, 'CSV (;): Bảng chấm điểm theo tiêu chí')
  // Left by Back to the same screen of somebody else, as soon as the view of the file stands.
  await openAt(page, `/criteria?${view.replace('mh-so-xay-dung', 'mh-so-gddt')}`)
  await expect(page.getByRole('treegrid')).toBeVisible()
  await page.evaluate(() => {
    const timer = setInterval(() => {
      if (!location.hash.includes('mh-so-xay-dung')) return
      clearInterval(timer)
      setTimeout(() => history.back(), 200)
    }, 10)
  })
  await page.getByRole('button', { name: 'Tải về', exact: true }).click()
  await panelOf(page).locator('input[type=file]').setInputFiles(csv)
  await expect(answerOf(page).getByRole('status')).toContainText('Khung nhìn đã đổi trong lúc so')
  await expect(answerOf(page).getByRole('table')).toHaveCount(0)
  await answerOf(page).getByRole('button', { name: 'Thử lại' }).click()
  await expect(answerOf(page).getByRole('status')).toHaveText(/^Khớp: đã so \d+ ô/)
})

test('a report asked for before another agency was opened is of the first, in origin and text', async ({
  page,
}) => {
  await openAt(page, `/criteria?${view}`)
  await page.getByRole('button', { name: 'Tải về', exact: true }).click()
  const button = panelOf(page).getByRole('button', { name: /^Tải báo cáo/ })
  await expect(button).toBeVisible()
  const saved = page.waitForEvent('download')
  await button.click()
  await page.evaluate(
    other => {
      location.hash = other
    },
    `/criteria?${view.replace('mh-so-xay-dung', 'mh-so-gddt')}`,
  )
  const file = await saved
  const parts = unzipSync(new Uint8Array(readFileSync(await file.path())))
  expect(file.suggestedFilename()).toContain('mh-so-xay-dung')
  expect(strFromU8(parts['word/document.xml'] ?? new Uint8Array())).toContain('Sở Xây dựng')
  await expect(page.getByRole('heading', { level: 1 })).not.toContainText('Xây dựng')
})

test.describe('the list of what can be taken away', () => {
  test('opens by key, is walked by keyboard, and gives the focus back', async ({ page }) => {
    await openAt(page, `/criteria?${view}`)
    await expect(page.getByRole('treegrid')).toBeVisible()
    await page.keyboard.press('g')
    await page.keyboard.press('l')
    await expect(panelOf(page)).toBeVisible()
    await tabTo(page, panelOf(page).getByRole('button', { name: 'Excel: Bảng chấm điểm theo tiêu chí' }))
    const [download] = await Promise.all([page.waitForEvent('download'), page.keyboard.press('Enter')])
    expect(download.suggestedFilename()).toBe(
      'bang-cham-diem-theo-tieu-chi_mau-tinh-cqs_2026-06_mh-so-xay-dung.xlsx',
    )
    await page.keyboard.press('Escape')
    await expect(panelOf(page)).toHaveCount(0)
  })

  test('is found in the palette, and leads to the check of files', async ({ page }) => {
    await openAt(page, '/')
    await page.keyboard.press('Control+k')
    await page.keyboard.type('tai ve')
    await expect(page.getByRole('option', { name: /Tải về bảng/ })).toBeVisible()
    await page.keyboard.press('Control+a')
    await page.keyboard.type('kiem tra tep')
    await expect(page.getByRole('option', { name: /Kiểm tra tệp/ }).first()).toBeVisible()
    await page.keyboard.press('Enter')
    await expect(page.getByRole('heading', { name: 'Kiểm tra tệp' })).toBeFocused()
    expect(page.url()).toContain('#/exchange')
  })
})

test('a file of somebody else is refused in words, and nothing is left', async ({ page }) => {
  await openAt(page, '/exchange')
  const other = { name: 'khac.csv', mimeType: 'text/csv', buffer: Buffer.from('a;b\r\n1;2\r\n') }
  await check(page, other)
  await expect(answerOf(page).getByRole('status')).toHaveText('Không kiểm tra được tệp này')
  await expect(answerOf(page)).toContainText('ParBoard')
  expect(page.url()).toContain('#/exchange')
  await page.keyboard.press('Escape')
  await expect(answerOf(page)).toHaveCount(0)
})

test('every printed page says what it is of', async ({ page }) => {
  await openAt(page, `/criteria?${view}`)
  await expect(page.getByRole('treegrid')).toBeVisible()
  const foot = page.locator('.ex-foot')
  await expect
    .poll(
      async () => {
        await page.evaluate(() => {
          dispatchEvent(new Event('beforeprint'))
          dispatchEvent(new Event('afterprint'))
        })
        return foot.textContent()
      },
      { timeout: 30_000 },
    )
    .toMatch(/Mã số liệu: [0-9a-f]{4} [0-9a-f]{4} [0-9a-f]{4}/)
  await expect(foot).toContainText('Sở Xây dựng')
  await expect(foot).toContainText('số liệu minh họa')
  await expect(foot).toContainText(/In lúc \d\d\/\d\d\/\d{4} \d\d:\d\d/)
})
