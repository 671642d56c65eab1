import { Temporal } from 'temporal-polyfill'
import { makeVisit } from '@/db/factories/world'
import { paths } from '@/lib/paths'
import { checkPage, expect, test } from './fixtures'

const inDays = (days: number) =>
  Temporal.Now.plainDateISO('Europe/Vienna').add({ days }).toPlainDateTime('10:00')

test('a member makes a feed and a calendar app reads it without a session', async ({
  world,
  household,
  asConsultant,
  request: calendarApp,
}) => {
  await makeVisit(world, household, { localStart: inDays(3) })
  const page = await asConsultant()
  await page.goto('/settings')
  await page.getByRole('link', { name: 'Calendar feed' }).click()
  await expect(page.getByRole('heading', { level: 1, name: 'Calendar feed' })).toBeVisible()
  await expect(page.getByText('There is no feed yet.')).toBeVisible()
  await checkPage(page)

  const field = page.getByRole('textbox', { name: 'Address' })
  await page.getByRole('button', { name: 'Make the address' }).click()
  await expect(field).toHaveValue(/\/api\/calendar\/cf_[\w-]{43}\.ics$/)
  await expect(page.getByRole('img', { name: 'The address as a code for a phone’s camera' })).toBeVisible()
  const address = await field.inputValue()
  await checkPage(page)

  const answer = await calendarApp.get(address)
  expect(answer.status()).toBe(200)
  expect(answer.headers()['content-type']).toBe('text/calendar; charset=utf-8')
  expect(answer.headers()['cache-control']).toBe('private, no-cache')
})

test('without JavaScript the address is made and shown too', async ({ world, signIn }) => {
  const page = await signIn(world.assistant.userId, { javaScriptEnabled: false })
  await page.goto(paths.feedSettings())
  await page.getByRole('button', { name: 'Make the address' }).click()
  await expect(page.getByRole('textbox', { name: 'Address' })).toHaveValue(/\/cf_[\w-]{43}\.ics$/)
})
