import { expect, type Locator, type Page } from '@playwright/test'
import { openAt, test } from '../server/journey.ts'

/**
 * Controls that change what is shown. What only helps to look at it (menus, printing, copying, files, theme,
 * language) and what a form is filled in with is no part of the view and not in the address.
 */
const controls = [
  'main a[href*="#/"]',
  'main button[aria-pressed]',
  'main th button',
  'main li button',
  'main select',
  '.topbar .picker select',
  '.trail a',
  '.nav a',
].join(', ')
const local =
  '[aria-haspopup], [popovertarget], summary, details *, dialog *, form *, [disabled], .ps-preview *'

/** A linear congruential generator: the same walk on every run. */
function dice(seed: number) {
  let state = seed
  return (below: number) => {
    state = (state * 1103515245 + 12345) % 2147483648
    return Math.floor((state / 2147483648) * below)
  }
}

async function takeOne(page: Page, next: (below: number) => number): Promise<string> {
  const found: Locator[] = []
  for (const each of await page.locator(controls).all())
    if ((await each.isVisible()) && !(await each.evaluate((element, skip) => element.matches(skip), local)))
      found.push(each)
  const control = found[next(found.length)]
  if (!control) throw new Error('nothing to press')
  const name = `${await control.evaluate(element => element.localName)} “${(await control.innerText()).slice(0, 40)}”`
  if ((await control.evaluate(element => element.localName)) === 'select') {
    const values = await control
      .locator('option')
      .evaluateAll(all => all.map(each => each.getAttribute('value')))
    await control.selectOption(values[next(values.length)] ?? '')
  } else await control.click()
  return name
}

/** What stands on the page once it has come to rest. */
async function restingText(page: Page): Promise<string> {
  await expect(page.getByRole('heading', { level: 1 }).first()).toBeVisible()
  let before = ''
  await expect
    .poll(
      async () => {
        // When a deck's figures were read is of the moment, as is what was just announced.
        const said = await page.locator('main [role=status].visually-hidden').allInnerTexts()
        const text = said
          .filter(each => each !== '')
          .reduce((all, each) => all.replace(each, ''), await page.locator('.view, main').first().innerText())
          .replace(/\s+/g, ' ')
          .replace(/\d\d:\d\d \d\d\/\d\d\/\d{4}|\d\d\/\d\d\/\d{4} \d\d:\d\d/g, 'lúc này')
        const isSame =
          text !== '' &&
          text === before &&
          !/đang xếp hạng|đang tính|đang tải/i.test(text) &&
          (await page.locator('[aria-busy=true], .skeleton').count()) === 0
        before = text
        return isSame
      },
      { intervals: [300] },
    )
    .toBe(true)
  return before
}

const starts = [
  '/?ruleSet=qd766-2022&period=2026-10-10&agency=h15-157',
  '/criteria?ruleSet=mau-tinh-cqs&period=2026-06&agency=mh-so-xay-dung',
  '/agencies?ruleSet=mau-tinh-cqs&period=2026-06&agency=mh-so-xay-dung',
  '/trend?ruleSet=mau-tinh-cqs&period=2026-06&agency=mh-so-xay-dung',
  '/rule-sets?ruleSet=qd766-2022',
]

for (const [seed, start] of starts.entries())
  test(`after a random walk from ${start} the address reopens the same view, and back leads the whole way home`, async ({
    page,
    context,
  }) => {
    test.slow()
    const next = dice(seed + 11)
    await openAt(page, start)
    const home = await restingText(page)
    const homeAddress = page.url()
    const walked: string[] = []
    let steps = 0
    for (let step = 0; step < 8; step++) {
      const before = page.url()
      walked.push(await takeOne(page, next))
      const here = await restingText(page)
      if (page.url() !== before) steps++
      const other = await context.newPage()
      await other.goto(page.url())
      expect(await restingText(other), walked.join(' › ')).toBe(here)
      await other.close()
    }
    for (let step = 0; step < steps; step++) {
      await page.goBack()
      await restingText(page)
    }
    expect(page.url()).toBe(homeAddress)
    expect(await restingText(page)).toBe(home)
  })
