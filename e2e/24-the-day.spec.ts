import { eq } from 'drizzle-orm'
import { Temporal } from 'temporal-polyfill'
import { inTransaction } from '@/db/client'
import { makeHousehold, makePlan, makeVisit, type Household, type World } from '@/db/factories/world'
import { client, door, drive, practice, visit, workingWeek } from '@/db/schema'
import { checkPage, expect, test } from './fixtures'

const now = () => Temporal.Now.instant()
const phone = { viewport: { width: 390, height: 844 }, hasTouch: true }
const asSystem = <T>(world: World, run: Parameters<typeof inTransaction<T>>[1]) =>
  inTransaction({ practiceId: world.practiceId, role: 'system' }, run)

/** A zone in which it is about noon now: the visits around it are all today's. */
function noonZone(): string {
  const off = 12 - now().toZonedDateTimeISO('UTC').hour
  return off === 0 ? 'Etc/GMT' : `Etc/GMT${off > 0 ? '-' : '+'}${Math.abs(off)}`
}

/** The practice at noon, with a place to start from; homes stand on one road north of it. */
async function atNoon(world: World): Promise<World> {
  const zone = noonZone()
  await asSystem(world, (tx) =>
    tx.update(practice).set({ zone, baseLat: 47, baseLng: 15 }).where(eq(practice.id, world.practiceId)),
  )
  return { ...world, zone }
}

const livesAt = (world: World, { clientId }: Household, lat: number) =>
  asSystem(world, (tx) =>
    tx.update(client).set({ lat, lng: 15, zone: world.zone }).where(eq(client.id, clientId)),
  )

const wallIn = (world: World, minutes: number) =>
  now().add({ minutes }).toZonedDateTimeISO(world.zone).toPlainDateTime().round('minute')

test('a day on the phone: off, at the door, the code by a tap, gone again, and the tap taken back', async ({
  world: elsewhen,
  household,
  asConsultant,
  asBoss,
}) => {
  const world = await atNoon(elsewhen)
  await livesAt(world, household, 47.05)
  await makePlan(world, household)
  const id = await makeVisit(world, household, { localStart: wallIn(world, 20) })

  const office = await asBoss()
  await office.goto(`/clients/${household.clientId}`)
  await office.getByRole('link', { name: 'At the door' }).click()
  await office.getByLabel('Parking').fill('Blue gate, left side.')
  await office.getByLabel('Hiding places').fill('Under the bath.')
  await office.getByLabel('Alarm or key safe code').fill('4711#')
  await checkPage(office)
  await office.getByRole('button', { name: 'Save' }).click()
  await expect(office.getByRole('heading', { name: 'Berger', level: 1 })).toBeVisible()

  const page = await asConsultant(phone)
  await page.goto('/today')
  const line = page.getByRole('list', { name: 'The day, from home to home' })
  await expect(line.getByText(/from the practice, leave by/)).toBeVisible()
  await expect(
    page.getByRole('img', { name: /north up: the practice, 1 Berger, the practice/ }),
  ).toBeVisible()
  await expect(page.getByRole('link', { name: 'Google Maps' })).toHaveAttribute(
    'href',
    /^https:\/\/www\.google\.com\/maps\/dir\/\?api=1&destination=47\.05000%2C15\.00000/,
  )
  await checkPage(page)
  await line.getByRole('button', { name: 'On my way' }).click()
  await expect(line.getByText(/On the way since/)).toBeVisible()

  await line.getByRole('link', { name: 'At the door' }).click()
  await expect(page.getByText('Blue gate, left side.')).toBeVisible()
  await expect(page.getByText('Under the bath.')).toBeVisible()
  await expect(page.getByRole('link', { name: 'Moth' })).toBeVisible()
  expect(await page.content()).not.toContain('4711#')
  await page.getByRole('button', { name: 'Show the code' }).click()
  await expect(page.getByText('4711#')).toBeVisible()
  await checkPage(page)
  await page.getByRole('button', { name: 'I have arrived' }).click()
  await expect(page.getByRole('button', { name: 'I have left' })).toBeVisible()
  await page.goto('/today')
  await expect(line.getByText('You are here.')).toBeVisible()
  await page.goBack()
  await expect(page.getByRole('button', { name: 'Show the code' })).toBeVisible()
  await expect(page.getByText('4711#')).toHaveCount(0)

  await page.goto('/today')
  await line.getByRole('button', { name: 'Take back: arrived' }).click()
  await expect(line.getByText(/On the way since/)).toBeVisible()
  await line.getByRole('button', { name: 'I have arrived' }).click()
  await expect(line.getByText('You are here.')).toBeVisible()
  await line.getByRole('button', { name: 'I have left' }).click()
  await expect(line.getByRole('button', { name: 'Take back: left' })).toBeVisible()
  await expect(line.getByRole('heading', { name: 'Done. Berger' })).toBeVisible()
  const drives = await asSystem(world, (tx) => tx.select().from(drive).where(eq(drive.toVisitId, id)))
  expect(drives.map(({ fromPlace }) => fromPlace)).toEqual(['office'])

  await office.goto(`/clients/${household.clientId}/door`)
  await expect(office.getByText(/to Jonas Weiss$/)).toBeVisible()
  await checkPage(office)
})

test('without JavaScript the taps and the code work all the same', async ({
  world: elsewhen,
  household,
  asConsultant,
  asBoss,
}) => {
  const world = await atNoon(elsewhen)
  await livesAt(world, household, 47.05)
  await makeVisit(world, household, { localStart: wallIn(world, 20) })
  const office = await asBoss({ javaScriptEnabled: false })
  await office.goto(`/clients/${household.clientId}/door`)
  await office.getByLabel('Alarm or key safe code').fill('2486')
  await office.getByRole('button', { name: 'Save' }).click()
  await expect(office.getByRole('heading', { name: 'Berger', level: 1 })).toBeVisible()
  const page = await asConsultant({ javaScriptEnabled: false })
  await page.goto('/today')
  await page.getByRole('button', { name: 'On my way' }).click()
  await expect(page.getByText(/On the way since/)).toBeVisible()
  await page.getByRole('link', { name: 'At the door' }).click()
  await page.getByRole('button', { name: 'Show the code' }).click()
  await expect(page.getByText('2486')).toBeVisible()
})

test('two visits change places where that saves the drive, and only when it is said so', async ({
  world: elsewhen,
  household: far,
  asConsultant,
}) => {
  const world = await atNoon(elsewhen)
  const near = await makeHousehold(world, { name: 'O’Neill', animal: 'Fig' })
  await livesAt(world, far, 47.2)
  await livesAt(world, near, 47.02)
  const tomorrow = now().toZonedDateTimeISO(world.zone).toPlainDate().add({ days: 1 })
  await makeVisit(world, far, { localStart: tomorrow.toPlainDateTime('09:00') })
  await makeVisit(world, near, { localStart: tomorrow.toPlainDateTime('11:30') })
  const hours = {
    start: '08:30',
    end: '14:00',
    breaks: [],
    startPlace: 'office',
    endPlace: 'anywhere',
  } as const
  await asSystem(world, (tx) =>
    tx.insert(workingWeek).values({
      practiceId: world.practiceId,
      memberId: world.consultant.memberId,
      days: { [tomorrow.dayOfWeek]: hours },
    }),
  )
  const page = await asConsultant()
  await page.goto(`/today?day=${tomorrow}`)
  const better = page.getByRole('region', { name: 'A better order' })
  await expect(better.getByText('Swap Berger and O’Neill: 1 h less driving')).toBeVisible()
  await better.getByRole('link', { name: 'See what it changes' }).click()
  const table = page.getByRole('table', { name: 'The visits of the day, now and then' })
  await expect(table.getByRole('row').nth(1)).toHaveText(/O’Neill\s*11:30\s*09:00/)
  await checkPage(page)
  await page.getByRole('button', { name: 'Move all 2' }).click()
  await expect(page.getByRole('list', { name: 'The day, from home to home' })).toBeVisible()
  await expect(page.getByRole('heading', { level: 2, name: /O’Neill|Berger/ })).toHaveText([
    /O’Neill/,
    /Berger/,
  ])
  await expect(better).toHaveCount(0)
})

test('the month is driven by the taps, and goes along as a table', async ({
  world: elsewhen,
  household,
  asConsultant,
}) => {
  const world = await atNoon(elsewhen)
  await livesAt(world, household, 47.05)
  const id = await makeVisit(world, household, { localStart: wallIn(world, -90) })
  await asSystem(world, (tx) => tx.update(visit).set({ status: 'done' }).where(eq(visit.id, id)))
  const page = await asConsultant()
  await page.goto('/today')
  await page.getByRole('link', { name: 'Mileage' }).click()
  await expect(page.getByRole('table', { name: 'Mileage by day' })).toBeVisible()
  await checkPage(page)
  const answer = page.waitForEvent('download')
  await page.getByRole('link', { name: 'The month as a table (CSV)' }).click()
  const file = await (await answer).createReadStream()
  const parts: Buffer[] = []
  for await (const part of file) parts.push(part as Buffer)
  const today = now().toZonedDateTimeISO(world.zone).toPlainDate().toString()
  const text = Buffer.concat(parts).toString('utf8')
  expect(text.charCodeAt(0)).toBe(0xfeff)
  expect(text.slice(1).split('\r\n').slice(0, 2)).toEqual([
    'Date,Consultant,Homes planned,Planned km,Homes visited,Driven km,Minutes measured',
    `${today},Jonas Weiss,1,15.6,1,15.6,0`,
  ])
  const response = await page.request.get(`/mileage/csv?day=${today}`)
  expect(response.headers()['content-type']).toBe('text/csv; charset=utf-8')
  expect(await response.text()).toContain('Home visit,7.8')
})

for (const many of [1, 10]) {
  test(`the sheet of a day with ${many} visits is one page, A4 and Letter`, async ({
    world,
    household,
    asConsultant,
  }, { project }) => {
    test.skip(project.name !== 'desktop', 'paper is paper')
    const day = Temporal.PlainDate.from('2026-05-14')
    for (let n = 0; n < many; n++) {
      const home = n === 0 ? household : await makeHousehold(world, { name: `Household ${n} of O’Neill-Ng` })
      await makePlan(world, home)
      await livesAt(world, home, 47 + n / 50)
      const long = 'Blue gate, left side, behind the hedge. '.repeat(6)
      await asSystem(world, async (tx) => {
        await tx
          .update(client)
          .set({ accessNotes: 'Ring twice, then wait. '.repeat(12), parkingMinutes: 4 })
          .where(eq(client.id, home.clientId))
        await tx.insert(door).values({
          ...{ practiceId: world.practiceId, clientId: home.clientId, changedBy: world.boss.memberId },
          ...{ parking: long, bring: long },
        })
      })
      await makeVisit(world, home, {
        localStart: day.toPlainDateTime('07:00').add({ minutes: 75 * n }),
        consultant: world.consultant,
      })
    }
    const page = await asConsultant()
    for (const paper of ['a4', 'letter'] as const) {
      await asSystem(world, (tx) =>
        tx.update(practice).set({ paper }).where(eq(practice.id, world.practiceId)),
      )
      await page.goto(`/print/day/${day}`)
      await expect(page.getByRole('listitem').filter({ hasText: 'Ring twice' })).toHaveCount(many)
      const pdf = await page.pdf({ preferCSSPageSize: true })
      expect(pdf.toString('latin1').match(/\/Type\s*\/Page\b/g)).toHaveLength(1)
    }
  })
}
