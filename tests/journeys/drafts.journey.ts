import { readFileSync } from 'node:fs'
import { type Browser, type BrowserContext, expect, type Locator, type Page } from '@playwright/test'
import { findSevere, openAt, test } from '../server/journey.ts'

const firstField = (page: Page): Locator =>
  page.getByRole('textbox', { name: /xử lý trọn trên môi trường mạng/ })
const secondField = (page: Page): Locator => page.getByRole('textbox', { name: /phải xử lý/ }).first()
const side = (page: Page): Locator => page.getByRole('complementary', { name: 'Điểm tự chấm và kiểm tra' })
const saved = (page: Page): Locator => side(page).getByText('Đã lưu trên máy này. Chưa gửi đi đâu.')

/** A draft of a ward of the demonstration province; answers with its address. */
async function makeDraft(page: Page): Promise<string> {
  await openAt(page, '/self-assessment')
  await page.getByRole('combobox', { name: 'Bộ chỉ số' }).selectOption('mau-tinh-cqs')
  await page.getByRole('combobox', { name: 'Đơn vị' }).fill('ngan minh')
  await page.getByRole('option', { name: /phường Ngân Minh/ }).click()
  await expect(page.getByRole('combobox', { name: 'Tháng' })).toHaveValue('11')
  await page.getByRole('button', { name: 'Tạo bản nháp' }).click()
  await expect(firstField(page)).toBeVisible()
  return new URL(page.url()).hash.slice(1)
}

/** Kills what runs the page, as the system does when it is out of memory. */
async function kill(context: BrowserContext, page: Page) {
  const session = await context.newCDPSession(page)
  const crashed = page.waitForEvent('crash')
  // The dead do not answer.
  session.send('Page.crash').catch(() => {})
  await crashed
  await page.close()
}

test('a tab killed in the middle of typing loses nothing', async ({ page, context }) => {
  const address = await makeDraft(page)
  await firstField(page).click()
  await page.keyboard.type('12')
  await expect(saved(page)).toBeVisible()
  // Nothing waits between the last key and the end of the tab.
  await page.keyboard.type('34567')
  await kill(context, page)
  const again = await context.newPage()
  await openAt(again, address)
  await expect(firstField(again)).toHaveValue('1234567')
  await expect(saved(again)).toBeVisible()
  await openAt(again, '/self-assessment')
  await expect(again.getByRole('heading', { level: 1 })).toHaveText(/^1.bản nháp trên máy này/)
})

test('a tab killed again and again while its last write is on its way is not taken for another tab', async ({
  page,
  context,
}) => {
  const address = await makeDraft(page)
  let open = page
  for (let time = 0; time < 8; time++) {
    // Typed over, as fast as it goes: where among the writes the end comes is different each time.
    const text = String(1_000_000 + time * 12_345)
    await firstField(open).click()
    await open.keyboard.press('Control+A')
    await open.keyboard.type(text)
    await kill(context, open)
    open = await context.newPage()
    await openAt(open, address)
    await expect(firstField(open)).toHaveValue(text)
    await expect(saved(open)).toBeVisible()
    await expect(open.getByRole('alert').filter({ hasText: 'thẻ khác' })).toHaveCount(0)
  }
})

test('a tab closed right after a key loses nothing', async ({ page, context }) => {
  const address = await makeDraft(page)
  await firstField(page).click()
  await page.keyboard.type('77')
  await page.close()
  const again = await context.newPage()
  await openAt(again, address)
  await expect(firstField(again)).toHaveValue('77')
})

test.describe('two tabs', () => {
  async function twoTabs(page: Page, context: BrowserContext) {
    const address = await makeDraft(page)
    const other = await context.newPage()
    await openAt(other, address)
    await expect(firstField(other)).toBeVisible()
    return { address, other }
  }

  test('one that only looks goes along with the other', async ({ page, context }) => {
    const { other } = await twoTabs(page, context)
    await firstField(page).fill('55')
    await expect(firstField(other)).toHaveValue('55')
    await expect(side(other).getByText('Đã cập nhật theo thẻ khác. Chưa gửi đi đâu.')).toBeVisible()
  })

  test('both changed: nothing is lost until their owner chooses, and both can be kept', async ({
    page,
    context,
  }) => {
    const { other } = await twoTabs(page, context)
    // The first tab sleeps: it neither hears nor saves what is typed into it meanwhile.
    await page.evaluate(() => {
      const open = IDBDatabase.prototype.transaction
      IDBDatabase.prototype.transaction = function (...args: Parameters<typeof open>) {
        if (document.title !== '' && Reflect.get(window, 'asleep') === true)
          throw new DOMException('asleep', 'UnknownError')
        return open.apply(this, args)
      }
      Reflect.set(window, 'asleep', true)
    })
    await firstField(page).fill('111')
    await expect(page.getByRole('alert').filter({ hasText: 'Chưa lưu được' })).toBeVisible()
    await firstField(other).fill('222')
    await expect(saved(other)).toBeVisible()
    await page.evaluate(() => Reflect.set(window, 'asleep', false))
    // The page also tries again by itself, and the button goes with its success.
    await page
      .getByRole('button', { name: 'Thử lại' })
      .click({ timeout: 5000 })
      .catch(() => undefined)
    const banner = page.getByRole('alert').filter({ hasText: 'vừa được sửa ở một thẻ khác' })
    await expect(banner).toContainText('111')
    await expect(banner).toContainText('222')
    expect(await findSevere(page)).toEqual([])
    await banner.getByRole('button', { name: 'Giữ cả hai' }).click()
    await expect(firstField(page)).toHaveValue('111')
    await expect(firstField(other)).toHaveValue('222')
    await openAt(other, '/self-assessment')
    await expect(other.getByRole('heading', { level: 1 })).toHaveText(/^2.bản nháp/)
  })
})

test('a full disk is said, the draft is offered as a file and comes back from it', async ({
  page,
  browser,
}) => {
  await makeDraft(page)
  await page.evaluate(() => {
    const put = IDBObjectStore.prototype.put
    IDBObjectStore.prototype.put = function (...args: Parameters<typeof put>) {
      if (Reflect.get(window, 'full') === true) throw new DOMException('full', 'QuotaExceededError')
      return put.apply(this, args)
    }
    Reflect.set(window, 'full', true)
  })
  await firstField(page).fill('9')
  const warning = page.getByRole('alert').filter({ hasText: 'hết chỗ trên máy này' })
  await expect(warning).toBeVisible()
  expect(await findSevere(page)).toEqual([])
  const text = await downloaded(page, () => warning.getByRole('button', { name: 'Tải về ngay' }).click())
  await page.evaluate(() => Reflect.set(window, 'full', false))
  await warning.getByRole('button', { name: 'Thử lại' }).click()
  await expect(saved(page)).toBeVisible()
  await restoredElsewhere(browser, text, '9')
})

/** The file brings the draft into an empty profile. */
async function restoredElsewhere(browser: Browser, text: string, figure: string) {
  const context = await browser.newContext()
  const page = await context.newPage()
  await openAt(page, '/self-assessment')
  await page
    .getByLabel('Khôi phục từ tệp')
    .setInputFiles({ name: 'ban-nhap.json', mimeType: 'application/json', buffer: Buffer.from(text) })
  await page.getByRole('button', { name: /^Khôi phục 1/ }).click()
  await page.getByRole('button', { name: 'UBND phường Ngân Minh, Tỉnh Minh Họa' }).click()
  await expect(firstField(page)).toHaveValue(figure)
  await context.close()
}

async function downloaded(page: Page, press: () => Promise<void>): Promise<string> {
  const [file] = await Promise.all([page.waitForEvent('download'), press()])
  return readFileSync(await file.path(), 'utf8')
}

test.describe('a browser that keeps nothing', () => {
  for (const [what, breakIt] of [
    ['no store at all', () => Object.defineProperty(window, 'indexedDB', { value: undefined })],
    [
      'a store that refuses',
      () => {
        IDBFactory.prototype.open = () => {
          throw new DOMException('refused', 'SecurityError')
        }
      },
    ],
  ] as const)
    test(what, async ({ page, context }) => {
      await context.addInitScript(breakIt)
      await openAt(page, '/self-assessment')
      await expect(page.getByText('Trình duyệt không cho trang này lưu lại gì')).toBeVisible()
      expect(await findSevere(page)).toEqual([])
      await makeDraft(page)
      const warning = page.getByRole('alert').filter({ hasText: 'Chưa lưu được' })
      await expect(warning).toBeVisible()
      await firstField(page).fill('41')
      const text = await downloaded(page, () => warning.getByRole('button', { name: 'Tải về ngay' }).click())
      expect(text).toContain('"text":"41"')
      await page.getByRole('link', { name: 'Các bản nháp' }).click()
      await expect(page.getByText('Chưa lưu được: chỉ có trong thẻ này')).toBeVisible()
    })
})

test('list: a store that fails once is said, and makes no empty backup', async ({ page }) => {
  const address = await makeDraft(page)
  await expect(saved(page)).toBeVisible()
  // Loaded anew: the draft is closed on this page.
  await openAt(page, '/self-assessment')
  await page.getByRole('button', { name: 'Đổi tên' }).click()
  await page.getByLabel('Tên riêng của bản nháp').fill('Bản của chị Lan')
  await page.evaluate(() => {
    const store = IDBObjectStore.prototype
    for (const name of ['put', 'getAllKeys'] as const) {
      const whole = Reflect.get(store, name)
      Reflect.set(store, name, () => {
        Reflect.set(store, name, whole)
        throw new DOMException('once', 'UnknownError')
      })
    }
  })
  await page.getByRole('button', { name: 'Sao lưu tất cả' }).click()
  await expect(page.getByRole('alert').filter({ hasText: 'Không tạo được tệp sao lưu' })).toBeVisible()
  await expect(page.getByText('Chưa sao lưu lần nào.')).toBeVisible()
  await page.getByRole('button', { name: 'Lưu tên' }).click()
  await expect(page.getByRole('alert').filter({ hasText: 'Chưa lưu được tên' })).toBeVisible()
  expect(await findSevere(page)).toEqual([])
  await page.getByRole('button', { name: 'Lưu tên' }).click()
  await expect(page.getByRole('button', { name: 'Bản của chị Lan' })).toBeVisible()
  const text = await downloaded(page, () => page.getByRole('button', { name: 'Sao lưu tất cả' }).click())
  expect(text).toContain(address.replace(/^.*draft=/, ''))
  await expect(page.getByText(/Tệp sao lưu vừa tải gồm 1.bản nháp/)).toBeVisible()
})

test('list: rename, duplicate, delete and take back, back up and restore', async ({ page, browser }) => {
  await makeDraft(page)
  await firstField(page).fill('361')
  await secondField(page).fill('364')
  await expect(saved(page)).toBeVisible()
  await page.getByRole('link', { name: 'Các bản nháp' }).click()
  const table = page.getByRole('table', { name: 'Bản nháp' })
  await expect(table).toContainText('2 ô')

  await page.getByRole('button', { name: 'Đổi tên' }).click()
  await page.getByLabel('Tên riêng của bản nháp').fill('Bản của chị Lan')
  await page.keyboard.press('Enter')
  await expect(page.getByRole('button', { name: 'Bản của chị Lan' })).toBeVisible()

  await page.getByRole('button', { name: 'Nhân bản' }).click()
  await page.getByLabel(/Giữ số liệu/).check()
  await page.getByRole('button', { name: 'Tạo bản sao' }).click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(/^2.bản nháp/)
  await expect(table).toContainText('tháng 12/2026')

  await page
    .getByRole('row', { name: /Bản của chị Lan/ })
    .getByRole('button', { name: 'Xóa' })
    .click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(/^1.bản nháp/)
  await page.getByRole('button', { name: /^Hoàn tác/ }).click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(/^2.bản nháp/)

  await page
    .getByRole('row', { name: /Bản của chị Lan/ })
    .getByRole('button', { name: 'So với kỳ trước' })
    .click()
  const dialog = page.getByRole('dialog', { name: /so với kỳ trước/ })
  await expect(dialog).toContainText('tháng 10/2026')
  expect(await findSevere(page)).toEqual([])
  await page.keyboard.press('Escape')
  await expect(dialog).toBeHidden()

  const text = await downloaded(page, () => page.getByRole('button', { name: 'Sao lưu tất cả' }).click())
  await expect(page.getByText(/Sao lưu lần cuối \d\d:\d\d hôm nay/)).toBeVisible()
  await expect(page.getByText(/Tệp sao lưu vừa tải gồm 2.bản nháp/)).toBeVisible()
  const other = await (await browser.newContext()).newPage()
  await openAt(other, '/self-assessment')
  await other
    .getByLabel('Khôi phục từ tệp')
    .setInputFiles({ name: 'sao-luu.json', mimeType: 'application/json', buffer: Buffer.from(text) })
  await other.getByRole('button', { name: /^Khôi phục 2/ }).click()
  await expect(other.getByRole('heading', { level: 1 })).toHaveText(/^2.bản nháp/)
  await other.context().close()
  expect(await findSevere(page)).toEqual([])
})
