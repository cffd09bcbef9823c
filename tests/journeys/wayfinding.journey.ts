import { expect, type Page } from '@playwright/test'
import { findSevere, openAt, openOverview, tabTo, test, waitForCharts } from '../server/journey.ts'

const commune = 'ruleSet=qd766-2022&period=2026-10-10&agency=h15-157'
const department = 'ruleSet=mau-tinh-cqs&period=2026-06&agency=mh-so-xay-dung'

const paletteOf = (page: Page) => page.getByRole('dialog', { name: 'Tìm và đi tới' })
const fieldOf = (page: Page) => paletteOf(page).getByRole('combobox')
const trailOf = (page: Page) => page.getByRole('navigation', { name: 'Đường dẫn' })
const hintOf = (page: Page) => page.getByText('Bấm một dòng để xem phiếu tính điểm.')

/** Opens the palette with its key and types. */
async function find(page: Page, text: string): Promise<void> {
  await page.keyboard.press('Control+k')
  await expect(fieldOf(page)).toBeFocused()
  await page.keyboard.type(text)
}

test.describe('the palette', () => {
  test('finds an agency by its initials and stays on the screen', async ({ page }) => {
    await openAt(page, `/criteria?${department}`)
    await find(page, 'sxd')
    const first = paletteOf(page).getByRole('option').first()
    await expect(first).toHaveAttribute('aria-selected', 'true')
    await expect(first).toContainText('Sở Xây dựng')

    await page.keyboard.press('Control+k') // the same key closes it
    await expect(paletteOf(page)).toHaveCount(0)
    await find(page, 'xã thạch minh')
    await expect(paletteOf(page).getByText('Mở UBND xã Thạch Minh')).toBeVisible()
    await page.keyboard.press('Enter')
    await expect(page).toHaveURL(/#\/criteria\?.*agency=mh-xa-thach-minh/)
    await expect(page.getByRole('combobox', { name: 'Đơn vị' })).toHaveValue('mh-xa-thach-minh')
    await expect(page.getByRole('heading', { level: 1 })).toBeFocused()

    await page.goBack()
    await expect(page.getByRole('combobox', { name: 'Đơn vị' })).toHaveValue('mh-so-xay-dung')
  })

  test('opens the receipt of a criterion on Tổng quan', async ({ page }) => {
    await openOverview(page, commune)
    await find(page, '3.6')
    await expect(paletteOf(page).getByText('Mở phiếu tính điểm mục 3.6 ở Tổng quan')).toBeVisible()
    await page.keyboard.press('Enter')
    await expect(page.getByRole('complementary', { name: 'Phiếu tính điểm' })).toContainText(
      'Tỷ lệ hồ sơ thanh toán trực tuyến',
    )
    await expect(page).toHaveURL(/criterion=PAY_DOSSIER/)
  })

  test('stays in Bộ chỉ số when a criterion is chosen there', async ({ page }) => {
    await openAt(page, '/rule-sets?ruleSet=qd766-2022')
    await find(page, '3.6')
    await page.keyboard.press('Enter')
    await expect(page).toHaveURL(/#\/rule-sets\?.*criterion=PAY_DOSSIER/)
  })

  test('is walked with the keyboard, in groups with counts', async ({ page }) => {
    await openOverview(page, commune)
    await page.keyboard.press('Control+k')
    const list = paletteOf(page).getByRole('listbox', { name: 'Kết quả' })
    await expect(list.getByRole('group', { name: 'Màn hình 11' })).toBeVisible()
    await expect(list.getByRole('group', { name: /^Đơn vị \d+$/ })).toBeAttached()
    await expect(list.getByRole('group', { name: /^Văn bản \d+$/ })).toBeAttached()
    const active = list.locator('[aria-selected=true]')
    await expect(active).toContainText('Tổng quan')
    const press = async (key: string, text: string | RegExp) => {
      await page.keyboard.press(key)
      await expect(active).toContainText(text)
      await expect(fieldOf(page)).toHaveAttribute(
        'aria-activedescendant',
        (await active.getAttribute('id')) ?? '',
      )
      await expect(active).toBeInViewport()
    }
    await press('ArrowDown', 'Tiêu chí')
    await press('ArrowUp', 'Tổng quan')
    await press('ArrowUp', 'Về mặc định')
    await press('Home', 'Tổng quan')
    await press('End', 'Về mặc định')
    await press('PageUp', /./)
    await press('Home', 'Tổng quan')

    await page.keyboard.type('ubnd')
    const more = list.getByRole('option', { name: /^Hiện thêm \d+ kết quả$/ }).first()
    const before = await list.getByRole('option').count()
    if ((await more.count()) > 0) {
      await more.click()
      await expect.poll(() => list.getByRole('option').count()).toBeGreaterThan(before)
      await expect(fieldOf(page)).toBeFocused()
    }
    await page.keyboard.press('Escape')
    await expect(paletteOf(page)).toHaveCount(0)
  })

  test('says so when nothing answers, and hands the focus back', async ({ page }) => {
    await openOverview(page, commune)
    const button = page.getByRole('button', { name: 'Tìm tiêu chí, đơn vị' })
    await button.click()
    await page.keyboard.type('qqqq')
    await expect(paletteOf(page).getByText('Không tìm thấy “qqqq”.')).toBeVisible()
    await expect(fieldOf(page)).toHaveAttribute('aria-expanded', 'false')
    await page.keyboard.press('Enter')
    await page.keyboard.press('Escape')
    await expect(button).toBeFocused()
  })

  test('remembers what was chosen, also after a reload', async ({ page }) => {
    await openOverview(page, commune)
    await find(page, '766/qd-ttg')
    await page.keyboard.press('Enter')
    await expect(page).toHaveURL(/#\/sources\?.*document=quyet-dinh-766-qd-ttg/)
    await page.reload()
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
    await page.keyboard.press('Control+k')
    const recent = paletteOf(page).getByRole('group', { name: 'Mới chọn 1' })
    await expect(recent.getByRole('option')).toContainText('Quyết định 766/QĐ-TTg')
  })

  test('does things: theme, language, link, help', async ({ page, context }) => {
    await context.grantPermissions(['clipboard-read', 'clipboard-write'])
    await openOverview(page, commune)
    await find(page, 'giao dien toi')
    await page.keyboard.press('Enter')
    await expect(page.locator('html')).toHaveAttribute('data-theme', 'dark')

    await find(page, 'sao chep lien ket')
    await page.keyboard.press('Enter')
    await expect(page.getByRole('status').filter({ hasText: 'Đã sao chép liên kết' })).toBeVisible()
    expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(page.url())

    await find(page, 'tro giup')
    await page.keyboard.press('Enter')
    await expect(page.getByRole('dialog', { name: 'Trợ giúp' })).toBeVisible()
    await page.keyboard.press('Escape')

    await find(page, 'tieng anh')
    await page.keyboard.press('Enter')
    await expect(page.locator('html')).toHaveAttribute('lang', 'en')
  })
})

test.describe('the trail', () => {
  test('leads from a criterion back to each level', async ({ page }) => {
    await openAt(page, `/criteria?${commune}&criterion=PAY_DOSSIER`)
    await expect(trailOf(page).getByRole('listitem').first()).toHaveText('Chỉ số 766')
    await expect(trailOf(page).locator('[aria-current=page]')).toHaveText(/^3\.6 /)
    await trailOf(page).getByRole('link', { name: 'UBND xã Liên Sơn Lắk' }).click()
    await expect(page).toHaveURL(/#\/\?.*agency=h15-157/)
    await page.goBack()
    await trailOf(page).getByRole('link', { name: 'Chỉ số 766' }).click()
    await expect(page).toHaveURL(/#\/rule-sets\?ruleSet=qd766-2022/)
    await expect(trailOf(page).locator('[aria-current=page]')).toHaveText('Chỉ số 766')
    await page.goBack()
    await expect(trailOf(page).locator('[aria-current=page]')).toHaveText(/^3\.6 /)
  })

  test('stands on every screen and not on paper', async ({ page }) => {
    for (const path of [
      '/',
      '/criteria',
      '/agencies',
      '/self-assessment',
      '/review',
      '/trend',
      '/tasks',
      '/present',
      '/rule-sets',
      '/sources',
      '/exchange',
    ]) {
      await openAt(page, `${path}?${department}`)
      await expect(trailOf(page).locator('[aria-current=page]'), path).toHaveCount(1)
    }
    await page.emulateMedia({ media: 'print' })
    await expect(trailOf(page)).toBeHidden()
  })
})

test.describe('back, forward and focus', () => {
  test('a new screen begins at its heading; back leads to where the reader was', async ({ page }) => {
    await openOverview(page, commune)
    const link = page.getByRole('navigation', { name: 'Màn hình' }).getByRole('link', { name: 'Nguồn' })
    await link.click()
    await expect(page.getByRole('heading', { level: 1 })).toBeFocused()
    await expect(page).toHaveTitle(/^Nguồn/)
    await page.getByRole('main').evaluate(main => main.scrollTo(0, 400))
    await page.getByRole('navigation', { name: 'Màn hình' }).getByRole('link', { name: 'Nạp tệp' }).click()
    await expect(page.getByRole('heading', { level: 1 })).toBeFocused()
    await page.goBack()
    await expect(page).toHaveURL(/#\/sources/)
    await expect.poll(() => page.getByRole('main').evaluate(main => main.scrollTop)).toBe(400)
  })

  test('opening a receipt on a phone leaves the page where it is', async ({ page }) => {
    await page.setViewportSize({ width: 390, height: 844 })
    await openOverview(page, commune)
    await page.getByRole('button', { name: 'Đóng lời chỉ dẫn' }).click()
    const row = page
      .getByRole('region', { name: 'Thác điểm mất' })
      .getByRole('listitem')
      .getByRole('button')
      .nth(5)
    await row.scrollIntoViewIfNeeded()
    const before = await page.evaluate(() => scrollY)
    expect(before).toBeGreaterThan(0)
    await row.click()
    await expect(page.getByRole('dialog', { name: 'Phiếu tính điểm' })).toBeVisible()
    await page.keyboard.press('Escape')
    await expect(row).toBeFocused()
    expect(await page.evaluate(() => scrollY)).toBe(before)
  })

  test('screens are reached with g and a letter, unless somebody writes or has switched it off', async ({
    page,
  }) => {
    await openOverview(page, commune)
    await page.keyboard.press('g')
    await page.keyboard.press('n')
    await expect(page).toHaveURL(/#\/sources/)
    await expect(page.getByRole('heading', { level: 1 })).toBeFocused()

    await page.getByRole('searchbox').fill('')
    await page.getByRole('searchbox').press('g')
    await page.getByRole('searchbox').press('t')
    await expect(page).toHaveURL(/#\/sources.*q=gt/)
    await page.getByRole('heading', { level: 1 }).click()

    await page.keyboard.press('?')
    const help = page.getByRole('dialog', { name: 'Trợ giúp' })
    await help.getByRole('checkbox', { name: 'Dùng phím một chữ' }).uncheck()
    await page.keyboard.press('Escape')
    await page.keyboard.press('?')
    await expect(help).toHaveCount(0)
    await page.keyboard.press('g')
    await page.keyboard.press('t')
    await expect(page).toHaveURL(/#\/sources/)
    await page.getByRole('button', { name: 'Trợ giúp (?)' }).click()
    await expect(help.getByRole('checkbox')).not.toBeChecked()
  })
})

test.describe('the help', () => {
  test('explains keys, signs, intervals and where data goes, in both languages and on paper', async ({
    page,
  }) => {
    await openOverview(page, commune)
    await page.keyboard.press('?')
    const help = page.getByRole('dialog', { name: 'Trợ giúp' })
    for (const name of [
      'Phím tắt',
      'Từng màn hình',
      'Ký hiệu',
      'Đọc một khoảng điểm',
      'Dữ liệu của bạn',
      'Phiên bản',
    ])
      await expect(help.getByRole('heading', { name })).toBeVisible()
    for (const sign of ['Điểm đạt', 'Điểm mất', 'Đạt, suy ra', 'Thiếu số liệu', 'Chưa nộp', 'Mục tiêu'])
      await expect(help.getByRole('term').filter({ hasText: sign }).first()).toBeVisible()
    expect(await findSevere(page)).toEqual([])
    await page.emulateMedia({ media: 'print' })
    await expect(help).toBeVisible()
    await expect(page.getByRole('main')).toBeHidden()
    await page.emulateMedia({ media: 'screen' })
    await page.keyboard.press('Escape')
    await expect(help).toHaveCount(0)

    await openOverview(page, `${commune}&lang=en`)
    await page.keyboard.press('?')
    await expect(
      page.getByRole('dialog', { name: 'Help' }).getByRole('heading', { name: 'Signs' }),
    ).toBeVisible()
  })
})

test.describe('the hint of a first visit', () => {
  test('goes for good when it is closed', async ({ page }) => {
    await openOverview(page, commune)
    await expect(hintOf(page)).toBeVisible()
    await page.getByRole('button', { name: 'Đóng lời chỉ dẫn' }).click()
    await expect(hintOf(page)).toHaveCount(0)
    await openOverview(page, commune)
    await expect(hintOf(page)).toHaveCount(0)
  })

  test('goes for good when a receipt has been opened', async ({ page }) => {
    await openOverview(page, commune)
    await page.getByRole('region', { name: 'Thác điểm mất' }).getByRole('button', { name: /^4\.4/ }).click()
    await expect(hintOf(page)).toHaveCount(0)
    await openOverview(page, commune)
    await expect(hintOf(page)).toHaveCount(0)
  })

  test('is not moved or covered by anything, and is not printed', async ({ page }) => {
    await openOverview(page, commune)
    const main = page.getByRole('main')
    const before = await main.boundingBox()
    await expect(hintOf(page)).toBeVisible()
    await page.emulateMedia({ media: 'print' })
    await expect(hintOf(page)).toBeHidden()
    await page.emulateMedia({ media: 'screen' })
    await page.getByRole('button', { name: 'Đóng lời chỉ dẫn' }).click()
    expect(await main.boundingBox()).toEqual(before)
  })
})

test.describe('at every width', () => {
  for (const [width, height] of [
    [390, 844],
    [768, 1024],
    [1024, 768],
    [1366, 768],
    [1920, 1080],
  ] as const)
    test(`every screen can be reached and found at ${width} × ${height}`, async ({ page }) => {
      await page.setViewportSize({ width, height })
      await openOverview(page, commune)
      for (const link of await page.getByRole('navigation', { name: 'Màn hình' }).getByRole('link').all()) {
        await expect(link).toBeInViewport({ ratio: 1 })
        const box = await link.boundingBox()
        expect(box?.height).toBeGreaterThanOrEqual(width < 1024 ? 44 : 28)
        expect(await link.evaluate(element => element.scrollWidth - element.clientWidth)).toBeLessThanOrEqual(
          0,
        )
      }
      await page.getByRole('button', { name: 'Tìm tiêu chí, đơn vị' }).click()
      await expect(fieldOf(page)).toBeFocused()
      const sheet = await paletteOf(page).boundingBox()
      expect(sheet?.x).toBeGreaterThanOrEqual(0)
      expect((sheet?.x ?? 0) + (sheet?.width ?? 0)).toBeLessThanOrEqual(width)
    })

  for (const theme of ['light', 'dark'] as const)
    test(`axe finds nothing serious in ${theme}`, async ({ page }) => {
      await page.emulateMedia({ colorScheme: theme })
      await openOverview(page, commune)
      await page.keyboard.press('Control+k')
      await expect(paletteOf(page).getByRole('group', { name: /^Văn bản/ })).toBeAttached()
      expect.soft(await findSevere(page), 'palette').toEqual([])
      await page.keyboard.type('zzzz')
      expect.soft(await findSevere(page), 'nothing found').toEqual([])
      await page.keyboard.press('Escape')
      for (const path of [
        '/sources',
        '/exchange',
        '/self-assessment',
        '/review',
        '/tasks',
        '/trend',
        '/present',
      ]) {
        await openAt(page, `${path}?${commune}`)
        expect.soft(await findSevere(page), path).toEqual([])
      }
    })
})

test('the palette opens with the keyboard from its button', async ({ page }) => {
  await openOverview(page, commune)
  await tabTo(page, page.getByRole('button', { name: 'Tìm tiêu chí, đơn vị' }))
  await page.keyboard.press('Enter')
  await expect(fieldOf(page)).toBeFocused()
  await page.keyboard.press('Escape')
  await waitForCharts(page)
})
