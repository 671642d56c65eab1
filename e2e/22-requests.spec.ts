import { eq } from 'drizzle-orm'
import { Temporal } from 'temporal-polyfill'
import type { Page } from '@playwright/test'
import { inTransaction } from '@/db/client'
import { makeHousehold, makeVisit, type Household, type World } from '@/db/factories/world'
import { practice, service, visitRequest } from '@/db/schema'
import { checkPage, expect, test } from './fixtures'

const today = () => Temporal.Now.zonedDateTimeISO('Europe/Vienna').toPlainDate()

/** Owners may ask for the one service, two days ahead; they reach the practice by phone. */
const openToOwners = ({ practiceId, serviceId }: World) =>
  inTransaction({ practiceId, role: 'system' }, async (tx) => {
    await tx.update(service).set({ ownerMayBook: true, noticeHours: 48 }).where(eq(service.id, serviceId))
    await tx.update(practice).set({ phone: '+43 316 5550' }).where(eq(practice.id, practiceId))
  })

/** Asks for the first two times that are offered; answers with the first, as it is written. */
async function ask(page: Page): Promise<string> {
  await page.goto('/home/visits')
  await page.getByRole('link', { name: 'Ask for a visit' }).click()
  await expect(page.getByRole('heading', { level: 1, name: 'Ask for a visit' })).toBeVisible()
  const times = page.getByRole('group', { name: 'Times that fit' }).getByRole('checkbox')
  const first = page.getByRole('group', { name: 'Times that fit' }).locator('label').first()
  const words = (await first.innerText()).split('\n')[0] ?? ''
  await times.nth(0).check()
  await times.nth(1).check()
  await page.getByLabel('Another time').fill('Or any morning, please 🐈')
  await checkPage(page)
  await page.getByRole('button', { name: 'Send the request' }).click()
  await expect(page.getByText('waits for an answer')).toBeVisible()
  return words
}

test('an owner asks, the consultant approves with a tap, the owner moves and cancels', async ({
  world,
  household,
  asGuardian,
  asConsultant,
  mails,
}) => {
  test.slow()
  await openToOwners(world)
  const owner = await asGuardian(household, { viewport: { width: 390, height: 844 } })
  const when = await ask(owner)
  await checkPage(owner)

  const page = await asConsultant()
  await page.goto('/today')
  await expect(page.getByText('Or any morning, please 🐈')).toBeVisible()
  await checkPage(page)
  await page.getByRole('button', { name: `Approve ${when}` }).click()
  await expect(page.getByRole('heading', { level: 1, name: 'Berger', exact: true })).toBeVisible()
  const [booked] = await mails(household.email)
  expect(booked?.subject).toContain('Your visit on')
  await page.goto('/requests')
  await expect(page.getByText('Nobody waits for an answer.')).toBeVisible()

  await owner.goto('/home/visits')
  await owner.getByRole('link', { name: /^Move or cancel/ }).click()
  await expect(owner.getByText('You can move or cancel it here until')).toBeVisible()
  await checkPage(owner)
  await owner.getByRole('list', { name: 'Times that fit' }).getByRole('button').last().click()
  await expect(owner.getByRole('heading', { level: 1, name: 'Visits' })).toBeVisible()
  await owner.getByRole('link', { name: /^Move or cancel/ }).click()
  await owner.getByLabel('Why').fill('Moth has a cold.')
  await owner.getByRole('button', { name: 'Cancel the visit' }).click()
  await expect(owner.getByText('cancelled')).toBeVisible()
  await page.goto('/calendar')
  await expect(page.getByRole('link', { name: /Moth/ })).toHaveCount(0)
})

test('an owner asks and moves without script; too late is said before the tap', async ({
  world,
  household,
  asGuardian,
  asConsultant,
}) => {
  test.slow()
  await openToOwners(world)
  await makeVisit(world, household, {
    localStart: today().add({ days: 5 }).toPlainDateTime(Temporal.PlainTime.from('10:00')),
  })
  const owner = await asGuardian(household, { javaScriptEnabled: false })
  await ask(owner)
  await owner.getByRole('link', { name: /^Move or cancel/ }).click()
  await owner.getByRole('list', { name: 'Times that fit' }).getByRole('button').first().click()
  await expect(owner.getByRole('heading', { level: 1, name: 'Visits' })).toBeVisible()

  const page = await asConsultant()
  await page.goto('/requests')
  await checkPage(page)
  await page.getByText('Decline with a sentence').click()
  await page.getByLabel('A kind sentence').fill('That week I am away. Would the next one do?')
  await page.getByRole('button', { name: 'Decline and send' }).click()
  await expect(page.getByText('Nobody waits for an answer.')).toBeVisible()
  await owner.goto('/home/visits')
  await expect(owner.getByText('not possible this time')).toBeVisible()
  await expect(owner.getByText('That week I am away.')).toBeVisible()

  await inTransaction({ practiceId: world.practiceId, role: 'system' }, (tx) =>
    tx.update(practice).set({ ownerChangeHours: 336 }).where(eq(practice.id, world.practiceId)),
  )
  await owner.getByRole('link', { name: /^Move or cancel/ }).click()
  await expect(owner.getByText('so it cannot be changed here')).toBeVisible()
  await expect(owner.getByRole('link', { name: 'Call +43 316 5550' })).toBeVisible()
})

test('of two who ask for one time the other gets the next ones, and asks for one with a tap', async ({
  world,
  household,
  asGuardian,
  asConsultant,
}) => {
  test.slow()
  await openToOwners(world)
  const other = await makeHousehold(world, { name: 'O’Neill', animal: 'Pfeffer' })
  const day = today().add({ days: 5 })
  const asksFor = ({ clientId, contactId: askedBy, animalId }: Household, hours: number) => ({
    ...{ practiceId: world.practiceId, serviceId: world.serviceId, clientId, askedBy, animalIds: [animalId] },
    choices: [`${day.toString()}T10:00/${world.consultant.memberId}`],
    askedAt: Temporal.Now.instant().subtract({ hours }),
  })
  await inTransaction({ practiceId: world.practiceId, role: 'system' }, (tx) =>
    tx.insert(visitRequest).values([asksFor(household, 2), asksFor(other, 1)]),
  )
  const page = await asConsultant()
  await page.goto(`/calendar?view=week&day=${day.toString()}`)
  await expect(page.getByRole('link', { name: /^Moth 10:00.* asked for/ })).toBeVisible()
  await checkPage(page)
  await page.getByRole('link', { name: /^Moth 10:00.* asked for/ }).click()
  await page
    .getByRole('region', { name: 'Berger' })
    .getByRole('button', { name: /^Approve / })
    .click()
  await expect(page.getByText('Booked.', { exact: true })).toBeVisible()
  await page.goto('/requests')
  await expect(page.getByText('Somebody else was given these times')).toBeVisible()
  await checkPage(page)

  const owner = await asGuardian(other, { viewport: { width: 390, height: 844 }, javaScriptEnabled: false })
  await owner.goto('/home/visits')
  await expect(owner.getByText('Somebody else was given these times.')).toBeVisible()
  await checkPage(owner)
  await owner
    .getByRole('button', { name: /^Ask for / })
    .first()
    .click()
  await expect(owner.getByText('Somebody else was given these times.')).toHaveCount(0)
  await expect(owner.getByText('waits for an answer')).toBeVisible()
  await page.reload()
  await page.getByRole('button', { name: /^Approve / }).click()
  await expect(page.getByRole('heading', { level: 1, name: 'O’Neill', exact: true })).toBeVisible()
})
