import { Temporal } from 'temporal-polyfill'
import type { Page } from '@playwright/test'
import { makeHousehold } from '@/db/factories/world'
import { checkPage, expect, test } from './fixtures'

const inDays = (days: number) =>
  Temporal.Now.zonedDateTimeISO('Europe/Vienna').toPlainDate().add({ days }).toString()

async function fill(page: Page, day: string, time: string) {
  await page.getByLabel('Day', { exact: true }).fill(day)
  await page.getByLabel('Time', { exact: true }).fill(time)
}

test('books a visit, is offered free times for an overlap, moves and calls off', async ({
  world,
  household,
  asConsultant,
  mails,
}) => {
  test.slow()
  const other = await makeHousehold(world, { name: 'O’Neill', animal: 'Pfeffer' })
  const page = await asConsultant()
  await page.goto('/visits/new')
  await page.getByLabel('Household, person, animal or street').fill('Moth')
  await page.getByRole('button', { name: 'Find' }).click()
  await page.getByRole('link', { name: 'Berger' }).click()
  await expect(page.getByRole('checkbox', { name: 'Moth' })).toBeChecked()
  await fill(page, inDays(7), '10:00')
  await page.getByLabel('A word to the owner').fill('Please keep the kitchen door closed.')
  await checkPage(page)
  await page.getByRole('button', { name: 'Book the visit' }).click()
  await expect(page.getByRole('heading', { level: 1, name: 'Berger', exact: true })).toBeVisible()
  await expect(page.getByText('10:00–11:00')).toBeVisible()
  const [mail] = await mails(household.email)
  expect(mail?.subject).toContain('Your visit on')

  await page.goto(`/visits/new?client=${other.clientId}`)
  await fill(page, inDays(7), '10:30')
  await page.getByLabel('A word to the owner').fill('Until then!')
  await page.getByRole('button', { name: 'Book the visit' }).click()
  await expect(page.getByRole('alert').getByText('That time is taken')).toBeVisible()
  await expect(page.getByLabel('A word to the owner')).toHaveValue('Until then!')
  await checkPage(page)
  await page.getByRole('list', { name: 'Times that fit' }).getByRole('button').first().click()
  await expect(page.getByRole('heading', { level: 1, name: 'O’Neill', exact: true })).toBeVisible()
  await expect(page.getByText('11:15–12:15')).toBeVisible()
  await expect(page.getByText('Until then!')).toBeVisible()

  await page.getByRole('link', { name: 'Move' }).click()
  await fill(page, inDays(8), '09:00')
  await page.getByRole('button', { name: 'See what it does' }).click()
  await expect(page.getByText('three minutes after you move it')).toBeVisible()
  await page.getByRole('button', { name: 'Move the visit' }).click()
  await expect(page.getByText('09:00–10:00')).toBeVisible()
  await expect(page.getByText('Moved.', { exact: true })).toBeVisible()

  await page.goto(`/calendar?day=${inDays(8)}`)
  await expect(page.getByRole('link', { name: /Pfeffer/ }).last()).toBeVisible()
  await checkPage(page)
  await page
    .getByRole('link', { name: /Pfeffer/ })
    .last()
    .click()
  await page.getByText('Call it off').click()
  await page.getByLabel('Reason').fill('The stairwell is being painted.')
  await page.getByRole('button', { name: 'Call off the visit' }).click()
  await expect(page.getByText('The stairwell is being painted.')).toBeVisible()
  // Booked, moved and called off within three minutes: nobody hears of any of it.
  const told = await mails(other.email, 2)
  expect(told.map(({ state }) => state)).toEqual(['cancelled', 'cancelled'])
})

test('refuses an hour that the clocks repeat, at the field', async ({ household, asConsultant }) => {
  const page = await asConsultant()
  await page.goto(`/visits/new?client=${household.clientId}`)
  await fill(page, '2030-10-27', '02:30')
  await page.getByRole('button', { name: 'Book the visit' }).click()
  await expect(page.getByText('The clocks go back that night')).toBeVisible()
  await expect(page.getByLabel('Time', { exact: true })).toHaveValue('02:30')
})

test('books without JavaScript, offered times included', async ({ world, household, asConsultant }) => {
  const other = await makeHousehold(world, { name: 'Ito', animal: 'Mochi 🐈' })
  const page = await asConsultant({ javaScriptEnabled: false })
  for (const [home, time] of [
    [household, '10:00'],
    [other, '10:30'],
  ] as const) {
    await page.goto(`/visits/new?client=${home.clientId}&consultant=${world.consultant.memberId}`)
    await fill(page, inDays(9), time)
    await page.getByRole('button', { name: 'Book the visit' }).click()
  }
  await expect(page.getByText('That time is taken')).toBeVisible()
  await page.getByRole('list', { name: 'Times that fit' }).getByRole('button').first().click()
  await expect(page.getByRole('heading', { level: 1, name: 'Ito', exact: true })).toBeVisible()
  await expect(page.getByText('11:15–12:15')).toBeVisible()
  await page.goto(`/calendar?view=week&day=${inDays(9)}`)
  await expect(page.getByRole('link', { name: /Mochi/ }).last()).toBeVisible()
})
