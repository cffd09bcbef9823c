import { expect, type Page } from '@playwright/test'
import { listDataFiles, readJson } from '../data/dataFiles.ts'
import { openAt, openOverview, test } from '../server/journey.ts'

const vietnamese = /[À-ÖØ-öø-ỹĐđ]/

const views = [
  {
    name: 'Trà Vinh, with both tables and readings',
    search: 'lang=en&table=both&readings=open',
  },
  { name: 'Trà Vinh, the pool of unexplained losses', search: 'lang=en&criterion=khong-neu-diem-rieng' },
  { name: 'Đắk Lắk, every row', search: 'lang=en&ruleSet=qd766-2022&rows=all' },
  { name: 'a commune', search: 'lang=en&ruleSet=qd766-2022&agency=h15-157&criterion=PAY_DOSSIER' },
  { name: 'a unit with nothing incurred', search: 'lang=en&ruleSet=qd766-2022&agency=h15-39' },
  { name: 'nothing published', search: 'lang=en&ruleSet=qd766-2022&agency=tinh-tra-vinh' },
] as const

test('English is chosen once, stands in the address and is remembered', async ({ page }) => {
  await openOverview(page)
  await expect(page.locator('html')).toHaveAttribute('lang', 'vi')
  await page.getByRole('combobox', { name: 'Ngôn ngữ' }).selectOption('en')

  await expect(page.locator('html')).toHaveAttribute('lang', 'en')
  await expect(page).toHaveURL(/lang=en/)
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(
    /^3\.3648 points lost, most in .*: 1\.2266 points$/,
  )
  await expect(page.getByRole('navigation', { name: 'Screens' }).getByRole('link')).toHaveText([
    '',
    'Overview',
    'Criteria',
    'Agencies',
    'Self-assessment',
    'Review',
    'Trends',
    'Tasks',
    'Presentation',
    'Rule sets',
    'Sources',
    'Import files',
  ])
  for (const name of ['Rule set', 'Period', 'Agency', 'Theme', 'Language'])
    await expect(page.getByRole('combobox', { name, exact: true })).toBeVisible()
  for (const name of ['Where the points went', 'Targets for 2023', 'Do first'])
    await expect(page.getByRole('region', { name, exact: true })).toBeVisible()
  for (const name of ['Points reached', 'Share', 'Rank'])
    await expect(page.getByRole('term').filter({ hasText: name })).toBeVisible()
  await expect(page.getByRole('complementary', { name: 'Score receipt' })).toContainText('Calculation')

  await page.goto('')
  await expect(page.locator('html')).toHaveAttribute('lang', 'en')
})

for (const { name, search } of views)
  test(`leaves no Vietnamese of ours on an English screen: ${name}`, async ({ page }) => {
    await openOverview(page, search)
    expect(await untranslated(page)).toEqual([])
  })

test('leaves no Vietnamese of ours on the English list of sources', async ({ page }) => {
  await openAt(page, '/sources?lang=en')
  expect(await untranslated(page)).toEqual([])
})

/**
 * Visible texts and names for screen readers with Vietnamese letters that are not wholly made of words our data
 * files have in Vietnamese only.
 */
async function untranslated(page: Page): Promise<readonly string[]> {
  const texts = await page.locator('body').evaluate(body => {
    const shown = [...body.querySelectorAll('*')].filter(element => element.checkVisibility())
    const own = shown.flatMap(element =>
      [...element.childNodes]
        .filter(node => node.nodeType === Node.TEXT_NODE)
        .map(node => node.textContent ?? ''),
    )
    const labels = shown.flatMap(element => element.getAttribute('aria-label') ?? [])
    return [...own, ...labels]
  })
  return texts.filter(text => vietnamese.test(withoutData(text)))
}

/** Takes names, quotes and places out of a text, longest first. */
function withoutData(text: string): string {
  return namesWithoutEnglish.reduce((rest, name) => rest.replaceAll(name, ''), text)
}

const namesWithoutEnglish = collectNames()

function collectNames(): readonly string[] {
  const names = new Set<string>()
  const visit = (value: unknown): void => {
    if (typeof value === 'string') names.add(value)
    else if (Array.isArray(value)) value.forEach(visit)
    else if (typeof value === 'object' && value !== null)
      for (const [key, entry] of Object.entries(value)) if (!(`${key}En` in value)) visit(entry)
  }
  const files = listDataFiles().filter(path => path.endsWith('.json') && !path.startsWith('schema/'))
  for (const path of files) visit(readJson(path))
  return [...names].filter(name => vietnamese.test(name)).toSorted((a, b) => b.length - a.length)
}
