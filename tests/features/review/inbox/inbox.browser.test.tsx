import axe from 'axe-core'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { page, userEvent } from 'vitest/browser'
import type { ReviewAddress } from '../../../../src/features/review/reviewProps.ts'
import type { LedgerEntry } from '../../../../src/model/review.ts'
import { LanguageProvider } from '../../../../src/ui/language.tsx'
import { HatchPatterns } from '../../../../src/ui/Mark.tsx'
import { emptyInbox, fullInbox, InboxSample, type InboxScene } from '../../../gallery/inboxSample.tsx'
import '../../../gallery/styles.ts'
import { type Mounted, mount } from '../../../server/mount.ts'

let drawn: Mounted | undefined
let entries: readonly LedgerEntry[] = []
let address: ReviewAddress = {}

function draw(scene: InboxScene, opening: ReviewAddress = {}, me?: string) {
  drawn = mount(
    <LanguageProvider language="vi">
      <HatchPatterns />
      <main>
        <InboxSample
          scene={scene}
          address={opening}
          {...(me === undefined ? {} : { me })}
          watch={(lines, place) => {
            entries = lines
            address = place
          }}
        />
      </main>
    </LanguageProvider>,
  )
}

beforeEach(() => page.viewport(1366, 768))
afterEach(() => {
  drawn?.unmount()
  expect(drawn?.errors).toEqual([])
  drawn = undefined
})

const lastAct = () => entries.at(-1)?.act
const names = () => [...document.querySelectorAll('.rvi-open')].map(each => each.textContent)
const severe = async () =>
  (await axe.run(document.body)).violations.filter(each =>
    ['serious', 'critical'].includes(each.impact ?? ''),
  )

describe('the sentence and the list', () => {
  test('an empty inbox names the two ways in and that nothing is zero', async () => {
    draw(emptyInbox)
    await expect
      .element(page.getByRole('heading', { level: 1 }))
      .toHaveTextContent('Chưa nhận hồ sơ nào của 8')
    await expect.element(page.getByText('Chọn thư mục')).toBeVisible()
    expect(await severe()).toEqual([])
  })

  test('counts who came, who is late, who has to be looked at and who is still to come', async () => {
    draw(fullInbox)
    const sentence = page.getByRole('heading', { level: 1 })
    // so-1, so-2, so-3, so-5 and xa-1 can be read; so-4 sent an altered file; xa-2 and xa-3 sent nothing.
    await expect
      .element(sentence)
      .toHaveTextContent(
        /Đã nhận 5\/8.hồ sơ, 1.nộp trễ, 4.cần xem, 1.đơn vị gửi tệp chưa dùng được, còn 2.đơn vị/,
      )
    expect(names()).toHaveLength(8)
    await expect.element(page.getByText('bản 2, khác đợt')).toBeVisible()
    await expect.element(page.getByText('chưa rõ lúc đến')).toBeVisible()
    expect(await severe()).toEqual([])
  })

  test('filters, groups and searched names stand in the address', async () => {
    draw(fullInbox)
    await page.getByRole('button', { name: /^Chưa nộp 2/ }).click()
    expect(address.filter).toBe('notReceived')
    expect(names()).toEqual(['UBND xã Minh Họa 2', 'UBND xã Minh Họa 3'])
    await page.getByRole('button', { name: /^Tất cả/ }).click()
    await page.getByRole('button', { name: /Các sở, ban, ngành/ }).click()
    expect(address.group).toBe('cac-so')
    await page.getByRole('searchbox').fill('khu kinh te')
    await expect.poll(names).toEqual(['Ban Quản lý các khu kinh tế và các khu công nghiệp Đắk Lắk'])
    expect(address.q).toBe('khu kinh te')
  })

  test('arrows walk through the agencies and Enter opens one on the desk', async () => {
    draw(fullInbox)
    await expect.poll(() => names().length).toBe(8)
    document.querySelector<HTMLElement>('.rvi-open')?.focus()
    await userEvent.keyboard('{ArrowDown}{ArrowDown}{ArrowDown}{ArrowDown}{ArrowDown}')
    // Past the head of the next group.
    expect(document.activeElement?.textContent).toBe('UBND xã Minh Họa 1')
    await userEvent.keyboard('{ArrowUp}{Enter}')
    await expect.poll(() => address).toMatchObject({ part: 'desk', agency: 'so-5' })
  })

  test('refused files stand apart with what is wrong and what to do', async () => {
    draw(fullInbox)
    await expect.element(page.getByRole('heading', { name: /1.tệp không nhận/ })).toBeVisible()
    await expect.element(page.getByText('Đã bị sửa sau khi xuất.')).toBeVisible()
    await expect.element(page.getByText(/nội dung không đúng mã băm/)).toBeVisible()
  })
})

describe('files of one agency', () => {
  const open = async (name: RegExp) => {
    await page.getByRole('button', { name }).click()
    await expect.element(page.getByRole('dialog')).toBeVisible()
  }

  test('two versions: a part of the other is taken with a reason, and the line says so', async () => {
    draw(fullInbox)
    await open(/2.bản, chưa chọn/)
    await expect.element(page.getByText(/2.chỗ khác nhau giữa các bản/)).toBeVisible()
    // 80 of 100 and 60 of 100 of 10 points.
    await expect.element(page.getByRole('cell', { name: '8,00/10,00' })).toBeVisible()
    await expect.element(page.getByRole('cell', { name: '6,00/10,00' })).toBeVisible()
    expect(await severe()).toEqual([])
    await page.getByRole('radio', { name: 'không có' }).click()
    await page.getByRole('button', { name: 'Ghi lựa chọn' }).click()
    await expect.element(page.getByText('Phải ghi lý do', { exact: false })).toBeVisible()
    await page.getByRole('textbox', { name: /Lý do/ }).fill('  Bản sau   thay bản trước ')
    await page.getByRole('button', { name: 'Ghi lựa chọn' }).click()
    await expect.poll(lastAct).toEqual({
      kind: 'use',
      agencyId: 'so-2',
      choice: {
        base: 'b2'.padEnd(64, '0'),
        picks: [{ part: 'explanation', id: 'truc-tuyen', from: 'b1'.padEnd(64, '0') }],
      },
      reason: 'Bản sau thay bản trước',
      over: [],
    })
    await expect.element(page.getByText('Đang dùng, có ghép mục của bản khác')).toBeVisible()
  })

  test('a file of other rules counts only when somebody has it scored by those of the round', async () => {
    draw(fullInbox, { group: 'cac-so', filter: 'otherRules' })
    await open(/1.bản/)
    await page.getByRole('button', { name: 'Chấm theo phiên bản của đợt' }).click()
    await expect
      .poll(lastAct)
      .toMatchObject({ kind: 'use', agencyId: 'so-5', choice: { picks: [], carried: true } })
  })

  test('the time of receiving is corrected with a reason, in the time of Việt Nam', async () => {
    draw(fullInbox, { group: 'cac-xa', filter: 'look' })
    await open(/1.bản/)
    await page.getByRole('button', { name: 'Sửa lúc nhận' }).click()
    await page.getByRole('textbox', { name: /Ngày/ }).fill('31/02/2026')
    await page.getByRole('button', { name: 'Ghi vào sổ' }).click()
    await expect.element(page.getByText('Ghi ngày như 25/11/2026', { exact: false })).toBeVisible()
    await page.getByRole('textbox', { name: /Ngày/ }).fill('10/11/2026')
    await page.getByRole('textbox', { name: /Giờ/ }).fill('16:40')
    await page.getByRole('textbox', { name: /Lý do/ }).fill('Thư đến lúc 16:40')
    await page.getByRole('button', { name: 'Ghi vào sổ' }).click()
    await expect.poll(lastAct).toEqual({
      kind: 'receivedAt',
      sha256: 'f1'.padEnd(64, '0'),
      at: '2026-11-10T16:40:00+07:00',
      reason: 'Thư đến lúc 16:40',
    })
    await expect.element(page.getByText('10/11/2026 16:40, đúng hạn')).toBeVisible()
  })

  test('set aside needs a reason and is taken back by a line of its own', async () => {
    draw(fullInbox, { group: 'cac-xa', filter: 'look' })
    await open(/1.bản/)
    await page.getByRole('button', { name: 'Để riêng' }).click()
    await page.getByRole('button', { name: 'Ghi vào sổ' }).click()
    await expect.element(page.getByText('Phải ghi lý do', { exact: false })).toBeVisible()
    await page.getByRole('textbox', { name: /Lý do/ }).fill('Gửi nhầm')
    await page.getByRole('button', { name: 'Ghi vào sổ' }).click()
    await expect.element(page.getByText(/để riêng: Gửi nhầm/)).toBeVisible()
    await page.getByRole('button', { name: 'Đưa trở lại' }).click()
    await expect.poll(lastAct).toMatchObject({ kind: 'withdraw', entryId: 'but-9' })
  })

  test('without a name nothing can be written, and the dialog says why', async () => {
    draw(fullInbox, {}, '')
    await open(/2.bản, chưa chọn/)
    await expect.element(page.getByText('Ghi họ tên người thẩm định', { exact: false }).first()).toBeVisible()
    expect(document.querySelectorAll('dialog button:not(.icon-button)')).toHaveLength(0)
  })
})

describe('receiving', () => {
  test('what is no submission file is skipped by name and is no error', async () => {
    draw(emptyInbox)
    await expect.element(page.getByText('Chọn tệp')).toBeVisible()
    const dropped = new DataTransfer()
    dropped.items.add(new File(['x'], 'Thumbs.db'))
    dropped.items.add(new File(['x'], 'tổng hợp.xlsx'))
    document
      .querySelector('.rvi-drop')
      ?.dispatchEvent(new DragEvent('drop', { dataTransfer: dropped, bubbles: true, cancelable: true }))
    await expect.element(page.getByText(/2.tệp khác bỏ qua/).first()).toBeVisible()
    expect(entries).toEqual([])
  })

  test('a damaged file is read beside the page and refused with a line', async () => {
    draw(emptyInbox)
    await expect.element(page.getByText('Chọn tệp')).toBeVisible()
    await userEvent.upload(page.getByLabelText('Chọn tệp'), [new File(['không phải zip'], 'so-1.parboard')])
    await expect.poll(lastAct, { timeout: 10_000 }).toMatchObject({
      kind: 'receive',
      file: { outcome: 'refused', why: 'notPackage', fileName: 'so-1.parboard' },
    })
  })

  test('files put in before anybody typed a name wait', async () => {
    draw(emptyInbox, {}, '')
    await expect.element(page.getByText('Chọn tệp')).toBeVisible()
    await userEvent.upload(page.getByLabelText('Chọn tệp'), [new File(['x'], 'so-1.parboard')])
    await expect.element(page.getByText(/1.tệp đang chờ/)).toBeVisible()
    expect(entries).toEqual([])
    await page.getByRole('button', { name: 'Bỏ' }).click()
  })
})

test('the list of reminders names each by its group with the deadline, as text', async () => {
  draw(fullInbox)
  await page.getByRole('button', { name: 'Danh sách nhắc' }).click()
  const text = page.getByRole('textbox', { name: 'Nội dung' })
  await expect.element(text).toBeVisible()
  const said = (text.element() as HTMLTextAreaElement).value
  expect(said).toContain('Hạn nộp: 10/11/2026 17:00.')
  expect(said).toMatch(/Chưa nộp \(2\):\n {2}Các xã\n {2}1\. UBND xã Minh Họa 2\n {2}2\. UBND xã Minh Họa 3/)
  expect(said).toMatch(/Đã nộp sau hạn \(1\):\n {2}Các sở, ban, ngành\n {2}1\. Ban Quản lý/)
  expect(said).toContain('Sở Y tế (dùng bản 2, đợt dùng bản 3)')
  expect(said).toContain('1. Sở Tư pháp')
})
