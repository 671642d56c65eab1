import { randomUUID } from 'node:crypto'
import { Temporal } from 'temporal-polyfill'
import { inTransaction } from '@/db/client'
import { makePlan, makeWorld, type Household, type World } from '@/db/factories/world'
import { session } from '@/db/schema'
import { checkPage, expect, test } from './fixtures'

/** A cat ten days in the trailing-leash stage, with a good session of the household on each of the last five. */
async function trainedCat(world: World, { animalId }: Household): Promise<void> {
  const { practiceId, zone } = world
  const now = Temporal.Now.instant()
  const today = now.toZonedDateTimeISO(zone).toPlainDate()
  const planId = await makePlan(
    world,
    { animalId },
    { stageKey: 'C4', enteredOn: today.subtract({ days: 10 }) },
  )
  await inTransaction({ practiceId, role: 'system' }, (tx) =>
    tx.insert(session).values(
      [5, 4, 3, 2, 1].map((ago) => {
        const startedAt = now.subtract({ hours: 24 * ago })
        return {
          ...{ practiceId, animalId, planId, id: randomUUID(), stageKey: 'C4', zone, startedAt },
          ...{ source: 'owner' as const, recordedBy: randomUUID(), recordedByName: 'Lena Berger' },
          ...{ day: startedAt.toZonedDateTimeISO(zone).toPlainDate(), stress: 0, durationSec: 1200 },
          ...{ choice: 'came' as const, tension: 'slack' as const },
        }
      }),
    ),
  )
}

test('the panel explains itself, and an earlier assessment stays what it was', async ({
  world,
  household,
  asConsultant,
}) => {
  test.slow()
  await trainedCat(world, household)
  const page = await asConsultant()
  const animalPage = `/animals/${household.animalId}`
  const panel = page.getByRole('region', { name: 'Readiness in this stage' })

  await test.step('number, parts that add up, what is unknown, confidence, and what would change it', async () => {
    await page.goto(animalPage)
    await expect(panel.getByText('74', { exact: true }).first()).toBeVisible({ visible: false })
    const parts = panel.getByRole('list', { name: 'Parts, points out of weight' }).getByRole('listitem')
    await expect(parts).toHaveCount(6)
    await expect(parts.filter({ hasText: 'Food' })).toContainText('unknown, left out')
    const points = await parts.locator('b').allInnerTexts()
    const sum = points.reduce((all, one) => all + Math.round(Number(one) * 10), 0) / 10
    await expect(panel.getByText('Added up').locator('..')).toContainText(sum.toFixed(1))
    await expect(panel.getByText('Food is not known yet.', { exact: false })).toBeVisible()
    await expect(
      panel.getByRole('heading', { name: /^Confidence (low|medium|high) \(0\.\d\d\)$/ }),
    ).toBeVisible()
    await expect(panel.getByText('What would raise it')).toBeVisible()
    await expect(panel.getByText('food offered in too few of the last 5 sessions').first()).toBeVisible()
    await expect(panel.getByRole('heading', { name: 'What would change this' })).toBeVisible()
    await expect(panel.getByText('Not a diagnosis', { exact: false })).toBeVisible()
    await expect(panel.getByText('rules v1', { exact: false })).toBeVisible()
    await checkPage(page)
  })

  await test.step('a part leads to the sessions behind it, and each of them to its page', async () => {
    await panel.getByRole('link', { name: /^Calm body/ }).click()
    const table = panel.getByRole('table')
    await expect(table).toBeVisible()
    await expect(table.getByRole('row')).toHaveCount(7)
    await checkPage(page)
    await table.getByRole('link').first().click()
    await expect(page.getByRole('heading', { level: 1 })).toContainText('Moth')
    await expect(page).toHaveURL(/\/sessions\/[0-9a-f-]{36}$/)
  })

  await test.step('a session is written down, then taken out', async () => {
    await page.goto(`${animalPage}/sessions/new`)
    await page.getByRole('radio', { name: 'Panic', exact: true }).check()
    await page.getByRole('button', { name: 'Keep this session' }).click()
    await expect(page.getByText('Rest until', { exact: false }).first()).toBeVisible()
    await page.getByText('Take this session out of the count').click()
    await page.getByLabel('Why').fill('That was the other cat.')
    await page.getByRole('button', { name: 'Take it out' }).click()
    await expect(page.getByText('That was the other cat.', { exact: false })).toBeVisible()
  })

  await test.step('both are kept, newest first, each with what it was for and by whom', async () => {
    await page.goto(animalPage)
    await page.getByRole('link', { name: 'Earlier assessments' }).click()
    const rows = page.getByRole('table', { name: 'Assessments, newest first' }).getByRole('row')
    await expect(rows).toHaveCount(3)
    await expect(rows.nth(1)).toContainText(`A session was taken out, by ${world.consultant.name}`)
    await expect(rows.nth(2)).toContainText('A session was written down')
    await expect(rows.nth(2)).toContainText('Pause')
    await checkPage(page)
    await rows.nth(2).getByRole('link').click()
  })

  await test.step('the one before says what it was, and what the day would be without that session', async () => {
    await expect(page.getByRole('heading', { name: /^Assessment of / })).toBeVisible()
    await expect(page.getByText('Rest until', { exact: false }).first()).toBeVisible()
    await expect(page.getByText('Under rules v1 it was “Pause”', { exact: false })).toBeVisible()
    const taken = page.getByText('Counted then, taken out since:').getByRole('link')
    await expect(taken).toHaveCount(1)
    await checkPage(page)
    await taken.click()
    await expect(page.getByText('That was the other cat.', { exact: false })).toBeVisible()
  })
})

test('assistants read the panel, owners and strangers do not find it', async ({
  world,
  household,
  asAssistant,
  asGuardian,
  signIn,
}) => {
  await trainedCat(world, household)
  const assistant = await asAssistant()
  await assistant.goto(`/animals/${household.animalId}`)
  await expect(assistant.getByRole('region', { name: 'Readiness in this stage' })).toBeVisible()
  await assistant.goto(`/animals/${household.animalId}/readiness`)
  await expect(assistant.getByText('Nothing has been computed yet')).toBeVisible()

  const stranger = await signIn((await makeWorld()).consultant.userId)
  for (const page of ['readiness', `readiness/${randomUUID()}`]) {
    const there = await stranger.request.get(`/animals/${household.animalId}/${page}`)
    expect(there.status(), page).toBe(404)
    const random = await assistant.request.get(`/animals/${randomUUID()}/${page}`)
    expect(random.status(), page).toBe(404)
  }
  const owner = await asGuardian(household)
  await owner.goto('/home')
  await expect(owner.getByText('Added up')).toHaveCount(0)
})
