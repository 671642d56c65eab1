import { eq } from 'drizzle-orm'
import { Temporal } from 'temporal-polyfill'
import type { Locator, Page } from '@playwright/test'
import { inTransaction } from '@/db/client'
import { makeHousehold, makeVisit, type Household, type World } from '@/db/factories/world'
import { service, visitRequest, waiting } from '@/db/schema'
import { checkPage, expect, test } from './fixtures'

/** The Monday after next: two weeks of which nothing has begun and everything can still be announced. */
const monday = () => {
  const today = Temporal.Now.zonedDateTimeISO('Europe/Vienna').toPlainDate()
  return today.add({ days: 15 - today.dayOfWeek })
}
const dayAt = (days: number) => monday().add({ days }).toString()

/** Five homes in and around Graz, a few kilometres apart. */
async function fiveHomes(world: World): Promise<Household[]> {
  const homes = []
  for (const [name, animal, lat, lng] of [
    ['Berger', 'Moth', 47.0707, 15.4395],
    ['O’Neill', 'Pfeffer', 47.0843, 15.4212],
    ['Ito', 'Mochi 🐈', 47.0561, 15.4598],
    ['Nagy', 'Fig', 47.0932, 15.4401],
    ['عباس', 'لولو', 47.0649, 15.4103],
  ] as const)
    homes.push(await makeHousehold(world, { name, animal, home: { lat, lng } }))
  return homes
}

const asSystem = <T>({ practiceId }: World, run: Parameters<typeof inTransaction<T>>[1]) =>
  inTransaction({ practiceId, role: 'system' }, run)

/** Owners may ask for the one service, from the fortnight on. */
const openToOwners = (world: World) => {
  const ahead = Temporal.Now.plainDateTimeISO('Europe/Vienna').until(monday().toPlainDateTime('00:00'))
  const noticeHours = Math.floor(ahead.total('hours'))
  return asSystem(world, (tx) =>
    tx.update(service).set({ ownerMayBook: true, noticeHours }).where(eq(service.id, world.serviceId)),
  )
}

const phone = { viewport: { width: 390, height: 844 } }

test('a fortnight is planned: hours, five homes, a series, a move, a request, a visit refilled, time off, one sheet', async ({
  world,
  asConsultant,
  asGuardian,
  isMobile,
}) => {
  test.slow()
  const [berger, ...others] = await fiveHomes(world)
  const [oneill, ito] = others
  if (!oneill || !ito) throw new Error('no homes')
  await openToOwners(world)
  const page = await asConsultant()

  await test.step('the hours of the week', async () => {
    await page.goto('/settings/hours')
    for (const day of ['Saturday', 'Sunday']) await page.getByRole('checkbox', { name: day }).uncheck()
    await page.getByLabel('Monday, From').fill('08:00')
    await page.getByLabel('Monday, Until').fill('17:00')
    await page.getByLabel('Monday, Break from', { exact: true }).fill('12:00')
    await page.getByLabel('Monday, Break until', { exact: true }).fill('12:45')
    for (const end of ['Starts', 'Ends']) await page.getByLabel(`Monday, ${end} at`).selectOption('home')
    await page.getByLabel('Where the consultant lives').fill('47.0790, 15.4480')
    await page.getByRole('button', { name: 'Tuesday to Friday like Monday' }).click()
    await expect(page.getByText('The week is saved.')).toBeVisible()
    await checkPage(page)
  })

  await test.step('a series, every visit of it looked at first', async () => {
    await page.goto(`/visits/new?client=${berger?.clientId}&day=${dayAt(0)}&time=10:00`)
    await page.getByRole('link', { name: 'Book a series instead' }).click()
    await page.getByLabel('First day').fill(dayAt(0))
    await page.getByLabel('Time', { exact: true }).fill('10:00')
    await page.getByLabel('Every how many weeks').fill('1')
    await page.getByLabel('How many visits').fill('2')
    await page.getByRole('button', { name: 'Look at every visit' }).click()
    await expect(page.getByText('All of them fit.')).toBeVisible()
    await checkPage(page)
    await page.getByRole('button', { name: 'Book these visits' }).click()
    await expect(page.getByRole('region', { name: 'Its visits' }).getByRole('listitem')).toHaveCount(2)
  })

  await test.step('four homes on one day, each at the first time that can be driven to', async () => {
    for (const { clientId } of others) {
      await page.goto(`/visits/new?client=${clientId}&day=${dayAt(1)}`)
      const free = page.getByRole('region', { name: 'Times that fit' }).getByRole('listitem')
      await expect(free.first()).toContainText(/min/)
      await free.first().getByRole('link').click()
      await expect(page).toHaveURL(/&time=/)
      await expect(page.getByLabel('Day', { exact: true })).toHaveValue(dayAt(1))
      await page.getByRole('button', { name: 'Book the visit' }).click()
      await expect(page.getByText('Booked.', { exact: true })).toBeVisible()
    }
  })

  await test.step('one of them moved to the day after, looked at before', async () => {
    await page.getByRole('link', { name: 'Move' }).click()
    await move(page, dayAt(2), '10:00')
  })
  const moved = page.url()

  await test.step('what a household asks for is approved with one tap', async () => {
    const owner = await asGuardian(oneill, phone)
    await owner.goto('/home/visits/new')
    await owner.getByRole('group', { name: 'Times that fit' }).getByRole('checkbox').first().check()
    await owner.getByRole('button', { name: 'Send the request' }).click()
    await expect(owner.getByText('waits for an answer')).toBeVisible()
    await page.goto('/today')
    await checkPage(page)
    await page.getByRole('button', { name: /^Approve / }).click()
    await expect(page.getByText('Booked.', { exact: true })).toBeVisible()
    await expect(page.getByRole('heading', { level: 1, name: 'O’Neill', exact: true })).toBeVisible()
  })

  await test.step('a visit is called off, and its time goes to who waits for one', async () => {
    const owner = await asGuardian(ito, phone)
    await owner.goto('/home/visits/wait')
    await owner.getByRole('button', { name: 'Wait for a time' }).click()
    await expect(owner.getByRole('heading', { name: 'Waiting for a visit' })).toBeVisible()
    await page.goto(moved)
    await page.getByText('Call it off').first().click()
    await page.getByLabel('Reason').fill('لولو is ill.')
    await page.getByRole('button', { name: 'Call off the visit' }).click()
    await page.getByRole('button', { name: 'Offer to Ito' }).click()
    await expect(page.getByText('may answer until')).toBeVisible()
    await checkPage(page)
    await owner.goto('/home/visits')
    await owner.getByRole('button', { name: 'Yes, please book it' }).click()
    await expect(owner.getByText('Waiting for a visit')).toHaveCount(0)
    await page.reload()
    await expect(page.getByText('took it')).toBeVisible()
  })

  await test.step('time off names the visit that stands in it, and it finds another place', async () => {
    await page.goto('/settings/hours')
    await page.getByText('Add time off').click()
    const off = page.getByRole('form', { name: 'Time off' })
    await off.getByLabel('First day').fill(dayAt(7))
    await off.getByLabel('Reason').fill('Zahnarzt')
    await off.getByRole('button', { name: 'Save the time off' }).click()
    await expect(page.getByText('One visit is booked then: decide what becomes of it.')).toBeVisible()
    await checkPage(page)
    await page.getByRole('link', { name: /10:00, Berger/ }).click()
    await page.getByRole('link', { name: 'Move' }).click()
    await move(page, dayAt(8), '10:00')
    await page.goto('/settings/hours')
    await expect(page.getByText('Zahnarzt')).toBeVisible()
    await expect(page.getByText('One visit is booked in this time:')).toHaveCount(0)
  })

  await test.step('the fortnight as it came to stand', async () => {
    await page.goto(`/calendar?view=list&day=${dayAt(0)}`)
    await expect(page.getByText(/^7 visits, /)).toBeVisible()
    await expect(page.getByText('Jonas Weiss is off', { exact: false })).toBeVisible()
    for (const animal of ['Moth', 'Pfeffer', 'Mochi'])
      await expect(page.getByRole('link', { name: animal })).toHaveCount(2)
    await expect(page.getByRole('link', { name: 'لولو' })).toHaveCount(0)
    await checkPage(page)
  })

  await test.step('the sheet of its fullest day is one page', async () => {
    await page.goto(`/today?day=${dayAt(1)}`)
    await checkPage(page)
    await page.getByRole('link', { name: 'Day sheet' }).click()
    await expect(page.getByRole('heading', { name: /O’Neill/ })).toBeVisible()
    await checkPage(page)
    if (isMobile) return // paper is paper
    const pdf = await page.pdf({ preferCSSPageSize: true })
    expect(pdf.toString('latin1').match(/\/Type\s*\/Page\b/g)).toHaveLength(1)
  })
})

test('by keyboard alone: from the calendar to a moved visit and a booked one', async ({
  world,
  asConsultant,
}) => {
  test.slow()
  const [berger, other] = await fiveHomes(world)
  if (!berger || !other) throw new Error('no homes')
  await makeVisit(world, berger, { localStart: monday().toPlainDateTime('10:00') })
  const page = await asConsultant()
  const { keyboard } = page
  await page.goto(`/calendar?day=${dayAt(0)}`)

  await tabTo(page, page.getByRole('link', { name: /Moth/ }).first())
  await keyboard.press('m')
  await tabTo(page, page.getByLabel('Time', { exact: true }))
  await keyboard.type('14')
  await keyboard.press('Enter')
  await expect(page.getByText('It fits.')).toBeVisible()
  await tabTo(page, page.getByRole('button', { name: 'Move the visit' }))
  await keyboard.press('Enter')
  await expect(page.getByText('Moved.', { exact: true })).toBeVisible()
  await expect(page.getByText(/14:\d\d–15:\d\d/).first()).toBeVisible()

  await page.goto(`/calendar?day=${dayAt(0)}`)
  await tabTo(page, page.getByRole('link', { name: /Moth/ }).first())
  await keyboard.press('b')
  await tabTo(page, page.getByLabel('Household, person, animal or street'))
  await keyboard.type('Pfeffer')
  await keyboard.press('Enter')
  await tabTo(page, page.getByRole('link', { name: 'O’Neill' }))
  await keyboard.press('Enter')
  await expect(page.getByLabel('Day', { exact: true })).toHaveValue(dayAt(0))
  await tabTo(page, page.getByRole('region', { name: 'Times that fit' }).getByRole('link').first())
  await keyboard.press('Enter')
  await expect(page).toHaveURL(/time=/)
  await tabTo(page, page.getByRole('button', { name: 'Book the visit' }))
  await keyboard.press('Enter')
  await expect(page.getByText('Booked.', { exact: true })).toBeVisible()
  await expect(page.getByRole('heading', { level: 1, name: 'O’Neill', exact: true })).toBeVisible()
})

test('by keyboard alone: a request approved, and a visit called off whose time somebody who waits takes', async ({
  world,
  asConsultant,
  asGuardian,
}) => {
  test.slow()
  const [berger, oneill, ito] = await fiveHomes(world)
  if (!berger || !oneill || !ito) throw new Error('no homes')
  const gone = await makeVisit(world, berger, { localStart: monday().toPlainDateTime('10:00') })
  const asked = { practiceId: world.practiceId, serviceId: world.serviceId }
  await asSystem(world, async (tx) => {
    const [at, choices] = [Temporal.Now.instant(), [`${dayAt(1)}T10:00/${world.consultant.memberId}`]]
    const { clientId, contactId: askedBy, animalId } = oneill
    await tx
      .insert(visitRequest)
      .values({ ...asked, clientId, askedBy, animalIds: [animalId], choices, askedAt: at })
    const waits = { clientId: ito.clientId, askedBy: ito.contactId, animalIds: [ito.animalId] }
    await tx
      .insert(waiting)
      .values({ ...asked, ...waits, untilDay: monday().add({ days: 30 }), since: at.subtract({ hours: 48 }) })
  })
  const page = await asConsultant()
  await page.goto('/today')
  await press(page, page.getByRole('button', { name: /^Approve / }))
  await expect(page.getByText('Booked.', { exact: true })).toBeVisible()

  await page.goto(`/visits/${gone}`)
  await press(page, page.getByText('Call it off').first())
  await tabTo(page, page.getByLabel('Reason'))
  await page.keyboard.type('The family is ill.')
  await press(page, page.getByRole('button', { name: 'Call off the visit' }))
  await press(page, page.getByRole('button', { name: 'Offer to Ito' }))
  await expect(page.getByText('may answer until')).toBeVisible()

  const owner = await asGuardian(ito)
  await owner.goto('/home/visits')
  await press(owner, owner.getByRole('button', { name: 'Yes, please book it' }))
  await expect(owner.getByRole('link', { name: /^Move or cancel/ })).toBeVisible()
  await page.reload()
  await expect(page.getByText('took it')).toBeVisible()
})

async function move(page: Page, day: string, time: string) {
  await page.getByLabel('Day', { exact: true }).fill(day)
  await page.getByLabel('Time', { exact: true }).fill(time)
  await page.getByRole('button', { name: 'See what it does' }).click()
  await expect(page.getByText('It fits.')).toBeVisible()
  await checkPage(page)
  await page.getByRole('button', { name: 'Move the visit' }).click()
  await expect(page.getByText('Moved.', { exact: true })).toBeVisible()
}

/** As somebody without a mouse gets there: the next thing, and the next. */
async function tabTo(page: Page, target: Locator) {
  await expect(target).toBeVisible()
  for (let presses = 0; presses < 80; presses++) {
    if (await target.evaluate((element) => element === document.activeElement)) return
    await page.keyboard.press('Tab')
  }
  await expect(target).toBeFocused()
}

async function press(page: Page, target: Locator) {
  await tabTo(page, target)
  await page.keyboard.press('Enter')
}
