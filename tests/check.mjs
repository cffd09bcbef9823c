import { spawn } from 'node:child_process'
import { mkdirSync, readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

// `npm test`: every check of the project, one after the other, going on after a failure so that one run
// tells everything. The last line counts: each test is one, each other check is one.

const root = fileURLToPath(new URL('..', import.meta.url))
const cache = join(root, 'node_modules/.cache')
const vitestResult = join(cache, 'vitest.json')
const journeysResult = join(cache, 'journeys.json') // the same file as in tests/playwright.config.ts

/**
 * @typedef {{ passed: number, failed: number, skipped: number }} Count
 * @typedef {object} Part
 * @property {string} name
 * @property {(readonly string[])[]} commands arguments for node; all run, all must succeed
 * @property {string} [result] file with the runner's own report
 * @property {(report: any) => Count} [count] reads that report
 * @property {string} [needs] a part that must have passed
 */

/** @type {Part[]} */
const parts = [
  {
    name: 'types',
    commands: [
      [...bin('typescript', 'tsc'), '-p', '.'],
      [...bin('typescript', 'tsc'), '-p', 'src/scoring'],
    ],
  },
  { name: 'lint', commands: [[...bin('@biomejs/biome', 'biome'), 'ci', '--colors=off', '.']] },
  { name: 'JSON Schemas', commands: [['src/cli/run.mjs', 'schema', '--check']] },
  {
    name: 'tests',
    commands: [
      [
        ...bin('vitest', 'vitest'),
        'run',
        '--allowOnly=false',
        '--reporter=default',
        '--reporter=json',
        `--outputFile.json=${vitestResult}`,
      ],
    ],
    result: vitestResult,
    count: countVitest,
  },
  { name: 'build', commands: [[...bin('vite', 'vite'), 'build']] },
  { name: 'bundle', commands: [['tests/bundle.mjs']], needs: 'build' },
  {
    name: 'journeys',
    commands: [
      [
        ...bin('@playwright/test', 'playwright'),
        'test',
        '--config=tests/playwright.config.ts',
        '--forbid-only',
      ],
    ],
    result: journeysResult,
    count: countJourneys,
    needs: 'build',
  },
]

mkdirSync(cache, { recursive: true })
rmSync(join(root, 'dist'), { recursive: true, force: true }) // an older build must not be tested in place of a failed one

/** @type {Map<string, Count & { seconds: number, note: string }>} */
const results = new Map()
for (const part of parts) {
  console.log(`\n── ${part.name} ──`)
  const started = performance.now()
  const result = await runPart(part)
  results.set(part.name, { note: '', ...result, seconds: (performance.now() - started) / 1000 })
}
process.exitCode = report()

/** @param {Part} part */
async function runPart(part) {
  if (part.needs && results.get(part.needs)?.failed !== 0) {
    console.log(`not run: ${part.needs} failed`)
    return { passed: 0, failed: 1, skipped: 0, note: `not run: ${part.needs} failed` }
  }
  if (part.result) rmSync(part.result, { force: true })
  let succeeded = true
  for (const command of part.commands) succeeded = (await runNode(command)) && succeeded
  if (!part.count) return { passed: succeeded ? 1 : 0, failed: succeeded ? 0 : 1, skipped: 0 }
  return countTests(part, succeeded)
}

/** @param {Part} part @param {boolean} succeeded */
function countTests(part, succeeded) {
  const report = readReport(part.result)
  const count = report ? part.count(report) : { passed: 0, failed: 0, skipped: 0 }
  if (count.failed > 0) return count
  // Runners also fail without a failed test: no report, an error outside the tests, a leftover `.only`.
  if (!succeeded) return { ...count, failed: 1, note: 'the runner failed, see above' }
  return count.passed > 0 ? count : { ...count, failed: 1, note: 'no tests ran' }
}

/** @param {string} file */
function readReport(file) {
  try {
    return JSON.parse(readFileSync(file, 'utf8'))
  } catch {
    return undefined // missing or cut off: the runner crashed
  }
}

function countVitest(report) {
  // A file that cannot be loaded has no tests to count, and is one failure.
  const unloaded = report.testResults.filter(
    file => file.status === 'failed' && file.assertionResults.length === 0,
  )
  return {
    passed: report.numPassedTests,
    failed: report.numFailedTests + unloaded.length,
    skipped: report.numPendingTests + report.numTodoTests,
  }
}

function countJourneys({ stats }) {
  return { passed: stats.expected, failed: stats.unexpected + stats.flaky, skipped: stats.skipped }
}

/** Ends with the one line that other programs read; nothing may be printed after it. */
function report() {
  console.log('\n── summary ──')
  const total = { passed: 0, failed: 0, skipped: 0 }
  for (const [name, result] of results) {
    console.log(
      `${name.padEnd(14)}${line(result)} (${result.seconds.toFixed(1)} s)${result.note && ` ${result.note}`}`,
    )
    for (const key of /** @type {const} */ (['passed', 'failed', 'skipped'])) total[key] += result[key]
  }
  console.log(line(total))
  return total.failed > 0 ? 1 : 0
}

/** @param {Count} count */
function line({ passed, failed, skipped }) {
  return `${passed} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ''}`
}

/** Runs node with these arguments; true when it ends with 0. */
function runNode(args) {
  // Plain text for logs. FORCE_COLOR would win over NO_COLOR and make Node warn.
  const { FORCE_COLOR, ...env } = process.env
  return new Promise(resolve => {
    const child = spawn(process.execPath, args, {
      cwd: root,
      env: { ...env, NO_COLOR: '1' },
      stdio: ['ignore', 'inherit', 'inherit'],
    })
    child.on('error', error => {
      console.error(error)
      resolve(false)
    })
    child.on('close', code => resolve(code === 0))
  })
}

/** The script behind a package's command: starts faster than npx and the same way on every system. */
function bin(packageName, command) {
  const folder = join(root, 'node_modules', packageName)
  const { bin: scripts } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'))
  return [join(folder, scripts[command])]
}
