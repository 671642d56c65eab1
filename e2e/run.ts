import { spawn } from 'node:child_process'
import { randomInt } from 'node:crypto'
import { once } from 'node:events'
import fs from 'node:fs'
import { fileURLToPath } from 'node:url'
import { chromium } from './browser'
import { liveServer } from './live-server'
import { photosOfJourneys, startApp, type RunningApp } from './server'

// npm run e2e [-- --fresh] [-- what playwright test takes]: all journeys in a random order, or the ones named.
// Uses the server of `npm run e2e:serve` where one runs, else builds and starts its own.

const given = process.argv.slice(2)
const fresh = given.includes('--fresh') || Boolean(process.env.CI)
const wishes = given.filter((wish) => wish !== '--fresh')
const root = fileURLToPath(new URL('..', import.meta.url))
const playwright = `${root}node_modules/@playwright/test/cli.js`

let app: RunningApp | undefined
try {
  const browser = await chromium(console.log)
  app = (fresh ? undefined : await liveServer()) ?? (await startApp())
  const seed = String(randomInt(1, 1_000_000))
  const order = wishes.some((wish) => wish.startsWith('--shuffle')) ? [] : ['--shuffle', seed]
  fs.rmSync(`${root}.cache/browser-results.json`, { force: true })
  const run = spawn(
    process.execPath,
    [playwright, 'test', '--config', `${root}e2e/playwright.config.ts`, ...order, ...wishes],
    {
      cwd: root,
      stdio: 'inherit',
      env: {
        ...process.env,
        DOORSTEP_ORIGIN: app.origin,
        DOORSTEP_BROWSER: JSON.stringify(browser),
        PHOTO_FOLDER: photosOfJourneys,
      },
    },
  )
  // The whole group gets a Ctrl-C; here it only means: wait for the tests to end, then clean up.
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => run.kill(signal))
  const [code] = (await once(run, 'exit')) as [number | null]
  process.exitCode = code ?? 1
} catch (error) {
  console.error(error instanceof Error ? error.message : error)
  process.exitCode = 1
} finally {
  await app?.stop()
}
