import react from '@vitejs/plugin-react'
import { playwright } from '@vitest/browser-playwright'
import type { Plugin } from 'vite'
import { defineConfig } from 'vitest/config'
import { chromiumLaunchOptions } from './tests/server/findChromium.mjs'

/** Nothing but the page's own files: no outbound request, no inline script or style. */
const policy = [
  "default-src 'none'",
  "script-src 'self'",
  "worker-src 'self'",
  "style-src 'self'",
  "img-src 'self' data: blob:",
  "font-src 'self'",
  "connect-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
].join('; ')

/** Built pages only: Vite's dev server needs inline scripts for reloading. */
const contentSecurityPolicy = (): Plugin => ({
  name: 'content-security-policy',
  apply: 'build',
  transformIndexHtml: html => ({
    html,
    tags: [
      {
        tag: 'meta',
        attrs: { 'http-equiv': 'Content-Security-Policy', content: policy },
        injectTo: 'head-prepend',
      },
    ],
  }),
})

/** Where there is no desktop, `npm start` only prints the address. */
const hasDesktop =
  process.platform !== 'linux' || Boolean(process.env['DISPLAY'] ?? process.env['WAYLAND_DISPLAY'])

export default defineConfig(({ mode }) => ({
  base: './',
  publicDir: mode === 'test' ? 'tests/server/public' : 'data',
  plugins: [react(), contentSecurityPolicy()],
  build: {
    target: 'es2022',
    assetsInlineLimit: 0,
    chunkSizeWarningLimit: 600,
    modulePreload: { polyfill: false },
    manifest: true,
  },
  server: { fs: { strict: true } },
  preview: { open: hasDesktop },
  optimizeDeps: {
    include: [
      'react',
      'react-dom/client',
      'react/jsx-runtime',
      'react/jsx-dev-runtime',
      'recharts',
      'zod',
      'docx',
      'pptxgenjs',
      'hucre/xlsx',
      'fflate',
      'idb',
      '@noble/hashes/sha2.js',
      '@noble/hashes/utils.js',
      'zustand',
      'zustand/middleware',
      '@tanstack/react-query',
      '@tanstack/react-router',
      '@tanstack/react-table',
      '@tanstack/react-virtual',
      'msw',
      'msw/browser',
      'axe-core',
    ],
  },
  test: {
    // Nothing here is timed: a busy machine may take its time with a thousand property runs.
    testTimeout: 60_000,
    projects: [
      {
        extends: true,
        test: {
          name: 'node',
          environment: 'node',
          include: ['tests/**/*.test.ts'],
          exclude: ['tests/**/*.browser.test.tsx', 'tests/journeys/**'],
        },
      },
      {
        extends: true,
        test: {
          name: 'browser',
          include: ['tests/**/*.browser.test.tsx'],
          browser: {
            enabled: true,
            headless: true,
            screenshotFailures: false,
            instances: [{ browser: 'chromium' }],
            provider: playwright({ launchOptions: mode === 'test' ? chromiumLaunchOptions() : {} }),
          },
        },
      },
    ],
  },
}))
