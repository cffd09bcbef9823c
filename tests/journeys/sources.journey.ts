import { expect } from '@playwright/test'
import { findSevere, openAt, tabTo, test } from '../server/journey.ts'

test.describe('Nguồn', () => {
  test('is read with the keyboard alone: find a document, a task in it, and go back', async ({ page }) => {
    await openAt(page, '/sources')
    const find = page.getByRole('searchbox', { name: /^Tìm văn bản/ })
    await tabTo(page, find)
    await page.keyboard.type('hai duong 131/nq-cp', { delay: 5 })
    await expect(page.getByText('Không có văn bản nào khớp “hai duong 131/nq-cp”.')).toBeVisible()
    await page.keyboard.press('Escape')
    await expect(find).toHaveValue('')
    await page.keyboard.type('cai cach thu tuc hanh chinh va hien dai hoa', { delay: 5 })
    const document = page.getByRole('link', { name: /^3327\/KH-UBND/ })
    await tabTo(page, document)
    await page.keyboard.press('Enter')
    await expect(page.getByRole('heading', { name: 'Nhiệm vụ (34)' })).toBeVisible()

    const tasks = page.getByRole('region', { name: 'Nhiệm vụ (34)' }).getByRole('listitem')
    await expect(tasks).toHaveCount(34)
    await tabTo(page, page.getByRole('searchbox', { name: /^Tìm trong danh sách/ }))
    await page.keyboard.type('cham nhat', { delay: 5 })
    await expect(tasks).toHaveCount(2)
    await expect(tasks.first()).toContainText('đến 31/12/2022, chậm nhất 31/03/2023')
    expect(page.url()).toContain('q=cham')
    await page.reload()
    await expect(tasks).toHaveCount(2)

    await tabTo(page, page.getByRole('link', { name: 'Mọi văn bản' }))
    await page.keyboard.press('Enter')
    await expect(find).toHaveValue('')
  })

  test('leads from a document to the figures and the rules that rest on it', async ({ page }) => {
    await openAt(page, '/sources?document=so-lieu-dvcqg-766-2026-10-10')
    await page.getByText(/Chỉ số 766 .*, 10\/10\/2026 · 15 đơn vị/).click()
    await page.getByRole('link', { name: 'UBND xã Liên Sơn Lắk' }).click()
    await expect(page.getByText('73,24/100 điểm', { exact: true })).toBeVisible()
    await page.goBack()
    await page.getByRole('link', { name: 'Mở bộ chỉ số' }).first().click()
    await expect(page).toHaveURL(/rule-sets\?ruleSet=qd766-2022/)
  })

  test('has no severe findings in a document, light and dark, and fits a phone', async ({ page }) => {
    for (const scheme of ['light', 'dark'] as const) {
      await page.emulateMedia({ colorScheme: scheme })
      await openAt(page, '/sources?document=ke-hoach-37-kh-stttt-vp')
      expect(await findSevere(page), scheme).toEqual([])
    }
    await page.setViewportSize({ width: 390, height: 844 })
    const excess = await page.evaluate(() =>
      Math.max(
        ...[document.documentElement, ...document.querySelectorAll('main')].map(
          box => box.scrollWidth - box.clientWidth,
        ),
      ),
    )
    expect(excess).toBe(0)
  })

  test('says which file cannot be read and shows the rest', async ({ page }) => {
    await page.route('**/plans/nq131-hai-duong-2022.json', route => route.fulfill({ body: '{ "id": 1' }))
    await openAt(page, '/sources')
    await expect(page.getByRole('alert')).toContainText('plans/nq131-hai-duong-2022.json')
    await expect(page.getByRole('link', { name: /^37\/KH-STTTT-VP/ })).toBeVisible()
  })
})
