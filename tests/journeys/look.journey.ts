import { expect, type Page } from '@playwright/test'
import { loadData } from '../data/dataFiles.ts'
import { findSevere, openAt, openOverview, receiptOf, test, waitForCharts } from '../server/journey.ts'

const { catalogue } = loadData()
/** Every unit with a file of its own, and of each table one agency of a kind. */
const everyUnit = [
  ...catalogue.submissions,
  ...catalogue.tables.flatMap(({ ruleSetId, periods: [period = ''], agencyIds }) =>
    [0, 6, 25].flatMap(place => {
      const agencyId = agencyIds[place]
      return agencyId === undefined ? [] : [{ ruleSetId, period, agencyId }]
    }),
  ),
]

test.describe('the theme', () => {
  for (const theme of ['dark', 'contrast'] as const)
    test(`${theme} is applied at once and survives a reload`, async ({ page }) => {
      await openOverview(page)
      await expect(page.locator('html')).toHaveAttribute('data-theme', 'light')
      await page.getByRole('combobox', { name: 'Giao diện' }).selectOption(theme)
      await expect(page.locator('html')).toHaveAttribute('data-theme', theme)
      await page.reload()
      await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
      await expect(page.locator('html')).toHaveAttribute('data-theme', theme)
      await expect(page.getByRole('combobox', { name: 'Giao diện' })).toHaveValue(theme)
    })

  test('follows the machine until the reader chooses', async ({ page }) => {
    await page.emulateMedia({ colorScheme: 'dark' })
    await openOverview(page)
    await expect(page.locator('html')).toHaveAttribute('data-theme', 'dark')
    await page.emulateMedia({ colorScheme: 'light' })
    await expect(page.locator('html')).toHaveAttribute('data-theme', 'light')
    await page.emulateMedia({ contrast: 'more' })
    await expect(page.locator('html')).toHaveAttribute('data-theme', 'contrast')
  })
})

test.describe('the whole overview fits an office laptop of 1366 × 768', () => {
  for (const lang of ['vi', 'en'])
    test(`for every unit we publish, in ${lang}`, async ({ page }) => {
      await openOverview(page, `lang=${lang}`)
      for (const { ruleSetId, period, agencyId } of everyUnit) {
        await page.goto(`#/?ruleSet=${ruleSetId}&period=${period}&agency=${agencyId}&lang=${lang}`)
        await expect(page.getByRole('combobox', { name: /^(Đơn vị|Agency)$/ })).toHaveValue(agencyId)
        await expect(page.getByRole('combobox', { name: /^(Kỳ|Period)$/ })).toHaveValue(period)
        await waitForCharts(page)
        const hidden = await page.getByRole('main').evaluate(main => main.scrollHeight - main.clientHeight)
        expect.soft(hidden, `pixels below the fold for ${agencyId} ${period}`).toBeLessThanOrEqual(0)
      }
    })
})

test.describe('nothing is wider than the window', () => {
  const sizes = [
    [390, 844],
    [768, 1024],
    [1024, 768],
    [1280, 720],
    [1366, 768],
    [1920, 1080],
  ] as const
  const addresses = [
    '',
    'table=both&readings=open',
    'criterion=khong-neu-diem-rieng&lang=en',
    'ruleSet=qd766-2022&rows=all',
    'ruleSet=qd766-2022&agency=h15-39&table=both&lang=en',
    'ruleSet=qd766-2022&agency=h15-52&criterion=PAY_DOSSIER',
  ]
  for (const [width, height] of sizes)
    test(`at ${width} × ${height}`, async ({ page }) => {
      await page.setViewportSize({ width, height })
      for (const search of addresses) {
        await openOverview(page, search)
        expect.soft(await excessWidth(page), `pixels too wide at ${search}`).toBe(0)
      }
      await openAt(page, '/sources')
      expect.soft(await excessWidth(page), 'pixels too wide at the sources').toBe(0)
    })
})

/** By how much the page, its content or an open receipt can be scrolled sideways. */
function excessWidth(page: Page): Promise<number> {
  return page.evaluate(() => {
    const boxes = [
      document.documentElement,
      ...document.querySelectorAll('main, .topbar, .receipt, .receipt-steps'),
    ]
    return Math.max(...boxes.map(box => box.scrollWidth - box.clientWidth))
  })
}

test.describe('axe finds nothing serious', () => {
  const views = [
    ['the overview without a receipt', 'criterion=none'],
    ['an open receipt', 'criterion=ho-so-truc-tuyen-toan-trinh&readings=open'],
    ['the receipt of the unexplained pool', 'criterion=khong-neu-diem-rieng'],
    ['both table twins', 'table=both'],
    ['every row of 766', 'ruleSet=qd766-2022&rows=all&agency=h15-39'],
    ['nothing published', 'ruleSet=qd766-2022&agency=tinh-tra-vinh'],
  ] as const
  for (const theme of ['light', 'dark', 'contrast'])
    test(`in ${theme}`, async ({ page }) => {
      await openOverview(page)
      await page.getByRole('combobox', { name: 'Giao diện' }).selectOption(theme)
      for (const [name, search] of views) {
        await openOverview(page, search)
        expect.soft(await findSevere(page), name).toEqual([])
      }
      await openAt(page, '/sources?document=ke-hoach-37-kh-stttt-vp')
      expect.soft(await findSevere(page), 'sources').toEqual([])
    })

  test('on a phone, with and without a receipt over the page', async ({ page }) => {
    await page.setViewportSize({ width: 390, height: 844 })
    await openOverview(page)
    expect(await findSevere(page)).toEqual([])
    await page.getByRole('button', { name: /^III\.7/ }).click()
    await expect(page.getByRole('dialog', { name: 'Phiếu tính điểm' })).toBeVisible()
    expect(await findSevere(page)).toEqual([])
  })

  test('in English', async ({ page }) => {
    await openOverview(page, 'lang=en')
    expect(await findSevere(page)).toEqual([])
  })
})

test.describe('on paper', () => {
  for (const search of ['', 'ruleSet=qd766-2022&agency=h15-157&rows=all'])
    test(`the charts keep inside their rows: ${search || 'Trà Vinh'}`, async ({ page }) => {
      await openOverview(page, search)
      // A4 landscape within its margins: (297 − 24) mm at 96 dpi. The charts were measured on a wider screen.
      await page.emulateMedia({ media: 'print' })
      await page.setViewportSize({ width: 1032, height: 690 })

      await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
      await expect(page.getByRole('navigation')).toBeHidden()
      await expect(page.getByRole('complementary')).toBeVisible()
      await expect(page.getByText(/^Nguồn: .* · bộ tính điểm phiên bản/)).toBeVisible()
      const paper = await page.getByRole('main').boundingBox()
      for (const chart of await page.locator('.ladder-chart').all()) {
        const box = await chart.boundingBox()
        const drawing = await chart.locator('.recharts-surface').boundingBox()
        if (!paper || !box || !drawing) throw new Error('a chart has no place on the paper')
        expect(drawing.width).toBeGreaterThan(0)
        expect(drawing.x + drawing.width).toBeLessThanOrEqual(
          Math.min(box.x + box.width, paper.x + paper.width) + 1,
        )
        expect(drawing.y + drawing.height).toBeLessThanOrEqual(box.y + box.height + 1)
      }
      expect(await excessWidth(page)).toBe(0)
    })

  test('the overview and its receipt become a PDF of few pages', async ({ page }) => {
    await openOverview(page)
    await expect(receiptOf(page)).toBeVisible()
    const pdf = (await page.pdf({ preferCSSPageSize: true, printBackground: true })).toString('latin1')
    expect(pdf.startsWith('%PDF-')).toBe(true)
    const pages = pdf.match(/\/Type \/Page\b(?!s)/g) ?? []
    expect(pages.length).toBeGreaterThanOrEqual(2) // the receipt begins a page of its own
    expect(pages.length).toBeLessThanOrEqual(3)
  })
})
