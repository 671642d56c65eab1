import { randomUUID } from 'node:crypto'
import { eq } from 'drizzle-orm'
import { Temporal } from 'temporal-polyfill'
import { inTransaction } from '@/db/client'
import { makeHousehold, makePlan, type Household, type World } from '@/db/factories/world'
import { animal, plan, session, vetFlag } from '@/db/schema'
import { checkPage, expect, test } from './fixtures'

const now = () => Temporal.Now.instant()
const ago = (world: World, days: number) =>
  now().toZonedDateTimeISO(world.zone).toPlainDate().subtract({ days })
const asSystem = <T>({ practiceId }: World, run: Parameters<typeof inTransaction<T>>[1]) =>
  inTransaction({ practiceId, role: 'system' }, run)

type Log = { days: number } & Partial<typeof session.$inferInsert>

/** An animal in C3 whose plan the consultant started, with these sessions. */
async function trained(world: World, name: string, logs: Log[], startedAgo = 20): Promise<Household> {
  const home = await makeHousehold(world, { name: `House of ${name}`, animal: name })
  const { practiceId, zone, consultant } = world
  const planId = await makePlan(world, home, { enteredOn: ago(world, startedAgo) })
  await asSystem(world, async (tx) => {
    await tx.insert(session).values(
      logs.map(({ days, ...more }) => ({
        ...{ practiceId, animalId: home.animalId, planId, stageKey: 'C3', source: 'consultant' as const },
        ...{ recordedBy: consultant.userId, recordedByName: 'Jonas', zone, stress: 0 },
        ...{ food: 'quick' as const, choice: 'came' as const, durationSec: 900 },
        ...{ day: ago(world, days), startedAt: now().subtract({ hours: 24 * days }), ...more },
      })),
    )
    await tx.update(plan).set({ startedBy: consultant.memberId }).where(eq(plan.id, planId))
  })
  return home
}

const week = [1, 2, 3, 4, 5, 6].map((days) => ({ days }))

async function fiveCases(world: World) {
  await trained(world, 'Calm', [{ days: 1 }, { days: 2 }], 3)
  await trained(world, 'Ready', week, 8)
  await trained(world, 'Silent', [{ days: 12 }])
  await trained(world, 'Red', [{ days: 1 }, { days: 2, stress: 4 }])
  const vet = await trained(world, 'O’Malley 🐈', [{ days: 1 }])
  await asSystem(world, (tx) =>
    tx.insert(vetFlag).values({ practiceId: world.practiceId, animalId: vet.animalId, sign: 'limp_or_pain' }),
  )
}

test('the caseload says who comes first and why, and is filtered with links and keys', async ({
  world,
  asConsultant,
}) => {
  test.slow()
  const page = await asConsultant()
  const rows = page
    .getByRole('table')
    .getByRole('row')
    .filter({ has: page.getByRole('rowheader') })

  await test.step('an empty one teaches the first step', async () => {
    await page.goto('/animals')
    await expect(page.getByText('Your caseload will stand here')).toBeVisible()
    await checkPage(page)
  })

  await fiveCases(world)
  await makeHousehold(world, { name: 'Idle', animal: 'Pip' })

  await test.step('red before the vet, then ready, then silence, then whoever goes their way', async () => {
    await page.goto('/animals')
    await expect(rows).toHaveText([
      /Red flag 2 days ago.*Red.*House of Red/s,
      /Vet.*O’Malley/s,
      /Ready for the next step.*Ready/s,
      /No log for 12 days.*Silent/s,
      /Calm.*Buckle and wear.*day 3 of at least 5.*not enough yet.*yesterday/s,
    ])
    await expect(page.getByRole('region', { name: 'Without a plan' })).toContainText('Pip')
    await checkPage(page)
  })

  await test.step('a filter is a link, by key as well, and is taken off the same way', async () => {
    const why = page.getByRole('navigation', { name: 'Why' })
    await why.getByRole('link', { name: /^Silent/ }).focus()
    await page.keyboard.press('Enter')
    await expect(rows).toHaveCount(1)
    await expect(rows).toContainText('No log for 12 days')
    await expect(page.getByText('One plan of 5')).toBeVisible()
    await checkPage(page)
    await why.getByRole('link', { name: 'Silent, take this filter off' }).click()
    await expect(rows).toHaveCount(5)
    await page.getByText('By recommendation and stage').click()
    await page
      .getByRole('navigation', { name: 'What next' })
      .getByRole('link', { name: /^Advance/ })
      .click()
    await expect(rows).toHaveText([/Ready for the next step/])
  })

  await test.step('found by name, and nothing found says so', async () => {
    await page.goto('/animals')
    await page.getByLabel('Find by name').fill('house of red')
    await page.getByRole('button', { name: 'Find' }).click()
    await expect(rows).toHaveText([/Red flag/])
    await page.getByLabel('Find by name').fill('nobody')
    await page.keyboard.press('Enter')
    await expect(page.getByText('Nothing fits')).toBeVisible()
    await page.getByRole('main').getByRole('link', { name: 'Show all' }).last().click()
    await rows.first().getByRole('link').focus()
    await page.keyboard.press('Enter')
    await expect(page.getByRole('heading', { name: 'Red', level: 1 })).toBeVisible()
  })

  await test.step('Today names the same animals, first the same one', async () => {
    await page.goto('/today')
    const needs = page.getByRole('region', { name: 'Needs you' }).getByRole('listitem')
    await expect(needs).toHaveText([/Red/, /O’Malley/, /Ready/, /Silent/])
  })
})

test('who runs the practice chooses whose caseload it is', async ({ world, asBoss }) => {
  await fiveCases(world)
  const page = await asBoss()
  await page.goto('/animals')
  await expect(page.getByText('No plans on this list')).toBeVisible()
  await page.getByLabel('Whose animals').selectOption({ label: 'Jonas Weiss' })
  await page.getByRole('button', { name: 'Find' }).click()
  await expect(page.getByText('5 plans')).toBeVisible()
  await page.getByRole('link', { name: 'Archived' }).click()
  await expect(page.getByText('Nothing is archived')).toBeVisible()
  await page.getByRole('link', { name: 'Without a plan' }).click()
  await expect(page.getByText('Every animal has a plan')).toBeVisible()
})

test('two animals of one home stand side by side, and how they get on is written down', async ({
  world,
  asConsultant,
}) => {
  test.slow()
  const home = await trained(world, 'Moth', week, 8)
  const misoId = randomUUID()
  await asSystem(world, (tx) =>
    tx.insert(animal).values({
      ...{ practiceId: world.practiceId, id: misoId, clientId: home.clientId, name: 'Miso' },
      ...{ species: 'cat' as const, coat: 'cat_tuxedo' },
    }),
  )
  await makePlan(world, { animalId: misoId }, { stageKey: 'C1', enteredOn: ago(world, 2) })
  const page = await asConsultant()

  await test.step('each in its own stage', async () => {
    await page.goto(`/clients/${home.clientId}`)
    await page.getByRole('link', { name: 'Side by side' }).click()
    const moth = page.getByRole('region', { name: 'Moth' })
    await expect(moth).toContainText('Buckle and wear')
    await expect(moth).toContainText('Ready for the next step: Leash drags indoors.')
    await expect(page.getByRole('region', { name: 'Miso' })).toContainText('Harness is furniture')
    await expect(page.getByText('nothing written down yet')).toBeVisible()
    await checkPage(page)
  })

  await test.step('a relation needs its kind, and is read where the animals are', async () => {
    await page.getByRole('link', { name: 'Write down how they get on' }).click()
    await page.getByLabel('Since').fill(ago(world, 11).toString())
    await page.getByRole('button', { name: 'Write it down' }).click()
    await expect(page.getByText('Please fill this in.')).toBeVisible()
    await page.getByRole('radio', { name: /^tense/ }).check()
    await page.getByLabel('Who says so').fill('Lena, at the first visit')
    await checkPage(page)
    await page.getByRole('button', { name: 'Write it down' }).click()
    const pair = page.getByRole('region', { name: 'How they get on' })
    await expect(pair).toContainText('tense since')
    await expect(pair).toContainText('Lena, at the first visit says so, written down by Jonas Weiss')
    await page.goto(`/animals/${home.animalId}`)
    await expect(page.getByText(/Lives with Miso: tense since/)).toBeVisible()
  })

  await test.step('a change is a new line; how it was stays', async () => {
    await page.getByRole('link', { name: 'Side by side' }).click()
    await page.getByRole('link', { name: 'It has changed' }).click()
    await page.getByRole('radio', { name: /^tolerate/ }).check()
    await page.getByRole('button', { name: 'Write it down' }).click()
    await expect(page.getByRole('region', { name: 'How they get on' })).toContainText('tolerate each other')
    await page.getByText('How it was before').click()
    await expect(page.getByText(/^tense since/)).toBeVisible()
    await checkPage(page)
  })
})
