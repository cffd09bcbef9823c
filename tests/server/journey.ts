import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { test as base, expect, type Locator, type Page } from '@playwright/test'
import type axe from 'axe-core'
import { severeFindings } from './severeFindings.ts'

type Fixtures = {
  /** Console errors a journey brings about on purpose, such as those of a file it takes away. */
  readonly expectedErrors: RegExp | null
  readonly conduct: undefined
}

/**
 * Every journey is also a check of conduct: the page asks for nothing outside its own folder, breaks no rule of
 * its security policy, throws nothing and writes no error to the console.
 */
export const test = base.extend<Fixtures>({
  expectedErrors: [null, { option: true }],
  conduct: [
    async ({ context, baseURL, expectedErrors }, use) => {
      const faults: string[] = []
      const report = (fault: string) => {
        if (!expectedErrors?.test(fault)) faults.push(fault)
      }
      context.on('request', request => {
        const url = request.url()
        if (!url.startsWith(baseURL ?? '') && !/^(data|blob):/.test(url)) report(`asked for ${url}`)
      })
      context.on('console', message => {
        if (message.type() === 'error') report(`wrote ${message.text()}`)
      })
      context.on('weberror', error => report(`threw ${error.error().message}`))
      await context.addInitScript(() => {
        addEventListener('securitypolicyviolation', event => {
          throw new Error(`${event.violatedDirective} refuses ${event.blockedURI}`)
        })
      })
      await use(undefined)
      expect(faults, 'conduct of the page').toEqual([])
    },
    { auto: true },
  ],
})

/** Loads the page anew at an address behind its #, such as "/sources" or "/?ruleSet=qd766-2022". */
export async function openAt(page: Page, address: string): Promise<void> {
  await page.goto('about:blank') // otherwise only the part behind # changes, and the old view may be looked at
  await page.goto(`#${address}`)
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
}

/** The overview at a search such as "ruleSet=qd766-2022&agency=h15-157", drawn to the end. */
export async function openOverview(page: Page, search = ''): Promise<void> {
  await openAt(page, `/?${search}`)
  if ((await page.locator('.ladder').count()) > 0) await waitForCharts(page)
}

/** Waits for the waterfall and the gap bars, which are loaded last. */
export async function waitForCharts(page: Page): Promise<void> {
  await expect(page.locator('.ladder-chart .recharts-surface')).toHaveCount(2)
  await page.evaluate(() => document.fonts.ready)
}

export const ladderOf = (page: Page): Locator => page.getByRole('region', { name: 'Thác điểm mất' })
export const receiptOf = (page: Page): Locator => page.getByRole('complementary', { name: 'Phiếu tính điểm' })

/** Presses Tab until the element has the focus. */
export async function tabTo(page: Page, target: Locator): Promise<void> {
  for (let presses = 0; presses < 80; presses++) {
    await page.keyboard.press('Tab')
    if (await target.evaluate(element => element === document.activeElement)) return
  }
  throw new Error(`Tab does not reach ${target}`)
}

/** Keeps the answers to matching requests back until they are released. */
export async function hold(page: Page, url: string): Promise<{ readonly release: () => void }> {
  let release = () => {}
  const released = new Promise<void>(resolve => {
    release = resolve
  })
  await page.route(url, async route => {
    await released
    await route.continue()
  })
  return { release: () => release() }
}

const axeSource = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')

/** Serious and critical findings of axe on the page as it stands. */
export async function findSevere(page: Page): Promise<readonly string[]> {
  await page.evaluate(axeSource)
  const results = await page.evaluate(() =>
    (globalThis as typeof globalThis & { axe: typeof axe }).axe.run(document, {
      resultTypes: ['violations'],
    }),
  )
  return severeFindings(results)
}
