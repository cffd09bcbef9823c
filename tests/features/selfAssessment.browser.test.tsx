import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { page, userEvent } from 'vitest/browser'
import type { AssessmentAddress } from '../../src/features/self-assessment/assessmentProps.ts'
import type { Draft } from '../../src/model/draft.ts'
import type { Assessment } from '../../src/state/assessment/assessment.ts'
import type { OpenDraft } from '../../src/state/assessment/openDraft.ts'
import { LanguageProvider } from '../../src/ui/language.tsx'
import { HatchPatterns } from '../../src/ui/Mark.tsx'
import {
  aDraft,
  earlier,
  paymentSet,
  SelfAssessmentSample,
  surveySet,
} from '../gallery/selfAssessmentSample.tsx'
import '../gallery/styles.ts'
import { type Mounted, mount } from '../server/mount.ts'

let drawn: Mounted | undefined
let now: { open: OpenDraft; assessment: Assessment; address: AssessmentAddress } | undefined

function draw(start: Draft = aDraft(paymentSet), opening: AssessmentAddress = {}) {
  drawn = mount(
    <LanguageProvider language="vi">
      <HatchPatterns />
      <div style={{ display: 'grid', height: 720 }}>
        <SelfAssessmentSample
          start={start}
          opening={opening}
          watch={(open, assessment, address) => {
            now = { open, assessment, address }
          }}
        />
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

const paid = () => page.getByRole('textbox', { name: 'Hồ sơ thanh toán trực tuyến thành công', exact: true })
const due = () => page.getByRole('textbox', { name: 'Hồ sơ có nghĩa vụ tài chính' })
const signed = () => page.getByRole('textbox', { name: 'Tỷ lệ văn bản được ký số' })
const item = (code: string) =>
  [...document.querySelectorAll<HTMLElement>('.sa-item')].find(
    each => each.querySelector('.sa-code')?.textContent === code,
  )
const textOf = (element: Element | null | undefined) => (element?.textContent ?? '').replaceAll('\u00a0', ' ')
const live = (code: string) => textOf(item(code)?.querySelector('.sa-live'))
const entry = (metricId: string) => now?.open.draft.fields.get(metricId)
const focusedMetric = () => (document.activeElement as HTMLElement | null)?.dataset['metric']
const total = () => textOf(document.querySelector('.sa-total-points'))
const area = (name: RegExp) =>
  page.getByRole('navigation', { name: 'Lĩnh vực' }).getByRole('button', { name })

describe('points beside the fields', () => {
  test('an empty field is missing, and the points an interval', async () => {
    draw()
    await expect.element(paid()).toHaveValue('')
    expect(live('3.6')).toContain('chưa tính/6')
    expect(live('3.6')).toContain('Chờ số liệu: từ 0 đến 6 điểm')
    expect(document.querySelectorAll('[data-item="tra-phi"] .sa-box.blank')).toHaveLength(2)
    expect(entry('thanh-cong')).toBeUndefined()
  })

  test('they follow what is typed: 1464 of 1529 is 5.74 of 6, and 64 dossiers are left', async () => {
    draw()
    await userEvent.fill(paid(), '1464')
    await userEvent.fill(due(), '1529')
    // 1464 / 1529 × 6 = 5.7449…, rounded half up to two places; 6 − 5.74 = 0.26
    await expect.poll(() => live('3.6')).toContain('5,74/6')
    expect(live('3.6')).toContain('mất 0,26')
    // 1528 / 1529 × 6 = 5.996…, which is 6.00 when rounded
    expect(live('3.6')).toContain('Còn 64 hồ sơ để đạt tối đa (1.528/1.529)')
  })

  test('14 more procedures reach 80% of 38: 31 of 38', async () => {
    draw(aDraft(paymentSet, { 'giao-dich': '17', 'co-phi': '38' }))
    await expect.element(paid()).toBeVisible()
    // 17 / 38 ÷ 80% × 2 = 1.1184…; 80% of 38 is 30.4, so 31
    expect(live('3.5b')).toContain('1,12/2')
    expect(live('3.5b')).toContain('mất 0,88')
    expect(live('3.5b')).toContain('Còn 14 thủ tục để đạt tối đa (31/38)')
  })

  test('the points open the receipt and Escape hands the keyboard back', async () => {
    draw(aDraft(paymentSet, { 'thanh-cong': '1464', 'nghia-vu': '1529' }))
    const points = page.getByRole('button', { name: '3.6 5,74/6, mở phiếu tính điểm' })
    await userEvent.click(points)
    await expect.element(page.getByRole('complementary', { name: /Phiếu tính điểm/ })).toBeVisible()
    expect(now?.address.criterion).toBe('tra-phi')
    await userEvent.keyboard('{Escape}')
    await expect.element(points).toHaveFocus()
  })
})

describe('what a field says of its text', () => {
  test('a count is whole: 1.464 is read as 1464 and echoed', async () => {
    draw()
    await userEvent.fill(paid(), '1.464')
    await userEvent.keyboard('{Tab}')
    await expect.poll(() => textOf(item('3.6'))).toContain('= 1.464 hồ sơ')
    // For the ear without the mark, which would be heard as a decimal.
    expect(textOf(item('3.6'))).toContain('đọc là 1464 hồ sơ')
    await expect.element(paid()).toHaveValue('1.464')
    expect(now?.assessment.readings.get('thanh-cong')).toMatchObject({ kind: 'value', value: '1464' })
  })

  test('where a decimal is possible it is asked about, and one press answers', async () => {
    draw(undefined, { area: 'V' })
    await userEvent.fill(signed(), '1.464')
    await userEvent.keyboard('{Enter}')
    await expect.element(page.getByRole('alert')).toBeVisible()
    expect(textOf(document.querySelector('.sa-message'))).toContain('“1.464” có thể là 1464 hoặc 1,464')
    // Told first: the keyboard has not gone on.
    await expect.element(signed()).toHaveFocus()
    await expect.element(signed()).toHaveAttribute('aria-invalid', 'true')
    expect(live('4.1')).toContain('chưa tính/2')
    await userEvent.click(page.getByRole('button', { name: '1,464% dấu chấm ngăn phần thập phân' }))
    await expect.poll(() => document.querySelector('.sa-message')).toBeNull()
    expect(entry('ky-so')).toEqual({ state: 'typed', text: '1.464', meant: '1.464' })
    await expect.element(signed()).toHaveFocus()
    expect(live('4.1')).toContain('0,00/2')
  })

  test('"Nhập lại" empties the field and stays in it', async () => {
    draw(aDraft(paymentSet, { 'ky-so': '1.464' }), { area: 'V' })
    await userEvent.click(page.getByRole('button', { name: /Nhập lại/ }))
    await expect.element(signed()).toHaveValue('')
    await expect.element(signed()).toHaveFocus()
    expect(entry('ky-so')).toBeUndefined()
  })

  test('what cannot be read is told in a sentence tied to the field', async () => {
    draw()
    await userEvent.fill(paid(), '12a')
    await userEvent.keyboard('{Tab}')
    await expect.poll(() => textOf(document.querySelector('.sa-message'))).toContain('“12a” không phải số')
    const ids = paid().element().getAttribute('aria-describedby')?.split(' ') ?? []
    expect(ids).toContain(document.querySelector('.sa-message')?.id)
  })

  test('more successes than cases is told at the figure, once it is finished', async () => {
    draw(aDraft(paymentSet, { 'nghia-vu': '1529' }))
    await userEvent.click(paid())
    await userEvent.keyboard('1600')
    expect(document.querySelector('.sa-doubt')).toBeNull()
    await userEvent.keyboard('{Tab}')
    await expect.poll(() => textOf(document.querySelector('.sa-doubt'))).toBe('Nhiều hơn mẫu số: 1.529')
    // A doubt may stand with a reason: the figure counts.
    await expect.element(paid()).not.toHaveAttribute('aria-invalid')
    expect(live('3.6')).toContain('6,00/6')
    expect(live('3.6')).toContain('Cần xem lại số liệu')
    expect(live('3.6')).not.toContain('đạt tối đa')
    // As many as there are is full points without a doubt.
    await userEvent.fill(paid(), '1529')
    await userEvent.keyboard('{Tab}')
    await expect.poll(() => live('3.6')).toContain('đạt tối đa')
    expect(live('3.6')).not.toContain('Cần xem lại')
  })

  test('a claim beside figures says what they come to, below and above', async () => {
    const claimed = (text: string) =>
      aDraft(
        paymentSet,
        { 'thanh-cong': '1464', 'nghia-vu': '1529' },
        { claims: new Map([['tra-phi', { text }]]) },
      )
    // 1464 / 1529 × 6 = 5.74
    draw(claimed('5'))
    await expect.poll(() => live('3.6')).toContain('Đơn vị tự chấm thấp hơn điểm tính (5,74)')
    drawn?.unmount()
    draw(claimed('5,9'))
    await expect.poll(() => live('3.6')).toContain('Đơn vị tự chấm cao hơn điểm tính (5,74)')
    drawn?.unmount()
    draw(claimed('5,74'))
    await expect.poll(() => live('3.6')).toContain('5,74/6')
    expect(live('3.6')).not.toContain('tự chấm')
  })

  test('"không áp dụng" of the period before is taken over with its reason', async () => {
    const note = 'Chưa đến kỳ'
    drawn = mount(
      <LanguageProvider language="vi">
        <div style={{ display: 'grid', height: 720 }}>
          <SelfAssessmentSample
            start={aDraft(paymentSet)}
            opening={{ area: 'V' }}
            previous={{ ...earlier, values: [{ metricId: 'quy-che', state: 'notApplicable', note }] }}
            watch={(open, assessment, address) => {
              now = { open, assessment, address }
            }}
          />
        </div>
      </LanguageProvider>,
    )
    await userEvent.click(
      page.getByRole('button', { name: /^Dùng lại “không áp dụng” của kỳ trước: Đã ban/ }),
    )
    expect(entry('quy-che')).toEqual({ state: 'notApplicable', note })
  })

  test('half a number is no mistake while it is typed', async () => {
    draw(undefined, { area: 'V' })
    await userEvent.click(signed())
    await userEvent.keyboard('45,')
    expect(document.querySelector('.sa-message')).toBeNull()
    await userEvent.keyboard('5%')
    await userEvent.keyboard('{Tab}')
    expect(document.querySelector('.sa-message')).toBeNull()
    expect(now?.assessment.readings.get('ky-so')).toMatchObject({ kind: 'value', value: '45.5' })
  })

  test('the figure of the period before stands under it, and one press takes it', async () => {
    draw()
    expect(textOf(item('3.6'))).toBe('')
    await expect.element(paid()).toBeVisible()
    expect(textOf(item('3.6'))).toContain('kỳ trước 1.450')
    await userEvent.click(page.getByRole('button', { name: /Dùng lại số kỳ trước 1.450/ }))
    expect(entry('thanh-cong')).toEqual({ state: 'typed', text: '1450' })
  })
})

describe('states', () => {
  const menu = () =>
    page.getByRole('combobox', { name: 'Trạng thái số liệu: Hồ sơ thanh toán trực tuyến thành công' })

  test('not applicable, with a reason; back to a figure puts the keyboard into the field', async () => {
    draw()
    await userEvent.selectOptions(menu(), 'Không áp dụng')
    await userEvent.fill(
      page.getByRole('textbox', { name: 'Lý do: Hồ sơ thanh toán trực tuyến thành công' }),
      'Không thu phí',
    )
    expect(entry('thanh-cong')).toEqual({ state: 'notApplicable', note: 'Không thu phí' })
    expect(paid().query()).toBeNull()
    await userEvent.selectOptions(menu(), 'Có số liệu')
    await expect.element(paid()).toHaveFocus()
    expect(entry('thanh-cong')).toBeUndefined()
  })

  test('"không phát sinh" is zero of zero, in one step of undo', async () => {
    draw()
    await userEvent.selectOptions(menu(), 'Không phát sinh (0)')
    expect(entry('thanh-cong')).toEqual({ state: 'typed', text: '0' })
    expect(entry('nghia-vu')).toEqual({ state: 'typed', text: '0' })
    await userEvent.keyboard('{Control>}z{/Control}')
    await expect.element(paid()).toHaveValue('')
    await expect.element(due()).toHaveValue('')
  })

  test('a criterion that is not for the agency asks for the reason and leaves the maximum', async () => {
    draw()
    await expect.element(paid()).toBeVisible()
    expect(total()).toContain('/24')
    await userEvent.click(
      page.getByRole('button', { name: 'Tiêu chí 3.6 không áp dụng cho đơn vị', exact: true }),
    )
    const reason = page.getByRole('textbox', { name: 'Lý do không áp dụng' })
    await expect.element(reason).toHaveFocus()
    await userEvent.keyboard('Xã không thu phí')
    expect(now?.open.draft.exempt.get('tra-phi')).toBe('Xã không thu phí')
    expect(total()).toContain('/18')
    await userEvent.click(page.getByRole('button', { name: 'Áp dụng trở lại' }))
    await expect.element(paid()).toBeVisible()
  })

  test('a question not answered is not "no"', async () => {
    draw(undefined, { area: 'V' })
    const group = page.getByRole('radiogroup', { name: 'Đã ban hành quy chế' })
    await expect.element(group).toBeVisible()
    expect(live('4.2')).toContain('chưa tính/1')
    await userEvent.click(group.getByRole('radio', { name: 'Không' }))
    expect(live('4.2')).toContain('0,00/1')
    await userEvent.keyboard('{Delete}')
    expect(entry('quy-che')).toBeUndefined()
    expect(live('4.2')).toContain('chưa tính/1')
  })

  test('one of several answers, with its points', async () => {
    draw(undefined, { area: 'V' })
    await userEvent.click(page.getByRole('radio', { name: 'Một phần (1 điểm)' }))
    expect(entry('muc-do')).toEqual({ state: 'typed', text: '2' })
    expect(live('4.4')).toContain('1,00/2')
  })

  test('points that are claimed carry their grounds; a survey asks for nothing', async () => {
    draw(undefined, { area: 'VI' })
    await expect.poll(() => live('5.1')).toContain('Chờ điểm tự chấm: từ 0 đến 3 điểm')
    await userEvent.fill(page.getByRole('textbox', { name: 'Điểm tự chấm' }), '2,5')
    await userEvent.fill(page.getByRole('textbox', { name: 'Căn cứ chấm' }), 'Theo kế hoạch')
    expect(now?.open.draft.claims.get('tu-cham')).toEqual({ text: '2,5', reason: 'Theo kế hoạch' })
    expect(live('5.1')).toContain('2,50/3')
    expect(textOf(item('5.1'))).toContain('Đơn vị tự chấm điểm; cách tính chưa có nguồn.')
    expect(textOf(item('5.2'))).toContain('Do điều tra xã hội học chấm; đơn vị không nhập.')
    expect(item('5.2')?.querySelector('input')).toBeNull()
    expect(live('5.2')).toContain('Chờ điều tra: từ 0 đến 3 điểm')
  })
})

describe('keyboard', () => {
  test('Enter walks through the figures and on into the next area, Shift Enter back', async () => {
    draw()
    await userEvent.click(paid())
    await userEvent.keyboard('1464{Enter}')
    await expect.element(due()).toHaveFocus()
    await userEvent.keyboard('1529{Enter}')
    expect(focusedMetric()).toBe('giao-dich')
    await userEvent.keyboard('{Shift>}{Enter}{/Shift}')
    await expect.element(due()).toHaveFocus()
    await userEvent.keyboard('{Enter}17{Enter}38{Enter}9{Enter}')
    // 3.5 asks for the 38 again, as the last field of the area.
    expect(focusedMetric()).toBe('co-phi')
    await userEvent.keyboard('{Enter}')
    await expect.poll(() => now?.address.area).toBe('V')
    await expect.poll(focusedMetric).toBe('ky-so')
  })

  test('Tab goes from figure to figure', async () => {
    draw()
    await userEvent.click(paid())
    await userEvent.keyboard('{Tab}')
    await expect.element(due()).toHaveFocus()
  })

  test('Ctrl M goes to the next figure that is missing, across areas and round', async () => {
    const texts = { 'thanh-cong': '1', 'nghia-vu': '1', 'giao-dich': '1', 'co-phi': '1', 'phat-sinh': '1' }
    draw(aDraft(paymentSet, { ...texts, 'ky-so': '1.464', 'quy-che': '1', 'danh-muc': '1' }))
    await userEvent.click(paid())
    await userEvent.keyboard('{Control>}m{/Control}')
    // Doubtful counts as missing.
    await expect.poll(focusedMetric).toBe('ky-so')
    await userEvent.keyboard('{Control>}m{/Control}')
    await expect.poll(focusedMetric).toBe('lich-tiep-dan')
    await userEvent.keyboard('{Control>}m{/Control}{Control>}m{/Control}')
    await expect.poll(focusedMetric).toBe('bao-cao')
    await userEvent.keyboard('{Control>}m{/Control}')
    await expect.poll(() => (document.activeElement as HTMLElement).dataset['claim']).toBe('tu-cham')
    expect(now?.address.area).toBe('VI')
    await userEvent.keyboard('{Control>}m{/Control}')
    await expect.poll(focusedMetric).toBe('sang-kien')
    await userEvent.keyboard('{Control>}m{/Control}')
    await expect.poll(focusedMetric).toBe('ky-so')
  })

  test('Ctrl Z and Ctrl Y take typing in one field back and forth as one step', async () => {
    draw()
    await userEvent.click(paid())
    await userEvent.keyboard('1464{Enter}1529')
    await userEvent.keyboard('{Control>}z{/Control}')
    await expect.element(due()).toHaveValue('')
    await expect.element(paid()).toHaveValue('1464')
    await userEvent.keyboard('{Control>}z{/Control}')
    await expect.element(paid()).toHaveValue('')
    // What changed is shown: the keyboard went where it was.
    await expect.element(paid()).toHaveFocus()
    await userEvent.keyboard('{Control>}y{/Control}{Control>}{Shift>}z{/Shift}{/Control}')
    await expect.element(due()).toHaveValue('1529')
  })

  test('undo in another area goes there', async () => {
    draw()
    await userEvent.fill(paid(), '5')
    await userEvent.click(area(/Ký số/))
    await expect.element(page.getByRole('heading', { level: 1 })).toHaveFocus()
    await userEvent.keyboard('{Control>}z{/Control}')
    await expect.poll(() => now?.address.area).toBe('IV')
    await expect.element(paid()).toHaveFocus()
    await expect.element(paid()).toHaveValue('')
  })
})

test('a figure asked for twice is one figure, and says where it comes from', async () => {
  draw()
  const both = page.getByRole('textbox', { name: 'TTHC có thu phí, lệ phí', exact: true })
  await expect.poll(() => both.elements().length).toBe(2)
  expect(textOf(item('3.5'))).toContain('cùng số với 3.5b')
  expect(textOf(item('3.5b'))).not.toContain('cùng số với')
  await userEvent.fill(both.nth(1), '38')
  await expect.element(both.nth(0)).toHaveValue('38')
  await userEvent.fill(both.nth(0), '40')
  await expect.element(both.nth(1)).toHaveValue('40')
})

test('several cells pasted into a field are shown first and change nothing yet', async () => {
  draw()
  await userEvent.click(paid())
  const data = new DataTransfer()
  data.setData('text/plain', '1464\t1529\r\n17\t38\r\n')
  paid()
    .element()
    .dispatchEvent(new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true }))
  await expect.element(page.getByRole('dialog')).toBeVisible()
  expect(now?.address.panel).toBe('paste')
  await expect.element(paid()).toHaveValue('')
  expect(now?.open.draft.fields.size).toBe(0)
})

test('the total says what is open and which grades are still possible', async () => {
  draw(
    aDraft(paymentSet, {
      'thanh-cong': '1529',
      'nghia-vu': '1529',
      'giao-dich': '38',
      'co-phi': '38',
      'phat-sinh': '38',
    }),
  )
  await expect.element(paid()).toBeVisible()
  // 10 of 24 are sure; the bonus of 2 may still come, and never lifts a total above what applies.
  expect(total()).toMatch(/^10,00–\d+,00\/24$/)
  expect(textOf(document.querySelector('.sa-total'))).toContain('nên chưa xếp loại: Yếu, Khá hoặc Tốt')
  expect(textOf(document.querySelector('.sa-total'))).toContain('Chờ khảo sát, thẩm định 1 tiêu chí')
  await expect.element(area(/Thanh toán trực tuyến/)).toHaveAttribute('aria-current', 'step')
  expect(textOf(area(/Thanh toán trực tuyến/).element())).toContain('đủ số liệu')
  expect(textOf(area(/Ký số/).element())).toContain('thiếu 6 số liệu')
})

test('typing draws no other item anew and none is left behind', async () => {
  draw(aDraft(paymentSet, { 'giao-dich': '17', 'co-phi': '38' }))
  await expect.element(paid()).toBeVisible()
  const still = item('3.5b')
  const seen: MutationRecord[] = []
  const watcher = new MutationObserver(records => seen.push(...records))
  if (still) watcher.observe(still, { subtree: true, childList: true, characterData: true, attributes: true })
  await userEvent.fill(paid(), '1464')
  await userEvent.fill(due(), '1529')
  await expect.poll(() => live('3.6')).toContain('5,74/6')
  watcher.disconnect()
  expect(seen).toEqual([])
})

describe('where less is to be said', () => {
  const drawSet = (
    ruleSet: typeof paymentSet,
    opening: AssessmentAddress = {},
    previous = earlier,
    start = aDraft(ruleSet),
  ) => {
    drawn = mount(
      <LanguageProvider language="vi">
        <div style={{ display: 'grid', height: 720 }}>
          <SelfAssessmentSample ruleSet={ruleSet} start={start} opening={opening} previous={previous} />
        </div>
      </LanguageProvider>,
    )
  }
  const side = () => textOf(document.querySelector('.sa-total'))

  test('without grades the total still says how much is missing, and whom it waits for', async () => {
    drawSet({ ...paymentSet, bands: [] })
    await expect.poll(side).toMatch(/Thiếu \d+ số liệu/)
    expect(side()).toContain('Chờ khảo sát, thẩm định 1 tiêu chí')
  })

  test('a set of surveys alone asks for nothing and makes no file', async () => {
    drawSet(surveySet)
    await expect
      .element(page.getByText('Bộ chỉ số này do điều tra xã hội học chấm, đơn vị không phải nhập.'))
      .toBeVisible()
    expect(page.getByRole('button', { name: 'Xuất tệp nộp' }).elements()).toEqual([])
    drawn?.unmount()
    drawSet(paymentSet)
    await expect.element(page.getByRole('button', { name: 'Xuất tệp nộp' }).first()).toBeVisible()
  })

  test('an area says what is to be mended and what is missing', async () => {
    drawSet(paymentSet, { area: 'V' }, earlier, aDraft(paymentSet, { 'ky-so': '1.464' }))
    await expect.poll(() => textOf(area(/Ký số/).element())).toContain('1 chỗ cần sửa, thiếu 6 số liệu')
  })

  test('a bonus the rule set gives nothing without figures is not missing; an open one is an interval', async () => {
    const [bonus] = paymentSet.adjustments ?? []
    if (!bonus) throw new Error('no bonus')
    drawSet({ ...paymentSet, adjustments: [{ ...bonus, states: { missing: 'zero' } }] })
    await expect.poll(() => textOf(area(/thưởng/).element())).toMatch(/không đề nghị/)
    expect(textOf(area(/thưởng/).element())).not.toContain('thiếu')
    drawn?.unmount()
    drawSet(paymentSet)
    await expect.poll(() => textOf(area(/thưởng/).element())).toContain('0 đến +2')
    expect(textOf(area(/thưởng/).element())).toContain('thiếu 1 số liệu')
  })

  test('a day of the period before is shown and not offered; a meaning stands under its field', async () => {
    const metrics = paymentSet.metrics.map(metric =>
      metric.id === 'thanh-cong'
        ? { ...metric, valueType: 'date' as const }
        : metric.id === 'nghia-vu'
          ? { ...metric, definition: 'Chỉ đến kỳ vào tháng 3, 6, 9 và 12.' }
          : metric,
    )
    const values = earlier.values.map(value =>
      value.metricId === 'thanh-cong'
        ? { metricId: 'thanh-cong', state: 'entered' as const, value: '2026-10-05' }
        : value,
    )
    drawSet({ ...paymentSet, metrics }, {}, { ...earlier, values })
    await expect.poll(() => textOf(item('3.6'))).toContain('kỳ trước 05/10/2026')
    expect(textOf(item('3.6'))).toContain('Chỉ đến kỳ vào tháng 3, 6, 9 và 12.')
    expect(page.getByRole('button', { name: /^Dùng lại số kỳ trước 05/ }).elements()).toEqual([])
    await expect.element(page.getByRole('button', { name: /^Dùng lại số kỳ trước 1.500/ })).toBeVisible()
  })
})
