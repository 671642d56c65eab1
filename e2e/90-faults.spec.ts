import { randomInt } from 'node:crypto'
import { Temporal } from 'temporal-polyfill'
import type { Page } from '@playwright/test'
import { makePlan, type Household, type World } from '@/db/factories/world'
import { paths } from '@/lib/paths'
import { logsOf, logWriter, type Log } from './faults/log-writer'
import { startOwnPractice } from './faults/own-practice'
import { isReady, startOwn, type Running } from './faults/process'
import { expect, test } from './fixtures'
import { freePort } from './next-process'
import { apartForJourneys, environment } from './server'

// Faults on purpose, in servers of these tests' own: other journeys never notice.

const typed = 'She slept in the harness, on her back.'
const keptHere = (page: Page) => page.getByRole('status').filter({ hasText: 'Kept on this phone.' })
const note = (page: Page) => page.getByRole('textbox', { name: 'Anything else' })
const save = (page: Page) => page.getByRole('button', { name: 'Save' }).click()
const inOrder = (logs: readonly Log[]) => logs.map(({ id, note }) => ({ id, note, told: 1 }))
const byNote = (logs: readonly Log[]) => logs.map(({ note }) => note).sort()

/** A cat in training, and the guardian's log open with something typed into it. */
async function beginLog(world: World, household: Household, page: Page) {
  const today = Temporal.Now.plainDateISO(world.zone)
  await makePlan(world, household, { stageKey: 'C5', enteredOn: today.subtract({ days: 4 }) })
  await page.goto(paths.homeLog())
  await page.getByRole('radio', { name: 'Loose', exact: true }).check()
  await note(page).fill(typed)
}

async function writerBeside(page: Page, origin: string) {
  const cookies = await page.context().cookies(origin)
  return logWriter(origin, cookies.map(({ name, value }) => `${name}=${value}`).join('; '))
}
type Writer = Awaited<ReturnType<typeof writerBeside>>

/** Three logs to learn how long one takes; then more, until `fault` struck at a moment within the next eight. */
async function writeUntil(fault: () => Promise<void> | void, writer: Writer): Promise<void> {
  const began = performance.now()
  for (let n = 0; n < 3; n++) expect(await writer.send(writer.next())).toBe(true)
  const one = (performance.now() - began) / 3
  const moment = randomInt(Math.ceil(8 * one))
  test.info().annotations.push({ type: 'the fault', description: `${moment} ms in, one log takes ${one} ms` })
  let struck: Promise<void> | undefined
  setTimeout(() => (struck = Promise.resolve(fault())), moment)
  while (!struck) await writer.send(writer.next())
  await struck
}

test.describe('the web process', () => {
  test.use({ tolerated: [/net::ERR_(CONNECTION|EMPTY|SOCKET)|Failed to fetch/] })
  let origin: string
  let web: Running
  let start: () => Promise<Running>

  test.beforeAll(async () => {
    test.setTimeout(120_000)
    origin = `http://127.0.0.1:${await freePort()}`
    const env = environment(apartForJourneys, origin)
    const { hostname, port } = new URL(origin)
    const args = ['node_modules/next/dist/bin/next', 'start', '-H', hostname, '-p', port]
    start = () => startOwn({ args, env, origin, log: 'faults-web.log' })
    web = await start()
  })
  test.afterAll(() => web.stop())

  test('killed in the middle of writing loses nothing it acknowledged, and an open log is kept on the phone and sent later', async ({
    world,
    household,
    asGuardian,
  }) => {
    test.setTimeout(120_000)
    const page = await asGuardian(household, { baseURL: origin })
    await beginLog(world, household, page)
    const writer = await writerBeside(page, origin)
    await writeUntil(() => web.kill(), writer)

    await save(page)
    await expect(keptHere(page)).toBeVisible()

    web = await start()
    const besides = async () => (await logsOf(world, household)).filter((log) => log.note !== typed)
    const kept = await besides()
    expect(byNote(kept)).toEqual(expect.arrayContaining(byNote(writer.acknowledged)))
    expect(byNote(writer.sent)).toEqual(expect.arrayContaining(byNote(kept)))
    for (const log of writer.sent) expect(await writer.send(log), `${log.note}, once more`).toBe(true)
    expect(await besides()).toEqual(inOrder(writer.sent))

    await page.goto(paths.home())
    const all = async () => byNote(await logsOf(world, household))
    await expect.poll(all).toEqual([...writer.sent.map((log) => log.note), typed].sort())
  })
})

test.describe('the database', () => {
  test.describe.configure({ mode: 'default' })
  test.use({ tolerated: [/^500 \/(home|api\/)|status of 500|React error #441|Failed to fetch/] })
  let own: Awaited<ReturnType<typeof startOwnPractice>>

  test.beforeAll(async () => {
    test.setTimeout(120_000)
    own = await startOwnPractice()
  })
  test.afterAll(() => own.stop())

  test('killed in the middle of writing comes back by itself with everything it acknowledged', async ({
    world,
    household,
    asGuardian,
  }) => {
    test.setTimeout(120_000)
    const page = await asGuardian(household, { baseURL: own.origin })
    await beginLog(world, household, page)
    const writer = await writerBeside(page, own.origin)
    const before = own.postmaster()
    await writeUntil(() => void process.kill(before ?? 0, 'SIGKILL'), writer)

    // Backends that outlive their server for a moment still answer.
    const anew = async () => own.postmaster() !== before && (await isReady(own.origin))
    await expect.poll(anew, { timeout: 60_000 }).toBe(true)
    expect(own.running.lives()).toBe(true)
    const reads = () =>
      logsOf(world, household).then(
        () => true,
        () => false,
      )
    await expect.poll(reads, { timeout: 30_000 }).toBe(true)
    const kept = await logsOf(world, household)
    expect(byNote(kept)).toEqual(expect.arrayContaining(byNote(writer.acknowledged)))
    expect(byNote(writer.sent)).toEqual(expect.arrayContaining(byNote(kept)))
    for (const log of writer.sent) expect(await writer.send(log), `${log.note}, once more`).toBe(true)
    expect(byNote(await logsOf(world, household))).toEqual(byNote(writer.sent))
    expect((await logsOf(world, household)).every(({ told }) => told === 1)).toBe(true)

    await save(page)
    await expect(page).toHaveURL(/\/home\/log\/done\?session=/)
  })

  test('silent for a while: a page says so in time, an open log is kept on the phone, and both work again', async ({
    world,
    household,
    asGuardian,
  }) => {
    test.setTimeout(120_000)
    const page = await asGuardian(household, { baseURL: own.origin })
    await beginLog(world, household, page)
    const other = await page.context().newPage()

    const thaw = await own.freeze()
    try {
      const began = performance.now()
      const [answer] = await Promise.all([other.goto(paths.home()), save(page)])
      expect(answer?.status()).toBe(500)
      expect((performance.now() - began) / 1000, 'seconds until the page answers').toBeLessThan(15)
      expect(await answer?.text()).not.toMatch(
        /DatabaseSilent|postgres|select |node_modules|at async|\.tsx?:\d/,
      )
      await expect(other.getByRole('heading', { level: 1 })).toHaveText('Something went wrong on our side')
      await expect(keptHere(page)).toBeVisible()
    } finally {
      await thaw()
    }

    await expect.poll(() => isReady(own.origin), { timeout: 30_000 }).toBe(true)
    await other.getByRole('button', { name: 'Try again' }).click()
    await expect(other.getByRole('heading', { level: 1 })).toContainText('Moth')
    await page.goto(paths.home())
    await expect.poll(async () => byNote(await logsOf(world, household))).toEqual([typed])
    expect(own.running.lives()).toBe(true)
  })
})
