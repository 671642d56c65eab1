import { Temporal } from 'temporal-polyfill'
import { makePlan, makeVisit, type Household, type World } from '@/db/factories/world'
import { decisionOf, draft, signed } from '@/lib/data/testing/visited'
import { saveDecisions, saveNote } from '@/lib/data/note'
import { paths } from '@/lib/paths'
import { checkPage, expect, test } from './fixtures'

const today = () => Temporal.Now.plainDateISO('Europe/Vienna')

/** Moth’s visit a week ago, signed, and the one of today. */
async function visitedBefore(world: World, household: Household) {
  await makePlan(world, household, { stageKey: 'C3', enteredOn: today().subtract({ days: 9 }) })
  const at = { world, household, animalId: household.animalId }
  const visit = (daysAgo: number) =>
    makeVisit(world, household, {
      status: 'arrived',
      localStart: today().subtract({ days: daysAgo }).toPlainDateTime('10:15'),
    })
  const before = { ...at, visitId: await visit(7) }
  const seen = { seen: 'Flopped twice, then ate.', weightGrams: 4300, longestCalmSec: 40, latencyEatSec: 30 }
  const weekAgo = Temporal.Now.instant().subtract({ hours: 24 * 7 })
  expect(await signed(before, seen, weekAgo)).toMatchObject({ ok: true })
  return { before, now: { ...at, visitId: await visit(0) } }
}

test('what changed, what may not be decided and what the household will read are seen before anything is signed', async ({
  world,
  household,
  asConsultant,
  asGuardian,
}) => {
  const { now } = await visitedBefore(world, household)
  const { consultant } = world
  const block = {
    seen: 'Ate at once.',
    weightGrams: 4300,
    longestCalmSec: 300,
    latencyEatSec: 4,
    twoFingers: false,
  }
  await saveNote(consultant, draft(now, 0, block), Temporal.Now.instant())

  const page = await asConsultant()
  await page.goto(paths.decideNote(now.visitId))
  await expect(page.getByText('Calm in the harness for 5 min, 40 s last time')).toBeVisible()
  await expect(page.getByText('Ate after 4 s, 30 s last time')).toBeVisible()
  await page.getByRole('radio', { name: 'Stay' }).check()
  await checkPage(page)
  await page.getByRole('button', { name: 'Save and go on to homework' }).click()
  await expect(page).toHaveURL(paths.signNote(now.visitId))

  const preview = page.getByRole('figure', { name: 'What the household will see' })
  await expect(preview).toContainText('Harness on, dinner down, harness off.')
  await page.getByRole('textbox', { name: 'Sentence 1' }).fill('Harness on, one treat, harness off.')
  await page.getByRole('textbox', { name: 'What good looks like' }).fill('Eats without looking round.')
  await expect(preview).toContainText('Harness on, one treat, harness off.')
  await expect(preview).toContainText('Eats without looking round.')
  const promised = await preview.locator('.task').innerText()
  await checkPage(page)
  await page.getByRole('checkbox', { name: /I have read this note/ }).check()
  await page.getByRole('button', { name: 'Sign the note' }).click()
  await expect(page).toHaveURL(paths.summary(now.visitId))
  await expect(page.getByText('Calm in the harness for 5 min, 40 s last time')).toBeVisible()

  const owner = await asGuardian(household)
  await owner.goto(paths.home())
  expect(await owner.locator('.todo .task').first().innerText()).toBe(promised)
})

test('a decision that nothing can buy says so before it is tapped', async ({
  world,
  household,
  asConsultant,
}) => {
  await makePlan(world, household, { stageKey: 'C5', enteredOn: today().subtract({ days: 2 }) })
  const visitId = await makeVisit(world, household, {
    status: 'arrived',
    localStart: today().toPlainDateTime('10:15'),
  })
  await saveNote(world.consultant, draft({ visitId, animalId: household.animalId }), Temporal.Now.instant())
  const page = await asConsultant()
  await page.goto(paths.decideNote(visitId))
  await expect(page.getByRole('radio', { name: /Advance.*Not today: The minimum days/ })).toBeVisible()
  await expect(page.getByText('First visit of Moth')).toBeVisible()
})

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false })
  test('homework is previewed as it was sent', async ({ world, household, asConsultant }) => {
    await makePlan(world, household, { stageKey: 'C3', enteredOn: today().subtract({ days: 2 }) })
    const visitId = await makeVisit(world, household, {
      status: 'arrived',
      localStart: today().toPlainDateTime('10:15'),
    })
    const at = { visitId, animalId: household.animalId }
    await saveNote(world.consultant, draft(at), Temporal.Now.instant())
    await saveDecisions(world.consultant, decisionOf(at, 'stay'), Temporal.Now.instant())
    const page = await asConsultant({ javaScriptEnabled: false })
    await page.goto(paths.signNote(visitId))
    await page.getByRole('textbox', { name: 'Sentence 1' }).fill('One buckle, one treat.')
    await page.getByRole('button', { name: 'Sign the note' }).click()
    await expect(page.getByRole('figure', { name: 'What the household will see' })).toContainText(
      'One buckle, one treat.',
    )
    await expect(page.getByText('Please read it once and tick the box.')).toBeVisible()
  })
})
