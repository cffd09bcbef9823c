import { Buffer } from 'node:buffer'
import { readFileSync } from 'node:fs'
import { utils, write } from '@e965/xlsx'
import { expect, type Locator, type Page } from '@playwright/test'
import { openAt, test } from '../server/journey.ts'

// One officer of a commune from an empty page to the file the department opens: what is typed, pasted and
// imported, what the checks ask for, the evidence, the file, and the same score sheet in another browser.

const xlsxType = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'

const field = (page: Page, name: RegExp): Locator => page.getByRole('textbox', { name }).first()
const dialog = (page: Page): Locator => page.getByRole('dialog')
const areas = (page: Page): Locator => page.getByRole('navigation', { name: 'Lĩnh vực' })
const evidenceOf = (page: Page, code: string): Locator =>
  page.getByRole('button', { name: `Xem, sửa: Tài liệu kiểm chứng của tiêu chí ${code}`, exact: true })
const total = (page: Page): Locator => page.getByRole('button', { name: /mở phiếu tính điểm/ })

/** A workbook as an office keeps it: a title over the table, a figure nobody asked for, two mistakes. */
function officeWorkbook(): Buffer {
  const book = utils.book_new()
  const rows = [
    ['BÁO CÁO SỐ LIỆU THÁNG 11/2026'],
    [],
    ['STT', 'Chỉ tiêu', 'Đơn vị tính', 'Kỳ này'],
    [1, 'Hồ sơ tiếp nhận trong tháng', 'hồ sơ', '1.200'],
    // More than came in: the checks have to see it.
    [2, 'Hồ sơ nộp trực tuyến toàn trình', 'hồ sơ', 1300],
    [3, 'Hồ sơ trực tuyến do người nộp lần đầu', 'hồ sơ', 96],
    // Dossiers are whole: refused at its cell.
    [4, 'Hồ sơ có nghĩa vụ tài chính', 'hồ sơ', '250,5'],
    [5, 'Hồ sơ thanh toán trực tuyến thành công', 'hồ sơ', 200],
    [6, 'Số ngoài biểu', 'việc', 7],
  ]
  utils.book_append_sheet(book, utils.aoa_to_sheet(rows), 'Tháng 11')
  return Buffer.from(write(book, { type: 'array', bookType: 'xlsx' }))
}

test('a commune fills in, mends, shows evidence and hands in one file that opens the same elsewhere', async ({
  page,
  browser,
  baseURL,
}) => {
  test.setTimeout(240_000)
  await openAt(page, '/self-assessment')
  await page.getByRole('combobox', { name: 'Bộ chỉ số' }).selectOption('mau-tinh-cqs')
  await page.getByRole('combobox', { name: 'Đơn vị' }).fill('xa thach minh')
  await page.getByRole('option', { name: /xã Thạch Minh/ }).click()
  await page.getByRole('button', { name: 'Tạo bản nháp' }).click()

  // Typed: 1.464 of whole documents can only be 1464; 1464 ÷ 1529 is over 80%: full points.
  await field(page, /xử lý trọn trên môi trường mạng/).fill('1.464')
  await expect(page.getByText('= 1.464 văn bản')).toBeVisible()
  await field(page, /hồ sơ công việc phải xử lý/).fill('1529')
  await expect(page.getByRole('button', { name: /6,00\/6/ }).first()).toBeVisible()

  // Pasted: a column from Excel goes down from the field it was pasted into, after a look.
  await field(page, /UBND tỉnh giao đến hạn/).focus()
  await page.evaluate(() => {
    const data = new DataTransfer()
    data.setData('text/plain', '12\r\n9\r\n2\r\n')
    document.activeElement?.dispatchEvent(
      new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true }),
    )
  })
  await expect(dialog(page).getByRole('row', { name: /hoàn thành trễ hạn/ })).toContainText('2')
  await expect(field(page, /UBND tỉnh giao đến hạn/)).toHaveValue('')
  await dialog(page).getByRole('button', { name: 'Áp dụng 3 ô' }).click()
  await expect(field(page, /UBND tỉnh giao đến hạn/)).toHaveValue('12')
  await expect(field(page, /hoàn thành trễ hạn/)).toHaveValue('2')

  // Imported: mistakes are named at their cells, nothing is applied before it is asked for, one undo takes all back.
  await page.getByRole('button', { name: 'Nạp tệp', exact: true }).click()
  await dialog(page)
    .locator('input[type=file]')
    .setInputFiles({ name: 'Số liệu tháng 11.xlsx', mimeType: xlsxType, buffer: officeWorkbook() })
  await expect(dialog(page)).toContainText('ô D7')
  await expect(dialog(page)).toContainText('“250,5” có phần lẻ')
  await expect(dialog(page)).toContainText('Số ngoài biểu')
  await dialog(page).getByRole('button', { name: 'Áp dụng 4 ô' }).click()
  await areas(page)
    .getByRole('button', { name: /Dịch vụ công/ })
    .click()
  await expect(field(page, /nộp trực tuyến toàn trình/)).toHaveValue('1300')
  await page.getByRole('button', { name: 'Hoàn tác' }).click()
  await expect(field(page, /nộp trực tuyến toàn trình/)).toHaveValue('')
  await page.getByRole('button', { name: 'Làm lại' }).click()
  await expect(field(page, /nộp trực tuyến toàn trình/)).toHaveValue('1300')

  // The checks lead to the field; mended, they are content.
  const finding = page.getByRole('listitem').filter({ hasText: 'nhiều hơn “Hồ sơ tiếp nhận trong tháng”' })
  await finding.getByRole('button', { name: /Đến ô/ }).click()
  await expect(field(page, /nộp trực tuyến toàn trình/)).toBeFocused()
  await field(page, /nộp trực tuyến toàn trình/).fill('900')
  await expect(finding).toHaveCount(0)
  // 900 ÷ 1200 = 75%, past the target of 50%: 10 of 10 points.
  await expect(page.getByRole('button', { name: /10,00\/10/ }).first()).toBeVisible()

  // Evidence: a file for one criterion, with its hash; the rest is let stand with a reason.
  await areas(page)
    .getByRole('button', { name: /Xử lý công việc/ })
    .click()
  await page
    .getByRole('button', { name: /Thêm tài liệu/ })
    .first()
    .click()
  const adding = page.waitForEvent('filechooser')
  await dialog(page).getByText('Thêm tệp', { exact: true }).first().click()
  await (await adding).setFiles({
    name: 'danh-sach.pdf',
    mimeType: 'application/pdf',
    buffer: Buffer.from('abc'),
  })
  // SHA-256 of "abc", FIPS 180-2.
  await expect(dialog(page)).toContainText('ba7816bf')
  await dialog(page).getByRole('button', { name: 'Xong' }).click()
  await expect(evidenceOf(page, '1.1')).toBeVisible()

  // Handed in: not before somebody approved it and every doubt has a reason.
  await page.getByRole('button', { name: 'Xuất tệp nộp' }).click()
  await dialog(page).getByRole('button', { name: 'Xuất tệp nộp' }).click()
  await expect(dialog(page)).toContainText('Chưa xuất được')
  await dialog(page)
    .getByRole('button', { name: /Để nguyên cả/ })
    .click()
  await dialog(page).getByRole('textbox', { name: /Lý do/ }).fill('Chưa đến hạn báo cáo của tháng')
  await dialog(page)
    .getByRole('button', { name: /^(Để nguyên cả|Chấp nhận|Ghi lý do)/ })
    .first()
    .click()
  await dialog(page).getByRole('textbox', { name: 'Họ và tên' }).fill('Nguyễn Văn Mẫu')
  await dialog(page)
    .getByRole('textbox', { name: /Chức vụ/ })
    .fill('Chủ tịch Ủy ban nhân dân xã')
  await dialog(page)
    .getByRole('textbox', { name: /Ngày duyệt/ })
    .fill('01/12/2026')
  const downloading = page.waitForEvent('download')
  await dialog(page).getByRole('button', { name: 'Xuất tệp nộp' }).click()
  const made = await downloading
  expect(made.suggestedFilename()).toBe('tu-cham_mau-tinh-cqs_2026-11_mh-xa-thach-minh.parboard')
  await expect(dialog(page)).toContainText('Đã tạo tệp nộp')
  const bytes = readFileSync(await made.path())
  await dialog(page).getByRole('button', { name: 'Đóng' }).first().click()
  const here = { total: await total(page).first().innerText(), areas: await areas(page).innerText() }

  // Another browser, with nothing of this one in it.
  const elsewhere = await browser.newContext({
    baseURL: baseURL ?? '',
    locale: 'vi-VN',
    viewport: { width: 1366, height: 768 },
  })
  const other = await elsewhere.newPage()
  await openAt(other, '/self-assessment')
  await expect(other.getByRole('heading', { level: 1 })).toContainText('Chưa có bản nháp nào')
  const opening = other.waitForEvent('filechooser')
  await other.getByText('Mở tệp nộp', { exact: true }).click()
  await (await opening).setFiles({
    name: made.suggestedFilename(),
    mimeType: 'application/octet-stream',
    buffer: bytes,
  })
  await expect(dialog(other)).toContainText('chấm lại giống hệt bảng điểm đã nộp')
  await expect(dialog(other)).toContainText('Nguyễn Văn Mẫu')
  await dialog(other).getByRole('button', { name: 'Mở thành bản nháp' }).click()
  await expect(field(other, /hồ sơ công việc phải xử lý/)).toBeVisible()
  expect({ total: await total(other).first().innerText(), areas: await areas(other).innerText() }).toEqual(
    here,
  )
  await evidenceOf(other, '1.1').click()
  await expect(dialog(other)).toContainText('danh-sach.pdf')
  await expect(dialog(other)).toContainText('ba7816bf')
  await elsewhere.close()
})
