import { randomUUID } from 'node:crypto'
import { Temporal } from 'temporal-polyfill'
import { inTransaction } from '@/db/client'
import type { Household, World } from '@/db/factories/world'
import { visit, visitAnimal } from '@/db/schema'
import { checkPage, expect, test } from './fixtures'

/** A visit that has begun, with the household's one animal. */
async function visitNow(world: World, { clientId, animalId }: Household): Promise<string> {
  const id = randomUUID()
  const { practiceId, zone } = world
  const from = Temporal.Now.instant().round('minute')
  const during = { from, until: from.add({ minutes: 60 }) }
  await inTransaction({ practiceId, role: 'system' }, async (tx) => {
    await tx.insert(visit).values({
      practiceId,
      id,
      clientId,
      serviceId: world.serviceId,
      consultantId: world.consultant.memberId,
      status: 'arrived',
      localStart: from.toZonedDateTimeISO(zone).toPlainDateTime(),
      zone,
      minutes: 60,
      place: 'home',
      during,
      blocked: during,
    })
    await tx.insert(visitAnimal).values({ practiceId, visitId: id, animalId })
  })
  return id
}

test('a plan is started, two sessions are recorded at a visit, and the assessment says why', async ({
  world,
  household,
  asConsultant,
}) => {
  test.slow()
  const page = await asConsultant()
  const tap = (name: string) => page.getByRole('radio', { name, exact: true }).check()

  await test.step('an animal without a plan teaches starting one', async () => {
    await page.goto(`/animals/${household.animalId}`)
    await expect(page.getByRole('heading', { name: 'Moth', level: 1 })).toBeVisible()
    await expect(page.getByText('No plan yet')).toBeVisible()
    await checkPage(page)
    await page.getByRole('link', { name: 'Start a plan' }).click()
    await page.getByLabel('The goal, in the household’s own words').fill('Sit in the courtyard with her.')
    await page.getByRole('radio', { name: /Own property/ }).check()
    await page.getByLabel('First stage').selectOption({ label: 'C1 · Harness is furniture' })
    await page.getByRole('button', { name: 'Start the plan' }).click()
    await expect(page.getByText('Please fill this in.')).toBeVisible()
    await page.getByLabel('Why later than the intake?').fill('The intake was done by phone.')
    await checkPage(page)
    await page.getByRole('button', { name: 'Start the plan' }).click()
    await expect(page.getByText('“Sit in the courtyard with her.”')).toBeVisible()
    await expect(page.getByText('day 0 of at least 3')).toBeVisible()
  })

  await test.step('no reason buys a step inside the minimum days', async () => {
    await page.getByRole('link', { name: 'Decide what next' }).click()
    await page.getByRole('radio', { name: /Next step/ }).check()
    await page.getByLabel('Reason', { exact: true }).first().fill('She looks ready to me.')
    await page.getByRole('button', { name: 'Take this decision' }).click()
    await expect(page.getByRole('form').getByRole('alert')).toContainText(
      'The minimum days of this stage are not over',
    )
    await expect(page.getByLabel('Reason', { exact: true }).first()).toHaveValue('She looks ready to me.')
  })

  await test.step('two sessions at the visit change the assessment', async () => {
    const visitId = await visitNow(world, household)
    await page.goto(`/visits/${visitId}/sessions/new?animal=${household.animalId}`)
    await tap('Loose')
    await tap('5–10 min')
    await tap('Took it at once')
    await tap('Came by itself')
    await page.getByRole('checkbox', { name: 'Sniffing' }).check()
    await checkPage(page)
    await page.getByRole('button', { name: 'Keep this session' }).click()
    await expect(page.getByText('Not enough yet: 2 more sessions.')).toBeVisible()
    await expect(page.getByText('Went well')).toBeVisible()

    await page.getByRole('link', { name: 'Record another' }).click()
    await tap('Watchful')
    await tap('2–5 min')
    await page.getByRole('checkbox', { name: 'Flop' }).check()
    await page.getByRole('checkbox', { name: 'Limp or pain' }).check()
    await page.getByRole('button', { name: 'Keep this session' }).click()
    await expect(
      page.getByText('Call the vet before the next session', { exact: false }).first(),
    ).toBeVisible()
    await expect(page.getByText('Tapped as watchful; the signs make it tense.')).toBeVisible()
    await expect(
      page.getByText('Seen: Limp or pain. Please call your vet before the next session.'),
    ).toBeVisible()
  })

  await test.step('a person closes the vet question with what was said', async () => {
    await page.goto(`/animals/${household.animalId}`)
    await expect(page.getByText('A vet question is open', { exact: false }).first()).toBeVisible()
    await page.getByRole('link', { name: 'Close this question' }).click()
    await page.getByLabel('What the vet said').fill('A torn claw, healed.')
    await page.getByRole('button', { name: 'Close it' }).click()
    await expect(page.getByText('Not enough yet: 1 more session.')).toBeVisible()
    await expect(
      page.getByText('fewer than 3 sessions that could be measured', { exact: false }).first(),
    ).toBeVisible()
    await expect(page.getByText('minimum days not reached', { exact: false }).first()).toBeVisible()
  })

  await test.step('a mistaken session is taken out, with its reason', async () => {
    await page.getByRole('link', { name: /Tense: flop/ }).click()
    await page.getByText('Take this session out of the count').click()
    await page.getByLabel('Why').fill('That was the other cat.')
    await page.getByRole('button', { name: 'Take it out' }).click()
    await expect(page.getByText('That was the other cat.', { exact: false })).toBeVisible()
    await expect(page.getByText('Not enough yet: 2 more sessions.')).toBeVisible()
  })
})

test('a step is taken back by who took it', async ({ household, world, asConsultant, asBoss }) => {
  const page = await asConsultant()
  const { makePlan } = await import('@/db/factories/world')
  await makePlan(world, household, { stageKey: 'C4' })
  await page.goto(`/animals/${household.animalId}/plan/decide`)
  await page.getByRole('radio', { name: /One step back/ }).check()
  await page.getByRole('button', { name: 'Take this decision' }).click()
  await expect(page.getByRole('form').getByRole('alert')).toContainText('Please write down why')
  await page.getByLabel('Reason', { exact: true }).first().fill('They moved house.')
  await page.getByRole('button', { name: 'Take this decision' }).click()
  await expect(page.getByText('“They moved house.”')).toBeVisible()
  const bosses = await asBoss()
  await bosses.goto(`/animals/${household.animalId}`)
  await expect(bosses.getByRole('button', { name: 'Take back' })).toHaveCount(0)
  await page.getByRole('button', { name: 'Take back' }).click()
  await expect(page.getByText('taken back', { exact: false }).first()).toBeVisible()
  await expect(page.getByRole('button', { name: 'Take back' })).toHaveCount(0)
})

test('a stranger’s animal and session are not there', async ({ household, signIn }) => {
  const { makeWorld } = await import('@/db/factories/world')
  const elsewhere = await makeWorld()
  const page = await signIn(elsewhere.consultant.userId)
  for (const path of [
    '',
    '/plan/new',
    '/plan/decide',
    '/safety',
    '/safety/fit',
    '/safety/gear_check',
    '/sessions/new',
    `/sessions/${randomUUID()}`,
  ]) {
    const answer = await page.request.get(`/animals/${household.animalId}${path}`)
    expect(answer.status(), path).toBe(404)
  }
})
