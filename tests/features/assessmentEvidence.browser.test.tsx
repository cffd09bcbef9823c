import axe from 'axe-core'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { page, userEvent } from 'vitest/browser'
import { EvidencePanel } from '../../src/features/self-assessment/evidence/EvidencePanel.tsx'
import { file as keptFile } from '../../src/io/drafts/fileStore.ts'
import type { Draft, DraftEdit } from '../../src/model/draft.ts'
import { LanguageProvider } from '../../src/ui/language.tsx'
import { linked, Parts, scan } from '../gallery/assessmentPartsSample.tsx'
import '../gallery/styles.ts'
import { type Mounted, mount } from '../server/mount.ts'
import { severeFindings } from '../server/severeFindings.ts'

// FIPS 180-4
const ofAbc = 'ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad'

let drawn: Mounted | undefined
let latest: Draft | undefined

function draw(nodeId: string, edits: readonly DraftEdit[] = []) {
  drawn = mount(
    <LanguageProvider language="vi">
      <Parts
        edits={edits}
        watch={draft => {
          latest = draft
        }}
      >
        {props => <EvidencePanel {...props} nodeId={nodeId} close={() => {}} />}
      </Parts>
    </LanguageProvider>,
  )
}

beforeEach(() => page.viewport(1366, 768))
afterEach(() => {
  drawn?.unmount()
  expect(drawn?.errors).toEqual([])
  drawn = undefined
  latest = undefined
})

const button = (name: string | RegExp) => page.getByRole('button', { name })
/** Chooses files as the file dialog would. */
async function choose(...files: readonly File[]) {
  const find = () => document.querySelector<HTMLInputElement>('input[type="file"]')
  await expect.poll(find).not.toBeNull()
  const input = find()
  if (!input) throw new Error('nothing to choose a file with')
  const transfer = new DataTransfer()
  for (const file of files) transfer.items.add(file)
  input.files = transfer.files
  input.dispatchEvent(new Event('change', { bubbles: true }))
}

const evidence = (item: typeof scan): DraftEdit => ({ kind: 'evidence', item })

describe('adding a file', () => {
  test('records name, size and hash, and keeps its bytes on this machine', async () => {
    draw('thanh-toan')
    await expect.element(page.getByRole('dialog', { name: /1\.2 Tỷ lệ hồ sơ thanh toán/ })).toBeVisible()
    await choose(new File(['abc'], 'sao_ke.pdf', { type: 'application/pdf' }))
    await expect
      .poll(() => latest?.evidence)
      .toMatchObject([
        {
          criterionIds: ['thanh-toan'],
          requiredId: 'sao-ke',
          title: 'Sao kê thanh toán',
          file: { name: 'sao_ke.pdf', bytes: 3, sha256: ofAbc },
        },
      ])
    await expect.element(page.getByText('Đã thêm “Sao kê thanh toán”.')).toBeVisible()
    await expect.element(button('Tải về: Sao kê thanh toán')).toBeVisible()
    expect(await (await keptFile(ofAbc))?.text()).toBe('abc')
  })

  test('of several files one after the other; other documents are named after their file', async () => {
    draw('kenh')
    await choose(new File(['a'], 'so_theo_doi.xlsx'), new File([], 'rong.pdf'), new File(['b'], 'Ảnh.png'))
    await expect.poll(() => latest?.evidence.map(item => item.title)).toEqual(['so theo doi', 'Ảnh'])
    await expect
      .element(page.getByRole('alert'))
      .toHaveTextContent('“rong.pdf” rỗng, không có byte nào, nên không nhận.')
  })

  test('above the limit says so in words and adds nothing', async () => {
    draw('kenh')
    await choose(new File([new Uint8Array(50 * 1024 * 1024 + 1)], 'ban-quet.pdf'))
    await expect.element(page.getByRole('alert')).toHaveTextContent(/quá mức 50.MB/)
    expect(latest).toBeUndefined()
  })

  test('that the machine has no room for keeps its hash and says so', async () => {
    const put = vi.spyOn(IDBObjectStore.prototype, 'put').mockImplementation(() => {
      throw new DOMException('no room', 'QuotaExceededError')
    })
    try {
      draw('thanh-toan')
      await choose(new File(['abd'], 'sao-ke.pdf'))
      await expect
        .element(page.getByRole('alert'))
        .toHaveTextContent('Máy này hết chỗ nên không giữ được “sao-ke.pdf”; mã băm của tệp đã ghi.')
      // SHA-256 of "abd"
      expect(latest?.evidence[0]?.file?.sha256).toBe(
        'a52d159f262b2c6ddb724a61840befc36eb30c88877a4030b65cbe86298449c9',
      )
      await expect.element(page.getByText(/^Máy này không giữ tệp/)).toBeVisible()
    } finally {
      put.mockRestore()
    }
  })

  test('that stands elsewhere warns at once', async () => {
    const elsewhere = { ...scan, ...(scan.file && { file: { ...scan.file, sha256: ofAbc } }) }
    draw('thanh-toan', [evidence(elsewhere)])
    await choose(new File(['abc'], 'khac-ten.pdf'))
    await expect.element(page.getByText('cùng tệp với 1.1')).toBeVisible()
  })
})

describe('a document without a file', () => {
  test('has number, day, issuer; days that do not exist are refused beside their field', async () => {
    draw('thanh-toan')
    await button('Ghi số, ngày, đường dẫn: Sao kê thanh toán').click()
    await expect.element(page.getByRole('textbox', { name: 'Tên tài liệu' })).toHaveFocus()
    await page.getByRole('textbox', { name: 'Số, ký hiệu' }).fill('15/BC')
    const issued = page.getByRole('textbox', { name: 'Ngày ban hành' })
    await issued.fill('31/02/2026')
    await button('Lưu').click()
    await expect.element(issued).toHaveFocus()
    await expect.element(issued).toHaveAttribute('aria-invalid', 'true')
    expect(latest).toBeUndefined()
    await issued.fill('5/3/2026')
    await userEvent.keyboard('{Enter}')
    await expect
      .poll(() => latest?.evidence)
      .toMatchObject([
        { requiredId: 'sao-ke', title: 'Sao kê thanh toán', number: '15/BC', issuedOn: '2026-03-05' },
      ])
    await expect.element(page.getByText('số 15/BC, ngày 05/03/2026')).toBeVisible()
    await expect.element(button('Thêm tệp: Sao kê thanh toán')).toHaveFocus()
  })

  test('is edited in place; Escape leaves it as it was and goes back to the button', async () => {
    draw('dung-han', [evidence(linked)])
    await button('Sửa: Bảng theo dõi chung').click()
    await page.getByRole('textbox', { name: 'Tên tài liệu' }).fill('Khác')
    await userEvent.keyboard('{Escape}')
    await expect.element(button('Sửa: Bảng theo dõi chung')).toHaveFocus()
    expect(latest).toBeUndefined()
    await button('Sửa: Bảng theo dõi chung').click()
    await page.getByRole('textbox', { name: 'Trang, mục' }).fill('trang 2')
    await button('Lưu').click()
    await expect.poll(() => latest?.evidence[0]).toEqual({ ...linked, pages: 'trang 2' })
  })
})

describe('what is there', () => {
  test('is taken from this criterion alone, and comes back with one press', async () => {
    draw('dung-han', [evidence(scan), evidence(linked)])
    await button('Gỡ: Bảng theo dõi chung').click()
    await expect
      .poll(() => latest?.evidence.map(item => item.criterionIds))
      .toEqual([['dung-han'], ['thanh-toan']])
    await button('Hoàn tác').click()
    await expect.element(button('Gỡ: Bảng theo dõi chung')).toBeVisible()
  })

  test('serves another criterion too', async () => {
    draw('kenh', [evidence(scan)])
    await page.getByRole('combobox', { name: /^Dùng tài liệu đã có/ }).selectOptions(`1.1 · ${scan.title}`)
    await expect.poll(() => latest?.evidence[0]?.criterionIds).toEqual(['dung-han', 'kenh'])
    await expect.element(page.getByText('dùng chung với 1.1')).toBeVisible()
  })

  test('says where the bytes are not on this machine', async () => {
    const absent = { ...scan, ...(scan.file && { file: { ...scan.file, sha256: 'e'.repeat(64) } }) }
    draw('dung-han', [evidence(absent)])
    await expect.element(page.getByText(/^Máy này không giữ tệp/)).toBeVisible()
  })

  test('an explanation is kept with every letter, and nothing of it is an empty text', async () => {
    draw('kenh')
    const why = page.getByRole('textbox', { name: 'Giải trình khi không có tài liệu' })
    await why.fill('Đang quét')
    await expect.poll(() => latest?.explanations.get('kenh')).toBe('Đang quét')
    await why.fill('')
    await expect.poll(() => latest?.explanations.has('kenh')).toBe(false)
  })

  test('has no serious fault for assistive technology', async () => {
    draw('dung-han', [evidence(scan), evidence(linked)])
    await button(/^Ghi số, ngày, đường dẫn: Báo cáo tháng/).click()
    await expect.element(page.getByRole('textbox', { name: 'Tên tài liệu' })).toBeVisible()
    const box = drawn?.box
    if (!box) throw new Error('nothing is drawn')
    expect(severeFindings(await axe.run(box))).toEqual([])
  })
})
