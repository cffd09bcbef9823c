import { expect, type Locator, type Page } from '@playwright/test'
import { loadData } from '../data/dataFiles.ts'
import { findSevere, openAt, tabTo, test } from '../server/journey.ts'

const { catalogue, ruleSets } = loadData()

/** The screen at a search such as "ruleSet=qd766-2022". */
const open = (page: Page, search = '') => openAt(page, `/rule-sets?${search}`)

const headingOf = (page: Page) => page.getByRole('heading', { level: 1 })
const tableOf = (page: Page) => page.getByRole('table', { name: 'Bảng tiêu chí' })
const detailOf = (page: Page) => page.getByRole('complementary', { name: 'Chi tiết tiêu chí' })
const parts = (page: Page) => page.getByRole('navigation', { name: 'Phần của bộ chỉ số' })
const part = (page: Page, name: RegExp) => parts(page).getByRole('button', { name })
const criteriaIn = (table: Locator) => table.locator('tbody tr.leaf')

test.describe('the table of criteria', () => {
  test('766 opens with its message, what holds for the whole set, and the official table', async ({
    page,
  }) => {
    await open(page, 'ruleSet=qd766-2022')
    await expect(headingOf(page)).toHaveText(
      /^6 nhóm, 22 chỉ tiêu \(3 chỉ theo dõi\), 100 điểm; \d+ mục suy ra, mục nào cũng dẫn nguồn$/,
    )
    await expect(page).toHaveTitle(/^Chỉ số 766 .* · Bộ chỉ số · ParBoard$/)
    const main = page.getByRole('main')
    await expect(main.getByText('Xuất sắc từ 90%, Tốt từ 80%, Khá từ 70%')).toBeVisible()
    await expect(main.getByText('cùng hạng, hạng sau bỏ trống (1, 1, 3)')).toBeVisible()

    const table = tableOf(page)
    await expect(criteriaIn(table)).toHaveCount(22)
    const row = table.getByRole('row', { name: /Tỷ lệ hồ sơ khai thác, sử dụng lại dữ liệu số hóa/ })
    await expect(row.getByRole('cell')).toContainText([
      '4.3',
      '2',
      'Tử số ÷ mẫu số ÷ 80% × điểm tối đa; từ 80% trở lên: điểm tối đa',
      'Tử số: ',
      'tối thiểu 80%',
      'suy ra, mã REUSED_DIGITIZED_DATA',
    ])
    await expect(table.getByRole('row', { name: /^Tổng điểm/ })).toContainText('100')
    const areas = page.getByRole('region', { name: 'Điểm tối đa theo nhóm' })
    await expect(areas.getByRole('listitem')).toHaveText([
      /18 18%Công khai/,
      /20 20%Tiến độ/,
      /12 12%Dịch vụ/,
      /10 10%Thanh toán/,
      /22 22%Số hóa/,
      /18 18%Mức độ/,
    ])
  })

  test('what no document says is said: PAR Index knows 7 of its 13.5 points by area', async ({ page }) => {
    await open(page, 'ruleSet=par-index-2022')
    await expect(headingOf(page)).toHaveText(/^3 nhóm, 14 tiêu chí thành phần, 13,5 điểm/)
    const areas = page.getByRole('region', { name: 'Điểm tối đa theo nhóm' })
    await expect(areas.getByRole('listitem').last()).toHaveText('6,5 48,1%Chỉ biết điểm chung')
    await expect(tableOf(page).getByText('chưa rõ').first()).toBeVisible()
  })

  test('is read with the keyboard alone: fold a group, open a criterion, close it, come back', async ({
    page,
    context,
  }) => {
    await open(page, 'ruleSet=qd766-2022')
    const table = tableOf(page)
    const fold = table.getByRole('button', { name: 'Thu Tiến độ giải quyết' })
    await tabTo(page, fold)
    await page.keyboard.press('Enter')
    await expect(criteriaIn(table)).toHaveCount(20)
    await expect(table.getByRole('button', { name: 'Mở Tiến độ giải quyết' })).toBeFocused()

    const name = table.getByRole('button', { name: 'Tỷ lệ hài lòng trong tiếp nhận, giải quyết TTHC' })
    await tabTo(page, name)
    await page.keyboard.press('Enter')
    const detail = detailOf(page)
    await expect(detail.getByRole('heading', { level: 2 })).toHaveText(
      'Tỷ lệ hài lòng trong tiếp nhận, giải quyết TTHC',
    )
    await expect(detail).toContainText('6 điểm tối đa')
    await expect(detail).toContainText('Tử số ÷ mẫu số ÷ 90% × điểm tối đa; từ 90% trở lên: điểm tối đa.')
    await expect(detail).toContainText('từ 90% trở lên: 6 điểm (tối đa)')
    await expect(detail).toContainText('Mức chắc chắn')
    const address = page.url()
    expect(address).toContain('closed=TDGQ')
    const view = await page.locator('body').ariaSnapshot()

    await page.keyboard.press('Escape')
    await expect(detail).toHaveCount(0)
    await page.goBack()
    await expect(detail).toBeVisible()
    expect(page.url()).toBe(address)

    const other = await context.newPage()
    await other.goto(address)
    await expect(detailOf(other)).toBeVisible()
    await expect.poll(() => other.locator('body').ariaSnapshot()).toBe(view)
    await other.close()

    await tabTo(page, detail.getByRole('button', { name: 'Đóng chi tiết' }))
    await page.keyboard.press('Enter')
    await expect(name).toBeFocused()
  })

  test('finds criteria without accents, by kind of rule and by how sure they are', async ({ page }) => {
    await open(page, 'ruleSet=qd766-2022')
    const table = tableOf(page)
    const search = page.getByRole('searchbox', { name: /^Tìm tiêu chí/ })
    await search.fill('tai su dung')
    await expect(criteriaIn(table)).toHaveCount(1)
    await expect(criteriaIn(table)).toContainText(
      'Tỷ lệ hồ sơ số hóa có kết nối, chia sẻ dữ liệu phục vụ tái sử dụng',
    )
    await expect(table.getByRole('row', { name: /^Tổng điểm 2\/28 dòng/ })).toBeVisible()
    await expect(page).toHaveURL(/q=tai\+su\+dung/)

    await search.fill('khong co gi nhu the')
    await expect(page.getByText('Không có tiêu chí nào khớp với tìm kiếm và bộ lọc.')).toBeVisible()
    await page.getByRole('button', { name: 'Bỏ tìm và lọc' }).click()
    await expect(criteriaIn(table)).toHaveCount(22)

    await page.getByRole('combobox', { name: 'Kiểu tính' }).selectOption({ label: 'Chỉ theo dõi (3)' })
    await expect(criteriaIn(table)).toHaveCount(3)
    await page.goBack()
    await page.getByRole('button', { name: /^Chưa có nguồn 0/ }).click()
    await expect(criteriaIn(table)).toHaveCount(0)
    await page.getByRole('button', { name: /^Tất cả/ }).click()
    await expect(criteriaIn(table)).toHaveCount(22)

    await page.getByRole('button', { name: 'Thu hết' }).click()
    await expect(criteriaIn(table)).toHaveCount(0)
    await page
      .getByRole('region', { name: 'Điểm tối đa theo nhóm' })
      .getByRole('button', { name: 'Số hóa hồ sơ' })
      .click()
    await expect(criteriaIn(table)).toHaveCount(22)
    await expect(table.getByRole('button', { name: 'Số hóa hồ sơ', exact: true })).toBeFocused()
  })

  test('leads to the documents it cites and from the pickers to every set', async ({ page }) => {
    await open(page, 'ruleSet=qd766-2022')
    await tableOf(page).getByRole('link').first().click()
    await expect(page.getByRole('link', { name: 'Nguồn' })).toHaveAttribute('aria-current', 'page')
    await page.goBack()

    const picker = page.getByRole('combobox', { name: 'Bộ chỉ số' })
    for (const { id } of catalogue.ruleSets) {
      await picker.selectOption(id)
      await expect(page).toHaveURL(new RegExp(`ruleSet=${id}(&|$)`))
      const leaves = ruleSets.find(each => each.id === id)?.metrics.length
      await expect(part(page, /^Số liệu/)).toHaveText(`Số liệu ${leaves}`)
    }
  })

  test('a set nobody publishes leads to those that are', async ({ page }) => {
    await open(page, 'ruleSet=khong-co')
    await expect(headingOf(page)).toHaveText('Không có bộ chỉ số này')
    await page.getByRole('button', { name: /^Chỉ số 766 · Phục vụ/ }).click()
    await expect(headingOf(page)).toHaveText(/^6 nhóm/)
  })
})

test.describe('the other parts', () => {
  test('figures: what is submitted and which criterion needs it', async ({ page }) => {
    await open(page, 'ruleSet=mau-tinh-cqs')
    await part(page, /^Số liệu/).click()
    await expect(headingOf(page)).toHaveText(/^\d+ số liệu cần nộp: \d+ số đếm/)
    await page.getByRole('searchbox', { name: /^Tìm số liệu/ }).fill('sang kien')
    const row = page.getByRole('row', { name: /sáng kiến/i })
    await expect(row).toHaveCount(1)
    await row.getByRole('button').click()
    await expect(detailOf(page)).toContainText('Số liệu')
  })

  test('worked examples: stated beside computed, every one of them', async ({ page }) => {
    const examples = ruleSets.find(each => each.id === 'mau-tinh-cqs')?.examples ?? []
    await open(page, 'ruleSet=mau-tinh-cqs&view=examples')
    await expect(headingOf(page)).toHaveText(`Cả ${examples.length} ví dụ tính tay khớp đến chữ số cuối`)
    const table = page.getByRole('region', { name: /^Ví dụ tính tay/ }).getByRole('table')
    await expect(table.locator('tbody')).toHaveCount(examples.length)
    await expect(table.locator('tbody').first()).toContainText('khớp')
  })

  test('checks: how much was looked at, what was found, how sure the sources are', async ({ page }) => {
    await open(page, 'ruleSet=mau-tinh-cqs&view=checks')
    await expect(headingOf(page)).toHaveText(/^[\d.]+ điểm kiểm tra: không lỗi, không cảnh báo$/)
    const rows = page.getByRole('region', { name: 'Đã kiểm tra' }).getByRole('row')
    await expect(rows).toHaveCount(13) // the head and twelve groups of checks
    await expect(page.getByRole('region', { name: 'Mức chắc chắn' })).toContainText('minh họa')
  })

  test('downloads: the published file and a workbook', async ({ page }) => {
    await open(page, 'ruleSet=mau-tinh-cqs')
    const [json] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('link', { name: 'Tải tệp JSON' }).click(),
    ])
    expect(json.suggestedFilename()).toBe('mau-tinh-cqs.json')
    const [workbook] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('button', { name: 'Tải tệp XLSX' }).click(),
    ])
    expect(workbook.suggestedFilename()).toBe('mau-tinh-cqs.xlsx')
  })

  test('a template says everywhere that its points are ours', async ({ page }) => {
    for (const view of ['', 'metrics', 'examples', 'checks', 'compare']) {
      await open(page, `ruleSet=mau-tinh-cqs&view=${view}`)
      await expect(page.getByText('Mẫu minh họa – điểm số do dự án đặt.', { exact: true })).toBeVisible()
      await expect(page.locator('.topbar').getByText('minh họa, do dự án đặt')).toBeVisible()
    }
    await page.emulateMedia({ media: 'print' })
    await expect(page.getByText('Mẫu minh họa – điểm số do dự án đặt.', { exact: true })).toBeVisible()
  })
})

test.describe('two versions', () => {
  test('are compared with the one that was superseded, unless the reader chooses', async ({ page }) => {
    await open(page, 'ruleSet=mau-tinh-cqs')
    const compared = page.getByRole('combobox', { name: 'So với' })
    await expect(compared).toHaveValue('mau-tinh-cqs-2025')
    await part(page, /^So sánh/).click()
    await expect(headingOf(page)).toHaveText(
      /^So với Chính quyền số 2025 .*: thêm 1 tiêu chí, bỏ 1, đổi điểm tối đa \d+, đổi cách tính hoặc ngưỡng \d+, đổi \d+ quy định chung$/,
    )
    const ledger = page.getByRole('region', { name: 'Hai bản được so' })
    await expect(ledger).toContainText('bỏ 1−4')
    await expect(ledger).toContainText('thêm 1+2')

    const maxima = page.getByRole('region', { name: 'Đổi điểm tối đa' })
    const row = maxima.getByRole('row', { name: /Hồ sơ thủ tục hành chính nộp trực tuyến toàn trình/ })
    await expect(row.getByRole('cell')).toContainText(['2.2', '8', '10', '+2', ''])
    const rules = page.getByRole('region', { name: 'Đổi cách tính, ngưỡng, mức điểm' })
    await expect(rules.getByRole('row', { name: /Số ngày cho phép/ }).getByRole('cell')).toContainText([
      '5',
      '3',
      '−2',
    ])
    await expect(rules.getByRole('row', { name: /Hồ sơ giải quyết không quá hạn/ })).toContainText(
      '+5 điểm %',
    )
    await expect(page.getByRole('region', { name: 'Thêm', exact: true })).toContainText(
      'Chứng thực bản sao điện tử',
    )
    await expect(page.getByRole('region', { name: 'Bỏ', exact: true })).toContainText('ký số')
    await expect(page.getByRole('region', { name: /^Quy định chung/ })).toContainText('−5 điểm %')
    const asked = page.getByRole('region', { name: 'Đổi đối tượng áp dụng, tài liệu kiểm chứng' })
    await expect(asked).toContainText('không đổi cách tính và điểm tối đa')
    await expect(asked.getByRole('row', { name: /Đối tượng áp dụng/ }).getByRole('cell')).toContainText([
      '3.6',
      'mọi đơn vị',
      'sở, ban, ngành',
    ])

    // The other way round from the older version: what was added is removed.
    await ledger.getByRole('link', { name: /^Chính quyền số 2025/ }).click()
    await expect(headingOf(page)).toHaveText(/^So với Chính quyền số 2026 .*: thêm 1 tiêu chí, bỏ 1, /)
    await expect(page.getByRole('region', { name: 'Thêm', exact: true })).toContainText('ký số')
    await expect(page.getByRole('region', { name: 'Hai bản được so' })).toContainText('thêm 1+4')

    await compared.selectOption('none')
    await expect(headingOf(page)).toHaveText(/^Chọn một bộ để so sánh/)
  })

  test('sets without common criteria say that they cannot be compared', async ({ page }) => {
    await open(page, 'ruleSet=qd766-2022')
    await page.getByRole('combobox', { name: 'So với' }).selectOption('par-index-2022')
    await expect(headingOf(page)).toHaveText(/^Không so sánh được từng tiêu chí với PAR Index 2022/)
    await expect(page).toHaveURL(/compare=par-index-2022/)
  })

  test.describe('a second set that cannot be read', () => {
    test.use({ expectedErrors: /404/ })
    test('hides nothing of the first', async ({ page }) => {
      await page.route('**/rule-sets/mau-tinh-cqs-2025.json', route =>
        route.fulfill({ status: 404, body: '' }),
      )
      await open(page, 'ruleSet=mau-tinh-cqs')
      await expect(headingOf(page)).toHaveText(/^4 nhóm/)
      await part(page, /^So sánh/).click()
      await expect(headingOf(page)).toHaveText('Không đọc được bộ được so')
      await expect(page.getByRole('alert')).toContainText('rule-sets/mau-tinh-cqs-2025.json')
    })
  })
})

const addresses = [
  'ruleSet=qd766-2022',
  'ruleSet=par-index-2022&criterion=chua-co',
  'ruleSet=mau-tinh-cqs&criterion=thanh-toan-truc-tuyen',
  'ruleSet=mau-tinh-cqs&view=metrics',
  'ruleSet=mau-tinh-cqs&view=examples',
  'ruleSet=mau-tinh-cqs&view=checks',
  'ruleSet=mau-tinh-cqs&view=compare',
  'ruleSet=mau-tinh-cqs&lang=en&view=compare',
  'ruleSet=papi-8&lang=en',
]

test.describe('nothing is wider than the window', () => {
  for (const [width, height] of [
    [390, 844],
    [768, 1024],
    [1024, 768],
    [1280, 720],
    [1366, 768],
    [1920, 1080],
  ] as const)
    test(`at ${width} × ${height}`, async ({ page }) => {
      await page.setViewportSize({ width, height })
      for (const search of addresses) {
        await open(page, search)
        const excess = await page.evaluate(() => {
          const boxes = [
            document.documentElement,
            ...document.querySelectorAll('main, .topbar, .receipt, .receipt-steps, .rule-set table'),
          ]
          return Math.max(...boxes.map(box => box.scrollWidth - box.clientWidth))
        })
        expect.soft(excess, `pixels too wide at ${search}`).toBe(0)
      }
    })
})

test.describe('axe finds nothing serious', () => {
  for (const theme of ['light', 'dark', 'contrast'])
    test(`in ${theme}`, async ({ page }) => {
      await open(page)
      await page.getByRole('combobox', { name: 'Giao diện' }).selectOption(theme)
      for (const search of addresses) {
        await open(page, search)
        expect.soft(await findSevere(page), search).toEqual([])
      }
    })

  test('on a phone, with the details over the page', async ({ page }) => {
    await page.setViewportSize({ width: 390, height: 844 })
    await open(page, 'ruleSet=mau-tinh-cqs&view=compare')
    expect(await findSevere(page)).toEqual([])
    await open(page, 'ruleSet=mau-tinh-cqs')
    await tableOf(page).getByRole('button', { name: 'Nghĩa vụ tài chính được thanh toán trực tuyến' }).click()
    await expect(page.getByRole('dialog', { name: 'Chi tiết tiêu chí' })).toBeVisible()
    expect(await findSevere(page)).toEqual([])
  })
})

test('on paper: the whole table with its head on every page, nothing cut off', async ({ page }) => {
  await open(page, 'ruleSet=mau-tinh-cqs')
  await page.emulateMedia({ media: 'print' })
  await page.setViewportSize({ width: 1032, height: 690 })
  await expect(page.getByRole('navigation')).toHaveCount(0)
  // What the screen names as "và 3 số liệu nữa" is written out.
  await expect(page.getByText(/^và \d+ (số liệu|mức) nữa$/).first()).toBeHidden()
  await expect(page.getByText('Báo cáo năm gửi trước ngày 30/11').first()).toBeVisible()
  const pdf = (await page.pdf({ preferCSSPageSize: true, printBackground: true })).toString('latin1')
  const pages = pdf.match(/\/Type \/Page\b(?!s)/g) ?? []
  expect(pages.length).toBeLessThanOrEqual(7)
})
