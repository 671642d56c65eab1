import { eq } from 'drizzle-orm'
import { Temporal } from 'temporal-polyfill'
import type { Page } from '@playwright/test'
import { inTransaction } from '@/db/client'
import { makeHousehold, makeVisit, type Household, type World } from '@/db/factories/world'
import { service } from '@/db/schema'
import { checkPage, expect, test } from './fixtures'

/** A weekday some days ahead, so that everybody works and may still wait. */
const day = () => Temporal.Now.zonedDateTimeISO('Europe/Vienna').toPlainDate().add({ days: 6 })

/** A visit that will be called off, of a household that does not wait. */
async function visitToCancel(world: World): Promise<string> {
  await inTransaction({ practiceId: world.practiceId, role: 'system' }, (tx) =>
    tx.update(service).set({ ownerMayBook: true }).where(eq(service.id, world.serviceId)),
  )
  const gone = await makeHousehold(world, { name: 'Novak', animal: 'Zora' })
  return makeVisit(world, gone, { localStart: day().toPlainDateTime('10:00') })
}

async function putsItselfOnTheList(owner: Page) {
  await owner.goto('/home/visits')
  await owner.getByRole('link', { name: 'Wait for a free time' }).click()
  await expect(owner.getByRole('heading', { level: 1, name: 'Wait for a free time' })).toBeVisible()
  await owner.getByLabel('Not before').fill('09:00')
  await owner.getByLabel('Anything to know').fill('At home within the hour 🐈')
  await checkPage(owner)
  await owner.getByRole('button', { name: 'Wait for a time' }).click()
  await expect(owner.getByRole('heading', { name: 'Waiting for a visit' })).toBeVisible()
}

async function cancels(page: Page, visitId: string) {
  await page.goto(`/visits/${visitId}`)
  await page.getByText('Call it off').first().click()
  await page.getByLabel('Reason').fill('The family is ill.')
  await page.getByRole('button', { name: 'Call off the visit' }).click()
  await expect(page.getByRole('heading', { name: 'The free time' })).toBeVisible()
}

test('a cancelled visit is offered to who waits and fits; the owner takes it, without script', async ({
  world,
  household,
  asGuardian,
  asConsultant,
  mails,
}) => {
  test.slow()
  const visitId = await visitToCancel(world)
  const owner = await asGuardian(household, { javaScriptEnabled: false })
  await putsItselfOnTheList(owner)

  const page = await asConsultant()
  await page.goto('/waiting')
  await expect(page.getByText('One household waits for a visit.')).toBeVisible()
  await checkPage(page)
  await cancels(page, visitId)
  await expect(page.getByText(/adds \d+ min of driving/)).toBeVisible()
  await checkPage(page)
  await page.getByLabel('Time to answer').selectOption({ label: '4 hours' })
  await page.getByRole('button', { name: 'Offer to Berger' }).click()
  await expect(page.getByText('may answer until')).toBeVisible()
  await checkPage(page)
  const [offered] = await mails(household.email)
  expect(offered?.subject).toContain('A time is free')

  await owner.goto('/home/visits')
  await expect(owner.getByText(/^Free for you/)).toBeVisible()
  await checkPage(owner)
  await owner.getByRole('button', { name: 'Yes, please book it' }).click()
  await expect(owner.getByRole('link', { name: /^Move or cancel/ })).toBeVisible()
  await expect(owner.getByText('Waiting for a visit')).toHaveCount(0)

  await page.reload()
  await expect(page.getByText('took it')).toBeVisible()
  await page.goto('/waiting')
  await expect(page.getByText('Nobody waits for a visit.')).toBeVisible()
})

test('one after another: a no goes to the next by itself', async ({
  world,
  household,
  asGuardian,
  asConsultant,
}) => {
  test.slow()
  const visitId = await visitToCancel(world)
  const next: Household = await makeHousehold(world, { name: 'O’Neill', animal: 'Pfeffer' })
  const phone = { viewport: { width: 390, height: 844 } }
  const first = await asGuardian(household, phone)
  await putsItselfOnTheList(first)

  const page = await asConsultant()
  await page.goto(`/clients/${next.clientId}`)
  await page.getByRole('link', { name: 'Put on the waiting list' }).click()
  await expect(page.getByRole('heading', { level: 1, name: 'O’Neill waits for a visit' })).toBeVisible()
  await checkPage(page)
  await page.getByRole('button', { name: 'Wait for a time' }).click()
  await expect(page.getByText('2 households wait for a visit.')).toBeVisible()

  await cancels(page, visitId)
  await page.getByText('To one after another').click()
  await checkPage(page)
  await page.getByRole('button', { name: 'Ask one after another' }).click()
  await expect(page.getByText('may answer until')).toHaveCount(1)
  await expect(page.getByText('comes next')).toBeVisible()

  const second = await asGuardian(next, phone)
  await second.goto('/home/visits')
  await expect(second.getByText(/^Free for you/)).toHaveCount(0)
  await first.goto('/home/visits')
  await first.getByRole('button', { name: 'No, thank you' }).click()
  await expect(first.getByText('You said no to')).toBeVisible()
  await second.reload()
  await second.getByRole('button', { name: 'Yes, please book it' }).click()
  await expect(second.getByRole('link', { name: /^Move or cancel/ })).toBeVisible()
  await page.reload()
  await expect(page.getByText('said no')).toBeVisible()
  await expect(page.getByText('took it')).toBeVisible()
})
