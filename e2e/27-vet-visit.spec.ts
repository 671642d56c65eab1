import { Temporal } from 'temporal-polyfill'
import { checkPage, expect, test } from './fixtures'

const inDays = (days: number) =>
  Temporal.Now.zonedDateTimeISO('Europe/Vienna').toPlainDate().add({ days }).toString()

test('a visit at the vet’s is written down, and booking near it asks why', async ({
  household,
  asConsultant,
}) => {
  const page = await asConsultant()
  await page.goto(`/animals/${household.animalId}`)
  await expect(page.getByText('No vet visits ahead.')).toBeVisible()
  await page.getByRole('link', { name: 'Write down a vet visit' }).click()
  await page.getByText('Write down a vet visit', { exact: true }).click()
  const form = page.getByRole('form', { name: 'Write down a vet visit' })
  await form.getByLabel('Day', { exact: true }).fill(inDays(7))
  await form.getByLabel('Time', { exact: true }).fill('10:00')
  await form.getByLabel('What for').fill('Boosters')
  await form.getByRole('button', { name: 'Write it down' }).click()
  const vet = page.getByRole('region', { name: 'At the vet’s' })
  await expect(vet.getByRole('listitem').getByText('Boosters')).toBeVisible()
  await checkPage(page)

  await page.goto(`/visits/new?client=${household.clientId}`)
  await page.getByLabel('Day', { exact: true }).fill(inDays(8))
  await page.getByLabel('Time', { exact: true }).fill('14:00')
  await page.getByRole('button', { name: 'Book the visit' }).click()
  await expect(page.getByText(/Moth’s vet visit, .+ at 10:00, is too near/).first()).toBeVisible()
  await checkPage(page)
  await page.getByLabel('Why it is booked anyway').fill('Only a look at the harness.')
  await page.getByRole('button', { name: 'Book the visit' }).click()
  await expect(page.getByText('Only a look at the harness.')).toBeVisible()

  await page.goto(`/animals/${household.animalId}`)
  await expect(vet.getByText('Boosters')).toBeVisible()
  await checkPage(page)
  await page.goto(`/animals/${household.animalId}/edit`)
  await vet.getByRole('button', { name: /Take out the vet visit/ }).click()
  await expect(vet.getByText('No vet visits written down.')).toBeVisible()
})
