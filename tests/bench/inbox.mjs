import { fileURLToPath } from 'node:url'
import { runnerImport } from 'vite'

// The inbox of a round: 140 submission files put in at once, with somebody typing meanwhile. Real files of the
// demonstration province on the shipped data, in the real page.

const root = fileURLToPath(new URL('../..', import.meta.url))
const files = 140

/** @returns paths of the files to put in */
export async function inboxFiles(folder) {
  const options = { root, configFile: false, publicDir: false, logLevel: 'error' }
  const { module } = await runnerImport(fileURLToPath(new URL('uiPackages.ts', import.meta.url)), options)
  return module.writePackages(folder, files)
}

/** Makes the round to try things out with, puts the files in, and measures until the last one is in. */
export async function measureInbox(page, address, paths, line) {
  await page.goto('about:blank')
  await page.goto(`${address}#/review`)
  await page.getByRole('button', { name: 'Lập đợt thử với số liệu minh họa' }).click()
  const name = page.getByRole('textbox', { name: 'Người thẩm định' })
  await name.fill('Người đo')
  await name.press('Enter')
  await page.locator('.rvi-drop').waitFor()
  await page.waitForTimeout(1000)
  console.log(`\nThẩm định, ${paths.length} submission files at once`)
  const measuring = page.evaluate(measure)
  await page.locator('.rvi-drop input[type=file]').first().setInputFiles(paths)
  const { all, steps, keys, longest, received } = await measuring
  line('all in', [all])
  line('progress told', steps)
  line('key to paint while it runs', keys)
  console.log(`${'longest task of the page'.padEnd(30)}${longest.toFixed(0)} ms`)
  console.log(`${'sentence'.padEnd(30)}${received}`)
}

/**
 * Runs in the page. From the choice of the files to the frame that shows what they came to; meanwhile a key goes
 * into the search field again and again, each timed to the frame after it.
 */
async function measure() {
  const input = document.querySelector('.rvi-drop input[type=file]')
  const field = document.querySelector('.rvi-tools input[type=search]')
  let longest = 0
  new PerformanceObserver(list => {
    for (const entry of list.getEntries()) longest = Math.max(longest, entry.duration)
  }).observe({ type: 'longtask' })
  // The browser hands the files over before the page hears of them; that is not the page's time.
  await new Promise(resolve => input.addEventListener('change', resolve, { once: true, capture: true }))
  const started = performance.now()
  longest = 0
  const steps = []
  let told = started
  let shown = ''
  const observer = new MutationObserver(() => {
    const text = document.querySelector('.rvi-reading p')?.textContent ?? shown
    if (text === shown) return
    shown = text
    steps.push(performance.now() - told)
    told = performance.now()
  })
  observer.observe(document.body, { subtree: true, childList: true, characterData: true })
  const keys = []
  const painted = () =>
    new Promise(resolve => requestAnimationFrame(() => setTimeout(() => resolve(undefined), 0)))
  const setValue = Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'value').set
  for (let typed = ''; !document.querySelector('.rvi-summary'); typed = typed.length > 3 ? '' : `${typed}s`) {
    if (performance.now() - started > 60_000) throw new Error('the files did not come in')
    const pressed = performance.now()
    setValue.call(field, typed)
    field.dispatchEvent(new Event('input', { bubbles: true }))
    await painted()
    keys.push(performance.now() - pressed)
    await new Promise(resolve => setTimeout(resolve, 30))
  }
  const all = performance.now() - started
  observer.disconnect()
  setValue.call(field, '')
  field.dispatchEvent(new Event('input', { bubbles: true }))
  await new Promise(resolve => setTimeout(resolve, 500))
  return { all, steps, keys, longest, received: document.querySelector('.rvi h1').textContent }
}
