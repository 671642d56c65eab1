import { randomUUID } from 'node:crypto'
import type { BrowserContext, Page } from '@playwright/test'
import { eq } from 'drizzle-orm'
import { Temporal } from 'temporal-polyfill'
import { inTransaction } from '@/db/client'
import { makeNote } from '@/db/factories/note'
import { makePlan, makeVisit, type Household, type World } from '@/db/factories/world'
import { animal, liveEvent, photo, session } from '@/db/schema'
import { recordConsent } from '@/lib/data/consent'
import { consentSchema } from '@/lib/domain/client/schema'
import { readPdf } from '@/lib/paper/testing/read-pdf'
import { paths } from '@/lib/paths'
import { checkPage, expect, test } from './fixtures'
import { noteOf } from './note-of'
import { jpeg } from './pictures'

const today = () => Temporal.Now.plainDateISO('Europe/Vienna')
const asSystem = <T>({ practiceId }: World, run: Parameters<typeof inTransaction<T>>[1]) =>
  inTransaction({ practiceId, role: 'system' }, run)

/** A visit of today with two cats in training, one of which was seen a week ago. */
async function twoCats(world: World, household: Household) {
  const { practiceId } = world
  const ash = randomUUID()
  await asSystem(world, (tx) =>
    tx
      .insert(animal)
      .values({ practiceId, id: ash, clientId: household.clientId, name: 'Ash', species: 'cat' }),
  )
  const since = { stageKey: 'C3', enteredOn: today().subtract({ days: 2 }) }
  await makePlan(world, household, since)
  await makePlan(world, { ...household, animalId: ash }, since)
  const at = (daysAgo: number) => today().subtract({ days: daysAgo }).toPlainDateTime('10:15')
  const before = await makeVisit(world, household, { status: 'arrived', localStart: at(7) })
  await makeNote(world, before, {
    animals: [{ animalId: household.animalId, block: { latencyEatSec: 30 }, decision: 'stay' }],
    signedAt: Temporal.Now.instant().subtract({ hours: 24 * 7 }),
  })
  const { clientId } = household
  const agreed = { clientId, kind: 'recording', given: 'yes', givenBy: 'Lena', givenOn: today().toString() }
  await recordConsent(world.consultant, consentSchema.parse(agreed), Temporal.Now.instant())
  const animalIds = [household.animalId, ash]
  const visitId = await makeVisit(world, household, { status: 'arrived', localStart: at(0), animalIds })
  return { visitId, moth: household.animalId, ash }
}

const tap = (page: Page, name: string) => page.getByRole('button', { name, exact: true }).click()
const says = (page: Page, words: string) => expect(page.getByText(words, { exact: true })).toBeVisible()
const named = (page: Page, name: string) =>
  expect(page.getByRole('heading', { level: 1, name, exact: true })).toBeVisible()

/** A thumb drawn over the screen. */
async function swipe(page: Page, by: number) {
  const screen = page.getByRole('main')
  const finger = { pointerType: 'touch', clientY: 400 }
  await screen.dispatchEvent('pointerdown', { ...finger, clientX: 200 })
  await screen.dispatchEvent('pointerup', { ...finger, clientX: 200 + by })
}

/** The phone takes the app out of its memory; somebody opens it again. */
async function killed(page: Page, context: BrowserContext, address: string) {
  await page.close({ runBeforeUnload: false })
  const again = await context.newPage()
  await again.goto(address)
  return again
}

test.describe('on a phone', () => {
  test.use({ tolerated: [/ERR_INTERNET_DISCONNECTED|status of 409.*api\/sync/] })
  test.skip(({ isMobile }) => !isMobile, 'it is held in one hand')

  test('two cats from the doorbell to the car without a signal, and the summary is right', async ({
    world,
    household,
    asConsultant,
    asGuardian,
  }) => {
    test.slow()
    const { visitId, moth, ash } = await twoCats(world, household)
    let page = await asConsultant()
    const context = page.context()

    await test.step('today goes along, and at the doorbell the signal is gone', async () => {
      await page.goto(paths.today())
      await page.getByRole('link', { name: 'Take today with me' }).click()
      await expect(page.getByText('Today is on this phone.')).toBeVisible()
      await context.setOffline(true)
      await page.goto(paths.today())
      await expect(page).toHaveURL(/\/offline/)
      await page.getByRole('link', { name: 'Berger' }).click()
      await named(page, 'Berger')
    })

    await test.step('a photo waits on the phone', async () => {
      await page.goto(paths.visitPhotos(visitId))
      await page.getByLabel('Add photos or a video of Moth').setInputFiles(await jpeg('IMG_1.jpg'))
      const taken = page.getByRole('listitem').filter({ hasText: 'IMG_1.jpg' })
      await expect(taken).toContainText('On this phone.')
      await page.goto(paths.today())
      await page.getByRole('link', { name: 'Berger' }).click()
      await named(page, 'Berger')
    })

    await test.step('two cats are watched, one swipe apart, and every tap is on the phone', async () => {
      await page.getByRole('link', { name: 'Watch Moth live' }).click()
      await named(page, 'Moth')
      await tap(page, 'Start')
      await tap(page, 'Loose')
      await tap(page, 'Ears turned')
      await tap(page, 'Waiting')
      await tap(page, 'Food is offered')
      await tap(page, 'Ate')
      await says(page, 'on this phone: 5')
      await checkPage(page)
      await swipe(page, 120)
      await named(page, 'Ash')
      await tap(page, 'Start')
      await tap(page, 'Sniffing')
      await says(page, 'on this phone: 7')
    })

    await test.step('the tab is killed, and both are watched on', async () => {
      page = await killed(page, context, paths.watch(visitId, moth))
      await named(page, 'Moth')
      await expect(page.getByText('worst so far: watchful')).toBeVisible()
      await says(page, 'on this phone: 7')
      await tap(page, 'End')
      await tap(page, 'The animal decided')
      await checkPage(page)
    })

    await test.step('what was tapped is proposed, and nobody makes it kinder', async () => {
      await page.getByRole('link', { name: 'Look it over and keep it' }).click()
      await expect(page.getByRole('radio', { name: 'Watchful' })).toBeChecked()
      await expect(page.getByRole('checkbox', { name: 'Ears turned' })).toBeChecked()
      await expect(page.getByRole('radio', { name: 'Took it at once' })).toBeChecked()
      await checkPage(page)
      await page.getByRole('radio', { name: 'Loose', exact: true }).check()
      await page.getByRole('button', { name: 'Keep this session' }).click()
      await expect(page.getByText('The session of Moth is on this phone.')).toBeVisible()
      await page.getByRole('link', { name: 'Back to the home' }).click()
      await page.getByRole('link', { name: 'Watch Ash live' }).click()
      await expect(page.getByRole('button', { name: 'Sniffing, once' })).toBeVisible()
      await tap(page, 'Loose')
      await tap(page, 'End')
      await tap(page, 'The animal decided')
      await page.getByRole('link', { name: 'Look it over and keep it' }).click()
      await page.getByRole('button', { name: 'Keep this session' }).click()
      await expect(page.getByText('The session of Ash is on this phone.')).toBeVisible()
      await page.getByRole('link', { name: 'Back to the home' }).click()
    })

    await test.step('the note begins with what was measured, and outlives the tab as well', async () => {
      await page.getByRole('link', { name: 'Write the note' }).click()
      const ate = page.getByRole('textbox', { name: 'until it ate' })
      await expect(ate.first()).toHaveValue(/^[1-9]\d?$/)
      await expect(ate.last()).toHaveValue('')
      await ate.first().fill('4')
      await page.getByRole('textbox', { name: 'What Moth did' }).fill('Ate in the harness.')
      await page.getByRole('textbox', { name: 'What Ash did' }).fill('Sniffed it and stayed.')
      await page.getByRole('textbox', { name: 'A few words to the household' }).fill('Both were calm.')
      await expect(page.getByText('On this phone, not saved yet.')).toBeVisible()
      page = await killed(page, context, paths.note(visitId))
      await expect(page.getByRole('textbox', { name: 'What Ash did' })).toHaveValue('Sniffed it and stayed.')
      await expect(page.getByRole('textbox', { name: 'until it ate' }).first()).toHaveValue('4')
      await page.getByRole('textbox', { name: 'Only for the practice' }).fill('Lift is broken.')
      await expect(page.getByText('On this phone, not saved yet.')).toBeVisible()
    })

    await test.step('on the tablet somebody writes in the same place', async () => {
      const tablet = await asConsultant()
      await tablet.goto(paths.note(visitId))
      await tablet.getByRole('textbox', { name: 'Who was there' }).fill('Lena')
      await tablet.getByRole('textbox', { name: 'A few words to the household' }).fill('A good day.')
      await expect(tablet.getByText('Saved.', { exact: true })).toBeVisible()
      await tablet.close()
    })

    await test.step('in the car everything is sent once, and one difference is shown once', async () => {
      await context.setOffline(false)
      const asked = page.getByRole('alert').filter({ hasText: 'Two texts for one place' })
      await expect(asked).toContainText('A good day.')
      await expect(asked.getByRole('button', { name: 'Keep this' })).toHaveCount(1)
      await asked.getByRole('button', { name: 'Keep both, one after the other' }).click()
      await expect(page.getByText('Saved.', { exact: true })).toBeVisible()
      await expect(asked).toBeHidden()
      const written = await noteOf(world, visitId)
      expect(written).toMatchObject({
        internal: 'Lift is broken.',
        body: { letter: 'A good day.\nBoth were calm.', present: 'Lena' },
      })
      expect(written.blocks.find(({ seen }) => seen === 'Ate in the harness.')).toMatchObject({
        latencyEatSec: 4,
      })
      const [taps, sessions] = await asSystem(world, async (tx) => [
        await tx.select().from(liveEvent).where(eq(liveEvent.visitId, visitId)),
        await tx.select().from(session).where(eq(session.visitId, visitId)),
      ])
      expect([taps.filter((one) => one.animalId === moth).length, taps.length]).toEqual([6, 10])
      expect(sessions.map(({ animalId }) => animalId).sort()).toEqual([moth, ash].sort())
      expect(sessions.find(({ animalId }) => animalId === moth)).toMatchObject({
        stress: 1,
        signs: ['ears_turned'],
      })
      await page.goto(paths.onThisPhone())
      await expect(page.getByText('Everything that was written here is saved.')).toBeVisible()
      const photos = await asSystem(world, (tx) => tx.select().from(photo).where(eq(photo.visitId, visitId)))
      expect(photos.map(({ animalId }) => animalId)).toEqual([moth])
    })

    await test.step('it is decided and signed', async () => {
      await page.goto(paths.note(visitId))
      await page.getByRole('button', { name: 'Save and go on to the decision' }).click()
      await expect(page).toHaveURL(paths.decideNote(visitId))
      const stay = page.getByRole('radio', { name: 'Stay' })
      await expect(stay).toHaveCount(2)
      await stay.first().check()
      await stay.last().check()
      await page.getByRole('button', { name: 'Save and go on to homework' }).click()
      await expect(page).toHaveURL(paths.signNote(visitId))
      await page.getByRole('checkbox', { name: /I have read this note/ }).check()
      await page.getByRole('button', { name: 'Sign the note' }).click()
      await expect(page).toHaveURL(paths.summary(visitId))
    })

    await test.step('and the household reads it, on the page and on paper', async () => {
      const owner = await asGuardian(household)
      await owner.goto(paths.summary(visitId))
      const there = [
        'A good day.',
        'Both were calm.',
        'Ate after 4 s, 30 s last time',
        'Ate in the harness.',
        'Sniffed it and stayed.',
      ]
      for (const words of there) await expect(owner.getByText(words).first()).toBeVisible()
      await expect(owner.getByText('Lift is broken.')).toBeHidden()
      await expect(owner.getByRole('img', { name: 'Photo of Moth' })).toBeVisible()
      const pdf = await owner.getByRole('link', { name: 'PDF' }).getAttribute('href')
      const { pages } = await readPdf(await (await owner.request.get(pdf ?? '')).body())
      const printed = pages.map(({ text }) => text).join(' ')
      for (const words of [...there, 'Moth', 'Ash']) expect(printed).toContain(words)
      expect(printed).not.toContain('Lift is broken.')
    })
  })
})
