import { fileURLToPath } from 'node:url'
import { defineConfig } from '@playwright/test'
import type { Browser } from './browser'

const root = fileURLToPath(new URL('..', import.meta.url))
const browser = JSON.parse(process.env.DOORSTEP_BROWSER ?? '{"args":[]}') as Browser

/** Started by run.ts, which brings the app, its database and a browser. */
export default defineConfig({
  testDir: '.',
  testMatch: '*.spec.ts',
  outputDir: `${root}test-results`,
  fullyParallel: true,
  workers: 2,
  retries: 0,
  forbidOnly: Boolean(process.env.CI),
  timeout: 120_000,
  expect: { timeout: 10_000 },
  reporter: [['list'], ['json', { outputFile: `${root}.cache/browser-results.json` }]],
  use: {
    baseURL: process.env.DOORSTEP_ORIGIN ?? '',
    actionTimeout: 20_000,
    locale: 'en-GB',
    // Far from every practice in the tests: a page that shows the browser's time is caught.
    timezoneId: 'Pacific/Auckland',
    contextOptions: { reducedMotion: 'reduce' },
    trace: 'retain-on-failure',
    screenshot: 'only-on-failure',
    launchOptions: {
      args: browser.args,
      ...(browser.executablePath ? { executablePath: browser.executablePath } : {}),
      ...(browser.env ? { env: browser.env } : {}),
    },
  },
  projects: [
    // Faults are the server's: once is enough.
    {
      name: 'phone',
      testIgnore: '90-faults.spec.ts',
      use: { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true },
    },
    { name: 'desktop', use: { viewport: { width: 1280, height: 800 } } },
  ],
})
