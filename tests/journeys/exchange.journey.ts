import { readFileSync } from 'node:fs'
import { expect, type Locator, type Page } from '@playwright/test'
import { decodeSubmission, decodeSubmissionTable } from '../../src/io/decode.ts'
import { agenciesSchema } from '../../src/io/directorySchema.ts'
import { readJson } from '../data/dataFiles.ts'
import {
  metricOf,
  portalFilesOf,
  provisional,
  rankingOf,
  shippedDay,
  unitOf,
} from '../io/dvcqg766/portalFiles.ts'
import { findSevere, openAt, tabTo, test } from '../server/journey.ts'

const { agencies } = agenciesSchema.parse(readJson('agencies.json'))
const shipped = shippedDay(readJson)

type Handed = { readonly name: string; readonly mimeType: string; readonly buffer: Buffer }
const fileOf = (name: string, content: unknown): Handed => ({
  name,
  mimeType: 'application/json',
  buffer: Buffer.from(typeof content === 'string' ? content : JSON.stringify(content)),
})
const dayFiles = (day = '2026-10-10') =>
  Object.entries(portalFilesOf(shipped.submissions, agencies)).map(([kind, json]) =>
    fileOf(`${kind}-${day}.json`, json),
  )

const panelOf = (page: Page) =>
  page.getByRole('region', { name: 'Số liệu 766 từ Cổng Dịch vụ công quốc gia' })
const pick = (page: Page) => panelOf(page).getByLabel('Chọn tệp')
const rowOf = (page: Page, text: string) => panelOf(page).getByRole('row').filter({ hasText: text })

/** Lets files fall on the frame, as from a folder window. */
async function dropOn(frame: Locator, files: readonly Handed[]): Promise<void> {
  const transfer = await frame.page().evaluateHandle(
    handed => {
      const dropped = new DataTransfer()
      for (const { name, text } of handed) dropped.items.add(new File([text], name))
      return dropped
    },
    files.map(({ name, buffer }) => ({ name, text: buffer.toString('utf8') })),
  )
  await frame.dispatchEvent('dragover', { dataTransfer: transfer })
  await frame.dispatchEvent('drop', { dataTransfer: transfer })
}

async function downloaded(page: Page, button: Locator): Promise<{ name: string; text: string }> {
  const [download] = await Promise.all([page.waitForEvent('download'), button.click()])
  return { name: download.suggestedFilename(), text: readFileSync(await download.path(), 'utf8') }
}

test.describe('files of the national portal', () => {
  test('are dropped, recognised, reconciled and handed back as our files', async ({ page }) => {
    await openAt(page, '/')
    await page.getByRole('link', { name: 'Nạp tệp' }).click()
    await expect(page).toHaveTitle('Nạp tệp · ParBoard')
    await dropOn(panelOf(page).locator('.drop-zone'), dayFiles())

    await expect(
      page.getByRole('heading', { name: 'Đối chiếu: khớp 315/315 số công bố của 15 đơn vị', exact: true }),
    ).toBeVisible()
    await expect(rowOf(page, 'payment-2026-10-10.json')).toHaveText(
      /Thanh toán trực tuyến\s*10\/10\/2026\s*15\s*đọc được/,
    )
    await expect(rowOf(page, 'UBND xã Liên Sơn Lắk')).toHaveText(/suy ra\s*73,24\s*73,24\s*0\s*21\/21/)
    await expect(panelOf(page).getByText('tổng điểm ghi “suy ra” là cộng từ sáu nhóm')).toBeVisible()
    const notes = page.getByRole('region', { name: 'Ghi chú' }).getByRole('listitem')
    await expect(notes.filter({ hasText: '4.2' })).toContainText('đạt tối đa từ 80%; Cổng không áp dụng')
    await expect(notes.filter({ hasText: provisional })).toHaveText(/^1\.4.*15 đơn vị$/)

    await page.getByRole('button', { name: 'UBND xã Liên Sơn Lắk' }).click()
    const checks = page.getByRole('table', { name: 'Từng số công bố của UBND xã Liên Sơn Lắk' })
    await expect(checks.getByRole('row')).toHaveCount(22) // 21 and the head
    await expect(checks.getByRole('row', { name: /^4\.2/ })).toHaveText(/1,51\s*1,51\s*khớp/)

    const table = await downloaded(page, page.getByRole('button', { name: 'Tải tệp bảng 10/10/2026' }))
    expect(table.name).toBe('qd766-2022-2026-10-10.json')
    const decoded = decodeSubmissionTable(table.text, table.name)
    expect(decoded.ok && decoded.value.rows).toHaveLength(15)
    const unit = await downloaded(page, page.getByRole('button', { name: 'Tải tệp của đơn vị này' }))
    expect(unit.name).toBe('h15-157.json')
    expect(decodeSubmission(unit.text, unit.name)).toMatchObject({
      ok: true,
      value: { period: '2026-10-10', published: { total: null } },
    })
  })

  test('are chosen with the keyboard and dated by hand; the ranking comes as a table', async ({ page }) => {
    await openAt(page, '/exchange')
    await tabTo(page, pick(page))
    await expect(panelOf(page).locator('.drop-zone .button')).toHaveCSS('outline-style', 'solid')
    await pick(page).setInputFiles(fileOf('service-results.json', rankingOf(shipped.ranking, agencies)))
    await expect(rowOf(page, 'chưa biết số liệu của ngày nào')).toBeVisible()

    await page.getByLabel('Ngày của số liệu').fill('2026-10-05')
    await expect(
      page.getByRole('heading', { name: 'Đối chiếu: khớp 34/34 số công bố của 34 đơn vị' }),
    ).toBeVisible()
    await expect(panelOf(page).getByText('không tính lại từ số liệu')).toBeVisible()
    await page.getByRole('button', { name: 'Hiện hết 34 đơn vị' }).click()
    await expect(rowOf(page, 'Khánh Hòa')).toHaveText(/53,22\s*53,22/)
    const { name, text } = await downloaded(
      page,
      page.getByRole('button', { name: 'Tải tệp bảng 05/10/2026' }),
    )
    expect(name).toBe('qd766-nhom-2022-2026-10-05.json')
    expect(decodeSubmissionTable(text, name)).toMatchObject({ ok: true, value: { period: '2026-10-05' } })
  })

  test('that are broken say so one by one and leave the others alone', async ({ page }) => {
    const files = portalFilesOf(shipped.submissions, agencies)
    unitOf(files.digitized, 'H15.15', record => {
      metricOf(record, 'SO_HOA_GIAY_TO_GIAI_QUYET')['score'] = 4
      metricOf(record, 'ORIGINAL_RESULT_AVAILABLE')['numerator'] = '492'
    })
    await openAt(page, '/exchange')
    await pick(page).setInputFiles([
      ...dayFiles().filter(({ name }) => !/^(digitized|payment)/.test(name)),
      fileOf('digitized-2026-10-10.json', files.digitized),
      fileOf('dang-nhap.json', '<!DOCTYPE html><title>Đăng nhập</title>'),
      fileOf('cat-ngang.json', '{"data": '),
    ])
    await expect(rowOf(page, 'cần số viết không có ngoặc kép')).toContainText('metrics[0].numerator')
    await expect(rowOf(page, 'trang web (HTML)')).toBeVisible()
    await expect(rowOf(page, 'không phải JSON đọc được: sai ở dòng 1')).toBeVisible()
    await expect(panelOf(page).getByText('Ngày 10/10/2026 chưa nạp: Thanh toán trực tuyến.')).toBeVisible()
    await expect(
      page.getByRole('heading', { name: /^Đối chiếu: lệch 1 trong \d+ số công bố, ở 1 đơn vị$/ }),
    ).toBeVisible()

    await page.getByRole('button', { name: 'Sở Văn hóa, Thể thao và Du lịch' }).click()
    const checks = page.getByRole('table', { name: /^Từng số công bố của Sở Văn hóa/ })
    // 490 of 587 is 83.475…%; of 4 points 3.34, which is 0.66 less than the file says.
    await expect(checks.getByRole('row', { name: /^4\.2/ })).toHaveText(/4,00\s*3,34\s*−0,66/)

    await page.getByRole('button', { name: 'Bỏ tệp dang-nhap.json' }).click()
    await expect(rowOf(page, 'trang web (HTML)')).toHaveCount(0)
    await pick(page).setInputFiles(dayFiles().filter(({ name }) => /^(digitized|payment)/.test(name)))
    await expect(page.getByRole('heading', { name: /khớp 315\/315/ })).toBeVisible()
    await page.getByRole('button', { name: 'Bỏ hết' }).click()
    await expect(panelOf(page).getByRole('table')).toHaveCount(0)
  })
})

test.describe('the screen', () => {
  for (const [width, height] of [
    [390, 844],
    [1366, 768],
  ] as const)
    test(`has no severe finding and nothing wider than the window at ${width} × ${height}`, async ({
      page,
    }) => {
      await page.setViewportSize({ width, height })
      await openAt(page, '/exchange')
      expect(await findSevere(page)).toEqual([])
      await pick(page).setInputFiles([...dayFiles(), fileOf('sai.json', '<html>')])
      await page.getByRole('button', { name: 'UBND xã Liên Sơn Lắk' }).click()
      await expect(page.getByRole('table', { name: /^Từng số công bố/ })).toBeVisible()
      expect(await findSevere(page)).toEqual([])
      const wider = await panelOf(page).evaluate(
        panel => [...panel.querySelectorAll('*')].filter(each => each.scrollWidth > innerWidth).length,
      )
      expect(wider).toBe(0)
    })
})
