import { Temporal } from 'temporal-polyfill'
import { makeVisit } from '@/db/factories/world'
import { paths } from '@/lib/paths'
import { checkPage, expect, test } from './fixtures'

const inDays = (days: number) =>
  Temporal.Now.plainDateISO('Europe/Vienna').add({ days }).toPlainDateTime('10:00')

test('a member makes a feed, tells it more, changes its address, and ends it', async ({
  world,
  household,
  asConsultant,
  request: calendarApp,
}) => {
  test.slow()
  const visitId = await makeVisit(world, household, { localStart: inDays(3) })
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
  const first = await field.inputValue()
  await checkPage(page)

  const least = await calendarApp.get(first)
  expect(least.status()).toBe(200)
  const headers = least.headers()
  expect(headers['content-type']).toBe('text/calendar; charset=utf-8')
  expect(headers['cache-control']).toBe('private, no-cache')
  expect(headers['x-robots-tag']).toContain('noindex')
  expect(headers['set-cookie']).toBeUndefined()
  const file = await least.text()
  expect(file).toContain(`UID:visit-${visitId}@doorstep\r\n`)
  expect(file).toContain('SUMMARY:Visit – Moth')
  for (const secret of ['Berger', 'Kiln Row']) expect(file).not.toContain(secret)
  const again = await calendarApp.get(first, { headers: { 'if-none-match': headers.etag ?? '' } })
  expect(again.status()).toBe(304)

  await page.reload()
  await expect(field).toBeHidden()
  await expect(page.getByText('Last read')).toBeVisible()
  await page.getByRole('checkbox', { name: 'Households, addresses and phone numbers' }).check()
  await page.getByRole('button', { name: 'Save' }).click()
  await expect(page.getByText('Saved. Your calendar shows it when it next asks.')).toBeVisible()
  await checkPage(page)
  const full = await (await calendarApp.get(first)).text()
  for (const detail of ['Berger', 'Kiln Row']) expect(full).toContain(detail)

  await page.getByRole('button', { name: 'Make a new address' }).click()
  await expect(field).toHaveValue(/\/cf_/)
  const second = await field.inputValue()
  expect((await calendarApp.get(second)).status()).toBe(200)
  const old = await calendarApp.get(first)
  expect([old.status(), await old.text()]).toEqual([404, ''])

  await page.reload()
  await expect(page.getByRole('checkbox', { name: 'Households, addresses and phone numbers' })).toBeChecked()
  await page.getByRole('button', { name: 'End the feed' }).click()
  await expect(page.getByText('There is no feed yet.')).toBeVisible()
  const ended = await calendarApp.get(second)
  expect([ended.status(), await ended.text()]).toEqual([404, ''])
})

test('without JavaScript the address is made and shown too', async ({ world, signIn }) => {
  const page = await signIn(world.assistant.userId, { javaScriptEnabled: false })
  await page.goto(paths.feedSettings())
  await page.getByRole('button', { name: 'Make the address' }).click()
  await expect(page.getByRole('textbox', { name: 'Address' })).toHaveValue(/\/cf_[\w-]{43}\.ics$/)
})
