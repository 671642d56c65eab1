import { Temporal } from 'temporal-polyfill'
import { makeHousehold, makeVisit } from '@/db/factories/world'
import { checkPage, expect, test } from './fixtures'

const inDays = (days: number) => Temporal.Now.zonedDateTimeISO('Europe/Vienna').toPlainDate().add({ days })

test('a series: a conflict seen before it is booked, mended, one moved, the following called off', async ({
  world,
  household,
  asConsultant,
  mails,
}) => {
  test.slow()
  const other = await makeHousehold(world, { name: 'O’Neill', animal: 'Pfeffer' })
  await makeVisit(world, other, { localStart: inDays(14).toPlainDateTime('10:30') })
  const page = await asConsultant()
  await page.goto(`/visits/new?client=${household.clientId}`)
  await page.getByRole('link', { name: 'Book a series instead' }).click()
  await expect(page.getByRole('heading', { level: 1, name: 'Visits to Berger' })).toBeVisible()
  await page.getByLabel('First day').fill(inDays(7).toString())
  await page.getByLabel('Every how many weeks').fill('1')
  await page.getByLabel('How many visits').fill('4')
  await page.getByLabel('Time', { exact: true }).fill('10:00')
  await page.getByRole('button', { name: 'Look at every visit' }).click()

  await expect(page.getByText('One of them does not fit as planned.')).toBeVisible()
  await expect(page.getByText('There is a visit to O’Neill then.')).toBeVisible()
  await checkPage(page)
  await page.getByRole('button', { name: 'Book these visits' }).click()
  await expect(page.getByText('Not every visit can stand.')).toBeVisible()
  await page.getByRole('combobox', { name: /instead/ }).selectOption({ index: 1 })
  await page.getByRole('button', { name: 'Book these visits' }).click()
  const visits = page.getByRole('region', { name: 'Its visits' }).getByRole('listitem')
  await expect(visits).toHaveCount(4)
  await checkPage(page)
  const [mail] = await mails(household.email)
  expect(mail?.subject).toContain('Your visits with')

  await visits.nth(2).getByRole('link').click()
  await page.getByRole('link', { name: 'Move' }).click()
  await page.getByLabel('Time', { exact: true }).fill('15:00')
  await page.getByRole('button', { name: 'See what it does' }).click()
  await page.getByRole('button', { name: 'Move the visit' }).click()
  await expect(page.getByText('Moved.', { exact: true })).toBeVisible()
  await expect(page.getByText('15:00–16:00')).toBeVisible()
  await page.getByRole('link', { name: 'One of a series' }).click()
  await expect(visits.nth(2)).toContainText('moved on its own')

  await visits.nth(1).getByRole('link').click()
  await page.getByRole('link', { name: 'One of a series' }).click()
  await expect(visits.nth(1)).toContainText('this visit')
  await page.getByText('Call off this visit and those after it').click()
  await page.getByLabel('Reason').fill('Moth walks by himself now')
  await page.getByRole('button', { name: 'Call off these visits' }).click()
  await expect(page.getByText('Moth walks by himself now')).toBeVisible()
  await page.getByRole('link', { name: 'One of a series' }).click()
  await expect(visits.nth(0)).toContainText('Booked')
  await expect(visits.nth(1)).toContainText('Called off')
  await expect(visits.nth(2)).toContainText('15:00')
  await expect(visits.nth(2)).toContainText('Booked')
  await expect(visits.nth(3)).toContainText('Called off')
})

test('a series is looked at, booked and changed from one visit on without JavaScript', async ({
  household,
  asConsultant,
}) => {
  const page = await asConsultant({ javaScriptEnabled: false })
  await page.goto(`/visits/series/new?client=${household.clientId}`)
  await page.getByLabel('First day').fill(inDays(8).toString())
  await page.getByLabel('Time', { exact: true }).fill('09:00')
  await page.getByLabel('How many visits').fill('3')
  await page.getByRole('button', { name: 'Look at every visit' }).click()
  await expect(page.getByText('All of them fit.')).toBeVisible()
  await page.getByRole('button', { name: 'Book these visits' }).click()
  const visits = page.getByRole('region', { name: 'Its visits' }).getByRole('listitem')
  await expect(visits).toHaveCount(3)
  await page.getByText('Change this visit and those after it').click()
  await page.getByLabel('Time', { exact: true }).fill('11:30')
  await page.getByRole('button', { name: 'Change these visits' }).click()
  await expect(visits.nth(2)).toContainText('11:30')
})

test('only the practice owner lays a visit over another, with a reason that is kept', async ({
  world,
  household,
  asConsultant,
  asBoss,
}) => {
  const other = await makeHousehold(world, { name: 'Ito', animal: 'Miso' })
  await makeVisit(world, other, { localStart: inDays(9).toPlainDateTime('10:30') })
  const address = `/visits/new?client=${household.clientId}&consultant=${world.consultant.memberId}`
  const day = inDays(9).toString()
  for (const asWhom of [asConsultant, asBoss]) {
    const page = await asWhom()
    await page.goto(address)
    await page.getByLabel('Day', { exact: true }).fill(day)
    await page.getByLabel('Time', { exact: true }).fill('10:00')
    await page.getByRole('button', { name: 'Book the visit' }).click()
    await expect(page.getByText('That time is taken. There is a visit to Ito then.')).toBeVisible()
    const over = page.getByRole('checkbox', { name: 'Lay it over the other visit' })
    if (asWhom === asConsultant) {
      await expect(over).toHaveCount(0)
      continue
    }
    await over.check()
    await page.getByLabel('Why it is booked anyway').fill('Both live in one house')
    await page.getByRole('button', { name: 'Book the visit' }).click()
    await expect(page.getByText('Both live in one house')).toBeVisible()
    await expect(page.getByText('Laid over another visit by the practice owner')).toBeVisible()
  }
})
