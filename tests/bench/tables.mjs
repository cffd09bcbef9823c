import { fileURLToPath } from 'node:url'
import { build } from 'vite'

// Taking away a table of 3,400 rows and 25 columns: how long until the file is there, and how long the page itself
// stood still meanwhile. A page of its own, built as the real one is.

const scene = fileURLToPath(new URL('tableScene', import.meta.url))
const formats = ['xlsx', 'csv-semicolon', 'csv-comma']

/** Builds the page into a folder. */
export async function buildTableScene(outDir) {
  await build({
    root: scene,
    base: './',
    configFile: false,
    logLevel: 'error',
    worker: { format: 'es' },
    build: { outDir, emptyOutDir: true, target: 'es2022', modulePreload: { polyfill: false } },
  })
}

export async function measureTables(page, address) {
  await page.goto('about:blank')
  await page.goto(address)
  await page.waitForFunction(() => 'measureTable' in globalThis)
  console.log('\nTable of 3,400 rows × 25 columns as a file')
  for (const format of formats) {
    // The first loads the worker, as it does for a reader.
    for (const run of ['first', 'again']) {
      const { bytes, all, longestTask, longestGap, steps } = await page.evaluate(
        each => globalThis.measureTable(each),
        format,
      )
      const name = `${format}, ${run}`.padEnd(30)
      const still = `longest task of the page ${longestTask.toFixed(0)} ms, longest gap of frames ${longestGap.toFixed(0)} ms`
      console.log(
        `${name}${all.toFixed(0)} ms, ${steps} steps told, ${still}, ${(bytes / 1024).toFixed(0)} kB`,
      )
    }
  }
}
