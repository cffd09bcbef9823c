import { spawn } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { chromium } from 'playwright'
import { build } from 'vite'
import { chromiumLaunchOptions } from '../server/findChromium.mjs'
import { inboxFiles, measureInbox } from './inbox.mjs'
import { buildTableScene, measureTables } from './tables.mjs'
import { writeUiData } from './uiData.mjs'

// `npm run bench:ui`. Measures in a real browser, on the built page, how long a reader waits for an answer:
// from the press of a key or button to the frame that shows the result. Prints and judges nothing.

const root = fileURLToPath(new URL('../..', import.meta.url))
const cache = `${root}node_modules/.cache/bench-ui`
const port = 4189
/** Waits of the measurement that runs. */
const waits = []

await build({ root, logLevel: 'error', build: { outDir: `${cache}/dist`, emptyOutDir: true } })
writeUiData(`${cache}/dist`, `${cache}/site`)
await buildTableScene(`${cache}/table`)
const submissions = await inboxFiles(`${cache}/files`)
const servers = await Promise.all([serve('site', port), serve('dist', port + 1), serve('table', port + 2)])
const browser = await chromium.launch(chromiumLaunchOptions())
try {
  const page = await browser.newPage({ viewport: { width: 1366, height: 768 }, locale: 'vi-VN' })
  await measure140(page)
  await measure3400(page)
  await measureTree(page)
  await measurePalette(page)
  await measureForm(page)
  await measureInbox(page, `http://127.0.0.1:${port + 1}/`, submissions, line)
  await measureTables(page, `http://127.0.0.1:${port + 2}/`)
} finally {
  await browser.close()
  for (const server of servers) server.kill()
}

async function serve(folder, at) {
  const server = spawn(
    process.execPath,
    [`${root}tests/server/serve.mjs`, `${cache}/${folder}`, String(at), '/'],
    { stdio: ['ignore', 'pipe', 'inherit'] },
  )
  await new Promise(resolve => server.stdout.once('data', resolve))
  return server
}

async function measure140(page) {
  await open(page, 'ruleSet=do-toc-do&period=2026-06&group=nhom-140&rows=all')
  await page.waitForTimeout(4000) // other periods are scored meanwhile, as they are for a reader
  console.log('\n140 agencies × 25 criteria')
  await repeat('sort by a criterion', page, 7, async run => {
    const heads = page.locator('thead th button')
    await answer(page, heads.nth(6 + run), 'click')
  })
  await repeat('filter, per key', page, 6, async run => {
    const box = page.getByRole('searchbox').first()
    await answer(page, box, 'press', 'số 139'[run])
  })
  await page.getByRole('searchbox').first().fill('')
  await repeat('pick another period', page, 5, async run => {
    const periods = ['2026-05', '2026-04', '2026-03', '2026-02', '2026-01']
    await answer(page, page.getByRole('combobox', { name: 'Kỳ' }), 'select', periods[run])
  })
}

async function measure3400(page) {
  const started = performance.now()
  await open(page, 'ruleSet=do-toc-do&period=2025-12&group=nhom-3400&rows=all')
  console.log('\n3,400 agencies × 25 criteria')
  line('opened, loaded and scored', [performance.now() - started])
  await repeat('sort by a criterion', page, 5, async run =>
    answer(page, page.locator('thead th button').nth(6 + run), 'click'),
  )
  await repeat('filter, per key', page, 4, async run =>
    answer(page, page.getByRole('searchbox').first(), 'press', '1234'[run]),
  )
  await page.getByRole('searchbox').first().fill('')
  line('scrolling, a frame', await scroll(page))
}

async function measureTree(page) {
  await open(page, 'ruleSet=do-toc-do&period=2026-06&agency=so-1', 'criteria')
  await page.waitForTimeout(1000)
  console.log('\nTiêu chí of one agency, 25 criteria')
  await repeat('filter, per key', page, 6, async run =>
    answer(page, page.getByRole('searchbox').first(), 'press', 'thứ 12'[run]),
  )
  await page.getByRole('searchbox').first().fill('')
  await repeat('pick another period', page, 4, async run => {
    const periods = ['2026-05', '2026-04', '2026-03', '2026-02']
    await answer(page, page.getByRole('combobox', { name: 'Kỳ' }), 'select', periods[run])
  })
}

async function measurePalette(page) {
  await open(page, 'ruleSet=do-toc-do&period=2025-12&group=nhom-3400&rows=all')
  await page.keyboard.press('Control+k')
  const field = page.getByRole('dialog').getByRole('combobox')
  await field.waitFor()
  await page.waitForTimeout(1000)
  console.log('\nPalette over 3,400 agencies')
  const typed = 'so 1234'
  await repeat('find an agency, per key', page, typed.length, async run =>
    answer(page, field, 'press', typed[run]),
  )
}

/** From a key in a field to the frame that shows the new points of its criterion and the new total. */
async function measureForm(page) {
  await page.goto('about:blank')
  await page.goto(`http://127.0.0.1:${port}/#/self-assessment`)
  await page.getByRole('combobox', { name: 'Bộ chỉ số' }).selectOption('do-tu-cham')
  await page.getByRole('combobox', { name: 'Đơn vị' }).fill('số 7')
  await page.getByRole('option', { name: /số 7$/ }).first().click()
  await page.getByRole('button', { name: 'Tạo bản nháp' }).click()
  await page.locator('[data-metric=tu-1]').waitFor()
  console.log('\nTự chấm, 100 criteria')
  for (let place = 1; place <= 20; place += 1) {
    await page.locator(`[data-metric=tu-${place}]`).fill(String(place))
    await page.locator(`[data-metric=mau-${place}]`).fill('99')
  }
  await page.waitForTimeout(1500)
  // 1 to 8 of 9: every key moves the points.
  await page.locator('[data-metric=mau-3]').fill('9')
  await repeat('type a figure, per key', page, 8, async run => {
    waits.push(await page.evaluate(typeAndWait, String(run + 1)))
  })
}

/** Runs in the page: puts a text into the field and waits for a frame in which points and total have changed. */
async function typeAndWait(text) {
  const field = document.querySelector('[data-metric=tu-3]')
  const shown = () =>
    ['.sa-points', '.sa-total-points'].map(part => {
      const within = part === '.sa-points' ? field.closest('.sa-item') : document
      return within.querySelector(part).textContent
    })
  const before = shown()
  const started = performance.now()
  Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'value').set.call(field, text)
  field.dispatchEvent(new Event('input', { bubbles: true }))
  while (shown().some((each, index) => each === before[index])) {
    if (performance.now() - started > 5000) throw new Error(`the score did not follow "${text}"`)
    await new Promise(resolve => requestAnimationFrame(resolve))
  }
  // What the last frame put into the document is painted before the next one.
  await new Promise(resolve => requestAnimationFrame(resolve))
  return performance.now() - started
}

async function open(page, search, screen = 'agencies') {
  await page.goto('about:blank')
  await page.goto(`http://127.0.0.1:${port}/#/${screen}?${search}`)
  await page.locator('tbody tr').first().waitFor({ timeout: 120_000 })
}

async function repeat(name, page, times, act) {
  waits.length = 0
  for (let run = 0; run < times; run += 1) {
    await act(run)
    await page.waitForTimeout(250)
  }
  line(name, waits)
}

/** Acts inside the page, so that the driver's own way there is not measured, and waits for the last change. */
async function answer(page, locator, how, value = '') {
  const handle = await locator.elementHandle({ timeout: 10_000 })
  const waited = await page.evaluate(
    async ([element, how, value]) => {
      let last = 0
      const started = performance.now()
      const observer = new MutationObserver(() => {
        last = performance.now()
      })
      observer.observe(document.body, {
        subtree: true,
        childList: true,
        characterData: true,
        attributes: true,
      })
      if (how === 'click') element.click()
      else {
        const text = how === 'press' ? element.value + value : value
        const type = how === 'press' ? HTMLInputElement : HTMLSelectElement
        Object.getOwnPropertyDescriptor(type.prototype, 'value').set.call(element, text)
        element.dispatchEvent(new Event(how === 'press' ? 'input' : 'change', { bubbles: true }))
      }
      // The frame after the last change, once the page has been quiet for a while.
      for (;;) {
        await new Promise(resolve => setTimeout(resolve, 50))
        const quiet = performance.now() - Math.max(last, started)
        if (quiet > 400) break
      }
      observer.disconnect()
      return Math.max(last - started, 0)
    },
    [handle, how, value],
  )
  waits.push(waited)
}

/** Time between frames while the table is scrolled from top to bottom. */
async function scroll(page) {
  return page.evaluate(async () => {
    const scroller =
      [...document.querySelectorAll('*')].find(
        each =>
          each.querySelector('tbody') &&
          each.scrollHeight > each.clientHeight + 400 &&
          /auto|scroll/.test(getComputedStyle(each).overflowY),
      ) ?? document.scrollingElement
    const frames = []
    let before = performance.now()
    for (let step = 0; step < 120; step += 1) {
      scroller.scrollTop += 600
      await new Promise(resolve => requestAnimationFrame(resolve))
      const now = performance.now()
      frames.push(now - before)
      before = now
    }
    return frames
  })
}

function line(name, times) {
  const sorted = times.toSorted((a, b) => a - b)
  const at = share => (sorted[Math.min(Math.floor(sorted.length * share), sorted.length - 1)] ?? 0).toFixed(0)
  console.log(
    times.length === 1
      ? `${name.padEnd(30)}${at(0)} ms`
      : `${name.padEnd(30)}median ${at(0.5)} ms, worst ${at(1)} ms of ${times.length}`,
  )
}
