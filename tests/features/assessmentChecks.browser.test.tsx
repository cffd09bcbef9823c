import axe from 'axe-core'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { page, userEvent } from 'vitest/browser'
import { ChecksList } from '../../src/features/self-assessment/checks/ChecksList.tsx'
import { ChecksPanel } from '../../src/features/self-assessment/checks/ChecksPanel.tsx'
import type { CheckReport } from '../../src/model/checks.ts'
import type { Draft } from '../../src/model/draft.ts'
import { LanguageProvider } from '../../src/ui/language.tsx'
import { manyFindings, noFindings, Parts, someFindings } from '../gallery/assessmentPartsSample.tsx'
import '../gallery/styles.ts'
import { type Mounted, mount } from '../server/mount.ts'
import { severeFindings } from '../server/severeFindings.ts'

let drawn: Mounted | undefined
let latest: Draft | undefined
let went: unknown[] = []

function draw(report: CheckReport) {
  drawn = mount(
    <LanguageProvider language="vi">
      <div style={{ width: 328 }}>
        <Parts
          report={report}
          watch={draft => {
            latest = draft
          }}
        >
          {props => (
            <ChecksList
              {...props}
              goTo={place => went.push(place)}
              showEvidence={nodeId => went.push(`evidence ${nodeId}`)}
            />
          )}
        </Parts>
      </div>
    </LanguageProvider>,
  )
}

beforeEach(() => page.viewport(1366, 768))
afterEach(() => {
  drawn?.unmount()
  expect(drawn?.errors).toEqual([])
  drawn = undefined
  latest = undefined
  went = []
})

const focused = () => document.activeElement?.textContent

describe('accepting a doubt', () => {
  test('asks for a reason in place, and keeps the keyboard in the list', async () => {
    draw(someFindings)
    const right = page.getByRole('button', { name: 'Đúng', exact: true })
    await right.click()
    const reason = page.getByRole('textbox', { name: 'Lý do để nguyên' })
    await expect.element(reason).toHaveFocus()
    await userEvent.keyboard('Không có hồ sơ nào trong kỳ{Enter}')
    await expect
      .poll(() => latest?.accepted)
      .toEqual([{ findingId: 'tu-so', reason: 'Không có hồ sơ nào trong kỳ' }])
    await expect.element(page.getByText('Đã chấp nhận 2', { exact: true })).toBeVisible()
    await expect.poll(() => document.activeElement?.closest('li')?.textContent).toContain('120 lớn hơn')
  })

  test('without a reason nothing is accepted, and Escape goes back to where it was', async () => {
    draw(someFindings)
    await page.getByRole('button', { name: 'Đúng', exact: true }).click()
    const reason = page.getByRole('textbox', { name: 'Lý do để nguyên' })
    await userEvent.keyboard('   {Enter}')
    await expect.element(page.getByText('Cần ghi lý do thì mới chấp nhận được.')).toBeVisible()
    await expect.element(reason).toHaveFocus()
    await expect.element(reason).toHaveAttribute('aria-invalid', 'true')
    expect(latest).toBeUndefined()
    await userEvent.keyboard('{Escape}')
    await expect.element(reason).not.toBeInTheDocument()
    await expect.poll(focused).toBe('Đúng')
  })

  test('can be taken back', async () => {
    draw(someFindings)
    await page.getByRole('button', { name: 'Đúng', exact: true }).click()
    await userEvent.keyboard('đúng vậy{Enter}')
    await page.getByText('Đã chấp nhận 2', { exact: true }).click()
    await expect.element(page.getByText('Lý do: đúng vậy')).toBeVisible()
    await page.getByRole('button', { name: /^Bỏ chấp nhận: 1.1 tử số bằng 0/ }).click()
    await expect.poll(() => latest?.accepted).toEqual([])
    await expect.element(page.getByRole('button', { name: 'Đúng', exact: true })).toBeVisible()
  })
})

describe('the list', () => {
  test('leads to the field and to the evidence', async () => {
    draw(someFindings)
    await page.getByRole('button', { name: 'Đến ô', exact: true }).first().click()
    await page.getByRole('button', { name: /^Đến ô: 1.1 tử số bằng 0/ }).click()
    await page.getByRole('button', { name: 'Thêm' }).click()
    expect(went).toEqual([
      { nodeId: 'thanh-toan', metricId: 'n2' },
      { nodeId: 'dung-han', metricId: 'n' },
      'evidence dung-han',
    ])
  })

  test('shows the first of many and all on one press, and says when nothing is left', async () => {
    draw(manyFindings)
    await expect.poll(() => document.querySelectorAll('.sa-check').length).toBe(6)
    await page.getByRole('button', { name: 'Cần xem: Còn 34' }).click()
    await expect.poll(() => document.querySelectorAll('.sa-check').length).toBe(40)
    await expect.poll(() => document.activeElement?.closest('li')?.textContent).toContain('thứ 7')
    drawn?.unmount()
    draw(noFindings)
    await expect.element(page.getByText('Không còn gì phải sửa.')).toBeVisible()
  })

  test('gaps of one criterion are one line that opens, and each can be let stand', async () => {
    const [first, second] = manyFindings.findings
    if (!first || !second) throw new Error('no findings')
    draw({
      findings: [first, second].map(each => ({ ...each, code: 'missing-evidence' })),
      passed: [],
      open: { blocks: 0, doubts: 2 },
    })
    await expect.element(page.getByText(/thiếu 2.tài liệu/)).toBeVisible()
    const each = page.getByRole('button', { name: 'Từng mục' })
    await expect.element(each).toHaveAttribute('aria-expanded', 'false')
    await each.click()
    await page.getByRole('button', { name: 'Nêu lý do' }).first().click()
    await userEvent.keyboard('Bổ sung sau{Enter}')
    await expect.poll(() => latest?.accepted).toEqual([{ findingId: 'thieu-0', reason: 'Bổ sung sau' }])
  })

  test('has no serious fault for assistive technology', async () => {
    draw(someFindings)
    await page.getByRole('button', { name: 'Đúng', exact: true }).click()
    const box = drawn?.box
    if (!box) throw new Error('nothing is drawn')
    expect(severeFindings(await axe.run(box))).toEqual([])
  })
})

test('over the form Escape closes the question first, then the list', async () => {
  await page.viewport(390, 844)
  let closed = 0
  drawn = mount(
    <LanguageProvider language="vi">
      <Parts report={someFindings}>
        {props => (
          <ChecksPanel
            {...props}
            goTo={place => went.push(place)}
            close={() => {
              closed += 1
            }}
          />
        )}
      </Parts>
    </LanguageProvider>,
  )
  await page.getByRole('button', { name: 'Đúng', exact: true }).click()
  await userEvent.keyboard('{Escape}')
  await expect.poll(focused).toBe('Đúng')
  expect(closed).toBe(0)
  await userEvent.keyboard('{Escape}')
  await expect.poll(() => closed).toBe(1)
  await page.getByRole('button', { name: 'Đến ô', exact: true }).first().click()
  expect(closed).toBe(2)
  expect(went).toEqual([{ nodeId: 'thanh-toan', metricId: 'n2' }])
})
