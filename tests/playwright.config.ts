import { fileURLToPath } from 'node:url'
import { defineConfig } from '@playwright/test'
import { chromiumLaunchOptions } from './server/findChromium.mjs'

const root = fileURLToPath(new URL('..', import.meta.url))
const cache = `${root}node_modules/.cache`

/** A folder below the host's top: an address that starts with / by mistake would not be found. */
const path = '/a/b/par/'
const port = 4179
const baseURL = `http://127.0.0.1:${port}${path}`

// Playwright sets FORCE_COLOR for the processes it starts; each would warn about having both.
Reflect.deleteProperty(process.env, 'NO_COLOR')

export default defineConfig({
  testDir: './journeys',
  testMatch: '**/*.journey.ts',
  fullyParallel: true,
  workers: 2,
  retries: 0,
  // Room for a busy machine; what must be quick is measured elsewhere.
  timeout: 120_000,
  expect: { timeout: 20_000 },
  outputDir: `${cache}/journeys`,
  reporter: [['list'], ['json', { outputFile: `${cache}/journeys.json` }]],
  use: {
    baseURL,
    browserName: 'chromium',
    headless: true,
    launchOptions: chromiumLaunchOptions(),
    locale: 'vi-VN',
    timezoneId: 'Asia/Ho_Chi_Minh',
    viewport: { width: 1366, height: 768 },
    reducedMotion: 'reduce',
    screenshot: 'only-on-failure',
  },
  webServer: {
    command: `node tests/server/serve.mjs dist ${port} ${path}`,
    cwd: root,
    port, // not url: Playwright would ask for that through an HTTP_PROXY of the machine
    // Somebody else's server on this port would be tested instead of ours.
    reuseExistingServer: false,
    stdout: 'ignore',
    stderr: 'pipe',
  },
})
