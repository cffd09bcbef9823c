import axe from 'axe-core'
import { afterEach, expect, test } from 'vitest'
import { page } from 'vitest/browser'
import { PrintedForm } from '../../src/features/self-assessment/print/PrintedForm.tsx'
import { LanguageProvider } from '../../src/ui/language.tsx'
import { Parts, scan, someFigures } from '../gallery/assessmentPartsSample.tsx'
import '../gallery/styles.ts'
import { type Mounted, mount } from '../server/mount.ts'
import { severeFindings } from '../server/severeFindings.ts'

let drawn: Mounted | undefined

afterEach(() => {
  window.dispatchEvent(new Event('afterprint'))
  drawn?.unmount()
  expect(drawn?.errors).toEqual([])
  drawn = undefined
})

test('the form is drawn for paper alone, whole and signed by whoever is known', async () => {
  await page.viewport(1366, 768)
  drawn = mount(
    <LanguageProvider language="vi">
      <Parts
        edits={[
          ...someFigures,
          { kind: 'evidence', item: scan },
          { kind: 'approval', approval: { name: 'Trần Thị Thử', on: '2026-12-02' } },
        ]}
      >
        {props => (
          <div>
            <p>Biểu nhập</p>
            <PrintedForm {...props} />
          </div>
        )}
      </Parts>
    </LanguageProvider>,
  )
  await expect.element(page.getByText('Biểu nhập')).toBeVisible()
  expect(document.querySelector('.sa-printed')).toBeNull()
  window.dispatchEvent(new Event('beforeprint'))
  await expect.element(page.getByText('Biểu tự chấm điểm')).toBeVisible()
  const rows = [...document.querySelectorAll('.sa-printed tbody tr')]
  // two areas, seven leaves, a bonus, the total and the foot
  expect(rows).toHaveLength(12)
  expect(document.querySelectorAll('.sa-printed thead th')).toHaveLength(9)
  const foot = rows.at(-1)?.textContent ?? ''
  expect(foot).toContain('Trần Thị Thử')
  expect(foot).toContain('Ngân Minh, ngày 02 tháng 12 năm 2026')
  expect(foot).toContain('SHA-256 000000000000…')
  const box = drawn.box
  expect(severeFindings(await axe.run(box))).toEqual([])
  window.dispatchEvent(new Event('afterprint'))
  await expect.poll(() => document.querySelector('.sa-printed')).toBeNull()
})
