import { randomUUID } from 'node:crypto'
import { eq } from 'drizzle-orm'
import { Temporal } from 'temporal-polyfill'
import { inTransaction } from '@/db/client'
import { makePlan, makeVisit, type Household, type World } from '@/db/factories/world'
import { animal, liveEvent } from '@/db/schema'
import { paths } from '@/lib/paths'
import type { Page } from '@playwright/test'
import { checkPage, expect, test } from './fixtures'

/** A visit of today where the consultant is, with two cats: Moth on the leash, Ivo turning his head for the drape. */
async function twoCats(world: World, household: Household) {
  const { practiceId, zone } = world
  const ivo = randomUUID()
  await inTransaction({ practiceId, role: 'system' }, (tx) =>
    tx
      .insert(animal)
      .values({ practiceId, id: ivo, clientId: household.clientId, name: 'Ivo', species: 'cat' }),
  )
  await makePlan(world, household, { stageKey: 'C6' })
  await makePlan(world, { ...household, animalId: ivo }, { stageKey: 'C2' })
  const localStart = Temporal.Now.zonedDateTimeISO(zone).toPlainDateTime().round('minute')
  const animalIds = [household.animalId, ivo]
  const visitId = await makeVisit(world, household, { localStart, animalIds, status: 'arrived' })
  return { visitId, moth: household.animalId, ivo }
}

const tapsAt = ({ practiceId }: World, visitId: string) =>
  inTransaction({ practiceId, role: 'system' }, (tx) => tx.$count(liveEvent, eq(liveEvent.visitId, visitId)))

const tap = (page: Page, name: string) => page.getByRole('button', { name, exact: true }).click()
const saved = (page: Page) => expect(page.getByText('saved', { exact: true })).toBeVisible()

test.describe('on a phone, with one hand', () => {
  test.use({ tolerated: [/ERR_FAILED.*sync|ERR_INTERNET_DISCONNECTED/] })

  test('two cats are watched at once, and what was tapped becomes the session and the note', async ({
    world,
    household,
    asConsultant,
  }) => {
    test.slow()
    const { visitId, moth } = await twoCats(world, household)
    const page = await asConsultant({ viewport: { width: 390, height: 844 }, hasTouch: true })

    await test.step('from the visit to a whole screen, where any tap starts the clock', async () => {
      await page.goto(`/visits/${visitId}`)
      await page.getByRole('link', { name: 'Watch Moth live' }).click()
      await expect(page.getByRole('heading', { name: 'Moth', level: 1 })).toBeVisible()
      await expect(page.getByText('Any tap starts the clock.')).toBeVisible()
      await tap(page, 'Start')
      await tap(page, 'Loose')
      await tap(page, 'Harness on')
      await tap(page, 'Ears turned')
      await tap(page, 'Sniffing')
      await tap(page, 'Waiting')
      await tap(page, 'Food is offered')
      await tap(page, 'Ate')
      await expect(page.getByText('worst so far: watchful')).toBeVisible()
      await saved(page)
    })

    await test.step('a tap is taken back, and a sign lifts the body by itself', async () => {
      await tap(page, 'Crouch')
      await expect(page.getByRole('button', { name: 'Crouch, once' })).toBeVisible()
      await page.getByRole('button', { name: /^Undo/ }).click()
      await expect(page.getByText('Taken back: Crouch')).toBeAttached()
      await expect(page.getByRole('button', { name: 'Crouch', exact: true })).toBeVisible()
      await tap(page, 'Lip lick')
      await page.getByRole('button', { name: 'Lip lick, once' }).click()
      await tap(page, 'Signs: More')
      await tap(page, 'Hiss or growl')
      await expect(page.getByText('worst so far: fearful')).toBeVisible()
      await expect(page.getByRole('button', { name: 'Fearful' })).toHaveAttribute('aria-pressed', 'true')
      await tap(page, 'What was about')
      await tap(page, 'Dog')
      await tap(page, 'Medium (5–20 m)')
      await tap(page, 'Something happened')
      await tap(page, 'Tangled and panicked')
      await checkPage(page)
    })

    await test.step('the other cat is a tap away, and both clocks run on', async () => {
      await page.getByRole('button', { name: /^Ivo/ }).click()
      await expect(page).toHaveURL(/live/)
      await expect(page.getByRole('heading', { name: 'Ivo', level: 1 })).toBeVisible()
      await tap(page, 'It worked')
      await tap(page, 'It worked')
      await tap(page, 'Not this time')
      await expect(page.getByText('2 of 3')).toBeVisible()
      await checkPage(page)
      await page.getByRole('button', { name: /^Moth/ }).click()
      await expect(page.getByText('worst so far: fearful')).toBeVisible()
    })

    await test.step('a reload loses nothing', async () => {
      await saved(page)
      await page.reload()
      await expect(page.getByText('worst so far: fearful')).toBeVisible()
      await expect(page.getByRole('button', { name: 'Lip lick, 2 times' })).toBeVisible()
      await page.getByRole('button', { name: /^Ivo/ }).click()
      await expect(page.getByText('2 of 3')).toBeVisible()
      await page.getByRole('button', { name: /^Moth/ }).click()
    })

    await test.step('without signal the page says so, and sends when it is back', async () => {
      await page.route('**/api/sync/v1', (route) => route.abort())
      await tap(page, 'Calm again')
      await expect(page.getByText('on this phone: 1')).toBeVisible()
      await page.unroute('**/api/sync/v1')
      await page.evaluate(() => window.dispatchEvent(new Event('online')))
      await saved(page)
    })

    await test.step('its end opens the session, filled in', async () => {
      await tap(page, 'End')
      await tap(page, 'The animal decided')
      await expect(page.getByRole('heading', { name: 'What was seen' })).toBeVisible()
      await checkPage(page)
      await page.getByRole('link', { name: 'Look it over and keep it' }).click()
      await expect(page.getByRole('heading', { name: 'Record a session' })).toBeVisible()
      await expect(page.getByRole('radio', { name: 'Fearful' })).toBeChecked()
      await expect(page.getByRole('checkbox', { name: 'Lip lick' })).toBeChecked()
      await expect(page.getByRole('checkbox', { name: 'Sniffing' })).toBeChecked()
      for (const name of ['Tail flick', 'Rolling', 'Cat'])
        await expect(page.getByRole('checkbox', { name, exact: true })).not.toBeChecked()
      await expect(page.getByRole('radio', { name: 'Took it at once' })).toBeChecked()
      await expect(page.getByRole('radio', { name: 'The animal decided' })).toBeChecked()
      await checkPage(page)
    })

    await test.step('nobody makes it kinder than it was', async () => {
      await page.getByRole('radio', { name: 'Loose' }).check()
      await page.getByRole('checkbox', { name: 'Hiss or growl' }).uncheck()
      await page.getByRole('checkbox', { name: 'Tangled and panicked' }).uncheck()
      await page.getByRole('button', { name: 'Keep this session' }).click()
      await expect(page.getByRole('heading', { name: 'Session of Moth' })).toBeVisible()
      await expect(page.getByText('Fearful', { exact: true })).toBeVisible()
      await expect(page.getByText('Ears turned, Lip lick, Hiss or growl')).toBeVisible()
      await expect(
        page.getByRole('heading', { name: 'First of all' }).or(page.getByText('Enough for now')).first(),
      ).toBeVisible()
    })

    await test.step('the timeline stays with the session, without what was taken back', async () => {
      await page.getByText(/^Every tap/).click()
      const taps = page.getByRole('list').filter({ hasText: 'Food is offered' })
      await expect(taps).toContainText('Dog, medium (5–20 m)')
      await expect(taps).not.toContainText('Crouch')
      await checkPage(page)
      await page.goto(`/visits/${visitId}/sessions/new?animal=${moth}`)
      await expect(page.getByRole('radio', { name: 'Fearful' })).not.toBeChecked()
    })

    await test.step('and the note of the visit begins with what was measured', async () => {
      await page.goto(`/visits/${visitId}/note`)
      await expect(page.getByLabel(/Nearest trigger/).first()).toHaveValue('Dog')
    })
  })

  test('taps outlive a killed tab, and any page sends them', async ({ world, household, asConsultant }) => {
    const { visitId, moth } = await twoCats(world, household)
    let page = await asConsultant({ viewport: { width: 390, height: 844 }, hasTouch: true })
    await page.goto(paths.visit(visitId))
    await page.getByRole('link', { name: 'Watch Moth live' }).click()
    await tap(page, 'Start')
    await saved(page)
    const context = page.context()
    await context.setOffline(true)
    await tap(page, 'Loose')
    await tap(page, 'Ears turned')
    await tap(page, 'End')
    await tap(page, 'The animal decided')
    await expect(page.getByText('on this phone: 3')).toBeVisible()
    await expect(page.getByText('It opens when every tap is saved.')).toBeVisible()
    await page.close({ runBeforeUnload: false })

    await context.setOffline(false)
    page = await context.newPage()
    await page.goto(paths.clients())
    await expect.poll(() => tapsAt(world, visitId)).toBe(4)
    await page.goto(paths.watch(visitId, moth))
    await page.getByRole('link', { name: 'Look it over and keep it' }).click()
    await expect(page.getByRole('radio', { name: 'Watchful' })).toBeChecked()
  })
})

test('everything works by keyboard, with letters in view', async ({ world, household, asConsultant }) => {
  const { visitId, moth } = await twoCats(world, household)
  const page = await asConsultant({
    viewport: { width: 1280, height: 800 },
    hasTouch: false,
    isMobile: false,
  })
  await page.goto(`/visits/${visitId}/live/${moth}`)
  await expect(page.getByText('Any tap starts the clock.')).toBeVisible()
  const keys = page.getByRole('button', { name: 'Keys' })
  await expect(keys).toHaveAttribute('aria-pressed', 'true')
  await expect(async () => {
    await page.keyboard.press('e')
    await expect(page.getByRole('button', { name: 'End' })).toBeVisible({ timeout: 500 })
  }).toPass()
  await page.keyboard.press('2')
  await expect(page.getByText('worst so far: watchful')).toBeVisible()
  await page.keyboard.press('s')
  await expect(page.getByRole('dialog', { name: 'Signs' })).toBeVisible()
  await checkPage(page)
  await page.keyboard.press('Escape')
  await expect(page.getByRole('dialog')).toHaveCount(0)
  await page.keyboard.press('t')
  await page.keyboard.press('d')
  await page.keyboard.press('n')
  await expect(page.getByText('Dog, near', { exact: false }).first()).toBeAttached()
  await page.keyboard.press('z')
  await expect(page.getByText('Taken back: Dog', { exact: false })).toBeAttached()
  await page.keyboard.press('ArrowLeft')
  await expect(page.getByRole('heading', { name: 'Ivo', level: 1 })).toBeVisible()
  await page.keyboard.press('y')
  await expect(page.getByText('1 of 1')).toBeVisible()
  await page.keyboard.press('ArrowRight')

  // Who speaks to the machine turns the letters off.
  await keys.click()
  await page.keyboard.press('5')
  await expect(page.getByText('worst so far: watchful')).toBeVisible()
  await keys.click()
  await page.keyboard.press('e')
  await expect(page.getByRole('dialog', { name: 'End' })).toBeVisible()
  await page.keyboard.press('Tab')
  await page.keyboard.press('Tab')
  await page.keyboard.press('Enter')
  await expect(page.getByRole('heading', { name: 'What was seen' })).toBeVisible()
  await page.getByRole('link', { name: 'Look it over and keep it' }).focus()
  await page.keyboard.press('Enter')
  await expect(page.getByRole('radio', { name: 'Watchful' })).toBeChecked()
})

test('what is watched live is there for those who train, and for nobody else', async ({
  world,
  household,
  asAssistant,
  asGuardian,
}) => {
  const { visitId, moth } = await twoCats(world, household)
  for (const page of [await asAssistant(), await asGuardian(household)]) {
    const answer = await page.request.get(`/visits/${visitId}/live/${moth}`)
    expect(answer.url().includes('/live/') ? answer.status() : 404).toBe(404)
  }
})
