import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { page, userEvent } from 'vitest/browser'
import { LanguageProvider } from '../../src/ui/language.tsx'
import { HatchPatterns } from '../../src/ui/Mark.tsx'
import { remedy, TasksSample } from '../gallery/tasksSample.tsx'
import '../gallery/styles.ts'
import { type Mounted, mount } from '../server/mount.ts'

let drawn: Mounted | undefined

function draw(props: Parameters<typeof TasksSample>[0] = {}) {
  drawn = mount(
    <LanguageProvider language="vi">
      <HatchPatterns />
      <div style={{ display: 'grid', height: 700 }}>
        <TasksSample {...props} />
      </div>
    </LanguageProvider>,
  )
}

beforeEach(() => page.viewport(1366, 768))
afterEach(() => {
  drawn?.unmount()
  expect(drawn?.errors).toEqual([])
  drawn = undefined
})

const title = page.getByRole('heading', { level: 1 })
const rows = () => [...document.querySelectorAll('.tk-list .tk-row')]
const names = () => [...document.querySelectorAll('.tk-list [data-task]')].map(each => each.textContent)
const rowOf = (name: string) => rows().find(row => row.querySelector('[data-task]')?.textContent === name)
const open = (name: string) => page.getByRole('button', { name, exact: true }).click()

describe('the list', () => {
  test('says how many are past due without a report, and the most pressing stand first', async () => {
    draw()
    // Task 1 (30/06/2025) of the department and report 7 (05/09/2026) of the group.
    await expect
      .element(title)
      .toHaveTextContent(
        'Đến 21/11/2026: 2 nhiệm vụ đã quá hạn mà chưa có báo cáo, nhiều nhất ở Sở Thông tin và Truyền thông và Các sở, ban, ngành (mỗi nơi 1)',
      )
    expect(names().slice(0, 2)).toEqual(['Nhiệm vụ 1', 'Nhiệm vụ 7'])
    expect(rowOf('Nhiệm vụ 1')?.textContent).toContain('quá hạn từ 06/2025')
    expect(rowOf('Nhiệm vụ 1')?.textContent).toContain('nay là Sở Khoa học và Công nghệ')
    expect(rowOf('Nhiệm vụ 7')?.textContent).toContain('kỳ 05/09/2026 quá hạn')
    expect(rowOf('Nhiệm vụ 2')?.textContent).toContain('còn 9\u00a0ngày')
  })

  test('a standing, a kind and a search narrow it and can be lifted', async () => {
    draw()
    await page.getByRole('button', { name: 'Không đặt hạn 1' }).click()
    await expect.poll(names).toEqual(['Nhiệm vụ 6'])
    await page.getByRole('combobox', { name: 'Loại' }).selectOptions('report')
    await expect.element(page.getByRole('heading', { name: 'Không có nhiệm vụ nào khớp' })).toBeVisible()
    await page.getByRole('button', { name: 'Bỏ mọi bộ lọc' }).click()
    await expect.poll(() => names().length).toBe(7)
    await page.getByRole('searchbox').fill('khu cong nghiep dak lak')
    await expect.poll(names).toEqual(['Nhiệm vụ 2'])
  })

  test('an agency narrows what the sentence says, and what its group is given is offered', async () => {
    draw({ opening: { agency: 'bql' } })
    await expect.poll(names).toEqual(['Nhiệm vụ 2'])
    await expect.element(title).toHaveTextContent('không nhiệm vụ nào quá hạn')
    await page.getByRole('button', { name: '2 nhiệm vụ khác giao chung cho Các sở, ban, ngành' }).click()
    await expect.poll(names).toEqual(['Nhiệm vụ 7', 'Nhiệm vụ 4'])
  })

  test('an agency that leads nothing here comes along from another screen and hides nothing', async () => {
    draw({ opening: { agency: 'tinh', criterion: 'khong-co' } })
    await expect.poll(() => names().length).toBe(7)
  })

  test('a day in the past is read as that day', async () => {
    draw({ opening: { on: '2025-06-30' } })
    await expect.element(title).toHaveTextContent('Đến 30/06/2025')
    expect(rowOf('Nhiệm vụ 1')?.textContent).toContain('hạn là ngày này')
    const day = page.getByRole('textbox', { name: 'Tính đến ngày' })
    await day.fill('31/02/2026')
    await userEvent.keyboard('{Enter}')
    await expect.element(page.getByText('tháng 2 năm 2026 không có ngày 31')).toBeVisible()
    await day.fill('01/07/2025')
    await expect.element(title).toHaveTextContent('Đến 01/07/2025: 2 nhiệm vụ đã quá hạn')
  })

  test('a plan that is not on this machine is said', async () => {
    draw({ opening: { plan: 'remedy-khac' } })
    await expect.element(page.getByText('Không có kế hoạch này trên máy đang mở')).toBeVisible()
  })
})

describe('setting a state', () => {
  test('by keyboard alone: done late, with its history; and undone', async () => {
    draw()
    await expect.poll(() => names().length).toBe(7)
    document.querySelector<HTMLElement>('[data-task="ke-hoach/1"]')?.focus()
    await userEvent.keyboard('{Enter}')
    await expect.poll(() => document.activeElement?.textContent).toBe('Ghi tình trạng')
    await userEvent.keyboard('{Enter}')
    await expect.poll(() => document.activeElement?.getAttribute('type')).toBe('radio')
    await userEvent.keyboard('{ArrowDown}')
    const day = page.getByRole('textbox', { name: 'Ngày', exact: true })
    await day.fill('14/07/2025')
    await userEvent.keyboard('{Enter}')
    await expect.element(page.getByText('Đã ghi: xong, ngày 14/07/2025')).toBeVisible()
    // 30 June to 14 July
    expect(rowOf('Nhiệm vụ 1')?.textContent).toContain('xong muộn 14\u00a0ngày')
    const history = page.getByRole('listitem').filter({ hasText: 'Nguyễn Văn An' })
    await expect.element(history).toHaveTextContent('từ “chưa có báo cáo” sang “xong”, ngày 14/07/2025')
    await page.getByRole('button', { name: 'Hoàn tác' }).click()
    await expect.poll(() => rowOf('Nhiệm vụ 1')?.textContent).toContain('quá hạn từ 06/2025')
    await expect.element(page.getByText('(đã hoàn tác)')).toBeVisible()
    await userEvent.keyboard('{Escape}')
    await expect.poll(() => document.activeElement?.getAttribute('data-task')).toBe('ke-hoach/1')
  })

  test('a recurring task is done for one due day only', async () => {
    draw()
    await open('Nhiệm vụ 7')
    await page.getByRole('radio', { name: 'Xong' }).click()
    await page.getByRole('button', { name: 'Ghi vào sổ' }).click()
    await expect.poll(() => rowOf('Nhiệm vụ 7')?.textContent).toContain('còn 14\u00a0ngày')
    expect(rowOf('Nhiệm vụ 7')?.textContent).toContain('kỳ 05/12/2026')
  })

  test('a name is needed, and a day that has come', async () => {
    draw({ me: '' })
    await open('Nhiệm vụ 1')
    await page.getByRole('textbox', { name: 'Ngày', exact: true }).fill('22/11/2026')
    await page.getByRole('button', { name: 'Ghi vào sổ' }).click()
    const day = page.getByRole('textbox', { name: 'Ngày', exact: true })
    await expect.element(day).toHaveAccessibleDescription('Ngày này chưa tới.')
    await expect.element(day).toHaveFocus()
    await expect
      .element(page.getByRole('textbox', { name: 'Người ghi' }))
      .toHaveAccessibleDescription('Cần tên người ghi.')
  })
})

test('remedial tasks stand beside those of plans, marked as made up where they are', async () => {
  draw({ said: [remedy], opening: { plan: 'remedy-dot' } })
  await expect.poll(() => rows().length).toBe(1)
  expect(rows()[0]?.textContent).toContain('Tổ công tác 06')
  await expect.element(page.getByText('số liệu minh họa')).toBeVisible()
})

describe('other views', () => {
  test('leads: several leads count for each; a name opens its tasks', async () => {
    draw({ opening: { show: 'leads' } })
    const total = page.getByRole('row', { name: /^Tất cả/ })
    await expect.element(total).toHaveTextContent('Tất cả7221130')
    await expect.element(page.getByText('1 nhiệm vụ có nhiều cơ quan chủ trì')).toBeVisible()
    await page.getByRole('button', { name: /^Ban Quản lý/ }).click()
    await expect.poll(names).toEqual(['Nhiệm vụ 2'])
  })

  test('phases: the overlap is said in words and in the table', async () => {
    draw({ opening: { show: 'phases' } })
    await expect.element(title).toHaveTextContent('1 cặp giai đoạn trùng thời gian')
    await expect
      .element(page.getByRole('cell', { name: /Giai đoạn 2: 01\/12\/2025 đến 31\/12\/2025/ }))
      .toBeVisible()
  })

  test('calendar: the reports of the year, then everything that is due', async () => {
    draw({ opening: { show: 'calendar' } })
    const days = () => [...document.querySelectorAll('.tk-calendar td.tk-day')].map(each => each.textContent)
    await expect.poll(days).toEqual(['05/03', '05/06', '05/09', '05/12'])
    await page.getByRole('button', { name: 'Mọi hạn trong năm' }).click()
    await expect.poll(days).toEqual(['05/03', '05/06', '05/09', '30/11', '05/12', '31/12'])
    await page.getByRole('button', { name: 'Lịch năm 2025' }).click()
    await expect.poll(days).toEqual(['05/03', '05/06', '30/06', '05/09', '05/12'])
  })
})
