import { randomUUID } from 'node:crypto'
import { eq } from 'drizzle-orm'
import { Temporal } from 'temporal-polyfill'
import { inTransaction } from '@/db/client'
import { makePlan, makeVisit, type Household, type World } from '@/db/factories/world'
import { animal, session } from '@/db/schema'
import { paths } from '@/lib/paths'
import { checkPage, expect, test } from './fixtures'
import { noteOf } from './note-of'

const today = () => Temporal.Now.plainDateISO('Europe/Vienna')
const sessionsAt = ({ practiceId }: World, visitId: string) =>
  inTransaction({ practiceId, role: 'system' }, (tx) =>
    tx.select({ id: session.id }).from(session).where(eq(session.visitId, visitId)),
  )
async function makeAnimal({ practiceId }: World, { clientId }: Household, { name }: { name: string }) {
  const id = randomUUID()
  await inTransaction({ practiceId, role: 'system' }, (tx) =>
    tx.insert(animal).values({ practiceId, id, clientId, name, species: 'cat' }),
  )
  return id
}
const atTen = () => today().toPlainDateTime('10:15')

// What a cut connection and a difference between two devices look like to a browser.
test.use({ tolerated: [/ERR_INTERNET_DISCONNECTED|status of 40[19].*api\/sync/] })

test('a note keeps itself: without signal on the phone, with signal saved, also when the tab is killed', async ({
  world,
  household,
  asConsultant,
}) => {
  const visitId = await makeVisit(world, household, { status: 'arrived', localStart: atTen() })
  const page = await asConsultant()
  const context = page.context()
  const kept = page.getByRole('status').filter({ hasText: /\S/ }).first()
  await page.goto(paths.note(visitId))
  await expect(kept).toHaveText('What you write is kept as you go.')
  await page.getByRole('textbox', { name: 'What Moth did' }).fill('Ate in the harness.')
  await expect(kept).toHaveText('Saved.')
  await page.reload()
  await expect(page.getByRole('textbox', { name: 'What Moth did' })).toHaveValue('Ate in the harness.')

  await expect(kept).toHaveText('What you write is kept as you go.')
  await context.setOffline(true)
  await page.getByRole('textbox', { name: 'A few words to the household' }).fill('You waited for her.')
  const weight = page.getByRole('textbox', { name: 'Weight (g)' })
  await weight.fill('heavy')
  await weight.press('Tab')
  await page.getByRole('radio', { name: 'fine' }).first().check()
  await expect(kept).toContainText('On this phone, not saved yet.')
  await expect(kept).toContainText('What is marked is only in this form')
  await weight.fill('4300')
  await expect(kept).not.toContainText('What is marked')
  await page.getByRole('button', { name: 'Save and go on to the decision' }).click()
  await checkPage(page)
  await page.close({ runBeforeUnload: false })

  await context.setOffline(false)
  const again = await context.newPage()
  await again.goto(paths.note(visitId))
  await expect(again.getByRole('textbox', { name: 'A few words to the household' })).toHaveValue(
    'You waited for her.',
  )
  await expect(again.getByText('Saved.', { exact: true })).toBeVisible()
  const saved = await noteOf(world, visitId)
  expect(saved.body).toMatchObject({ letter: 'You waited for her.', pillars: { safe_place: 2 } })
  expect(saved.blocks[0]).toMatchObject({ seen: 'Ate in the harness.', weightGrams: 4300 })
  await again.getByRole('button', { name: 'Save and go on to the decision' }).click()
  await expect(again).toHaveURL(paths.decideNote(visitId))
})

test('two devices write in one place: both texts stay until a person says what holds; other places join', async ({
  world,
  household,
  asConsultant,
}) => {
  const visitId = await makeVisit(world, household, { status: 'arrived', localStart: atTen() })
  const phone = await asConsultant()
  const tablet = await asConsultant()
  const letter = { name: 'A few words to the household' }
  await phone.goto(paths.note(visitId))
  await tablet.goto(paths.note(visitId))
  await expect(phone.getByText('What you write is kept as you go.')).toBeVisible()
  await expect(tablet.getByText('What you write is kept as you go.')).toBeVisible()
  await phone.context().setOffline(true)
  await phone.getByRole('textbox', letter).fill('She came by herself.')
  await phone.getByRole('textbox', { name: 'Only for the practice' }).fill('Lift is broken.')
  await expect(phone.getByText('On this phone, not saved yet.')).toBeVisible()
  await tablet.getByRole('textbox', letter).fill('She slept.')
  await tablet.getByRole('textbox', { name: 'Who was there' }).fill('Lena')
  await expect(tablet.getByText('Saved.', { exact: true })).toBeVisible()
  await expect.poll(async () => (await noteOf(world, visitId)).body).toMatchObject({ present: 'Lena' })

  await phone.context().setOffline(false)
  const asked = phone.getByRole('alert').filter({ hasText: 'Two texts for one place' })
  await expect(asked).toContainText('She slept.')
  await expect(asked).toContainText('She came by herself.')
  expect((await noteOf(world, visitId)).body?.letter).toBe('She slept.')
  await checkPage(phone)
  await asked.getByRole('button', { name: 'Keep both, one after the other' }).click()
  await expect(phone.getByText('Saved.', { exact: true })).toBeVisible()
  await expect(asked).toBeHidden()
  await expect(phone.getByRole('textbox', letter)).toHaveValue('She slept.\nShe came by herself.')
  const saved = await noteOf(world, visitId)
  expect(saved).toMatchObject({
    internal: 'Lift is broken.',
    body: { letter: 'She slept.\nShe came by herself.', present: 'Lena' },
  })
  await phone.reload()
  await expect(phone.getByText('What you write is kept as you go.')).toBeVisible()
  await expect(asked).toBeHidden()
})

test('a whole visit without a signal: taken along, killed, reopened, sent once, compared once', async ({
  world,
  household,
  asConsultant,
}) => {
  const since = today().subtract({ days: 2 })
  const ash = await makeAnimal(world, household, { name: 'Ash' })
  await makePlan(world, household, { stageKey: 'C3', enteredOn: since })
  await makePlan(world, { ...household, animalId: ash }, { stageKey: 'C3', enteredOn: since })
  const visitId = await makeVisit(world, household, {
    status: 'arrived',
    localStart: atTen(),
    animalIds: [household.animalId, ash],
  })
  const page = await asConsultant()
  const context = page.context()
  await page.goto(paths.today())
  await page.getByRole('link', { name: 'Take today with me' }).click()
  await expect(page.getByText('Today is on this phone.')).toBeVisible()
  await checkPage(page)

  await context.setOffline(true)
  await page.goto(paths.today())
  await expect(page).toHaveURL(/\/offline/)
  await page.getByRole('link', { name: 'Berger' }).click()
  await expect(page.getByRole('heading', { level: 1, name: 'Berger' })).toBeVisible()
  await checkPage(page)
  for (const name of ['Moth', 'Ash']) {
    await page.getByRole('link', { name: `Session of ${name}` }).click()
    await page.getByRole('radio', { name: 'Loose', exact: true }).check()
    await page.getByRole('button', { name: 'Keep this session' }).click()
    await expect(page.getByText(`The session of ${name} is on this phone.`)).toBeVisible()
    await page.getByRole('link', { name: 'Back to the home' }).click()
  }
  await page.getByRole('link', { name: 'Write the note' }).click()
  await page.getByRole('textbox', { name: 'What Moth did' }).fill('Ate in the harness.')
  await page.getByRole('textbox', { name: 'What Ash did' }).fill('Slept through it.')
  await page.getByRole('textbox', { name: 'A few words to the household' }).fill('Both were calm.')
  await expect(page.getByText('On this phone, not saved yet.')).toBeVisible()
  await page.close()

  const again = await context.newPage()
  await again.goto(paths.note(visitId))
  await expect(again).toHaveURL(/\/offline/)
  await expect(again.getByRole('textbox', { name: 'What Ash did' })).toHaveValue('Slept through it.')
  await expect(again.getByText('On this phone, not saved yet.')).toBeVisible()

  const tablet = await asConsultant()
  await tablet.goto(paths.note(visitId))
  await tablet.getByRole('textbox', { name: 'A few words to the household' }).fill('A good day.')
  await expect(tablet.getByText('Saved.', { exact: true })).toBeVisible()

  await context.setOffline(false)
  const asked = again.getByRole('alert').filter({ hasText: 'Two texts for one place' })
  await expect(asked).toContainText('A good day.')
  await checkPage(again)
  await asked.getByRole('button', { name: 'Keep this' }).click()
  await expect(again.getByText('Saved.', { exact: true })).toBeVisible()
  await expect(asked).toBeHidden()
  const saved = await noteOf(world, visitId)
  expect(saved.body?.letter).toBe('Both were calm.')
  expect(saved.blocks.map(({ seen }) => seen).sort()).toEqual(['Ate in the harness.', 'Slept through it.'])
  expect(await sessionsAt(world, visitId)).toHaveLength(2)

  await again.goto(paths.today())
  await again.goto(paths.onThisPhone())
  await expect(again.getByText('Everything that was written here is saved.')).toBeVisible()
  expect(await sessionsAt(world, visitId)).toHaveLength(2)
})
