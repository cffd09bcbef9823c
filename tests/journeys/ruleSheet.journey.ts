import { readFileSync } from 'node:fs'
import { expect, type Locator, type Page } from '@playwright/test'
import { ruleSetSchema } from '../../src/io/ruleSetSchema.ts'
import { decodeRuleSheet } from '../../src/io/ruleSheet/decodeRuleSheet.ts'
import { encodeRuleSheet, ruleSheets } from '../../src/io/ruleSheet/encodeRuleSheet.ts'
import { readJson, readText } from '../data/dataFiles.ts'
import { workbook } from '../io/ruleSheet/workbooks.ts'
import { findSevere, openAt, tabTo, test } from '../server/journey.ts'

const path = 'rule-sets/mau-tinh-cqs.json'
const ruleSet = ruleSetSchema.parse(readJson(path))
const mimeType = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'

const panelOf = (page: Page) => page.getByRole('region', { name: 'Bộ chỉ số từ bảng tính' })
const pick = (page: Page) => panelOf(page).getByLabel('Chọn tệp')
const problemsOf = (page: Page) => panelOf(page).getByRole('table').getByRole('row')

async function hand(page: Page, name: string, content: Uint8Array | string): Promise<void> {
  await pick(page).setInputFiles({ name, mimeType, buffer: Buffer.from(content) })
}

async function downloaded(page: Page, button: Locator): Promise<{ name: string; bytes: Uint8Array }> {
  const [download] = await Promise.all([page.waitForEvent('download'), button.click()])
  return {
    name: download.suggestedFilename(),
    bytes: new Uint8Array(readFileSync(await download.path())),
  }
}

test.beforeEach(async ({ page }) => {
  await openAt(page, '/exchange')
})

test.describe('a rule set in a spreadsheet', () => {
  test('comes back as the JSON file it was written from', async ({ page }) => {
    await hand(page, 'bo.xlsx', await encodeRuleSheet(ruleSet))
    await expect(
      panelOf(page).getByRole('heading', { name: `${ruleSet.shortTitle}: đọc được, ${ruleSet.scale} điểm` }),
    ).toBeVisible()
    const facts = panelOf(page).getByRole('definition')
    await expect(facts.first()).toHaveText(String(ruleSet.criteria.length))
    await expect(facts.last()).toHaveText(`${ruleSet.examples?.length} ví dụ, tính ra đều khớp`)
    await expect(panelOf(page)).toContainText('Gửi tệp JSON này cho người quản trị trang')
    expect(await findSevere(page)).toEqual([])

    const json = await downloaded(page, page.getByRole('button', { name: 'Tải tệp JSON' }))
    expect(json.name).toBe('mau-tinh-cqs.json')
    expect(new TextDecoder().decode(json.bytes)).toBe(readText(path))
    const xlsx = await downloaded(page, page.getByRole('button', { name: 'Tải lại dạng XLSX' }))
    const { $schema: _, ...fields } = ruleSet
    expect((await decodeRuleSheet(xlsx.bytes, xlsx.name)).decoded).toEqual({ ok: true, value: fields })
  })

  test('is refused cell by cell, and read when it is mended', async ({ page }) => {
    const edits = { 'Tiêu chí!F2': 'mười', 'Thông tin chung!B12': null, 'Tiêu chí!AC3': '99/QĐ-LẠ' }
    await hand(page, 'bo.xlsx', await workbook(ruleSheets(ruleSet), edits))
    await expect(panelOf(page).getByRole('heading', { name: 'bo.xlsx: 3 lỗi phải sửa' })).toBeVisible()
    await expect(problemsOf(page)).toHaveText([
      /Trang\s*Ô\s*Cột, dòng\s*Đang ghi\s*Cần/,
      /Thông tin chung\s*B12\s*Tổng điểm\s*trống\s*điền “Tổng điểm” – số điểm, ví dụ 2 hoặc 2,5$/,
      /Tiêu chí\s*F2\s*Điểm tối đa\s*mười\s*số điểm/,
      /Tiêu chí\s*AC3\s*Văn bản\s*99\/QĐ-LẠ\s*mã hoặc số hiệu một văn bản có trong danh mục văn bản$/,
    ])
    await expect(page.getByRole('button', { name: 'Tải tệp JSON' })).toHaveCount(0)
    expect(await findSevere(page)).toEqual([])

    // What only the linter sees stands at its cell as well.
    await hand(page, 'bo.xlsx', await workbook(ruleSheets(ruleSet), { 'Thông tin chung!B12': 99 }))
    await expect(problemsOf(page).nth(1)).toHaveText(/Thông tin chung\s*B12\s*Tổng điểm\s*99\s*.*cộng lại là/)

    await hand(page, 'bo.xlsx', await workbook(ruleSheets(ruleSet)))
    await expect(page.getByRole('button', { name: 'Tải tệp JSON' })).toBeVisible()
    await page.getByRole('button', { name: 'Bỏ tệp này' }).click()
    await expect(panelOf(page).getByRole('heading')).toHaveCount(1)
  })

  test('begins with the template', async ({ page }) => {
    await tabTo(page, page.getByRole('button', { name: 'Tải tệp mẫu XLSX' }))
    const template = await downloaded(page, page.getByRole('button', { name: 'Tải tệp mẫu XLSX' }))
    expect(template.name).toBe('mau-bo-chi-so.xlsx')
    await hand(page, template.name, template.bytes)
    await expect(
      panelOf(page).getByRole('heading', { name: 'mau-bo-chi-so.xlsx: 11 lỗi phải sửa' }),
    ).toBeVisible()
  })

  test('as CSV goes on as a workbook with its rows', async ({ page }) => {
    const table =
      '\ufeffSTT;Tên tiêu chí;Điểm tối đa;Cách tính;Số liệu;Mức chắc chắn\n1;Có kế hoạch;2,5;có/không;Kế hoạch;suy ra\n'
    await hand(page, 'bang.csv', table)
    await expect(panelOf(page).getByRole('heading', { name: 'bang.csv: 11 lỗi phải sửa' })).toBeVisible()
    const draft = await downloaded(page, page.getByRole('button', { name: 'Tải XLSX có sẵn các dòng này' }))
    expect(draft.name).toBe('bang.xlsx')
    const { problems } = await decodeRuleSheet(draft.bytes, draft.name)
    expect(new Set(problems.map(({ place }) => place.sheet))).toEqual(new Set(['Thông tin chung']))
  })

  test('that is none says so; JSON is read as well', async ({ page }) => {
    await hand(page, 'anh.xlsx', 'không phải bảng tính')
    await expect(
      panelOf(page).getByRole('heading', { name: 'anh.xlsx: không đọc được tệp này' }),
    ).toBeVisible()
    await expect(panelOf(page)).toContainText('không phải tệp XLSX hoặc tệp bị cắt dở')
    await expect(panelOf(page)).not.toContainText('mỗi dòng dưới đây là một ô')
    await expect(problemsOf(page)).toHaveCount(0)
    await hand(page, 'bo.json', readText(path))
    await expect(page.getByRole('button', { name: 'Tải tệp JSON' })).toBeVisible()
    await hand(page, 'bo.json', readText(path).replace('"scale": "', '"scale": "1'))
    await expect(problemsOf(page).filter({ hasText: 'scale' })).toHaveText(/scale\s*.*cộng lại là/)
  })

  test('in English', async ({ page }) => {
    await openAt(page, '/exchange?lang=en')
    const panel = page.getByRole('region', { name: 'Rule set from a spreadsheet' })
    const name = 'bo.xlsx'
    const buffer = Buffer.from(await workbook(ruleSheets(ruleSet), { 'Tiêu chí!F2': 'mười' }))
    await panel.getByLabel('Choose a file').setInputFiles({ name, mimeType, buffer })
    await expect(panel.getByRole('heading', { name: 'bo.xlsx: errors to correct: 1' })).toBeVisible()
    await expect(panel.getByRole('row').nth(1)).toHaveText(
      /F2\s*Điểm tối đa\s*mười\s*a number of points such as 2 or 2,5/,
    )
  })
})
