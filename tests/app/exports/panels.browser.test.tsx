import '../../../src/ui/tokens.css'
import '../../../src/ui/base.css'
import '../../../src/app/exports/exports.css'
import type { ReactNode } from 'react'
import { createRoot, type Root } from 'react-dom/client'
import { afterEach, describe, expect, test, vi } from 'vitest'
import { page, userEvent } from 'vitest/browser'
import { CheckPanel, type CheckState } from '../../../src/app/exports/CheckPanel.tsx'
import { RunStatus } from '../../../src/app/exports/RunStatus.tsx'
import { TableOffer } from '../../../src/app/exports/TableOffer.tsx'
import { LanguageProvider } from '../../../src/ui/language.tsx'
import { doneWith, madeOrigin, offeredTable } from '../../gallery/exportCases.tsx'

let root: Root | null = null
let host: HTMLElement | null = null
const nothing = () => undefined

function show(children: ReactNode): void {
  host = document.createElement('div')
  document.body.append(host)
  root = createRoot(host)
  root.render(<LanguageProvider language="vi">{children}</LanguageProvider>)
}

afterEach(() => {
  root?.unmount()
  host?.remove()
})

const check = (
  state: CheckState,
  acts: { readonly consent?: () => void; readonly close?: () => void } = {},
) =>
  show(
    <CheckPanel
      fileName="tệp.xlsx"
      state={state}
      consent={acts.consent ?? nothing}
      retry={nothing}
      close={acts.close ?? nothing}
    />,
  )
const panel = page.getByRole('region', { name: 'Kiểm tra tệp' })

describe('what came of a check', () => {
  test('says how many cells agree, and that the figures are the same', async () => {
    check(doneWith(0))
    await expect.element(page.getByRole('status')).toHaveTextContent('Khớp: đã so 206 ô, không ô nào lệch')
    await expect.element(panel).toHaveTextContent('Mã số liệu ed10 8827 b69c vẫn đúng')
    await expect.element(panel).toHaveTextContent('lập lúc 21/11/2026 19:05')
    await expect.element(page.getByRole('table')).not.toBeInTheDocument()
  })

  test('names the cell that differs, with both values, and who must have changed it', async () => {
    check(doneWith(1))
    await expect.element(page.getByRole('status')).toHaveTextContent('Lệch ở 1 ô trong 206 ô đã so')
    await expect
      .element(page.getByRole('row').nth(1))
      .toHaveTextContent('trang tính Bảng chấm điểm theo tiêu chí, ô E55,755,55')
    await expect.element(panel).toHaveTextContent('do tệp bị sửa sau khi tải về')
  })

  test('tells cells that are not there from empty ones, and counts what it does not list', async () => {
    check(doneWith(1234))
    await expect.element(page.getByRole('row').nth(2)).toHaveTextContent('5,75không có')
    await expect.element(page.getByRole('row').nth(3)).toHaveTextContent('không có5,55')
    await expect.element(page.getByRole('row').nth(4)).toHaveTextContent('để trống5,55')
    await expect.element(panel).toHaveTextContent('và 1.034 ô khác')
  })

  test('says when figures, rules or the page are others than when the file was made', async () => {
    const state = doneWith(1, {
      dataHash: '0'.repeat(64),
      ruleSet: { id: 'mau-tinh-cqs', version: '4', sha256: 'd'.repeat(64) },
    })
    if (state.status !== 'done') throw new Error('not done')
    check({ ...state, result: { ...state.result, origin: { ...madeOrigin, appVersion: '0.0.9' } } })
    await expect.element(panel).toHaveTextContent('Số liệu trong ứng dụng đã đổi từ khi xuất tệp')
    await expect.element(panel).toHaveTextContent('tệp theo bản 3, ứng dụng đang có bản 4')
    await expect.element(panel).toHaveTextContent('Tệp lập bằng ParBoard 0.0.9')
    await expect.element(panel).not.toHaveTextContent('bị sửa sau khi tải về')
  })

  test('of frozen figures names when they were frozen, and says of the page whether its data changed', async () => {
    const state = doneWith(0, { dataHash: '0'.repeat(64) })
    if (state.status !== 'done') throw new Error('not done')
    check({ ...state, result: { ...state.result, frozenAt: '2026-11-21T02:05:00.000Z' } })
    await expect
      .element(page.getByRole('status'))
      .toHaveTextContent('Khớp với số liệu chốt lúc 21/11/2026 09:05: đã so 206 ô, không ô nào lệch')
    await expect.element(panel).toHaveTextContent('Số liệu trong ứng dụng đã đổi từ khi chốt')
    await expect.element(panel).not.toHaveTextContent('chưa đổi')
  })

  test('says that the view was left during the comparison', async () => {
    check({ status: 'moved', origin: madeOrigin })
    await expect
      .element(page.getByRole('status'))
      .toHaveTextContent('Khung nhìn đã đổi trong lúc so; kiểm tra lại')
    await expect.element(page.getByRole('button', { name: 'Thử lại' })).toBeVisible()
  })

  test('brings whoever listens to the answer, and closes by keyboard', async () => {
    const close = vi.fn()
    check(doneWith(1), { close })
    await expect.element(page.getByRole('heading', { name: 'Kiểm tra tệp' })).toHaveFocus()
    await userEvent.tab()
    await expect.element(page.getByRole('button', { name: 'Đóng kết quả kiểm tra' })).toHaveFocus()
    await userEvent.keyboard('{Escape}')
    expect(close).toHaveBeenCalledOnce()
  })

  test('asks before it leaves a form', async () => {
    const consent = vi.fn()
    check({ status: 'asking' }, { consent })
    await expect.element(page.getByRole('status')).toHaveTextContent('vẫn được giữ trên máy này')
    expect(consent).not.toHaveBeenCalled()
    await page.getByRole('button', { name: 'Mở và kiểm tra' }).click()
    expect(consent).toHaveBeenCalledOnce()
  })

  test('says why a view cannot be opened', async () => {
    check({ status: 'obstacle', obstacle: { why: 'round' }, origin: madeOrigin })
    await expect
      .element(page.getByRole('status'))
      .toHaveTextContent('Đợt thẩm định ghi trong tệp không có trên máy này')
  })
})

describe('a table that can be taken away', () => {
  const offer = { kind: 'table', id: 't', name: 'Tiêu chí', make: () => offeredTable } as const

  test('says rows, columns and what narrows it; titles inside are no rows', async () => {
    show(<TableOffer offer={offer} isBusy={false} save={nothing} copy={nothing} />)
    await expect
      .element(page.getByRole('listitem'))
      .toHaveTextContent('1 dòng, 2 cột · chỉ mục mất điểm; sắp theo Mất, lớn nhất trước; ẩn cột Ghi chú')
  })

  test('says that it is empty, or cannot be read', async () => {
    const empty = { ...offer, make: () => ({ ...offeredTable, rows: [], narrowed: [] }) }
    const broken = { ...offer, make: () => Promise.reject(new Error('gone')) }
    show(
      <>
        <TableOffer offer={empty} isBusy={false} save={nothing} copy={nothing} />
        <TableOffer offer={broken} isBusy={false} save={nothing} copy={nothing} />
      </>,
    )
    await expect.element(page.getByRole('listitem').first()).toHaveTextContent('không có dòng nào')
    await expect.element(page.getByRole('listitem').nth(1)).toHaveTextContent('chưa đọc được bảng')
  })

  test('starts nothing while another file is being made', async () => {
    const save = vi.fn()
    show(<TableOffer offer={offer} isBusy save={save} copy={save} />)
    const excel = page.getByRole('button', { name: 'Excel: Tiêu chí' })
    await expect.element(excel).toHaveAttribute('aria-disabled', 'true')
    excel.element().dispatchEvent(new MouseEvent('click', { bubbles: true }))
    expect(save).not.toHaveBeenCalled()
  })

  test('hands over the form that was asked for', async () => {
    const save = vi.fn()
    show(<TableOffer offer={offer} isBusy={false} save={save} copy={nothing} />)
    await page.getByRole('button', { name: 'CSV (,): Tiêu chí' }).click()
    await page.getByRole('button', { name: 'Excel: Tiêu chí' }).click()
    expect(save.mock.calls).toEqual([['csv-comma'], ['xlsx']])
  })
})

describe('how far a file is', () => {
  test('is read out, drawn, and can be stopped', async () => {
    const cancel = vi.fn()
    show(<RunStatus run={{ status: 'busy', name: 'Tiêu chí', done: 0.25, cancel }} copied={null} />)
    await expect.element(page.getByRole('progressbar')).toHaveAttribute('value', '0.25')
    await expect.element(page.getByRole('status')).toHaveTextContent('Đang lập “Tiêu chí”')
    await page.getByRole('button', { name: 'Dừng' }).click()
    expect(cancel).toHaveBeenCalledOnce()
  })

  test('a failure says what else can be done', async () => {
    show(
      <RunStatus
        run={{ status: 'failed', name: 'Tiêu chí', reason: 'hết bộ nhớ', hasCsv: true }}
        copied={null}
      />,
    )
    await expect
      .element(page.getByRole('alert'))
      .toHaveTextContent('Không lập được “Tiêu chí”: hết bộ nhớ. Thử lại, hoặc tải dạng CSV')
  })
})
