import fs from 'node:fs'
import path from 'node:path'
import { gzipSync } from 'node:zlib'
import { chromium as launcher, type BrowserContext } from '@playwright/test'
import { closeDatabase } from '@/db/client'
import { chromium } from '../browser'
import { environment, serverLog, startApp } from '../server'
import { freePort, root, startNext } from '../next-process'
import { sessionCookieFor } from '../session'
import { startBare } from './bare-page'
import { pages, type MeasuredPage } from './pages'
import { practiceOf, type Practice } from './practice-of'

// npm run measure: prints figures and judges none. Queries are those of one request, without begin, the
// transaction's settings and commit; JavaScript is what a browser with an empty cache receives, gzip -9.

const sizes = [1, 40, 400]
const rounds = 20

const { executablePath, args, env } = await chromium()
const browser = await launcher.launch({
  args,
  ...(executablePath ? { executablePath } : {}),
  ...(env ? { env } : {}),
})
const bare = await startBare()
const app = await startApp({ counting: true })
try {
  const floor = await shippedTo(await browser.newContext(), bare.origin)
  console.log(
    `A bare page ships ${floor.toFixed(1)} kB of JavaScript; times are the middle one of ${rounds}.`,
  )
  const practices: Practice[] = []
  for (const rows of sizes) practices.push(await practiceOf(rows))
  console.log(
    row(['page', ...sizes.map((rows) => `queries, ${rows}`), 'kB over bare', 'ms', 'of bare', 'kB of HTML']),
  )
  for (const page of pages) console.log(row(await measured(page, practices, floor)))
  console.log(await coldStarts())
} finally {
  await closeDatabase()
  await browser.close()
  await app.stop()
  await bare.stop()
}

async function measured(page: MeasuredPage, practices: Practice[], floor: number) {
  const queries: string[] = []
  let last = { js: 0, ms: 0, bare: 1, html: 0 }
  for (const practice of practices) {
    const address = app.origin + page.address(practice)
    const cookie = await cookieOf(page, practice)
    const headers = cookie ? { cookie: `${cookie.name}=${cookie.value}` } : {}
    const first = await fetch(address, { headers, redirect: 'manual' })
    if (first.status !== 200) return [page.name, `answers ${first.status}`]
    const html = Buffer.from(await first.arrayBuffer()).length / 1024
    const before = counted()
    await (await fetch(address, { headers })).arrayBuffer()
    queries.push(String(counted() - before))
    if (practice !== practices.at(-1)) continue
    const context = await browser.newContext()
    if (cookie) await context.addCookies([cookie])
    const js = await shippedTo(context, address)
    // Right after each other, so that both meet the same load of the machine.
    last = { js, ms: await median(address, headers), bare: await median(bare.origin), html }
  }
  const allowed = `${(last.js - floor).toFixed(1)}${page.form ? ' (form)' : ''}`
  return [
    page.name,
    ...queries,
    allowed,
    last.ms.toFixed(1),
    (last.ms / last.bare).toFixed(1),
    last.html.toFixed(0),
  ]
}

async function cookieOf({ as }: MeasuredPage, { world, household }: Practice) {
  if (as === 'nobody') return null
  return sessionCookieFor(as === 'owner' ? household.guardian.userId : world.consultant.userId, app.origin)
}

/** Kilobytes of script that reach a browser until the network rests, those loaded late among them. */
async function shippedTo(context: BrowserContext, address: string): Promise<number> {
  const page = await context.newPage()
  const scripts = new Map<string, Promise<Buffer>>()
  page.on('response', (response) => {
    if (response.request().resourceType() === 'script') scripts.set(response.url(), response.body())
  })
  await page.goto(address, { waitUntil: 'networkidle' })
  const bodies = await Promise.all(scripts.values())
  await context.close()
  return bodies.reduce((sum, body) => sum + gzipSync(body, { level: 9 }).length, 0) / 1024
}

/** Milliseconds of one request after another, the middle one. */
async function median(address: string, headers: Record<string, string> = {}): Promise<number> {
  const times: number[] = []
  for (let round = 0; round < rounds + 5; round++) {
    const began = performance.now()
    await (await fetch(address, { headers })).arrayBuffer()
    if (round >= 5) times.push(performance.now() - began)
  }
  return times.sort((a, b) => a - b)[Math.floor(times.length / 2)] ?? 0
}

/** How often the server has said `query` so far (DOORSTEP_COUNT_QUERIES). */
function counted(): number {
  return fs.readFileSync(serverLog, 'utf8').split(/^query \d+$/m).length - 1
}

async function coldStarts(): Promise<string> {
  const ours: number[] = []
  const theirs: number[] = []
  const log = path.join(root, '.cache', 'cold.log')
  for (let round = 0; round < 3; round++) {
    const origin = `http://127.0.0.1:${await freePort()}`
    const env = environment('.cache/app', origin)
    const server = await startNext({ mode: 'start', folder: root, origin, env, log, first: '/sign-in' })
    ours.push(server.ms)
    await server.stop()
    const other = await startBare()
    theirs.push(other.ms)
    await other.stop()
  }
  const [mine = 0, floor = 0] = [ours, theirs].map((times) => times.sort((a, b) => a - b)[1] ?? 0)
  return `Cold start to the first page: ${mine.toFixed(0)} ms, bare ${floor.toFixed(0)} ms, ${(mine / floor).toFixed(1)} times.`
}

function row(cells: string[]): string {
  return cells.map((cell, at) => (at === 0 ? cell.padEnd(20) : cell.padStart(14))).join('')
}
