import { fileURLToPath } from 'node:url'
import { defineConfig } from '@playwright/test'
import type { Browser } from './browser'

const root = fileURLToPath(new URL('..', import.meta.url))
const browser = JSON.parse(process.env.DOORSTEP_BROWSER ?? '{"args":[]}') as Browser

/** Journeys that look or work otherwise at a desk, or reach a page there that no link leads to. */
const atADesk = /(01|02|05|06|09|10|13|15|16|21|23|24|26|29|32|33|40|43|49|50|90)-[^/]+\.spec\.ts$/

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
    // Every journey is made with a phone in the hand. Faults are the server's: once is enough.
    {
      name: 'phone',
      testIgnore: ['50-every-page.spec.ts', '90-faults.spec.ts'],
      use: { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true },
    },
    // At a desk every page is looked at, and what looks or works otherwise there is gone through.
    { name: 'desktop', testMatch: atADesk, use: { viewport: { width: 1280, height: 800 } } },
  ],
})
