import { expect, type Page } from '@playwright/test'
import { readJson, readText } from '../data/dataFiles.ts'
import { hold, openAt, openOverview, receiptOf, test, waitForCharts } from '../server/journey.ts'

const ruleSetPath = 'rule-sets/qd766-2022.json'
const submissionPath = 'submissions/qd766-2022/2026-10-10/tinh-dak-lak.json'
const dakLak = 'ruleSet=qd766-2022&period=2026-10-10&agency=tinh-dak-lak'

/** The rule set's file with another value at a place such as `criteria[1].subCriteria[0].maxPoints`. */
function ruleSetWith(place: string, value: unknown): string {
  return JSON.stringify(replaced(readJson(ruleSetPath), place.match(/\w+/g) ?? [], value), null, 2)
}

function replaced(data: unknown, [key, ...rest]: readonly string[], value: unknown): unknown {
  if (key === undefined) return value
  if (Array.isArray(data))
    return data.map((entry, index) => (String(index) === key ? replaced(entry, rest, value) : entry))
  if (typeof data !== 'object' || data === null) throw new Error(`nothing at ${key}`)
  return { ...data, [key]: replaced(Reflect.get(data, key), rest, value) }
}

/** Answers for one data file with this text until it is mended. */
async function serve(
  page: Page,
  path: string,
  body: string,
  status = 200,
): Promise<{ mend: () => Promise<void> }> {
  const url = `**/${path}`
  await page.route(url, route =>
    route.fulfill({ status, body, contentType: 'application/json; charset=utf-8' }),
  )
  return { mend: () => page.unroute(url) }
}

const onTime = 'criteria[1].subCriteria[0]'

const brokenRuleSets = [
  {
    what: 'a wrong sum',
    text: ruleSetWith(`${onTime}.maxPoints`, '19.5'),
    path: 'criteria[1].maxPoints',
    code: 'sum-of-maxima',
    says: 'cộng lại là 19,5, khác 20 đã nêu',
  },
  {
    what: 'an unknown metric',
    text: ruleSetWith(`${onTime}.rule.numerator`, 'ON_TME.numerator'),
    path: `${onTime}.rule.numerator`,
    code: 'unknown-metric',
    says: 'không có số liệu “ON_TME.numerator”',
  },
  {
    what: 'a target against its direction',
    text: ruleSetWith(`${onTime}.rule.direction`, 'lowerIsBetter'),
    path: `${onTime}.rule.scaling`,
    code: 'target-against-direction',
    says: 'càng thấp càng tốt nhưng cách chia điểm “share” cho điểm cao khi tỷ lệ cao',
  },
  {
    what: 'a target short of its floor',
    text: ruleSetWith(`${onTime}.rule.floorPercent`, '100'),
    path: `${onTime}.rule.targetPercent`,
    code: 'target-against-direction',
    says: 'mục tiêu 100% phải cao hơn ngưỡng 0 điểm 100%',
  },
  {
    what: 'an id used twice',
    text: ruleSetWith(`${onTime}.id`, 'PUBLISH_ON_TIME'),
    path: `${onTime}.id`,
    code: 'duplicate-id',
    says: 'mã “PUBLISH_ON_TIME” đã dùng ở criteria[0].subCriteria[0]',
  },
]

test.describe('a rule set that does not hold', () => {
  for (const { what, path, code, says, text } of brokenRuleSets)
    test(`with ${what} is refused by name and place, and opens once mended`, async ({ page }) => {
      const file = await serve(page, ruleSetPath, text)
      await openAt(page, `/?${dakLak}`)
      const alert = page.getByRole('alert')
      await expect(alert.getByRole('heading')).toHaveText('Không mở được số liệu')
      const problem = alert.getByRole('listitem').filter({ hasText: `[${code}]` })
      await expect(problem).toContainText(ruleSetPath)
      await expect(problem).toContainText(path)
      await expect(problem).toContainText(says)

      await file.mend()
      await alert.getByRole('button', { name: 'Thử lại' }).click()
      await expect(page.getByText('65,49/100 điểm', { exact: true })).toBeVisible()
    })

  test('is refused in English too', async ({ page }) => {
    await serve(page, ruleSetPath, brokenRuleSets[0]?.text ?? '')
    await openAt(page, `/?${dakLak}&lang=en`)
    await expect(page.getByRole('alert')).toContainText('add up to 19.5, not to the stated 20')
  })

  test('leaves the other rule set usable', async ({ page }) => {
    await serve(page, ruleSetPath, brokenRuleSets[0]?.text ?? '')
    await openAt(page, `/?${dakLak}`)
    await page.getByRole('combobox', { name: 'Bộ chỉ số' }).selectOption('par-index-2022')
    await expect(page.getByText('10,1352/13,5 điểm', { exact: true })).toBeVisible()
  })
})

test.describe('a file that is not there', () => {
  test.use({ expectedErrors: /404 \(Not Found\)/ })

  for (const path of [submissionPath, ruleSetPath, 'agencies.json', 'documents.json', 'index.json'])
    test(`is named and asked for again: ${path}`, async ({ page }) => {
      const file = await serve(page, path, 'Not found', 404)
      await openAt(page, `/?${dakLak}`)
      const problem = page.getByRole('alert').getByRole('listitem')
      await expect(problem).toContainText(path)
      await expect(problem).toContainText('không tải được tệp (mã 404)')

      await file.mend()
      await page.getByRole('button', { name: 'Thử lại' }).click()
      await expect(page.getByText('65,49/100 điểm', { exact: true })).toBeVisible()
    })

  test('does not hide the result when it only serves the comparison', async ({ page }) => {
    await serve(page, 'submissions/qd766-2022/2026-09-28/tinh-dak-lak.json', 'Not found', 404)
    await openOverview(page, dakLak)
    await expect(page.getByText('65,49/100 điểm', { exact: true })).toBeVisible()
    await expect(page.getByRole('term').filter({ hasText: 'So với kỳ trước' })).toBeVisible()
  })
})

test.describe('a file that is not JSON', () => {
  const lines = readText(submissionPath).split('\n')
  const withLine3 = (line: string) => lines.with(2, line).join('\n')

  for (const { what, text, place } of [
    // Reading stops at the next name: line 4 begins with two spaces.
    { what: 'a comma is missing', text: withLine3('  "id": "qd766"'), place: 'dòng 4, cột 3' },
    { what: 'a value is missing', text: withLine3('  "id": ,'), place: 'dòng 3, cột 9' },
    { what: 'the end is missing', text: '{\n  "id": "qd766",\n  "values": [', place: 'dòng 3, cột 14' },
    {
      what: 'the host answers with a page',
      text: '<!doctype html>\n<title>Home</title>',
      place: 'dòng 1, cột 1',
    },
  ])
    test(`is named with line and column: ${what}`, async ({ page }) => {
      await serve(page, submissionPath, text)
      await openAt(page, `/?${dakLak}`)
      const problem = page.getByRole('alert').getByRole('listitem')
      await expect(problem).toContainText(submissionPath)
      await expect(problem).toContainText(`tệp không phải JSON đọc được: sai ở ${place}`)
    })
})

test.describe('a submission that does not fit', () => {
  test('is refused with every problem at its place', async ({ page }) => {
    const text = readText(submissionPath)
      .replace('"state": "entered",\n      "value": "0"', '"state": "entered",\n      "value": 0')
      .replace('"stage": "published"', '"stage": "publisched"')
    await serve(page, submissionPath, text)
    await openAt(page, `/?${dakLak}`)
    const problems = page.getByRole('alert').getByRole('listitem')
    await expect(problems).toHaveCount(2)
    await expect(problems.filter({ hasText: 'stage' })).toContainText('chỉ nhận “selfAssessment”')
    await expect(problems.filter({ hasText: 'values[0].value' })).toContainText('cần chữ trong ngoặc kép')
  })
})

test.describe('nothing published', () => {
  test('says so and offers what there is', async ({ page }) => {
    await openAt(page, '/?ruleSet=qd766-2022&period=2026-01-01&agency=tinh-dak-lak')
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('Chưa có số liệu kỳ này')
    const ways = page.getByRole('main').getByRole('button')
    await expect(ways).toHaveText([
      'UBND tỉnh Đắk Lắk, 10/10/2026',
      'UBND tỉnh Đắk Lắk, 28/09/2026',
      'UBND tỉnh Đắk Lắk, 17/09/2026',
    ])
    await ways.first().click()
    await expect(page.getByText('65,49/100 điểm', { exact: true })).toBeVisible()
  })

  test('one agency alone is not compared; the period with several is one press away', async ({ page }) => {
    await openAt(page, '/agencies?ruleSet=qd766-2022&period=2026-09-28')
    const main = page.getByRole('main')
    await expect(main.getByRole('heading', { level: 1 })).toHaveText('Không có đơn vị nào để so sánh')
    await expect(main).toContainText('Kỳ 28/09/2026 của bộ chỉ số này mới có số liệu của UBND tỉnh Đắk Lắk.')
    await main.getByRole('link', { name: '10/10/2026' }).click()
    await expect(main.getByRole('heading', { level: 1 })).toContainText('dẫn đầu với 76,37/100 điểm')
    await page.goBack()
    await main.getByRole('link', { name: 'UBND tỉnh Đắk Lắk' }).click()
    await expect(page.getByText('64,53/100 điểm', { exact: true })).toBeVisible()
  })

  test('a link that names nobody says whom it names and stays with the rule set', async ({ page }) => {
    await openAt(page, '/?ruleSet=qd766-2022&agency=nobody')
    await expect(page.getByRole('main')).toContainText('Liên kết nêu đơn vị “nobody”')
    await page
      .getByRole('main')
      .getByRole('button', { name: 'UBND tỉnh Đắk Lắk, 10/10/2026', exact: true })
      .click()
    await expect(page.getByText('65,49/100 điểm', { exact: true })).toBeVisible()
  })

  for (const address of ['/?ruleSet=nope', '/?agency=nobody', '/?period=1900'])
    test(`leads back to the opening view from ${address}`, async ({ page }) => {
      await openAt(page, address)
      await expect(page.getByRole('heading', { level: 1 })).toHaveText('Chưa có số liệu kỳ này')
      await page.getByRole('main').getByRole('button', { name: 'Tỉnh Trà Vinh, 2022' }).click()
      await expect(page.getByText('10,1352/13,5 điểm', { exact: true })).toBeVisible()
    })
})

test.describe('an odd address', () => {
  test('of no screen says so and leads to the overview', async ({ page }) => {
    await openAt(page, '/khong-co')
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('Không có màn hình này')
    await page.getByRole('main').getByRole('link', { name: 'Về Tổng quan' }).click()
    await expect(page.getByText('10,1352/13,5 điểm', { exact: true })).toBeVisible()
  })

  for (const search of [
    'criterion=khong-co&table=zzz&rows=some&lang=xx',
    'agency=%3Cscript%3E&period=%00&ruleSet=',
    'ruleSet=%E0%A4%A&criterion=__proto__',
  ])
    test(`never blanks the page: ?${search}`, async ({ page }) => {
      await openAt(page, `/?${search}`)
      await expect(page.getByText('10,1352/13,5 điểm', { exact: true })).toBeVisible()
      await waitForCharts(page)
    })

  test('with a query that a messenger has added before the # opens the same view', async ({ page }) => {
    await page.goto('?fbclid=IwAR0x#/?ruleSet=qd766-2022&agency=h15-157')
    await expect(page.getByText('73,24/100 điểm', { exact: true })).toBeVisible()
  })

  test('with a criterion of the other rule set opens without a receipt', async ({ page }) => {
    await openOverview(page, `${dakLak}&criterion=dich-vu-du-lieu-ndxp`)
    await expect(page.getByText('65,49/100 điểm', { exact: true })).toBeVisible()
    await expect(receiptOf(page)).toHaveCount(0)
  })
})

test.describe('stored preferences', () => {
  for (const stored of [
    '{',
    '{"state":{"theme":"zzz","language":5},"version":0}',
    '{"state":null,"version":9}',
  ])
    test(`that make no sense are passed over: ${stored}`, async ({ page }) => {
      await page.addInitScript(text => localStorage.setItem('parboard-preferences', text), stored)
      await page.goto('')
      await waitForCharts(page)
      await expect(page.locator('html')).toHaveAttribute('data-theme', 'light')
      await expect(page.locator('html')).toHaveAttribute('lang', 'vi')
    })
})

test.describe('loading', () => {
  test('shows its bars only after 300 ms', async ({ page }) => {
    await page.addInitScript(() => {
      let busySince = Number.NaN
      new MutationObserver(records => {
        const added = records
          .flatMap(record => [...record.addedNodes])
          .filter(node => node instanceof Element)
        const find = (selector: string) =>
          added.some(node => node.matches(selector) || node.querySelector(selector))
        if (find('main[aria-busy]')) busySince = performance.now()
        if (find('main [role=status]'))
          document.documentElement.dataset['waited'] ??= String(performance.now() - busySince)
      }).observe(document, { childList: true, subtree: true })
    })
    const file = await hold(page, `**/${submissionPath}`)
    await page.goto(`#/?${dakLak}`)
    await expect(page.getByRole('main').getByRole('status')).toHaveText('Đang tính điểm')
    // Timers may be a little early, never a tenth.
    expect(Number(await page.locator('html').getAttribute('data-waited'))).toBeGreaterThan(270)

    file.release()
    await expect(page.getByText('65,49/100 điểm', { exact: true })).toBeVisible()
    await expect(page.locator('main[aria-busy]')).toHaveCount(0)
  })
})
