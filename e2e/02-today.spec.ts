import { eq } from 'drizzle-orm'
import { Temporal } from 'temporal-polyfill'
import { inTransaction } from '@/db/client'
import { makeHousehold, makePlan, type Household, type World } from '@/db/factories/world'
import { client, practice, visit, visitAnimal } from '@/db/schema'
import { checkPage, expect, test } from './fixtures'

const now = () => Temporal.Now.instant()

/** A visit of an hour that begins so many minutes from now, wherever the working day is. */
async function put(world: World, home: Household, inMinutes: number, status: 'booked' | 'done' = 'booked') {
  const id = crypto.randomUUID()
  const from = now().add({ minutes: inMinutes }).round('minute')
  const during = { from, until: from.add({ minutes: 60 }) }
  await inTransaction({ practiceId: world.practiceId, role: 'system' }, async (tx) => {
    await tx.insert(visit).values({
      id,
      practiceId: world.practiceId,
      clientId: home.clientId,
      serviceId: world.serviceId,
      consultantId: world.consultant.memberId,
      localStart: from.toZonedDateTimeISO(world.zone).toPlainDateTime(),
      zone: world.zone,
      minutes: 60,
      place: 'home',
      during,
      blocked: during,
      status,
    })
    await tx
      .insert(visitAnimal)
      .values({ practiceId: world.practiceId, visitId: id, animalId: home.animalId })
  })
  return id
}

/** A zone in which it is about noon now: the visits around it are all today's. */
function noonZone(): string {
  const off = 12 - now().toZonedDateTimeISO('UTC').hour
  return off === 0 ? 'Etc/GMT' : `Etc/GMT${off > 0 ? '-' : '+'}${Math.abs(off)}`
}

async function livesAt(world: World, home: Household, lat: number, accessNotes: string) {
  await inTransaction({ practiceId: world.practiceId, role: 'system' }, (tx) =>
    tx
      .update(client)
      .set({ lat, lng: 15.44, accessNotes, zone: world.zone })
      .where(eq(client.id, home.clientId)),
  )
}

test('the day reads from home to home and is worked from the phone', async ({
  world,
  household,
  asConsultant,
}) => {
  const here = { ...world, zone: noonZone() }
  await inTransaction({ practiceId: world.practiceId, role: 'system' }, (tx) =>
    tx
      .update(practice)
      .set({ zone: here.zone, baseLat: 47.07, baseLng: 15.44 })
      .where(eq(practice.id, world.practiceId)),
  )
  const today = now().toZonedDateTimeISO(here.zone).toPlainDate()
  await makePlan(world, household, { stageKey: 'C3', enteredOn: today.subtract({ days: 12 }) })
  await livesAt(here, household, 47.09, 'Ring twice, then wait.')
  const other = await makeHousehold(world, { name: 'O’Neill', animal: 'Pfeffer' })
  await livesAt(here, other, 47.1, '')
  await put(here, other, -100, 'done')
  await put(here, household, 15)

  const page = await asConsultant()
  await page.goto('/today')
  const line = page.getByRole('list', { name: 'The day, from home to home' })
  await expect(line.getByRole('heading', { name: 'Done. O’Neill' })).toBeVisible()
  await expect(line.getByRole('heading', { name: 'Next. Berger' })).toBeVisible()
  await expect(line.getByText('Kiln Row 9, Graz').first()).toBeVisible()
  await expect(line.getByText('Ring twice, then wait.')).toBeVisible()
  await expect(line.getByText('Buckle and wear')).toBeVisible()
  await expect(line.getByText('Not enough yet: 3 more sessions.')).toBeVisible()
  await expect(line.getByText(/drive, leave by/).first()).toBeVisible()
  const needs = page.getByRole('region', { name: 'Needs you' })
  await expect(needs.getByText('No log for 12 days')).toBeVisible()
  await expect(
    page.getByRole('region', { name: 'Notes to sign' }).getByText('Nothing written yet.'),
  ).toBeVisible()
  await checkPage(page)

  await line.getByRole('button', { name: 'I have arrived' }).click()
  await expect(line.getByText('You are here.')).toBeVisible()
  await line.getByRole('link', { name: 'Open the visit' }).click()
  await expect(page.getByText('Under way')).toBeVisible()
  await expect(page.getByRole('link', { name: 'Record a session of Moth' })).toBeVisible()
  await checkPage(page)
  await page.getByRole('button', { name: 'I have left' }).click()
  await expect(page.getByRole('link', { name: 'Write the note' })).toBeVisible()

  await page.goto(`/print/day/${today}`)
  await expect(page.getByText('Ring twice, then wait.')).toBeVisible()
  await checkPage(page)
})

test('an empty day teaches the next step, and days turn', async ({ household, asConsultant }) => {
  const page = await asConsultant()
  await page.goto('/today')
  await expect(page.getByText('Your first visit will stand here')).toBeVisible()
  await page.getByRole('link', { name: 'The day after' }).click()
  await expect(page.getByText('Tomorrow.')).toBeVisible()
  await page.getByRole('link', { name: 'Back to today' }).click()
  await page.getByRole('link', { name: 'Book a visit' }).first().click()
  await expect(page.getByRole('link', { name: 'Berger' })).toBeVisible()
  expect(household.clientId).toBeTruthy()
})

test('the practice owner keeps the services', async ({ asBoss, asConsultant }) => {
  const page = await asBoss()
  await page.goto('/settings/services')
  await page.getByRole('link', { name: 'Add a service' }).click()
  await page.getByLabel('Name').fill('Follow-up call')
  await page.getByLabel('Length in minutes').fill('30')
  await page.getByRole('radio', { name: 'From afar: call or video' }).check()
  await page.getByRole('button', { name: 'Save the service' }).click()
  await expect(page.getByText('30 min, From afar: call or video')).toBeVisible()
  await checkPage(page)
  await page.getByRole('button', { name: 'Retire Follow-up call' }).click()
  await expect(page.getByRole('button', { name: 'Offer again Follow-up call' })).toBeVisible()
  const theirs = await asConsultant()
  await theirs.goto('/settings/services')
  await expect(theirs.getByText('Follow-up call')).toBeVisible()
  await expect(theirs.getByRole('link', { name: 'Add a service' })).toHaveCount(0)
})
