import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { gzipSync } from 'node:zlib'

// What a reader downloads, measured on the built files: `vite build` first, then this.
// Limits in kB of 1000 bytes, after gzip, for all files of a part together.
const limits = {
  entry: 145,
  files: 40,
  engine: 60,
  charts: 130,
  criteria: 42,
  agencies: 85,
  trend: 27,
  'self-assessment': 98,
  review: 94,
  tasks: 76,
  present: 135,
  'take away': 15,
  'cohort worker': 46,
  'consolidation worker': 38,
  'contribution worker': 31,
  'deckFile worker': 215,
  'figureImport worker': 120,
  'formWorkbook worker': 110,
  'openExport worker': 120,
  'package worker': 95,
  'receive worker': 88,
  'reportFile worker': 140,
  'requests worker': 70,
  'reviewFile worker': 78,
  'ruleSetImport worker': 170,
  'scoreWorkbook worker': 120,
  'tableFile worker': 90,
}

const dist = fileURLToPath(new URL('../dist', import.meta.url))
const read = file => readFileSync(join(dist, file), 'utf8')
const kilobytes = file => gzipSync(read(file)).length / 1000

const problems = existsSync(join(dist, 'index.html'))
  ? [...checkPage(), ...checkSizes()]
  : ['dist/index.html is missing: run npm run build first']
for (const problem of problems) console.error(`bundle: ${problem}`)
process.exitCode = problems.length > 0 ? 1 : 0

function checkPage() {
  const page = read('index.html')
  const files = readdirSync(dist, { recursive: true, encoding: 'utf8' })
  const testFiles = files.filter(file => file.endsWith('mockServiceWorker.js'))
  const origins = page.match(/https?:\/\/[^"'\s<>]*/gi) ?? []
  return [
    ...testFiles.map(file => `dist/${file} is for tests only`),
    ...origins.map(origin => `dist/index.html names another origin: ${origin}`),
    ...(/<meta[^>]+http-equiv="Content-Security-Policy"/i.test(page)
      ? []
      : ['dist/index.html has no Content-Security-Policy']),
  ]
}

function checkSizes() {
  const parts = { ...partsOf(JSON.parse(read('.vite/manifest.json'))), ...workers() }
  return Object.keys(limits).flatMap(name => checkPart(name, parts[name]))
}

/** The manifest does not list workers; each is one file that holds all it needs. */
function workers() {
  const files = readdirSync(join(dist, 'assets')).map(file => `assets/${file}`)
  const of = name => files.filter(file => file.startsWith(`assets/${name}.worker-`))
  const names = Object.keys(limits).filter(name => name.endsWith(' worker'))
  return Object.fromEntries(names.map(name => [name, of(name.replace(' worker', ''))]))
}

function checkPart(name, files) {
  if (files.length === 0) return [`no ${name} chunk found in dist: is it still loaded on its own?`]
  const total = files.reduce((sum, file) => sum + kilobytes(file), 0)
  for (const file of files) print(`  ${file}`, kilobytes(file))
  print(name, total, limits[name])
  return total > limits[name] ? [`${name} weighs ${total.toFixed(1)} kB, limit ${limits[name]} kB`] : []
}

function print(label, size, limit) {
  console.log(`${label.padEnd(48)}${size.toFixed(1).padStart(8)} kB${limit ? `  of ${limit} kB` : ''}`)
}

/**
 * Entry: the entry script with everything it imports statically. Files: what reads data files, and engine: what
 * else the first headline needs, both fetched beside the data. Charts: what is loaded only
 * because a chart is about to be drawn, so not what the entry or another lazy part needs as well. Criteria,
 * agencies, trend, self-assessment, review, tasks, present: scripts of these screens beyond the entry; take away: the
 * panel "Tải về".
 *
 * @param {Record<string, { file: string, name?: string, isEntry?: boolean, isDynamicEntry?: boolean, imports?: string[] }>} chunks
 *   Vite's manifest: `imports` are the static ones
 */
function partsOf(chunks) {
  const reach = (keys, seen = new Set()) => {
    for (const key of keys.filter(each => !seen.has(each))) reach(chunks[key].imports ?? [], seen.add(key))
    return seen
  }
  // Class names such as recharts-surface survive minifying.
  const draws = key => read(chunks[key].file).includes('recharts-')
  const keys = Object.keys(chunks).filter(key => chunks[key].file.endsWith('.js'))
  const entry = reach(keys.filter(key => chunks[key].isEntry))
  const files = reach(keys.filter(key => chunks[key].name === 'decode'))
  const engine = reach(keys.filter(key => key.endsWith('state/scoreView.ts')))
  const lazy = keys.filter(key => chunks[key].isDynamicEntry && !entry.has(key))
  const drawing = lazy.filter(root => [...reach([root])].some(key => !entry.has(key) && draws(key)))
  const elsewhere = reach(
    lazy.filter(root => !drawing.includes(root)),
    new Set(entry),
  )
  const screen = name =>
    [...reach([`src/app/${name}Route.tsx`])].filter(key => !entry.has(key) && !files.has(key))
  const filesOf = found => [...new Set(found.map(key => chunks[key].file))].sort()
  return {
    entry: filesOf([...entry]),
    files: filesOf([...files].filter(key => !entry.has(key))),
    engine: filesOf([...engine].filter(key => !entry.has(key))),
    charts: filesOf([...reach(drawing)].filter(key => !elsewhere.has(key))),
    criteria: filesOf(screen('Criteria')),
    agencies: filesOf(screen('Agencies')),
    trend: filesOf(screen('Trend')),
    'self-assessment': filesOf(screen('SelfAssessment')),
    review: filesOf(screen('Review')),
    tasks: filesOf(screen('Tasks')),
    present: filesOf(screen('Present')),
    'take away': filesOf(
      [...reach(['src/app/exports/ExportOverlay.tsx'])].filter(key => !entry.has(key) && !files.has(key)),
    ),
  }
}
