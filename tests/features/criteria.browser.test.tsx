import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { page, userEvent } from 'vitest/browser'
import { LanguageProvider } from '../../src/ui/language.tsx'
import { HatchPatterns } from '../../src/ui/Mark.tsx'
import { CriteriaSample, fourHundredLeaves, reviewed } from '../gallery/criteriaSample.tsx'
import '../gallery/styles.ts'
import { type Mounted, mount } from '../server/mount.ts'

let drawn: Mounted | undefined

function draw(view: Parameters<typeof CriteriaSample>[0]['view'], opening = {}) {
  drawn = mount(
    <LanguageProvider language="vi">
      <HatchPatterns />
      <div style={{ display: 'grid', height: 700 }}>
        <CriteriaSample view={view} opening={opening} />
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

const bodyRows = () => [...document.querySelectorAll<HTMLElement>('.official tbody tr:not(.gap-row)')]
const grid = page.getByRole('treegrid')
const total = () => document.querySelector('#row-of-total')
const focusedText = () => document.activeElement?.querySelector('th')?.textContent

describe('four hundred leaves', () => {
  beforeEach(async () => {
    draw(fourHundredLeaves())
    await expect.element(grid).toBeVisible()
    await expect.poll(() => bodyRows().length).toBeGreaterThan(5)
  })

  test('only rows in sight are drawn; the table says how many there are', () => {
    expect(bodyRows().length).toBeLessThan(80)
    // 20 groups, 400 leaves, the head and the total
    expect(grid.element().getAttribute('aria-rowcount')).toBe('422')
    expect(bodyRows()[0]?.getAttribute('aria-rowindex')).toBe('2')
    expect(total()?.textContent).toContain('200') // 400 × 0.5
  })

  test('End, Home and arrows reach rows that were not drawn', async () => {
    bodyRows()[0]?.focus()
    await userEvent.keyboard('{End}')
    await expect.poll(focusedText).toBe('Tỷ lệ hồ sơ thứ 20 của nhóm 20 được giải quyết trên môi trường mạng')
    await userEvent.keyboard('{ArrowLeft}')
    await expect.poll(focusedText).toContain('Nhóm g19')
    await userEvent.keyboard('{Home}')
    await expect.poll(focusedText).toContain('Nhóm g0')
    expect(document.querySelectorAll('.official tbody tr[tabindex="0"]')).toHaveLength(1)
  })

  test('head and total stay in sight while the rows scroll', async () => {
    const scroller = document.querySelector<HTMLElement>('.criteria-scroll')
    if (!scroller) throw new Error('nothing scrolls')
    scroller.scrollTop = 4000
    await expect.poll(() => document.getElementById('row-g0-l3')).toBeNull()
    const { top, bottom } = scroller.getBoundingClientRect()
    expect(document.querySelector('.official thead th')?.getBoundingClientRect().top).toBeCloseTo(top, 0)
    expect(total()?.lastElementChild?.getBoundingClientRect().bottom).toBeCloseTo(bottom, 0)
  })

  test('a search finds a group by the names of what stands in it', async () => {
    await userEvent.type(page.getByRole('searchbox', { name: 'Tìm' }), 'nhom 17 ')
    await expect.poll(() => bodyRows().length).toBe(21)
    expect(document.querySelectorAll('.official mark')).toHaveLength(20)
    expect(total()?.textContent).toContain('đang xem 20/400 dòng')
  })

  test('rows already drawn stay the same elements while the table scrolls', async () => {
    const last = bodyRows().at(-1)
    const scroller = document.querySelector('.criteria-scroll')
    scroller?.scrollBy(0, 120)
    await expect.poll(() => bodyRows().at(-1) === last).toBe(false)
    expect(last?.isConnected).toBe(true)
  })

  test('a link to a row brings it into sight', async () => {
    drawn?.unmount()
    draw(fourHundredLeaves(), { criterion: 'g12-l7', closed: 'g12,g13' })
    await expect.poll(() => document.getElementById('row-g12-l7')?.getAttribute('aria-selected')).toBe('true')
    const scroller = document.querySelector<HTMLElement>('.criteria-scroll')
    await expect
      .poll(() => {
        const row = document.getElementById('row-g12-l7')?.getBoundingClientRect()
        const box = scroller?.getBoundingClientRect()
        return row && box && row.top >= box.top && row.bottom <= box.bottom
      })
      .toBe(true)
  })
})

describe('claims and reviews', () => {
  test('exact differences stand in their row and in the total', async () => {
    draw(reviewed())
    await expect.element(grid).toBeVisible()
    const cell = (row: string, column: string) =>
      document.querySelector(`${row} [data-col="${column}"]`)?.textContent?.trim()
    // A: 8.75 − 9.5; the total: only A and B were claimed, and B was left as claimed
    expect(cell('#row-A', 'before')).toBe('9,50')
    expect(cell('#row-A', 'after')).toBe('8,75')
    expect(cell('#row-A', 'difference')).toBe('−0,75')
    expect(cell('#row-D', 'after')).toBe('không áp dụng')
    expect(cell('#row-of-total', 'difference')).toBe('−0,75')
    expect(cell('#row-A', 'evidence')).toBe('2\u00a0tài\u00a0liệu')
  })
})
