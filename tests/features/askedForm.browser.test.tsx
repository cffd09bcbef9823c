import axe from 'axe-core'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { page, userEvent } from 'vitest/browser'
import type { Draft } from '../../src/model/draft.ts'
import type { Assessment } from '../../src/state/assessment/assessment.ts'
import type { OpenDraft } from '../../src/state/assessment/openDraft.ts'
import { LanguageProvider } from '../../src/ui/language.tsx'
import { HatchPatterns } from '../../src/ui/Mark.tsx'
import { askedDraft, handedIn, passed } from '../gallery/questionsSample.tsx'
import { SelfAssessmentSample } from '../gallery/selfAssessmentSample.tsx'
import '../gallery/styles.ts'
import { type Mounted, mount } from '../server/mount.ts'

let drawn: Mounted | undefined
let now: { open: OpenDraft; assessment: Assessment } | undefined

function draw(start: Draft = askedDraft(), language: 'vi' | 'en' = 'vi') {
  drawn = mount(
    <LanguageProvider language={language}>
      <HatchPatterns />
      <div style={{ display: 'grid', height: 720 }}>
        <SelfAssessmentSample
          start={start}
          watch={(open, assessment) => {
            now = { open, assessment }
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

const textOf = (element: Element | null | undefined) => (element?.textContent ?? '').replaceAll('\u00a0', ' ')
const items = () =>
  [...document.querySelectorAll<HTMLElement>('[data-item]')].map(each => each.dataset['item'])
const words = () => page.getByRole('textbox', { name: 'Giải trình của đơn vị' })
const open = () => now?.assessment.checks.findings.filter(each => each.code === 'question-unanswered') ?? []
const area = (name: RegExp) =>
  page.getByRole('navigation', { name: 'Lĩnh vực' }).getByRole('button', { name })

describe('the form of an agency that is asked', () => {
  test('shows only areas and items that were asked about, each with its question on top', async () => {
    draw()
    await expect.element(page.getByText('Vì sao 29 hồ sơ', { exact: false })).toBeVisible()
    expect(items()).toEqual(['tra-phi'])
    expect(document.querySelectorAll('.sa-areas li')).toHaveLength(2)
    expect(textOf(document.querySelector('.sa-question'))).toContain('điểm khi hỏi 5,89/6')
    expect(textOf(document.querySelector('.sa-question'))).toContain(
      'Giải trình đã nộp trước đây: Số liệu lấy từ Cổng ngày 01/11.',
    )
  })

  test('says who asks how much, until when, and that it is late', async () => {
    draw()
    await expect
      .element(page.getByRole('region', { name: 'Yêu cầu giải trình', exact: true }))
      .toHaveTextContent(/Lê Thị Bình hỏi 3.câu.*28\/11\/2046 17:00 \(giờ Việt Nam\)/)
    drawn?.unmount()
    draw(askedDraft(passed))
    await expect.element(page.getByText('đã quá thời hạn; vẫn trả lời được', { exact: false })).toBeVisible()
  })

  test('the rest is folded away, to be read and not changed', async () => {
    draw()
    await page.getByText(/Không hỏi: 8.mục giữ nguyên như đã nộp/).click()
    const table = document.querySelector('.sa-not-asked')
    expect(textOf(table)).toContain('Tỷ lệ văn bản được ký số: 91,5%')
    expect(textOf(table)).toContain('Đã ban hành quy chế: Có')
    expect(table?.querySelector('input, select, textarea')).toBeNull()
  })

  test('nothing there says that a criterion does not apply, and points may be claimed', async () => {
    draw()
    await expect.element(words()).toBeVisible()
    expect(document.querySelector('[aria-label*="Không áp dụng"]')).toBeNull()
    await page.getByRole('button', { name: /^3\.6: / }).click()
    await expect.poll(() => document.querySelector('[data-claim="tra-phi"]')).not.toBeNull()
  })
})

describe('answering', () => {
  test('words answer a question, are one step of undo, and the next question is found', async () => {
    draw()
    await words().fill('29 hồ sơ được miễn phí theo quy định.')
    await expect.poll(() => open().map(each => each.place.nodeId)).toEqual(['tu-cham', 'hai-long'])
    await expect.element(page.getByRole('heading', { name: 'Đã trả lời 1/3 câu hỏi' })).toBeVisible()
    await userEvent.keyboard('{Control>}m{/Control}')
    await expect
      .poll(() => (document.activeElement as HTMLElement | null)?.dataset['explain'])
      .toBe('tu-cham')
    await userEvent.keyboard('{Control>}z{/Control}')
    await expect.poll(() => open().length).toBe(3)
    await expect
      .poll(() => (document.activeElement as HTMLElement | null)?.dataset['explain'])
      .toBe('tra-phi')
  })

  test('a figure changed is a proposal with the way back', async () => {
    draw()
    await page
      .getByRole('textbox', { name: 'Hồ sơ thanh toán trực tuyến thành công', exact: true })
      .fill('1510')
    await expect
      .element(
        page.getByText('Hồ sơ thanh toán trực tuyến thành công: 1.500 hồ sơ → 1.510 hồ sơ', { exact: false }),
      )
      .toBeVisible()
    await page.getByRole('button', { name: /^Lấy lại số đã nộp:/ }).click()
    await expect.poll(() => document.querySelector('.sa-question-figures')).toBeNull()
    expect(now?.open.draft.fields.get('thanh-cong')).toMatchObject({ text: '1500' })
    expect(now?.assessment.submission.values).toEqual(handedIn.values)
  })

  test('what a survey finds can be explained and backed, not filled in', async () => {
    draw()
    await area(/Do đơn vị tự chấm/).click()
    await expect.poll(() => items()).toEqual(['tu-cham', 'hai-long'])
    const survey = document.querySelector('[data-item="hai-long"]')
    expect(survey?.querySelector('[data-metric]')).toBeNull()
    expect(survey?.querySelector('[data-evidence] button')).not.toBeNull()
  })

  test('changes of what was not asked about do nothing, wherever they come from', async () => {
    draw()
    await expect.element(words()).toBeVisible()
    now?.open.change([
      { kind: 'field', metricId: 'ky-so', entry: { state: 'typed', text: '99' } },
      { kind: 'exempt', criterionId: 'tra-phi', reason: 'không' },
      { kind: 'removeEvidence', id: 'mc1' },
    ])
    await expect.poll(() => now?.open.draft.fields.get('ky-so')).toMatchObject({ text: '91,5' })
    expect(now?.open.undo).toBeNull()
  })
})

test.each(['vi', 'en'] as const)(
  'axe finds nothing serious (%s), and the phone has no bar to the side',
  async language => {
    draw(askedDraft(), language)
    await expect.element(page.getByRole('heading', { level: 1 })).toBeVisible()
    const results = await axe.run(document.body, { resultTypes: ['violations'] })
    const severe = results.violations.filter(({ impact }) => impact === 'serious' || impact === 'critical')
    expect(severe.map(each => `${each.id}: ${each.nodes[0]?.html}`)).toEqual([])
    await page.viewport(390, 844)
    await expect.poll(() => document.documentElement.scrollWidth).toBeLessThanOrEqual(390)
  },
)
